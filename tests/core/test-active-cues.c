/* SPDX-License-Identifier: GPL-3.0-or-later */
/* active-cues against a brute-force twin over random walks with jumps. */
#include "active-cues.h"

#define MILLISECOND G_GINT64_CONSTANT (1000000)
#define FILM (60000 * MILLISECOND)

typedef struct
{
  GPtrArray    *cues;
  SlActiveCues *active;
  GPtrArray    *mirror; /* built from items-changed alone */
  guint         n_changed;
  guint         n_entered[64];
  guint         n_left[64];
} Fixture;

static guint
place_of (Fixture *fixture, SlCue *cue)
{
  guint place;

  g_assert_true (g_ptr_array_find (fixture->cues, cue, &place));
  return place;
}

static void
entered_cb (Fixture *fixture, SlCue *cue)
{
  fixture->n_entered[place_of (fixture, cue)]++;
}

static void
left_cb (Fixture *fixture, SlCue *cue)
{
  fixture->n_left[place_of (fixture, cue)]++;
}

static void
changed_cb (Fixture *fixture, guint position, guint removed, guint added)
{
  g_assert_cmpuint (removed + added, >, 0);
  fixture->n_changed += removed + added;
  if (removed > 0)
    g_ptr_array_remove_range (fixture->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (G_LIST_MODEL (fixture->active), position + i);

      g_ptr_array_insert (fixture->mirror, (int)(position + i), cue);
    }
  /* Whole at every moment at which it says that it changed. */
  g_assert_cmpuint (fixture->mirror->len, ==, g_list_model_get_n_items (G_LIST_MODEL (fixture->active)));
}

