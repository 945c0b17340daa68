/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One tick a shown frame. The frame brings its time and the serial of the seek that it answers; a new serial
 * is a jump to that seek's target, anything else is time going on. At the end of the film the moment is
 * moved past the last frame, so that what lasts to the end is left.
 *
 * Needs neither a display nor a widget, so the virtual clock can drive it.
 */
#include "conductor.h"

#include "handover.h"

struct _SlConductor
{
  GObject parent_instance;

  SlSession  *session;
  SlPlayer   *player;
  SlReel     *reel;
  SlHandover *handover;
  guint       shown_serial;  /* of the last frame */
  guint       wanted_serial; /* of the last load or seek */
  gint64      wanted_target;
  SlSeekMode  wanted_mode;
  guint       shown_lap;
  gboolean    ended;
  double      volume;
  gboolean    muted;
  guint       turn;
  SlLoop      loop;
  SlSpan      round; /* where the loop begins and ends */
  gboolean    held;
  gboolean    play_after; /* while it is held: what was asked for */
};

G_DEFINE_FINAL_TYPE (SlConductor, sl_conductor, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_STATE,
  PROP_PLAYING,
  PROP_RATE,
  PROP_VOLUME,
  PROP_MUTED,
  PROP_LOOP,
  N_PROPS
};

