/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The end of the picture's way through the pipeline. GstBaseSink keeps the time; this room maps the buffer,
 * names its stream time, number and serial, and posts it. The prerolled frame comes twice (once paused,
 * once when playing begins) and is posted once.
 *
 * A serial changes with the flush of its seek, which gst_element_seek() carries out before it returns, so
 * a frame of the old position can never bear the new serial.
 */
#include "frame-sink.h"

#include <gst/video/video.h>

#define FRAME_GUESS (40 * (gint64)GST_MSECOND)

struct _SlFrameSink
{
  GstVideoSink parent_instance;

  SlMailbox   *mailbox;
  GstVideoInfo info;

  GMutex   lock;
  guint    wanted_serial;
  gint64   wanted_target;
  guint    serial;
  gboolean fresh; /* nothing was posted since the last flush or start */
  gint64   shown;
  gint64   shown_end;
  gint64   frame_duration;
};

G_DEFINE_FINAL_TYPE (SlFrameSink, sl_frame_sink, GST_TYPE_VIDEO_SINK)

static GstStaticPadTemplate sink_template =
  GST_STATIC_PAD_TEMPLATE ("sink", GST_PAD_SINK, GST_PAD_ALWAYS, GST_STATIC_CAPS (GST_VIDEO_CAPS_MAKE ("BGRA")));

typedef struct
{
  GstVideoFrame frame;
} Mapping;

static void
mapping_free (gpointer data)
{
  Mapping *mapping = data;

  gst_video_frame_unmap (&mapping->frame);
  g_free (mapping);
}

/* From the end of the frame, since a seek cuts its beginning off: @time to @time + @duration is nanoseconds. */
static gint64
frame_number (const GstVideoInfo *info, gint64 time, gint64 duration)
{
  const guint64 fps_n = (guint64)GST_VIDEO_INFO_FPS_N (info), fps_d = (guint64)GST_VIDEO_INFO_FPS_D (info);

  if (fps_n == 0 || fps_d == 0)
    return -1;
  if (duration > 0)
    return (gint64)gst_util_uint64_scale_round ((guint64)(time + duration), fps_n, fps_d * GST_SECOND) - 1;
  return (gint64)gst_util_uint64_scale_round ((guint64)time, fps_n, fps_d * GST_SECOND);
}

static gboolean
is_repeated (SlFrameSink *self, gint64 time)
{
  return !self->fresh && time == self->shown;
}

/* The picture that a seek cut at its nudged target is the one at the target. Called with the lock held. */
static void
take_nudge_back (SlFrameSink *self, gint64 *time, gint64 *duration)
{
  const gint64 cut = *time - self->wanted_target;

  if (self->wanted_target < 0 || cut <= 0 || cut > (gint64)SL_FRAME_SINK_NUDGE)
    return;
  *time -= cut;
  if (*duration > 0)
    *duration += cut;
}

static GstFlowReturn
sl_frame_sink_show_frame (GstVideoSink *sink, GstBuffer *buffer)
{
  SlFrameSink        *self = SL_FRAME_SINK (sink);
  GstSegment         *segment = &GST_BASE_SINK (sink)->segment;
  gint64              time = (gint64)gst_segment_to_stream_time (segment, GST_FORMAT_TIME, GST_BUFFER_PTS (buffer));
  gint64              duration = GST_BUFFER_DURATION_IS_VALID (buffer) ? (gint64)GST_BUFFER_DURATION (buffer) : 0;
  g_autofree Mapping *mapping = NULL;
  const GstVideoInfo *info;
  SlFrame            *frame;
  guint               serial;

  if (time < 0)
    return GST_FLOW_OK;

  g_mutex_lock (&self->lock);
  take_nudge_back (self, &time, &duration);
  if (is_repeated (self, time))
    {
      g_mutex_unlock (&self->lock);
      return GST_FLOW_OK;
    }
  self->fresh = FALSE;
  self->shown = time;
  self->shown_end = time + duration;
  serial = self->serial;
  g_mutex_unlock (&self->lock);

  mapping = g_new0 (Mapping, 1);
  if (!gst_video_frame_map (&mapping->frame, &self->info, buffer, GST_MAP_READ))
    return GST_FLOW_ERROR;
  info = &mapping->frame.info;
  frame = sl_frame_new (GST_VIDEO_FRAME_PLANE_DATA (&mapping->frame, 0),
                        (guint)GST_VIDEO_INFO_WIDTH (info),
                        (guint)GST_VIDEO_INFO_HEIGHT (info),
                        (gsize)GST_VIDEO_FRAME_PLANE_STRIDE (&mapping->frame, 0),
                        time,
                        duration,
                        frame_number (&self->info, time, duration),
                        serial,
                        mapping,
                        mapping_free);
  mapping = NULL;
  sl_mailbox_post_frame (self->mailbox, frame);
  return GST_FLOW_OK;
}

