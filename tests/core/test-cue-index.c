/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cue-index against a brute-force twin, and that a million cues cost no more looks than log n + k. */
#include "cue-index.h"

#include <math.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define FILM (7200 * SECOND)

/* Spans of every sort: a millisecond to the whole film, points, nested, equal, in no order. */
static SlSpan *
random_spans (guint n)
{
  SlSpan *spans = g_new (SlSpan, n);

  for (guint i = 0; i < n; i++)
    {
      const gint64 start = (gint64)(g_test_rand_double () * (double)FILM);
      gint64       length = 0;

      switch (g_test_rand_int_range (0, 6))
        {
        case 0:
          length = 1000000;
          break;
        case 1:
          length = FILM;
          break;
        case 2:
          break;
        case 3:
          if (i > 0)
            {
              spans[i] = spans[g_test_rand_int_range (0, (gint32)i)];
              continue;
            }
          length = SECOND;
          break;
        default:
          length = (gint64)(g_test_rand_double () * 10 * (double)SECOND);
        }
      spans[i] = (SlSpan){start, MIN (start + length, FILM)};
    }
  return spans;
}

/* A moment that is often just an edge of a span. */
static gint64
random_moment (const SlSpan *spans, guint n)
{
  const SlSpan *span = &spans[g_test_rand_int_range (0, (gint32)n)];

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      return span->start;
    case 1:
      return span->end;
    case 2:
      return MAX (span->start - 1, 0);
    case 3:
      return MAX (span->end - 1, 0);
    default:
      return (gint64)(g_test_rand_double () * (double)FILM);
    }
}

static void
test_covering (void)
{
  for (guint round = 0; round < 60; round++)
    {
      const guint        n = (guint)g_test_rand_int_range (1, 400);
      g_autofree SlSpan *spans = random_spans (n);
      g_autoptr (SlCueIndex) index = sl_cue_index_new (spans, n);

      for (guint look = 0; look < 100; look++)
        {
          const gint64 time = random_moment (spans, n);
          g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
          guint at = 0;

          sl_cue_index_covering (index, time, found);
          for (guint i = 0; i < n; i++)
            if (spans[i].start <= time && time < spans[i].end)
              {
                g_assert_cmpuint (at, <, found->len);
                g_assert_cmpuint (g_array_index (found, guint, at), ==, i);
                at++;
              }
          g_assert_cmpuint (at, ==, found->len);
        }
    }
}

static guint
count_between (const SlSpan *spans, guint n, gboolean ends, gint64 after, gint64 until)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      const gint64 time = ends ? spans[i].end : spans[i].start;

      count += time > after && time <= until;
    }
  return count;
}

static void
check_order (const SlSpan *spans, GArray *places, gboolean ends, gint64 after, gint64 until)
{
  for (guint i = 0; i < places->len; i++)
    {
      const guint  place = g_array_index (places, guint, i);
      const gint64 time = ends ? spans[place].end : spans[place].start;

      g_assert_true (time > after && time <= until);
      if (i > 0)
        {
          const guint  before = g_array_index (places, guint, i - 1);
          const gint64 earlier = ends ? spans[before].end : spans[before].start;

          g_assert_true (earlier < time || (earlier == time && before < place));
        }
    }
}

static void
test_crossed (void)
{
  for (guint round = 0; round < 60; round++)
    {
      const guint        n = (guint)g_test_rand_int_range (1, 400);
      g_autofree SlSpan *spans = random_spans (n);
      g_autoptr (SlCueIndex) index = sl_cue_index_new (spans, n);

      for (guint look = 0; look < 60; look++)
        {
          const gint64 a = random_moment (spans, n), b = random_moment (spans, n);
          const gint64 after = MIN (a, b), until = MAX (a, b);
          g_autoptr (GArray) started = g_array_new (FALSE, FALSE, sizeof (guint));
          g_autoptr (GArray) ended = g_array_new (FALSE, FALSE, sizeof (guint));

          sl_cue_index_started (index, after, until, started);
          sl_cue_index_ended (index, after, until, ended);
          g_assert_cmpuint (started->len, ==, count_between (spans, n, FALSE, after, until));
          g_assert_cmpuint (ended->len, ==, count_between (spans, n, TRUE, after, until));
          check_order (spans, started, FALSE, after, until);
          check_order (spans, ended, TRUE, after, until);
        }
    }
}

static void
test_next_change (void)
{
  const guint        n = 300;
  g_autofree SlSpan *spans = random_spans (n);
  g_autoptr (SlCueIndex) index = sl_cue_index_new (spans, n);

  for (guint look = 0; look < 2000; look++)
    {
      const gint64 time = random_moment (spans, n);
      gint64       next = G_MAXINT64;

      for (guint i = 0; i < n; i++)
        {
          if (spans[i].start > time)
            next = MIN (next, spans[i].start);
          if (spans[i].end > time)
            next = MIN (next, spans[i].end);
        }
      g_assert_cmpint (sl_cue_index_next_change (index, time), ==, next);
    }
}

static void
test_empty (void)
{
  g_autoptr (SlCueIndex) index = sl_cue_index_new (NULL, 0);
  g_autoptr (SlCueIndex) same = sl_cue_index_ref (index);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  sl_cue_index_covering (index, 0, places);
  sl_cue_index_started (index, -1, FILM, places);
  sl_cue_index_ended (index, -1, FILM, places);
  g_assert_cmpuint (places->len, ==, 0);
  g_assert_cmpuint (sl_cue_index_get_n_spans (same), ==, 0);
  g_assert_cmpint (sl_cue_index_next_change (index, 0), ==, G_MAXINT64);
}

/* How much a question looks at, counted, not timed: at most two a level of the tree, and the answers. */
static void
check_looks (const SlSpan *spans, guint n)
{
  g_autoptr (SlCueIndex) index = sl_cue_index_new (spans, n);
  const guint most = 2 * ((guint)ceil (log2 (n)) + 1);

  for (guint look = 0; look < 200; look++)
    {
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
      const guint looked_at = sl_cue_index_covering (index, random_moment (spans, n), places);

      g_assert_cmpuint (looked_at, <=, most + places->len);
    }
}

static void
test_million (void)
{
  const guint        n = 1000000;
  g_autofree SlSpan *spans = g_new (SlSpan, n);

  /* One after the other, as captions are. */
  for (guint i = 0; i < n; i++)
    spans[i] = (SlSpan){i * (FILM / n), (i + 1) * (FILM / n)};
  check_looks (spans, n);

  /* Each within the one before: the worst for a tree that sorts by starts alone. */
  for (guint i = 0; i < n; i++)
    spans[i] = (SlSpan){i * 1000, FILM - i * 1000};
  spans[n / 2].end = spans[n / 2].start;
  check_looks (spans, 20000);

  /* Short ones in no order. */
  for (guint i = 0; i < n; i++)
    {
      const gint64 start = (gint64)(g_test_rand_double () * (double)FILM);

      spans[i] = (SlSpan){start, start + g_test_rand_int_range (0, 50000000)};
    }
  check_looks (spans, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cue-index/empty", test_empty);
  g_test_add_func ("/cue-index/covering", test_covering);
  g_test_add_func ("/cue-index/crossed", test_crossed);
  g_test_add_func ("/cue-index/next-change", test_next_change);
  g_test_add_func ("/cue-index/million", test_million);

  return g_test_run ();
}
