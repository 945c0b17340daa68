/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is current. Cues are found by the interval crossed since the last moment, not by asking what is
 * inside now, so a cue of one millisecond between two frames is entered and left all the same. The model
 * changes by the smallest runs, so a list that shows it keeps every row that stays.
 *
 * How long something ought to stay readable is not decided here: whoever thinks it should be longer hands
 * in longer spans.
 *
 * What comes later is not worth an index of all: each cue gets one of its own, and two that are next to each other and
 * as large are made one, so that no cue is put into more than log n of them, nor are there more to be asked.
 */
#include "active-cues.h"

#include "cue-index.h"

struct _SlActiveCues
{
  GObject parent_instance;

  GPtrArray *cues;
  GArray    *spans;    /* of SlSpan: those of the cues */
  GArray    *levels;   /* of Level: what each indexes follows what the one before does */
  gboolean   by_start; /* whether cues are in order of their starts; else of their places */
  GArray    *current;  /* of guint: places in cues, in order */
  gint64     time;     /* the last moment, or -1 before the first */
  gint64     next_change;
  guint64    n_indexed;
};

typedef struct
{
  SlCueIndex *index;
  guint       first; /* place of the first of its cues */
  guint       count;
} Level;

enum {
  CUE_ENTERED,
  CUE_LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
sl_active_cues_get_item_type (GListModel *model)
{
  return SL_TYPE_CUE;
}

static guint
sl_active_cues_get_n_items (GListModel *model)
{
  return SL_ACTIVE_CUES (model)->current->len;
}

static gpointer
sl_active_cues_get_item (GListModel *model, guint position)
{
  SlActiveCues *self = SL_ACTIVE_CUES (model);

  if (position >= self->current->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->cues, g_array_index (self->current, guint, position)));
}

static void
sl_active_cues_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = sl_active_cues_get_item_type;
  iface->get_n_items = sl_active_cues_get_n_items;
  iface->get_item = sl_active_cues_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SlActiveCues,
                               sl_active_cues,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sl_active_cues_list_model_init))

/* The levels */

static const SlSpan *
get_span (SlActiveCues *self, guint place)
{
  return &g_array_index (self->spans, SlSpan, place);
}

static void
clear_level (gpointer level)
{
  sl_cue_index_unref (((Level *)level)->index);
}

static void
push_level (SlActiveCues *self, guint first, guint count)
{
  const Level level = {sl_cue_index_new (count > 0 ? get_span (self, first) : NULL, count), first, count};

  g_array_append_val (self->levels, level);
  self->n_indexed += count;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  SlActiveCues *self = data;
  const guint   p = *(const guint *)a, q = *(const guint *)b;
  const gint64  p_start = get_span (self, p)->start, q_start = get_span (self, q)->start;

  if (self->by_start && p_start != q_start)
    return p_start < q_start ? -1 : 1;
  return p < q ? -1 : p > q;
}

/* G_MAXUINT is behind all. */
static gboolean
comes_before (SlActiveCues *self, guint place, guint other)
{
  if (place == G_MAXUINT || other == G_MAXUINT)
    return place < other;
  return compare_places (&place, &other, self) < 0;
}

/* What a level found from @old_length on becomes places among all cues. */
static void
shift_places (GArray *places, guint old_length, guint by)
{
  for (guint i = old_length; i < places->len; i++)
    g_array_index (places, guint, i) += by;
}

static void
find_covering (SlActiveCues *self, gint64 time, GArray *places)
{
  for (guint i = 0; i < self->levels->len; i++)
    {
      const Level *level = &g_array_index (self->levels, Level, i);
      const guint  old_length = places->len;

      sl_cue_index_covering (level->index, time, places);
      shift_places (places, old_length, level->first);
    }
  if (self->by_start)
    g_array_sort_with_data (places, compare_places, self);
}

/* Those that start, or end, in (@after, @until]. */
static void
find_between (SlActiveCues *self, gboolean starts, gint64 after, gint64 until, GArray *places)
{
  for (guint i = 0; i < self->levels->len; i++)
    {
      const Level *level = &g_array_index (self->levels, Level, i);
      const guint  old_length = places->len;

      if (starts)
        sl_cue_index_started (level->index, after, until, places);
      else
        sl_cue_index_ended (level->index, after, until, places);
      shift_places (places, old_length, level->first);
    }
}

static gint64
find_next_change (SlActiveCues *self, gint64 time)
{
  gint64 next = G_MAXINT64;

  for (guint i = 0; i < self->levels->len; i++)
    next = MIN (next, sl_cue_index_next_change (g_array_index (self->levels, Level, i).index, time));
  return next;
}

