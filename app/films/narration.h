/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said in a film, as sound: every line at its time, as loud as any other. Leaves out what sounds below it. */
#pragma once

#include "speech-plan.h"

G_BEGIN_DECLS

/* How loud each line is, in LUFS, before the film is given its own loudness. */
#define SL_NARRATION_LOUDNESS (-23.0)

/**
 * sl_narration_new:
 * @n_frames: how long the film is, in pairs of samples at SL_SYNTHETIC_VOICE_RATE
 *
 * Returns: (transfer full) (element-type float) (nullable): interleaved stereo, silent between the lines; or %NULL
 *   with an SL_SYNTHETIC_VOICE_ERROR
 */
GArray *sl_narration_new (const SlSpeechPlan *plan, guint n_frames, GError **error);

/**
 * sl_narration_get_presence:
 * @t: in nanoseconds
 *
 * Returns: from 0 where nobody speaks for a while to 1 where somebody does
 */
double sl_narration_get_presence (const SlSpeechPlan *plan, gint64 t);

G_END_DECLS
