/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loop.h"
#include "reel.h"

G_BEGIN_DECLS

/**
 * SlConductor: joins the player's frames to the session's moment. Where core and media meet.
 *
 * All its times are the clip's, also where the viewer has brought a copy of another cut (reel.h).
 *
 * Signals:
 *   "frame-ready" (): call sl_conductor_tick() before the next picture is drawn
 *   "frame" (SlFrame *frame): this picture is shown from now on; the session is at its moment already
 *   "before-frame" (SlFrame *frame): the same, before the session moves
 *   "sought" (gint64 target, SlSeekMode mode, guint serial)
 * Properties: "state", "playing", "rate", "volume", "muted" and "loop"; the state's notify also tells of new
 * tracks, chapters and faults, and of another turn.
 */
#define SL_TYPE_CONDUCTOR (sl_conductor_get_type ())
G_DECLARE_FINAL_TYPE (SlConductor, sl_conductor, SL, CONDUCTOR, GObject)

SlConductor *sl_conductor_new (SlSession *session, SlPlayer *player) G_GNUC_WARN_UNUSED_RESULT;

SlSession *sl_conductor_get_session (SlConductor *self); /* (transfer none) */
SlReel    *sl_conductor_get_reel (SlConductor *self);    /* (transfer none): of what it opened last */

/* Loads the best medium of the session's clip and goes to @start (nanoseconds). A clip without a medium
 * leaves the player empty, and the session is at @start. Returns: whether there is something to play */
gboolean sl_conductor_open (SlConductor *self, gint64 start, gboolean play);

/* Whether what is loaded is the best medium of the session's clip. */
gboolean sl_conductor_has_medium (SlConductor *self);

/* Takes the newest frame, if there is one, and moves the session to it. Call it once a drawn frame. */
void sl_conductor_tick (SlConductor *self);

void sl_conductor_set_playing (SlConductor *self, gboolean playing); /* from the start again after the end */
/* The film stands until it is let go on, and then does what was asked for last: meanwhile "playing" tells that. Another
 * film, and a step, end it. */
void sl_conductor_hold (SlConductor *self, gboolean hold);
void sl_conductor_seek (SlConductor *self, gint64 target, SlSeekMode mode);
void sl_conductor_seek_by (SlConductor *self, gint64 step); /* several in a row add up */
/* The viewer's own copy lies @offset (nanoseconds) later than its clip: the picture stays, and its notes move. */
void sl_conductor_set_offset (SlConductor *self, gint64 offset);
void sl_conductor_set_rate (SlConductor *self, double rate);
void sl_conductor_step (SlConductor *self, int n);               /* pauses, and moves by @n pictures */
void sl_conductor_set_volume (SlConductor *self, double volume); /* 0 to 1, as loud as it seems (cubic) */
void sl_conductor_set_muted (SlConductor *self, gboolean muted);
void sl_conductor_select (SlConductor *self, SlTrackKind kind, int index); /* as in SlSnapshot; holds for this film */

/* Returns: FALSE when there is nothing of the kind at this moment to go round in, and nothing changed */
gboolean sl_conductor_set_loop (SlConductor *self, SlLoop loop);
/* Goes round in [@start, @end), nanoseconds. */
void sl_conductor_loop_section (SlConductor *self, gint64 start, gint64 end);

/* Turns the picture clockwise by @degrees, a multiple of 90, more than its film says; holds for this film. */
void sl_conductor_set_turn (SlConductor *self, guint degrees);
void sl_conductor_set_output_size (SlConductor *self, guint width, guint height);

/* Where the session is or, while a seek is under way, will be; nanoseconds. */
gint64        sl_conductor_get_target (SlConductor *self);
SlPlayerState sl_conductor_get_state (SlConductor *self);
gboolean      sl_conductor_get_playing (SlConductor *self);
double        sl_conductor_get_rate (SlConductor *self);
double        sl_conductor_get_volume (SlConductor *self);
gboolean      sl_conductor_get_muted (SlConductor *self);
guint         sl_conductor_get_turn (SlConductor *self);
SlLoop        sl_conductor_get_loop (SlConductor *self);
const SlSpan *sl_conductor_get_round (SlConductor *self); /* (nullable): where it goes round; an end of -1 is the film's */

/* What the player knows of the film's file; valid until the next notify of "state". */
const SlSnapshot *sl_conductor_get_snapshot (SlConductor *self);
SlFault          *sl_conductor_get_fault (SlConductor *self);        /* (transfer none) (nullable) */
GstElement       *sl_conductor_get_video_output (SlConductor *self); /* (transfer none) (nullable): the player's */

G_END_DECLS
