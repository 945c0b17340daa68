/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "conductor.h"

G_BEGIN_DECLS

/**
 * SlTransport: the seek strip, where the film is in words, and the buttons.
 *
 * Properties: "session", "conductor" (nullable), "playing", "rate", "found" (see seek-strip). Its two groups of buttons stand in one row or, where that is too narrow,
 * in two. Everything it does is an action of the window.
 */
#define SL_TYPE_TRANSPORT (sl_transport_get_type ())
G_DECLARE_FINAL_TYPE (SlTransport, sl_transport, SL, TRANSPORT, GtkWidget)

/* Lets the viewer type a time to go to. */
void sl_transport_ask_for_time (SlTransport *self);

G_END_DECLS
