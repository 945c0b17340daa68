/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/check/gstharness.h>
#include <gst/video/video.h>

#include "frame-sink.h"
#include "scaler.h"

G_BEGIN_DECLS

typedef struct
{
  SlMailbox  *mailbox;
  SlScaler   *scaler;
  GstHarness *harness;
  guint       n_pushed;
} ScalerWorld;

void scaler_world_set_up (ScalerWorld *self);
void scaler_world_tear_down (ScalerWorld *self);

GstVideoInfo scaler_world_make_info (GstVideoFormat format, guint width, guint height); /* of 25 pictures a second */
void         scaler_world_set_input (ScalerWorld *self, const GstVideoInfo *info);

/* Returns: (transfer full): a picture as decoders hand it over, with @padding pixels around it that are no picture */
GstBuffer *scaler_world_make_padded (GstVideoInfo *info, guint padding);

/* @buffer: (transfer full). Returns: (transfer full): what became of it */
SlFrame      *scaler_world_show (ScalerWorld *self, GstBuffer *buffer);
const guint8 *scaler_world_pixel_of (SlFrame *frame, guint x, guint y); /* blue, green, red, alpha */

G_END_DECLS
