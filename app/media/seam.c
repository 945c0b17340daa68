/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Puts right what gst_segment_do_seek() makes of a loop: it counts up to the position of the demuxer, which is
 * where its last buffer begins. Done on the demuxer's own pads, so that every element behind them, and both
 * picture and sound, agree on the time.
 */
#include "seam.h"

/* What the last segment on a pad was; on the streaming thread of that pad only. */
typedef struct
{
  GstSegment last;
  gboolean   valid;
} Side;

gboolean
sl_seam_fit (const GstSegment *last, GstSegment *next)
{
  guint64 end;

  g_return_val_if_fail (last != NULL && next != NULL, FALSE);

  if (last->format != GST_FORMAT_TIME || next->format != GST_FORMAT_TIME || last->rate < 0 || next->rate < 0)
    return FALSE;
  if (!(next->flags & GST_SEGMENT_FLAG_SEGMENT) || !GST_CLOCK_TIME_IS_VALID (last->stop) || next->start >= last->stop)
    return FALSE;
  end = gst_segment_to_running_time (last, GST_FORMAT_TIME, last->stop);
  if (!GST_CLOCK_TIME_IS_VALID (end) || end == next->base)
    return FALSE;
  next->base = end;
  return TRUE;
}

static GstPadProbeReturn
event_cb (GstPad *pad, GstPadProbeInfo *probe, gpointer data)
{
  Side      *side = data;
  GstEvent  *event = GST_PAD_PROBE_INFO_EVENT (probe);
  GstSegment segment;

  if (GST_EVENT_TYPE (event) == GST_EVENT_FLUSH_STOP)
    side->valid = FALSE;
  if (GST_EVENT_TYPE (event) != GST_EVENT_SEGMENT)
    return GST_PAD_PROBE_OK;
  gst_event_copy_segment (event, &segment);
  if (side->valid && sl_seam_fit (&side->last, &segment))
    {
      GstEvent *fitted = gst_event_new_segment (&segment);

      gst_event_set_seqnum (fitted, gst_event_get_seqnum (event));
      gst_event_unref (event);
      GST_PAD_PROBE_INFO_DATA (probe) = fitted;
    }
  side->last = segment;
  side->valid = TRUE;
  return GST_PAD_PROBE_OK;
}

static void
pad_added_cb (GstElement *demuxer, GstPad *pad, gpointer data)
{
  if (gst_pad_get_direction (pad) == GST_PAD_SRC)
    gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM | GST_PAD_PROBE_TYPE_EVENT_FLUSH, event_cb, g_new0 (Side, 1), g_free);
}

static void
element_cb (GstElement *playbin, GstElement *element, gpointer data)
{
  const char *klass = gst_element_class_get_metadata (GST_ELEMENT_GET_CLASS (element), GST_ELEMENT_METADATA_KLASS);

  if (klass && strstr (klass, "Demuxer"))
    g_signal_connect (element, "pad-added", G_CALLBACK (pad_added_cb), NULL);
}

void
sl_seam_close (GstElement *playbin)
{
  g_return_if_fail (GST_IS_ELEMENT (playbin));

  g_signal_connect (playbin, "element-setup", G_CALLBACK (element_cb), NULL);
}
