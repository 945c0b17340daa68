/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Captions are drawn by the window and not by the pipeline, so the pipeline's text ends here. What GStreamer
 * calls markup may be none, may be escaped twice and may hold anything a file's maker typed: only the words
 * get through.
 *
 * No GstBaseSink, which waits while a film stands, with a gap or an end as with a buffer. What waits there keeps its
 * queue, and with it a seek that comes after another track was chosen. So this sink only counts as one: it takes
 * everything at once, and says that it has come to its end when the film plays.
 */
#include "text-tap.h"

#define LONGEST 4096 /* bytes of one cue; more is not a caption */

struct _SlTextTap
{
  GstElement parent_instance;

  GstPad    *pad; /* (not owned) */
  SlMailbox *mailbox;
  gint       open;     /* atomic */
  gint       ended;    /* atomic */
  gint       plays;    /* atomic: so that one of both threads tells an end that comes while the film starts to play */
  gint       expected; /* atomic: the next choice */
  guint      choice;   /* of what comes now; the streaming thread only */
};

G_DEFINE_FINAL_TYPE (SlTextTap, sl_text_tap, GST_TYPE_ELEMENT)

static GstStaticPadTemplate sink_template =
  GST_STATIC_PAD_TEMPLATE ("sink", GST_PAD_SINK, GST_PAD_ALWAYS, GST_STATIC_CAPS ("text/x-raw, format = (string) { pango-markup, utf8 }"));

static void
text_cb (GMarkupParseContext *context, const char *text, gsize size, gpointer data, GError **error)
{
  g_string_append_len (data, text, (gssize)size);
}

/* Markup that does not hold together is taken as the words it is: whoever shows them knows what captions have in them. */
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
post (SlTextTap *self, GstPad *pad, GstBuffer *buffer)
{
  g_autoptr (GstEvent) event = gst_pad_get_sticky_event (pad, GST_EVENT_SEGMENT, 0);
  g_autoptr (GstCaps) caps = gst_pad_get_current_caps (pad);
  const GstSegment *segment = NULL;
  const char       *format;
  guint64           start;
  GstMapInfo        map;
  SlTextCue        *cue;

  if (event == NULL || caps == NULL || !GST_BUFFER_DURATION_IS_VALID (buffer))
    return;
  gst_event_parse_segment (event, &segment);
  format = gst_structure_get_string (gst_caps_get_structure (caps, 0), "format");
  start = gst_segment_to_stream_time (segment, GST_FORMAT_TIME, GST_BUFFER_PTS (buffer));
  if (!GST_CLOCK_TIME_IS_VALID (start) || !gst_buffer_map (buffer, &map, GST_MAP_READ))
    return;
  cue = g_new0 (SlTextCue, 1);
  cue->start = (gint64)start;
  cue->end = (gint64)(start + GST_BUFFER_DURATION (buffer));
  cue->choice = self->choice;
  cue->text = sl_text_tap_to_plain ((const char *)map.data, map.size, g_strcmp0 (format, "pango-markup") == 0);
  gst_buffer_unmap (buffer, &map);
  if (cue->text)
    sl_mailbox_post_text (self->mailbox, cue);
  else
    sl_text_cue_free (cue);
}

static GstFlowReturn
chain_cb (GstPad *pad, GstObject *parent, GstBuffer *buffer)
{
  SlTextTap *self = SL_TEXT_TAP (parent);

  if (g_atomic_int_get (&self->open))
    post (self, pad, buffer);
  gst_buffer_unref (buffer);
  return GST_FLOW_OK;
}

static void
tell_end (SlTextTap *self)
{
  gst_element_post_message (GST_ELEMENT (self), gst_message_new_eos (GST_OBJECT (self)));
}

static gboolean
event_cb (GstPad *pad, GstObject *parent, GstEvent *event)
{
  SlTextTap *self = SL_TEXT_TAP (parent);

  if (GST_EVENT_TYPE (event) == GST_EVENT_FLUSH_STOP || GST_EVENT_TYPE (event) == GST_EVENT_STREAM_START)
    {
      g_atomic_int_set (&self->ended, FALSE);
      self->choice = (guint)g_atomic_int_get (&self->expected);
    }
  if (GST_EVENT_TYPE (event) == GST_EVENT_EOS)
    {
      g_atomic_int_set (&self->ended, TRUE);
      if (g_atomic_int_get (&self->plays))
        tell_end (self);
    }
  gst_event_unref (event);
  return TRUE;
}

