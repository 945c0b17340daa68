/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

#include "frame.h"

G_BEGIN_DECLS

/* How far behind its target an exact seek is sent: times in files are rounded to milliseconds, and without it
 * the last sliver of the picture before would be what is shown. */
#define SL_FRAME_STAMPER_NUDGE (GST_MSECOND)

/**
 * SlFrameStamper: gives every picture that a sink shows its place in the film, and knows what was shown last.
 *
 * A sink tells it of its events and buffers on the streaming thread; the engine says what it expects and asks.
 * Any thread. All times are nanoseconds of stream time.
 */
typedef struct _SlFrameStamper SlFrameStamper;

SlFrameStamper *sl_frame_stamper_new (void) G_GNUC_WARN_UNUSED_RESULT;
SlFrameStamper *sl_frame_stamper_ref (SlFrameStamper *self);
void            sl_frame_stamper_unref (SlFrameStamper *self);

/* What the sink says: it starts anew; it is sent @event; pictures of @fps_n/@fps_d a second come (0/1: as they
 * please); @buffer has come to @pad, whose time may still have to be waited for. */
void sl_frame_stamper_start (SlFrameStamper *self);
void sl_frame_stamper_take_event (SlFrameStamper *self, GstEvent *event);
void sl_frame_stamper_set_rate (SlFrameStamper *self, int fps_n, int fps_d);
void sl_frame_stamper_take_arrival (SlFrameStamper *self, GstPad *pad, GstBuffer *buffer);

/* @buffer is shown now. Fills @stamp. Returns: FALSE for a picture that was shown already, or is of no time */
gboolean sl_frame_stamper_stamp (SlFrameStamper *self, const GstSegment *segment, GstBuffer *buffer, SlFrameStamp *stamp);

/* Stamps carry @serial from the next flush (a seek) or start (a load) on. @target: where the seek wanted to be,
 * which is what its first picture then says when it is that picture; or -1. */
void sl_frame_stamper_expect (SlFrameStamper *self, guint serial, gint64 target);
/* The seek was refused: the pictures that come are what there is. */
void sl_frame_stamper_accept (SlFrameStamper *self);
/* The next segment begins a loop anew, at @target. */
void sl_frame_stamper_expect_lap (SlFrameStamper *self, gint64 target);

/* From picture to picture; 40 ms where the film does not say. */
gint64 sl_frame_stamper_get_frame_duration (SlFrameStamper *self);
/* Of picture @number, from 0. Returns: -1 where the film has no steady rate */
gint64 sl_frame_stamper_get_time_of (SlFrameStamper *self, gint64 number);
/* The last stamp since the last start; its time is 0 before the first, its number -1. */
void sl_frame_stamper_get_shown (SlFrameStamper *self, SlFrameStamp *stamp);
/* Where the film is, or is on its way to: the time of what was shown last is of no use while a seek has not arrived. */
gint64 sl_frame_stamper_get_place (SlFrameStamper *self);
/* Pictures shown since the last start. */
guint64 sl_frame_stamper_get_n_shown (SlFrameStamper *self);
/* None has been shown since the last start or flush. */
gboolean sl_frame_stamper_is_bare (SlFrameStamper *self);
/* Where the picture is that is at hand and waits for its time: G_MAXINT64 when none is to come, or not for long; -1 when
 * none is at hand. */
gint64 sl_frame_stamper_get_next (SlFrameStamper *self);
/* The last picture, of the film or of a round, has come. */
gboolean sl_frame_stamper_has_ended (SlFrameStamper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFrameStamper, sl_frame_stamper_unref)

G_END_DECLS
