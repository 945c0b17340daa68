/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cue.h"

G_BEGIN_DECLS

/**
 * SlNoteRow: one note in the list; while it is current, with its facts.
 *
 * Property: "cue" (SlCue of a note, nullable).
 */
#define SL_TYPE_NOTE_ROW (sl_note_row_get_type ())
G_DECLARE_FINAL_TYPE (SlNoteRow, sl_note_row, SL, NOTE_ROW, GtkWidget)

G_END_DECLS
