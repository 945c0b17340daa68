/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes. What is shown and followed is bound in notes-pane.ui. */
#include "notes-pane.h"

#include "following-list.h"
#include "note-row.h"

struct _SlNotesPane
{
  SlPane parent_instance;
};

G_DEFINE_FINAL_TYPE (SlNotesPane, sl_notes_pane, SL_TYPE_PANE)

static void
sl_notes_pane_class_init (SlNotesPaneClass *klass)
{
  g_type_ensure (SL_TYPE_FOLLOWING_LIST);
  g_type_ensure (SL_TYPE_NOTE_ROW);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/sidelight/ui/notes-pane.ui");
}

static void
sl_notes_pane_init (SlNotesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