static GstStateChangeReturn
sl_text_tap_change_state (GstElement *element, GstStateChange transition)
{
  SlTextTap           *self = SL_TEXT_TAP (element);
  GstStateChangeReturn result = GST_ELEMENT_CLASS (sl_text_tap_parent_class)->change_state (element, transition);

  if (transition == GST_STATE_CHANGE_PAUSED_TO_READY)
    g_atomic_int_set (&self->ended, FALSE);
  if (transition == GST_STATE_CHANGE_PLAYING_TO_PAUSED || transition == GST_STATE_CHANGE_PAUSED_TO_PLAYING)
    g_atomic_int_set (&self->plays, transition == GST_STATE_CHANGE_PAUSED_TO_PLAYING);
  if (transition == GST_STATE_CHANGE_PAUSED_TO_PLAYING && g_atomic_int_get (&self->ended))
    tell_end (self);
  return result;
}

/* Where it is says nothing: it takes what comes far ahead of its time. Unasked, it would pass the question on to whoever
 * reads the file. */
static gboolean
sl_text_tap_query (GstElement *element, GstQuery *query)
{
  if (GST_QUERY_TYPE (query) == GST_QUERY_POSITION)
    return FALSE;
  return GST_ELEMENT_CLASS (sl_text_tap_parent_class)->query (element, query);
}

/* playsink will not take a sink without these two; nothing here waits, whatever it sets. */
static void
sl_text_tap_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, FALSE);
}

static void
sl_text_tap_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
}

static void
sl_text_tap_finalize (GObject *object)
{
  g_clear_pointer (&SL_TEXT_TAP (object)->mailbox, sl_mailbox_unref);

  G_OBJECT_CLASS (sl_text_tap_parent_class)->finalize (object);
}

static void
sl_text_tap_class_init (SlTextTapClass *klass)
{
  GstElementClass *element_class = GST_ELEMENT_CLASS (klass);
  GObjectClass    *object_class = G_OBJECT_CLASS (klass);
  const int        flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sl_text_tap_finalize;
  object_class->get_property = sl_text_tap_get_property;
  object_class->set_property = sl_text_tap_set_property;
  g_object_class_install_property (object_class, 1, g_param_spec_boolean ("async", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, 2, g_param_spec_boolean ("sync", NULL, NULL, FALSE, flags));
  element_class->change_state = sl_text_tap_change_state;
  element_class->query = sl_text_tap_query;
  gst_element_class_add_static_pad_template (element_class, &sink_template);
  gst_element_class_set_static_metadata (element_class, "Text tap", "Sink/Subtitle", "Leaves words in a mailbox", "Sidelight");
}

static void
sl_text_tap_init (SlTextTap *self)
{
  self->pad = gst_pad_new_from_static_template (&sink_template, "sink");
  gst_pad_set_chain_function (self->pad, chain_cb);
  gst_pad_set_event_function (self->pad, event_cb);
  gst_element_add_pad (GST_ELEMENT (self), self->pad);
  GST_OBJECT_FLAG_SET (self, GST_ELEMENT_FLAG_SINK);
}

GstElement *
sl_text_tap_new (SlMailbox *mailbox)
{
  SlTextTap *self;

  g_return_val_if_fail (mailbox != NULL, NULL);

  self = g_object_new (SL_TYPE_TEXT_TAP, NULL);
  self->mailbox = sl_mailbox_ref (mailbox);
  return GST_ELEMENT (self);
}

void
sl_text_tap_set_open (SlTextTap *self, gboolean open)
{
  g_return_if_fail (SL_IS_TEXT_TAP (self));

  g_atomic_int_set (&self->open, open);
}

void
sl_text_tap_expect (SlTextTap *self, guint choice)
{
  g_return_if_fail (SL_IS_TEXT_TAP (self));

  g_atomic_int_set (&self->expected, (gint)choice);
}
