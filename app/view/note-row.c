/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A note in the list. That it is current is told by a word, a bar and a state, never by colour alone. */
#include "config.h"

#include "note-row.h"

#include "chapter.h"
#include "fact-card.h"
#include "labels.h"
#include "note.h"
#include "words.h"

#include <glib/gi18n-lib.h>

struct _SlNoteRow
{
  GtkWidget parent_instance;

  SlCue *cue;
  gulong current_id;

  /* Template children. */
  GtkWidget *box;
  GtkWidget *facts;
};

G_DEFINE_FINAL_TYPE (SlNoteRow, sl_note_row, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_CUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Formatters of note-row.ui. */

static char *
chapter_cb (SlNoteRow *self, SlCue *chapter)
{
  SlChapter *record = chapter ? SL_CHAPTER (sl_cue_get_record (chapter)) : NULL;

  if (record == NULL)
    return g_strdup ("");
  /* Translators: a heading over the notes of a chapter: its number and its title. */
  return g_strdup_printf (C_ ("heading", "Chapter %1$u: %2$s"), sl_chapter_get_number (record), sl_chapter_get_title (record));
}

static char *
time_cb (SlNoteRow *self, gint64 start, gboolean current)
{
  g_autofree char *time = sl_words_time (start);

  /* Translators: beside a note that is on now; %s is its time. */
  return current ? g_strdup_printf (C_ ("moment", "NOW %s"), time) : g_steal_pointer (&time);
}

static char **
time_classes_cb (SlNoteRow *self, gboolean current)
{
  const char *classes[] = {current ? "now" : "quiet", "numeric", NULL};

  return g_strdupv ((char **)classes);
}

static char **
card_classes_cb (SlNoteRow *self, gboolean current, gboolean told)
{
  const char *classes[] = {"note", current ? "current" : told ? "told"
                                                              : "later",
                           NULL};

  return g_strdupv ((char **)classes);
}

static gboolean
has_text_cb (SlNoteRow *self, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
current_cb (SlNoteRow *self)
{
  GListModel *facts = self->cue && sl_cue_get_current (self->cue) ? sl_cue_get_facts (self->cue) : NULL;

  sl_labels_clear (self->facts);
  for (guint i = 0; facts && i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (SlCue) fact = g_list_model_get_item (facts, i);

      gtk_box_append (GTK_BOX (self->facts), GTK_WIDGET (sl_fact_card_new_inside (fact)));
    }
  gtk_widget_set_visible (self->facts, facts != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, self->cue && sl_cue_get_current (self->cue), -1);
}

static void
say_name (SlNoteRow *self)
{
  SlNote          *note = SL_NOTE (sl_cue_get_record (self->cue));
  g_autofree char *time = sl_words_time (sl_cue_get_start (self->cue));
  const char      *title = sl_note_get_title (note) ? sl_note_get_title (note) : sl_note_get_text (note);
  /* Translators: spoken name of a note: its time, then its title. */
  g_autofree char *name = g_strdup_printf (C_ ("note", "%1$s, %2$s"), time, title ? title : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_cue (SlNoteRow *self, SlCue *cue)
{
  if (self->cue == cue)
    return;
  if (self->cue)
    g_clear_signal_handler (&self->current_id, self->cue);
  g_set_object (&self->cue, cue);
  if (cue)
    {
      self->current_id = g_signal_connect_swapped (cue, "notify::current", G_CALLBACK (current_cb), self);
      say_name (self);
    }
  current_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CUE]);
}

static void
sl_note_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CUE:
      g_value_set_object (value, SL_NOTE_ROW (object)->cue);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_note_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CUE:
      set_cue (SL_NOTE_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_note_row_dispose (GObject *object)
{
  SlNoteRow *self = SL_NOTE_ROW (object);

  if (self->cue)
    g_clear_signal_handler (&self->current_id, self->cue);
  g_clear_object (&self->cue);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (sl_note_row_parent_class)->dispose (object);
}

static void
sl_note_row_class_init (SlNoteRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_note_row_dispose;
  object_class->get_property = sl_note_row_get_property;
  object_class->set_property = sl_note_row_set_property;

  properties[PROP_CUE] = g_param_spec_object ("cue", NULL, NULL, SL_TYPE_CUE,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SL_TYPE_CUE);
  g_type_ensure (SL_TYPE_NOTE);
  gtk_widget_class_set_css_name (widget_class, "note-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SlNoteRow, box);
  gtk_widget_class_bind_template_child (widget_class, SlNoteRow, facts);
  gtk_widget_class_bind_template_callback (widget_class, chapter_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_classes_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_classes_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_text_cb);
}

static void
sl_note_row_init (SlNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
