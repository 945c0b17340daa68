/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number of a picture stands in its upper eighth as sixteen blocks, black or white, that outlive any
 * encoder and any scaling. */
#include "clip-maker.h"

#include <gst/gst.h>
#include <gst/video/video.h>
#include <string.h>

#define BITS 16

static void
stamp (GstVideoFrame *frame, guint64 number)
{
  const guint width = (guint)GST_VIDEO_FRAME_WIDTH (frame) / BITS, height = (guint)GST_VIDEO_FRAME_HEIGHT (frame) / 8;
  const guint stride = (guint)GST_VIDEO_FRAME_PLANE_STRIDE (frame, 0);
  guint8     *luma = GST_VIDEO_FRAME_PLANE_DATA (frame, 0);

  for (guint bit = 0; bit < BITS; bit++)
    for (guint row = 0; row < height; row++)
      memset (luma + row * stride + (BITS - 1 - bit) * width, number >> bit & 1 ? 235 : 16, width);
  for (guint plane = 1; plane < 3; plane++)
    for (guint row = 0; row < height / 2; row++)
      memset ((guint8 *)GST_VIDEO_FRAME_PLANE_DATA (frame, plane) + row * (guint)GST_VIDEO_FRAME_PLANE_STRIDE (frame, plane),
              128,
              (gsize)GST_VIDEO_FRAME_WIDTH (frame) / 2);
}

static GstPadProbeReturn
stamp_cb (GstPad *pad, GstPadProbeInfo *probe, gpointer data)
{
  guint64   *number = data;
  GstBuffer *buffer = gst_buffer_make_writable (GST_PAD_PROBE_INFO_BUFFER (probe));
  g_autoptr (GstCaps) caps = gst_pad_get_current_caps (pad);
  GstVideoInfo  info;
  GstVideoFrame frame;

  GST_PAD_PROBE_INFO_DATA (probe) = buffer;
  g_assert_true (gst_video_info_from_caps (&info, caps));
  g_assert_true (gst_video_frame_map (&frame, &info, buffer, GST_MAP_READWRITE));
  stamp (&frame, (*number)++);
  gst_video_frame_unmap (&frame);
  return GST_PAD_PROBE_OK;
}

void
clip_maker_make (const char *path, const ClipShape *shape)
{
  const guint      n_sound = shape->n_frames * shape->fps_d * 50 / shape->fps_n;
  g_autofree char *sound =
    g_strdup_printf ("audiotestsrc wave=ticks num-buffers=%u samplesperbuffer=960 ! audio/x-raw,rate=48000,channels=2 ! "
                     "opusenc ! queue max-size-time=0 max-size-bytes=0 max-size-buffers=0 ! mux.",
                     n_sound);
  g_autofree char *line =
    g_strdup_printf ("videotestsrc num-buffers=%u pattern=gradient ! video/x-raw,format=I420,width=%u,height=%u,framerate=%u/%u ! "
                     "identity name=stamp ! vp8enc deadline=1 cpu-used=8 keyframe-max-dist=30 ! "
                     "queue max-size-time=0 max-size-bytes=0 max-size-buffers=0 ! webmmux name=mux ! filesink name=file %s",
                     shape->n_frames, shape->width, shape->height, shape->fps_n, shape->fps_d, shape->sound ? sound : "");
  g_autoptr (GError) error = NULL;
  g_autoptr (GstElement) pipeline = gst_parse_launch (line, &error);
  g_autoptr (GstElement) identity = NULL;
  g_autoptr (GstElement) file = NULL;
  g_autoptr (GstPad) pad = NULL;
  g_autoptr (GstBus) bus = NULL;
  g_autoptr (GstMessage) message = NULL;
  guint64 number = 0;

  g_assert_no_error (error);
  identity = gst_bin_get_by_name (GST_BIN (pipeline), "stamp");
  file = gst_bin_get_by_name (GST_BIN (pipeline), "file");
  g_object_set (file, "location", path, NULL);
  pad = gst_element_get_static_pad (identity, "src");
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, stamp_cb, &number, NULL);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  bus = gst_element_get_bus (pipeline);
  message = gst_bus_timed_pop_filtered (bus, GST_CLOCK_TIME_NONE, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  g_assert_cmpint (GST_MESSAGE_TYPE (message), ==, GST_MESSAGE_EOS);
  gst_element_set_state (pipeline, GST_STATE_NULL);
}

guint
clip_maker_read_number (SlFrame *frame)
{
  const guint   width = sl_frame_get_width (frame) / BITS;
  const guint8 *row = sl_frame_get_pixels (frame) + (sl_frame_get_height (frame) / 16) * sl_frame_get_stride (frame);
  guint         number = 0;

  for (guint bit = 0; bit < BITS; bit++)
    if (row[((BITS - 1 - bit) * width + width / 2) * 4 + 1] > 128)
      number |= 1u << bit;
  return number;
}
