/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The curves. All are monotonous and never overshoot, so nothing bounces or blinks. */
#include "motion.h"

double
sl_motion_progress (gint64 t,
                    gint64 start,
                    gint64 length)
{
  if (t <= start)
    return length <= 0 && t == start ? 1.0 : 0.0;
  if (length <= 0 || t - start >= length)
    return 1.0;

  return (double)(t - start) / (double)length;
}

double
sl_motion_ease (gint64 t,
                gint64 start,
                gint64 length)
{
  double share = sl_motion_progress (t, start, length);

  return share * share * share * (share * (share * 6.0 - 15.0) + 10.0);
}

double
sl_motion_settle (gint64 t,
                  gint64 start,
                  gint64 length)
{
  double left = 1.0 - sl_motion_progress (t, start, length);

  return 1.0 - left * left * left;
}

double
sl_motion_mix (double from,
               double to,
               double share)
{
  return from + (to - from) * share;
}
