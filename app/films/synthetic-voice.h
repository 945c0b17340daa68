/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The synthetic voices that a film may speak with: programs of their own, which turn a text into a recording, the
 * same one every time. Leaves out when something is said. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a voice says comes at this rate, in one channel. */
#define SL_SYNTHETIC_VOICE_RATE 48000

/**
 * SlSyntheticVoiceError:
 * @SL_SYNTHETIC_VOICE_ERROR_MISSING: the program or the voice is not installed; the message names Debian's package
 * @SL_SYNTHETIC_VOICE_ERROR_FAILED: it said nothing
 * @SL_SYNTHETIC_VOICE_ERROR_LONG: it takes longer than its line has
 */
typedef enum {
  SL_SYNTHETIC_VOICE_ERROR_MISSING,
  SL_SYNTHETIC_VOICE_ERROR_FAILED,
  SL_SYNTHETIC_VOICE_ERROR_LONG,
} SlSyntheticVoiceError;

#define SL_SYNTHETIC_VOICE_ERROR (sl_synthetic_voice_error_quark ())
GQuark sl_synthetic_voice_error_quark (void);

typedef struct _SlSyntheticVoice SlSyntheticVoice;

/**
 * sl_synthetic_voice_lookup:
 * @name: as storyboards call it, such as "slt-hts"
 *
 * Returns: (transfer none) (nullable): the voice of that name
 */
const SlSyntheticVoice *sl_synthetic_voice_lookup (const char *name);

/**
 * sl_synthetic_voice_say:
 * @pace: how long it takes, in percent of the voice's own way
 * @text: what is said: ASCII, as that is what these voices read
 *
 * Speaks @text, without what is silent before and after. Blocks for about as long as a tenth of the recording.
 *
 * Returns: (transfer full) (element-type float) (nullable): samples at SL_SYNTHETIC_VOICE_RATE, or %NULL with an SL_SYNTHETIC_VOICE_ERROR
 */
GArray *sl_synthetic_voice_say (const SlSyntheticVoice *voice, guint pace, const char *text, GError **error);

G_END_DECLS
