/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * While it runs, only the clock's reading at the film's first picture is kept: nothing adds up, so nothing drifts. While
 * it is held, only the film's time is.
 */
#include "screening.h"

typedef struct
{
  gboolean held;
  gint64   origin; /* while it runs: what the clock said when the film was at 0 */
  gint64   time;   /* while it is held */
} Place;

struct _SlScreening
{
  gint64   duration;
  gboolean begun;
  gboolean moved; /* @before is where it was */
  Place    place;
  Place    before;
};

SlScreening *
sl_screening_new (gint64 duration)
{
  SlScreening *self = g_new0 (SlScreening, 1);

  self->duration = MAX (duration, 0);
  return self;
}

void
sl_screening_free (SlScreening *self)
{
  g_free (self);
}

gint64
sl_screening_get_time (SlScreening *self, gint64 now)
{
  g_return_val_if_fail (self != NULL, 0);

  if (!self->begun)
    return 0;
  return CLAMP (self->place.held ? self->place.time : now - self->place.origin, 0, self->duration);
}

static void
put (SlScreening *self, gint64 now, gint64 time)
{
  time = CLAMP (time, 0, self->duration);
  self->place.time = time;
  self->place.origin = now - time;
}

void
sl_screening_move (SlScreening *self, gint64 now, gint64 time)
{
  g_return_if_fail (self != NULL);

  self->moved = self->begun;
  self->before = self->place;
  self->begun = TRUE;
  put (self, now, time);
}

void
sl_screening_nudge (SlScreening *self, gint64 now, gint64 step)
{
  const gint64 time = sl_screening_get_time (self, now);

  g_return_if_fail (self != NULL);

  /* In this order, so that no step is too large to be added. */
  if (self->begun)
    put (self, now, step < 0 ? time - MIN (time, -MAX (step, -self->duration)) : time + MIN (step, self->duration - time));
}

void
sl_screening_set_held (SlScreening *self, gint64 now, gboolean held)
{
  gint64 time;

  g_return_if_fail (self != NULL);

  if (!self->begun || self->place.held == held)
    return;
  time = sl_screening_get_time (self, now);
  self->place.held = held;
  put (self, now, time);
}

gboolean
sl_screening_can_undo (SlScreening *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->moved;
}

void
sl_screening_undo (SlScreening *self, gint64 now)
{
  const gboolean held = self->place.held;

  g_return_if_fail (self != NULL);

  if (!self->moved)
    return;
  self->moved = FALSE;
  self->place = self->before;
  sl_screening_set_held (self, now, held);
}

SlScreeningState
sl_screening_get_state (SlScreening *self, gint64 now)
{
  g_return_val_if_fail (self != NULL, SL_SCREENING_WAITING);

  if (!self->begun)
    return SL_SCREENING_WAITING;
  if (sl_screening_get_time (self, now) >= self->duration)
    return SL_SCREENING_OVER;
  return self->place.held ? SL_SCREENING_HELD : SL_SCREENING_RUNNING;
}
