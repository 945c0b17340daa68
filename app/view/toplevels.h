/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: (transfer none) (nullable): a window that stands over @window and is seen */
GtkWindow *sl_toplevels_find_over (GtkWindow *window);

G_END_DECLS
