/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "conductor.h"

G_BEGIN_DECLS

/**
 * sl_playback_actions_add: adds what viewers do with a film to @map.
 *
 * Actions: "play" (and pause), "pause", "stop" (at its beginning), "start-over", "seek" and "scrub" (x:
 * nanoseconds; scrubbing is to a keyframe), "seek-by" (x), "previous-chapter", "next-chapter", "slower",
 * "faster", "rate" (state d, 0.5 to 2), "step" (x: pictures), "volume" (state d: cubic, 0 to 1), "louder",
 * "quieter", "mute" (state b), "loop" (state s: none, clip, chapter, note, section), "next-loop", "turn".
 * "volume" and "mute" keep @conductor; the others do nothing once it is gone.
 */
void sl_playback_actions_add (GActionMap *map, SlConductor *conductor);

G_END_DECLS
