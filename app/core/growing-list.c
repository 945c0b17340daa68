/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part is a place in the source and a length. What changes outside of it is not told; it may be grown into later. */
#include "growing-list.h"

#define BEFORE 4     /* cues in a new part before the one that it is for */
#define BEGINNING 16 /* in a new part: what a tall window shows at once */

struct _SlGrowingList
{
  GObject parent_instance;

  GListModel *source;
  guint       first; /* of the part, in the source */
  guint       n;     /* in the part */
};

static void list_model_init (GListModelInterface *iface);
static void finder_init (SlCueFinderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlGrowingList,
                               sl_growing_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                 G_IMPLEMENT_INTERFACE (SL_TYPE_CUE_FINDER, finder_init))

static guint
get_length (SlGrowingList *self)
{
  return g_list_model_get_n_items (self->source);
}

/* The part is [@first, @first + @n) now; @position, @removed and @added are places in it. */
static void
change (SlGrowingList *self, guint first, guint n, guint position, guint removed, guint added)
{
  self->first = first;
  self->n = n;
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* Returns: how many come after the part */
static guint
count_after (SlGrowingList *self)
{
  return get_length (self) - self->first - self->n;
}

static void
begin_at (SlGrowingList *self, guint place)
{
  const guint length = get_length (self);
  const guint first = place > BEFORE ? place - BEFORE : 0;
  const guint n = MIN (length - first, BEGINNING);

  change (self, first, n, 0, self->n, n);
}

static void
grow_after (SlGrowingList *self, guint n)
{
  change (self, self->first, self->n + n, self->n, 0, n);
}

static void
grow_before (SlGrowingList *self, guint n)
{
  change (self, self->first - n, self->n + n, 0, 0, n);
}

static void
changed_cb (SlGrowingList *self, guint position, guint removed, guint added)
{
  const guint first = self->first, end = self->first + self->n;
  const guint cut = CLAMP (position, first, end) - first;                                    /* in the part */
  const guint n_cut = CLAMP (position + removed, first, end) - CLAMP (position, first, end); /* from there */
  const guint n_after = self->n - cut - n_cut;

  if (position >= end)
    {
      if (position == end)
        grow_after (self, MIN (added, BEGINNING));
    }
  else if (position < first)
    change (self, position + added + (MAX (position + removed, first) - (position + removed)), self->n - n_cut, 0, n_cut, 0);
  else if (added <= BEGINNING)
    change (self, first, self->n - n_cut + added, cut, n_cut, added);
  else
    change (self, first, cut + BEGINNING, cut, n_cut + n_after, BEGINNING);
  if (self->n == 0 && get_length (self) > 0)
    begin_at (self, MIN (self->first, get_length (self) - 1));
}

static GType
get_item_type (GListModel *model)
{
  return SL_TYPE_CUE;
}

static guint
get_n_items (GListModel *model)
{
  return SL_GROWING_LIST (model)->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SlGrowingList *self = SL_GROWING_LIST (model);

  return position < self->n ? g_list_model_get_item (self->source, self->first + position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
find (SlCueFinder *finder, SlCue *cue, guint *position)
{
  SlGrowingList *self = SL_GROWING_LIST (finder);
  guint          place;

  if (self->n == 0 || !sl_cue_finder_find (SL_CUE_FINDER (self->source), cue, &place))
    return FALSE;
  if (place < self->first || place - self->first >= self->n)
    return FALSE;
  *position = place - self->first;
  return TRUE;
}

static void
finder_init (SlCueFinderInterface *iface)
{
  iface->find = find;
}

static void
sl_growing_list_dispose (GObject *object)
{
  SlGrowingList *self = SL_GROWING_LIST (object);

  if (self->source)
    g_signal_handlers_disconnect_by_data (self->source, self);
  self->first = self->n = 0;
  g_clear_object (&self->source);

  G_OBJECT_CLASS (sl_growing_list_parent_class)->dispose (object);
}

static void
sl_growing_list_class_init (SlGrowingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_growing_list_dispose;
}

static void
sl_growing_list_init (SlGrowingList *self)
{
}

SlGrowingList *
sl_growing_list_new (GListModel *source)
{
  SlGrowingList *self;

  g_return_val_if_fail (SL_IS_CUE_FINDER (source), NULL);

  self = g_object_new (SL_TYPE_GROWING_LIST, NULL);
  self->source = g_object_ref (source);
  g_signal_connect_swapped (source, "items-changed", G_CALLBACK (changed_cb), self);
  begin_at (self, 0);
  return self;
}

gboolean
sl_growing_list_reach (SlGrowingList *self, SlCue *cue)
{
  const guint end = self->first + self->n;
  guint       place;

  g_return_val_if_fail (SL_IS_GROWING_LIST (self), FALSE);

  if (!sl_cue_finder_find (SL_CUE_FINDER (self->source), cue, &place))
    return FALSE;
  if (place >= end && place - end < BEGINNING)
    grow_after (self, MIN (place - end + BEFORE, count_after (self)));
  else if (place < self->first && self->first - place < BEGINNING)
    grow_before (self, self->first - place);
  else if (place < self->first || place >= end)
    begin_at (self, place);
  return TRUE;
}

void
sl_growing_list_begin (SlGrowingList *self, guint place)
{
  g_return_if_fail (SL_IS_GROWING_LIST (self));
  g_return_if_fail (place < get_length (self));

  begin_at (self, place);
}

gboolean
sl_growing_list_grow (SlGrowingList *self, gboolean after, guint n)
{
  guint more;

  g_return_val_if_fail (SL_IS_GROWING_LIST (self), FALSE);

  more = MIN (n, after ? count_after (self) : self->first);
  if (after)
    grow_after (self, more);
  else
    grow_before (self, more);
  return more > 0;
}

void
sl_growing_list_shrink (SlGrowingList *self, gboolean after, guint n)
{
  g_return_if_fail (SL_IS_GROWING_LIST (self));
  g_return_if_fail (n < self->n);

  if (after)
    change (self, self->first, self->n - n, self->n - n, n, 0);
  else
    change (self, self->first + n, self->n - n, 0, n, 0);
}

guint
sl_growing_list_count_before (SlGrowingList *self)
{
  g_return_val_if_fail (SL_IS_GROWING_LIST (self), 0);

  return self->first;
}

guint
sl_growing_list_count_after (SlGrowingList *self)
{
  g_return_val_if_fail (SL_IS_GROWING_LIST (self), 0);

  return count_after (self);
}
