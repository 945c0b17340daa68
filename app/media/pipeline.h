/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frame-stamper.h"
#include "mailbox.h"
#include "world.h"

G_BEGIN_DECLS

/**
 * SlPipeline: how the pipeline is put together, and how it is taken down.
 *
 * On the engine's thread only; making and freeing one may block.
 */
typedef struct _SlPipeline SlPipeline;

/* Returns: (transfer full) (nullable): NULL when GStreamer's own plugins are not installed */
SlPipeline *sl_pipeline_new (SlMailbox *mailbox, const SlPlayerWorld *world) G_GNUC_WARN_UNUSED_RESULT;
void        sl_pipeline_free (SlPipeline *self);

GstElement     *sl_pipeline_get_playbin (SlPipeline *self); /* (transfer none): a playbin or playbin3 */
SlFrameStamper *sl_pipeline_get_stamper (SlPipeline *self); /* (transfer none) */

/* Pixels that a picture should fit into; 0 x 0: as the film has them. Returns: whether it makes a difference to
 * the picture that is shown */
gboolean sl_pipeline_set_size (SlPipeline *self, guint width, guint height);

/* Turns pictures clockwise by @degrees (0, 90, 180, 270) more than their film says. Returns: as above */
gboolean sl_pipeline_set_turn (SlPipeline *self, guint degrees);

/* Pictures come @shift nanoseconds later than their time, or earlier where it is below 0. */
void sl_pipeline_set_shift (SlPipeline *self, gint64 shift);

/* Whether words of the film's own text track are let through to the mailbox, and of which choice they are from the next
 * flush (a seek) on. */
void sl_pipeline_expect_text (SlPipeline *self, gboolean open, guint choice);

/* No decoder in hardware that was plugged in since the last of these two calls is chosen again while the program runs.
 * What stops a stream is told by all who are in it, and a culprit that was just being plugged in may not be heard at
 * all, so nobody is asked who it was. Returns: whether there was one */
gboolean sl_pipeline_demote_hardware (SlPipeline *self);
void     sl_pipeline_forget_hardware (SlPipeline *self);

/* The sound's device fails: sound goes nowhere until it is given back, and nothing is loaded any more.
 * Returns: FALSE when it did so already */
gboolean sl_pipeline_take_sound (SlPipeline *self);
void     sl_pipeline_give_sound_back (SlPipeline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPipeline, sl_pipeline_free)

G_END_DECLS
