/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pane.h"

G_BEGIN_DECLS

/**
 * SlNotesPane: all notes of the clip, following the film.
 */
#define SL_TYPE_NOTES_PANE (sl_notes_pane_get_type ())
G_DECLARE_FINAL_TYPE (SlNotesPane, sl_notes_pane, SL, NOTES_PANE, SlPane)

G_END_DECLS
