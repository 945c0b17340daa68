/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "span.h"

G_BEGIN_DECLS

/**
 * SlCueIndex: which of many spans cover a moment, which began or ended between two moments.
 *
 * Immutable once made, so any thread may ask it. Spans are named by their place in the array that made
 * the index. All times are nanoseconds; spans are half-open, and a point (end == start) covers nothing
 * but is started and ended.
 */
typedef struct _SlCueIndex SlCueIndex;

/* Copies @spans (array of @n_spans, each with end >= start). Returns: (transfer full) */
SlCueIndex *sl_cue_index_new (const SlSpan *spans, guint n_spans) G_GNUC_WARN_UNUSED_RESULT;
SlCueIndex *sl_cue_index_ref (SlCueIndex *self);
void        sl_cue_index_unref (SlCueIndex *self);

guint         sl_cue_index_get_n_spans (const SlCueIndex *self);
const SlSpan *sl_cue_index_get_span (const SlCueIndex *self, guint place);

/* Appends to @places (element type guint) every span with start <= @time < end, in order of place.
 * Finding them takes O(log n + k). Returns: how many nodes and spans were looked at, for tests of that. */
guint sl_cue_index_covering (const SlCueIndex *self, gint64 time, GArray *places);

/* Appends the places of all spans whose start lies in (@after, @until], in order of start, then place. */
void sl_cue_index_started (const SlCueIndex *self, gint64 after, gint64 until, GArray *places);

/* Appends the places of all spans whose end lies in (@after, @until], in order of end, then place. */
void sl_cue_index_ended (const SlCueIndex *self, gint64 after, gint64 until, GArray *places);

/* Returns: the first start or end after @time, or G_MAXINT64 when nothing changes any more */
gint64 sl_cue_index_next_change (const SlCueIndex *self, gint64 time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCueIndex, sl_cue_index_unref)

G_END_DECLS
