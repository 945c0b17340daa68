/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on whatever takes the focus inside @row, which stands in something that scrolls, is brought into sight. */
void sl_focus_scroll_keep (GtkWidget *row);

/* Brings @widget, which is laid out, into sight now. */
void sl_focus_scroll_bring (GtkWidget *widget);

G_END_DECLS
