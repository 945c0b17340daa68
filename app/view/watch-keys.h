/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys without a modifier that a viewer has while a film is shown: each activates an action at @widget. A key
 * with a letter that is not Latin is the one that would be at its place on a Latin keyboard.
 * @code: the key's, as an event has it
 * Returns: whether @key is one of them and its action there */
gboolean sl_watch_keys_press (GtkWidget *widget, guint key, guint code, GdkModifierType modifiers);

/* Whether @key writes a character: who dictates, or whose hand is unsteady, may not want those to be for the film. */
gboolean sl_watch_keys_writes (guint key);

G_END_DECLS
