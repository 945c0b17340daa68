/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "screening.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * SlScreeningClock: moves a session along with a film that runs elsewhere, by a clock that goes on while the machine
 * sleeps. A session without a clip has none.
 *
 * Properties: "state" (SlScreeningState as int), "can-undo" (boolean). Use it on the main thread.
 */
#define SL_TYPE_SCREENING_CLOCK (sl_screening_clock_get_type ())
G_DECLARE_FINAL_TYPE (SlScreeningClock, sl_screening_clock, SL, SCREENING_CLOCK, GObject)

/* Reads a clock in nanoseconds. */
typedef gint64 (*SlScreeningNow) (gpointer data);

/* @now: (nullable): the system's clock */
SlScreeningClock *sl_screening_clock_new (SlSession *session, SlScreeningNow now, gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/* Waits for the session's clip to begin, or goes on with it where that was left and is not over yet. Ends with the clip. */
void sl_screening_clock_open (SlScreeningClock *self);

/* As in screening.h, in nanoseconds of the film. */
void sl_screening_clock_move (SlScreeningClock *self, gint64 time);
void sl_screening_clock_nudge (SlScreeningClock *self, gint64 step);
void sl_screening_clock_set_held (SlScreeningClock *self, gboolean held);
void sl_screening_clock_undo (SlScreeningClock *self);

/* Looks at the clock now; by itself it does so often enough while the film runs. */
void sl_screening_clock_tick (SlScreeningClock *self);

gboolean         sl_screening_clock_is_open (SlScreeningClock *self);
SlScreeningState sl_screening_clock_get_state (SlScreeningClock *self);

G_END_DECLS
