/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lists that panes show: against twins that are made anew for every moment, against a mirror that knows only what
 * the lists tell of their changes, and by the number of cues that are looked at.
 */
#include "cue-list.h"
#include "growing-list.h"
#include "note.h"
#include "told-facts.h"

static SlCue *
make_cue (SlCueKind kind, guint number, gint64 start, gint64 end)
{
  g_autofree char *id = g_strdup_printf ("c%u", number);
  g_autoptr (GObject) record = g_object_new (SL_TYPE_NOTE, NULL);
  const SlSpan span = {start, end};

  return sl_cue_new (kind, id, record, &span);
}

/* A list that is kept by what is told of another. */
static void
mirror_cb (GListModel *model, guint position, guint removed, guint added, GPtrArray *mirror)
{
  g_assert_cmpuint (position + removed, <=, mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (model, position + i);

      g_assert_nonnull (cue);
      g_ptr_array_insert (mirror, (int)(position + i), cue);
    }
  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (model));
}

static void
assert_same (GListModel *model, GPtrArray *mirror, GPtrArray *twin)
{
  g_assert_cmpuint (mirror->len, ==, twin->len);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, twin->len);
  for (guint i = 0; i < twin->len; i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (model, i);
      guint place = G_MAXUINT;

      g_assert_true (cue == g_ptr_array_index (twin, i));
      g_assert_true (cue == g_ptr_array_index (mirror, i));
      g_assert_true (sl_cue_finder_find (SL_CUE_FINDER (model), cue, &place));
      g_assert_cmpuint (place, ==, i);
    }
  g_assert_null (g_list_model_get_item (model, twin->len));
}

static gboolean
has_bit_cb (SlCue *cue, gpointer data)
{
  return (sl_cue_get_end (cue) & *(gint64 *)data) != 0;
}

/* Whatever the moment. */
static gboolean
is_kept_cb (SlCue *cue, gpointer data)
{
  return sl_cue_get_kind (cue) == SL_CUE_CAPTION;
}

static void
test_random_lists (gconstpointer keep)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GListStore) source = g_list_store_new (SL_TYPE_CUE);
      g_autoptr (SlCueList) list = sl_cue_list_new ();
      g_autoptr (GPtrArray) mirror = g_ptr_array_new ();
      const guint n = (guint)g_test_rand_int_range (0, 40);
      gint64      bits = 7, start = 0;

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (SlCue) cue = NULL;

          start += g_test_rand_int_range (0, 4);
          cue = make_cue (g_test_rand_bit () ? SL_CUE_NOTE : SL_CUE_CAPTION, i, start, start + g_test_rand_int_range (1, 8));
          g_list_store_append (source, cue);
        }
      g_signal_connect (list, "items-changed", G_CALLBACK (mirror_cb), mirror);
      sl_cue_list_set_match (list, has_bit_cb, &bits);
      sl_cue_list_set_keep (list, keep ? is_kept_cb : NULL);
      sl_cue_list_set_source (list, G_LIST_MODEL (source));
      for (guint step = 0; step < 50; step++)
        {
          const gint64 moment = g_test_rand_int_range (0, 10) == 0 ? SL_TIME_NONE : g_test_rand_int_range (0, 90);
          g_autoptr (GPtrArray) twin = g_ptr_array_new ();
          guint n_matching = 0;

          if (g_test_rand_int_range (0, 8) == 0)
            {
              bits = g_test_rand_int_range (0, 8);
              sl_cue_list_match_again (list);
            }
          sl_cue_list_set_moment (list, moment);
          for (guint i = 0; i < n; i++)
            {
              g_autoptr (SlCue) cue = g_list_model_get_item (G_LIST_MODEL (source), i);

              n_matching += has_bit_cb (cue, &bits);
              if (has_bit_cb (cue, &bits) && (moment == SL_TIME_NONE || sl_cue_get_start (cue) <= moment || (keep && is_kept_cb (cue, NULL))))
                g_ptr_array_add (twin, cue);
            }
          assert_same (G_LIST_MODEL (list), mirror, twin);
          g_assert_cmpuint (sl_cue_list_get_n_hidden (list), ==, n_matching - twin->len);
        }
    }
}

