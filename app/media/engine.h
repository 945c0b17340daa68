/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

#include "mailbox.h"

G_BEGIN_DECLS

typedef enum {
  SL_SEEK_EXACT,    /* to just this moment: chapters, notes, keys */
  SL_SEEK_KEYFRAME, /* to a picture near it, quickly: while dragging */
} SlSeekMode;

/* What a load begins with. */
typedef struct
{
  char  *uri;
  gint64 start; /* nanoseconds */
  double rate;
  guint  serial;       /* of the first picture of the file */
  guint  start_serial; /* of what is shown after going to @start */
} SlLoad;

/**
 * SlEngine: a pipeline on a thread of its own.
 *
 * Every call here returns at once and is carried out on that thread, in order; what came of it is posted to
 * the mailbox. A file that hangs can hang that thread and nothing else. Not reference counted by users:
 * sl_engine_abandon() lets go of it whatever it is doing.
 */
typedef struct _SlEngine SlEngine;

/* @clock, @audio_sink: (nullable) (transfer none): another clock or sound output, for tests */
SlEngine *sl_engine_new (SlMailbox *mailbox, GstClock *clock, GstElement *audio_sink) G_GNUC_WARN_UNUSED_RESULT;

/* Asks the engine to stop and waits at most @patience (microseconds, may be 0) until it has; an engine that
 * does not answer is left to itself. Returns: whether it stopped in time */
gboolean sl_engine_abandon (SlEngine *self, gint64 patience);

void sl_engine_load (SlEngine *self, const SlLoad *load);
void sl_engine_unload (SlEngine *self, guint serial);
void sl_engine_set_playing (SlEngine *self, gboolean playing);
/* The newest target (nanoseconds) wins while another seek is under way. @rate: 0 leaves it as it is. */
void sl_engine_seek (SlEngine *self, gint64 target, SlSeekMode mode, guint serial, double rate);
/* @volume: linear, 0 to 1 */
void sl_engine_set_volume (SlEngine *self, double volume, gboolean muted);
/* Frames are made to fit @width x @height; 0 x 0 leaves them as the film has them. At most four changes a
 * second are carried out. */
void sl_engine_set_output_size (SlEngine *self, guint width, guint height);

G_END_DECLS
