/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said aloud and when, by a clock of our own, against a twin that remembers everything that ever happened. */
#include "announcements.h"

#define SECOND G_USEC_PER_SEC

static void
assert_said (SlAnnouncements *announcements, gint64 now, const char *wanted)
{
  g_autofree char *said = sl_announcements_take (announcements, now);

  g_assert_cmpstr (said, ==, wanted);
}

static void
test_order (void)
{
  g_autoptr (SlAnnouncements) announcements = sl_announcements_new ();
  int a, b;

  g_assert_cmpint (sl_announcements_get_due (announcements), ==, -1);
  assert_said (announcements, 0, NULL);
  sl_announcements_put (announcements, 0, "a", FALSE, &a);
  g_assert_cmpint (sl_announcements_get_due (announcements), ==, 0);
  assert_said (announcements, 0, "a");
  assert_said (announcements, 0, NULL);
  /* The newest of those that wait, and not before five seconds are over. */
  sl_announcements_put (announcements, SECOND, "a", FALSE, &a);
  sl_announcements_put (announcements, 2 * SECOND, "b", FALSE, &b);
  g_assert_cmpint (sl_announcements_get_due (announcements), ==, 5 * SECOND);
  assert_said (announcements, 5 * SECOND - 1, NULL);
  assert_said (announcements, 5 * SECOND, "b");
  /* What is over is not said; what is another's is. */
  sl_announcements_put (announcements, 6 * SECOND, "a", FALSE, &a);
  sl_announcements_drop (announcements, &b);
  sl_announcements_drop (announcements, NULL);
  g_assert_cmpint (sl_announcements_get_due (announcements), ==, 10 * SECOND);
  sl_announcements_drop (announcements, &a);
  g_assert_cmpint (sl_announcements_get_due (announcements), ==, -1);
  /* What is urgent waits as long as it must, and gives way to nothing else. */
  sl_announcements_put (announcements, 7 * SECOND, "fault", TRUE, NULL);
  sl_announcements_put (announcements, 8 * SECOND, "a", FALSE, &a);
  assert_said (announcements, 60 * SECOND, "fault");
  /* What was not taken in time is old. */
  sl_announcements_put (announcements, 61 * SECOND, "a", FALSE, &a);
  assert_said (announcements, 71 * SECOND, NULL);
  g_assert_cmpint (sl_announcements_get_due (announcements), ==, -1);
}

typedef struct
{
  gint64   when;
  int      about;
  gboolean urgent;
  gboolean over; /* said, replaced, dropped or old */
} Event;

/* The twin: looks through all events for the one that may be said now. Returns: its number, or -1 */
static int
find_sayable (GArray *events, gint64 now, gint64 said)
{
  int found = -1;

  if (said >= 0 && now - said < 5 * SECOND)
    return -1;
  for (guint i = 0; i < events->len; i++)
    {
      Event *event = &g_array_index (events, Event, i);

      if (event->over || (!event->urgent && now - MAX (event->when, said < 0 ? 0 : said + 5 * SECOND) > 5 * SECOND))
        continue;
      if (found < 0 || event->urgent || !g_array_index (events, Event, found).urgent)
        found = (int)i;
    }
  return found;
}

static void
test_random (void)
{
  guint n_said = 0;

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (SlAnnouncements) announcements = sl_announcements_new ();
      g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (Event));
      int    things[4];
      gint64 now = 0, said = -1;

      for (guint step = 0; step < 100; step++)
        {
          const int about = g_test_rand_int_range (0, 4);

          now += g_test_rand_int_range (0, 20) * SECOND / 10;
          if (g_test_rand_int_range (0, 3) > 0)
            {
              const Event      event = {now, about, g_test_rand_int_range (0, 10) == 0, FALSE};
              g_autofree char *text = g_strdup_printf ("%u", events->len);

              sl_announcements_put (announcements, now, text, event.urgent, &things[about]);
              for (guint i = 0; i < events->len; i++)
                g_array_index (events, Event, i).over |= event.urgent || !g_array_index (events, Event, i).urgent;
              g_array_append_val (events, event);
            }
          else
            {
              sl_announcements_drop (announcements, &things[about]);
              /* Only what would be said is waiting at all. */
              for (guint i = 0; i < events->len; i++)
                g_array_index (events, Event, i).over |= g_array_index (events, Event, i).about == about;
            }
          {
            g_autofree char *text = sl_announcements_take (announcements, now);

            if (text == NULL)
              continue;
            /* At most one in five seconds; true still; not passed over by a newer one of its kind. */
            g_assert_true (said < 0 || now - said >= 5 * SECOND);
            g_assert_cmpint (find_sayable (events, now, said), ==, g_ascii_strtoll (text, NULL, 10));
            said = now;
            n_said++;
            for (guint i = 0; i < events->len; i++)
              g_array_index (events, Event, i).over = TRUE;
          }
        }
    }
  g_assert_cmpuint (n_said, >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/announcements/order", test_order);
  g_test_add_func ("/announcements/random", test_random);
  return g_test_run ();
}