enum {
  FRAME_READY,
  BEFORE_FRAME,
  FRAME,
  SOUGHT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* Everything up to the end of the round has been; what lasts beyond it is left by going back. */
static void
close_round (SlConductor *self)
{
  const gint64 end = self->loop == SL_LOOP_CLIP ? sl_session_get_duration (self->session) : self->round.end - 1;

  if (end > sl_session_get_time (self->session))
    sl_session_advance (self->session, end, sl_session_get_number (self->session));
}

static void
move_session (SlConductor *self, SlFrame *frame)
{
  const gint64 time = sl_reel_time_of (self->reel, frame), number = sl_reel_number_of (self->reel, frame);
  const guint  serial = sl_frame_get_serial (frame), lap = sl_frame_get_lap (frame);

  /* Laps are counted anew when a picture is fetched again: that is no round. */
  if (serial == self->shown_serial && lap > self->shown_lap)
    {
      close_round (self);
      sl_session_jump (self->session, MIN (sl_reel_clamp (self->reel, self->round.start), time), number);
    }
  self->shown_lap = lap;
  if (serial != self->shown_serial)
    {
      const gboolean exact = serial == self->wanted_serial && self->wanted_mode == SL_SEEK_EXACT;
      const gint64   from = exact ? MIN (self->wanted_target, time) : time;

      self->shown_serial = serial;
      /* A film from its beginning goes on from before it: nothing that starts at 0 is missed. */
      if (from > 0 || self->wanted_target > 0 || sl_session_get_time (self->session) > 0)
        sl_session_jump (self->session, from, number);
    }
  sl_session_advance (self->session, MAX (time, sl_session_get_time (self->session)), number);
}

void
sl_conductor_tick (SlConductor *self)
{
  g_autoptr (SlFrame) frame = NULL;

  g_return_if_fail (SL_IS_CONDUCTOR (self));

  if (sl_session_get_clip (self->session))
    frame = sl_player_take_frame (self->player);
  if (frame == NULL)
    return;
  g_signal_emit (self, signals[BEFORE_FRAME], 0, frame);
  move_session (self, frame);
  g_signal_emit (self, signals[FRAME], 0, frame);
}

static void
reach_end (SlConductor *self)
{
  gint64 end, number;

  sl_conductor_tick (self);
  end = sl_reel_find_end (self->reel);
  number = sl_session_get_number (self->session);
  number += number >= 0;
  if (self->shown_serial != self->wanted_serial)
    {
      self->shown_serial = self->wanted_serial;
      sl_session_jump (self->session, end, number);
    }
  else
    {
      sl_session_advance (self->session, end, number);
    }
}

/* A position from before the last seek is none, and while the film stands each is news once. */
static gboolean
has_news (SlConductor *self)
{
  const SlPlayerState state = sl_conductor_get_state (self);

  if (sl_player_get_snapshot (self->player)->answered != self->wanted_serial)
    return FALSE;
  return state == SL_PLAYER_PLAYING || (state == SL_PLAYER_PAUSED && self->shown_serial != self->wanted_serial);
}

/* Where no picture is due none brings the time. A picture that was taken since the position was told is newer. */
static void
follow_position (SlConductor *self)
{
  const gint64 position = sl_reel_get_position (self->reel);

  if (position < 0 || sl_session_get_clip (self->session) == NULL || !has_news (self))
    return;
  if (self->shown_serial != self->wanted_serial && self->wanted_target > 0)
    sl_session_jump (self->session, position, -1);
  else if (!sl_player_get_snapshot (self->player)->has_video || position > sl_session_get_time (self->session))
    sl_session_advance (self->session, position, sl_session_get_number (self->session));
  self->shown_serial = self->wanted_serial;
}

/* A film that cannot be sought is where it was, and that is where everything counts from. */
static void
take_refusal (SlConductor *self)
{
  if (sl_player_get_snapshot (self->player)->refused == self->wanted_serial)
    self->shown_serial = self->wanted_serial;
}

static void
take_fault (SlConductor *self)
{
  if (sl_conductor_get_state (self) != SL_PLAYER_FAULT || self->shown_serial == self->wanted_serial)
    return;
  self->shown_serial = self->wanted_serial;
  sl_reel_stay (self->reel, self->wanted_target);
}

static void
state_cb (SlConductor *self)
{
  const gboolean ended = sl_player_get_state (self->player) == SL_PLAYER_ENDED;

  take_refusal (self);
  take_fault (self);
  follow_position (self);
  if (ended && !self->ended)
    reach_end (self);
  self->ended = ended;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

static void
frame_ready_cb (SlConductor *self)
{
  g_signal_emit (self, signals[FRAME_READY], 0);
}

static void
sl_conductor_dispose (GObject *object)
{
  SlConductor *self = SL_CONDUCTOR (object);

  g_clear_object (&self->session);
  g_clear_object (&self->player);
  g_clear_object (&self->handover);
  g_clear_pointer (&self->reel, sl_reel_free);

  G_OBJECT_CLASS (sl_conductor_parent_class)->dispose (object);
}

static void
sl_conductor_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlConductor *self = SL_CONDUCTOR (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, (int)sl_conductor_get_state (self));
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, sl_conductor_get_playing (self));
      break;
    case PROP_RATE:
      g_value_set_double (value, sl_conductor_get_rate (self));
      break;
    case PROP_VOLUME:
      g_value_set_double (value, self->volume);
      break;
    case PROP_MUTED:
      g_value_set_boolean (value, self->muted);
      break;
    case PROP_LOOP:
      g_value_set_enum (value, (int)self->loop);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_conductor_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlConductor *self = SL_CONDUCTOR (object);

