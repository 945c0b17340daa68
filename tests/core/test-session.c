/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session over a small casebook: what panes see as time goes on, and that a seek shows what playing does. */
#include "casebook-reader.h"
#include "note.h"
#include "run-up.h"
#include "session.h"

#include <glib/gstdio.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

static const char *const files[][2] = {
  {"casebook.json",
   "{\"format\":1,\"id\":\"small\",\"version\":\"2026-11-22\",\"title\":\"S\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"sources.json",
   "[{\"id\":\"s\",\"title\":\"S\",\"publisher\":\"P\",\"type\":\"news\",\"language\":\"en\",\"accessed\":\"2026\"}]"},
  {"facts.json",
   "[{\"id\":\"a\",\"statement\":\"A.\",\"standing\":\"reported\",\"attribution\":\"P\",\"as_of\":\"2026\",\"sources\":[{\"source\":\"s\"}]},"
   "{\"id\":\"b\",\"statement\":\"B.\",\"standing\":\"reported\",\"attribution\":\"P\",\"as_of\":\"2026\",\"sources\":[{\"source\":\"s\"}]},"
   "{\"id\":\"c\",\"statement\":\"C.\",\"standing\":\"reported\",\"attribution\":\"P\",\"as_of\":\"2026\",\"sources\":[{\"source\":\"s\"}]}]"},
  {"films.json", "[{\"id\":\"f\",\"title\":\"F\",\"year\":2026,\"clips\":[\"k\"]}]"},
  {"clips/k.json",
   "{\"id\":\"k\",\"film\":\"f\",\"kind\":\"explainer\",\"title\":\"K\",\"duration\":\"01:00\","
   "\"chapters\":[{\"id\":\"one\",\"title\":\"One\",\"from\":\"00:00\",\"chapters\":["
   "{\"id\":\"inner\",\"title\":\"Inner\",\"from\":\"00:10\"}]},{\"id\":\"two\",\"title\":\"Two\",\"from\":\"00:30\"}],"
   "\"notes\":[{\"id\":\"n1\",\"from\":\"00:02\",\"to\":\"00:05\",\"kind\":\"fact\",\"title\":\"N1\",\"facts\":[\"a\",\"b\"]},"
   "{\"id\":\"n2\",\"from\":\"00:04\",\"to\":\"00:20\",\"kind\":\"context\",\"title\":\"N2\",\"facts\":[\"b\"]},"
   "{\"id\":\"point\",\"from\":\"00:40\",\"kind\":\"context\",\"title\":\"Point\",\"text\":\"Sixty characters of text, which take four seconds to be read.\",\"facts\":[\"c\"]},"
   "{\"id\":\"words\",\"from\":\"00:30\",\"to\":\"00:35\",\"kind\":\"title\",\"title\":\"Words\",\"facts\":[\"a\"]}]}"},
};

typedef struct
{
  char       *folder;
  SlSession  *session;
  SlCasebook *casebook;
} Fixture;

static void
set_up (Fixture *fixture, guint reading_speed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *clips = NULL;

  fixture->folder = g_dir_make_tmp ("sidelight-session-XXXXXX", &error);
  g_assert_no_error (error);
  clips = g_build_filename (fixture->folder, "clips", NULL);
  g_assert_cmpint (g_mkdir (clips, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i][0], NULL);

      g_assert_true (g_file_set_contents (path, files[i][1], -1, NULL));
    }
  folder = g_file_new_for_path (fixture->folder);
  fixture->casebook = sl_casebook_reader_read_folder (folder, &findings, &error);
  g_assert_no_error (error);
  fixture->session = sl_session_new ();
  sl_session_set_reading_speed (fixture->session, reading_speed);
  sl_session_set_casebook (fixture->session, fixture->casebook);
  sl_session_set_clip (fixture->session, sl_casebook_lookup_clip (fixture->casebook, "k"));
}

static void
tear_down (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i][0], NULL);

      g_remove (path);
    }
  {
    g_autofree char *clips = g_build_filename (fixture->folder, "clips", NULL);

    g_rmdir (clips);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->casebook);
}

