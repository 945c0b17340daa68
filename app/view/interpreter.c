/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A player of its own with a clock of its own: what is asked of the film is asked of it, too. Two players begin a few
 * hundredths of a second apart, and that difference then stays, so it is measured at the pictures of both and taken
 * away once, by letting its pictures come earlier or later. A film without pictures says ten times a second where it is,
 * and that may be old when it is heard. An interpretation that hangs or is broken costs the film nothing.
 */
#include "interpreter.h"

#define SECOND G_GINT64_CONSTANT (1000000000)
#define FAR_OFF SECOND      /* more than this is not drift */
#define SETTLING 6          /* pictures until a correction can be seen */
#define GUESS (SECOND / 25) /* how long a picture lasts that does not say it */
#define CUT_SHORT (2 * SECOND)

struct _SlInterpreter
{
  GObject parent_instance;

  SlConductor *conductor;
  SlPlayer    *player;
  SlFrame     *frame; /* (nullable): the newest */
  gboolean     shown;
  gboolean     loaded;
  gboolean     playing;
  double       rate;
  gint64       target; /* of what was asked for last */
  guint        lap;    /* of the film's last picture */
  gint64       shift;
  guint        settling; /* pictures to wait for before the next correction */
  gint64       heard;    /* where a film without pictures last said that it is */
  gint64       doubtful; /* how far off it seemed to be then */
  char        *told_of;  /* (nullable): the clip of which it was said that this failed */
};

G_DEFINE_FINAL_TYPE (SlInterpreter, sl_interpreter, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_AVAILABLE,
  PROP_SHOWN,
  N_PROPS
};

