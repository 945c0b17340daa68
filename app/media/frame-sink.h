/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/video/gstvideosink.h>

#include "frame-stamper.h"
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

SlFrameStamper *sl_frame_sink_get_stamper (SlFrameSink *self); /* (transfer none) */

G_END_DECLS
