/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives windows of the class, which are SlWindow, the actions "win.copy" (s) and, for authors, "win.copy-time" and
 * "win.copy-link": the time of the picture that is shown, as a casebook has it, or the link to it. Which it was is said
 * by the action win.tell (s). Without a clip these do nothing. */
void sl_copying_install (GtkWidgetClass *widget_class);

G_END_DECLS
