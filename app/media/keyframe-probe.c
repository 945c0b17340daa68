/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How far a film's keyframes are from each other: a seek has to begin at one, so the distance is how long a
 * viewer waits. The parsers know them without any decoder.
 */
#include "keyframe-probe.h"

#define SLICE (100 * GST_MSECOND)

typedef struct
{
  GstElement     *pipeline;
  gint           *progress;
  gint            has_video; /* atomic: whether a picture track was found already */
  gint            n_tracks;  /* atomic */
  gint            n_ended;   /* atomic: tracks that came to their end */
  GMutex          lock;
  SlKeyframeScan *found; /* under the lock: each track has a thread of its own */
} Scan;

/* When @buffer is shown, in the time of the film; below zero when that is not known. */
static gint64
get_time (GstPad *pad, GstBuffer *buffer)
{
  const GstClockTime time = GST_BUFFER_PTS_IS_VALID (buffer) ? GST_BUFFER_PTS (buffer) : GST_BUFFER_DTS (buffer);
  const GstSegment  *segment = NULL;
  g_autoptr (GstEvent) event = gst_pad_get_sticky_event (pad, GST_EVENT_SEGMENT, 0);

  if (event != NULL)
    gst_event_parse_segment (event, &segment);
  if (segment == NULL || segment->format != GST_FORMAT_TIME || !GST_CLOCK_TIME_IS_VALID (time))
    return -1;
  return (gint64)gst_segment_to_stream_time (segment, GST_FORMAT_TIME, time);
}

static void
take_picture (SlKeyframeScan *found, GstBuffer *buffer, gint64 start)
{
  found->last_picture = MAX (found->last_picture, start);
  if (GST_BUFFER_FLAG_IS_SET (buffer, GST_BUFFER_FLAG_DELTA_UNIT))
    return;
  found->longest_gap = MAX (found->longest_gap, start - MAX (found->last_key, 0));
  found->last_key = MAX (found->last_key, start);
}

static GstPadProbeReturn
data_cb (GstPad *pad, GstPadProbeInfo *info, gpointer data)
{
  Scan              *self = data;
  GstBuffer         *buffer = GST_PAD_PROBE_INFO_BUFFER (info);
  const gint64       start = get_time (pad, buffer);
  const GstClockTime length = GST_BUFFER_DURATION_IS_VALID (buffer) ? GST_BUFFER_DURATION (buffer) : 0;

  g_atomic_int_inc (self->progress);
  g_mutex_lock (&self->lock);
  self->found->has_data = TRUE;
  if (start >= 0)
    self->found->data_end = MAX (self->found->data_end, start + (gint64)length);
  g_mutex_unlock (&self->lock);
  return GST_PAD_PROBE_OK;
}

static GstPadProbeReturn
event_cb (GstPad *pad, GstPadProbeInfo *info, gpointer data)
{
  if (GST_EVENT_TYPE (GST_PAD_PROBE_INFO_EVENT (info)) == GST_EVENT_EOS)
    g_atomic_int_inc (&((Scan *)data)->n_ended);
  return GST_PAD_PROBE_OK;
}

static GstPadProbeReturn
picture_cb (GstPad *pad, GstPadProbeInfo *info, gpointer data)
{
  Scan        *self = data;
  GstBuffer   *buffer = GST_PAD_PROBE_INFO_BUFFER (info);
  const gint64 start = get_time (pad, buffer);

  g_mutex_lock (&self->lock);
  if (start >= 0)
    take_picture (self->found, buffer, start);
  g_mutex_unlock (&self->lock);
  return GST_PAD_PROBE_OK;
}

static gboolean
is_video (GstPad *pad)
{
  g_autoptr (GstCaps) caps = gst_pad_get_current_caps (pad);

  if (caps == NULL)
    caps = gst_pad_query_caps (pad, NULL);
  return caps != NULL && gst_caps_get_size (caps) > 0 &&
         g_str_has_prefix (gst_structure_get_name (gst_caps_get_structure (caps, 0)), "video/");
}