enum {
  FRAME,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

gint64
sl_interpreter_find_drift (gint64 time, gint64 duration, gint64 now, gint64 slack)
{
  const gint64 end = time + duration;

  if (time > now + slack)
    return time - now;
  if (end < now - slack)
    return end - now;
  return 0;
}

/* Returns: (transfer full) (nullable): the first interpretation of the clip */
static SlMedia *
get_medium (SlInterpreter *self)
{
  SlClip     *clip = sl_session_get_clip (sl_conductor_get_session (self->conductor));
  GListModel *media = clip ? sl_clip_get_sign_language (clip) : NULL;

  return media ? g_list_model_get_item (media, 0) : NULL;
}

/* Returns: (transfer full) (nullable) */
static char *
name_clip (SlInterpreter *self)
{
  SlSession *session = sl_conductor_get_session (self->conductor);
  SlClip    *clip = sl_session_get_clip (session);

  return clip ? g_strconcat (sl_casebook_get_id (sl_session_get_casebook (session)), "/", sl_clip_get_id (clip), NULL) : NULL;
}

static void
hide (SlInterpreter *self)
{
  if (self->frame == NULL)
    return;
  g_clear_pointer (&self->frame, sl_frame_unref);
  g_signal_emit (self, signals[FRAME], 0, NULL);
}

static void
tell (SlInterpreter *self, SlFault *fault)
{
  g_autofree char *clip = name_clip (self);

  if (clip == NULL || g_strcmp0 (clip, self->told_of) == 0)
    return;
  g_free (self->told_of);
  self->told_of = g_steal_pointer (&clip);
  g_signal_emit (self, signals[FAILED], 0, fault);
}

/* A last picture that stays would interpret what is not said any more. */
static void
hide_if_over (SlInterpreter *self, gint64 now)
{
  if (now > sl_player_get_end (self->player) + FAR_OFF)
    hide (self);
}

static void
seek (SlInterpreter *self, gint64 target, SlSeekMode mode)
{
  self->settling = SETTLING;
  self->target = target;
  sl_player_seek (self->player, target, mode);
}

static void
set_shift (SlInterpreter *self, gint64 shift)
{
  if (self->shift == shift)
    return;
  self->shift = shift;
  self->settling = SETTLING;
  sl_player_set_shift (self->player, shift);
}

static void
load (SlInterpreter *self)
{
  SlSession *session = sl_conductor_get_session (self->conductor);
  g_autoptr (SlMedia) medium = get_medium (self);
  g_autoptr (GFile) file = NULL;
  g_autofree char *uri = NULL;

  g_clear_pointer (&self->frame, sl_frame_unref);
  self->loaded = self->shown && medium != NULL;
  if (!self->loaded)
    {
      sl_player_unload (self->player);
      g_signal_emit (self, signals[FRAME], 0, NULL);
      return;
    }
  file = g_file_resolve_relative_path (sl_casebook_get_folder (sl_session_get_casebook (session)), sl_media_get_file (medium));
  uri = g_file_get_uri (file);
  self->rate = sl_conductor_get_rate (self->conductor);
  self->playing = sl_conductor_get_playing (self->conductor);
  set_shift (self, 0);
  sl_player_set_rate (self->player, self->rate, 0);
  self->target = self->heard = sl_conductor_get_target (self->conductor);
  self->doubtful = 0;
  sl_player_load (self->player, uri, self->target, self->playing);
}

/* Returns: by how much its picture is off at @now, in a film whose pictures last for @duration */
static gint64
find_drift (SlInterpreter *self, gint64 now, gint64 duration)
{
  const gint64 own = sl_frame_get_duration (self->frame);

  return sl_interpreter_find_drift (sl_frame_get_time (self->frame), own > 0 ? own : GUESS, now, duration > 0 ? duration : GUESS);
}

static void
correct (SlInterpreter *self, gint64 now, gint64 drift)
{
  if (self->settling > 0 || drift == 0)
    return;
  if (ABS (drift) > FAR_OFF)
    seek (self, now, SL_SEEK_EXACT);
  else
    set_shift (self, self->shift + (gint64)((double)drift / self->rate));
}

/* Where steps and scrubs lead to, and when a loop begins anew, only the film knows. */
static gboolean
has_gone_elsewhere (SlInterpreter *self, SlFrame *leader, gint64 now)
{
  const gboolean goes_round = sl_frame_get_lap (leader) > self->lap;

  self->lap = sl_frame_get_lap (leader);
  return goes_round || (!self->playing && sl_interpreter_find_drift (now, sl_frame_get_duration (leader), self->target, 0) != 0);
}

static void
take_picture (SlInterpreter *self)
{
  SlFrame *frame = sl_player_take_frame (self->player);

  if (frame == NULL)
    return;
  g_clear_pointer (&self->frame, sl_frame_unref);
  self->frame = frame;
  self->settling -= self->settling > 0;
  g_signal_emit (self, signals[FRAME], 0, frame);
}

/* The film showed a picture: so does its interpretation. */
static void
leader_frame_cb (SlInterpreter *self, SlFrame *leader)
{
  const gint64 now = sl_reel_time_of (sl_conductor_get_reel (self->conductor), leader);

  if (!self->loaded)
    return;
  take_picture (self);
  if (has_gone_elsewhere (self, leader, now))
    seek (self, now, SL_SEEK_EXACT);
  else if (sl_player_get_state (self->player) == SL_PLAYER_ENDED)
    hide_if_over (self, now);
  else if (self->frame && self->playing)
    correct (self, now, find_drift (self, now, sl_frame_get_duration (leader)));
}

static gboolean
has_leader (SlInterpreter *self)
{
  return sl_conductor_get_snapshot (self->conductor)->has_video;
}

/* The film without pictures has said where it is. Two that are off the same way are believed, as far as both are off. */
static void
follow_sound (SlInterpreter *self)
{
  const gint64   now = sl_session_get_time (sl_conductor_get_session (self->conductor));
  const gboolean goes_round = now < self->heard;
  gint64         drift, before;

  if (now == self->heard)
    return;
  self->heard = now;
  if (goes_round)
    {
      self->doubtful = 0;
      seek (self, now, SL_SEEK_EXACT);
    }
  else if (sl_player_get_state (self->player) == SL_PLAYER_ENDED)
    {
      hide_if_over (self, now);
    }
  else if (self->frame)
    {
      before = self->doubtful;
      drift = self->doubtful = find_drift (self, now, 0);
      if ((before < 0) == (drift < 0) && before != 0)
        correct (self, now, ABS (before) < ABS (drift) ? before : drift);
    }
}

/* While the film stands, its interpretation may still be on its way. */
static void
frame_ready_cb (SlInterpreter *self)
{
  /* Its first picture is taken at once, for it plays from there on; with a film without pictures, each. */
  if (self->loaded && (!self->playing || self->frame == NULL || !has_leader (self)))
    take_picture (self);
}

static void
sought_cb (SlInterpreter *self, gint64 target, guint mode, guint serial)
{
  const double rate = sl_conductor_get_rate (self->conductor);

  self->heard = MIN (self->heard, target);
  self->doubtful = 0;
  if (!self->loaded)
    return;
  if (rate == self->rate)
    {
      seek (self, target, mode);
      return;
    }
  self->rate = rate;
  self->target = target;
  self->settling = SETTLING;
  sl_player_set_rate (self->player, rate, target);
}

static void
conductor_state_cb (SlInterpreter *self)
{
  const gboolean playing = sl_conductor_get_state (self->conductor) == SL_PLAYER_PLAYING;

  if (!self->loaded)
    return;
  if (playing != self->playing)
    {
      self->playing = playing;
      self->settling = SETTLING;
      sl_player_set_playing (self->player, playing);
    }
  if (playing && !has_leader (self))
    follow_sound (self);
}

/* With sound alone there is nothing to see, either. */
static void
check_picture (SlInterpreter *self, const SlSnapshot *snapshot)
{
  g_autoptr (SlFault) fault = snapshot->fault ? sl_fault_ref (snapshot->fault) : sl_fault_new (SL_FAULT_NOT_A_FILM, NULL, NULL);

  if (snapshot->state != SL_PLAYER_FAULT && snapshot->has_video)
    return;
  self->loaded = FALSE;
  hide (self);
  tell (self, fault);
}

/* One that its author left shorter than the film is whole; of one that should be longer the rest is missing. */
static void
check_end (SlInterpreter *self, const SlSnapshot *snapshot)
{
  g_autoptr (SlFault) fault = NULL;

  hide_if_over (self, sl_session_get_time (sl_conductor_get_session (self->conductor)));
  if (snapshot->duration - snapshot->end <= CUT_SHORT)
    return;
  fault = sl_fault_new (SL_FAULT_CUT_SHORT, NULL, NULL);
  tell (self, fault);
}

static void
state_cb (SlInterpreter *self)
{
  const SlSnapshot *snapshot = sl_player_get_snapshot (self->player);

  if (!self->loaded || snapshot->state == SL_PLAYER_IDLE || snapshot->state == SL_PLAYER_LOADING)
    return;
  if (snapshot->state == SL_PLAYER_ENDED)
    check_end (self, snapshot);
  else
    check_picture (self, snapshot);
}

static void
clip_cb (SlInterpreter *self)
{
  g_autofree char *clip = name_clip (self);

  if (clip && g_strcmp0 (clip, self->told_of) != 0)
    g_clear_pointer (&self->told_of, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AVAILABLE]);
  load (self);
}

