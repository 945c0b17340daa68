/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "active-cues.h"
#include "cue-finder.h"

G_BEGIN_DECLS

/**
 * SlToldFacts: the facts of a clip as its viewer learns them: what is told now, then what was told before, the latest
 * first, then, if that is asked for, what is told later, the next first. An SlCueFinder.
 *
 * Property: "n-hidden" (uint): how many come later and are not in the list. Time that goes on touches only the facts
 * that it tells; each is marked as told and current.
 */
#define SL_TYPE_TOLD_FACTS (sl_told_facts_get_type ())
G_DECLARE_FINAL_TYPE (SlToldFacts, sl_told_facts, SL, TOLD_FACTS, GObject)

/* @facts: (element-type SlCue): in the order in which they are first told */
SlToldFacts *sl_told_facts_new (GPtrArray *facts) G_GNUC_WARN_UNUSED_RESULT;

/* It is @time (nanoseconds), and what the cues in @now (array of @n_now) name is told just now. */
void sl_told_facts_update (SlToldFacts *self, gint64 time, SlActiveCues *const *now, guint n_now);

void    sl_told_facts_show_later (SlToldFacts *self, gboolean shown);
guint   sl_told_facts_get_n_hidden (SlToldFacts *self);
guint64 sl_told_facts_get_n_steps (SlToldFacts *self); /* facts looked at so far, for tests of that */

G_END_DECLS