static void
count_added_cb (GListModel *model, guint position, guint removed, guint added, guint *most)
{
  *most = MAX (*most, added);
}

/* A part shows what its source has there, whatever happens to it; it is never made of many at once, and it knows how many
 * there are on either side. */
static void
test_growing (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GListStore) source = g_list_store_new (SL_TYPE_CUE);
      g_autoptr (SlCueList) list = sl_cue_list_new ();
      g_autoptr (SlGrowingList) part = NULL;
      g_autoptr (GPtrArray) mirror = g_ptr_array_new ();
      const int n = g_test_rand_int_range (0, 300);
      gint64    bits = 7;
      guint     most = 0;

      for (guint i = 0; i < (guint)n; i++)
        {
          g_autoptr (SlCue) cue = make_cue (SL_CUE_NOTE, i, i, i + g_test_rand_int_range (1, 8));

          g_list_store_append (source, cue);
        }
      sl_cue_list_set_match (list, has_bit_cb, &bits);
      part = sl_growing_list_new (G_LIST_MODEL (list));
      g_signal_connect (part, "items-changed", G_CALLBACK (mirror_cb), mirror);
      g_signal_connect (part, "items-changed", G_CALLBACK (count_added_cb), &most);
      sl_cue_list_set_source (list, G_LIST_MODEL (source));
      for (guint step = 0; step < 60; step++)
        {
          g_autoptr (SlCue) aim = g_list_model_get_item (G_LIST_MODEL (source), (guint)g_test_rand_int_range (0, n + 1));
          g_autoptr (SlCue) first = NULL;
          g_autoptr (GPtrArray) twin = g_ptr_array_new ();
          const gboolean after = g_test_rand_bit ();
          guint          place = 0, n_listed;

          switch (g_test_rand_int_range (0, 8))
            {
            case 0:
              bits = g_test_rand_int_range (0, 8);
              sl_cue_list_match_again (list);
              break;
            case 1:
              sl_cue_list_set_moment (list, g_test_rand_int_range (0, 8) == 0 ? SL_TIME_NONE : g_test_rand_int_range (0, n + 10));
              break;
            case 2:
              g_assert_cmpint (sl_growing_list_reach (part, aim), ==, sl_cue_finder_find (SL_CUE_FINDER (list), aim, &place));
              g_assert_cmpint (sl_cue_finder_find (SL_CUE_FINDER (part), aim, &place), ==, sl_cue_finder_find (SL_CUE_FINDER (list), aim, &place));
              break;
            case 3:
              if (mirror->len > 0)
                sl_growing_list_shrink (part, after, (guint)g_test_rand_int_range (0, (int)mirror->len));
              break;
            case 4:
              if (mirror->len > 0)
                sl_growing_list_begin (part, (guint)g_test_rand_int_range (0, (int)g_list_model_get_n_items (G_LIST_MODEL (list))));
              break;
            default:
              n_listed = after ? sl_growing_list_count_after (part) : sl_growing_list_count_before (part);
              g_assert_cmpint (sl_growing_list_grow (part, after, 3), ==, n_listed > 0);
              g_assert_cmpuint (after ? sl_growing_list_count_after (part) : sl_growing_list_count_before (part), ==, n_listed - MIN (n_listed, 3));
            }
          first = g_list_model_get_item (G_LIST_MODEL (part), 0);
          n_listed = g_list_model_get_n_items (G_LIST_MODEL (list));
          g_assert_cmpint (first != NULL, ==, n_listed > 0);
          if (first)
            g_assert_true (sl_cue_finder_find (SL_CUE_FINDER (list), first, &place));
          g_assert_cmpuint (place, ==, n_listed > 0 ? sl_growing_list_count_before (part) : 0);
          g_assert_cmpuint (place + mirror->len + sl_growing_list_count_after (part), ==, n_listed);
          for (guint i = 0; i < mirror->len; i++)
            {
              g_autoptr (SlCue) cue = g_list_model_get_item (G_LIST_MODEL (list), place + i);

              g_ptr_array_add (twin, cue);
            }
          assert_same (G_LIST_MODEL (part), mirror, twin);
          g_assert_cmpuint (most, <=, 20);
        }
    }
}

