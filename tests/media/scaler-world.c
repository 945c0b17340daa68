/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scaler and the sink behind it, without the rest of a player: pictures go in, frames come out. */
#include "scaler-world.h"

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

void
scaler_world_set_up (ScalerWorld *self)
{
  GstElement *sink;

  self->mailbox = sl_mailbox_new (wake_cb, NULL);
  sink = sl_frame_sink_new (self->mailbox);
  g_object_set (sink, "sync", FALSE, "async", FALSE, NULL);
  self->scaler = SL_SCALER (gst_object_ref_sink (sl_scaler_new (sink)));
  self->harness = gst_harness_new_with_element (GST_ELEMENT (self->scaler), "sink", NULL);
  self->n_pushed = 0;
}

void
scaler_world_tear_down (ScalerWorld *self)
{
  gst_harness_teardown (self->harness);
  g_assert_finalize_object (self->scaler);
  sl_mailbox_close (self->mailbox);
  sl_mailbox_unref (self->mailbox);
}

/* @buffer: (transfer full). Returns: (transfer full): what became of it */
SlFrame *
scaler_world_show (ScalerWorld *self, GstBuffer *buffer)
{
  SlFrame *frame;

  GST_BUFFER_PTS (buffer) = self->n_pushed * GST_SECOND / 25;
  GST_BUFFER_DURATION (buffer) = GST_SECOND / 25;
  self->n_pushed++;
  g_assert_cmpint (gst_harness_push (self->harness, buffer), ==, GST_FLOW_OK);
  frame = sl_mailbox_take_frame (self->mailbox);
  g_assert_nonnull (frame);
  return frame;
}

void
scaler_world_set_input (ScalerWorld *self, const GstVideoInfo *info)
{
  gst_harness_set_src_caps (self->harness, gst_video_info_to_caps (info));
}

GstVideoInfo
scaler_world_make_info (GstVideoFormat format, guint width, guint height)
{
  GstVideoInfo info;

  g_assert_true (gst_video_info_set_format (&info, format, width, height));
  info.fps_n = 25;
  info.fps_d = 1;
  return info;
}

const guint8 *
scaler_world_pixel_of (SlFrame *frame, guint x, guint y)
{
  return sl_frame_get_pixels (frame) + y * sl_frame_get_stride (frame) + (gsize)x * 4;
}

/* As decoders hand it over: rows with something behind them that is no picture. */
GstBuffer *
scaler_world_make_padded (GstVideoInfo *info, guint padding)
{
  GstVideoAlignment alignment;
  GstVideoInfo      aligned = *info;
  GstBuffer        *buffer;

  gst_video_alignment_reset (&alignment);
  alignment.padding_left = alignment.padding_top = padding;
  alignment.padding_right = alignment.padding_bottom = padding + (padding ? 6 : 0);
  g_assert_true (gst_video_info_align (&aligned, &alignment));
  buffer = gst_buffer_new_allocate (NULL, aligned.size, NULL);
  gst_buffer_memset (buffer, 0, 0x5a, aligned.size);
  gst_buffer_add_video_meta_full (buffer,
                                  GST_VIDEO_FRAME_FLAG_NONE,
                                  GST_VIDEO_INFO_FORMAT (info),
                                  (guint)info->width,
                                  (guint)info->height,
                                  info->finfo->n_planes,
                                  aligned.offset,
                                  aligned.stride);
  return buffer;
}
