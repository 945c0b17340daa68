/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cue-finder.h"
#include "passage.h"

G_BEGIN_DECLS

/* SlTranscriptSearch: what is looked for in one transcript. What is found is marked in its passages. */
typedef struct _SlTranscriptSearch SlTranscriptSearch;

/* @transcript: of SlCue of SlPassage, which does not change; @shown: those of it that can be found, at any moment.
 * Returns: (transfer full) */
SlTranscriptSearch *sl_transcript_search_new (GListModel *transcript, SlCueFinder *shown) G_GNUC_WARN_UNUSED_RESULT;
void                sl_transcript_search_free (SlTranscriptSearch *self); /* nothing is marked any more */

/* Looks for @words everywhere, but not in what needs to be opened first; shows the first found at @place (of a passage in
 * the transcript) or behind it, or else the first of all. */
void sl_transcript_search_look_for (SlTranscriptSearch *self, const char *words, guint place);

/* Shows the next (@direction > 0) or the one before, round in a circle. */
void sl_transcript_search_go (SlTranscriptSearch *self, int direction);

guint sl_transcript_search_count (SlTranscriptSearch *self);
/* When all of that is said or shown. Returns: (transfer full) (element-type gint64): nanoseconds, ascending, each once */
GArray *sl_transcript_search_list_times (SlTranscriptSearch *self) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: the number from 0 of what is shown; -1 when nothing was found */
int sl_transcript_search_get_shown (SlTranscriptSearch *self);
/* Returns: (transfer none) (nullable): the passage in which that is */
SlCue *sl_transcript_search_get_cue (SlTranscriptSearch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTranscriptSearch, sl_transcript_search_free)

G_END_DECLS
