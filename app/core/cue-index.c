/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which spans cover a moment, which were crossed, and when that next changes.
 *
 * A static centred interval tree: a node holds the spans that cover its centre, once in order of their
 * starts and once in falling order of their ends. A question at a time before the centre reads the first
 * list until a start is too late, one after it reads the second until an end is too early; so every span
 * that is looked at, but for one a node, is an answer. The centre is the median start of what the node was
 * given, so each child gets at most half, and the tree is O(log n) high whatever the spans are.
 *
 * What was crossed between two moments is two binary searches in the sorted starts and ends. This room
 * keeps no moment of its own: that is active-cues.
 */
#include "cue-index.h"

typedef struct
{
  gint64 centre;
  guint  first; /* of this node's spans in by_start and by_end */
  guint  count;
  guint  before; /* node of the spans that end at or before the centre; NO_NODE for none */
  guint  after;  /* node of the spans that start after it */
} Node;

#define NO_NODE G_MAXUINT

struct _SlCueIndex
{
  gatomicrefcount ref_count;
  guint           n_spans;
  SlSpan         *spans;
  guint          *starts;   /* all places in order of start */
  guint          *ends;     /* all places in order of end */
  guint          *by_start; /* the nodes' spans: node by node, rising start */
  guint          *by_end;   /* the same spans: node by node, falling end */
  GArray         *nodes;    /* of Node; the root is the first */
};

static int
compare_start (gconstpointer a, gconstpointer b, gpointer spans)
{
  const guint   p = *(const guint *)a, q = *(const guint *)b;
  const SlSpan *s = spans;

  if (s[p].start != s[q].start)
    return s[p].start < s[q].start ? -1 : 1;
  return p < q ? -1 : p > q;
}

static int
compare_end (gconstpointer a, gconstpointer b, gpointer spans)
{
  const guint   p = *(const guint *)a, q = *(const guint *)b;
  const SlSpan *s = spans;

  if (s[p].end != s[q].end)
    return s[p].end < s[q].end ? -1 : 1;
  return p < q ? -1 : p > q;
}

static int
compare_end_falling (gconstpointer a, gconstpointer b, gpointer spans)
{
  return compare_end (b, a, spans);
}

static int
compare_place (gconstpointer a, gconstpointer b)
{
  const guint p = *(const guint *)a, q = *(const guint *)b;

  return p < q ? -1 : p > q;
}

/* Splits @places (@n of them, in order of start) in three with @scratch as room: before the centre, on it,
 * after it, each still in order of start. Writes how many are before and on. */
static void
split (const SlSpan *spans, guint *places, guint *scratch, guint n, gint64 centre, guint *n_before, guint *n_on)
{
  guint before = 0, on = 0, after = 0;

  for (guint i = 0; i < n; i++)
    {
      if (spans[places[i]].end <= centre)
        before++;
      else if (spans[places[i]].start <= centre)
        on++;
    }
  *n_before = before;
  *n_on = on;
  after = before + on;
  on = before;
  before = 0;
  for (guint i = 0; i < n; i++)
    {
      if (spans[places[i]].end <= centre)
        scratch[before++] = places[i];
      else if (spans[places[i]].start <= centre)
        scratch[on++] = places[i];
      else
        scratch[after++] = places[i];
    }
  memcpy (places, scratch, n * sizeof (guint));
}

/* Builds the node of @places and those below it; the depth is O(log n). Returns: its number */
static guint
build (SlCueIndex *self, guint *places, guint *scratch, guint n, guint *used)
{
  Node  node = {.before = NO_NODE, .after = NO_NODE};
  guint number, n_before, n_on, below;

  if (n == 0)
    return NO_NODE;

  node.centre = self->spans[places[n / 2]].start;
  split (self->spans, places, scratch, n, node.centre, &n_before, &n_on);
  node.first = *used;
  node.count = n_on;
  memcpy (self->by_start + node.first, places + n_before, n_on * sizeof (guint));
  memcpy (self->by_end + node.first, places + n_before, n_on * sizeof (guint));
  g_qsort_with_data (self->by_end + node.first, (int)n_on, sizeof (guint), compare_end_falling, self->spans);
  *used += n_on;

  number = self->nodes->len;
  g_array_append_val (self->nodes, node);
  below = build (self, places, scratch, n_before, used);
  g_array_index (self->nodes, Node, number).before = below;
  below = build (self, places + n_before + n_on, scratch, n - n_before - n_on, used);
  g_array_index (self->nodes, Node, number).after = below;
  return number;
}

