/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In GTK 4.8 the item of a list has no name, and takes the focus. What is on now says so in its name as well: not every
 * reader tells what is selected. */
#include "config.h"

#include "row-name.h"

#include "chapter.h"
#include "cue.h"
#include "fact.h"
#include "note.h"
#include "rich-text.h"
#include "words.h"

#include <glib/gi18n-lib.h>

static char *
write_note (SlCue *cue)
{
  SlNote          *note = SL_NOTE (sl_cue_get_record (cue));
  const char      *words = sl_note_get_title (note) ? sl_note_get_title (note) : sl_note_get_text (note);
  g_autofree char *title = sl_rich_text_inside (words ? words : "");
  g_autofree char *time = sl_words_time (sl_cue_get_start (cue));

  /* Translators: spoken name of a note: its time, then its title. */
  return g_strdup_printf (C_ ("note", "%1$s, %2$s"), time, title);
}

static char *
write_chapter (SlCue *cue)
{
  SlChapter       *chapter = SL_CHAPTER (sl_cue_get_record (cue));
  g_autofree char *time = sl_words_time (sl_cue_get_start (cue));
  g_autofree char *title = sl_rich_text_inside (sl_chapter_get_title (chapter));

  /* Translators: spoken name of a chapter in the list: its title, then its time. */
  return g_strdup_printf (C_ ("chapter", "%1$s, %2$s"), title, time);
}

/* What is graphic is not told before it was asked for. */
static char *
write_fact (SlCue *cue)
{
  SlFact          *fact = SL_FACT (sl_cue_get_record (cue));
  const char      *standing = sl_words_standing (sl_fact_get_standing (fact));
  g_autofree char *attribution = sl_words_fact_attribution (fact);
  const char      *statement = sl_fact_get_withheld (fact) ? sl_fact_get_withheld (fact) : sl_fact_get_statement (fact);
  const gboolean   open = sl_fact_get_withheld (fact) || !sl_fact_get_graphic (fact);
  g_autofree char *words = sl_rich_text_inside (open ? statement : attribution);

  /* Translators: spoken name of a fact in the list: its standing, then what it says. */
  return g_strdup_printf (C_ ("fact", "%1$s: %2$s"), standing ? standing : "", words);
}

static char *
write_name (SlCue *cue)
{
  g_autofree char *name = NULL;

  switch (sl_cue_get_kind (cue))
    {
    case SL_CUE_CHAPTER:
      name = write_chapter (cue);
      break;
    case SL_CUE_FACT:
      name = write_fact (cue);
      break;
    case SL_CUE_NOTE:
    case SL_CUE_TITLE:
    case SL_CUE_CAPTION:
    default:
      name = sl_cue_get_kind (cue) == SL_CUE_CAPTION ? g_strdup ("") : write_note (cue);
      break;
    }
  /* Translators: spoken name of what is on now in a list. */
  return sl_cue_get_current (cue) ? g_strdup_printf (C_ ("moment", "Now: %s"), name) : g_steal_pointer (&name);
}

static void
tell (GtkWidget *row)
{
  GtkWidget *item = gtk_widget_get_parent (row);
  g_autoptr (SlCue) cue = NULL;
  g_autofree char *name = NULL;

  g_object_get (row, "cue", &cue, NULL);
  if (cue == NULL || item == NULL || gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (item)) != GTK_ACCESSIBLE_ROLE_LIST_ITEM)
    return;
  name = write_name (cue);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_SELECTED, sl_cue_get_current (cue), -1);
}

static void
cue_cb (GtkWidget *row, GParamSpec *pspec, GSignalGroup *cues)
{
  g_autoptr (SlCue) cue = NULL;

  g_object_get (row, "cue", &cue, NULL);
  g_signal_group_set_target (cues, cue);
  tell (row);
}

static void
forget_cb (gpointer cues, GClosure *closure)
{
  g_object_unref (cues);
}

void
sl_row_name_keep (GtkWidget *row)
{
  GSignalGroup *cues;

  g_return_if_fail (GTK_IS_WIDGET (row));

  cues = g_signal_group_new (SL_TYPE_CUE);
  g_signal_group_connect_object (cues, "notify::current", G_CALLBACK (tell), row, G_CONNECT_SWAPPED);
  g_signal_connect (row, "notify::parent", G_CALLBACK (tell), NULL);
  g_signal_connect_data (row, "notify::cue", G_CALLBACK (cue_cb), cues, forget_cb, 0);
}
