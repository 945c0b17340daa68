/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cue-finder.h"

G_BEGIN_DECLS

/**
 * SlGrowingList: a part of a list of cues that grows and shrinks at both ends. An SlCueFinder.
 *
 * Who shows it makes rows for nothing else, and has the first of them on the screen before those that nobody sees yet.
 * What is told of the part by "items-changed" never makes more than a few rows at once, whatever happens to the source. It
 * grows only when it is told to, or where the source does in its midst or at its end.
 */
#define SL_TYPE_GROWING_LIST (sl_growing_list_get_type ())
G_DECLARE_FINAL_TYPE (SlGrowingList, sl_growing_list, SL, GROWING_LIST, GObject)

/* @source: an SlCueFinder, which is kept. Begins with its first cues. */
SlGrowingList *sl_growing_list_new (GListModel *source) G_GNUC_WARN_UNUSED_RESULT;

/* Sees to it that @cue is in the part: far from it another part begins, around @cue.
 * @cue: (nullable). Returns: whether the source has it */
gboolean sl_growing_list_reach (SlGrowingList *self, SlCue *cue);

/* Another part begins, around @place in the source. */
void sl_growing_list_begin (SlGrowingList *self, guint place);

/* Adds @n at one end, or as many as there are. Returns: whether there were any */
gboolean sl_growing_list_grow (SlGrowingList *self, gboolean after, guint n);

/* Takes @n away at one end, fewer than it has. */
void sl_growing_list_shrink (SlGrowingList *self, gboolean after, guint n);

/* How many the source has before the part, and after it. */
guint sl_growing_list_count_before (SlGrowingList *self);
guint sl_growing_list_count_after (SlGrowingList *self);

G_END_DECLS
