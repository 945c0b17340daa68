/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deep links, with the temporal forms of W3C Media Fragments 1.0. */
#include "link.h"

#define SECOND G_GINT64_CONSTANT (1000000000)

static const struct
{
  const char *text;
  const char *clip;
  gint64      start;
  gint64      end;
  const char *ignored;
} good[] = {
  {"sidelight:a", NULL, -1, -1, NULL},
  {"sidelight:a/", NULL, -1, -1, NULL},
  {"SIDELIGHT:a/b", "b", -1, -1, NULL},
  {"sidelight:a/b#t=10", "b", 10 * SECOND, -1, NULL},
  {"sidelight:a/b#t=npt:10,20", "b", 10 * SECOND, 20 * SECOND, NULL},
  {"sidelight:a/b#t=,15", "b", 0, 15 * SECOND, NULL},
  {"sidelight:a/b#t=1:05", "b", 65 * SECOND, -1, NULL},
  {"sidelight:a/b#t=0:02:00.5,0:02:01", "b", 120 * SECOND + SECOND / 2, 121 * SECOND, NULL},
  {"sidelight:a/b#t=10.", "b", 10 * SECOND, -1, NULL},
  {"sidelight:a/b#t=%31%30", "b", 10 * SECOND, -1, NULL},
  {"sidelight:a/b#t=20,10", "b", -1, -1, "t=20,10"},
  {"sidelight:a/b#t=10,10", "b", -1, -1, "t=10,10"},
  {"sidelight:a/b#t=10,", "b", -1, -1, "t=10,"},
  {"sidelight:a/b#t=1:60", "b", -1, -1, "t=1:60"},
  {"sidelight:a/b#t=1:2:3:4", "b", -1, -1, "t=1:2:3:4"},
  {"sidelight:a/b#t=-1", "b", -1, -1, "t=-1"},
  {"sidelight:a/b#t=99999999999999999999", "b", -1, -1, "t=99999999999999999999"},
  {"sidelight:a/b#t=10&t=x", "b", 10 * SECOND, -1, "t=x"},
  {"sidelight:a/b#xywh=1,2,3,4&t=5&&u", "b", 5 * SECOND, -1, "xywh=1,2,3,4, u"},
  {"sidelight:a/b#t=,", "b", -1, -1, "t=,"},
  {"sidelight:a/b#t=0,9.97", "b", 0, G_GINT64_CONSTANT (9970000000), NULL},
  {"sidelight:a/b#t=npt:,7", "b", 0, 7 * SECOND, NULL},
  {"sidelight:a/b#t=npt:00:00:03,00:00:07", "b", 3 * SECOND, 7 * SECOND, NULL},
  {"sidelight:a/b#t=00:03,00:07.5", "b", 3 * SECOND, 7 * SECOND + SECOND / 2, NULL},
  {"sidelight:a/b#t=3,00:00:07", "b", 3 * SECOND, 7 * SECOND, NULL},
  {"sidelight:a/b#%74=%6Ept:%33", "b", 3 * SECOND, -1, NULL},
  {"sidelight:a/b#t%3D3", "b", -1, -1, "t%3D3"},
  {"sidelight:a/b#t=3&t=7", "b", 7 * SECOND, -1, NULL},
  {"sidelight:a/b#t=3,7&t=9", "b", 9 * SECOND, -1, NULL},
  {"sidelight:a/b#T=3", "b", -1, -1, "T=3"},
  {"sidelight:a/b#t=npt:3,npt:7", "b", -1, -1, "t=npt:3,npt:7"},
  {"sidelight:a/b#t=smpte:0:00:03,0:00:07", "b", -1, -1, "t=smpte:0:00:03,0:00:07"},
  {"sidelight:a/b#t=clock:2009-07-26T11:19:01Z", "b", -1, -1, "t=clock:2009-07-26T11:19:01Z"},
  {"sidelight:a/b#t=foo:3", "b", -1, -1, "t=foo:3"},
  {"sidelight:a/b#t=3,7,9", "b", -1, -1, "t=3,7,9"},
  {"sidelight:a/b#t=.5", "b", -1, -1, "t=.5"},
  {"sidelight:a/b#t=3s", "b", -1, -1, "t=3s"},
  {"sidelight:a/b#t=%zz", "b", -1, -1, "t=%zz"},
  {"sidelight:a/b#t= 3", "b", -1, -1, "t= 3"},
  {"sidelight:a/b#t=3+4", "b", -1, -1, "t=3+4"},
  {"sidelight:a/b#t=", "b", -1, -1, "t="},
  {"sidelight:a/b#t", "b", -1, -1, "t"},
  {"sidelight:a/b#=3", "b", -1, -1, "=3"},
  {"sidelight:a/b#chapter=B&fact=-c", "b", -1, -1, "chapter=B, fact=-c"},
  {"sidelight:a/B#t=3", NULL, 3 * SECOND, -1, "B"},
  {"sidelight:a/b/c", NULL, -1, -1, "b/c"},
  {"sidelight:a/../b", NULL, -1, -1, "../b"},
};