SlCueIndex *
sl_cue_index_new (const SlSpan *spans, guint n_spans)
{
  SlCueIndex       *self = g_new0 (SlCueIndex, 1);
  g_autofree guint *places = g_new (guint, n_spans);
  g_autofree guint *scratch = g_new (guint, n_spans);
  guint             n_wide = 0, used = 0;

  g_return_val_if_fail (spans != NULL || n_spans == 0, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_spans = n_spans;
  self->spans = g_memdup2 (spans, n_spans * sizeof (SlSpan));
  self->starts = g_new (guint, n_spans);
  self->ends = g_new (guint, n_spans);
  for (guint i = 0; i < n_spans; i++)
    {
      g_assert (spans[i].end >= spans[i].start);
      self->starts[i] = self->ends[i] = i;
    }
  g_qsort_with_data (self->starts, (int)n_spans, sizeof (guint), compare_start, self->spans);
  g_qsort_with_data (self->ends, (int)n_spans, sizeof (guint), compare_end, self->spans);

  for (guint i = 0; i < n_spans; i++)
    if (self->spans[self->starts[i]].end > self->spans[self->starts[i]].start)
      places[n_wide++] = self->starts[i];
  self->by_start = g_new (guint, n_wide);
  self->by_end = g_new (guint, n_wide);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  build (self, places, scratch, n_wide, &used);
  g_assert (used == n_wide);
  return self;
}

SlCueIndex *
sl_cue_index_ref (SlCueIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sl_cue_index_unref (SlCueIndex *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->spans);
  g_free (self->starts);
  g_free (self->ends);
  g_free (self->by_start);
  g_free (self->by_end);
  g_array_unref (self->nodes);
  g_free (self);
}

guint
sl_cue_index_get_n_spans (const SlCueIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_spans;
}

const SlSpan *
sl_cue_index_get_span (const SlCueIndex *self, guint place)
{
  g_return_val_if_fail (self != NULL && place < self->n_spans, NULL);

  return &self->spans[place];
}

guint
sl_cue_index_covering (const SlCueIndex *self, gint64 time, GArray *places)
{
  guint node, looked_at = 0, old_len;

  g_return_val_if_fail (self != NULL && places != NULL, 0);

  old_len = places->len;
  node = self->nodes->len > 0 ? 0 : NO_NODE;
  while (node != NO_NODE)
    {
      const Node  *n = &g_array_index (self->nodes, Node, node);
      const guint *list = (time < n->centre ? self->by_start : self->by_end) + n->first;

      looked_at++;
      for (guint i = 0; i < n->count; i++)
        {
          looked_at++;
          if (!sl_span_contains (&self->spans[list[i]], time))
            break;
          g_array_append_val (places, list[i]);
        }
      node = time < n->centre ? n->before : n->after;
    }
  if (places->len > old_len)
    qsort (&g_array_index (places, guint, old_len), places->len - old_len, sizeof (guint), compare_place);
  return looked_at;
}

/* Where in @order (places sorted by start, or by end if @ends) the first time later than @time stands. */
static guint
first_later (const SlCueIndex *self, const guint *order, gboolean ends, gint64 time)
{
  guint low = 0, high = self->n_spans;

  while (low < high)
    {
      const guint   middle = low + (high - low) / 2;
      const SlSpan *span = &self->spans[order[middle]];

      if ((ends ? span->end : span->start) > time)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

static void
append_between (const SlCueIndex *self, const guint *order, gboolean ends, gint64 after, gint64 until, GArray *places)
{
  const guint first = first_later (self, order, ends, after);
  const guint last = first_later (self, order, ends, until);

  if (last > first)
    g_array_append_vals (places, order + first, last - first);
}

void
sl_cue_index_started (const SlCueIndex *self, gint64 after, gint64 until, GArray *places)
{
  g_return_if_fail (self != NULL && places != NULL);

  append_between (self, self->starts, FALSE, after, until, places);
}

void
sl_cue_index_ended (const SlCueIndex *self, gint64 after, gint64 until, GArray *places)
{
  g_return_if_fail (self != NULL && places != NULL);

  append_between (self, self->ends, TRUE, after, until, places);
}

gint64
sl_cue_index_next_change (const SlCueIndex *self, gint64 time)
{
  gint64 next = G_MAXINT64;
  guint  place;

  g_return_val_if_fail (self != NULL, G_MAXINT64);

  place = first_later (self, self->starts, FALSE, time);
  if (place < self->n_spans)
    next = self->spans[self->starts[place]].start;
  place = first_later (self, self->ends, TRUE, time);
  if (place < self->n_spans)
    next = MIN (next, self->spans[self->ends[place]].end);
  return next;
}
