/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys without a modifier that a viewer has while a film is shown: each activates an action at @widget.
 * Returns: whether @key is one of them and its action there */
gboolean sl_watch_keys_press (GtkWidget *widget, guint key, GdkModifierType modifiers);

G_END_DECLS
