/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Captions are drawn by the window and not by the pipeline, so the pipeline's text ends here. What GStreamer
 * calls markup may be none, may be escaped twice and may hold anything a file's maker typed: only the words
 * get through.
 */
#include "text-tap.h"

#include <gst/app/gstappsink.h>

#define LONGEST 4096 /* bytes of one cue; more is not a caption */
#define CAPS "text/x-raw, format = (string) { pango-markup, utf8 }"

struct _SlTextTap
{
  SlMailbox *mailbox;
  gint       open; /* atomic */
};

static void
tap_free (gpointer data)
{
  SlTextTap *self = data;

  sl_mailbox_unref (self->mailbox);
  g_free (self);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize size, gpointer data, GError **error)
{
  g_string_append_len (data, text, (gssize)size);
}

/* Markup that does not hold together is taken as the words it is. */
static char *
strip_markup (const char *markup)
{
  static const GMarkupParser parser = {.text = text_cb};
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree char *whole = g_strconcat ("<x>", markup, "</x>", NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, plain, NULL);

  if (!g_markup_parse_context_parse (context, whole, -1, NULL) || !g_markup_parse_context_end_parse (context, NULL))
    return g_strdup (markup);
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

char *
sl_text_tap_to_plain (const char *bytes, gsize size, gboolean markup)
{
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;

  g_return_val_if_fail (bytes != NULL || size == 0, NULL);

  text = g_utf8_make_valid (bytes ? bytes : "", (gssize)MIN (size, LONGEST));
  plain = markup ? strip_markup (text) : g_steal_pointer (&text);
  g_strdelimit (plain, "\r", '\n');
  g_strstrip (plain);
  return *plain != '\0' ? g_steal_pointer (&plain) : NULL;
}

static void
post (SlTextTap *self, GstSample *sample)
{
  GstBuffer        *buffer = gst_sample_get_buffer (sample);
  const GstSegment *segment = gst_sample_get_segment (sample);
  const char       *format = gst_structure_get_string (gst_caps_get_structure (gst_sample_get_caps (sample), 0), "format");
  const guint64     start = gst_segment_to_stream_time (segment, GST_FORMAT_TIME, GST_BUFFER_PTS (buffer));
  GstMapInfo        map;
  SlTextCue        *cue;

  if (!GST_CLOCK_TIME_IS_VALID (start) || !GST_BUFFER_DURATION_IS_VALID (buffer))
    return;
  if (!gst_buffer_map (buffer, &map, GST_MAP_READ))
    return;
  cue = g_new0 (SlTextCue, 1);
  cue->start = (gint64)start;
  cue->end = (gint64)(start + GST_BUFFER_DURATION (buffer));
  cue->text = sl_text_tap_to_plain ((const char *)map.data, map.size, g_strcmp0 (format, "pango-markup") == 0);
  gst_buffer_unmap (buffer, &map);
  if (cue->text)
    sl_mailbox_post_text (self->mailbox, cue);
  else
    sl_text_cue_free (cue);
}

static GstFlowReturn
sample_cb (GstAppSink *sink, gpointer data)
{
  SlTextTap *self = data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_sample (sink);

  if (sample && gst_sample_get_buffer (sample) && g_atomic_int_get (&self->open))
    post (self, sample);
  return GST_FLOW_OK;
}

SlTextTap *
sl_text_tap_new (SlMailbox *mailbox, GstElement **sink)
{
  GstAppSinkCallbacks callbacks = {.new_sample = sample_cb};
  g_autoptr (GstCaps) caps = gst_caps_from_string (CAPS);
  SlTextTap *self;

  g_return_val_if_fail (mailbox != NULL && sink != NULL, NULL);

  *sink = gst_element_factory_make ("appsink", NULL);
  if (*sink == NULL)
    return NULL;
  gst_object_ref_sink (*sink);
  self = g_new0 (SlTextTap, 1);
  self->mailbox = sl_mailbox_ref (mailbox);
  /* Words are sparse: neither the start nor the end of a film may wait for them. */
  g_object_set (*sink, "caps", caps, "sync", FALSE, "async", FALSE, "wait-on-eos", FALSE, "enable-last-sample", FALSE, NULL);
  gst_app_sink_set_callbacks (GST_APP_SINK (*sink), &callbacks, self, tap_free);
  return self;
}

void
sl_text_tap_set_open (SlTextTap *self, gboolean open)
{
  g_return_if_fail (self != NULL);

  g_atomic_int_set (&self->open, open);
}
