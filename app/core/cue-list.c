/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What matches is found once, with the place of each; then a moment is only how far that list is shown. Behind it stands
 * what is kept whatever the moment, which is counted from the beginning for every place.
 */
#include "cue-list.h"

struct _SlCueList
{
  GObject parent_instance;

  GListModel    *source; /* (nullable) */
  gulong         changed_id;
  SlCueListMatch match;
  gpointer       match_data;
  SlCueListMatch keep; /* (nullable): nothing */
  gint64         moment;
  GPtrArray     *cues;   /* all that match */
  GHashTable    *places; /* of each in them */
  GArray        *kept;   /* (element-type guint): places of those that are kept, rising */
  GArray        *n_kept; /* (element-type guint): for each place, how many are kept before it; and for the end */
  guint          n_shown;
  guint64        n_steps;
};

static void list_model_init (GListModelInterface *iface);
static void finder_init (SlCueFinderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlCueList,
                               sl_cue_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                 G_IMPLEMENT_INTERFACE (SL_TYPE_CUE_FINDER, finder_init))

enum {
  PROP_0,
  PROP_N_HIDDEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gint64
start_of (SlCueList *self, guint place)
{
  self->n_steps++;
  return sl_cue_get_start (g_ptr_array_index (self->cues, place));
}

/* How many are to be shown. Time mostly goes on by less than one cue, so it is looked beside the last first, then further
 * and further away. */
static guint
count_shown (SlCueList *self)
{
  guint low = 0, high = self->cues->len;

  if (self->moment == SL_TIME_NONE)
    return high;
  if (self->n_shown <= high && (self->n_shown == 0 || start_of (self, self->n_shown - 1) <= self->moment))
    {
      low = self->n_shown;
      for (guint step = 0; low + step < high; step = step * 2 + 1)
        if (start_of (self, low + step) > self->moment)
          high = low + step;
        else
          low += step + 1;
    }
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (start_of (self, middle) <= self->moment)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
kept_before (SlCueList *self, guint place)
{
  return g_array_index (self->n_kept, guint, place);
}

static gboolean
is_kept (SlCueList *self, guint place)
{
  return kept_before (self, place + 1) > kept_before (self, place);
}

static void
show (SlCueList *self, guint n_shown)
{
  const gboolean forth = n_shown > self->n_shown;
  guint          from = MIN (n_shown, self->n_shown), to = MAX (n_shown, self->n_shown), n_stay;

  self->n_shown = n_shown;
  /* What is kept at either end stays where it is. */
  while (from < to && is_kept (self, from))
    from++;
  while (from < to && is_kept (self, to - 1))
    to--;
  if (from == to)
    return;
  n_stay = kept_before (self, to) - kept_before (self, from);
  g_list_model_items_changed (G_LIST_MODEL (self), from, forth ? n_stay : to - from, forth ? to - from : n_stay);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_HIDDEN]);
}

static void
count_kept (SlCueList *self)
{
  g_array_set_size (self->kept, 0);
  g_array_set_size (self->n_kept, 0);
  for (guint i = 0; i <= self->cues->len; i++)
    {
      g_array_append_val (self->n_kept, self->kept->len);
      if (i < self->cues->len && self->keep && self->keep (g_ptr_array_index (self->cues, i), NULL))
        g_array_append_val (self->kept, i);
    }
}

static void
fill (SlCueList *self)
{
  const guint n = self->source ? g_list_model_get_n_items (self->source) : 0;

  g_ptr_array_set_size (self->cues, 0);
  g_hash_table_remove_all (self->places);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (self->source, i);

      self->n_steps++;
      if (self->match && !self->match (cue, self->match_data))
        continue;
      g_hash_table_insert (self->places, cue, GUINT_TO_POINTER (self->cues->len));
      g_ptr_array_add (self->cues, g_steal_pointer (&cue));
    }
  count_kept (self);
}

static GType
get_item_type (GListModel *model)
{
  return SL_TYPE_CUE;
}

static guint
get_n_items (GListModel *model)
{
  SlCueList *self = SL_CUE_LIST (model);

  return self->n_shown + self->kept->len - kept_before (self, self->n_shown);
}

