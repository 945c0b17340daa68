/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mailbox.h"
#include "seeker.h"
#include "world.h"

G_BEGIN_DECLS

/* What a load begins with. */
typedef struct
{
  char  *uri;
  gint64 start; /* nanoseconds */
  double rate;
  guint  film;         /* its number, which it keeps when it is opened once more */
  guint  serial;       /* of the first picture of the file */
  guint  start_serial; /* of what is shown after going to @start */
  gint64 patience;     /* microseconds that it may stand still while it should play */
} SlLoad;

/**
 * SlPlayback: a film in a pipeline.
 *
 * Belongs to one thread, the engine's, on which every call here may block for as long as the film's file
 * pleases. What comes of them is posted to the mailbox. Times are nanoseconds of stream time.
 */
typedef struct _SlPlayback SlPlayback;

/* @context: the thread's own. Returns: (transfer full) (nullable): NULL without GStreamer's own plugins */
SlPlayback *sl_playback_new (GMainContext *context, SlMailbox *mailbox, const SlPlayerWorld *world) G_GNUC_WARN_UNUSED_RESULT;
void        sl_playback_free (SlPlayback *self);

void sl_playback_load (SlPlayback *self, const SlLoad *load);
void sl_playback_unload (SlPlayback *self, guint serial);
void sl_playback_set_playing (SlPlayback *self, gboolean playing);

/* The newest target wins while another seek is under way. */
void sl_playback_seek (SlPlayback *self, gint64 target, SlSeekMode mode, guint serial);
void sl_playback_set_rate (SlPlayback *self, double rate, gint64 target, guint serial);

/* Moves a film that stands by @n pictures, forwards or back. */
void sl_playback_step (SlPlayback *self, int n, guint serial);

/* Goes to @target, and round in [@start, @end) from there on, without a gap; @start -1: no more; @end -1: to the
 * film's end. A target outside is the start. */
void sl_playback_set_loop (SlPlayback *self, gint64 start, gint64 end, gint64 target, guint serial);

/* @index: -1 for no text track, which sound cannot be without. Holds for this film, and before it has answered.
 * @choice: what the words that come of it are numbered with. */
void sl_playback_select (SlPlayback *self, SlTrackKind kind, int index, guint choice);

void sl_playback_set_volume (SlPlayback *self, double volume, gboolean muted); /* linear, 0 to 1 */
void sl_playback_set_shift (SlPlayback *self, gint64 shift);                   /* pictures come so much later */
void sl_playback_set_turn (SlPlayback *self, guint degrees);                   /* 0, 90, 180, 270, clockwise */
void sl_playback_set_output_size (SlPlayback *self, guint width, guint height);

G_END_DECLS