  switch (prop_id)
    {
    case PROP_VOLUME:
      sl_conductor_set_volume (self, g_value_get_double (value));
      break;
    case PROP_MUTED:
      sl_conductor_set_muted (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_conductor_class_init (SlConductorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType   type = G_TYPE_FROM_CLASS (klass);
  const int     read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const int     write = read | G_PARAM_WRITABLE;

  object_class->dispose = sl_conductor_dispose;
  object_class->get_property = sl_conductor_get_property;
  object_class->set_property = sl_conductor_set_property;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SL_TYPE_PLAYER_STATE, SL_PLAYER_IDLE, read);
  /* What was asked for: TRUE too while a film that shall play is still loading. */
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, read);
  properties[PROP_RATE] = g_param_spec_double ("rate", NULL, NULL, 0.25, 4.0, 1.0, read);
  /* As loud as it seems. */
  properties[PROP_VOLUME] = g_param_spec_double ("volume", NULL, NULL, 0.0, 1.0, 1.0, write);
  properties[PROP_MUTED] = g_param_spec_boolean ("muted", NULL, NULL, FALSE, write);
  properties[PROP_LOOP] = g_param_spec_enum ("loop", NULL, NULL, SL_TYPE_LOOP, SL_LOOP_NONE, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FRAME_READY] = g_signal_new ("frame-ready", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BEFORE_FRAME] = g_signal_new ("before-frame", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SL_TYPE_FRAME);
  signals[FRAME] = g_signal_new ("frame", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SL_TYPE_FRAME);
  signals[SOUGHT] =
    g_signal_new ("sought", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_UINT);
}

static void
sl_conductor_init (SlConductor *self)
{
  self->volume = 1.0;
}

SlConductor *
sl_conductor_new (SlSession *session, SlPlayer *player)
{
  SlConductor *self;

  g_return_val_if_fail (SL_IS_SESSION (session), NULL);
  g_return_val_if_fail (SL_IS_PLAYER (player), NULL);

  self = g_object_new (SL_TYPE_CONDUCTOR, NULL);
  self->session = g_object_ref (session);
  self->player = g_object_ref (player);
  self->reel = sl_reel_new (session, player);
  self->handover = sl_handover_new (session, player, self->reel); /* before this listens itself */
  g_signal_connect_object (player, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "frame-ready", G_CALLBACK (frame_ready_cb), self, G_CONNECT_SWAPPED);
  return self;
}

SlSession *
sl_conductor_get_session (SlConductor *self)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (self), NULL);

  return self->session;
}

static void
want (SlConductor *self, guint serial, gint64 target, SlSeekMode mode)
{
  self->wanted_serial = serial;
  self->wanted_target = target;
  self->wanted_mode = mode;
}

static void
set_loop_property (SlConductor *self, SlLoop loop, gint64 start, gint64 end)
{
  self->round = (SlSpan){start, end};
  if (self->loop == loop)
    return;
  self->loop = loop;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOOP]);
}

gboolean
sl_conductor_open (SlConductor *self, gint64 start, gboolean play)
{
  guint serial;

  g_return_val_if_fail (SL_IS_CONDUCTOR (self) && start >= 0, FALSE);

  self->ended = self->held = FALSE;
  sl_handover_begin (self->handover);
  set_loop_property (self, SL_LOOP_NONE, -1, -1);
  sl_conductor_set_turn (self, 0);
  if (!sl_reel_load (self->reel, start, play, &serial))
    return FALSE;
  want (self, serial, sl_reel_clamp (self->reel, start), SL_SEEK_EXACT);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
  return TRUE;
}

gboolean
sl_conductor_has_medium (SlConductor *self)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (self), FALSE);

  return sl_reel_is_in (self->reel);
}

