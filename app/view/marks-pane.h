/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pane.h"

G_BEGIN_DECLS

/**
 * SlMarksPane: what viewers have written to the clip themselves, to be read, changed and taken home.
 *
 * Property: "has-marks" (boolean): there is something.
 */
#define SL_TYPE_MARKS_PANE (sl_marks_pane_get_type ())
G_DECLARE_FINAL_TYPE (SlMarksPane, sl_marks_pane, SL, MARKS_PANE, SlPane)

/* Puts the focus into the words of the mark of @id, if it is there. */
void sl_marks_pane_write (SlMarksPane *self, const char *id);

G_END_DECLS
