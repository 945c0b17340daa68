/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "player.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * SlConductor: joins the player's frames to the session's moment. Where core and media meet.
 *
 * Signals:
 *   "frame-ready" (): call sl_conductor_tick() before the next picture is drawn
 *   "frame" (SlFrame *frame): this picture is shown from now on; the session is at its moment already
 *   "before-frame" (SlFrame *frame): the same, before the session moves
 *   "sought" (gint64 target, SlSeekMode mode, guint serial)
 * Properties: "state", "playing", "rate"; the state's notify also tells of a new fault.
 */
#define SL_TYPE_CONDUCTOR (sl_conductor_get_type ())
G_DECLARE_FINAL_TYPE (SlConductor, sl_conductor, SL, CONDUCTOR, GObject)

SlConductor *sl_conductor_new (SlSession *session, SlPlayer *player) G_GNUC_WARN_UNUSED_RESULT;

SlSession *sl_conductor_get_session (SlConductor *self); /* (transfer none) */

/* Loads the best medium of the session's clip and goes to @start (nanoseconds). A clip without a medium
 * leaves the player empty. Returns: whether there is something to play */
gboolean sl_conductor_open (SlConductor *self, gint64 start, gboolean play);

/* Whether what is loaded is the best medium of the session's clip. */
gboolean sl_conductor_has_medium (SlConductor *self);

/* Takes the newest frame, if there is one, and moves the session to it. Call it once a drawn frame. */
void sl_conductor_tick (SlConductor *self);

void sl_conductor_set_playing (SlConductor *self, gboolean playing); /* from the start again after the end */
void sl_conductor_seek (SlConductor *self, gint64 target, SlSeekMode mode);
void sl_conductor_seek_by (SlConductor *self, gint64 step); /* several in a row add up */
void sl_conductor_set_rate (SlConductor *self, double rate);
void sl_conductor_set_muted (SlConductor *self, gboolean muted);
void sl_conductor_set_output_size (SlConductor *self, guint width, guint height);

/* Where the session is or, while a seek is under way, will be; nanoseconds. */
gint64        sl_conductor_get_target (SlConductor *self);
SlPlayerState sl_conductor_get_state (SlConductor *self);
gboolean      sl_conductor_get_playing (SlConductor *self);
double        sl_conductor_get_rate (SlConductor *self);
SlFault      *sl_conductor_get_fault (SlConductor *self); /* (transfer none) (nullable) */

G_END_DECLS
