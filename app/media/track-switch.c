/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * playbin has properties (n-audio, current-audio) and signals for the tags of each; playbin3 posts the whole
 * collection of streams and wants to be told all that shall play. Both are asked the same way from here on.
 */
#include "track-switch.h"

#include "pad-tags.h"

struct _SlTrackSwitch
{
  GstElement          *playbin;
  gboolean             by_streams; /* it is a playbin3 */
  GstStreamCollection *collection;
  GHashTable          *selected;  /* of stream ids */
  int                  wanted[2]; /* atomic; by SlTrackKind; -1: as the file has it, or none */
  int                  tried[2];  /* what was wanted when something was last done for it */
  int                  opening;   /* atomic: tracks are being found, and none plays yet */
  gboolean             words_due; /* those of this moment were not asked for */
};

/* By SlTrackKind, and the picture's behind them. */
#define VIDEO (SL_TRACK_TEXT + 1)
static const struct
{
  GstStreamType type;
  const char   *count;
  const char   *current;
  const char   *tags;
  const char   *pad;
  const char   *codec;
} kinds[] = {
  [SL_TRACK_AUDIO] = {GST_STREAM_TYPE_AUDIO, "n-audio", "current-audio", "get-audio-tags", "get-audio-pad", GST_TAG_AUDIO_CODEC},
  [SL_TRACK_TEXT] = {GST_STREAM_TYPE_TEXT, "n-text", "current-text", "get-text-tags", "get-text-pad", GST_TAG_SUBTITLE_CODEC},
  [VIDEO] = {GST_STREAM_TYPE_VIDEO, "n-video", "current-video", "get-video-tags", "get-video-pad", GST_TAG_VIDEO_CODEC},
};

static int
get_wanted (SlTrackSwitch *self, SlTrackKind kind)
{
  return g_atomic_int_get (&self->wanted[kind]);
}

/* On a streaming thread: the playbin has found a track, or lost one. */
static void
preset (SlTrackSwitch *self, SlTrackKind kind)
{
  const int wanted = get_wanted (self, kind);
  g_autoptr (GstPad) pad = NULL;
  g_autoptr (GstElement) selector = NULL;

  if (wanted < 0 || !g_atomic_int_get (&self->opening))
    return;
  g_signal_emit_by_name (self->playbin, kinds[kind].pad, wanted, &pad);
  selector = pad ? gst_pad_get_parent_element (pad) : NULL;
  /* The playbin's own property is for a film that plays: it flushes what is not there yet. */
  if (selector && g_object_class_find_property (G_OBJECT_GET_CLASS (selector), "active-pad"))
    g_object_set (selector, "active-pad", pad, NULL);
}

static void
audio_found_cb (GstElement *playbin, gpointer data)
{
  preset (data, SL_TRACK_AUDIO);
}

static void
text_found_cb (GstElement *playbin, gpointer data)
{
  preset (data, SL_TRACK_TEXT);
}

static void
clear (gpointer data)
{
  SlTrackSwitch *self = data;

  gst_clear_object (&self->collection);
  g_hash_table_unref (self->selected);
}

static void
release_cb (gpointer data, GClosure *closure)
{
  g_atomic_rc_box_release_full (data, clear);
}

static void
listen (SlTrackSwitch *self, const char *signal, GCallback callback)
{
  g_signal_connect_data (self->playbin, signal, callback, g_atomic_rc_box_acquire (self), release_cb, 0);
}

SlTrackSwitch *
sl_track_switch_new (GstElement *playbin)
{
  SlTrackSwitch *self;

  g_return_val_if_fail (GST_IS_ELEMENT (playbin), NULL);

  self = g_atomic_rc_box_new0 (SlTrackSwitch);
  self->playbin = playbin;
  self->by_streams = g_object_class_find_property (G_OBJECT_GET_CLASS (playbin), "n-audio") == NULL;
  self->selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sl_track_switch_forget_wishes (self);
  if (!self->by_streams)
    {
      listen (self, "audio-changed", G_CALLBACK (audio_found_cb));
      listen (self, "text-changed", G_CALLBACK (text_found_cb));
    }
  return self;
}

