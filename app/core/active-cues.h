/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cue.h"

G_BEGIN_DECLS

/**
 * SlActiveCues: a GListModel of the cues that cover the moment, in the order in which they were given.
 *
 * Signals, both before the model changes and in the order of the film:
 *   "cue-entered" (SlCue *cue), "cue-left" (SlCue *cue)
 * Use it on one thread.
 */
#define SL_TYPE_ACTIVE_CUES (sl_active_cues_get_type ())
G_DECLARE_FINAL_TYPE (SlActiveCues, sl_active_cues, SL, ACTIVE_CUES, GObject)

/* @cues: (element-type SlCue): kept; @spans: (array) (nullable): one span a cue to go by instead of its own,
 * for a view that keeps short cues on the screen for longer */
SlActiveCues *sl_active_cues_new (GPtrArray *cues, const SlSpan *spans) G_GNUC_WARN_UNUSED_RESULT;

/* One more cue, which is put among them by its start; they should be in that order, too. If it covers the moment, it is
 * entered now. n of them take O(n log² n). */
void sl_active_cues_add (SlActiveCues *self, SlCue *cue);

/* How many spans were put into indexes in all, for tests of that. */
guint64 sl_active_cues_get_n_indexed (SlActiveCues *self);

/* Time went on from the last moment to @time (nanoseconds): every cue whose start lies in between is
 * entered and every one whose end does is left, however short it is. A @time before the last is a jump. */
void sl_active_cues_advance (SlActiveCues *self, gint64 time);

/* Time is now @time, whatever it was. What is current afterwards depends on @time alone. A point at just
 * @time is entered and left. */
void sl_active_cues_jump (SlActiveCues *self, gint64 time);

G_END_DECLS
