/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The film's sound, composed by computation: a low bed that moves slowly, a soft tone where a
 * chapter begins, silence where the storyboard asks for it, and who speaks. Leaves out encoding. */
#pragma once

#include "storyboard.h"

G_BEGIN_DECLS

#define SL_SOUNDTRACK_RATE 48000
#define SL_SOUNDTRACK_CHANNELS 2

/**
 * sl_soundtrack_new:
 *
 * Returns: (transfer full) (element-type float) (nullable): interleaved samples at SL_SOUNDTRACK_RATE,
 *   exactly as long as the film, at the loudness that its plan asks for; or %NULL with an
 *   SL_SYNTHETIC_VOICE_ERROR, which a film in which nobody speaks never has
 */
GArray *sl_soundtrack_new (SlStoryboard *storyboard, GError **error);

G_END_DECLS
