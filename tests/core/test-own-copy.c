/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two times of a viewer's own copy, as properties of any offset and any time. */
#include "own-copy.h"

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_TRIES 20000

static gint64
random_time (void)
{
  const gint64 time = (gint64)(g_test_rand_double () * 3600.0 * 4) * SECOND;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return 0;
    case 1:
      return G_MAXINT64 - time;
    default:
      return time + g_test_rand_int_range (0, 1000000000);
    }
}

static gint64
random_offset (void)
{
  const gint64 offset = (gint64)((g_test_rand_double () - 0.5) * 2 * (double)SL_OWN_COPY_FURTHEST);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      return 0;
    case 1:
      return sl_own_copy_clamp (G_MAXINT64);
    case 2:
      return sl_own_copy_clamp (G_MININT64);
    default:
      return offset;
    }
}

/* What both have is at one place: there and back is where it was, and no moment is before another that came later. */
static void
test_mapping (void)
{
  for (guint i = 0; i < N_TRIES; i++)
    {
      const gint64 offset = random_offset (), a = random_time (), b = random_time ();
      const gint64 file = sl_own_copy_to_file (offset, a), clip = sl_own_copy_to_clip (offset, a);

      g_assert_cmpint (file, >=, 0);
      g_assert_cmpint (clip, >=, 0);
      if (file > 0 && file < G_MAXINT64)
        g_assert_cmpint (file - a, ==, offset);
      if (file > 0 && file < G_MAXINT64)
        g_assert_cmpint (sl_own_copy_to_clip (offset, file), ==, a);
      if (clip > 0 && clip < G_MAXINT64)
        g_assert_cmpint (sl_own_copy_to_file (offset, clip), ==, a);
      if (a <= b)
        {
          g_assert_cmpint (clip, <=, sl_own_copy_to_clip (offset, b));
          g_assert_cmpint (file, <=, sl_own_copy_to_file (offset, b));
        }
      /* Where a seek can lead, it leads: asked twice, it is the same place. */
      g_assert_cmpint (sl_own_copy_to_file (offset, sl_own_copy_to_clip (offset, file)), ==, file);
    }
}

static void
test_without_offset (void)
{
  for (guint i = 0; i < N_TRIES; i++)
    {
      const gint64 time = random_time ();

      g_assert_cmpint (sl_own_copy_to_clip (0, time), ==, time);
      g_assert_cmpint (sl_own_copy_to_file (0, time), ==, time);
    }
}

static void
test_other_cut (void)
{
  g_assert_false (sl_own_copy_is_other_cut (60 * SECOND, 60 * SECOND));
  g_assert_false (sl_own_copy_is_other_cut (62 * SECOND, 60 * SECOND));
  g_assert_false (sl_own_copy_is_other_cut (58 * SECOND, 60 * SECOND));
  g_assert_true (sl_own_copy_is_other_cut (62 * SECOND + 1, 60 * SECOND));
  g_assert_true (sl_own_copy_is_other_cut (58 * SECOND - 1, 60 * SECOND));
  g_assert_false (sl_own_copy_is_other_cut (-1, 60 * SECOND));
  g_assert_false (sl_own_copy_is_other_cut (60 * SECOND, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/own-copy/mapping", test_mapping);
  g_test_add_func ("/own-copy/without-offset", test_without_offset);
  g_test_add_func ("/own-copy/other-cut", test_other_cut);

  return g_test_run ();
}
