/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What happens to a film in its pipeline, and what it says. Setting a state, seeking and asking a pipeline
 * block for as long as the file behind it pleases, so all of this runs on the engine's thread. How seeks follow
 * each other is the seeker's business.
 */
#include "playback.h"

#include "bus-reading.h"
#include "chapter-probe.h"
#include "heard.h"
#include "missing.h"
#include "pipeline.h"
#include "sources.h"
#include "track-switch.h"
#include "watchdog.h"

#define POSITION_INTERVAL 100 /* milliseconds */
#define RESIZE_INTERVAL 250   /* milliseconds: renegotiate at most four times a second */

struct _SlPlayback
{
  GMainContext   *context;
  SlMailbox      *mailbox;
  SlPipeline     *pipeline;
  GstElement     *playbin;
  SlFrameStamper *stamper;
  SlSeeker       *seeker;
  SlTrackSwitch  *tracks;
  SlWatchdog     *watchdog;
  GSource        *bus_source;
  GSource        *resize_source;
  GSource        *position_source;
  SlSnapshot      snapshot;
  gint64          patience;
  char           *uri;     /* of the film */
  SlMissing      *missing; /* what has no decoder */
  GstToc         *toc;
  gboolean        wants_playing;
  gboolean        prerolled;
  gint64          start; /* where to begin once the file has answered */
  guint           start_serial;
  guint           load_serial;
  gint64          dropped_end; /* of what was left out because the machine is too slow */
  guint           width;
  guint           height;
  gboolean        choice_due; /* of the tracks that are wanted, something is not carried out */
  guint           choice;     /* which words those that come now are */
};

static gboolean
moves (SlPlayback *self)
{
  return self->snapshot.state == SL_PLAYER_PLAYING;
}

/* Where no picture tells the time, it is asked for. Returns: whether there is something to tell */
static gboolean
learn_position (SlPlayback *self)
{
  const gboolean stands = self->snapshot.state == SL_PLAYER_PAUSED;
  const gint64   heard = self->prerolled && (stands || moves (self)) ? sl_heard_find (self->playbin, self->seeker) : -1;
  const gboolean alone = heard >= 0 && (!self->snapshot.has_video || sl_heard_is_alone (self->stamper, moves (self), heard));

  self->snapshot.has_frame = !(alone && stands);
  if (alone)
    {
      self->snapshot.position = heard;
      self->snapshot.answered = sl_seeker_get_serial (self->seeker);
    }
  else if (self->snapshot.has_video)
    {
      self->snapshot.position = -1;
    }
  return alone;
}

static void
post (SlPlayback *self)
{
  self->snapshot.refused = sl_seeker_get_refused (self->seeker);
  learn_position (self);
  sl_mailbox_post_snapshot (self->mailbox, &self->snapshot);
}

/* The film should play, and stands: the pipeline is past help. */
static void
stalled (gpointer data)
{
  SlPlayback *self = data;

  self->snapshot.stalled = TRUE;
  post (self);
}

static gboolean
position_cb (gpointer data)
{
  SlPlayback *self = data;

  if (learn_position (self))
    post (self);
  return G_SOURCE_CONTINUE;
}

/* Only what should move is watched, so that a film that stands wakes nobody. */
static void
watch (SlPlayback *self)
{
  const SlWatchdogOrder order = {
    .should_move = self->snapshot.state == SL_PLAYER_PLAYING || sl_seeker_is_seeking (self->seeker),
    .should_play = self->wants_playing,
    .has_video = self->snapshot.has_video,
  };

  sl_watchdog_order (self->watchdog, &order);
  if (!moves (self))
    sl_sources_clear (&self->position_source);
  else if (self->position_source == NULL)
    sl_sources_attach (&self->position_source, self->context, g_timeout_source_new (POSITION_INTERVAL), position_cb, self, "sl_playback position");
}

static void
post_state (SlPlayback *self, SlPlayerState state)
{
  self->snapshot.state = state;
  watch (self);
  post (self);
}

