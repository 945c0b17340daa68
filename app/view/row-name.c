/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In GTK 4.8 the item of a list has no name, and takes the focus. What is on now says so in its name as well: not every
 * reader tells what is selected. */
#include "config.h"

#include "row-name.h"

#include "cue.h"

#include <glib/gi18n-lib.h>

static GQuark
writer_quark (void)
{
  return g_quark_from_static_string ("sidelight-row-name-writer");
}

void
sl_row_name_tell (GtkWidget *row)
{
  GtkWidget      *item = gtk_widget_get_parent (row);
  SlRowNameWriter write = (SlRowNameWriter)g_object_get_qdata (G_OBJECT (row), writer_quark ());
  g_autoptr (SlCue) cue = NULL;
  g_autofree char *name = NULL;
  g_autofree char *now = NULL;

  g_return_if_fail (write != NULL);

  g_object_get (row, "cue", &cue, NULL);
  if (cue == NULL)
    return;
  name = write (row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (item == NULL || gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (item)) != GTK_ACCESSIBLE_ROLE_LIST_ITEM)
    return;
  /* Translators: spoken name of what is on now in a list. */
  now = sl_cue_get_current (cue) ? g_strdup_printf (C_ ("moment", "Now: %s"), name) : g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, now, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_SELECTED, sl_cue_get_current (cue), -1);
}

static void
cue_cb (GtkWidget *row, GParamSpec *pspec, GSignalGroup *cues)
{
  g_autoptr (SlCue) cue = NULL;

  g_object_get (row, "cue", &cue, NULL);
  g_signal_group_set_target (cues, cue);
  sl_row_name_tell (row);
}

static void
forget_cb (gpointer cues, GClosure *closure)
{
  g_object_unref (cues);
}

void
sl_row_name_keep (GtkWidget *row, SlRowNameWriter write)
{
  GSignalGroup *cues;

  g_return_if_fail (GTK_IS_WIDGET (row) && write != NULL);

  g_object_set_qdata (G_OBJECT (row), writer_quark (), (gpointer)write);
  cues = g_signal_group_new (SL_TYPE_CUE);
  g_signal_group_connect_object (cues, "notify::current", G_CALLBACK (sl_row_name_tell), row, G_CONNECT_SWAPPED);
  g_signal_connect (row, "notify::parent", G_CALLBACK (sl_row_name_tell), NULL);
  g_signal_connect_data (row, "notify::cue", G_CALLBACK (cue_cb), cues, forget_cb, 0);
}