void
sl_track_switch_free (SlTrackSwitch *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_int_set (&self->opening, FALSE);
  g_atomic_rc_box_release_full (self, clear);
}

void
sl_track_switch_reset (SlTrackSwitch *self)
{
  g_return_if_fail (self != NULL);

  gst_clear_object (&self->collection);
  g_hash_table_remove_all (self->selected);
  self->words_due = FALSE;
  g_atomic_int_set (&self->opening, TRUE);
}

void
sl_track_switch_forget_wishes (SlTrackSwitch *self)
{
  g_return_if_fail (self != NULL);

  for (SlTrackKind kind = SL_TRACK_AUDIO; kind <= SL_TRACK_TEXT; kind++)
    g_atomic_int_set (&self->wanted[kind], -1);
  self->tried[SL_TRACK_AUDIO] = self->tried[SL_TRACK_TEXT] = -1;
}

static void
take_selection (SlTrackSwitch *self, GstMessage *message)
{
  g_hash_table_remove_all (self->selected);
  for (guint i = 0; i < gst_message_streams_selected_get_size (message); i++)
    {
      g_autoptr (GstStream) stream = gst_message_streams_selected_get_stream (message, i);

      g_hash_table_add (self->selected, g_strdup (gst_stream_get_stream_id (stream)));
    }
}

gboolean
sl_track_switch_take_message (SlTrackSwitch *self, GstMessage *message)
{
  g_return_val_if_fail (self != NULL && GST_IS_MESSAGE (message), FALSE);

  if (!self->by_streams)
    return FALSE;
  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_STREAM_COLLECTION)
    {
      gst_clear_object (&self->collection);
      gst_message_parse_stream_collection (message, &self->collection);
      return TRUE;
    }
  if (GST_MESSAGE_TYPE (message) != GST_MESSAGE_STREAMS_SELECTED)
    return FALSE;
  take_selection (self, message);
  return TRUE;
}

static SlTrack *
make_track (SlTrackKind kind, GstTagList *tags)
{
  SlTrack *track = g_new0 (SlTrack, 1);

  track->kind = kind;
  if (tags == NULL)
    return track;
  if (!gst_tag_list_get_string_index (tags, GST_TAG_LANGUAGE_CODE, 0, &track->language))
    track->language = NULL;
  if (!gst_tag_list_get_string_index (tags, GST_TAG_TITLE, 0, &track->title))
    track->title = NULL;
  if (!gst_tag_list_get_string_index (tags, kinds[kind].codec, 0, &track->codec))
    track->codec = NULL;
  return track;
}

/* Of the collection, the stream that is number @index of @kind. Returns: (nullable) (transfer none) */
static GstStream *
find_stream (SlTrackSwitch *self, guint kind, int index)
{
  for (guint i = 0; self->collection && i < gst_stream_collection_get_size (self->collection); i++)
    {
      GstStream *stream = gst_stream_collection_get_stream (self->collection, i);

      if ((gst_stream_get_stream_type (stream) & kinds[kind].type) && index-- == 0)
        return stream;
    }
  return NULL;
}

static int
count (SlTrackSwitch *self, guint kind)
{
  int n = 0;

  if (!self->by_streams)
    g_object_get (self->playbin, kinds[kind].count, &n, NULL);
  else
    while (find_stream (self, kind, n))
      n++;
  return n;
}

static GstTagList *
dup_tags (SlTrackSwitch *self, SlTrackKind kind, int index)
{
  GstTagList *tags = NULL;
  g_autoptr (GstPad) pad = NULL;

  if (self->by_streams)
    return gst_stream_get_tags (find_stream (self, kind, index));
  g_signal_emit_by_name (self->playbin, kinds[kind].pad, index, &pad);
  tags = pad ? sl_pad_tags_find (pad) : NULL;
  if (tags == NULL)
    g_signal_emit_by_name (self->playbin, kinds[kind].tags, index, &tags);
  return tags;
}

gboolean
sl_track_switch_has_video (SlTrackSwitch *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return count (self, VIDEO) > 0;
}

