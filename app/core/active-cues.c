/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is current. Cues are found by the interval crossed since the last moment, not by asking what is
 * inside now, so a cue of one millisecond between two frames is entered and left all the same. The model
 * changes by the smallest runs, so a list that shows it keeps every row that stays.
 *
 * How long something ought to stay readable is not decided here: whoever thinks it should be longer hands
 * in longer spans.
 */
#include "active-cues.h"

#include "cue-index.h"

struct _SlActiveCues
{
  GObject parent_instance;

  GPtrArray  *cues;
  SlCueIndex *index;
  GArray     *current; /* of guint: places in cues, rising */
  gint64      time;    /* the last moment, or -1 before the first */
  gint64      next_change;
};

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
      const SlSpan *span = sl_cue_index_get_span (self->index, place);
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

/* The two rising lists differ from @i in the one and @j in the other on: finds the run of places that only
 * one of them has, and says how many go and how many come. */
static void
differing_run (GArray *old, guint i, GArray *new, guint j, guint *n_removed, guint *n_added)
{
  guint removed = 0, added = 0;

  while (i + removed < old->len || j + added < new->len)
    {
      const guint gone = i + removed < old->len ? g_array_index (old, guint, i + removed) : G_MAXUINT;
      const guint come = j + added < new->len ? g_array_index (new, guint, j + added) : G_MAXUINT;

      if (gone == come)
        break;
      if (gone < come)
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

      differing_run (self->current, position, wanted, position, &n_removed, &n_added);
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
  self->next_change = sl_cue_index_next_change (self->index, time);
  sl_cue_index_covering (self->index, time, covering);
  emit_crossings (self, crossings);
  become (self, covering);
}

static void
sl_active_cues_finalize (GObject *object)
{
  SlActiveCues *self = SL_ACTIVE_CUES (object);

  g_clear_pointer (&self->cues, g_ptr_array_unref);
  g_clear_pointer (&self->index, sl_cue_index_unref);
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
  self->time = -1;
  self->next_change = G_MININT64;
}

SlActiveCues *
sl_active_cues_new (GPtrArray *cues, const SlSpan *spans)
{
  SlActiveCues *self;
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (SlSpan));

  g_return_val_if_fail (cues != NULL, NULL);

  for (guint i = 0; i < cues->len && spans == NULL; i++)
    g_array_append_vals (own, sl_cue_get_span (g_ptr_array_index (cues, i)), 1);

  self = g_object_new (SL_TYPE_ACTIVE_CUES, NULL);
  self->cues = g_ptr_array_ref (cues);
  self->index = sl_cue_index_new (spans ? spans : (const SlSpan *)(gpointer)own->data, cues->len);
  return self;
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
  sl_cue_index_started (self->index, self->time, time, places);
  add_crossings (self, crossings, places, TRUE);
  g_array_set_size (places, 0);
  sl_cue_index_ended (self->index, self->time, time, places);
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
  sl_cue_index_covering (self->index, time, covering);
  while (i < self->current->len || j < covering->len)
    {
      const guint old = i < self->current->len ? g_array_index (self->current, guint, i) : G_MAXUINT;
      const guint new = j < covering->len ? g_array_index (covering, guint, j) : G_MAXUINT;
      const Crossing crossing = {.time = time, .place = MIN (old, new), .enters = new < old};

      if (old != new)
        g_array_append_val (crossings, crossing);
      i += old <= new;
      j += new <= old;
    }
  sl_cue_index_started (self->index, time - 1, time, points);
  for (i = points->len; i > 0; i--)
    {
      const SlSpan *span = sl_cue_index_get_span (self->index, g_array_index (points, guint, i - 1));

      if (span->end > span->start)
        g_array_remove_index (points, i - 1);
    }
  add_crossings (self, crossings, points, TRUE);
  add_crossings (self, crossings, points, FALSE);
  move_to (self, time, crossings);
}
