/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mark.h"

G_BEGIN_DECLS

/**
 * SlMarkRow: a note of the viewer's own: when it is, which leads there, its words, which can be changed, and away with it.
 */
#define SL_TYPE_MARK_ROW (sl_mark_row_get_type ())
G_DECLARE_FINAL_TYPE (SlMarkRow, sl_mark_row, SL, MARK_ROW, GtkWidget)

SlMarkRow *sl_mark_row_new (SlMark *mark) G_GNUC_WARN_UNUSED_RESULT;

SlMark *sl_mark_row_get_mark (SlMarkRow *self);               /* (transfer none) */
void    sl_mark_row_set_mark (SlMarkRow *self, SlMark *mark); /* the same one, maybe with other words */
void    sl_mark_row_keep (SlMarkRow *self);                   /* what is written in it, if it is not kept yet */
void    sl_mark_row_write (SlMarkRow *self);                  /* puts the focus into the words */

G_END_DECLS
