/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How loud a stereo recording is to a listener, after ITU-R BS.1770: weighted, in blocks, without
 * the quiet parts. Leaves out true peaks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is returned for complete silence. */
#define SL_LOUDNESS_SILENT (-120.0)

/**
 * sl_loudness_measure:
 * @samples: (array): interleaved stereo at 48,000 samples a second
 * @n_frames: how many pairs
 *
 * Returns: the integrated loudness in LUFS
 */
double sl_loudness_measure (const float *samples, gsize n_frames);

G_END_DECLS
