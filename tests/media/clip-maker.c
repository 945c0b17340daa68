/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number of a picture stands in its upper eighth as sixteen blocks, black or white, that outlive any
 * encoder and any scaling. */
#include "clip-maker.h"

#include "clip-chapters.h"
#include "clip-orientation.h"

#include <gst/gst.h>
#include <gst/video/video.h>
#include <stdio.h>
#include <string.h>

#define BITS 16
#define QUEUE " ! queue max-size-time=0 max-size-bytes=0 max-size-buffers=0 ! mux. "

gint64
clip_maker_get_time (const ClipShape *shape, guint number)
{
  gint64 time = 0;

  if (shape->durations == NULL)
    return shape->late * (gint64)GST_MSECOND + (gint64)gst_util_uint64_scale (number, shape->fps_d * GST_SECOND, shape->fps_n);
  for (guint i = 0; i < number; i++)
    time += shape->durations[i] * (gint64)GST_MSECOND;
  return time;
}

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

typedef struct
{
  const ClipShape *shape;
  guint            number;
} Stamping;

static GstPadProbeReturn
stamp_cb (GstPad *pad, GstPadProbeInfo *probe, gpointer data)
{
  Stamping        *self = data;
  const ClipShape *shape = self->shape;
  GstBuffer       *buffer = gst_buffer_make_writable (GST_PAD_PROBE_INFO_BUFFER (probe));
  g_autoptr (GstCaps) caps = gst_pad_get_current_caps (pad);
  GstVideoInfo  info;
  GstVideoFrame frame;

  GST_PAD_PROBE_INFO_DATA (probe) = buffer;
  g_assert_true (gst_video_info_from_caps (&info, caps));
  g_assert_true (gst_video_frame_map (&frame, &info, buffer, GST_MAP_READWRITE));
  stamp (&frame, self->number);
  gst_video_frame_unmap (&frame);
  GST_BUFFER_PTS (buffer) += shape->late * GST_MSECOND;
  if (shape->durations)
    {
      GST_BUFFER_PTS (buffer) = (GstClockTime)clip_maker_get_time (shape, self->number);
      /* With one, matroskamux 1.22 calls a picture a keyframe; without, the film ends where its last one begins. */
      GST_BUFFER_DURATION (buffer) = shape->container == CLIP_MP4 || self->number + 1 == shape->n_frames
                                       ? shape->durations[self->number] * GST_MSECOND
                                       : GST_CLOCK_TIME_NONE;
    }
  self->number++;
  return GST_PAD_PROBE_OK;
}

/* The pipeline, in the words of gst_parse_launch() */

static void
add_picture (GString *line, const ClipShape *shape)
{
  const guint distance = shape->keyframe_distance > 0 ? shape->keyframe_distance : 30;

  if (shape->no_picture)
    return;
  if (shape->durations)
    g_assert_cmpuint ((shape->n_frames - 1) % distance, ==, 0);
  g_string_append_printf (line, "videotestsrc num-buffers=%u pattern=gradient ! ", shape->n_frames);
  g_string_append_printf (line, "video/x-raw,format=I420,width=%u,height=%u,framerate=%u/%u ! identity name=stamp ! ",
                          shape->width, shape->height, shape->fps_n, shape->fps_d);
  /* Encoders round times to their rate. */
  if (shape->durations)
    g_string_append (line, "capssetter caps=video/x-raw,framerate=(fraction)1000/1 ! ");
  if (shape->container == CLIP_WEBM)
    g_string_append_printf (line, "vp8enc deadline=1 cpu-used=8 keyframe-max-dist=%u", distance);
  else
    g_string_append_printf (line, "x264enc speed-preset=superfast threads=1 b-adapt=false bframes=%u key-int-max=%u "
                                  "option-string=scenecut=0:min-keyint=%u ! h264parse",
                            shape->b_frames, distance, distance);
  if (shape->durations)
    g_string_append_printf (line, " ! capssetter caps=video/x-%s,framerate=(fraction)0/1",
                            shape->container == CLIP_WEBM ? "vp8" : "h264");
  g_string_append (line, QUEUE);
}

static void
add_tags (GString *line, const ClipTrack *track)
{
  if (track->language == NULL)
    return;
  g_string_append_printf (line, " ! taginject tags=\"language-code=%s", track->language);
  if (track->title)
    g_string_append_printf (line, ",title=\\\"%s\\\"", track->title);
  g_string_append (line, "\"");
}

static void
add_sound (GString *line, const ClipShape *shape, const ClipTrack *track, guint number)
{
  const gint64 length = shape->sound_length > 0 ? shape->sound_length * (gint64)GST_MSECOND
                                                : clip_maker_get_time (shape, shape->n_frames);

  g_string_append_printf (line, "audiotestsrc wave=%s freq=%u num-buffers=%u samplesperbuffer=960 ! ",
                          track->language ? "sine" : "ticks", (number + 1) * 300, (guint)(length / (20 * (gint64)GST_MSECOND)));
  g_string_append (line, "audio/x-raw,rate=48000,channels=2 ! opusenc");
  add_tags (line, track);
  g_string_append (line, QUEUE);
}

