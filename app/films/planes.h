/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a drawn picture to the brightness and colour planes that encoders take, rounded to nearest:
 * rounding down, as converters made for speed do, tints a ground as dark as ours. */
#pragma once

#include <cairo.h>
#include <gst/video/video.h>

G_BEGIN_DECLS

/**
 * sl_planes_convert:
 * @picture: an image surface of format RGB24, its width and height even
 * @frame: a mapped I420 frame of the same size, to be written as BT.709 of limited range
 */
void sl_planes_convert (cairo_surface_t *picture, GstVideoFrame *frame);

G_END_DECLS
