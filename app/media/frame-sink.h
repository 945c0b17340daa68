/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/video/gstvideosink.h>

#include "mailbox.h"

G_BEGIN_DECLS

/**
 * SlFrameSink: a video sink that leaves each frame, when its time has come, in a mailbox.
 *
 * Takes BGRA in system memory. Never waits for whoever reads the mailbox.
 */
#define SL_TYPE_FRAME_SINK (sl_frame_sink_get_type ())
G_DECLARE_FINAL_TYPE (SlFrameSink, sl_frame_sink, SL, FRAME_SINK, GstVideoSink)

GstElement *sl_frame_sink_new (SlMailbox *mailbox) G_GNUC_WARN_UNUSED_RESULT;

/* How far behind its target an exact seek is sent: times in files are rounded to milliseconds, and without it
 * the last sliver of the picture before would be what is shown. */
#define SL_FRAME_SINK_NUDGE (GST_MSECOND)

/* Frames carry @serial from the next flush (a seek) or start (a load) on. @target: where the seek wanted to
 * be (nanoseconds), which is what its first frame then says when it is that frame; or -1. Any thread. */
void sl_frame_sink_expect (SlFrameSink *self, guint serial, gint64 target);

/* The seek was refused: the frames that come are what there is. Any thread. */
void sl_frame_sink_accept (SlFrameSink *self);

/* Nanoseconds from frame to frame; 40 ms where the film does not say. Any thread. */
gint64 sl_frame_sink_get_frame_duration (SlFrameSink *self);

/* Stream time (nanoseconds) of the last frame that was shown and of its end; 0 before the first. Any thread. */
gint64 sl_frame_sink_get_shown (SlFrameSink *self);
gint64 sl_frame_sink_get_shown_end (SlFrameSink *self);

G_END_DECLS
