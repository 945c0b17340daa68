/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Partial dates: what is read, what is refused and why, in which order they stand, and how they are said.
 */
#include "date.h"

#include <string.h>

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    {"2009", "2009"},
    {"0033", "33"},
    {"2009~", "about 2009"},
    {"2009?", "2009 (uncertain)"},
    {"2009%", "about 2009 (uncertain)"},
    {"2009-11", "November 2009"},
    {"2009-11~", "about November 2009"},
    {"2009-11?", "November 2009 (uncertain)"},
    {"2009-11%", "about November 2009 (uncertain)"},
    {"2009-11-16", "16 November 2009"},
    {"2009-02-01~", "about 1 February 2009"},
    {"2009-11-16?", "16 November 2009 (uncertain)"},
    {"2009-11-16%", "about 16 November 2009 (uncertain)"},
    {"2009-11-16T21:50", "16 November 2009, 21:50"},
    {"2009-11-16T21:50+03:00", "16 November 2009, 21:50 (UTC+3:00)"},
    {"2009-11-16T21:50-09:30", "16 November 2009, 21:50 (UTC−9:30)"},
    {"2009-11-16T21:50:07Z", "16 November 2009, 21:50:07 UTC"},
    {"2009-11-16T21:50~", "16 November 2009, about 21:50"},
    {"2009-11-16T21:50?", "16 November 2009, 21:50 (uncertain)"},
    {"2009-11-16T21:50%", "16 November 2009, about 21:50 (uncertain)"},
    {"2008-11-24/2009-11-16", "24 November 2008 to 16 November 2009"},
    {"2007~/2009-12", "about 2007 to December 2009"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlDate) date = sl_date_parse (cases[i].text, &error);
      g_autofree char *words = NULL;
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      words = sl_date_format (date);
      text = sl_date_to_string (date);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (sl_date_get_year (date), ==, (int)g_ascii_strtoll (cases[i].text, NULL, 10));
      g_assert_cmpint (sl_date_is_interval (date), ==, strchr (cases[i].text, '/') != NULL);
    }
}

static void
test_months (void)
{
  static const char *const months[] = {"January", "February", "March", "April", "May", "June", "July",
                                       "August", "September", "October", "November", "December"};

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autofree char *text = g_strdup_printf ("2009-%02u", i + 1);
      g_autofree char *text_day = g_strdup_printf ("2009-%02u-28", i + 1);
      g_autoptr (SlDate) date = sl_date_parse (text, NULL);
      g_autoptr (SlDate) day = sl_date_parse (text_day, NULL);
      g_autofree char *words = sl_date_format (date);
      g_autofree char *words_day = sl_date_format (day);
      g_autofree char *expected = g_strdup_printf ("%s 2009", months[i]);
      g_autofree char *expected_day = g_strdup_printf ("28 %s 2009", months[i]);

      g_assert_cmpstr (words, ==, expected);
      g_assert_cmpstr (words_day, ==, expected_day);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *text;
    SlDateError code;
  } cases[] = {
    {"", SL_DATE_ERROR_SHAPE},
    {"209", SL_DATE_ERROR_SHAPE},
    {"20090", SL_DATE_ERROR_SHAPE},
    {"-2009", SL_DATE_ERROR_SHAPE},
    {"2009-", SL_DATE_ERROR_SHAPE},
    {"2009-1", SL_DATE_ERROR_SHAPE},
    {"2009-11-", SL_DATE_ERROR_SHAPE},
    {"2009-11-1", SL_DATE_ERROR_SHAPE},
    {"2009-11-16 ", SL_DATE_ERROR_SHAPE},
    {" 2009", SL_DATE_ERROR_SHAPE},
    {"2009/11", SL_DATE_ERROR_SHAPE},
    {"2009-11-16/", SL_DATE_ERROR_SHAPE},
    {"/2009-11-16", SL_DATE_ERROR_SHAPE},
    {"2008/2009/2010", SL_DATE_ERROR_SHAPE},
    {"2009~~", SL_DATE_ERROR_SHAPE},
    {"2009~?", SL_DATE_ERROR_SHAPE},
    {"2009-11T21:50", SL_DATE_ERROR_SHAPE},
    {"2009-11-16T21", SL_DATE_ERROR_SHAPE},
    {"2009-11-16T21:5", SL_DATE_ERROR_SHAPE},
    {"2009-11-16T21:50+3", SL_DATE_ERROR_SHAPE},
    {"2009-11-16T21:50+0300", SL_DATE_ERROR_SHAPE},
    {"2009-11-16T21:50z", SL_DATE_ERROR_SHAPE},
    {"16.11.2009", SL_DATE_ERROR_SHAPE},
    {"0000", SL_DATE_ERROR_RANGE},
    {"2009-00", SL_DATE_ERROR_RANGE},
    {"2009-13", SL_DATE_ERROR_RANGE},
    {"2009-02-29", SL_DATE_ERROR_RANGE},
    {"1900-02-29", SL_DATE_ERROR_RANGE},
    {"2009-11-31", SL_DATE_ERROR_RANGE},
    {"2009-11-00", SL_DATE_ERROR_RANGE},
    {"2009-11-16T24:00", SL_DATE_ERROR_RANGE},
    {"2009-11-16T23:60", SL_DATE_ERROR_RANGE},
    {"2009-11-16T23:59:60", SL_DATE_ERROR_RANGE},
    {"2009-11-16T21:50+14:01", SL_DATE_ERROR_RANGE},
    {"2009-11-16T21:50+03:60", SL_DATE_ERROR_RANGE},
    {"2009-11-16T21:50-00:00", SL_DATE_ERROR_RANGE},
    {"2009/2009-13", SL_DATE_ERROR_RANGE},
    {"2009/2008", SL_DATE_ERROR_ORDER},
    {"2009-11-16/2009-11-15", SL_DATE_ERROR_ORDER},
    {"2009-11/2009-03", SL_DATE_ERROR_ORDER},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlDate) date = sl_date_parse (cases[i].text, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_null (date);
      g_assert_error (error, SL_DATE_ERROR, (int)cases[i].code);
    }
}