void
sl_conductor_set_playing (SlConductor *self, gboolean playing)
{
  g_return_if_fail (SL_IS_CONDUCTOR (self));

  self->play_after = playing;
  if (!self->held)
    sl_player_set_playing (self->player, playing);
  if (playing && sl_player_get_state (self->player) == SL_PLAYER_ENDED)
    sl_conductor_seek (self, 0, SL_SEEK_EXACT);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

void
sl_conductor_hold (SlConductor *self, gboolean hold)
{
  g_return_if_fail (SL_IS_CONDUCTOR (self));

  if (self->held == hold)
    return;
  if (hold)
    self->play_after = sl_player_get_playing (self->player);
  self->held = hold;
  sl_player_set_playing (self->player, !hold && self->play_after);
}

static gboolean
is_open (SlConductor *self)
{
  const SlPlayerState state = sl_conductor_get_state (self);

  return state != SL_PLAYER_IDLE && state != SL_PLAYER_FAULT;
}

static void
tell_sought (SlConductor *self, guint serial, gint64 target, SlSeekMode mode)
{
  want (self, serial, target, mode);
  g_signal_emit (self, signals[SOUGHT], 0, target, mode, serial);
}

static void
go_round_in (SlConductor *self, SlLoop loop, const SlSpan *round, gint64 target)
{
  set_loop_property (self, loop, round->start, round->end);
  tell_sought (self, sl_reel_set_loop (self->reel, round, target), target, SL_SEEK_EXACT);
}

static gboolean
leads_out_of_round (SlConductor *self, gint64 target)
{
  return self->loop != SL_LOOP_NONE && (target < self->round.start || (self->round.end >= 0 && target >= self->round.end));
}

/* A seek out of the loop takes it along to where there is another of its kind, and ends it elsewhere. */
static void
seek_out_of_round (SlConductor *self, gint64 target)
{
  SlSpan round;

  if (sl_loop_find_span (self->loop, self->session, target, &round))
    go_round_in (self, self->loop, &round, target);
  else
    go_round_in (self, SL_LOOP_NONE, &(SlSpan){-1, -1}, target);
}

void
sl_conductor_seek (SlConductor *self, gint64 target, SlSeekMode mode)
{
  g_return_if_fail (SL_IS_CONDUCTOR (self));

  if (!is_open (self))
    return;
  sl_reel_forgive (self->reel);
  target = sl_reel_clamp (self->reel, target);
  if (mode == SL_SEEK_EXACT && leads_out_of_round (self, target))
    seek_out_of_round (self, target);
  else
    tell_sought (self, sl_reel_seek (self->reel, target, mode), target, mode);
}

/* What stands on the screen stays there; what is told of it becomes another. A loop keeps to what it was about. */
static void
seek_to_same_picture (SlConductor *self, gint64 target)
{
  const SlSpan round = self->round;

  if (self->loop == SL_LOOP_NONE)
    tell_sought (self, sl_reel_seek (self->reel, target, SL_SEEK_EXACT), target, SL_SEEK_EXACT);
  else if (leads_out_of_round (self, target))
    seek_out_of_round (self, target);
  else
    go_round_in (self, self->loop, &round, target);
}

void
sl_conductor_set_offset (SlConductor *self, gint64 offset)
{
  const gint64 target = sl_conductor_get_target (self);
  gint64       moved;

  g_return_if_fail (SL_IS_CONDUCTOR (self));

  moved = target + sl_reel_get_offset (self->reel);
  sl_reel_set_offset (self->reel, offset);
  if (!is_open (self) || !sl_reel_is_copy (self->reel))
    return;
  sl_reel_forgive (self->reel);
  /* What the file itself has lies elsewhere now, and comes again. */
  sl_captions_forget_added (sl_session_get_captions (self->session));
  sl_handover_again (self->handover);
  seek_to_same_picture (self, sl_reel_clamp (self->reel, moved - sl_reel_get_offset (self->reel)));
}

void
sl_conductor_step (SlConductor *self, int n)
{
  g_return_if_fail (SL_IS_CONDUCTOR (self));

  /* Where it leads, only the film knows. */
  if (!is_open (self))
    return;
  self->held = FALSE; /* where the viewer looks at it picture by picture */
  want (self, sl_player_step (self->player, n), sl_conductor_get_target (self), SL_SEEK_KEYFRAME);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

gboolean
sl_conductor_set_loop (SlConductor *self, SlLoop loop)
{
  const gint64 now = sl_conductor_get_target (self);
  SlSpan       round = {-1, -1};

  g_return_val_if_fail (SL_IS_CONDUCTOR (self), FALSE);

  if (!is_open (self) || (loop != SL_LOOP_NONE && !sl_loop_find_span (loop, self->session, now, &round)))
    return FALSE;
  if (loop != SL_LOOP_NONE || self->loop != SL_LOOP_NONE)
    go_round_in (self, loop, &round, now);
  return TRUE;
}

void
sl_conductor_loop_section (SlConductor *self, gint64 start, gint64 end)
{
  g_return_if_fail (SL_IS_CONDUCTOR (self));
  g_return_if_fail (start >= 0 && start < end);

  if (is_open (self))
    go_round_in (self, SL_LOOP_SECTION, &(SlSpan){start, end}, CLAMP (sl_conductor_get_target (self), start, end - 1));
}

void
sl_conductor_select (SlConductor *self, SlTrackKind kind, int index)
{
  g_return_if_fail (SL_IS_CONDUCTOR (self));

  if (!is_open (self))
    return;
  if (kind == SL_TRACK_TEXT)
    sl_captions_forget_added (sl_session_get_captions (self->session));
  sl_player_select (self->player, kind, index);
}

void
sl_conductor_seek_by (SlConductor *self, gint64 step)
{
  g_return_if_fail (SL_IS_CONDUCTOR (self));

  sl_conductor_seek (self, sl_conductor_get_target (self) + step, SL_SEEK_EXACT);
}

void
sl_conductor_set_rate (SlConductor *self, double rate)
{
  const gint64 target = sl_conductor_get_target (self);

  g_return_if_fail (SL_IS_CONDUCTOR (self));

  if (rate == sl_player_get_rate (self->player))
    return;
  tell_sought (self, sl_reel_set_rate (self->reel, rate, target), target, SL_SEEK_EXACT);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RATE]);
}

