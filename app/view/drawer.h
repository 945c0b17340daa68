/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlDrawer: has a panel slide over the picture from the end side and back, as far as animations are wanted. While it is
 * open it has the keys; who closes it from within goes on where he was before.
 */
#define SL_TYPE_DRAWER (sl_drawer_get_type ())
G_DECLARE_FINAL_TYPE (SlDrawer, sl_drawer, SL, DRAWER, GObject)

/* @page: has the properties "fullscreen" and "panel-shown", which a finger's swipe from the end edge, and one over the
 * @panel towards it, sets; it is given its places anew with each step. Neither is kept alive. */
SlDrawer *sl_drawer_new (GtkWidget *page, GtkWidget *panel) G_GNUC_WARN_UNUSED_RESULT;

/* @slides: by and by, and with the keys; otherwise at once. */
void sl_drawer_set_open (SlDrawer *self, gboolean open, gboolean slides);

/* From 0, closed, to 1, open. */
double sl_drawer_get_share (SlDrawer *self);

/* Whether a finger put down at @x of the page, in pixels, may be about to open it. */
gboolean sl_drawer_is_edge (SlDrawer *self, double x);

G_END_DECLS
