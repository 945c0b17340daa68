/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The end of the picture's way through the pipeline. GstBaseSink keeps the time; this room maps the buffer
 * and posts it. Which moment it is, SlFrameStamper says.
 */
#include "frame-sink.h"

#include "shared-memory.h"

#include <gst/video/video.h>

struct _SlFrameSink
{
  GstVideoSink parent_instance;

  SlMailbox      *mailbox;
  SlFrameStamper *stamper;
  GstAllocator   *memory;
  GstVideoInfo    info;
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

static GstFlowReturn
sl_frame_sink_show_frame (GstVideoSink *sink, GstBuffer *buffer)
{
  SlFrameSink        *self = SL_FRAME_SINK (sink);
  SlFrameStamp        stamp;
  g_autofree Mapping *mapping = NULL;
  const GstVideoInfo *info;
  SlFrame            *frame;
  gsize               offset;
  int                 file;

  if (!sl_frame_stamper_stamp (self->stamper, &GST_BASE_SINK (sink)->segment, buffer, &stamp))
    return GST_FLOW_OK;
  mapping = g_new0 (Mapping, 1);
  if (!gst_video_frame_map (&mapping->frame, &self->info, buffer, GST_MAP_READ))
    return GST_FLOW_ERROR;
  info = &mapping->frame.info;
  frame = sl_frame_new (&stamp,
                        GST_VIDEO_FRAME_PLANE_DATA (&mapping->frame, 0),
                        (guint)GST_VIDEO_INFO_WIDTH (info),
                        (guint)GST_VIDEO_INFO_HEIGHT (info),
                        (gsize)GST_VIDEO_FRAME_PLANE_STRIDE (&mapping->frame, 0),
                        mapping,
                        mapping_free);
  mapping = NULL;
  if (sl_shared_memory_find (buffer, sl_frame_get_pixels (frame), &file, &offset))
    sl_frame_share (frame, file, offset);
  sl_mailbox_post_frame (self->mailbox, frame);
  return GST_FLOW_OK;
}

static gboolean
sl_frame_sink_set_info (GstVideoSink *sink, GstCaps *caps, const GstVideoInfo *info)
{
  SlFrameSink *self = SL_FRAME_SINK (sink);

  self->info = *info;
  sl_frame_stamper_set_rate (self->stamper, GST_VIDEO_INFO_FPS_N (info), GST_VIDEO_INFO_FPS_D (info));
  return TRUE;
}

static gboolean
sl_frame_sink_event (GstBaseSink *sink, GstEvent *event)
{
  sl_frame_stamper_take_event (SL_FRAME_SINK (sink)->stamper, event);
  return GST_BASE_SINK_CLASS (sl_frame_sink_parent_class)->event (sink, event);
}

static gboolean
sl_frame_sink_start (GstBaseSink *sink)
{
  sl_frame_stamper_start (SL_FRAME_SINK (sink)->stamper);
  return TRUE;
}

static GstPadProbeReturn
arrival_cb (GstPad *pad, GstPadProbeInfo *probe, gpointer data)
{
  sl_frame_stamper_take_arrival (data, pad, GST_PAD_PROBE_INFO_BUFFER (probe));
  return GST_PAD_PROBE_OK;
}

static gboolean
sl_frame_sink_propose_allocation (GstBaseSink *sink, GstQuery *query)
{
  gst_query_add_allocation_meta (query, GST_VIDEO_META_API_TYPE, NULL);
  gst_query_add_allocation_param (query, SL_FRAME_SINK (sink)->memory, NULL);
  return TRUE;
}

static void
sl_frame_sink_finalize (GObject *object)
{
  SlFrameSink *self = SL_FRAME_SINK (object);

  g_clear_pointer (&self->mailbox, sl_mailbox_unref);
  g_clear_pointer (&self->stamper, sl_frame_stamper_unref);
  gst_clear_object (&self->memory);

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
  self->stamper = sl_frame_stamper_new ();
  self->memory = sl_shared_memory_new ();
  gst_pad_add_probe (GST_BASE_SINK_PAD (self), GST_PAD_PROBE_TYPE_BUFFER, arrival_cb, self->stamper, NULL);
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

SlFrameStamper *
sl_frame_sink_get_stamper (SlFrameSink *self)
{
  g_return_val_if_fail (SL_IS_FRAME_SINK (self), NULL);

  return self->stamper;
}
