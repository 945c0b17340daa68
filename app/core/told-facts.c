/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which facts a viewer has been told so far, and which just now. The list is not kept but reckoned: it is given by how
 * many were told and which few are current. A fact that is told, or begins or ceases to be current, is one change
 * of the list; a jump over many is one change of the whole.
 */
#include "told-facts.h"

#define MANY 16 /* changes: more are told as one */

struct _SlToldFacts
{
  GObject parent_instance;

  GPtrArray  *facts;
  GHashTable *places;  /* of each in them */
  GArray     *current; /* of guint: places, rising */
  guint       n_told;
  gboolean    later_shown;
  guint64     n_steps;
};

static void list_model_init (GListModelInterface *iface);
static void finder_init (SlCueFinderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlToldFacts,
                               sl_told_facts,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                 G_IMPLEMENT_INTERFACE (SL_TYPE_CUE_FINDER, finder_init))

enum {
  PROP_0,
  PROP_N_HIDDEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint
current_at (SlToldFacts *self, guint i)
{
  return g_array_index (self->current, guint, i);
}

/* How many of what is current has a place before @place. */
static guint
count_current_before (SlToldFacts *self, guint place)
{
  guint n = 0;

  while (n < self->current->len && current_at (self, n) < place)
    n++;
  self->n_steps += n;
  return n;
}

/* The place of the @n-th fact from @from on that is not current. */
static guint
skip_current (SlToldFacts *self, guint from, guint n)
{
  guint place = from + n;

  for (guint i = count_current_before (self, from); i < self->current->len && current_at (self, i) <= place; i++)
    place++;
  return place;
}

static gboolean
is_current (SlToldFacts *self, guint place)
{
  const guint i = count_current_before (self, place);

  return i < self->current->len && current_at (self, i) == place;
}

/* How many facts are in the list behind those that are current. */
static guint
count_told_before (SlToldFacts *self)
{
  return self->n_told - count_current_before (self, self->n_told);
}

static guint
count_later (SlToldFacts *self)
{
  const guint n_current_later = self->current->len - count_current_before (self, self->n_told);

  return self->facts->len - self->n_told - n_current_later;
}

/* Where in the list the fact at @place stands. */
static guint
position_of (SlToldFacts *self, guint place)
{
  const guint before = count_current_before (self, place);

  if (before < self->current->len && current_at (self, before) == place)
    return before;
  if (place < self->n_told)
    return self->current->len + (count_told_before (self) - 1) - (place - before);
  return self->current->len + count_told_before (self) + (place - self->n_told) - (before - count_current_before (self, self->n_told));
}

static GType
get_item_type (GListModel *model)
{
  return SL_TYPE_CUE;
}

static guint
get_n_items (GListModel *model)
{
  SlToldFacts *self = SL_TOLD_FACTS (model);

  return self->current->len + count_told_before (self) + (self->later_shown ? count_later (self) : 0);
}

static gpointer
get_item (GListModel *model, guint position)
{
  SlToldFacts *self = SL_TOLD_FACTS (model);
  guint        n_before, place;

  if (position >= get_n_items (model))
    return NULL;
  n_before = count_told_before (self);
  if (position < self->current->len)
    place = current_at (self, position);
  else if (position - self->current->len < n_before)
    place = skip_current (self, 0, n_before - 1 - (position - self->current->len));
  else
    place = skip_current (self, self->n_told, position - self->current->len - n_before);
  return g_object_ref (g_ptr_array_index (self->facts, place));
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
  SlToldFacts *self = SL_TOLD_FACTS (finder);
  gpointer     place;

  if (!g_hash_table_lookup_extended (self->places, cue, NULL, &place))
    return FALSE;
  *position = position_of (self, GPOINTER_TO_UINT (place));
  return *position < get_n_items (G_LIST_MODEL (self));
}

static void
finder_init (SlCueFinderInterface *iface)
{
  iface->find = find;
}

static void
changed (SlToldFacts *self, guint position, guint removed, guint added, gboolean tell)
{
  if (tell && (removed > 0 || added > 0))
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* What lies between moves on by one. */
static void
moved (SlToldFacts *self, guint from, guint to, gboolean tell)
{
  const guint n = MAX (from, to) - MIN (from, to) + 1;

  if (from != to)
    changed (self, MIN (from, to), n, n, tell);
}

static gboolean
is_listed (SlToldFacts *self, guint place)
{
  return place < self->n_told || self->later_shown || is_current (self, place);
}

/* Puts the fact at @place before all others, or back among them. */
static void
set_current (SlToldFacts *self, guint place, gboolean current, gboolean tell)
{
  const guint i = count_current_before (self, place);

  if (current == is_current (self, place))
    return;
  if (is_listed (self, place))
    {
      const guint position = position_of (self, place);

      if (current)
        g_array_insert_val (self->current, i, place);
      else
        g_array_remove_index (self->current, i);
      if (is_listed (self, place))
        moved (self, position, position_of (self, place), tell);
      else
        changed (self, position, 1, 0, tell);
    }
  else
    {
      g_array_insert_val (self->current, i, place);
      changed (self, i, 0, 1, tell);
    }
}

static void
set_n_told (SlToldFacts *self, guint n_told, gboolean tell)
{
  const gboolean forth = n_told > self->n_told;
  const guint    place = forth ? self->n_told : n_told;
  const gboolean current = is_current (self, place);
  guint          before, behind;

  sl_cue_set_told (g_ptr_array_index (self->facts, place), forth);
  before = is_listed (self, place) ? position_of (self, place) : G_MAXUINT;
  self->n_told = n_told;
  behind = is_listed (self, place) ? position_of (self, place) : G_MAXUINT;
  if (current)
    return;
  if (before == G_MAXUINT)
    changed (self, behind, 0, 1, tell);
  else if (behind == G_MAXUINT)
    changed (self, before, 1, 0, tell);
  else
    moved (self, before, behind, tell);
}

static gboolean
is_told (SlToldFacts *self, guint place, gint64 time)
{
  self->n_steps++;
  return sl_cue_get_start (g_ptr_array_index (self->facts, place)) <= time;
}

/* How many facts were told at @time: mostly as many as before, or one more. */
static guint
count_told (SlToldFacts *self, gint64 time)
{
  guint low = 0, high = self->facts->len;

  if (self->n_told == 0 || is_told (self, self->n_told - 1, time))
    {
      low = self->n_told;
      for (guint step = 0; low + step < high; step = step * 2 + 1)
        if (is_told (self, low + step, time))
          low += step + 1;
        else
          high = low + step;
    }
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (is_told (self, middle, time))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
collect (SlToldFacts *self, GHashTable *named, SlActiveCues *active)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (active)); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (G_LIST_MODEL (active), i);
      GListModel *facts = sl_cue_get_facts (cue);

      for (guint j = 0; facts && j < g_list_model_get_n_items (facts); j++)
        {
          g_autoptr (SlCue) fact = g_list_model_get_item (facts, j);

          self->n_steps++;
          if (g_hash_table_contains (self->places, fact))
            g_hash_table_add (named, g_hash_table_lookup (self->places, fact));
        }
    }
}