static char *
make_line (const ClipShape *shape)
{
  static const char *const muxers[] = {"webmmux", "matroskamux", "qtmux"};
  static const ClipTrack   nameless = {0};
  GString                 *line = g_string_new (NULL);

  g_string_append_printf (line, "%s name=mux ! filesink name=file ", muxers[shape->container]);
  add_picture (line, shape);
  for (guint i = 0; shape->sounds && shape->sounds[i].language; i++)
    add_sound (line, shape, &shape->sounds[i], i);
  if (shape->sound && shape->sounds == NULL)
    add_sound (line, shape, &nameless, 0);
  for (guint i = 0; shape->texts && shape->texts[i].language; i++)
    {
      g_string_append_printf (line, "appsrc name=text%u format=time caps=text/x-raw,format=utf8", i);
      add_tags (line, &shape->texts[i]);
      g_string_append_printf (line, " ! queue ! mux.subtitle_%u ", i);
    }
  return g_string_free (line, FALSE);
}

static GstBuffer *
make_words (const char *block)
{
  guint        h[2], m[2], s[2], ms[2];
  int          used = 0;
  GstClockTime times[2];
  GstBuffer   *buffer;

  g_assert_cmpint (sscanf (block, "%*u %u:%u:%u,%u --> %u:%u:%u,%u %n", h, m, s, ms, h + 1, m + 1, s + 1, ms + 1, &used), ==, 8);
  for (guint i = 0; i < 2; i++)
    times[i] = (((h[i] * 60 + m[i]) * 60 + s[i]) * 1000 + ms[i]) * GST_MSECOND;
  buffer = gst_buffer_new_memdup (block + used, strlen (block + used));
  GST_BUFFER_PTS (buffer) = times[0];
  GST_BUFFER_DURATION (buffer) = times[1] - times[0];
  return buffer;
}

static void
push_words (GstElement *pipeline, const ClipTrack *texts)
{
  for (guint i = 0; texts && texts[i].language; i++)
    {
      g_autofree char *name = g_strdup_printf ("text%u", i);
      g_auto (GStrv) blocks = g_strsplit (texts[i].srt, "\n\n", -1);
      g_autoptr (GstElement) source = gst_bin_get_by_name (GST_BIN (pipeline), name);
      GstFlowReturn flow;

      for (guint block = 0; blocks[block]; block++)
        {
          g_autoptr (GstBuffer) buffer = *g_strstrip (blocks[block]) ? make_words (blocks[block]) : NULL;

          if (buffer)
            g_signal_emit_by_name (source, "push-buffer", buffer, &flow);
        }
      g_signal_emit_by_name (source, "end-of-stream", &flow);
    }
}

static void
run (GstElement *pipeline, const ClipTrack *texts)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (pipeline);
  g_autoptr (GstMessage) message = NULL;

  gst_element_set_state (pipeline, GST_STATE_PAUSED);
  push_words (pipeline, texts);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  message = gst_bus_timed_pop_filtered (bus, GST_CLOCK_TIME_NONE, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *debug = NULL;

      gst_message_parse_error (message, &error, &debug);
      g_error ("%s (%s)", error->message, debug);
    }
  gst_element_set_state (pipeline, GST_STATE_NULL);
}

void
clip_maker_make (const char *path, const ClipShape *shape)
{
  g_autofree char *line = make_line (shape);
  g_autoptr (GError) error = NULL;
  g_autoptr (GstElement) pipeline = gst_parse_launch (line, &error);
  g_autoptr (GstElement) identity = NULL;
  g_autoptr (GstElement) file = NULL;
  g_autoptr (GstElement) mux = NULL;
  Stamping stamping = {shape, 0};

  g_assert_no_error (error);
  identity = gst_bin_get_by_name (GST_BIN (pipeline), "stamp");
  file = gst_bin_get_by_name (GST_BIN (pipeline), "file");
  mux = gst_bin_get_by_name (GST_BIN (pipeline), "mux");
  g_object_set (file, "location", path, NULL);
  if (identity)
    {
      g_autoptr (GstPad) pad = gst_element_get_static_pad (identity, "src");

      gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, stamp_cb, &stamping, NULL);
    }
  if (shape->chapters)
    {
      g_autoptr (GstToc) toc = clip_chapters_make_room ();

      gst_toc_setter_set_toc (GST_TOC_SETTER (mux), toc);
    }
  run (pipeline, shape->texts);
  if (shape->chapters)
    clip_chapters_write (path, shape->chapters);
  if (shape->orientation)
    clip_orientation_write (path, shape->orientation);
}

guint
clip_maker_read_luma (const guint8 *pixels, guint width, guint height, gsize stride, guint step)
{
  const guint8 *row = pixels + (height / 16) * stride;
  const guint   block = width / BITS;
  guint         number = 0;

  for (guint bit = 0; bit < BITS; bit++)
    if (row[((BITS - 1 - bit) * block + block / 2) * step] > 128)
      number |= 1u << bit;
  return number;
}

guint
clip_maker_read_number (SlFrame *frame)
{
  return clip_maker_read_luma (sl_frame_get_pixels (frame) + 1, sl_frame_get_width (frame), sl_frame_get_height (frame), sl_frame_get_stride (frame), 4);
}