/* @fault: (transfer full) */
static void
fail (SlPlayback *self, SlFault *fault)
{
  g_clear_pointer (&self->snapshot.fault, sl_fault_unref);
  self->snapshot.fault = fault;
  self->prerolled = FALSE;
  sl_seeker_reset (self->seeker, sl_seeker_get_serial (self->seeker));
  post_state (self, SL_PLAYER_FAULT);
  gst_element_set_state (self->playbin, GST_STATE_READY);
}

/* @fault: (transfer full): told, and the film goes on */
static void
warn (SlPlayback *self, SlFault *fault)
{
  g_clear_pointer (&self->snapshot.fault, sl_fault_unref);
  self->snapshot.fault = fault;
  post (self);
}

/* Seeking */

static gboolean
is_open (SlPlayback *self)
{
  return self->snapshot.state != SL_PLAYER_IDLE && self->snapshot.state != SL_PLAYER_FAULT;
}

/* @heard: as sl_heard_find() says */
static gint64
get_now (SlPlayback *self, gint64 heard)
{
  return self->snapshot.has_video ? sl_heard_get_now (self->stamper, moves (self), heard) : MAX (self->snapshot.position, 0);
}

/* An ended film has to be woken before it can be sought. */
static void
leave_end (SlPlayback *self)
{
  if (self->snapshot.state != SL_PLAYER_ENDED)
    return;
  self->snapshot.state = self->wants_playing ? SL_PLAYER_PLAYING : SL_PLAYER_PAUSED;
  gst_element_set_state (self->playbin, self->wants_playing ? GST_STATE_PLAYING : GST_STATE_PAUSED);
}

void
sl_playback_seek (SlPlayback *self, gint64 target, SlSeekMode mode, guint serial)
{
  g_return_if_fail (self != NULL);

  if (!is_open (self))
    return;
  leave_end (self);
  sl_seeker_seek (self->seeker, target, mode, serial);
  post_state (self, self->snapshot.state);
}

/* What stands on the screen comes once more, from its new tracks or in its new size. */
static void
fetch_again (SlPlayback *self)
{
  if (self->snapshot.state == SL_PLAYER_ENDED)
    return;
  sl_seeker_fetch_again (self->seeker, get_now (self, sl_heard_find (self->playbin, self->seeker)));
  post_state (self, self->snapshot.state);
}

void
sl_playback_set_rate (SlPlayback *self, double rate, gint64 target, guint serial)
{
  g_return_if_fail (self != NULL && rate > 0);

  self->snapshot.rate = rate;
  sl_seeker_set_rate (self->seeker, rate);
  if (self->snapshot.state != SL_PLAYER_ENDED) /* from there it holds from the next start on */
    sl_playback_seek (self, target, SL_SEEK_EXACT, serial);
}

void
sl_playback_step (SlPlayback *self, int n, guint serial)
{
  g_return_if_fail (self != NULL);

  if (!is_open (self) || (self->prerolled && !self->snapshot.has_video))
    return;
  if (!self->prerolled)
    {
      /* It was begun again, of which whoever asks knows nothing yet, and waits for a picture. */
      sl_playback_seek (self, MAX (self->start, sl_seeker_get_target (self->seeker)), SL_SEEK_EXACT, serial);
      return;
    }
  leave_end (self);
  sl_seeker_step (self->seeker, n, serial);
  post_state (self, self->snapshot.state);
}

void
sl_playback_set_loop (SlPlayback *self, gint64 start, gint64 end, gint64 target, guint serial)
{
  g_return_if_fail (self != NULL);

  target = sl_seeker_set_loop (self->seeker, start, end, target);
  /* A seek that waits for the file to answer would win over the start. */
  if (self->prerolled || sl_seeker_get_target (self->seeker) >= 0)
    {
      sl_playback_seek (self, target, SL_SEEK_EXACT, serial);
      return;
    }
  self->start = target;
  self->start_serial = serial;
}

/* Beginning */

