/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one clock of a screening, and what its time means for the session. Whose film it is, screening.h counts. */
#include "screening-clock.h"

#include <time.h>

#define OFTEN 250 /* milliseconds: nobody in the hall knows it better */

struct _SlScreeningClock
{
  GObject parent_instance;

  SlSession       *session;
  SlScreening     *screening; /* (nullable): none is open */
  char            *name;      /* (nullable): of its clip and casebook */
  SlScreening     *left;      /* (nullable): the one before, and of what */
  char            *left_of;
  SlScreeningNow   now;
  gpointer         data;
  SlScreeningState state; /* as it was told last */
  gboolean         can_undo;
  guint            tick_id;
};

G_DEFINE_FINAL_TYPE (SlScreeningClock, sl_screening_clock, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_STATE,
  PROP_CAN_UNDO,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* g_get_monotonic_time() stands while the machine sleeps, and the film does not. */
static gint64
read_clock_cb (gpointer data)
{
  struct timespec now;

#ifdef CLOCK_BOOTTIME
  if (clock_gettime (CLOCK_BOOTTIME, &now) == 0)
    return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
#endif
  return g_get_monotonic_time () * 1000;
}

static gint64
read_now (SlScreeningClock *self)
{
  return self->now (self->data);
}

static gboolean
tick_cb (gpointer data)
{
  sl_screening_clock_tick (data);
  return G_SOURCE_CONTINUE;
}

static void
tell (SlScreeningClock *self)
{
  const SlScreeningState state = sl_screening_clock_get_state (self);
  const gboolean         can_undo = self->screening && sl_screening_can_undo (self->screening);
  const gboolean         other_state = self->state != state, other_undo = self->can_undo != can_undo;

  self->state = state;
  self->can_undo = can_undo;
  if (state != SL_SCREENING_RUNNING)
    g_clear_handle_id (&self->tick_id, g_source_remove);
  else if (self->tick_id == 0)
    self->tick_id = g_timeout_add (OFTEN, tick_cb, self);
  if (other_state)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  if (other_undo)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
}

/* What lies between here and there is passed, so that a note is not lost by a nudge; or it was never there. */
static void
show (SlScreeningClock *self, gboolean pass)
{
  const gint64 time = sl_screening_get_time (self->screening, read_now (self));

  if (sl_screening_get_state (self->screening, read_now (self)) == SL_SCREENING_WAITING)
    return;
  if (!pass || time < sl_session_get_time (self->session))
    sl_session_jump (self->session, time, -1);
  sl_session_advance (self->session, time, -1);
  tell (self);
}

static void
forget (SlScreeningClock *self)
{
  g_clear_pointer (&self->left, sl_screening_free);
  g_clear_pointer (&self->left_of, g_free);
}

/* Who left by mistake, or whose casebook was read again, finds the film where it is by then. */
static void
leave (SlScreeningClock *self)
{
  if (self->screening == NULL)
    return;
  forget (self);
  self->left = g_steal_pointer (&self->screening);
  self->left_of = g_steal_pointer (&self->name);
}

/* Returns: (transfer full): what the session's clip is known by */
static char *
build_name (SlScreeningClock *self)
{
  return g_strconcat (sl_casebook_get_id (sl_session_get_casebook (self->session)), "/", sl_clip_get_id (sl_session_get_clip (self->session)), NULL);
}

static void
clip_cb (SlScreeningClock *self)
{
  leave (self);
  tell (self);
}

static void
sl_screening_clock_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlScreeningClock *self = SL_SCREENING_CLOCK (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int)self->state);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_screening_clock_dispose (GObject *object)
{
  SlScreeningClock *self = SL_SCREENING_CLOCK (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  leave (self);
  forget (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sl_screening_clock_parent_class)->dispose (object);
}

static void
sl_screening_clock_class_init (SlScreeningClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const int     flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_screening_clock_dispose;
  object_class->get_property = sl_screening_clock_get_property;

  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, SL_SCREENING_WAITING, SL_SCREENING_OVER, SL_SCREENING_WAITING, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_screening_clock_init (SlScreeningClock *self)
{
}

SlScreeningClock *
sl_screening_clock_new (SlSession *session, SlScreeningNow now, gpointer data)
{
  SlScreeningClock *self;

  g_return_val_if_fail (SL_IS_SESSION (session), NULL);

  self = g_object_new (SL_TYPE_SCREENING_CLOCK, NULL);
  self->session = g_object_ref (session);
  self->now = now ? now : read_clock_cb;
  self->data = data;
  g_signal_connect_object (session, "notify::clip", G_CALLBACK (clip_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
sl_screening_clock_open (SlScreeningClock *self)
{
  g_return_if_fail (SL_IS_SCREENING_CLOCK (self) && sl_session_get_clip (self->session) != NULL);

  leave (self);
  self->name = build_name (self);
  if (self->left && g_str_equal (self->left_of, self->name) && sl_screening_get_state (self->left, read_now (self)) != SL_SCREENING_OVER)
    self->screening = g_steal_pointer (&self->left);
  else
    self->screening = sl_screening_new (sl_session_get_duration (self->session));
  forget (self);
  show (self, FALSE);
  tell (self);
}

void
sl_screening_clock_move (SlScreeningClock *self, gint64 time)
{
  g_return_if_fail (SL_IS_SCREENING_CLOCK (self));

  if (self->screening == NULL)
    return;
  sl_screening_move (self->screening, read_now (self), time);
  /* A film from its beginning goes on from before it: nothing that starts at 0 is missed. */
  show (self, time <= 0 && sl_session_get_time (self->session) == 0);
}

void
sl_screening_clock_nudge (SlScreeningClock *self, gint64 step)
{
  g_return_if_fail (SL_IS_SCREENING_CLOCK (self));

  if (self->screening == NULL)
    return;
  sl_screening_nudge (self->screening, read_now (self), step);
  show (self, TRUE);
}

void
sl_screening_clock_set_held (SlScreeningClock *self, gboolean held)
{
  g_return_if_fail (SL_IS_SCREENING_CLOCK (self));

  if (self->screening == NULL)
    return;
  sl_screening_set_held (self->screening, read_now (self), held);
  show (self, TRUE);
}

void
sl_screening_clock_undo (SlScreeningClock *self)
{
  g_return_if_fail (SL_IS_SCREENING_CLOCK (self));

  if (self->screening == NULL)
    return;
  sl_screening_undo (self->screening, read_now (self));
  show (self, FALSE);
}

void
sl_screening_clock_tick (SlScreeningClock *self)
{
  g_return_if_fail (SL_IS_SCREENING_CLOCK (self));

  if (self->screening)
    show (self, TRUE);
}

gboolean
sl_screening_clock_is_open (SlScreeningClock *self)
{
  g_return_val_if_fail (SL_IS_SCREENING_CLOCK (self), FALSE);

  return self->screening != NULL;
}

SlScreeningState
sl_screening_clock_get_state (SlScreeningClock *self)
{
  g_return_val_if_fail (SL_IS_SCREENING_CLOCK (self), SL_SCREENING_WAITING);

  return self->screening ? sl_screening_get_state (self->screening, read_now (self)) : SL_SCREENING_WAITING;
}
