/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "conductor.h"

G_BEGIN_DECLS

/**
 * SlMoreButton: the menu with what a film is watched with less often: its tracks, how captions look, loops, and so on.
 *
 * Property: "conductor" (nullable). Of sound and captions only what there is to choose from is in it.
 */
#define SL_TYPE_MORE_BUTTON (sl_more_button_get_type ())
G_DECLARE_FINAL_TYPE (SlMoreButton, sl_more_button, SL, MORE_BUTTON, GtkWidget)

G_END_DECLS
