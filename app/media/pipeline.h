/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frame-sink.h"
#include "scaler.h"

G_BEGIN_DECLS

/* How the pipeline is put together and taken down. Both may block: call them on the engine's thread. */

/* @clock, @audio_sink: (nullable) (transfer none); @scaler, @stamper: (out) (transfer none): parts of it.
 * Returns: (transfer full) (nullable): NULL when GStreamer's own plugins are not installed */
GstElement *sl_pipeline_new (SlMailbox *mailbox, GstClock *clock, GstElement *audio_sink, SlScaler **scaler, SlFrameStamper **stamper) G_GNUC_WARN_UNUSED_RESULT;

/* @pipeline: (transfer full) */
void sl_pipeline_shut_down (GstElement *pipeline);

G_END_DECLS
