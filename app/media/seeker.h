/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frame-stamper.h"

G_BEGIN_DECLS

typedef enum {
  SL_SEEK_EXACT,    /* to just this moment: chapters, notes, keys */
  SL_SEEK_KEYFRAME, /* to a picture near it, quickly: while dragging */
} SlSeekMode;

/**
 * SlSeeker: carries out the seeks, steps and loops of one pipeline, one at a time.
 *
 * On the engine's thread only. Times are nanoseconds of stream time. A seek that comes while the pipeline is not
 * open or another seek is under way waits; a newer one takes its place.
 */
typedef struct _SlSeeker SlSeeker;

/* @playbin: (transfer none) and outliving the seeker */
SlSeeker *sl_seeker_new (GstElement *playbin, SlFrameStamper *stamper) G_GNUC_WARN_UNUSED_RESULT;
void      sl_seeker_free (SlSeeker *self);

/* Another film is loaded with pictures of @serial, or none: what waits is forgotten, the loop is kept. */
void sl_seeker_reset (SlSeeker *self, guint serial);
/* The pipeline has prerolled and can be sought; @duration: -1 while unknown. */
void sl_seeker_open (SlSeeker *self, gint64 duration);

void sl_seeker_set_rate (SlSeeker *self, double rate); /* from the next seek on */
void sl_seeker_seek (SlSeeker *self, gint64 target, SlSeekMode mode, guint serial);
void sl_seeker_step (SlSeeker *self, int n, guint serial); /* @n pictures, forwards or back */
void sl_seeker_cancel_steps (SlSeeker *self);
/* Fetches what stands at @time again; it keeps its serial, since nothing moved. */
void sl_seeker_fetch_again (SlSeeker *self, gint64 time);

/* From the next seek on goes round in [@start, @end) without a gap; @start -1: not; @end -1: to the film's end.
 * Returns: where to seek from @now to be in it */
gint64   sl_seeker_set_loop (SlSeeker *self, gint64 start, gint64 end, gint64 now);
gboolean sl_seeker_is_looping (SlSeeker *self);
/* @message: GST_MESSAGE_SEGMENT_DONE: a loop goes round, at once or when the film plays. */
void sl_seeker_take_segment_done (SlSeeker *self, GstMessage *message);
void sl_seeker_take_state (SlSeeker *self); /* the pipeline has come to another state */

/* The pipeline is where it was sent: what waits is begun. */
void sl_seeker_take_done (SlSeeker *self);
/* @message: GST_MESSAGE_EOS. Returns: FALSE when the film has ended; TRUE when a seek leads away from there, be it one
 * that waited or one that was sent before the end was told */
gboolean sl_seeker_take_end (SlSeeker *self, GstMessage *message);

gboolean sl_seeker_is_seeking (SlSeeker *self);
guint    sl_seeker_get_serial (SlSeeker *self);  /* of the last load or seek that was carried out */
guint    sl_seeker_get_refused (SlSeeker *self); /* of the last that the film would not carry out; 0: none */
/* Where the newest seek leads. Returns: -1 when none is under way */
gint64 sl_seeker_get_target (SlSeeker *self);
/* What was asked for last, be it by a seek or by steps, and is not there yet; steps count as far as they have come.
 * Fills @target and @serial. Returns: FALSE when nothing is under way */
gboolean sl_seeker_find_unanswered (SlSeeker *self, gint64 *target, guint *serial);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSeeker, sl_seeker_free)

G_END_DECLS
