/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "frame.h"
#include "paintable-sink.h"

G_BEGIN_DECLS

/**
 * SlVideoPaintable: the last shown frame, kept until there is another; so nothing ever flashes.
 *
 * Signal: "arrived", when the output has another picture and its frame is in the mailbox: take it now.
 */
#define SL_TYPE_VIDEO_PAINTABLE (sl_video_paintable_get_type ())
G_DECLARE_FINAL_TYPE (SlVideoPaintable, sl_video_paintable, SL, VIDEO_PAINTABLE, GObject)

SlVideoPaintable *sl_video_paintable_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @frame: (nullable): shown from the next drawing on; nothing is copied. NULL leaves nothing to draw. A frame
 * without pixels is what the output shows. */
void     sl_video_paintable_set_frame (SlVideoPaintable *self, SlFrame *frame);
SlFrame *sl_video_paintable_get_frame (SlVideoPaintable *self); /* (transfer none) (nullable) */

/* Whether the renderer draws with cairo: frames are then drawn as they are, without a texture between. */
void sl_video_paintable_set_cairo (SlVideoPaintable *self, gboolean cairo);

/* A live picture is drawn as what the frame is at the time of the drawing, and a new frame of the same size is by itself
 * no cause for one: whoever makes it live brings the frame to the screen. Only with cairo. */
void sl_video_paintable_set_live (SlVideoPaintable *self, gboolean live);
/* Has @region of a live picture drawn. */
void sl_video_paintable_draw_anew (SlVideoPaintable *self, const cairo_region_t *region);
/* Returns: (transfer none) (nullable): what a live picture is drawn by */
GskRenderNode *sl_video_paintable_get_live_node (SlVideoPaintable *self);

/* The other way to the screen. @output: an SlPaintableSink. Once, before any frame. */
void sl_video_paintable_set_output (SlVideoPaintable *self, GstElement *output);
/* What the output shows is turned clockwise by @degrees (0, 90, 180, 270); our own frames come turned. */
void sl_video_paintable_set_turn (SlVideoPaintable *self, guint degrees);
/* Whether frames come by "arrived" only. */
gboolean sl_video_paintable_is_fed (SlVideoPaintable *self);

/* Whether there is anything to see. */
gboolean sl_video_paintable_has_picture (SlVideoPaintable *self);

/* The picture that is shown, in its own size. Returns: (transfer full) (nullable): in memory; NULL without one */
GdkTexture *sl_video_paintable_take_picture (SlVideoPaintable *self, GskRenderer *renderer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
