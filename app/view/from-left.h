/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Time runs from left to right in every language, as the strip does: so does what moves in it, and signs stand before
 * their numbers. Turns @widget and all in it that way, popovers excepted: what they say is words. */
void sl_from_left_turn (GtkWidget *widget);

G_END_DECLS