void
sl_conductor_set_volume (SlConductor *self, double volume)
{
  g_return_if_fail (SL_IS_CONDUCTOR (self));

  volume = CLAMP (volume, 0.0, 1.0);
  if (self->volume == volume)
    return;
  self->volume = volume;
  sl_player_set_volume (self->player, volume, self->muted);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VOLUME]);
}

void
sl_conductor_set_muted (SlConductor *self, gboolean muted)
{
  g_return_if_fail (SL_IS_CONDUCTOR (self));

  if (self->muted == muted)
    return;
  self->muted = muted;
  sl_player_set_volume (self->player, self->volume, muted);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MUTED]);
}

void
sl_conductor_set_turn (SlConductor *self, guint degrees)
{
  g_return_if_fail (SL_IS_CONDUCTOR (self));

  self->turn = degrees % 360;
  sl_player_set_turn (self->player, self->turn);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
sl_conductor_set_output_size (SlConductor *self, guint width, guint height)
{
  g_return_if_fail (SL_IS_CONDUCTOR (self));

  sl_player_set_output_size (self->player, width, height);
}

gint64
sl_conductor_get_target (SlConductor *self)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (self), 0);

  return self->shown_serial == self->wanted_serial ? sl_session_get_time (self->session) : self->wanted_target;
}

SlReel *
sl_conductor_get_reel (SlConductor *self)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (self), NULL);

  return self->reel;
}

SlPlayerState
sl_conductor_get_state (SlConductor *self)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (self), SL_PLAYER_IDLE);

  return sl_reel_is_absent (self->reel) ? SL_PLAYER_FAULT : sl_player_get_state (self->player);
}

gboolean
sl_conductor_get_playing (SlConductor *self)
{
  const SlPlayerState state = sl_conductor_get_state (self);
  const gboolean      playing = self->held ? self->play_after : sl_player_get_playing (self->player);

  return playing && state != SL_PLAYER_IDLE && state != SL_PLAYER_ENDED && state != SL_PLAYER_FAULT;
}

double
sl_conductor_get_rate (SlConductor *self)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (self), 1.0);

  return sl_player_get_rate (self->player);
}

SlFault *
sl_conductor_get_fault (SlConductor *self)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (self), NULL);

  return sl_reel_get_fault (self->reel);
}

GstElement *
sl_conductor_get_video_output (SlConductor *self)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (self), NULL);

  return sl_player_get_video_output (self->player);
}

double
sl_conductor_get_volume (SlConductor *self)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (self), 1.0);

  return self->volume;
}

gboolean
sl_conductor_get_muted (SlConductor *self)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (self), FALSE);

  return self->muted;
}

guint
sl_conductor_get_turn (SlConductor *self)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (self), 0);

  return self->turn;
}

SlLoop
sl_conductor_get_loop (SlConductor *self)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (self), SL_LOOP_NONE);

  return self->loop;
}

const SlSpan *
sl_conductor_get_round (SlConductor *self)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (self), NULL);

  return self->loop != SL_LOOP_NONE ? &self->round : NULL;
}

const SlSnapshot *
sl_conductor_get_snapshot (SlConductor *self)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (self), NULL);

  return sl_player_get_snapshot (self->player);
}
