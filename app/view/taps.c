/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts taps by itself: fingers hit wider apart than what a toolkit takes for a double click of a mouse. */
#include "taps.h"

static int
find_side (double place)
{
  if (place < 1.0 / 3)
    return -1;
  return place > 2.0 / 3 ? 1 : 0;
}

SlTapMeaning
sl_taps_take (SlTaps *self, gint64 time, double place, gint64 patience)
{
  const int      side = find_side (place);
  const gboolean again = self->n > 0 && side == self->side && time - self->last <= patience;

  self->n = again ? self->n + 1 : 1;
  self->side = side;
  self->last = time;
  if (self->n == 1)
    return SL_TAP_WAIT;
  if (side != 0)
    return SL_TAP_SIDE;
  self->n = 0;
  return SL_TAP_MIDDLE;
}

int
sl_taps_get_seconds (const SlTaps *self)
{
  return self->n < 2 ? 0 : self->side * SL_TAPS_STEP * (int)(self->n - 1);
}
