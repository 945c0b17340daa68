/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The item of a list leaves the focus to what is in it, so that a row with a button in it could not be chosen by keys.
 * Rows of this class, in a list, take the focus themselves before what is in them does, and Return chooses them. They
 * have one child. To be called in class_init, and for each row in init. */
void sl_row_focus_bind (GtkWidgetClass *widget_class);
void sl_row_focus_keep (GtkWidget *row);

G_END_DECLS
