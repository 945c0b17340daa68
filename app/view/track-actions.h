/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conductor.h"

G_BEGIN_DECLS

/**
 * SlTrackActions: the choice of sound and captions as actions.
 *
 * Actions: "audio-track" and "captions-track" (state i: as in tracks.h, -1 for no captions), "captions-delay" (state x:
 * nanoseconds), "captions-earlier" and "captions-later".
 * Property: "captions-shown", to be bound to the page that shows them. A film whose clip has no captions of its own
 * begins with those in its file.
 */
#define SL_TYPE_TRACK_ACTIONS (sl_track_actions_get_type ())
G_DECLARE_FINAL_TYPE (SlTrackActions, sl_track_actions, SL, TRACK_ACTIONS, GObject)

/* Adds the actions to @map; they do nothing once what is returned is gone. Returns: (transfer full) */
SlTrackActions *sl_track_actions_new (GActionMap *map, SlConductor *conductor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