/* Another film, or the same one anew: nothing of what was known holds. */
static void
forget (SlPlayback *self, guint serial)
{
  const GstState rest = self->prerolled && !sl_seeker_is_seeking (self->seeker) ? GST_STATE_READY : GST_STATE_NULL;
  g_autoptr (GstBus) bus = gst_element_get_bus (self->playbin);

  /* Where parts are still being plugged in or flushed, only what is made anew can be relied on; else the sound device
   * is kept for the next film. */
  if (GST_STATE (self->playbin) > rest)
    gst_element_set_state (self->playbin, rest);
  /* What the old film still had to say is not about this one. */
  gst_bus_set_flushing (bus, TRUE);
  gst_bus_set_flushing (bus, FALSE);
  sl_snapshot_clear (&self->snapshot);
  sl_pipeline_forget_hardware (self->pipeline);
  sl_missing_forget (self->missing);
  gst_clear_mini_object ((GstMiniObject **)&self->toc);
  sl_track_switch_reset (self->tracks);
  sl_seeker_reset (self->seeker, serial);
  self->prerolled = self->wants_playing = self->choice_due = FALSE;
  self->dropped_end = 0;
}

static void
load (SlPlayback *self, const SlLoad *load)
{
  forget (self, load->serial);
  self->start = load->start;
  self->start_serial = load->start_serial;
  self->load_serial = load->serial;
  self->patience = load->patience;
  sl_watchdog_set_patience (self->watchdog, load->patience);
  self->snapshot.rate = load->rate;
  sl_seeker_set_rate (self->seeker, load->rate);
  self->snapshot.film = load->film;
  post_state (self, SL_PLAYER_LOADING);
  g_free (self->uri);
  self->uri = g_strdup (load->uri);
  g_object_set (self->playbin, "uri", load->uri, NULL);
  gst_element_set_state (self->playbin, GST_STATE_PAUSED);
}

/* From the next seek on, or when the film is opened the next time, and not before: what comes until then is of the track
 * before. */
static void
expect_text (SlPlayback *self)
{
  sl_pipeline_expect_text (self->pipeline, sl_track_switch_wants_text (self->tracks), self->choice);
}

/* The film is begun once more where it is, or is on its way to: what failed is no longer in its way. */
static void
begin_again (SlPlayback *self)
{
  const gint64     heard = sl_heard_find (self->playbin, self->seeker);
  const gboolean   playing = self->wants_playing, sound_only = self->prerolled && !self->snapshot.has_video;
  g_autofree char *uri = g_strdup (self->uri);
  g_autoptr (SlFault) told = g_steal_pointer (&self->snapshot.fault);
  SlLoad again = {
    .uri = uri,
    .film = self->snapshot.film,
    .start = self->start,
    .start_serial = self->start_serial,
    .rate = self->snapshot.rate,
    .patience = self->patience,
  };

  gst_element_set_state (self->playbin, GST_STATE_NULL); /* no more pictures and words from now on */
  expect_text (self);
  if (!sl_seeker_find_unanswered (self->seeker, &again.start, &again.start_serial) && self->prerolled)
    {
      again.start = get_now (self, heard);
      again.start_serial = sl_seeker_get_serial (self->seeker);
    }
  if (again.start == 0 && again.rate == 1.0 && !sl_seeker_is_looping (self->seeker))
    again.serial = again.start_serial;
  load (self, &again);
  if (sound_only)
    self->snapshot.position = again.start;
  self->wants_playing = playing;
  if (told)
    warn (self, g_steal_pointer (&told)); /* no sound is none for another track, too */
}

/* Tracks */

static void
do_for_choices (SlPlayback *self, SlTracksDue due)
{
  if (due == SL_TRACKS_BEGIN_AGAIN)
    {
      begin_again (self);
      return;
    }
  expect_text (self);
  if (due == SL_TRACKS_FETCH_AGAIN)
    fetch_again (self);
}

