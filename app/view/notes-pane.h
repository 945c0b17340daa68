/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SlNotesPane: all notes of the clip, following the film.
 *
 * Property: "session".
 */
#define SL_TYPE_NOTES_PANE (sl_notes_pane_get_type ())
G_DECLARE_FINAL_TYPE (SlNotesPane, sl_notes_pane, SL, NOTES_PANE, GtkWidget)

G_END_DECLS
