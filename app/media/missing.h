/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

#include "fault.h"

G_BEGIN_DECLS

/**
 * SlMissing: what this computer would need to play all of a film. On the engine's thread only.
 */
typedef struct _SlMissing SlMissing;

SlMissing *sl_missing_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       sl_missing_free (SlMissing *self);

/* Another film. What was missed for the one before is looked for once more, since somebody may have installed it; that
 * blocks on the disk. */
void sl_missing_forget (SlMissing *self);

/* Any message of the pipeline. What nobody could install is not missed. */
void sl_missing_take_message (SlMissing *self, GstMessage *message);

gboolean sl_missing_is_any (SlMissing *self);
gboolean sl_missing_has_picture (SlMissing *self); /* a picture is not decoded */

/* Of a film that plays, with or without its picture and its sound.
 * Returns: (transfer full) (nullable): NULL when nothing is missing */
SlFault *sl_missing_make_notice (SlMissing *self, gboolean has_video, gboolean has_audio) G_GNUC_WARN_UNUSED_RESULT;

/* Of a film that does not play. @debug: (nullable): what else is known. Returns: (transfer full) */
SlFault *sl_missing_make_fault (SlMissing *self, const char *debug) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMissing, sl_missing_free)

G_END_DECLS