/* Moving */

typedef struct
{
  gint64   time;
  guint    place;
  gboolean enters;
  gboolean point;
} Crossing;

/* In the order of the film; at one time, what was there leaves before the new comes, and a point leaves
 * just after it came. */
static int
compare_crossings (gconstpointer a, gconstpointer b)
{
  const Crossing *p = a, *q = b;
  const gboolean  p_late = p->enters || p->point, q_late = q->enters || q->point;

  if (p->time != q->time)
    return p->time < q->time ? -1 : 1;
  if (p_late != q_late)
    return p_late ? 1 : -1;
  if (p->place != q->place)
    return p->place < q->place ? -1 : 1;
  return q->enters - p->enters;
}

static void
add_crossings (SlActiveCues *self, GArray *crossings, GArray *places, gboolean enters)
{
  for (guint i = 0; i < places->len; i++)
    {
      const guint   place = g_array_index (places, guint, i);
      const SlSpan *span = get_span (self, place);
      Crossing      crossing = {
             .time = enters ? span->start : span->end,
             .place = place,
             .enters = enters,
             .point = span->start == span->end,
      };

      g_array_append_val (crossings, crossing);
    }
}

static void
emit_crossings (SlActiveCues *self, GArray *crossings)
{
  g_array_sort (crossings, compare_crossings);
  for (guint i = 0; i < crossings->len; i++)
    {
      const Crossing *crossing = &g_array_index (crossings, Crossing, i);

      g_signal_emit (self,
                     signals[crossing->enters ? CUE_ENTERED : CUE_LEFT],
                     0,
                     g_ptr_array_index (self->cues, crossing->place));
    }
}

/* The two lists differ from @i in the one and @j in the other on: finds the run of places that only
 * one of them has, and says how many go and how many come. */
static void
differing_run (SlActiveCues *self, GArray *new, guint i, guint *n_removed, guint *n_added)
{
  GArray *old = self->current;
  guint   removed = 0, added = 0;

  while (i + removed < old->len || i + added < new->len)
    {
      const guint gone = i + removed < old->len ? g_array_index (old, guint, i + removed) : G_MAXUINT;
      const guint come = i + added < new->len ? g_array_index (new, guint, i + added) : G_MAXUINT;

      if (gone == come)
        break;
      if (comes_before (self, gone, come))
        removed++;
      else
        added++;
    }
  *n_removed = removed;
  *n_added = added;
}

