/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/video/video.h>

G_BEGIN_DECLS

/**
 * SlOrientation: one of the eight ways in which a picture can be laid down: mirrored left to right or not, and then
 * turned clockwise by so many quarters. A plain value.
 */
typedef struct
{
  gboolean mirrored;
  guint    quarters; /* 0 to 3 */
} SlOrientation;

/* @tag: (nullable): a value of GST_TAG_IMAGE_ORIENTATION. Fills @orientation, with the upright one when the tag
 * is not known. Returns: whether it is known */
gboolean sl_orientation_parse (const char *tag, SlOrientation *orientation);

/* Returns: @self and then turned by @degrees clockwise, a multiple of 90 */
SlOrientation sl_orientation_turn (SlOrientation self, guint degrees);

gboolean sl_orientation_is_upright (SlOrientation self);  /* nothing has to be done */
gboolean sl_orientation_is_sideways (SlOrientation self); /* width and height change places */
gboolean sl_orientation_equal (SlOrientation one, SlOrientation other);

/* Returns: how GStreamer calls it */
GstVideoOrientationMethod sl_orientation_get_method (SlOrientation self);

G_END_DECLS
