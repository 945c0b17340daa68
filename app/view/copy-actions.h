/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "own-copies.h"

G_BEGIN_DECLS

/**
 * sl_copy_actions_add: adds to @window what viewers do with a copy of their own.
 *
 * Actions: "choose-copy" (by a dialog), "take-copy" (s: a URI), "accept-copy" (and play it), "adjust-copy" (opens its
 * window), "forget-copy". Each is enabled where it makes sense. Actions used: win.watch (s), win.tell (s).
 */
void sl_copy_actions_add (GtkWindow *window, SlOwnCopies *copies);

G_END_DECLS