static GPtrArray *
list (SlTrackSwitch *self)
{
  GPtrArray *tracks = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_track_free);

  for (SlTrackKind kind = SL_TRACK_AUDIO; kind <= SL_TRACK_TEXT; kind++)
    for (int i = 0, n = count (self, kind); i < n; i++)
      {
        g_autoptr (GstTagList) tags = dup_tags (self, kind, i);

        g_ptr_array_add (tracks, make_track (kind, tags));
      }
  return tracks;
}

static int
get_current (SlTrackSwitch *self, SlTrackKind kind)
{
  int        current = -1;
  GstStream *stream;

  if (!self->by_streams)
    {
      g_object_get (self->playbin, kinds[kind].current, &current, NULL);
      return count (self, kind) > 0 ? MAX (current, 0) : -1;
    }
  for (int i = 0; (stream = find_stream (self, kind, i)); i++)
    if (g_hash_table_contains (self->selected, gst_stream_get_stream_id (stream)))
      return i;
  return -1;
}

/* What plays, or will once the choice is carried out. */
static int
get_chosen (SlTrackSwitch *self, SlTrackKind kind)
{
  const int wanted = get_wanted (self, kind);

  return wanted >= 0 && wanted != self->tried[kind] && wanted < count (self, kind) ? wanted : get_current (self, kind);
}

/* All that plays now, with @chosen in the place of what is of its kind. */
static void
select_stream (SlTrackSwitch *self, GstStream *chosen)
{
  GList *wanted = NULL;

  for (guint i = 0; i < gst_stream_collection_get_size (self->collection); i++)
    {
      GstStream     *stream = gst_stream_collection_get_stream (self->collection, i);
      const char    *id = gst_stream_get_stream_id (stream);
      const gboolean same_kind = gst_stream_get_stream_type (stream) == gst_stream_get_stream_type (chosen);

      if (stream == chosen || (!same_kind && g_hash_table_contains (self->selected, id)))
        wanted = g_list_append (wanted, (gpointer)id);
    }
  gst_element_send_event (self->playbin, gst_event_new_select_streams (wanted));
  g_list_free (wanted);
}

void
sl_track_switch_tell (SlTrackSwitch *self, SlSnapshot *snapshot)
{
  g_return_if_fail (self != NULL && snapshot != NULL);

  g_clear_pointer (&snapshot->tracks, g_ptr_array_unref);
  snapshot->tracks = list (self);
  snapshot->audio = get_chosen (self, SL_TRACK_AUDIO);
  snapshot->text = sl_track_switch_wants_text (self) ? get_chosen (self, SL_TRACK_TEXT) : -1;
}

void
sl_track_switch_want (SlTrackSwitch *self, SlTrackKind kind, int index)
{
  g_return_if_fail (self != NULL && index >= -1);

  g_atomic_int_set (&self->wanted[kind], index);
  self->tried[kind] = -1;
  self->words_due |= kind == SL_TRACK_TEXT && index >= 0;
}

gboolean
sl_track_switch_wants_text (SlTrackSwitch *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return get_wanted (self, SL_TRACK_TEXT) >= 0;
}

/* A playbin that is told to play another track may never come back from it, so it is told before it begins to play any:
 * see preset() for when. Once is enough, even where that does not help. */
static SlTracksDue
play (SlTrackSwitch *self, SlTrackKind kind)
{
  const int index = get_wanted (self, kind);

  if (index < 0 || index >= count (self, kind) || index == get_current (self, kind) || index == self->tried[kind])
    return SL_TRACKS_NOTHING;
  self->tried[kind] = index;
  if (!self->by_streams)
    return SL_TRACKS_BEGIN_AGAIN;
  select_stream (self, find_stream (self, kind, index));
  return SL_TRACKS_FETCH_AGAIN;
}

SlTracksDue
sl_track_switch_carry_out (SlTrackSwitch *self)
{
  SlTracksDue due;

  g_return_val_if_fail (self != NULL, SL_TRACKS_NOTHING);

  g_atomic_int_set (&self->opening, FALSE);
  due = self->words_due ? SL_TRACKS_FETCH_AGAIN : SL_TRACKS_NOTHING;
  self->words_due = FALSE;
  for (SlTrackKind kind = SL_TRACK_AUDIO; kind <= SL_TRACK_TEXT; kind++)
    {
      const SlTracksDue more = play (self, kind);

      due = MAX (due, more);
    }
  return due;
}
