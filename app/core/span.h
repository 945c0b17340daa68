/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A time that is not known. Every known time is zero or more. */
#define SL_TIME_NONE (G_GINT64_CONSTANT (-1))

/* The longest time that a casebook can say: 1,000,000 hours, in nanoseconds. */
#define SL_TIME_MAX (G_GINT64_CONSTANT (3600000000000000000))

/* Half-open in nanoseconds: start belongs to it, end does not. With end == start it is a point. */
typedef struct
{
  gint64 start;
  gint64 end;
} SlSpan;

#define SL_TIME_ERROR (sl_time_error_quark ())
GQuark sl_time_error_quark (void);

typedef enum {
  SL_TIME_ERROR_SHAPE, /* not one of the three ways to write a time */
  SL_TIME_ERROR_RANGE, /* 60 or more seconds or minutes, or beyond SL_TIME_MAX */
} SlTimeError;

/* Returns: whether @time, in nanoseconds, lies in @span. A point contains nothing: what happens at a
 * point is found by the interval that is crossed, see cue-index. */
gboolean sl_span_contains (const SlSpan *span, gint64 time);

/**
 * sl_time_parse: reads "MM:SS", "MM:SS.mmm", "H:MM:SS" or "H:MM:SS.mmm" and nothing around it.
 * @text: the time as a casebook writes it; up to 99 minutes may stand without an hour
 * @time: (out): nanoseconds; left alone on failure
 * @error: SL_TIME_ERROR
 */
gboolean sl_time_parse (const char *text, gint64 *time, GError **error);

/* @time: nanoseconds, zero or more; what is below a millisecond is cut off.
 * Returns: (transfer full): "H:MM:SS.mmm", as files have it */
char *sl_time_format (gint64 time) G_GNUC_WARN_UNUSED_RESULT;

/* @times: (element-type gint64): nanoseconds. Puts the earliest first, as sl_times_find_after () wants them. */
void sl_times_sort (GArray *times);

/* Returns: the first of the sorted @times behind @time, or SL_TIME_NONE */
gint64 sl_times_find_after (const GArray *times, gint64 time);

G_END_DECLS