void
sl_cue_list_match_again (SlCueList *self)
{
  guint before, behind;

  g_return_if_fail (SL_IS_CUE_LIST (self));

  before = get_n_items (G_LIST_MODEL (self));
  fill (self);
  self->n_shown = 0;
  self->n_shown = count_shown (self);
  behind = get_n_items (G_LIST_MODEL (self));
  if (before > 0 || behind > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, behind);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_HIDDEN]);
}

static gpointer
get_item (GListModel *model, guint position)
{
  SlCueList *self = SL_CUE_LIST (model);

  if (position >= get_n_items (model))
    return NULL;
  if (position >= self->n_shown)
    position = g_array_index (self->kept, guint, kept_before (self, self->n_shown) + position - self->n_shown);
  return g_object_ref (g_ptr_array_index (self->cues, position));
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
  SlCueList *self = SL_CUE_LIST (finder);
  gpointer   found;
  guint      place;

  if (!g_hash_table_lookup_extended (self->places, cue, NULL, &found))
    return FALSE;
  place = GPOINTER_TO_UINT (found);
  if (place >= self->n_shown && !is_kept (self, place))
    return FALSE;
  *position = place < self->n_shown ? place : self->n_shown + kept_before (self, place) - kept_before (self, self->n_shown);
  return TRUE;
}

static void
finder_init (SlCueFinderInterface *iface)
{
  iface->find = find;
}

static void
sl_cue_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_HIDDEN:
      g_value_set_uint (value, sl_cue_list_get_n_hidden (SL_CUE_LIST (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_cue_list_dispose (GObject *object)
{
  SlCueList *self = SL_CUE_LIST (object);

  if (self->source)
    g_clear_signal_handler (&self->changed_id, self->source);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (sl_cue_list_parent_class)->dispose (object);
}

static void
sl_cue_list_finalize (GObject *object)
{
  SlCueList *self = SL_CUE_LIST (object);

  g_array_unref (self->kept);
  g_array_unref (self->n_kept);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->cues);

  G_OBJECT_CLASS (sl_cue_list_parent_class)->finalize (object);
}

static void
sl_cue_list_class_init (SlCueListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sl_cue_list_dispose;
  object_class->finalize = sl_cue_list_finalize;
  object_class->get_property = sl_cue_list_get_property;

  properties[PROP_N_HIDDEN] =
    g_param_spec_uint ("n-hidden", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_cue_list_init (SlCueList *self)
{
  self->moment = SL_TIME_NONE;
  self->cues = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_hash_table_new (NULL, NULL);
  self->kept = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n_kept = g_array_new (FALSE, FALSE, sizeof (guint));
  count_kept (self);
}

SlCueList *
sl_cue_list_new (void)
{
  return g_object_new (SL_TYPE_CUE_LIST, NULL);
}

void
sl_cue_list_set_source (SlCueList *self, GListModel *source)
{
  g_return_if_fail (SL_IS_CUE_LIST (self) && (source == NULL || G_IS_LIST_MODEL (source)));

  if (self->source == source)
    return;
  if (self->source)
    g_clear_signal_handler (&self->changed_id, self->source);
  g_set_object (&self->source, source);
  if (source)
    self->changed_id = g_signal_connect_swapped (source, "items-changed", G_CALLBACK (sl_cue_list_match_again), self);
  sl_cue_list_match_again (self);
}

void
sl_cue_list_set_match (SlCueList *self, SlCueListMatch match, gpointer data)
{
  g_return_if_fail (SL_IS_CUE_LIST (self));

  self->match = match;
  self->match_data = data;
  sl_cue_list_match_again (self);
}

void
sl_cue_list_set_keep (SlCueList *self, SlCueListMatch keep)
{
  g_return_if_fail (SL_IS_CUE_LIST (self));

  self->keep = keep;
  sl_cue_list_match_again (self);
}

void
sl_cue_list_set_moment (SlCueList *self, gint64 moment)
{
  g_return_if_fail (SL_IS_CUE_LIST (self));

  self->moment = moment;
  show (self, count_shown (self));
}

guint
sl_cue_list_get_n_hidden (SlCueList *self)
{
  g_return_val_if_fail (SL_IS_CUE_LIST (self), 0);

  return self->cues->len - get_n_items (G_LIST_MODEL (self));
}

guint64
sl_cue_list_get_n_steps (SlCueList *self)
{
  g_return_val_if_fail (SL_IS_CUE_LIST (self), 0);

  return self->n_steps;
}
