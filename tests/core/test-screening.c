/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A film that runs elsewhere, against a twin that counts every second of it. */
#include "screening.h"

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_WALKS 400
#define N_STEPS 200

static void
test_plain (void)
{
  g_autoptr (SlScreening) film = sl_screening_new (100 * SECOND);

  g_assert_cmpint (sl_screening_get_state (film, 7 * SECOND), ==, SL_SCREENING_WAITING);
  sl_screening_nudge (film, 8 * SECOND, SECOND);
  sl_screening_set_held (film, 8 * SECOND, TRUE);
  g_assert_cmpint (sl_screening_get_state (film, 9 * SECOND), ==, SL_SCREENING_WAITING);
  g_assert_cmpint (sl_screening_get_time (film, 9 * SECOND), ==, 0);
  sl_screening_move (film, 10 * SECOND, 0);
  g_assert_false (sl_screening_can_undo (film));
  g_assert_cmpint (sl_screening_get_state (film, 30 * SECOND), ==, SL_SCREENING_RUNNING);
  g_assert_cmpint (sl_screening_get_time (film, 30 * SECOND), ==, 20 * SECOND);
  sl_screening_set_held (film, 30 * SECOND, TRUE);
  g_assert_cmpint (sl_screening_get_time (film, 50 * SECOND), ==, 20 * SECOND);
  g_assert_cmpint (sl_screening_get_state (film, 50 * SECOND), ==, SL_SCREENING_HELD);
  sl_screening_set_held (film, 50 * SECOND, FALSE);
  g_assert_cmpint (sl_screening_get_time (film, 60 * SECOND), ==, 30 * SECOND);
  g_assert_cmpint (sl_screening_get_state (film, 1000 * SECOND), ==, SL_SCREENING_OVER);
  g_assert_cmpint (sl_screening_get_time (film, 1000 * SECOND), ==, 100 * SECOND);
}

/* Who has touched the wrong chapter comes back to where the film is by now. */
static void
test_undo (void)
{
  g_autoptr (SlScreening) film = sl_screening_new (100 * SECOND);

  sl_screening_move (film, 0, 0);
  sl_screening_move (film, 20 * SECOND, 80 * SECOND);
  g_assert_true (sl_screening_can_undo (film));
  g_assert_cmpint (sl_screening_get_time (film, 25 * SECOND), ==, 85 * SECOND);
  sl_screening_undo (film, 25 * SECOND);
  g_assert_cmpint (sl_screening_get_time (film, 25 * SECOND), ==, 25 * SECOND);
  g_assert_false (sl_screening_can_undo (film));
  /* What was held since stays held, and what was let go on goes on. */
  sl_screening_move (film, 30 * SECOND, 0);
  sl_screening_set_held (film, 31 * SECOND, TRUE);
  sl_screening_undo (film, 40 * SECOND);
  g_assert_cmpint (sl_screening_get_state (film, 90 * SECOND), ==, SL_SCREENING_HELD);
  g_assert_cmpint (sl_screening_get_time (film, 90 * SECOND), ==, 40 * SECOND);
  sl_screening_move (film, 90 * SECOND, 5 * SECOND);
  sl_screening_set_held (film, 91 * SECOND, FALSE);
  sl_screening_undo (film, 92 * SECOND);
  g_assert_cmpint (sl_screening_get_time (film, 93 * SECOND), ==, 41 * SECOND);
}

static void
test_extremes (void)
{
  g_autoptr (SlScreening) film = sl_screening_new (100 * SECOND);
  g_autoptr (SlScreening) nothing = sl_screening_new (-5);

  sl_screening_move (film, 0, G_MAXINT64);
  g_assert_cmpint (sl_screening_get_state (film, 0), ==, SL_SCREENING_OVER);
  sl_screening_nudge (film, 0, G_MININT64);
  g_assert_cmpint (sl_screening_get_time (film, 0), ==, 0);
  sl_screening_nudge (film, 0, G_MAXINT64);
  g_assert_cmpint (sl_screening_get_time (film, 0), ==, 100 * SECOND);
  sl_screening_nudge (film, 0, -10 * SECOND);
  g_assert_cmpint (sl_screening_get_state (film, 0), ==, SL_SCREENING_RUNNING);
  g_assert_cmpint (sl_screening_get_time (film, SECOND), ==, 91 * SECOND);
  sl_screening_move (film, 0, G_MININT64);
  g_assert_cmpint (sl_screening_get_time (film, 0), ==, 0);
  sl_screening_move (nothing, 0, 0);
  g_assert_cmpint (sl_screening_get_state (nothing, SECOND), ==, SL_SCREENING_OVER);
}

/* The twin is moved on second by second, and knows of no origin. */
static void
walk (void)
{
  const gint64 duration = g_test_rand_int_range (1, 300);
  g_autoptr (SlScreening) film = sl_screening_new (duration * SECOND);
  gint64   now = g_test_rand_int_range (0, 100000), time = 0;
  gboolean begun = FALSE, held = FALSE;

  for (guint i = 0; i < N_STEPS; i++)
    {
      const gint64 number = g_test_rand_int_range (-20, 320);

      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
          begun = TRUE;
          time = CLAMP (number, 0, duration);
          sl_screening_move (film, now * SECOND, number * SECOND);
          break;
        case 1:
          time = begun ? CLAMP (time + number / 10, 0, duration) : 0;
          sl_screening_nudge (film, now * SECOND, number / 10 * SECOND);
          break;
        case 2:
          held = begun && number % 2 == 0;
          sl_screening_set_held (film, now * SECOND, number % 2 == 0);
          break;
        default:
          for (guint n = 0; n < ABS (number) / 8; n++)
            {
              now++;
              time += begun && !held && time < duration;
            }
          break;
        }
      g_assert_cmpint (sl_screening_get_time (film, now * SECOND), ==, time * SECOND);
      g_assert_cmpint (sl_screening_get_state (film, now * SECOND),
                       ==,
                       !begun             ? SL_SCREENING_WAITING
                       : time == duration ? SL_SCREENING_OVER
                       : held             ? SL_SCREENING_HELD
                                          : SL_SCREENING_RUNNING);
    }
}

static void
test_walks (void)
{
  for (guint i = 0; i < N_WALKS; i++)
    walk ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/screening/plain", test_plain);
  g_test_add_func ("/screening/undo", test_undo);
  g_test_add_func ("/screening/extremes", test_extremes);
  g_test_add_func ("/screening/walks", test_walks);
  return g_test_run ();
}
