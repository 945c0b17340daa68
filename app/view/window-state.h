/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @window, which is not shown yet, the size that the one before it was left with, as far as there is room for it,
 * and writes what its viewer makes of that when it is closed. Without the settings' schema the size is the usual one. */
void sl_window_state_keep (GtkWindow *window);

G_END_DECLS
