/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a storyboard comes to, before any encoder: a checksum of its pictures and one of its sound. Two that
 * are equal are the same film. Leaves out whether it is the right one. */
#pragma once

#include "storyboard.h"

G_BEGIN_DECLS

/**
 * sl_digest_new:
 * @every: how many frames to go on by, 1 for all of them
 *
 * Returns: (transfer full) (nullable): two lines, of the pictures and of the sound; or %NULL with an SL_SYNTHETIC_VOICE_ERROR
 */
char *sl_digest_new (SlStoryboard *storyboard, guint every, GError **error);

G_END_DECLS
