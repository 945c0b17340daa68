/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the film has a steady rate, the picture's number says where its neighbours are. Where it has none, the
 * next one begins where this one ends; the one before is looked for by going back further and further until
 * another picture comes, and from there forwards again until the one that is known follows. A file that tells no
 * durations either is moved by a guess.
 */
#include "frame-step.h"

#define FIRST_DISTANCE (2 * (gint64)GST_MSECOND) /* has to be more than an exact seek is nudged by */
#define MOST 10000000                            /* pictures that are still to go: more than any film has */

void
sl_frame_step_add (SlFrameStep *self, int n, guint serial)
{
  g_return_if_fail (self != NULL);

  self->pending = (int)CLAMP ((gint64)self->pending + n, -MOST, MOST);
  self->serial = serial;
}

void
sl_frame_step_cancel (SlFrameStep *self)
{
  g_return_if_fail (self != NULL);

  *self = (SlFrameStep){0};
}

gboolean
sl_frame_step_is_under_way (const SlFrameStep *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->pending != 0 || self->phase != SL_FRAME_STEP_REST;
}

static gint64
go_back (SlFrameStep *self)
{
  return MAX (self->begin - self->distance, 0);
}

/* Of a film without a steady rate, from rest. */
static gint64
begin (SlFrameStep *self, const SlFrameStamp *shown, gint64 guess, guint *serial)
{
  const gboolean forwards = self->pending > 0;

  self->pending += forwards ? -1 : 1;
  *serial = self->serial;
  if (forwards)
    return shown->time + (shown->duration > 0 ? shown->duration : guess);
  if (shown->duration == 0)
    return MAX (shown->time - guess, 0);
  self->phase = SL_FRAME_STEP_BACK;
  self->begin = shown->time;
  self->end = shown->time + shown->duration;
  self->distance = FIRST_DISTANCE;
  *serial = 0;
  return go_back (self);
}

static gint64
finish (SlFrameStep *self, gint64 target, guint *serial)
{
  self->phase = SL_FRAME_STEP_REST;
  *serial = self->serial;
  return target;
}

/* Between two pictures: what the one that is there says about where to look next. */
static gint64
go_on (SlFrameStep *self, const SlFrameStamp *shown, guint *serial)
{
  const gint64   end = shown->time + shown->duration;
  const gboolean is_old = end >= self->end;

  *serial = 0;
  if (self->phase == SL_FRAME_STEP_VERIFY)
    {
      if (is_old || shown->duration == 0)
        return finish (self, self->candidate, serial);
    }
  else if (is_old)
    {
      if (go_back (self) == 0)
        return finish (self, 0, serial); /* there is none before */
      self->distance *= 2;
      return go_back (self);
    }
  self->phase = SL_FRAME_STEP_VERIFY;
  self->candidate = shown->time;
  return end;
}

gboolean
sl_frame_step_next (SlFrameStep *self, SlFrameStamper *stamper, const SlFrameStamp *shown, gint64 *target, guint *serial)
{
  g_return_val_if_fail (self != NULL && shown != NULL && target != NULL && serial != NULL, FALSE);

  if (!sl_frame_step_is_under_way (self))
    return FALSE;
  if (self->phase != SL_FRAME_STEP_REST)
    {
      *target = go_on (self, shown, serial);
    }
  else if (shown->number >= 0)
    {
      /* Pictures need not begin on the grid: the first one may be a few milliseconds into the film. */
      const gint64 off = shown->duration > 0 ? shown->time + shown->duration - sl_frame_stamper_get_time_of (stamper, shown->number + 1) : 0;

      *target = MAX (sl_frame_stamper_get_time_of (stamper, MAX (shown->number + self->pending, 0)) + off, 0);
      *serial = self->serial;
      self->pending = 0;
    }
  else
    {
      *target = begin (self, shown, sl_frame_stamper_get_frame_duration (stamper), serial);
    }
  return TRUE;
}