/* The ids in @list, with * behind those that are current. */
static char *
ids (GListModel *list)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (list, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", sl_cue_get_id (cue), sl_cue_get_current (cue) ? "*" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_ids(list, wanted)        \
  G_STMT_START                          \
  {                                     \
    g_autofree char *_ids = ids (list); \
    g_assert_cmpstr (_ids, ==, wanted); \
  }                                     \
  G_STMT_END

static void
test_lists (void)
{
  Fixture fixture = {0};

  set_up (&fixture, 0);
  assert_ids (sl_session_get_chapters (fixture.session), "one inner two");
  assert_ids (sl_session_get_notes (fixture.session), "n1 n2 point");
  assert_ids (sl_session_get_facts (fixture.session), "");
  g_assert_null (sl_session_get_chapter (fixture.session));

  sl_session_advance (fixture.session, 2 * SECOND, 60);
  assert_ids (sl_session_get_notes (fixture.session), "n1* n2 point");
  assert_ids (sl_session_get_facts (fixture.session), "a* b*");
  g_assert_cmpstr (sl_cue_get_id (sl_session_get_chapter (fixture.session)), ==, "one");

  sl_session_advance (fixture.session, 6 * SECOND, 180);
  assert_ids (sl_session_get_notes (fixture.session), "n1 n2* point");
  assert_ids (sl_session_get_facts (fixture.session), "b* a");

  sl_session_advance (fixture.session, 31 * SECOND, 930);
  assert_ids (sl_session_get_titles (fixture.session), "words*");
  assert_ids (sl_session_get_facts (fixture.session), "a* b");
  g_assert_cmpstr (sl_cue_get_id (sl_session_get_chapter (fixture.session)), ==, "two");
  tear_down (&fixture);
}

static void
test_chapters (void)
{
  Fixture fixture = {0};

  set_up (&fixture, 0);
  sl_session_jump (fixture.session, 12 * SECOND, 360);
  g_assert_cmpstr (sl_cue_get_id (sl_session_get_chapter (fixture.session)), ==, "inner");
  g_assert_cmpint (sl_session_find_chapter (fixture.session, sl_session_get_time (fixture.session), 1), ==, 30 * SECOND);
  /* Within the first seconds of a chapter, back is to the one before. */
  g_assert_cmpint (sl_session_find_chapter (fixture.session, sl_session_get_time (fixture.session), -1), ==, 0);
  sl_session_jump (fixture.session, 20 * SECOND, 600);
  g_assert_cmpint (sl_session_find_chapter (fixture.session, sl_session_get_time (fixture.session), -1), ==, 10 * SECOND);
  sl_session_jump (fixture.session, 50 * SECOND, 1500);
  g_assert_cmpint (sl_session_find_chapter (fixture.session, sl_session_get_time (fixture.session), 1), ==, SL_TIME_NONE);
  tear_down (&fixture);
}

/* The film's own chapters come when it has been opened; what was chosen for the clip before that stays. */
static void
test_file_chapters (void)
{
  const SlFileChapter of_file[] = {{{10 * SECOND, 15 * SECOND}, "Of the file"}};
  Fixture             fixture = {0};
  SlCaptions         *captions;

  set_up (&fixture, 0);
  captions = sl_session_get_captions (fixture.session);
  sl_session_jump (fixture.session, 12 * SECOND, 360);
  sl_captions_add (captions, 11 * SECOND, 14 * SECOND, "Said");
  sl_captions_choose (captions, SL_CAPTIONS_OF_FILE);
  sl_session_set_file_chapters (fixture.session, of_file, G_N_ELEMENTS (of_file));
  g_assert_cmpint (sl_captions_get_choice (captions), ==, SL_CAPTIONS_OF_FILE);
  g_assert_cmpuint (g_list_model_get_n_items (sl_captions_get_now (captions)), ==, 1);
  tear_down (&fixture);
}

/* What was current stays so when they come, also at the very beginning; and nothing is before the first picture. */
static void
test_file_chapters_at_once (void)
{
  const SlFileChapter of_file[] = {{{10 * SECOND, 15 * SECOND}, "Of the file"}};
  const SlFileChapter once_more[] = {{{11 * SECOND, 15 * SECOND}, "Of the file"}};
  Fixture             fixture = {0};

  set_up (&fixture, 0);
  sl_session_set_file_chapters (fixture.session, of_file, G_N_ELEMENTS (of_file));
  g_assert_null (sl_session_get_chapter (fixture.session));
  sl_session_advance (fixture.session, 0, 0);
  g_assert_cmpstr (sl_cue_get_id (sl_session_get_chapter (fixture.session)), ==, "one");
  sl_session_set_file_chapters (fixture.session, once_more, G_N_ELEMENTS (once_more));
  g_assert_nonnull (sl_session_get_chapter (fixture.session));
  g_assert_cmpstr (sl_cue_get_id (sl_session_get_chapter (fixture.session)), ==, "one");
  tear_down (&fixture);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Between notes there is one to be near, wherever one came from: a list has a place to be at. */
static void
test_near_note (void)
{
  Fixture fixture = {0};
  guint   n_told = 0;

  set_up (&fixture, 0);
  sl_session_jump (fixture.session, SECOND, 0);
  g_assert_null (sl_session_get_near_note (fixture.session));
  g_signal_connect_swapped (fixture.session, "notify::near-note", G_CALLBACK (count_cb), &n_told);
  sl_session_jump (fixture.session, 25 * SECOND, 0);
  g_assert_null (sl_session_get_note (fixture.session));
  g_assert_cmpstr (sl_cue_get_id (sl_session_get_near_note (fixture.session)), ==, "n2");
  g_assert_cmpuint (n_told, ==, 1);
  sl_session_jump (fixture.session, 4 * SECOND, 0);
  g_assert_true (sl_session_get_near_note (fixture.session) == sl_session_get_note (fixture.session));
  sl_session_jump (fixture.session, 50 * SECOND, 0);
  g_assert_cmpstr (sl_cue_get_id (sl_session_get_near_note (fixture.session)), ==, "point");
  sl_session_jump (fixture.session, 0, 0);
  g_assert_null (sl_session_get_near_note (fixture.session));
  tear_down (&fixture);
}

/* A short note stays until it can have been read; its cue is told at its own times all the same. */
static void
test_reading_time (void)
{
  Fixture fixture = {0};
  guint   n_left = 0;

  set_up (&fixture, 15);
  sl_session_jump (fixture.session, 39 * SECOND, 0);
  g_signal_connect_swapped (fixture.session, "cue-left", G_CALLBACK (count_cb), &n_left);
  sl_session_advance (fixture.session, 41 * SECOND, 0);
  assert_ids (sl_session_get_notes (fixture.session), "n1 n2 point*");
  assert_ids (sl_session_get_facts (fixture.session), "c* b a");
  g_assert_cmpuint (n_left, ==, 1);
  sl_session_advance (fixture.session, 50 * SECOND, 0);
  assert_ids (sl_session_get_notes (fixture.session), "n1 n2 point");
  g_assert_cmpuint (n_left, ==, 1);
  tear_down (&fixture);
}

/* Everything that panes see, in words. */
static char *
describe (SlSession *session)
{
  g_autofree char *notes = ids (sl_session_get_notes (session));
  g_autofree char *facts = ids (sl_session_get_facts (session));
  g_autofree char *titles = ids (sl_session_get_titles (session));
  g_autofree char *chapters = ids (sl_session_get_chapters (session));

  return g_strjoin (" | ", notes, facts, titles, chapters, NULL);
}

/* Whatever the way to a moment was, it looks the same. */
static void
test_way_does_not_matter (void)
{
  Fixture played = {0}, wandered = {0};

  set_up (&played, 15);
  set_up (&wandered, 15);
  for (guint round = 0; round < 300; round++)
    {
      const gint64     target = g_test_rand_int_range (0, 60000) * (SECOND / 1000);
      g_autofree char *by_play = NULL;
      g_autofree char *by_jump = NULL;

      sl_session_jump (played.session, 0, 0);
      for (gint64 time = 0; time < target; time += 200 * (SECOND / 1000))
        sl_session_advance (played.session, time, 0);
      sl_session_advance (played.session, target, 0);
      sl_session_jump (wandered.session, target, 0);
      by_play = describe (played.session);
      by_jump = describe (wandered.session);
      g_assert_cmpstr (by_play, ==, by_jump);
    }
  tear_down (&played);
  tear_down (&wandered);
}

/* Another clip, and none: nothing of the old one stays. */
static void
test_clip_change (void)
{
  Fixture fixture = {0};

  guint n_left = 0;

  set_up (&fixture, 0);
  sl_session_advance (fixture.session, 3 * SECOND, 90);
  g_signal_connect_swapped (fixture.session, "cue-left", G_CALLBACK (count_cb), &n_left);
  sl_session_set_clip (fixture.session, NULL);
  g_assert_cmpuint (n_left, ==, 2);
  assert_ids (sl_session_get_notes (fixture.session), "");
  assert_ids (sl_session_get_facts (fixture.session), "");
  g_assert_cmpint (sl_session_get_time (fixture.session), ==, 0);
  g_assert_cmpint (sl_session_get_duration (fixture.session), ==, 0);
  tear_down (&fixture);
}

static void
test_lookup (void)
{
  Fixture fixture = {0};

  set_up (&fixture, 0);
  g_assert_cmpint (sl_cue_get_start (sl_session_lookup_cue (fixture.session, SL_CUE_NOTE, "words")), ==, 30 * SECOND);
  g_assert_cmpint (sl_cue_get_start (sl_session_lookup_cue (fixture.session, SL_CUE_FACT, "c")), ==, 40 * SECOND);
  g_assert_cmpint (sl_cue_get_start (sl_session_lookup_cue (fixture.session, SL_CUE_CHAPTER, "inner")), ==, 10 * SECOND);
  g_assert_null (sl_session_lookup_cue (fixture.session, SL_CUE_CAPTION, "none"));
  tear_down (&fixture);
}

/* The lists of a session whose speed was changed are those of one that had it from the beginning, at every moment. */
static void
test_reading_speed_at_once (void)
{
  static const guint speeds[] = {0, 15, 5, 60};

  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    for (gint64 time = 0; time <= 60 * SECOND; time += SECOND / 2)
      {
        Fixture          fixture = {0}, other = {0};
        g_autofree char *now = NULL;
        g_autofree char *notes = NULL;
        g_autofree char *facts = NULL;

        set_up (&fixture, speeds[(i + 1) % G_N_ELEMENTS (speeds)]);
        set_up (&other, speeds[i]);
        sl_session_jump (fixture.session, time, 0);
        sl_session_set_reading_speed (fixture.session, speeds[i]);
        sl_session_jump (other.session, time, 0);
        now = ids (sl_session_get_notes_now (other.session));
        notes = ids (sl_session_get_notes (other.session));
        facts = ids (sl_session_get_facts (other.session));
        if (time > 0)
          {
            assert_ids (sl_session_get_notes_now (fixture.session), now);
            assert_ids (sl_session_get_notes (fixture.session), notes);
            assert_ids (sl_session_get_facts (fixture.session), facts);
          }
        tear_down (&fixture);
        tear_down (&other);
      }
}

/* Never after the moment, never more than the length before it, in its chapter, and as early as that allows. */
static void
test_run_up (void)
{
  static const gint64 starts[] = {0, 10 * SECOND, 30 * SECOND}; /* of the chapters */
  Fixture             fixture = {0};
  g_autoptr (SlSession) empty = sl_session_new ();

  set_up (&fixture, 0);
  for (gint64 length = 0; length <= 10 * SECOND; length += SECOND)
    for (gint64 time = 0; time < 60 * SECOND; time += SECOND / 4)
      {
        gint64 wanted = MAX (time - length, 0);

        for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
          if (starts[i] <= time)
            wanted = MAX (wanted, starts[i]);
        g_assert_cmpint (sl_run_up_find (fixture.session, time, length), ==, wanted);
      }
  g_assert_cmpint (sl_run_up_find (empty, 5 * SECOND, 2 * SECOND), ==, 3 * SECOND);
  g_assert_cmpint (sl_run_up_find (empty, SECOND, 2 * SECOND), ==, 0);
  tear_down (&fixture);
}

/* The very beginning of a clip is a place in it once it was there; before that there is none. */
static void
test_moment (void)
{
  Fixture fixture = {0};
  g_autoptr (SlSession) empty = sl_session_new ();
  SlClip *clip;

  set_up (&fixture, 0);
  clip = sl_session_get_clip (fixture.session);
  g_assert_false (sl_session_has_moment (empty));
  sl_session_advance (empty, 0, 0);
  g_assert_false (sl_session_has_moment (empty));
  g_assert_false (sl_session_has_moment (fixture.session));
  sl_session_advance (fixture.session, 0, 0);
  g_assert_true (sl_session_has_moment (fixture.session));
  sl_session_set_clip (fixture.session, NULL);
  g_assert_false (sl_session_has_moment (fixture.session));
  sl_session_set_clip (fixture.session, clip);
  g_assert_false (sl_session_has_moment (fixture.session));
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/lists", test_lists);
  g_test_add_func ("/session/chapters", test_chapters);
  g_test_add_func ("/session/file-chapters", test_file_chapters);
  g_test_add_func ("/session/file-chapters-at-once", test_file_chapters_at_once);
  g_test_add_func ("/session/near-note", test_near_note);
  g_test_add_func ("/session/reading-time", test_reading_time);
  g_test_add_func ("/session/reading-speed-at-once", test_reading_speed_at_once);
  g_test_add_func ("/session/run-up", test_run_up);
  g_test_add_func ("/session/way-does-not-matter", test_way_does_not_matter);
  g_test_add_func ("/session/clip-change", test_clip_change);
  g_test_add_func ("/session/lookup", test_lookup);
  g_test_add_func ("/session/moment", test_moment);

  return g_test_run ();
}
