/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SL_TYPED_TIME_AT,      /* nanoseconds of film */
  SL_TYPED_TIME_BY,      /* nanoseconds on or, below 0, back */
  SL_TYPED_TIME_PICTURE, /* the number of a picture, from 0 */
} SlTypedTimeKind;

/* Where a viewer said to go. */
typedef struct
{
  SlTypedTimeKind kind;
  gint64          value;
} SlTypedTime;

/**
 * sl_typed_time_parse: reads a time as people type it.
 *
 * "1:02:03.250", "2:03", "123" and "123.25" are times; with a sign before them they are on or back from here;
 * "#1234" is a picture. A comma may stand for the point, digits may be of any script, and spaces around do not
 * count. Of a fraction nine digits count.
 * @typed: (out): left alone on failure
 * Returns: FALSE when @text is none of these, or beyond SL_TIME_MAX
 */
gboolean sl_typed_time_parse (const char *text, SlTypedTime *typed);

G_END_DECLS
