/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SlTransport: the seek strip, where the film is in words, and the buttons.
 *
 * Properties: "session", "playing". Its two groups of buttons stand in one row or, where that is too narrow,
 * in two. Everything it does is an action of the window.
 */
#define SL_TYPE_TRANSPORT (sl_transport_get_type ())
G_DECLARE_FINAL_TYPE (SlTransport, sl_transport, SL, TRANSPORT, GtkWidget)

G_END_DECLS
