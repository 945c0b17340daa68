/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "active-cues.h"

G_BEGIN_DECLS

/* Makes @told (of SlCue) what is told at @time (nanoseconds): of @facts (of SlCue, in the order in which they are first
 * told) those that any cue of @now (array of @n_now) names, then those that were told before, the latest first. Marks
 * each as told and current, and touches only the part of @told that changes. */
void sl_told_facts_update (GListStore *told, GPtrArray *facts, gint64 time, SlActiveCues *const *now, guint n_now);

G_END_DECLS
