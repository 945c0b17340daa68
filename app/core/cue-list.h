/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cue-finder.h"

G_BEGIN_DECLS

/* Whether @cue is to be in the list. */
typedef gboolean (*SlCueListMatch) (SlCue *cue, gpointer data);

/**
 * SlCueList: those of a list of cues that match, up to a moment. An SlCueFinder.
 *
 * Property: "n-hidden" (uint): how many that match come after the moment, and so are not in the list.
 * Its source is in the order of time where a moment is set. When time goes on only what is new is touched.
 */
#define SL_TYPE_CUE_LIST (sl_cue_list_get_type ())
G_DECLARE_FINAL_TYPE (SlCueList, sl_cue_list, SL, CUE_LIST, GObject)

SlCueList *sl_cue_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @source: (nullable): of SlCue; @match: (nullable): all. Every change of either reads the source once. */
void sl_cue_list_set_source (SlCueList *self, GListModel *source);
void sl_cue_list_set_match (SlCueList *self, SlCueListMatch match, gpointer data);
void sl_cue_list_match_again (SlCueList *self); /* what @match goes by has changed */

/* Cues that start after @moment (nanoseconds) are left out; SL_TIME_NONE: none is. */
void sl_cue_list_set_moment (SlCueList *self, gint64 moment);
/* But for those that @keep (nullable: none; its data is NULL) names: these are there at any moment. */
void sl_cue_list_set_keep (SlCueList *self, SlCueListMatch keep);

guint   sl_cue_list_get_n_hidden (SlCueList *self);
guint64 sl_cue_list_get_n_steps (SlCueList *self); /* cues looked at so far, for tests of that */

G_END_DECLS
