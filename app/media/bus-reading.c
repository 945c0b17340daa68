/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading GStreamer's messages. What follows from them is the engine's business. */
#include "bus-reading.h"

#include <gst/pbutils/missing-plugins.h>

char *
sl_bus_reading_get_missing (GstMessage *message)
{
  const GstCaps *caps = NULL;
  const GValue  *detail;

  g_return_val_if_fail (GST_IS_MESSAGE (message), NULL);

  if (!gst_is_missing_plugin_message (message))
    return NULL;
  /* Codes that the demuxer could not name. */
  detail = gst_structure_get_value (gst_message_get_structure (message), "detail");
  if (detail && GST_VALUE_HOLDS_CAPS (detail))
    caps = gst_value_get_caps (detail);
  if (caps && gst_caps_get_size (caps) > 0 &&
      g_str_has_suffix (gst_structure_get_name (gst_caps_get_structure (caps, 0)), "x-gst-fourcc"))
    return NULL;
  return gst_missing_plugin_message_get_description (message);
}

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