/* What the facts' list must be, told as simply as it can be. */
static GPtrArray *
make_facts_twin (GPtrArray *facts, GHashTable *named, gint64 time, gboolean later)
{
  GPtrArray *twin = g_ptr_array_new ();

  for (guint i = 0; i < facts->len; i++)
    if (g_hash_table_contains (named, g_ptr_array_index (facts, i)))
      g_ptr_array_add (twin, g_ptr_array_index (facts, i));
  for (guint i = facts->len; i > 0; i--)
    if (sl_cue_get_start (g_ptr_array_index (facts, i - 1)) <= time && !g_hash_table_contains (named, g_ptr_array_index (facts, i - 1)))
      g_ptr_array_add (twin, g_ptr_array_index (facts, i - 1));
  for (guint i = 0; i < facts->len && later; i++)
    if (sl_cue_get_start (g_ptr_array_index (facts, i)) > time && !g_hash_table_contains (named, g_ptr_array_index (facts, i)))
      g_ptr_array_add (twin, g_ptr_array_index (facts, i));
  return twin;
}

/* Notes that each name some of @facts, and begin anywhere. */
static GPtrArray *
make_notes (GPtrArray *facts, guint n)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);
  gint64     start = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GListStore) named = g_list_store_new (SL_TYPE_CUE);
      SlCue *note;

      start += g_test_rand_int_range (0, 6);
      note = make_cue (SL_CUE_NOTE, i, start, start + g_test_rand_int_range (0, 9));
      for (guint j = 0; j < 3 && facts->len > 0; j++)
        g_list_store_append (named, g_ptr_array_index (facts, g_test_rand_int_range (0, (gint)facts->len)));
      sl_cue_set_facts (note, G_LIST_MODEL (named));
      g_ptr_array_add (notes, note);
    }
  return notes;
}

static GHashTable *
find_named (SlActiveCues *active)
{
  GHashTable *named = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (active)); i++)
    {
      g_autoptr (SlCue) note = g_list_model_get_item (G_LIST_MODEL (active), i);

      for (guint j = 0; j < g_list_model_get_n_items (sl_cue_get_facts (note)); j++)
        {
          g_autoptr (SlCue) fact = g_list_model_get_item (sl_cue_get_facts (note), j);

          g_hash_table_add (named, fact);
        }
    }
  return named;
}