/* What is written is read as the same. */
static void
check_written (const SlLink *link)
{
  g_autofree char *text = sl_link_to_string (link);
  g_autoptr (SlLink) again = sl_link_parse (text, NULL);

  g_assert_nonnull (again);
  g_assert_cmpstr (sl_link_get_casebook (again), ==, sl_link_get_casebook (link));
  g_assert_cmpstr (sl_link_get_clip (again), ==, sl_link_get_clip (link));
  g_assert_cmpint (sl_link_get_start (again), ==, sl_link_get_start (link));
  g_assert_cmpint (sl_link_get_end (again), ==, sl_link_get_end (link));
  g_assert_cmpstr (sl_link_get_chapter (again), ==, sl_link_get_chapter (link));
  g_assert_cmpstr (sl_link_get_fact (again), ==, sl_link_get_fact (link));
  g_assert_null (sl_link_get_ignored (again));
}

static void
check_fact (void)
{
  g_autoptr (SlLink) link = sl_link_new_for_fact ("a", "b", "refund");
  g_autofree char *text = sl_link_to_string (link);

  g_assert_cmpstr (text, ==, "sidelight:a/b#fact=refund");
  check_written (link);
}

static void
test_written (void)
{
  static const struct
  {
    gint64      time;
    const char *text;
  } moments[] = {
    {0, "sidelight:a/b#t=0:00"},
    {65 * SECOND, "sidelight:a/b#t=1:05"},
    {65 * SECOND + SECOND / 4, "sidelight:a/b#t=1:05.25"},
    {3723 * SECOND + 1, "sidelight:a/b#t=1:02:03.000000001"},
    {SL_TIME_MAX, "sidelight:a/b#t=1000000:00:00"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (SlLink) link = sl_link_new_for_moment ("a", "b", moments[i].time);
      g_autofree char *text = sl_link_to_string (link);

      g_assert_cmpstr (text, ==, moments[i].text);
      check_written (link);
    }
  check_fact ();
}

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlLink) link = sl_link_parse (good[i].text, &error);

      g_test_message ("%s", good[i].text);
      g_assert_no_error (error);
      g_assert_cmpstr (sl_link_get_casebook (link), ==, "a");
      g_assert_cmpstr (sl_link_get_clip (link), ==, good[i].clip);
      g_assert_cmpint (sl_link_get_start (link), ==, good[i].start);
      g_assert_cmpint (sl_link_get_end (link), ==, good[i].end);
      g_assert_cmpstr (sl_link_get_ignored (link), ==, good[i].ignored);
      check_written (link);
    }
}

static void
test_places (void)
{
  g_autoptr (SlLink) link = sl_link_parse ("sidelight:justice-for-sergei/explainer#fact=refund&chapter=c-4", NULL);

  g_assert_cmpstr (sl_link_get_casebook (link), ==, "justice-for-sergei");
  g_assert_cmpstr (sl_link_get_fact (link), ==, "refund");
  g_assert_cmpstr (sl_link_get_chapter (link), ==, "c-4");
}

static void
test_bad (void)
{
  static const char *const shapes[] = {"sidelight:", "sidelight:#t=1", "sidelight:../x", "sidelight:A", "sidelight:-a", "sidelight:a b"};
  static const char *const schemes[] = {"", "a", "http://a/b", "sidelight", "side:a"};

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", shapes[i]);
      g_assert_null (sl_link_parse (shapes[i], &error));
      g_assert_error (error, SL_LINK_ERROR, SL_LINK_ERROR_SHAPE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sl_link_parse (schemes[i], &error));
      g_assert_error (error, SL_LINK_ERROR, SL_LINK_ERROR_SCHEME);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/link/good", test_good);
  g_test_add_func ("/link/written", test_written);
  g_test_add_func ("/link/places", test_places);
  g_test_add_func ("/link/bad", test_bad);

  return g_test_run ();
}
