/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From pictures and sound to a file: VP9 and Opus in WebM, with a keyframe at least every two
 * seconds so that seeking is quick. Leaves out what is shown and heard. */
#pragma once

#include "storyboard.h"

G_BEGIN_DECLS

/**
 * SlEncoderError:
 * @SL_ENCODER_ERROR_MISSING: an element of GStreamer is not installed
 * @SL_ENCODER_ERROR_FAILED: encoding or writing failed
 */
typedef enum {
  SL_ENCODER_ERROR_MISSING,
  SL_ENCODER_ERROR_FAILED,
} SlEncoderError;

#define SL_ENCODER_ERROR (sl_encoder_error_quark ())
GQuark sl_encoder_error_quark (void);

/* Called after each frame, on the caller's thread. */
typedef void (*SlEncoderProgress) (guint done, guint all, gpointer user_data);

/**
 * sl_encoder_write:
 * @file: where the film goes; what was there stays until the new one is complete
 * @progress: (nullable) (scope call): told of each frame
 *
 * Draws and encodes the whole film. Blocks until it is written.
 *
 * Returns: whether that worked; @error is an SL_ENCODER_ERROR if not, or an SL_SYNTHETIC_VOICE_ERROR
 */
gboolean sl_encoder_write (SlStoryboard     *storyboard,
                           GFile            *file,
                           SlEncoderProgress progress,
                           gpointer          user_data,
                           GError          **error);

G_END_DECLS