/* A track that is switched during a seek keeps that from ever being done, so choices wait for it; and for a film that is
 * over to be played again. */
static void
carry_out_choices (SlPlayback *self)
{
  if (!self->choice_due || sl_seeker_is_seeking (self->seeker) || self->snapshot.state == SL_PLAYER_ENDED)
    return;
  self->choice_due = FALSE;
  do_for_choices (self, sl_track_switch_carry_out (self->tracks));
  if (self->prerolled)
    sl_track_switch_tell (self->tracks, &self->snapshot);
}

void
sl_playback_select (SlPlayback *self, SlTrackKind kind, int index, guint choice)
{
  g_return_if_fail (self != NULL && index >= -1);

  sl_track_switch_want (self->tracks, kind, index);
  self->choice = choice;
  self->choice_due = self->prerolled;
  if (self->prerolled)
    sl_track_switch_tell (self->tracks, &self->snapshot); /* at once, though it may have to wait */
  carry_out_choices (self);
  if (self->prerolled)
    post (self);
}

/* What the pipeline says */

static void
learn_duration (SlPlayback *self)
{
  gint64 duration;

  if (!gst_element_query_duration (self->playbin, GST_FORMAT_TIME, &duration))
    return;
  self->snapshot.duration = duration;
  if (self->prerolled)
    sl_seeker_open (self->seeker, duration);
}

static void
read_chapters (SlPlayback *self)
{
  g_clear_pointer (&self->snapshot.chapters, g_ptr_array_unref);
  if (self->toc)
    self->snapshot.chapters = sl_chapter_probe_read (self->toc, self->snapshot.duration);
}

/* Once: a film that is begun again for another track misses the same. */
static void
tell_missing (SlPlayback *self)
{
  g_autoptr (SlFault) notice = sl_missing_make_notice (self->missing, self->snapshot.has_video, self->snapshot.has_audio);

  if (notice && (self->snapshot.fault == NULL || sl_fault_get_code (self->snapshot.fault) != sl_fault_get_code (notice)))
    warn (self, g_steal_pointer (&notice));
}

static void
preroll_done (SlPlayback *self)
{
  SlTracksDue due;

  self->prerolled = TRUE;
  learn_duration (self);
  read_chapters (self);
  sl_track_switch_tell (self->tracks, &self->snapshot);
  self->snapshot.has_audio = self->snapshot.audio >= 0;
  /* A picture that cannot be decoded is none. */
  self->snapshot.has_video = sl_track_switch_has_video (self->tracks) &&
                             (!sl_missing_has_picture (self->missing) || sl_frame_stamper_get_n_shown (self->stamper) > 0);
  due = sl_track_switch_carry_out (self->tracks);
  if (due != SL_TRACKS_BEGIN_AGAIN)
    expect_text (self); /* what is sought brings them along */
  tell_missing (self);
  /* Whether the first picture of the file is not the one to begin with. */
  if (sl_seeker_get_target (self->seeker) < 0 && (self->start > 0 || self->snapshot.rate != 1.0 || sl_seeker_is_looping (self->seeker) ||
                                                  self->start_serial != self->load_serial))
    sl_seeker_seek (self->seeker, self->start, SL_SEEK_EXACT, self->start_serial);
  sl_seeker_open (self->seeker, self->snapshot.duration);
  sl_seeker_take_done (self->seeker);
  post_state (self, self->wants_playing ? SL_PLAYER_PLAYING : SL_PLAYER_PAUSED);
  if (self->wants_playing)
    gst_element_set_state (self->playbin, GST_STATE_PLAYING);
  do_for_choices (self, due);
}

static void
end_reached (SlPlayback *self, GstMessage *message)
{
  SlFrameStamp shown;

  if (sl_seeker_take_end (self->seeker, message))
    {
      post (self);
      return;
    }
  /* A slow machine shows less than there is, which does not make the film shorter. */
  sl_frame_stamper_get_shown (self->stamper, &shown);
  self->snapshot.end = MAX (shown.time + shown.duration, self->dropped_end);
  post_state (self, SL_PLAYER_ENDED);
}

