/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: (transfer full): what @row, whose property "cue" (SlCue) is not NULL, is called when it is read aloud. */
typedef char *(*SlRowNameWriter) (GtkWidget *row);

/* From now on @row, and the item of the list that it stands in, have the name that @write gives whenever the row's cue
 * is another, begins or ends; the item is selected while the cue is on. For screen readers, which know of items and not
 * of what is in them. */
void sl_row_name_keep (GtkWidget *row, SlRowNameWriter write);
void sl_row_name_tell (GtkWidget *row); /* the name has changed for another reason */

G_END_DECLS