/* Turns the model into @wanted run by run; the model is whole whenever it says that it changed. */
static void
become (SlActiveCues *self, GArray *wanted)
{
  guint position = 0;

  while (position < self->current->len || position < wanted->len)
    {
      guint n_removed, n_added;

      differing_run (self, wanted, position, &n_removed, &n_added);
      if (n_removed > 0)
        g_array_remove_range (self->current, position, n_removed);
      if (n_added > 0)
        g_array_insert_vals (self->current, position, &g_array_index (wanted, guint, position), n_added);
      if (n_removed > 0 || n_added > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
      position += MAX (n_added, 1);
    }
}

static void
move_to (SlActiveCues *self, gint64 time, GArray *crossings)
{
  g_autoptr (GArray) covering = g_array_new (FALSE, FALSE, sizeof (guint));

  self->time = time;
  self->next_change = find_next_change (self, time);
  find_covering (self, time, covering);
  emit_crossings (self, crossings);
  become (self, covering);
}

static void
sl_active_cues_finalize (GObject *object)
{
  SlActiveCues *self = SL_ACTIVE_CUES (object);

  g_clear_pointer (&self->cues, g_ptr_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->levels, g_array_unref);
  g_clear_pointer (&self->current, g_array_unref);

  G_OBJECT_CLASS (sl_active_cues_parent_class)->finalize (object);
}

static void
sl_active_cues_class_init (SlActiveCuesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType   type = G_TYPE_FROM_CLASS (klass);

  object_class->finalize = sl_active_cues_finalize;

  signals[CUE_ENTERED] = g_signal_new ("cue-entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SL_TYPE_CUE);
  signals[CUE_LEFT] = g_signal_new ("cue-left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SL_TYPE_CUE);
}

static void
sl_active_cues_init (SlActiveCues *self)
{
  self->current = g_array_new (FALSE, FALSE, sizeof (guint));
  self->spans = g_array_new (FALSE, FALSE, sizeof (SlSpan));
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_array_set_clear_func (self->levels, clear_level);
  self->time = -1;
  self->next_change = G_MININT64;
}

SlActiveCues *
sl_active_cues_new (GPtrArray *cues, const SlSpan *spans)
{
  SlActiveCues *self;

  g_return_val_if_fail (cues != NULL, NULL);

  self = g_object_new (SL_TYPE_ACTIVE_CUES, NULL);
  self->cues = g_ptr_array_ref (cues);
  for (guint i = 0; i < cues->len; i++)
    g_array_append_vals (self->spans, spans ? &spans[i] : sl_cue_get_span (g_ptr_array_index (cues, i)), 1);
  push_level (self, 0, cues->len);
  return self;
}

/* While the last level is not smaller than the one before, they are made one. */
static void
merge_levels (SlActiveCues *self)
{
  while (self->levels->len > 1)
    {
      const Level last = g_array_index (self->levels, Level, self->levels->len - 1);
      const Level before = g_array_index (self->levels, Level, self->levels->len - 2);

      if (last.count < before.count)
        return;
      g_array_set_size (self->levels, self->levels->len - 2);
      push_level (self, before.first, before.count + last.count);
    }
}

void
sl_active_cues_add (SlActiveCues *self, SlCue *cue)
{
  const guint   place = self->cues->len;
  const SlSpan *span;
  guint         position = 0;

  g_return_if_fail (SL_IS_ACTIVE_CUES (self) && SL_IS_CUE (cue));

  span = sl_cue_get_span (cue);
  self->by_start = TRUE;
  g_ptr_array_add (self->cues, g_object_ref (cue));
  g_array_append_vals (self->spans, span, 1);
  push_level (self, place, 1);
  merge_levels (self);
  self->next_change = MIN (self->next_change, find_next_change (self, self->time));
  if (!sl_span_contains (span, self->time))
    return;
  while (position < self->current->len && comes_before (self, g_array_index (self->current, guint, position), place))
    position++;
  g_signal_emit (self, signals[CUE_ENTERED], 0, cue);
  g_array_insert_val (self->current, position, place);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

guint64
sl_active_cues_get_n_indexed (SlActiveCues *self)
{
  g_return_val_if_fail (SL_IS_ACTIVE_CUES (self), 0);

  return self->n_indexed;
}

void
sl_active_cues_advance (SlActiveCues *self, gint64 time)
{
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) crossings = NULL;

  g_return_if_fail (SL_IS_ACTIVE_CUES (self));

  if (time < self->time)
    {
      sl_active_cues_jump (self, time);
      return;
    }
  if (time < self->next_change)
    {
      self->time = time;
      return;
    }

  places = g_array_new (FALSE, FALSE, sizeof (guint));
  crossings = g_array_new (FALSE, FALSE, sizeof (Crossing));
  find_between (self, TRUE, self->time, time, places);
  add_crossings (self, crossings, places, TRUE);
  g_array_set_size (places, 0);
  find_between (self, FALSE, self->time, time, places);
  add_crossings (self, crossings, places, FALSE);
  move_to (self, time, crossings);
}

void
sl_active_cues_jump (SlActiveCues *self, gint64 time)
{
  g_autoptr (GArray) covering = NULL;
  g_autoptr (GArray) points = NULL;
  g_autoptr (GArray) crossings = NULL;
  guint i = 0, j = 0;

  g_return_if_fail (SL_IS_ACTIVE_CUES (self));

  covering = g_array_new (FALSE, FALSE, sizeof (guint));
  points = g_array_new (FALSE, FALSE, sizeof (guint));
  crossings = g_array_new (FALSE, FALSE, sizeof (Crossing));
  find_covering (self, time, covering);
  while (i < self->current->len || j < covering->len)
    {
      const guint old = i < self->current->len ? g_array_index (self->current, guint, i) : G_MAXUINT;
      const guint new = j < covering->len ? g_array_index (covering, guint, j) : G_MAXUINT;
      const gboolean enters = comes_before (self, new, old);
      const Crossing crossing = {.time = time, .place = enters ? new : old, .enters = enters};

      if (old != new)
        g_array_append_val (crossings, crossing);
      i += !enters;
      j += enters || old == new;
    }
  find_between (self, TRUE, time - 1, time, points);
  for (i = points->len; i > 0; i--)
    {
      const SlSpan *span = get_span (self, g_array_index (points, guint, i - 1));

      if (span->end > span->start)
        g_array_remove_index (points, i - 1);
    }
  add_crossings (self, crossings, points, TRUE);
  add_crossings (self, crossings, points, FALSE);
  move_to (self, time, crossings);
}
