/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The facade that the rest of the program knows. It numbers loads and seeks, keeps what the engine last
 * said, and replaces an engine whose file does not answer; it never calls into a pipeline.
 *
 * What stands while it should move is begun anew at the moment that was shown; what then does not come to life
 * is a fault. A player at rest has no timer.
 */
#include "player.h"

#include "loan.h"

#include <gst/audio/streamvolume.h>

#define PATIENCE 8000                            /* milliseconds for a file to answer */
#define WATCH_INTERVAL 1000                      /* milliseconds */
#define FAREWELL (500 * G_TIME_SPAN_MILLISECOND) /* for an engine to end in order */

struct _SlPlayer
{
  GObject parent_instance;

  SlPlayerWorld world;
  SlEngine     *engine;
  gboolean      engine_is_used; /* it was given a film */
  SlMailbox    *mailbox;
  SlSnapshot    snapshot;
  char         *uri;
  guint         serial; /* the last one given out */
  guint         film;   /* the number of the last load: what is said of another is not about it */
  guint         floor;  /* frames below it are out of date */
  gint64        target; /* of the seek with the serial @floor */
  gint64        shown;  /* time of the last frame that was taken; -1: none since then */
  gboolean      playing;
  gboolean      awaiting_first; /* it plays once its first frame was taken, so none is missed */
  double        rate;
  double        volume;
  gboolean      muted;
  guint         width;
  guint         height;
  guint         turn;
  gint64        shift;
  gint64        loop_start;
  gint64        loop_end;
  int           wanted[2]; /* of tracks, by SlTrackKind */
  guint         choice;    /* of a film or a text track: words of those before are out of date */
  guint         patience;
  guint         patience_id;
  guint         watch_id;
  guint         beats;        /* of the engine, when it was last seen alive */
  gint64        last_alive;   /* microseconds */
  gint64        rebuilt_from; /* where it stood when it was last begun anew; -1: it has moved since */
  guint         rebuilds;
};

G_DEFINE_FINAL_TYPE (SlPlayer, sl_player, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SlPlayerState,
                    sl_player_state,
                    G_DEFINE_ENUM_VALUE (SL_PLAYER_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (SL_PLAYER_LOADING, "loading"),
                    G_DEFINE_ENUM_VALUE (SL_PLAYER_PAUSED, "paused"),
                    G_DEFINE_ENUM_VALUE (SL_PLAYER_PLAYING, "playing"),
                    G_DEFINE_ENUM_VALUE (SL_PLAYER_ENDED, "ended"),
                    G_DEFINE_ENUM_VALUE (SL_PLAYER_FAULT, "fault"))

enum {
  PROP_0,
  PROP_STATE,
  N_PROPS
};

enum {
  FRAME_READY,
  WORDS,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static gboolean wake_cb (gpointer data);
static void     rebuild (SlPlayer *self);

static double
get_linear_volume (SlPlayer *self)
{
  return gst_stream_volume_convert_volume (GST_STREAM_VOLUME_FORMAT_CUBIC, GST_STREAM_VOLUME_FORMAT_LINEAR, self->volume);
}

static void
start_engine (SlPlayer *self)
{
  self->mailbox = sl_mailbox_new (wake_cb, self);
  self->engine = sl_engine_new (self->mailbox, &self->world);
  self->engine_is_used = FALSE;
  sl_engine_set_volume (self->engine, get_linear_volume (self), self->muted);
  sl_engine_set_output_size (self->engine, self->width, self->height);
  sl_engine_set_turn (self->engine, self->turn);
  if (self->shift != 0)
    sl_engine_set_shift (self->engine, self->shift);
}

static void
stop_engine (SlPlayer *self, gint64 farewell)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->watch_id, g_source_remove);
  if (self->mailbox)
    sl_mailbox_close (self->mailbox);
  g_clear_pointer (&self->mailbox, sl_mailbox_unref);
  if (self->engine)
    sl_engine_abandon (g_steal_pointer (&self->engine), farewell);
}

/* What waits for a file that has not answered waits for ever. */
static gboolean
is_stuck (SlPlayer *self)
{
  return self->snapshot.state == SL_PLAYER_LOADING || sl_engine_get_backlog (self->engine) > 0;
}

