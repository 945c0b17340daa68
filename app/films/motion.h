/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How things move: a moment and a stretch of time give a share between 0 and 1, always by the same
 * few curves. Times are nanoseconds. Leaves out what moves, and any clock: time is an argument. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SL_MOTION_SECOND G_GINT64_CONSTANT (1000000000)
#define SL_MS(ms) ((gint64)(ms)*1000000)

/**
 * sl_motion_progress:
 * @t: the moment, in nanoseconds
 * @start: when the stretch begins, in nanoseconds
 * @length: how long it is, in nanoseconds; 0 or less is a step at @start
 *
 * Returns: the share of the stretch that has passed, 0 to 1, at an even pace
 */
double sl_motion_progress (gint64 t, gint64 start, gint64 length);

/**
 * sl_motion_ease:
 *
 * Like sl_motion_progress(), starting and stopping gently: for things that travel.
 */
double sl_motion_ease (gint64 t, gint64 start, gint64 length);

/**
 * sl_motion_settle:
 *
 * Like sl_motion_progress(), quick at first and slow at its end: for things that appear.
 */
double sl_motion_settle (gint64 t, gint64 start, gint64 length);

/**
 * sl_motion_mix:
 *
 * Returns: the value @share of the way from @from to @to
 */
double sl_motion_mix (double from, double to, double share);

G_END_DECLS
