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
};

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
  static const char *const shapes[] = {"sidelight:", "sidelight:#t=1", "sidelight:../x", "sidelight:A", "sidelight:a/b/c",
                                       "sidelight:-a", "sidelight:a/../b", "sidelight:a b"};
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
  g_test_add_func ("/link/places", test_places);
  g_test_add_func ("/link/bad", test_bad);

  return g_test_run ();
}
