/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading GStreamer's messages. What follows from them is the engine's business. */
#include "bus-reading.h"

gboolean
sl_bus_reading_is_about_sound (GstMessage *message)
{
  GstObject  *source;
  const char *klass;

  g_return_val_if_fail (GST_IS_MESSAGE (message), FALSE);

  source = GST_MESSAGE_SRC (message);
  if (!GST_IS_ELEMENT (source))
    return FALSE;
  klass = gst_element_class_get_metadata (GST_ELEMENT_GET_CLASS (source), GST_ELEMENT_METADATA_KLASS);
  return klass != NULL && strstr (klass, "Sink/Audio") != NULL;
}

gint64
sl_bus_reading_get_dropped_end (GstMessage *message)
{
  guint64 time = GST_CLOCK_TIME_NONE;
  guint64 duration = GST_CLOCK_TIME_NONE;

  g_return_val_if_fail (GST_IS_MESSAGE (message) && GST_MESSAGE_TYPE (message) == GST_MESSAGE_QOS, 0);

  gst_message_parse_qos (message, NULL, NULL, &time, NULL, &duration);
  if (!GST_CLOCK_TIME_IS_VALID (time))
    return 0;
  return (gint64)(time + (GST_CLOCK_TIME_IS_VALID (duration) ? duration : 0));
}
