/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "span.h"

G_BEGIN_DECLS

/* What a media fragment says: t=10,20&xywh=0,0,100,100 in any order. */
typedef struct
{
  gboolean has_time;
  gboolean has_space; /* a part of the picture */
  gint64   start;     /* nanoseconds; 0 without a time */
  gint64   end;       /* nanoseconds, or SL_TIME_NONE: to the end */
} SlMediaFragment;

/* Reads @text, without its “#”, by W3C Media Fragments 1.0; also t=0, and seconds with any number of digits,
 * which are found. Unknown keys are passed over. Returns: FALSE when a time in it cannot be read */
gboolean sl_media_fragment_parse (const char *text, SlMediaFragment *fragment);

/* Returns: (transfer full): “t=10,20” in seconds. @end: nanoseconds, more than @start, or SL_TIME_NONE */
char *sl_media_fragment_format (gint64 start, gint64 end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
