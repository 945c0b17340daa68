/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cue-finder.h"

G_BEGIN_DECLS

/**
 * SlGrowingList: a part of a list of cues that grows to both sides until it is the whole. An SlCueFinder.
 *
 * Who shows it has the first rows on the screen before the many that nobody sees yet are made. What is told of the part
 * by "items-changed" never makes more than a few rows at once, whatever happens to the source. It grows only when it is
 * told to: once a frame, by who shows it.
 */
#define SL_TYPE_GROWING_LIST (sl_growing_list_get_type ())
G_DECLARE_FINAL_TYPE (SlGrowingList, sl_growing_list, SL, GROWING_LIST, GObject)

/* @source: an SlCueFinder, which is kept. Begins with its first cues. */
SlGrowingList *sl_growing_list_new (GListModel *source) G_GNUC_WARN_UNUSED_RESULT;

/* Sees to it that @cue is in the part: far from it another part begins, around @cue.
 * @cue: (nullable). Returns: whether the source has it */
gboolean sl_growing_list_reach (SlGrowingList *self, SlCue *cue);

/* Adds a few on each side. Returns: whether there is more to come */
gboolean sl_growing_list_grow (SlGrowingList *self);

G_END_DECLS
