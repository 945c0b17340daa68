/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlBarBox: words and their buttons over the picture: the first child is what is said, and each other one a button.
 *
 * In one line where there is room for it; else the words have the line, and the buttons follow in as many as they need.
 */
#define SL_TYPE_BAR_BOX (sl_bar_box_get_type ())
G_DECLARE_FINAL_TYPE (SlBarBox, sl_bar_box, SL, BAR_BOX, GtkWidget)

G_END_DECLS