static void
test_random_facts (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) notes = NULL;
      g_autoptr (GPtrArray) mirror = g_ptr_array_new ();
      g_autoptr (SlActiveCues) active = NULL;
      g_autoptr (SlToldFacts) told = NULL;
      const guint n = (guint)g_test_rand_int_range (0, 40);
      gint64      start = 0, time = 0;
      gboolean    later = FALSE;

      for (guint i = 0; i < n; i++)
        {
          start += g_test_rand_int_range (0, 4);
          g_ptr_array_add (facts, make_cue (SL_CUE_FACT, i, start, start + 1));
        }
      notes = make_notes (facts, n);
      active = sl_active_cues_new (notes, NULL);
      told = sl_told_facts_new (facts);
      g_signal_connect (told, "items-changed", G_CALLBACK (mirror_cb), mirror);
      for (guint step = 0; step < 60; step++)
        {
          g_autoptr (GHashTable) named = NULL;
          g_autoptr (GPtrArray) twin = NULL;

          time = g_test_rand_int_range (0, 5) == 0 ? g_test_rand_int_range (0, 100) : time + g_test_rand_int_range (0, 4);
          if (g_test_rand_int_range (0, 6) == 0)
            sl_told_facts_show_later (told, later = !later);
          sl_active_cues_jump (active, time);
          sl_told_facts_update (told, time, &active, 1);
          named = find_named (active);
          twin = make_facts_twin (facts, named, time, later);
          assert_same (G_LIST_MODEL (told), mirror, twin);
          g_assert_cmpuint (sl_told_facts_get_n_hidden (told), ==, later ? 0 : n - twin->len);
          for (guint i = 0; i < n; i++)
            {
              SlCue *fact = g_ptr_array_index (facts, i);

              g_assert_cmpint (sl_cue_get_told (fact), ==, sl_cue_get_start (fact) <= time);
              g_assert_cmpint (sl_cue_get_current (fact), ==, g_hash_table_contains (named, fact));
            }
        }
    }
}

/* Looks at @n notes that each tell a fact, one after the other. Returns: steps for each of the moments */
static double
count_steps (guint n)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListStore) source = g_list_store_new (SL_TYPE_CUE);
  g_autoptr (SlCueList) list = sl_cue_list_new ();
  g_autoptr (SlActiveCues) active = NULL;
  g_autoptr (SlToldFacts) told = NULL;
  const guint n_moments = 400;
  guint64     before;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GListStore) named = g_list_store_new (SL_TYPE_CUE);

      g_ptr_array_add (facts, make_cue (SL_CUE_FACT, i, i * 10, i * 10 + 9));
      g_ptr_array_add (notes, make_cue (SL_CUE_NOTE, i, i * 10, i * 10 + 9));
      g_list_store_append (named, g_ptr_array_index (facts, i));
      sl_cue_set_facts (g_ptr_array_index (notes, i), G_LIST_MODEL (named));
    }
  g_list_store_splice (source, 0, 0, notes->pdata, n);
  active = sl_active_cues_new (notes, NULL);
  told = sl_told_facts_new (facts);
  sl_cue_list_set_source (list, G_LIST_MODEL (source));
  sl_cue_list_set_moment (list, n * 5);
  sl_active_cues_jump (active, n * 5);
  sl_told_facts_update (told, n * 5, &active, 1);
  before = sl_cue_list_get_n_steps (list) + sl_told_facts_get_n_steps (told);
  for (guint i = 1; i <= n_moments; i++)
    {
      const gint64 time = n * 5 + i;
      g_autoptr (SlCue) now = NULL;
      guint place;

      sl_cue_list_set_moment (list, time);
      sl_active_cues_advance (active, time);
      sl_told_facts_update (told, time, &active, 1);
      now = g_list_model_get_item (G_LIST_MODEL (list), g_list_model_get_n_items (G_LIST_MODEL (list)) - 1);
      g_assert_true (sl_cue_finder_find (SL_CUE_FINDER (list), now, &place));
    }
  return (double)(sl_cue_list_get_n_steps (list) + sl_told_facts_get_n_steps (told) - before) / n_moments;
}

/* What a moment costs does not depend on how many there are. */
static void
test_steps (void)
{
  const double few = count_steps (100), many = count_steps (10000);

  g_test_message ("%.1f steps a moment among 100, %.1f among 10,000", few, many);
  g_assert_cmpfloat (few, >, 0);
  g_assert_cmpfloat (many, <=, few * 1.1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/core/cue-list/random-lists", NULL, test_random_lists);
  g_test_add_data_func ("/core/cue-list/random-lists-kept", "kept", test_random_lists);
  g_test_add_func ("/core/cue-list/growing", test_growing);
  g_test_add_func ("/core/cue-list/random-facts", test_random_facts);
  g_test_add_func ("/core/cue-list/steps", test_steps);
  return g_test_run ();
}