/* It had to begin without, since an engine that was left behind still had them, and that has come to its end by now. */
static gboolean
can_have_more (SlPlayer *self)
{
  return (self->world.audio_sink && sl_loan_is_free (self->world.audio_sink)) ||
         (self->world.video_output && sl_loan_is_free (self->world.video_output));
}

static void
leave_poor_engine (SlPlayer *self)
{
  if (!self->engine_is_used || (!is_stuck (self) && !can_have_more (self)))
    return;
  stop_engine (self, 0);
  start_engine (self);
}

static void
notify (SlPlayer *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* The film's file does not answer, and nothing helps. */
static void
give_up (SlPlayer *self)
{
  stop_engine (self, 0);
  start_engine (self);
  g_clear_pointer (&self->snapshot.fault, sl_fault_unref);
  self->snapshot.fault = sl_fault_new (SL_FAULT_NO_ANSWER, NULL, self->uri);
  self->snapshot.state = SL_PLAYER_FAULT;
  self->snapshot.film = self->film;
  notify (self);
}

static gboolean
patience_cb (gpointer data)
{
  SlPlayer *self = data;

  self->patience_id = 0;
  rebuild (self);
  return G_SOURCE_REMOVE;
}

/* A disk or a server that hangs once may answer the next time: a quarter of the patience is for the first try, and all of
 * it for another. */
static void
be_patient (SlPlayer *self)
{
  const guint wait = self->rebuilt_from < 0 ? self->patience / 4 : self->patience;

  g_clear_handle_id (&self->patience_id, g_source_remove);
  self->patience_id = g_timeout_add (wait, patience_cb, self);
}

/* Whether the engine should show signs of life. */
static gboolean
is_busy (SlPlayer *self)
{
  return self->snapshot.state == SL_PLAYER_PLAYING || sl_engine_get_backlog (self->engine) > 0;
}

static gboolean
watch_cb (gpointer data)
{
  SlPlayer    *self = data;
  const guint  beats = sl_mailbox_get_beats (self->mailbox);
  const gint64 now = g_get_monotonic_time ();

  if (self->snapshot.state == SL_PLAYER_LOADING || !is_busy (self))
    {
      self->watch_id = 0;
      return G_SOURCE_REMOVE;
    }
  if (beats != self->beats)
    self->last_alive = now;
  self->beats = beats;
  if (now - self->last_alive < (gint64)self->patience * G_TIME_SPAN_MILLISECOND)
    return G_SOURCE_CONTINUE;
  self->watch_id = 0;
  rebuild (self);
  return G_SOURCE_REMOVE;
}

static void
watch (SlPlayer *self)
{
  if (self->watch_id != 0 || self->snapshot.state == SL_PLAYER_LOADING || !is_busy (self))
    return;
  self->last_alive = g_get_monotonic_time ();
  self->watch_id = g_timeout_add (MIN (WATCH_INTERVAL, self->patience), watch_cb, self);
}

static void
send_load (SlPlayer *self, gint64 start, guint serial, guint start_serial)
{
  const SlLoad load = {
    .uri = self->uri,
    .film = serial,
    .start = start,
    .rate = self->rate,
    .serial = serial,
    .start_serial = start_serial,
    .patience = (gint64)self->patience * G_TIME_SPAN_MILLISECOND * 5 / 8,
  };

  g_clear_pointer (&self->snapshot.fault, sl_fault_unref);
  self->snapshot.state = SL_PLAYER_LOADING;
  self->snapshot.stalled = FALSE;
  self->awaiting_first = TRUE;
  self->film = serial;
  be_patient (self);
  self->engine_is_used = TRUE;
  sl_engine_load (self->engine, &load);
}

/* The film stands: it is begun anew, in another pipeline, at the moment that was shown or is wanted. */
static void
rebuild (SlPlayer *self)
{
  const gint64   time = self->shown >= 0 ? self->shown : self->target;
  const gboolean from_start = time == 0 && self->rate == 1.0;

  if (time == self->rebuilt_from)
    {
      give_up (self);
      return;
    }
  g_message ("the film stands still at %.3f s and is begun anew there", (double)time / GST_SECOND);
  self->rebuilds++;
  self->rebuilt_from = time;
  stop_engine (self, 0);
  start_engine (self);
  send_load (self, time, from_start ? self->floor : self->floor - 1, self->floor);
  if (self->loop_start >= 0)
    sl_engine_set_loop (self->engine, self->loop_start, self->loop_end, time, self->floor);
  for (SlTrackKind kind = SL_TRACK_AUDIO; kind <= SL_TRACK_TEXT; kind++)
    if (self->wanted[kind] >= 0)
      sl_engine_select (self->engine, kind, self->wanted[kind], self->choice);
  notify (self);
}

static void
first_taken (SlPlayer *self)
{
  if (!self->awaiting_first)
    return;
  self->awaiting_first = FALSE;
  if (self->playing)
    sl_engine_set_playing (self->engine, TRUE);
}

static void
take_news (SlPlayer *self)
{
  SlSnapshot snapshot;

  if (!sl_mailbox_look (self->mailbox, &snapshot) || snapshot.film != self->film)
    {
      sl_snapshot_clear (&snapshot);
      return;
    }
  if (snapshot.state == SL_PLAYER_LOADING)
    sl_snapshot_keep_film (&snapshot, &self->snapshot);
  sl_snapshot_clear (&self->snapshot);
  self->snapshot = snapshot;
  if (snapshot.state != SL_PLAYER_LOADING)
    g_clear_handle_id (&self->patience_id, g_source_remove);
  else if (self->patience_id == 0)
    be_patient (self);
  if (snapshot.stalled)
    {
      rebuild (self);
      return;
    }
  if (snapshot.state == SL_PLAYER_PAUSED && (!snapshot.has_video || !snapshot.has_frame || snapshot.refused >= self->floor))
    first_taken (self);
  if (snapshot.position >= 0)
    self->shown = snapshot.position;
  watch (self);
  notify (self);
}

static void
take_words (SlPlayer *self)
{
  g_autoptr (GPtrArray) words = sl_mailbox_take_text (self->mailbox);

  for (guint i = words ? words->len : 0; i > 0; i--)
    if (((SlTextCue *)g_ptr_array_index (words, i - 1))->choice != self->choice)
      g_ptr_array_remove_index (words, i - 1);
  if (words && words->len > 0)
    g_signal_emit (self, signals[WORDS], 0, words);
}

static gboolean
wake_cb (gpointer data)
{
  g_autoptr (SlPlayer) self = g_object_ref (data);

  take_news (self);
  if (self->mailbox)
    take_words (self);
  if (self->mailbox)
    g_signal_emit (self, signals[FRAME_READY], 0);
  return G_SOURCE_REMOVE;
}

static void
sl_player_dispose (GObject *object)
{
  SlPlayer *self = SL_PLAYER (object);

  stop_engine (self, self->snapshot.state == SL_PLAYER_LOADING ? FAREWELL / 10 : FAREWELL);
  sl_snapshot_clear (&self->snapshot);
  g_clear_pointer (&self->uri, g_free);
  gst_clear_object (&self->world.clock);
  gst_clear_object (&self->world.audio_sink);
  gst_clear_object (&self->world.video_output);

  G_OBJECT_CLASS (sl_player_parent_class)->dispose (object);
}

static void
sl_player_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlPlayer *self = SL_PLAYER (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, (int)self->snapshot.state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_player_class_init (SlPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType   type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = sl_player_dispose;
  object_class->get_property = sl_player_get_property;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SL_TYPE_PLAYER_STATE, SL_PLAYER_IDLE,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FRAME_READY] = g_signal_new ("frame-ready", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WORDS] = g_signal_new ("words", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
sl_player_init (SlPlayer *self)
{
  self->patience = PATIENCE;
  self->rate = 1.0;
  self->volume = 1.0;
  self->loop_start = self->shown = self->rebuilt_from = -1;
  self->wanted[SL_TRACK_AUDIO] = self->wanted[SL_TRACK_TEXT] = -1;
  self->snapshot = SL_SNAPSHOT_INIT;
}

SlPlayer *
sl_player_new (const SlPlayerWorld *world)
{
  SlPlayer *self = g_object_new (SL_TYPE_PLAYER, NULL);

  if (world)
    self->world = *world;
  if (self->world.clock)
    gst_object_ref (self->world.clock);
  if (self->world.audio_sink)
    sl_loan_offer (gst_object_ref_sink (self->world.audio_sink));
  if (self->world.video_output)
    gst_object_ref_sink (self->world.video_output);
  start_engine (self);
  return self;
}

void
sl_player_set_patience (SlPlayer *self, guint milliseconds)
{
  g_return_if_fail (SL_IS_PLAYER (self) && milliseconds > 0);

  self->patience = milliseconds;
}

/* A new place in the film, or a new film: returns its serial. */
static guint
begin_place (SlPlayer *self, gint64 target)
{
  self->floor = ++self->serial;
  self->target = target;
  self->shown = self->rebuilt_from = -1;
  return self->floor;
}

static void
forget_film (SlPlayer *self)
{
  leave_poor_engine (self);
  g_clear_handle_id (&self->watch_id, g_source_remove);
  self->loop_start = -1;
  self->wanted[SL_TRACK_AUDIO] = self->wanted[SL_TRACK_TEXT] = -1;
  self->choice++;
}

guint
sl_player_load (SlPlayer *self, const char *uri, gint64 start, gboolean play)
{
  guint serial;

  g_return_val_if_fail (SL_IS_PLAYER (self) && uri != NULL && start >= 0, 0);

  forget_film (self);
  serial = ++self->serial;
  if (start == 0 && self->rate == 1.0)
    self->serial--; /* the file's first picture is the one that is wanted */
  begin_place (self, start);
  self->playing = play;
  sl_snapshot_clear (&self->snapshot);
  g_free (self->uri);
  self->uri = g_strdup (uri);
  send_load (self, start, serial, self->floor);
  notify (self);
  return self->floor;
}

guint
sl_player_seek (SlPlayer *self, gint64 target, SlSeekMode mode)
{
  g_return_val_if_fail (SL_IS_PLAYER (self) && target >= 0, 0);

  if (mode == SL_SEEK_EXACT)
    begin_place (self, target);
  else
    self->serial++;
  sl_engine_seek (self->engine, target, mode, self->serial);
  watch (self);
  return self->serial;
}

guint
sl_player_set_rate (SlPlayer *self, double rate, gint64 target)
{
  g_return_val_if_fail (SL_IS_PLAYER (self) && target >= 0, 0);
  g_return_val_if_fail (rate >= 0.25 && rate <= 4.0, 0);

  self->rate = rate;
  begin_place (self, target);
  sl_engine_set_rate (self->engine, rate, target, self->floor);
  watch (self);
  return self->floor;
}

guint
sl_player_step (SlPlayer *self, int n)
{
  g_return_val_if_fail (SL_IS_PLAYER (self), 0);

  if (n == 0 || self->awaiting_first || !self->snapshot.has_video)
    return self->floor;
  if (self->playing)
    sl_player_set_playing (self, FALSE);
  begin_place (self, MAX (self->shown, self->target));
  sl_engine_step (self->engine, n, self->floor);
  watch (self);
  return self->floor;
}

guint
sl_player_set_loop (SlPlayer *self, gint64 start, gint64 end, gint64 target)
{
  g_return_val_if_fail (SL_IS_PLAYER (self) && (end < 0 || start < end) && target >= 0, 0);

  self->loop_start = start;
  self->loop_end = end;
  begin_place (self, target);
  sl_engine_set_loop (self->engine, start, end, target, self->floor);
  watch (self);
  return self->floor;
}

void
sl_player_unload (SlPlayer *self)
{
  g_return_if_fail (SL_IS_PLAYER (self));

  forget_film (self);
  begin_place (self, 0);
  self->film = self->floor;
  self->playing = self->awaiting_first = FALSE;
  g_clear_handle_id (&self->patience_id, g_source_remove);
  sl_snapshot_clear (&self->snapshot);
  sl_engine_unload (self->engine, self->floor);
  notify (self);
}

void
sl_player_set_playing (SlPlayer *self, gboolean playing)
{
  g_return_if_fail (SL_IS_PLAYER (self));

  self->playing = playing;
  if (self->awaiting_first)
    return;
  sl_engine_set_playing (self->engine, playing);
  watch (self);
}

void
sl_player_set_volume (SlPlayer *self, double volume, gboolean muted)
{
  g_return_if_fail (SL_IS_PLAYER (self) && volume >= 0 && volume <= 1);

  self->volume = volume;
  self->muted = muted;
  sl_engine_set_volume (self->engine, get_linear_volume (self), muted);
}

void
sl_player_select (SlPlayer *self, SlTrackKind kind, int index)
{
  g_return_if_fail (SL_IS_PLAYER (self) && index >= -1);

  self->wanted[kind] = index;
  self->choice += kind == SL_TRACK_TEXT;
  sl_engine_select (self->engine, kind, index, self->choice);
  watch (self);
}

void
sl_player_set_turn (SlPlayer *self, guint degrees)
{
  g_return_if_fail (SL_IS_PLAYER (self) && degrees % 90 == 0 && degrees < 360);

  if (self->turn == degrees)
    return;
  self->turn = degrees;
  sl_engine_set_turn (self->engine, degrees);
}

void
sl_player_set_output_size (SlPlayer *self, guint width, guint height)
{
  g_return_if_fail (SL_IS_PLAYER (self));

  if (self->width == width && self->height == height)
    return;
  self->width = width;
  self->height = height;
  sl_engine_set_output_size (self->engine, width, height);
}

void
sl_player_set_shift (SlPlayer *self, gint64 shift)
{
  g_return_if_fail (SL_IS_PLAYER (self));

  self->shift = shift;
  sl_engine_set_shift (self->engine, shift);
}

SlFrame *
sl_player_take_frame (SlPlayer *self)
{
  g_autoptr (SlFrame) frame = NULL;

  g_return_val_if_fail (SL_IS_PLAYER (self), NULL);

  frame = sl_mailbox_take_frame (self->mailbox);
  if (frame == NULL || sl_frame_get_serial (frame) < self->floor)
    return NULL;
  self->shown = sl_frame_get_time (frame);
  first_taken (self);
  return g_steal_pointer (&frame);
}

const SlSnapshot *
sl_player_get_snapshot (SlPlayer *self)
{
  g_return_val_if_fail (SL_IS_PLAYER (self), NULL);

  return &self->snapshot;
}

SlPlayerState
sl_player_get_state (SlPlayer *self)
{
  g_return_val_if_fail (SL_IS_PLAYER (self), SL_PLAYER_IDLE);

  return self->snapshot.state;
}

gboolean
sl_player_get_playing (SlPlayer *self)
{
  g_return_val_if_fail (SL_IS_PLAYER (self), FALSE);

  return self->playing;
}

gint64
sl_player_get_duration (SlPlayer *self)
{
  g_return_val_if_fail (SL_IS_PLAYER (self), -1);

  return self->snapshot.duration;
}

gint64
sl_player_get_position (SlPlayer *self)
{
  g_return_val_if_fail (SL_IS_PLAYER (self), -1);

  return self->snapshot.position;
}

gint64
sl_player_get_end (SlPlayer *self)
{
  g_return_val_if_fail (SL_IS_PLAYER (self), 0);

  return self->snapshot.end;
}

double
sl_player_get_rate (SlPlayer *self)
{
  g_return_val_if_fail (SL_IS_PLAYER (self), 1.0);

  return self->rate;
}

SlFault *
sl_player_get_fault (SlPlayer *self)
{
  g_return_val_if_fail (SL_IS_PLAYER (self), NULL);

  return self->snapshot.fault;
}

guint64
sl_player_get_missed (SlPlayer *self)
{
  g_return_val_if_fail (SL_IS_PLAYER (self), 0);

  return sl_mailbox_get_missed (self->mailbox);
}

guint
sl_player_get_rebuilds (SlPlayer *self)
{
  g_return_val_if_fail (SL_IS_PLAYER (self), 0);

  return self->rebuilds;
}

GstElement *
sl_player_get_video_output (SlPlayer *self)
{
  g_return_val_if_fail (SL_IS_PLAYER (self), NULL);

  return self->world.video_output;
}
