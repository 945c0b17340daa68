/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader has agreed to see is known by casebook, and can be kept and brought back. */
#include "reading.h"

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_agreed (void)
{
  g_autoptr (SlReading) reading = sl_reading_new ();
  g_autoptr (SlReading) later = sl_reading_new ();
  g_auto (GStrv) agreed = NULL;
  guint n = 0;

  g_signal_connect_swapped (reading, "notify::agreed", G_CALLBACK (count_cb), &n);
  sl_reading_begin_casebook (reading, "one");
  g_assert_false (sl_reading_is_accepted (reading, "clip/a"));
  sl_reading_accept (reading, "clip/a");
  sl_reading_accept (reading, "clip/a");
  sl_reading_reveal (reading, "f");
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (sl_reading_is_accepted (reading, "clip/a"));
  g_assert_false (sl_reading_is_revealed (reading, "clip/a"));
  sl_reading_begin_casebook (reading, "two");
  g_assert_false (sl_reading_is_accepted (reading, "clip/a"));
  g_assert_false (sl_reading_is_revealed (reading, "f"));
  /* Another day. */
  g_object_get (reading, "agreed", &agreed, NULL);
  g_object_set (later, "agreed", agreed, NULL);
  sl_reading_begin_casebook (later, "one");
  g_assert_true (sl_reading_is_accepted (later, "clip/a"));
  g_assert_true (sl_reading_is_revealed (later, "f"));
  g_object_set (later, "agreed", NULL, NULL);
  g_assert_false (sl_reading_is_accepted (later, "clip/a"));
  g_assert_true (sl_reading_must_ask (later, "clip/a"));
  g_object_set (later, "ask-first", FALSE, NULL);
  g_assert_false (sl_reading_must_ask (later, "clip/a"));
  g_assert_false (sl_reading_is_accepted (later, "clip/a"));
  g_assert_false (sl_reading_is_revealed (later, "f"));
}

/* It does not grow for ever; the oldest is forgotten. */
static void
test_most (void)
{
  g_autoptr (SlReading) reading = sl_reading_new ();
  g_auto (GStrv) agreed = NULL;

  for (guint i = 0; i < 1001; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      sl_reading_reveal (reading, name);
    }
  g_object_get (reading, "agreed", &agreed, NULL);
  g_assert_cmpuint (g_strv_length (agreed), ==, 1000);
  g_assert_false (sl_reading_is_revealed (reading, "0"));
  g_assert_true (sl_reading_is_revealed (reading, "1000"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/agreed", test_agreed);
  g_test_add_func ("/reading/most", test_most);

  return g_test_run ();
}