/* Every track needs a sink, or the others would wait for it. */
static void
pad_added_cb (Scan *self, GstPad *pad, GstElement *parsebin)
{
  GstElement *sink = gst_element_factory_make ("fakesink", NULL);
  g_autoptr (GstPad) sink_pad = gst_element_get_static_pad (sink, "sink");

  g_object_set (sink, "sync", FALSE, "async", FALSE, NULL);
  gst_bin_add (GST_BIN (self->pipeline), sink);
  g_atomic_int_inc (&self->n_tracks);
  gst_pad_add_probe (sink_pad, GST_PAD_PROBE_TYPE_BUFFER, data_cb, self, NULL);
  gst_pad_add_probe (sink_pad, GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM, event_cb, self, NULL);
  if (is_video (pad) && g_atomic_int_compare_and_exchange (&self->has_video, FALSE, TRUE))
    gst_pad_add_probe (sink_pad, GST_PAD_PROBE_TYPE_BUFFER, picture_cb, self, NULL);
  gst_pad_link (pad, sink_pad);
  gst_element_sync_state_with_parent (sink);
}

/* A sink that joins while the pipeline starts may never tell the end on the bus. */
static gboolean
have_all_ended (Scan *self)
{
  const gint n_tracks = g_atomic_int_get (&self->n_tracks);

  return n_tracks > 0 && g_atomic_int_get (&self->n_ended) >= n_tracks;
}

/* Returns: whether the end of the file was reached */
static gboolean
wait_for_end (Scan *self, gint64 patience, GError **error)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (self->pipeline);
  gint   seen = g_atomic_int_get (self->progress);
  gint64 since = g_get_monotonic_time ();

  while (g_get_monotonic_time () - since < patience / 1000)
    {
      g_autoptr (GstMessage) message = gst_bus_timed_pop_filtered (bus, SLICE, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
      const gint now = g_atomic_int_get (self->progress);

      if (message != NULL && GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS)
        return TRUE;
      if (message != NULL)
        {
          gst_message_parse_error (message, error, NULL);
          return FALSE;
        }
      if (now == seen && have_all_ended (self))
        return TRUE;
      if (now != seen)
        since = g_get_monotonic_time ();
      seen = now;
    }
  g_set_error_literal (error, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_BUSY, "");
  return FALSE;
}

/* Returns: (transfer full) (nullable): NULL when GStreamer lacks what it is made of */
static GstElement *
make_pipeline (Scan *self, const char *path)
{
  GstElement *pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  GstElement *source = gst_element_factory_make ("filesrc", NULL);
  GstElement *parsebin = gst_element_factory_make ("parsebin", NULL);

  if (source == NULL || parsebin == NULL)
    {
      g_clear_object (&source);
      g_clear_object (&parsebin);
      g_clear_object (&pipeline);
      return NULL;
    }
  g_object_set (source, "location", path, NULL);
  gst_bin_add_many (GST_BIN (pipeline), source, parsebin, NULL);
  gst_element_link (source, parsebin);
  g_signal_connect_swapped (parsebin, "pad-added", G_CALLBACK (pad_added_cb), self);
  return pipeline;
}

gboolean
sl_keyframe_probe_scan (const char *path, gint64 patience, gint *progress, SlKeyframeScan *scan, GError **error)
{
  Scan     self = {.progress = progress, .found = scan};
  gboolean is_whole;

  g_return_val_if_fail (path != NULL && progress != NULL && scan != NULL, FALSE);

  *scan = (SlKeyframeScan){.data_end = -1, .last_picture = -1, .last_key = -1};
  self.pipeline = make_pipeline (&self, path);
  if (self.pipeline == NULL)
    {
      g_set_error_literal (error, GST_CORE_ERROR, GST_CORE_ERROR_MISSING_PLUGIN, "");
      return FALSE;
    }
  g_mutex_init (&self.lock);
  gst_element_set_state (self.pipeline, GST_STATE_PLAYING);
  is_whole = wait_for_end (&self, patience, error);
  gst_element_set_state (self.pipeline, GST_STATE_NULL);
  gst_object_unref (self.pipeline);
  g_mutex_clear (&self.lock);
  return is_whole;
}