static void
error_told (SlPlayback *self, GstMessage *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *debug = NULL;

  if (!is_open (self))
    return;
  gst_message_parse_error (message, &error, &debug);
  if (sl_bus_reading_is_about_sound (message) && sl_pipeline_take_sound (self->pipeline))
    {
      begin_again (self);
      warn (self, sl_fault_new (SL_FAULT_NO_SOUND, NULL, debug));
    }
  else if (sl_pipeline_demote_hardware (self->pipeline))
    begin_again (self);
  else if (sl_missing_is_any (self->missing))
    fail (self, sl_missing_make_fault (self->missing, debug));
  else
    fail (self, sl_fault_new_from_error (error, debug, self->uri));
}

static void
warning_told (SlPlayback *self, GstMessage *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *debug = NULL;

  gst_message_parse_warning (message, &error, &debug);
  g_debug ("GStreamer: %s (%s)", error->message, debug);
  if (error->domain == GST_RESOURCE_ERROR && self->snapshot.fault == NULL && sl_bus_reading_is_about_sound (message))
    warn (self, sl_fault_new (SL_FAULT_NO_SOUND, NULL, debug));
}

static void
toc_told (SlPlayback *self, GstMessage *message)
{
  gst_clear_mini_object ((GstMiniObject **)&self->toc);
  gst_message_parse_toc (message, &self->toc, NULL);
  if (!self->prerolled)
    return;
  read_chapters (self);
  post (self);
}

static void
async_done (SlPlayback *self)
{
  if (self->snapshot.state == SL_PLAYER_LOADING)
    {
      preroll_done (self);
      return;
    }
  sl_seeker_take_done (self->seeker);
  carry_out_choices (self);
  post_state (self, self->snapshot.state);
}

static gboolean
bus_cb (GstBus *bus, GstMessage *message, gpointer data)
{
  SlPlayback *self = data;

  if (sl_track_switch_take_message (self->tracks, message) && self->prerolled)
    {
      sl_track_switch_tell (self->tracks, &self->snapshot);
      post (self);
    }
  switch ((guint)GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_ASYNC_DONE:
      async_done (self);
      break;
    case GST_MESSAGE_DURATION_CHANGED:
      learn_duration (self);
      post (self);
      break;
    case GST_MESSAGE_QOS:
      self->dropped_end = MAX (self->dropped_end, sl_bus_reading_get_dropped_end (message));
      break;
    case GST_MESSAGE_STATE_CHANGED:
      if (GST_MESSAGE_SRC (message) == GST_OBJECT (self->playbin))
        sl_seeker_take_state (self->seeker);
      break;
    case GST_MESSAGE_SEGMENT_DONE:
      sl_seeker_take_segment_done (self->seeker, message);
      break;
    case GST_MESSAGE_EOS:
      end_reached (self, message);
      break;
    case GST_MESSAGE_ERROR:
      error_told (self, message);
      break;
    case GST_MESSAGE_WARNING:
      warning_told (self, message);
      break;
    case GST_MESSAGE_ELEMENT:
      sl_missing_take_message (self->missing, message);
      break;
    case GST_MESSAGE_TOC:
      toc_told (self, message);
      break;
    default:
      break;
    }
  return G_SOURCE_CONTINUE;
}

SlPlayback *
sl_playback_new (GMainContext *context, SlMailbox *mailbox, const SlPlayerWorld *world)
{
  SlPipeline *pipeline = sl_pipeline_new (mailbox, world);
  SlPlayback *self;
  g_autoptr (GstBus) bus = NULL;

  if (pipeline == NULL)
    return NULL;
  self = g_new0 (SlPlayback, 1);
  self->context = context;
  self->mailbox = sl_mailbox_ref (mailbox);
  self->pipeline = pipeline;
  self->playbin = sl_pipeline_get_playbin (pipeline);
  self->stamper = sl_pipeline_get_stamper (pipeline);
  self->seeker = sl_seeker_new (self->playbin, self->stamper);
  self->tracks = sl_track_switch_new (self->playbin);
  self->watchdog = sl_watchdog_new (context, self->playbin, self->stamper, self->seeker, mailbox, stalled, self);
  self->missing = sl_missing_new ();
  self->snapshot = SL_SNAPSHOT_INIT;
  bus = gst_element_get_bus (self->playbin);
  sl_sources_attach (&self->bus_source, self->context, gst_bus_create_watch (bus), G_SOURCE_FUNC (bus_cb), self, "sl_playback bus");
  return self;
}