static void
sl_interpreter_dispose (GObject *object)
{
  SlInterpreter *self = SL_INTERPRETER (object);

  g_clear_pointer (&self->frame, sl_frame_unref);
  g_clear_pointer (&self->told_of, g_free);
  g_clear_object (&self->player);
  g_clear_object (&self->conductor);

  G_OBJECT_CLASS (sl_interpreter_parent_class)->dispose (object);
}

static void
sl_interpreter_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_AVAILABLE:
      g_value_set_boolean (value, sl_interpreter_get_available (SL_INTERPRETER (object)));
      break;
    case PROP_SHOWN:
      g_value_set_boolean (value, sl_interpreter_get_shown (SL_INTERPRETER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_interpreter_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOWN:
      sl_interpreter_set_shown (SL_INTERPRETER (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_interpreter_class_init (SlInterpreterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType   type = G_TYPE_FROM_CLASS (klass);
  const int     read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_interpreter_dispose;
  object_class->get_property = sl_interpreter_get_property;
  object_class->set_property = sl_interpreter_set_property;

  properties[PROP_AVAILABLE] = g_param_spec_boolean ("available", NULL, NULL, FALSE, read);
  properties[PROP_SHOWN] = g_param_spec_boolean ("shown", NULL, NULL, FALSE, read | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FRAME] = g_signal_new ("frame", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SL_TYPE_FRAME);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SL_TYPE_FAULT);
}

static void
sl_interpreter_init (SlInterpreter *self)
{
  self->rate = 1.0;
}

SlInterpreter *
sl_interpreter_new (SlConductor *conductor, const SlPlayerWorld *world)
{
  SlPlayerWorld  silent = {0};
  SlInterpreter *self;

  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor), NULL);

  if (world)
    silent = *world;
  silent.audio_sink = NULL;
  silent.video_output = NULL;
  silent.silent = TRUE;
  self = g_object_new (SL_TYPE_INTERPRETER, NULL);
  self->conductor = g_object_ref (conductor);
  self->player = sl_player_new (&silent);
  if (world)
    sl_player_set_patience (self->player, G_MAXINT);
  g_signal_connect_object (conductor, "frame", G_CALLBACK (leader_frame_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, "sought", G_CALLBACK (sought_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, "notify::state", G_CALLBACK (conductor_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "frame-ready", G_CALLBACK (frame_ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sl_conductor_get_session (conductor), "notify::clip", G_CALLBACK (clip_cb), self, G_CONNECT_SWAPPED);
  return self;
}

gboolean
sl_interpreter_get_available (SlInterpreter *self)
{
  g_autoptr (SlMedia) medium = NULL;

  g_return_val_if_fail (SL_IS_INTERPRETER (self), FALSE);

  medium = get_medium (self);
  return medium != NULL;
}

gboolean
sl_interpreter_get_shown (SlInterpreter *self)
{
  g_return_val_if_fail (SL_IS_INTERPRETER (self), FALSE);

  return self->shown;
}

void
sl_interpreter_set_shown (SlInterpreter *self, gboolean shown)
{
  g_return_if_fail (SL_IS_INTERPRETER (self));

  if (self->shown == shown)
    return;
  self->shown = shown;
  g_clear_pointer (&self->told_of, g_free); /* who asks once more is answered once more */
  load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

void
sl_interpreter_set_output_size (SlInterpreter *self, guint width, guint height)
{
  g_return_if_fail (SL_IS_INTERPRETER (self));

  sl_player_set_output_size (self->player, width, height);
}
