/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Looks for @wanted in what a window draws. @x, @y: where its corner is drawn; @open: (transfer full): what of it is seen
 * with nothing drawn over it, relative to that corner; less, when that is in many parts. All in whole pixels. Returns:
 * FALSE when it is not drawn as it is: not there, or turned, scaled, faded, cut to a shape or between two pixels; @open
 * is NULL then */
gboolean sl_cover_find (GskRenderNode *drawing, const GskRenderNode *wanted, int *x, int *y, cairo_region_t **open);

G_END_DECLS