void
sl_playback_free (SlPlayback *self)
{
  g_return_if_fail (self != NULL);

  sl_sources_clear (&self->bus_source);
  sl_sources_clear (&self->resize_source);
  sl_sources_clear (&self->position_source);
  sl_watchdog_free (self->watchdog);
  sl_seeker_free (self->seeker);
  sl_track_switch_free (self->tracks);
  sl_pipeline_free (self->pipeline);
  sl_missing_free (self->missing);
  gst_clear_mini_object ((GstMiniObject **)&self->toc);
  g_free (self->uri);
  sl_snapshot_clear (&self->snapshot);
  sl_mailbox_unref (self->mailbox);
  g_free (self);
}

void
sl_playback_load (SlPlayback *self, const SlLoad *wanted)
{
  g_return_if_fail (self != NULL && wanted != NULL);

  sl_pipeline_give_sound_back (self->pipeline);
  sl_pipeline_expect_text (self->pipeline, FALSE, 0);
  sl_seeker_set_loop (self->seeker, -1, -1, 0);
  sl_track_switch_forget_wishes (self->tracks);
  load (self, wanted);
}

void
sl_playback_unload (SlPlayback *self, guint serial)
{
  g_return_if_fail (self != NULL);

  forget (self, serial);
  self->snapshot.film = serial;
  post_state (self, SL_PLAYER_IDLE);
}

void
sl_playback_set_playing (SlPlayback *self, gboolean playing)
{
  g_return_if_fail (self != NULL);

  self->wants_playing = playing;
  if (!self->prerolled || self->snapshot.state == SL_PLAYER_ENDED)
    return;
  sl_seeker_cancel_steps (self->seeker);
  gst_element_set_state (self->playbin, playing ? GST_STATE_PLAYING : GST_STATE_PAUSED);
  post_state (self, playing ? SL_PLAYER_PLAYING : SL_PLAYER_PAUSED);
}

void
sl_playback_set_volume (SlPlayback *self, double volume, gboolean muted)
{
  g_return_if_fail (self != NULL);

  g_object_set (self->playbin, "volume", volume, "mute", muted, NULL);
}

void
sl_playback_set_turn (SlPlayback *self, guint degrees)
{
  g_return_if_fail (self != NULL);

  if (sl_pipeline_set_turn (self->pipeline, degrees) && self->snapshot.state == SL_PLAYER_PAUSED)
    fetch_again (self);
}

static gboolean
resize_cb (gpointer data)
{
  SlPlayback *self = data;

  sl_sources_clear (&self->resize_source);
  if (sl_pipeline_set_size (self->pipeline, self->width, self->height) && self->snapshot.state == SL_PLAYER_PAUSED)
    fetch_again (self);
  return G_SOURCE_REMOVE;
}

void
sl_playback_set_output_size (SlPlayback *self, guint width, guint height)
{
  const gboolean first = self->width == 0 && self->height == 0;

  self->width = width;
  self->height = height;
  if (first)
    resize_cb (self);
  else if (self->resize_source == NULL)
    sl_sources_attach (&self->resize_source, self->context, g_timeout_source_new (RESIZE_INTERVAL), resize_cb, self, "sl_playback resize");
}

void
sl_playback_set_shift (SlPlayback *self, gint64 shift)
{
  sl_pipeline_set_shift (self->pipeline, shift);
}
