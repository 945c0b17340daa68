/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/* What a player plays with; all of it may be left 0 or NULL, which is what viewers have. The rest is for tests
 * and for outputs that put pictures on the screen themselves. All (transfer none). */
typedef struct
{
  GstClock   *clock;         /* instead of the pipeline's own */
  GstElement *audio_sink;    /* instead of the best that is there */
  GstElement *video_output;  /* an SlPaintableSink, instead of our own sink */
  int         playbin;       /* 2 or 3; 0: what can be relied on */
  gboolean    silent;        /* sound is not even decoded */
  gint64      loan_patience; /* microseconds: how long a film waits for the two outputs above, which the one before may
                                still have, until it begins without; 0: half a second */
} SlPlayerWorld;

G_END_DECLS
