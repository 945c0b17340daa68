/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SL_TAP_WAIT, /* it may become a double one */
  SL_TAP_SIDE, /* one more on the side: see the seconds */
  SL_TAP_MIDDLE,
} SlTapMeaning;

/* SlTaps: what a finger's taps on the picture mean. A value; all zero is rest. Time is an argument. */
typedef struct
{
  gint64 last; /* microseconds */
  int    side; /* of the last: -1 left, 1 right, 0 in the middle */
  guint  n;    /* how many of a kind in a row */
} SlTaps;

#define SL_TAPS_STEP 10 /* seconds a tap on the side is worth */

/* A tap at @time (microseconds), at @place from 0 (left) to 1 of the picture's width. Two on the same side within
 * @patience (microseconds) are a double tap, and each further one counts again. */
SlTapMeaning sl_taps_take (SlTaps *self, gint64 time, double place, gint64 patience);

/* Seconds on or back that the taps in a row are worth by now. */
int sl_taps_get_seconds (const SlTaps *self);

G_END_DECLS