/* Each stands before the next one. */
static void
test_order (void)
{
  static const char *const sorted[] = {
    "0001", "1899-12-31", "1900-02-28", "2004-02-29", "2008-11-24", "2008-11-24/2009-11-16",
    "2009-01-01T00:00+03:00", "2009-01-01T00:00:00Z", "2009-01-01T00:00", "2009-01-01", "2009-01",
    "2009", "2009?", "2009~", "2009/2010", "2009-02", "2009-11-16T21:50+03:00", "2009-11-16T21:50",
    "2009-12-31", "2010", "9999-12", "9999-12-31",
    "9999-12-31T23:59"};

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        g_autoptr (SlDate) a = sl_date_parse (sorted[i], NULL);
        g_autoptr (SlDate) b = sl_date_parse (sorted[j], NULL);

        g_assert_nonnull (a);
        g_assert_nonnull (b);
        g_assert_cmpint (sl_date_equal (a, b), ==, i == j);
        g_assert_cmpint (CLAMP (sl_date_compare (a, b), -1, 1), ==, (i > j) - (i < j));
      }
}

/* A date that this test makes up, with everything that may be in one. */
static char *
random_point (void)
{
  static const char *const marks[] = {"", "", "~", "?", "%"};
  static const char *const zones[] = {"", "Z", "+03:00", "-09:30", "+14:00"};
  GString                 *text = g_string_new (NULL);
  int                      precision = g_test_rand_int_range (0, 5);

  g_string_append_printf (text, "%04d", g_test_rand_int_range (1, 10000));
  if (precision >= 1)
    g_string_append_printf (text, "-%02d", g_test_rand_int_range (1, 13));
  if (precision >= 2)
    g_string_append_printf (text, "-%02d", g_test_rand_int_range (1, 32));
  if (precision >= 3)
    g_string_append_printf (text, "T%02d:%02d", g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60));
  if (precision >= 4)
    g_string_append_printf (text, ":%02d", g_test_rand_int_range (0, 60));
  if (precision >= 3)
    g_string_append (text, zones[g_test_rand_int_range (0, G_N_ELEMENTS (zones))]);
  g_string_append (text, marks[g_test_rand_int_range (0, G_N_ELEMENTS (marks))]);
  return g_string_free (text, FALSE);
}

static SlDate *
random_date (void)
{
  for (;;)
    {
      g_autofree char *begin = random_point ();
      g_autofree char *end = random_point ();
      g_autofree char *text = NULL;
      SlDate          *date;

      text = g_test_rand_bit () ? g_strdup (begin) : g_strconcat (begin, "/", end, NULL);
      date = sl_date_parse (text, NULL);
      if (date != NULL)
        return date;
    }
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (SlDate) date = random_date ();
      g_autofree char *text = sl_date_to_string (date);
      g_autofree char *words = sl_date_format (date);
      g_autoptr (SlDate) again = sl_date_parse (text, NULL);

      g_assert_nonnull (again);
      g_assert_true (sl_date_equal (date, again));
      g_assert_cmpstr (words, !=, "");
    }
}

/* The order is one: the same both ways, and without circles. */
static void
test_total_order (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (SlDate) a = random_date ();
      g_autoptr (SlDate) b = random_date ();
      g_autoptr (SlDate) c = random_date ();

      g_assert_cmpint (sl_date_compare (a, b) > 0, ==, sl_date_compare (b, a) < 0);
      if (sl_date_compare (a, b) <= 0 && sl_date_compare (b, c) <= 0)
        g_assert_cmpint (sl_date_compare (a, c), <=, 0);
    }
}

static SlDate *
date_of_day (const GDate *day)
{
  g_autofree char *text = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), (int)g_date_get_month (day),
                                           g_date_get_day (day));

  return sl_date_parse (text, NULL);
}

/* GLib's calendar agrees about which of two days is the earlier one. */
static void
test_against_glib (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      GDate days[2];
      g_autoptr (SlDate) a = NULL;
      g_autoptr (SlDate) b = NULL;

      g_date_clear (days, 2);
      for (guint j = 0; j < 2; j++)
        g_date_set_julian (&days[j], (guint32)g_test_rand_int_range (1, 3652059));
      a = date_of_day (&days[0]);
      b = date_of_day (&days[1]);
      g_assert_cmpint (CLAMP (sl_date_compare (a, b), -1, 1), ==, CLAMP (g_date_compare (&days[0], &days[1]), -1, 1));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/words", test_words);
  g_test_add_func ("/date/months", test_months);
  g_test_add_func ("/date/refuse", test_refuse);
  g_test_add_func ("/date/order", test_order);
  g_test_add_func ("/date/round-trip", test_round_trip);
  g_test_add_func ("/date/total-order", test_total_order);
  g_test_add_func ("/date/against-glib", test_against_glib);
  return g_test_run ();
}