/* Makes exactly what is in @named current. */
static void
make_current (SlToldFacts *self, GHashTable *named, gboolean tell)
{
  GHashTableIter iter;
  gpointer       place;

  for (guint i = self->current->len; i > 0; i--)
    {
      const guint old = current_at (self, i - 1);

      if (g_hash_table_contains (named, GUINT_TO_POINTER (old)))
        continue;
      sl_cue_set_current (g_ptr_array_index (self->facts, old), FALSE);
      set_current (self, old, FALSE, tell);
    }
  g_hash_table_iter_init (&iter, named);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    {
      sl_cue_set_current (g_ptr_array_index (self->facts, GPOINTER_TO_UINT (place)), TRUE);
      set_current (self, GPOINTER_TO_UINT (place), TRUE, tell);
    }
}

static void
sl_told_facts_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_HIDDEN:
      g_value_set_uint (value, sl_told_facts_get_n_hidden (SL_TOLD_FACTS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_told_facts_finalize (GObject *object)
{
  SlToldFacts *self = SL_TOLD_FACTS (object);

  g_array_unref (self->current);
  g_hash_table_unref (self->places);
  g_clear_pointer (&self->facts, g_ptr_array_unref);

  G_OBJECT_CLASS (sl_told_facts_parent_class)->finalize (object);
}

static void
sl_told_facts_class_init (SlToldFactsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = sl_told_facts_finalize;
  object_class->get_property = sl_told_facts_get_property;

  properties[PROP_N_HIDDEN] =
    g_param_spec_uint ("n-hidden", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_told_facts_init (SlToldFacts *self)
{
  self->current = g_array_new (FALSE, FALSE, sizeof (guint));
  self->places = g_hash_table_new (NULL, NULL);
}

SlToldFacts *
sl_told_facts_new (GPtrArray *facts)
{
  SlToldFacts *self;

  g_return_val_if_fail (facts != NULL, NULL);

  self = g_object_new (SL_TYPE_TOLD_FACTS, NULL);
  self->facts = g_ptr_array_ref (facts);
  for (guint i = 0; i < facts->len; i++)
    g_hash_table_insert (self->places, g_ptr_array_index (facts, i), GUINT_TO_POINTER (i));
  return self;
}

void
sl_told_facts_update (SlToldFacts *self, gint64 time, SlActiveCues *const *now, guint n_now)
{
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  guint    n_before, n_told, n_hidden;
  gboolean each;

  g_return_if_fail (SL_IS_TOLD_FACTS (self));

  n_before = get_n_items (G_LIST_MODEL (self));
  n_hidden = sl_told_facts_get_n_hidden (self);
  n_told = count_told (self, time);
  for (guint i = 0; i < n_now; i++)
    collect (self, named, now[i]);
  each = MAX (n_told, self->n_told) - MIN (n_told, self->n_told) + g_hash_table_size (named) + self->current->len <= MANY;
  make_current (self, named, each);
  while (self->n_told != n_told)
    set_n_told (self, self->n_told < n_told ? self->n_told + 1 : self->n_told - 1, each);
  if (!each)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, get_n_items (G_LIST_MODEL (self)));
  if (n_hidden != sl_told_facts_get_n_hidden (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_HIDDEN]);
}

void
sl_told_facts_show_later (SlToldFacts *self, gboolean shown)
{
  guint n_before, n_behind;

  g_return_if_fail (SL_IS_TOLD_FACTS (self));

  if (self->later_shown == !!shown)
    return;
  n_before = get_n_items (G_LIST_MODEL (self));
  self->later_shown = !!shown;
  n_behind = get_n_items (G_LIST_MODEL (self));
  changed (self, MIN (n_before, n_behind), n_before > n_behind ? n_before - n_behind : 0, n_behind > n_before ? n_behind - n_before : 0, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_HIDDEN]);
}

guint
sl_told_facts_get_n_hidden (SlToldFacts *self)
{
  g_return_val_if_fail (SL_IS_TOLD_FACTS (self), 0);

  return self->later_shown ? 0 : count_later (self);
}

guint64
sl_told_facts_get_n_steps (SlToldFacts *self)
{
  g_return_val_if_fail (SL_IS_TOLD_FACTS (self), 0);

  return self->n_steps;
}
