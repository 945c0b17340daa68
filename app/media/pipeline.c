/* SPDX-License-Identifier: GPL-3.0-or-later */
/* playbin with our own end for the picture and a tempo filter that keeps the pitch. */
#include "pipeline.h"

/* From playbin's own flags, which no header has. */
typedef enum {
  PLAY_VIDEO = 1 << 0,
  PLAY_AUDIO = 1 << 1,
  PLAY_SOFT_VOLUME = 1 << 4,
  PLAY_NATIVE_VIDEO = 1 << 6,
  PLAY_DEINTERLACE = 1 << 9,
} PlayFlags;

GstElement *
sl_pipeline_new (SlMailbox *mailbox, GstClock *clock, GstElement *audio_sink, SlScaler **scaler, SlFrameStamper **stamper)
{
  const PlayFlags flags = PLAY_VIDEO | PLAY_AUDIO | PLAY_SOFT_VOLUME | PLAY_NATIVE_VIDEO | PLAY_DEINTERLACE;
  guint           major, minor, micro, nano;
  g_autoptr (GstElement) playbin = NULL;
  GstElement *tempo, *picture, *sink;

  gst_version (&major, &minor, &micro, &nano);
  playbin = gst_element_factory_make (major > 1 || minor >= 24 ? "playbin3" : "playbin", NULL);
  if (playbin == NULL || !sl_scaler_is_possible ())
    return NULL;
  gst_object_ref_sink (playbin);
  sink = sl_frame_sink_new (mailbox);
  *stamper = sl_frame_sink_get_stamper (SL_FRAME_SINK (sink));
  picture = sl_scaler_new (sink);
  *scaler = SL_SCALER (picture);
  g_object_set (playbin, "flags", flags, "video-sink", picture, NULL);
  tempo = gst_element_factory_make ("scaletempo", NULL);
  if (tempo)
    g_object_set (playbin, "audio-filter", tempo, NULL);
  if (audio_sink)
    g_object_set (playbin, "audio-sink", audio_sink, NULL);
  if (clock)
    {
      gst_pipeline_use_clock (GST_PIPELINE (playbin), clock);
      /* Where time stands still until it is moved, nothing comes too late. */
      g_object_set (sink, "max-lateness", G_GINT64_CONSTANT (-1), "qos", FALSE, NULL);
    }
  return g_steal_pointer (&playbin);
}

void
sl_pipeline_shut_down (GstElement *pipeline)
{
  g_return_if_fail (GST_IS_ELEMENT (pipeline));

  /* A change of state that is still under way can undo the first NULL. */
  for (guint i = 0; i < 3 && (i == 0 || GST_STATE (pipeline) != GST_STATE_NULL); i++)
    gst_element_set_state (pipeline, GST_STATE_NULL);
  if (GST_STATE (pipeline) == GST_STATE_NULL)
    gst_object_unref (pipeline);
}
