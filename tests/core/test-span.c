/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times as files write them, and half-open spans.
 */
#include "span.h"

#define MS G_GINT64_CONSTANT (1000000)
#define SECOND (1000 * MS)

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64      time;
  } cases[] = {
    {"00:00", 0},
    {"1:05", 65 * SECOND},
    {"01:05", 65 * SECOND},
    {"01:05.250", 65 * SECOND + 250 * MS},
    {"62:00", 3720 * SECOND},
    {"99:59.999", 5999 * SECOND + 999 * MS},
    {"1:02:03", 3723 * SECOND},
    {"0:00:00.001", MS},
    {"100:00:00.000", 360000 * SECOND},
    {"999999:59:59.999", SL_TIME_MAX - MS},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 time = SL_TIME_NONE;

      g_test_message ("%s", cases[i].text);
      g_assert_true (sl_time_parse (cases[i].text, &time, &error));
      g_assert_no_error (error);
      g_assert_cmpint (time, ==, cases[i].time);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *text;
    SlTimeError code;
  } cases[] = {
    {"", SL_TIME_ERROR_SHAPE},
    {"5", SL_TIME_ERROR_SHAPE},
    {":05", SL_TIME_ERROR_SHAPE},
    {"1:5", SL_TIME_ERROR_SHAPE},
    {"1:005", SL_TIME_ERROR_SHAPE},
    {"1:05.", SL_TIME_ERROR_SHAPE},
    {"1:05.25", SL_TIME_ERROR_SHAPE},
    {"1:05.2500", SL_TIME_ERROR_SHAPE},
    {"1:05,250", SL_TIME_ERROR_SHAPE},
    {" 1:05", SL_TIME_ERROR_SHAPE},
    {"1:05 ", SL_TIME_ERROR_SHAPE},
    {"-1:05", SL_TIME_ERROR_SHAPE},
    {"+1:05", SL_TIME_ERROR_SHAPE},
    {"1:2:03", SL_TIME_ERROR_SHAPE},
    {"1:02:3", SL_TIME_ERROR_SHAPE},
    {"1:02:03:04", SL_TIME_ERROR_SHAPE},
    {"1:0x", SL_TIME_ERROR_SHAPE},
    {"1:60", SL_TIME_ERROR_RANGE},
    {"100:00", SL_TIME_ERROR_RANGE},
    {"1:60:00", SL_TIME_ERROR_RANGE},
    {"1:00:60", SL_TIME_ERROR_RANGE},
    {"1000000:00:00.000", SL_TIME_ERROR_RANGE},
    {"99999999999999999999999:00:00.000", SL_TIME_ERROR_RANGE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 time = 42;

      g_test_message ("%s", cases[i].text);
      g_assert_false (sl_time_parse (cases[i].text, &time, &error));
      g_assert_error (error, SL_TIME_ERROR, (int)cases[i].code);
      g_assert_cmpint (time, ==, 42);
    }
}

static void
test_format (void)
{
  static const struct
  {
    gint64      time;
    const char *text;
  } cases[] = {
    {0, "0:00:00.000"},
    {999999, "0:00:00.000"},
    {65 * SECOND + 250 * MS, "0:01:05.250"},
    {3723 * SECOND, "1:02:03.000"},
    {SL_TIME_MAX, "1000000:00:00.000"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = sl_time_format (cases[i].time);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Every millisecond that can be said is said and read back as itself. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64           most = i % 2 ? 7200 * SECOND : SL_TIME_MAX - MS;
      gint64           time = (gint64)(g_test_rand_double () * (double)(most / MS)) * MS;
      gint64           again = SL_TIME_NONE;
      g_autofree char *text = sl_time_format (time);

      g_assert_true (sl_time_parse (text, &again, NULL));
      g_assert_cmpint (again, ==, time);
    }
}

/* Random letters of the alphabet of times: whatever is read says the same when it is written again. */
static void
test_any_text (void)
{
  static const char alphabet[] = "0123456789:. ";

  for (guint i = 0; i < 20000; i++)
    {
      char   text[16] = {0};
      int    length = g_test_rand_int_range (0, 14);
      gint64 time;
      gint64 again;

      for (int j = 0; j < length; j++)
        text[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      if (sl_time_parse (text, &time, NULL))
        {
          g_autofree char *written = sl_time_format (time);

          g_assert_cmpint (time, >=, 0);
          g_assert_cmpint (time, <, SL_TIME_MAX);
          g_assert_true (sl_time_parse (written, &again, NULL));
          g_assert_cmpint (again, ==, time);
        }
    }
}

static void
test_contains (void)
{
  const SlSpan span = {10, 20};
  const SlSpan point = {10, 10};

  g_assert_false (sl_span_contains (&span, 9));
  g_assert_true (sl_span_contains (&span, 10));
  g_assert_true (sl_span_contains (&span, 19));
  g_assert_false (sl_span_contains (&span, 20));
  g_assert_false (sl_span_contains (&point, 10));
}

/* Beside a look at every one. */
static void
test_find_after (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
      const gint64 time = g_test_rand_int_range (0, 12);
      gint64       wanted = SL_TIME_NONE;

      for (int n = g_test_rand_int_range (0, 9); n > 0; n--)
        {
          gint64 other = g_test_rand_int_range (0, 12);

          g_array_append_val (times, other);
          if (other > time && (wanted == SL_TIME_NONE || other < wanted))
            wanted = other;
        }
      sl_times_sort (times);
      g_assert_cmpint (sl_times_find_after (times, time), ==, wanted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span/parse", test_parse);
  g_test_add_func ("/span/refuse", test_refuse);
  g_test_add_func ("/span/format", test_format);
  g_test_add_func ("/span/round-trip", test_round_trip);
  g_test_add_func ("/span/any-text", test_any_text);
  g_test_add_func ("/span/contains", test_contains);
  g_test_add_func ("/span/find-after", test_find_after);

  return g_test_run ();
}
