/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The facade that the rest of the program knows. It numbers loads and seeks, keeps what the engine last
 * said, and replaces an engine whose file does not answer; it never calls into a pipeline.
 */
#include "player.h"

#define PATIENCE 8000                            /* milliseconds for a file to answer */
#define FAREWELL (500 * G_TIME_SPAN_MILLISECOND) /* for an engine to end in order */

struct _SlPlayer
{
  GObject parent_instance;

  GstClock   *clock;
  GstElement *audio_sink;
  SlEngine   *engine;
  SlMailbox  *mailbox;
  SlSnapshot  snapshot;
  guint       serial;      /* the last one given out */
  guint       load_serial; /* of the last load: the snapshots before it are about another film */
  guint       floor;       /* frames below it are out of date */
  gboolean    playing;
  gboolean    awaiting_first; /* it plays once its first frame was taken, so none is missed */
  double      rate;
  double      volume;
  gboolean    muted;
  guint       width;
  guint       height;
  guint       patience;
  guint       watchdog_id;
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
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static gboolean wake_cb (gpointer data);

static void
start_engine (SlPlayer *self)
{
  self->mailbox = sl_mailbox_new (wake_cb, self);
  self->engine = sl_engine_new (self->mailbox, self->clock, self->audio_sink);
  sl_engine_set_volume (self->engine, self->volume, self->muted);
  sl_engine_set_output_size (self->engine, self->width, self->height);
}

static void
stop_engine (SlPlayer *self, gint64 farewell)
{
  g_clear_handle_id (&self->watchdog_id, g_source_remove);
  if (self->mailbox)
    sl_mailbox_close (self->mailbox);
  g_clear_pointer (&self->mailbox, sl_mailbox_unref);
  if (self->engine)
    sl_engine_abandon (g_steal_pointer (&self->engine), farewell);
}

/* What waits for a file that has not answered waits for ever: it is left behind. */
static void
leave_stuck_engine (SlPlayer *self)
{
  if (self->snapshot.state != SL_PLAYER_LOADING)
    return;
  stop_engine (self, 0);
  start_engine (self);
}

static void
set_fault (SlPlayer *self, SlFault *fault)
{
  g_clear_pointer (&self->snapshot.fault, sl_fault_unref);
  self->snapshot.fault = fault;
}

static gboolean
watchdog_cb (gpointer data)
{
  SlPlayer *self = data;

  self->watchdog_id = 0;
  stop_engine (self, 0);
  start_engine (self);
  set_fault (self, sl_fault_new (SL_FAULT_NO_ANSWER, NULL, NULL));
  self->snapshot.state = SL_PLAYER_FAULT;
  self->snapshot.serial = self->load_serial;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  return G_SOURCE_REMOVE;
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

  if (!sl_mailbox_look (self->mailbox, &snapshot) || snapshot.serial < self->load_serial)
    {
      g_clear_pointer (&snapshot.fault, sl_fault_unref);
      return;
    }
  set_fault (self, NULL);
  self->snapshot = snapshot;
  if (snapshot.state != SL_PLAYER_LOADING)
    g_clear_handle_id (&self->watchdog_id, g_source_remove);
  if (snapshot.state == SL_PLAYER_PAUSED && !snapshot.has_video)
    first_taken (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static gboolean
wake_cb (gpointer data)
{
  g_autoptr (SlPlayer) self = g_object_ref (data);

  take_news (self);
  if (self->mailbox)
    g_signal_emit (self, signals[FRAME_READY], 0);
  return G_SOURCE_REMOVE;
}

static void
sl_player_dispose (GObject *object)
{
  SlPlayer *self = SL_PLAYER (object);

  stop_engine (self, self->snapshot.state == SL_PLAYER_LOADING ? FAREWELL / 10 : FAREWELL);
  set_fault (self, NULL);
  g_clear_object (&self->clock);
  g_clear_object (&self->audio_sink);

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

  object_class->dispose = sl_player_dispose;
  object_class->get_property = sl_player_get_property;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SL_TYPE_PLAYER_STATE, SL_PLAYER_IDLE,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FRAME_READY] = g_signal_new ("frame-ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_player_init (SlPlayer *self)
{
  self->patience = PATIENCE;
  self->rate = 1.0;
  self->volume = 1.0;
  self->snapshot.duration = -1;
  self->snapshot.position = -1;
  self->snapshot.rate = 1.0;
}

SlPlayer *
sl_player_new_for_world (GstClock *clock, GstElement *audio_sink)
{
  SlPlayer *self = g_object_new (SL_TYPE_PLAYER, NULL);

  g_set_object (&self->clock, clock);
  if (audio_sink)
    self->audio_sink = gst_object_ref_sink (audio_sink);
  start_engine (self);
  return self;
}

SlPlayer *
sl_player_new (void)
{
  return sl_player_new_for_world (NULL, NULL);
}

void
sl_player_set_patience (SlPlayer *self, guint milliseconds)
{
  g_return_if_fail (SL_IS_PLAYER (self) && milliseconds > 0);

  self->patience = milliseconds;
}

guint
sl_player_load (SlPlayer *self, const char *uri, gint64 start, gboolean play)
{
  SlLoad load;

  g_return_val_if_fail (SL_IS_PLAYER (self) && uri != NULL && start >= 0, 0);

  leave_stuck_engine (self);
  self->load_serial = ++self->serial;
  self->floor = ++self->serial;
  if (start == 0 && self->rate == 1.0)
    self->floor = self->load_serial;
  self->playing = play;
  self->awaiting_first = TRUE;
  load = (SlLoad){(char *)uri, start, self->rate, self->load_serial, self->serial};
  set_fault (self, NULL);
  self->snapshot.state = SL_PLAYER_LOADING;
  self->snapshot.duration = -1;
  g_clear_handle_id (&self->watchdog_id, g_source_remove);
  self->watchdog_id = g_timeout_add (self->patience, watchdog_cb, self);
  sl_engine_load (self->engine, &load);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  return self->floor;
}

guint
sl_player_seek (SlPlayer *self, gint64 target, SlSeekMode mode)
{
  g_return_val_if_fail (SL_IS_PLAYER (self) && target >= 0, 0);

  self->serial++;
  if (mode == SL_SEEK_EXACT)
    self->floor = self->serial;
  sl_engine_seek (self->engine, target, mode, self->serial, 0);
  return self->serial;
}

guint
sl_player_set_rate (SlPlayer *self, double rate, gint64 target)
{
  g_return_val_if_fail (SL_IS_PLAYER (self) && target >= 0, 0);
  g_return_val_if_fail (rate >= 0.25 && rate <= 4.0, 0);

  self->rate = rate;
  self->floor = ++self->serial;
  sl_engine_seek (self->engine, target, SL_SEEK_EXACT, self->serial, rate);
  return self->serial;
}

void
sl_player_unload (SlPlayer *self)
{
  g_return_if_fail (SL_IS_PLAYER (self));

  leave_stuck_engine (self);
  self->load_serial = self->floor = ++self->serial;
  self->playing = self->awaiting_first = FALSE;
  g_clear_handle_id (&self->watchdog_id, g_source_remove);
  set_fault (self, NULL);
  self->snapshot.state = SL_PLAYER_IDLE;
  self->snapshot.duration = -1;
  sl_engine_unload (self->engine, self->serial);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
sl_player_set_playing (SlPlayer *self, gboolean playing)
{
  g_return_if_fail (SL_IS_PLAYER (self));

  self->playing = playing;
  if (!self->awaiting_first)
    sl_engine_set_playing (self->engine, playing);
}

void
sl_player_set_volume (SlPlayer *self, double volume, gboolean muted)
{
  g_return_if_fail (SL_IS_PLAYER (self) && volume >= 0 && volume <= 1);

  self->volume = volume;
  self->muted = muted;
  sl_engine_set_volume (self->engine, volume, muted);
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

SlFrame *
sl_player_take_frame (SlPlayer *self)
{
  g_autoptr (SlFrame) frame = NULL;

  g_return_val_if_fail (SL_IS_PLAYER (self), NULL);

  frame = sl_mailbox_take_frame (self->mailbox);
  if (frame == NULL || sl_frame_get_serial (frame) < self->floor)
    return NULL;
  first_taken (self);
  return g_steal_pointer (&frame);
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
