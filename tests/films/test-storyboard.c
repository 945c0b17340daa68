/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A good storyboard is understood; a wrong one is refused with its place and its reason. */
#include "fixture.h"

#include "motion.h"
#include "storyboard-error.h"

#include <string.h>

typedef struct
{
  const char       *name;
  const char       *from;
  const char       *to;
  SlStoryboardError code;
  const char       *message; /* exactly */
} Case;

static const Case cases[] = {
  {"format", "\"format\": 1", "\"format\": 2", SL_STORYBOARD_ERROR_VALUE,
   "\"format\": must be from 1 to 1"},
  {"width-as-text", "320", "\"320\"", SL_STORYBOARD_ERROR_VALUE,
   "\"width\": must be a whole number"},
  {"not-16-to-9", "\"height\": 180", "\"height\": 200", SL_STORYBOARD_ERROR_VALUE,
   "\"width\" and \"height\": must be even and 16 to 9"},
  {"no-frame-rate", "\"frame_rate\": 30,", "", SL_STORYBOARD_ERROR_MISSING,
   "\"frame_rate\" is missing"},
  {"half-a-frame", "\"duration\": \"0:02.000\"", "\"duration\": \"0:02.010\"",
   SL_STORYBOARD_ERROR_VALUE,
   "\"duration\": must be a number of frames"},
  {"time", "\"0:02.000\"", "\"2 s\"", SL_STORYBOARD_ERROR_VALUE,
   "\"duration\": must be a time such as \"1:05.000\""},
  {"time-60", "\"0:02.000\"", "\"0:60.000\"", SL_STORYBOARD_ERROR_VALUE,
   "\"duration\": must be a time such as \"1:05.000\""},
  {"unknown-key", "\"title\"", "\"subtitle\"", SL_STORYBOARD_ERROR_UNKNOWN,
   "\"subtitle\" is not known here"},
  {"empty-title", "\"A test\"", "\"\"", SL_STORYBOARD_ERROR_VALUE,
   "\"title\": must be a text that is not empty"},
  {"loudness", "-23", "3", SL_STORYBOARD_ERROR_VALUE,
   "sound: \"loudness\": must be from -60 to -10"},
  {"late-chapter", "\"at\": \"0:00.000\", \"root\": 33", "\"at\": \"0:00.500\", \"root\": 33",
   SL_STORYBOARD_ERROR_ORDER, "sound: chapters[0]: the first chapter must begin at 0:00.000"},
  {"chapter-order", "\"at\": \"0:01.000\"", "\"at\": \"0:00.000\"", SL_STORYBOARD_ERROR_ORDER,
   "sound: chapters[1]: must be later than the one before"},
  {"chapter-outside", "\"at\": \"0:01.000\"", "\"at\": \"0:09.000\"", SL_STORYBOARD_ERROR_ORDER,
   "sound: chapters[1]: is after the end of the film"},
  {"silence-backwards", "\"to\": \"0:00.900\"", "\"to\": \"0:00.700\"", SL_STORYBOARD_ERROR_ORDER,
   "sound: silences[0]: \"to\" must be later than \"from\""},
  {"long-fades", "\"fade_in\": \"0:00.100\"", "\"fade_in\": \"0:01.900\"",
   SL_STORYBOARD_ERROR_ORDER,
   "sound: the fades are longer than the film"},
  {"scene", "\"scene\": \"days\"", "\"scene\": \"day\"", SL_STORYBOARD_ERROR_UNKNOWN,
   "shots[0]: \"days\": there is no scene named \"day\""},
  {"colour", "\"accent\"", "\"gold\"", SL_STORYBOARD_ERROR_UNKNOWN,
   "shots[0]: \"days\": parameters: \"colour\": there is no colour named \"gold\""},
  {"date", "\"2009-11-16\"", "\"2009-11-31\"", SL_STORYBOARD_ERROR_VALUE,
   "shots[0]: \"days\": parameters: \"to\": must be a date such as \"2009-11-16\""},
  {"dates-backwards", "\"2009-11-16\"", "\"2008-11-16\"", SL_STORYBOARD_ERROR_ORDER,
   "shots[0]: \"days\": parameters: \"to\": must be later than \"from\""},
  {"columns", "\"columns\": 34", "\"columns\": 1", SL_STORYBOARD_ERROR_VALUE,
   "shots[0]: \"days\": parameters: \"columns\": is outside of what can be drawn"},
  {"parameter-missing", "\"columns\": 34, ", "", SL_STORYBOARD_ERROR_MISSING,
   "shots[0]: \"days\": parameters: \"columns\" is missing"},
  {"parameter-unknown", "\"columns\": 34", "\"rows\": 34", SL_STORYBOARD_ERROR_UNKNOWN,
   "shots[0]: \"days\": parameters: \"rows\" is not known here"},
  {"list-length", "[\"text\", \"quiet\"]", "[\"text\"]", SL_STORYBOARD_ERROR_VALUE,
   "shots[1]: \"leaves\": parameters: \"colours\": must have as many elements as \"days\""},
  {"list-empty", "[\"2008-06-05\", \"2008-10-07\"]", "[]", SL_STORYBOARD_ERROR_VALUE,
   "shots[1]: \"leaves\": parameters: \"days\": must have 1 to 3 elements"},
  {"list-element", "\"2008-10-07\"", "\"7.10.2008\"", SL_STORYBOARD_ERROR_VALUE,
   "shots[1]: \"leaves\": parameters: \"days\": [1]: must be a date such as \"2009-11-16\""},
  {"gap", "\"from\": \"0:01.000\"", "\"from\": \"0:01.100\"", SL_STORYBOARD_ERROR_ORDER,
   "shots[1]: \"leaves\": \"from\" must be where the shot before ends"},
  {"open-end", "\"to\": \"0:02.000\"", "\"to\": \"0:01.900\"", SL_STORYBOARD_ERROR_ORDER,
   "shots: the last one must end where the film ends"},
  {"long-dissolve", "\"dissolve\": \"0:00.200\"", "\"dissolve\": \"0:01.200\"",
   SL_STORYBOARD_ERROR_ORDER,
   "shots[1]: \"leaves\": \"dissolve\" is longer than the shot"},
  {"stills-none", "\"scene\": \"days\"", "\"stills\": [], \"scene\": \"days\"", SL_STORYBOARD_ERROR_VALUE,
   "shots[0]: \"days\": \"stills\": must name one or more"},
  {"stills-soon", "\"scene\": \"days\"", "\"stills\": [\"0:00.900\"], \"scene\": \"days\"",
   SL_STORYBOARD_ERROR_ORDER,
   "shots[0]: \"days\": stills[0]: must be after the dissolve, and 1.5 seconds or more after the one before"},
  {"stills-late", "\"scene\": \"days\"", "\"stills\": [\"0:01.500\"], \"scene\": \"days\"",
   SL_STORYBOARD_ERROR_ORDER,
   "shots[0]: \"days\": stills[0]: must be before the shot or the film fades"},
  {"stills-time", "\"scene\": \"days\"", "\"stills\": [2], \"scene\": \"days\"", SL_STORYBOARD_ERROR_VALUE,
   "shots[0]: \"days\": stills[0]: must be a time such as \"1:05.000\""},
  {"same-id", "\"id\": \"leaves\"", "\"id\": \"days\"", SL_STORYBOARD_ERROR_VALUE,
   "shots[1]: \"id\": another shot has it already"},
  {"shot-no-object", "{\"id\": \"days\"", "7, {\"id\": \"days\"", SL_STORYBOARD_ERROR_VALUE,
   "shots[0]: must be an object"},
};

