/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Labels of wrapping text for what a casebook says, with its inline marks; see rich-text.h. */

/* Shows @text (nullable) in @label, or hides the label when there is none. */
void sl_labels_set (GtkLabel *label, const char *text);

/* Appends a label of @text (nullable: nothing) with the style class @style to @box. */
void sl_labels_add (GtkWidget *box, const char *text, const char *style);

/* Takes every child out of @box. */
void sl_labels_clear (GtkWidget *box);

G_END_DECLS
