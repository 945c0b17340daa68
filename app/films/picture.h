/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One frame of the film, a pure function of its number: the ground, the shot of that moment, and
 * the passage from the shot before. Leaves out what each scene shows. */
#pragma once

#include "storyboard.h"

G_BEGIN_DECLS

/**
 * sl_picture_new:
 * @frame: its number, less than the storyboard's number of frames
 *
 * Returns: (transfer full): an image surface of format RGB24, in the storyboard's size
 */
cairo_surface_t *sl_picture_new (SlStoryboard *storyboard, guint frame);

/**
 * sl_picture_frame_at:
 * @seconds: a moment of the film
 *
 * Returns: the number of the frame that is shown then; the last one for any later moment
 */
guint sl_picture_frame_at (SlStoryboard *storyboard, double seconds);

G_END_DECLS
