/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives windows of the class the actions "win.open" and "win.open-folder": the viewer chooses a casebook in one file, or
 * the folder of one. It is opened by the action "app.open-place" (s: a URI). */
void sl_open_actions_install (GtkWidgetClass *widget_class);

G_END_DECLS
