/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times as they are typed: each way by hand, and random ones written in every way against what they are. */
#include "span.h"
#include "typed-time.h"

#define SECOND G_GINT64_CONSTANT (1000000000)
#define MS G_GINT64_CONSTANT (1000000)

static void
expect (const char *text, SlTypedTimeKind kind, gint64 value)
{
  SlTypedTime typed = {SL_TYPED_TIME_AT, -77};

  g_test_message ("“%s”", text);
  g_assert_true (sl_typed_time_parse (text, &typed));
  g_assert_cmpint (typed.kind, ==, kind);
  g_assert_cmpint (typed.value, ==, value);
}

static void
test_ways (void)
{
  expect ("1:02:03.250", SL_TYPED_TIME_AT, 3723 * SECOND + 250 * MS);
  expect ("1:23", SL_TYPED_TIME_AT, 83 * SECOND);
  expect ("01:23,5", SL_TYPED_TIME_AT, 83 * SECOND + 500 * MS);
  expect ("90", SL_TYPED_TIME_AT, 90 * SECOND);
  expect ("0", SL_TYPED_TIME_AT, 0);
  expect (" 7.25 ", SL_TYPED_TIME_AT, 7 * SECOND + 250 * MS);
  expect ("120:00", SL_TYPED_TIME_AT, 7200 * SECOND);
  expect ("0.0000000019", SL_TYPED_TIME_AT, 1);
  expect ("+10", SL_TYPED_TIME_BY, 10 * SECOND);
  expect ("-1:00", SL_TYPED_TIME_BY, -60 * SECOND);
  expect ("−10", SL_TYPED_TIME_BY, -10 * SECOND);
  expect ("#1234", SL_TYPED_TIME_PICTURE, 1234);
  expect ("#0", SL_TYPED_TIME_PICTURE, 0);
  expect ("۱:۲۳", SL_TYPED_TIME_AT, 83 * SECOND);
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "now",
    "1:",
    ":30",
    "1:2",
    "1:60",
    "1:60:00",
    "1:02:03:04",
    "1.",
    "1.5.5",
    ".5",
    "1:02.5:03",
    "+",
    "-",
    "+-3",
    "#",
    "#-1",
    "#1.5",
    "#99999999999",
    "1 2",
    "12s",
    "99999999999999999999",
    "\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      SlTypedTime typed = {SL_TYPED_TIME_PICTURE, -77};

      g_test_message ("“%s”", i + 1 < G_N_ELEMENTS (texts) ? texts[i] : "(not UTF-8)");
      g_assert_false (sl_typed_time_parse (texts[i], &typed));
      g_assert_cmpint (typed.kind, ==, SL_TYPED_TIME_PICTURE);
      g_assert_cmpint (typed.value, ==, -77);
    }
}

/* @time in one of the ways that it can be written. */
static char *
write_time (gint64 time)
{
  const gint64     seconds = time / SECOND;
  const int        n_digits = g_test_rand_int_range (0, 2) == 0 ? 3 : 9;
  g_autofree char *fraction = g_strdup_printf ("%09d", (int)(time % SECOND));
  const char      *point = g_test_rand_int_range (0, 2) == 0 ? "." : ",";
  g_autofree char *whole = NULL;

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      whole = g_strdup_printf ("%" G_GINT64_FORMAT, seconds);
      break;
    case 1:
      whole = g_strdup_printf ("%" G_GINT64_FORMAT ":%02d", seconds / 60, (int)(seconds % 60));
      break;
    default:
      whole = g_strdup_printf ("%" G_GINT64_FORMAT ":%02d:%02d", seconds / 3600, (int)(seconds / 60 % 60), (int)(seconds % 60));
    }
  if (time % SECOND == 0)
    return g_steal_pointer (&whole);
  return g_strdup_printf ("%s%s%.*s", whole, point, n_digits, fraction);
}

static void
test_random (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      const gint64     whole = g_test_rand_int_range (0, g_test_rand_int_range (1, 400000)) * SECOND;
      const gint64     time = g_test_rand_int_range (0, 2) == 0 ? whole : whole + g_test_rand_int_range (0, 1000) * MS;
      const int        sign = g_test_rand_int_range (-1, 2);
      g_autofree char *written = write_time (time);
      g_autofree char *text = g_strconcat (sign < 0 ? "-" : sign > 0 ? "+"
                                                                     : "",
                                           written, NULL);

      expect (text, sign == 0 ? SL_TYPED_TIME_AT : SL_TYPED_TIME_BY, sign < 0 ? -time : time);
    }
}

/* Whatever is hit on the keyboard is refused or is a time that there can be. */
static void
test_any_keys (void)
{
  static const char keys[] = "0123456789:.,+-# a";
  char              text[12];

  for (guint i = 0; i < 300000; i++)
    {
      const int   n = g_test_rand_int_range (0, sizeof text);
      SlTypedTime typed = {SL_TYPED_TIME_AT, 0};

      for (int j = 0; j < n; j++)
        text[j] = keys[g_test_rand_int_range (0, sizeof keys - 1)];
      text[n] = '\0';
      if (!sl_typed_time_parse (text, &typed))
        continue;
      g_assert_cmpint (ABS (typed.value), <=, SL_TIME_MAX);
      g_assert_true (typed.kind == SL_TYPED_TIME_BY || typed.value >= 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typed-time/ways", test_ways);
  g_test_add_func ("/typed-time/refused", test_refused);
  g_test_add_func ("/typed-time/random", test_random);
  g_test_add_func ("/typed-time/any-keys", test_any_keys);

  return g_test_run ();
}