static void
test_good (void)
{
  g_autoptr (SlStoryboard) storyboard = sl_fixture_new ();
  const SlShot *shot = sl_storyboard_get_shot (storyboard, 1);

  g_assert_cmpuint (sl_storyboard_get_width (storyboard), ==, 320);
  g_assert_cmpuint (sl_storyboard_get_height (storyboard), ==, 180);
  g_assert_cmpuint (sl_storyboard_get_n_frames (storyboard), ==, 60);
  g_assert_cmpint (sl_storyboard_get_duration (storyboard), ==, 2 * SL_MOTION_SECOND);
  g_assert_cmpuint (sl_storyboard_get_n_shots (storyboard), ==, 2);
  g_assert_cmpstr (shot->id, ==, "leaves");
  g_assert_cmpstr (shot->scene->name, ==, "leaves");
  g_assert_cmpint (shot->start, ==, SL_MOTION_SECOND);
  g_assert_cmpint (shot->dissolve, ==, SL_MS (200));
  g_assert_cmpint (sl_storyboard_get_sound (storyboard)->loudness, ==, -23);
  g_assert_cmpuint (sl_storyboard_get_sound (storyboard)->chapters->len, ==, 2);
}

static void
test_wrong (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStoryboard) storyboard = sl_fixture_try (c->from, c->to, &error);

  g_assert_null (storyboard);
  g_assert_error (error, SL_STORYBOARD_ERROR, (int)c->code);
  g_assert_cmpstr (error->message, ==, c->message);
}

static void
check_syntax (const char *text,
              gsize       size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStoryboard) storyboard = sl_storyboard_new_from_data (text, size, &error);

  g_assert_null (storyboard);
  g_assert_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_SYNTAX);
}

static void
test_syntax (void)
{
  g_autofree char *deep = g_strnfill (500000, '[');

  check_syntax ("", 0);
  check_syntax ("[]", 2);
  check_syntax ("{\"format\": 1", 12);
  check_syntax ("{\"title\": \"\xff\"}", 15);
  check_syntax (deep, 500000);
}

/* Every prefix of a good storyboard is refused, none crashes. */
static void
test_cut (void)
{
  for (gsize size = 0; size + 2 < strlen (sl_fixture_text); size++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strndup (sl_fixture_text, size);
      g_autoptr (SlStoryboard) storyboard = sl_storyboard_new_from_data (text, size, &error);

      g_assert_null (storyboard);
      g_assert_nonnull (error);
    }
}

static void
test_no_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/storyboard.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStoryboard) storyboard = sl_storyboard_new_from_file (file, &error);

  g_assert_null (storyboard);
  g_assert_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_UNREADABLE);
  g_assert_true (g_str_has_prefix (error->message, "/nonexistent/storyboard.json: "));
}

/* The shots of the explainer have the seconds that the record's table gives them. */
static void
test_explainer (void)
{
  const gint64 starts[] = {0, 5, 11, 17, 25, 34, 40, 46, 52, 59, 65, 73, 81, 88, 94, 105, 111, 117};
  g_autoptr (SlStoryboard) storyboard = sl_fixture_explainer ();

  g_assert_cmpuint (sl_storyboard_get_n_frames (storyboard), ==, 3600);
  g_assert_cmpuint (sl_storyboard_get_n_shots (storyboard), ==, G_N_ELEMENTS (starts));
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      const SlShot *shot = sl_storyboard_get_shot (storyboard, i);

      g_assert_cmpint (shot->start, ==, starts[i] * SL_MOTION_SECOND);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/storyboard/good", test_good);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/storyboard/wrong/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_wrong);
    }
  g_test_add_func ("/storyboard/syntax", test_syntax);
  g_test_add_func ("/storyboard/cut", test_cut);
  g_test_add_func ("/storyboard/no-file", test_no_file);
  g_test_add_func ("/storyboard/explainer", test_explainer);

  return g_test_run ();
}