static gboolean
sl_frame_sink_set_info (GstVideoSink *sink, GstCaps *caps, const GstVideoInfo *info)
{
  SlFrameSink *self = SL_FRAME_SINK (sink);
  const int    fps_n = GST_VIDEO_INFO_FPS_N (info), fps_d = GST_VIDEO_INFO_FPS_D (info);

  self->info = *info;
  g_mutex_lock (&self->lock);
  self->frame_duration = fps_n > 0 ? (gint64)gst_util_uint64_scale_int (GST_SECOND, fps_d, fps_n) : FRAME_GUESS;
  g_mutex_unlock (&self->lock);
  return TRUE;
}

static gboolean
sl_frame_sink_event (GstBaseSink *sink, GstEvent *event)
{
  SlFrameSink *self = SL_FRAME_SINK (sink);

  if (GST_EVENT_TYPE (event) == GST_EVENT_FLUSH_STOP)
    {
      g_mutex_lock (&self->lock);
      self->serial = self->wanted_serial;
      self->fresh = TRUE;
      g_mutex_unlock (&self->lock);
    }
  return GST_BASE_SINK_CLASS (sl_frame_sink_parent_class)->event (sink, event);
}

static gboolean
sl_frame_sink_start (GstBaseSink *sink)
{
  SlFrameSink *self = SL_FRAME_SINK (sink);

  g_mutex_lock (&self->lock);
  self->serial = self->wanted_serial;
  self->fresh = TRUE;
  self->shown = 0;
  self->shown_end = 0;
  g_mutex_unlock (&self->lock);
  return TRUE;
}

static gboolean
sl_frame_sink_propose_allocation (GstBaseSink *sink, GstQuery *query)
{
  gst_query_add_allocation_meta (query, GST_VIDEO_META_API_TYPE, NULL);
  return TRUE;
}

static void
sl_frame_sink_finalize (GObject *object)
{
  SlFrameSink *self = SL_FRAME_SINK (object);

  g_clear_pointer (&self->mailbox, sl_mailbox_unref);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (sl_frame_sink_parent_class)->finalize (object);
}

static void
sl_frame_sink_class_init (SlFrameSinkClass *klass)
{
  GstElementClass   *element_class = GST_ELEMENT_CLASS (klass);
  GstBaseSinkClass  *base_class = GST_BASE_SINK_CLASS (klass);
  GstVideoSinkClass *video_class = GST_VIDEO_SINK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sl_frame_sink_finalize;
  base_class->event = sl_frame_sink_event;
  base_class->start = sl_frame_sink_start;
  base_class->propose_allocation = sl_frame_sink_propose_allocation;
  video_class->show_frame = sl_frame_sink_show_frame;
  video_class->set_info = sl_frame_sink_set_info;

  gst_element_class_add_static_pad_template (element_class, &sink_template);
  gst_element_class_set_static_metadata (element_class, "Frame sink", "Sink/Video", "Leaves frames in a mailbox", "Sidelight");
}

static void
sl_frame_sink_init (SlFrameSink *self)
{
  g_mutex_init (&self->lock);
  self->fresh = TRUE;
  self->wanted_target = -1;
  self->frame_duration = FRAME_GUESS;
}

GstElement *
sl_frame_sink_new (SlMailbox *mailbox)
{
  SlFrameSink *self;

  g_return_val_if_fail (mailbox != NULL, NULL);

  self = g_object_new (SL_TYPE_FRAME_SINK, NULL);
  self->mailbox = sl_mailbox_ref (mailbox);
  return GST_ELEMENT (self);
}

void
sl_frame_sink_expect (SlFrameSink *self, guint serial, gint64 target)
{
  g_return_if_fail (SL_IS_FRAME_SINK (self));

  g_mutex_lock (&self->lock);
  self->wanted_serial = serial;
  self->wanted_target = target;
  g_mutex_unlock (&self->lock);
}

void
sl_frame_sink_accept (SlFrameSink *self)
{
  g_return_if_fail (SL_IS_FRAME_SINK (self));

  g_mutex_lock (&self->lock);
  self->serial = self->wanted_serial;
  g_mutex_unlock (&self->lock);
}

gint64
sl_frame_sink_get_frame_duration (SlFrameSink *self)
{
  gint64 duration;

  g_return_val_if_fail (SL_IS_FRAME_SINK (self), 0);

  g_mutex_lock (&self->lock);
  duration = self->frame_duration;
  g_mutex_unlock (&self->lock);
  return duration;
}

gint64
sl_frame_sink_get_shown (SlFrameSink *self)
{
  gint64 shown;

  g_return_val_if_fail (SL_IS_FRAME_SINK (self), 0);

  g_mutex_lock (&self->lock);
  shown = self->shown;
  g_mutex_unlock (&self->lock);
  return shown;
}

gint64
sl_frame_sink_get_shown_end (SlFrameSink *self)
{
  gint64 end;

  g_return_val_if_fail (SL_IS_FRAME_SINK (self), 0);

  g_mutex_lock (&self->lock);
  end = self->shown_end;
  g_mutex_unlock (&self->lock);
  return end;
}
