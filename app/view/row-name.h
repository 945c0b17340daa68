/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on the item of the list that @row stands in is called by what the row's property "cue" (SlCue) tells, and is
 * selected while that is on; for screen readers, which know of items and not of what is in them. */
void sl_row_name_keep (GtkWidget *row);

G_END_DECLS