static void
set_up (Fixture *fixture, guint n)
{
  fixture->cues = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->mirror = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) record = g_object_new (G_TYPE_OBJECT, NULL);
      const gint64 start = g_test_rand_int_range (0, 60000) * MILLISECOND;
      const gint64 lengths[] = {0, MILLISECOND, 40 * MILLISECOND, 5000 * MILLISECOND, FILM};
      const gint64 length = lengths[g_test_rand_int_range (0, G_N_ELEMENTS (lengths))];
      const SlSpan span = {start, MIN (start + length, FILM)};

      g_ptr_array_add (fixture->cues, sl_cue_new (SL_CUE_NOTE, "n", record, &span));
    }
  fixture->active = sl_active_cues_new (fixture->cues, NULL);
  g_signal_connect_swapped (fixture->active, "cue-entered", G_CALLBACK (entered_cb), fixture);
  g_signal_connect_swapped (fixture->active, "cue-left", G_CALLBACK (left_cb), fixture);
  g_signal_connect_swapped (fixture->active, "items-changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture)
{
  g_assert_finalize_object (fixture->active);
  g_ptr_array_unref (fixture->cues);
  g_ptr_array_unref (fixture->mirror);
}

/* The model is what covers @time, and what was told by items-changed is the model. */
static void
check_model (Fixture *fixture, gint64 time)
{
  guint at = 0;

  for (guint i = 0; i < fixture->cues->len; i++)
    {
      SlCue *cue = g_ptr_array_index (fixture->cues, i);

      if (!sl_span_contains (sl_cue_get_span (cue), time))
        continue;
      g_assert_cmpuint (at, <, fixture->mirror->len);
      g_assert_true (g_ptr_array_index (fixture->mirror, at) == (gpointer)cue);
      at++;
    }
  g_assert_cmpuint (at, ==, fixture->mirror->len);
}

/* Every cue of a film that is played through is entered and left once, whatever the steps are. */
static void
test_play_through (void)
{
  for (guint round = 0; round < 100; round++)
    {
      Fixture      fixture = {0};
      const gint32 longest = g_test_rand_int_range (1, 3000);
      gint64       time = 0;

      set_up (&fixture, 60);
      for (; time < FILM; time += g_test_rand_int_range (1, longest + 1) * MILLISECOND)
        {
          sl_active_cues_advance (fixture.active, time);
          check_model (&fixture, time);
        }
      sl_active_cues_advance (fixture.active, FILM);
      for (guint i = 0; i < fixture.cues->len; i++)
        {
          g_assert_cmpuint (fixture.n_entered[i], ==, 1);
          g_assert_cmpuint (fixture.n_left[i], ==, 1);
        }
      tear_down (&fixture);
    }
}

/* After a jump the model depends on the moment alone, and what was entered and not left is the model. */
static void
test_random_walk (void)
{
  for (guint round = 0; round < 100; round++)
    {
      Fixture fixture = {0};
      gint64  time = 0;

      set_up (&fixture, 60);
      for (guint step = 0; step < 300; step++)
        {
          if (g_test_rand_int_range (0, 4) == 0)
            {
              time = g_test_rand_int_range (0, 60001) * MILLISECOND;
              sl_active_cues_jump (fixture.active, time);
            }
          else
            {
              time += g_test_rand_int_range (0, 500) * MILLISECOND;
              time = MIN (time, FILM);
              sl_active_cues_advance (fixture.active, time);
            }
          check_model (&fixture, time);
          for (guint i = 0; i < fixture.cues->len; i++)
            {
              const gboolean on = sl_span_contains (sl_cue_get_span (g_ptr_array_index (fixture.cues, i)), time);

              g_assert_cmpuint (fixture.n_entered[i] - fixture.n_left[i], ==, on);
            }
        }
      tear_down (&fixture);
    }
}

/* As few rows change as can: those that go and those that come. */
static void
test_smallest_change (void)
{
  Fixture fixture = {0};

  set_up (&fixture, 60);
  for (guint step = 0; step < 500; step++)
    {
      g_autoptr (GPtrArray) before = g_ptr_array_copy (fixture.mirror, NULL, NULL);
      const gint64 time = g_test_rand_int_range (0, 60001) * MILLISECOND;
      guint        least = 0;

      fixture.n_changed = 0;
      sl_active_cues_jump (fixture.active, time);
      for (guint i = 0; i < before->len; i++)
        least += !g_ptr_array_find (fixture.mirror, g_ptr_array_index (before, i), NULL);
      for (guint i = 0; i < fixture.mirror->len; i++)
        least += !g_ptr_array_find (before, g_ptr_array_index (fixture.mirror, i), NULL);
      g_assert_cmpuint (fixture.n_changed, ==, least);
    }
  tear_down (&fixture);
}

/* A point where a seek lands is entered and left; one that is jumped over is not. */
static void
test_point_at_jump (void)
{
  Fixture fixture = {0};
  g_autoptr (GObject) record = g_object_new (G_TYPE_OBJECT, NULL);
  const SlSpan point = {5 * MILLISECOND, 5 * MILLISECOND};

  fixture.cues = g_ptr_array_new_with_free_func (g_object_unref);
  fixture.mirror = g_ptr_array_new ();
  g_ptr_array_add (fixture.cues, sl_cue_new (SL_CUE_NOTE, "point", record, &point));
  fixture.active = sl_active_cues_new (fixture.cues, NULL);
  g_signal_connect_swapped (fixture.active, "cue-entered", G_CALLBACK (entered_cb), &fixture);
  g_signal_connect_swapped (fixture.active, "cue-left", G_CALLBACK (left_cb), &fixture);
  sl_active_cues_jump (fixture.active, 9 * MILLISECOND);
  g_assert_cmpuint (fixture.n_entered[0], ==, 0);
  sl_active_cues_jump (fixture.active, 5 * MILLISECOND);
  g_assert_cmpuint (fixture.n_entered[0], ==, 1);
  g_assert_cmpuint (fixture.n_left[0], ==, 1);
  tear_down (&fixture);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const gint64 p = sl_cue_get_start (*(SlCue *const *)a), q = sl_cue_get_start (*(SlCue *const *)b);

  return p < q ? -1 : p > q;
}

static void
add_random (Fixture *fixture)
{
  g_autoptr (GObject) record = g_object_new (G_TYPE_OBJECT, NULL);
  const gint64 start = g_test_rand_int_range (0, 60000) * MILLISECOND;
  const gint64 lengths[] = {1, 40, 5000, 60000};
  const SlSpan span = {start, MIN (start + lengths[g_test_rand_int_range (0, 4)] * MILLISECOND, FILM)};
  g_autoptr (SlCue) cue = sl_cue_new (SL_CUE_NOTE, "n", record, &span);

  sl_active_cues_add (fixture->active, cue);
}

/* Cues that come while the film goes on are found as if they had always been there, by their starts. */
static void
test_added (void)
{
  for (guint round = 0; round < 100; round++)
    {
      Fixture fixture = {0};
      gint64  time = -1;

      set_up (&fixture, (guint)g_test_rand_int_range (0, 3));
      g_ptr_array_sort (fixture.cues, compare_starts);
      g_clear_object (&fixture.active);
      fixture.active = sl_active_cues_new (fixture.cues, NULL);
      g_signal_connect_swapped (fixture.active, "cue-entered", G_CALLBACK (entered_cb), &fixture);
      g_signal_connect_swapped (fixture.active, "cue-left", G_CALLBACK (left_cb), &fixture);
      g_signal_connect_swapped (fixture.active, "items-changed", G_CALLBACK (changed_cb), &fixture);
      for (guint step = 0; step < 200; step++)
        {
          g_autoptr (GPtrArray) twin = g_ptr_array_new ();
          guint at = 0;

          if (fixture.cues->len < 60 && g_test_rand_bit ())
            add_random (&fixture);
          else if (g_test_rand_int_range (0, 4) == 0)
            sl_active_cues_jump (fixture.active, time = g_test_rand_int_range (0, 60001) * MILLISECOND);
          else
            sl_active_cues_advance (fixture.active, time = MIN (MAX (time, 0) + g_test_rand_int_range (0, 500) * MILLISECOND, FILM));
          g_ptr_array_extend (twin, fixture.cues, NULL, NULL);
          g_ptr_array_sort (twin, compare_starts);
          for (guint i = 0; i < twin->len; i++)
            {
              const gboolean on = sl_span_contains (sl_cue_get_span (g_ptr_array_index (fixture.cues, i)), time);

              g_assert_cmpuint (fixture.n_entered[i] - fixture.n_left[i], ==, on);
              if (!sl_span_contains (sl_cue_get_span (g_ptr_array_index (twin, i)), time))
                continue;
              g_assert_cmpuint (at, <, fixture.mirror->len);
              g_assert_cmpint (sl_cue_get_start (g_ptr_array_index (fixture.mirror, at)), ==, sl_cue_get_start (g_ptr_array_index (twin, i)));
              at++;
            }
          g_assert_cmpuint (at, ==, fixture.mirror->len);
        }
      tear_down (&fixture);
    }
}

/* However many come, each is put into few indexes. */
static void
test_cost (void)
{
  g_autoptr (GPtrArray) cues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SlActiveCues) active = sl_active_cues_new (cues, NULL);
  Fixture     fixture = {.active = active};
  const guint n = 1 << 14;

  for (guint i = 0; i < n; i++)
    add_random (&fixture);
  g_assert_cmpuint (sl_active_cues_get_n_indexed (active), <=, n * (14 + 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/active-cues/play-through", test_play_through);
  g_test_add_func ("/active-cues/random-walk", test_random_walk);
  g_test_add_func ("/active-cues/smallest-change", test_smallest_change);
  g_test_add_func ("/active-cues/point-at-jump", test_point_at_jump);
  g_test_add_func ("/active-cues/added", test_added);
  g_test_add_func ("/active-cues/cost", test_cost);

  return g_test_run ();
}
