/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlBars: the one place over the picture for what is said there with buttons. Its children in the order of what matters
 * more: the first that has something to say is shown, and the one after it when that has gone.
 */
#define SL_TYPE_BARS (sl_bars_get_type ())
G_DECLARE_FINAL_TYPE (SlBars, sl_bars, SL, BARS, GtkWidget)

G_END_DECLS
