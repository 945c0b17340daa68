/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a film's own file brings along, its chapters and words, and what goes round in it, as the session sees them. */
#include "caption.h"
#include "chapter.h"
#include "clip-maker.h"
#include "view-world.h"

#include <gst/gst.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_FRAMES 180

static const ClipTrack   texts[] = {{"en", "Words", "1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:04,000 --> 00:00:05,000\nTwo\n\n"},
                                    {NULL, NULL, NULL}};
static const ClipChapter chapters[] = {
  {{"Inner", NULL}, {"eng", NULL}, 0, 700, 1500, FALSE},
  {{"Across", NULL}, {"eng", NULL}, 0, 2500, 3500, FALSE},
  {{"Late", NULL}, {"eng", NULL}, 0, 4000, 5000, FALSE},
  {{NULL, NULL}, {NULL, NULL}, 0, 0, 0, FALSE},
};

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\": 1, \"id\": \"made\", \"version\": \"2026-01-01\", \"title\": \"Made\", \"language\": \"en\", \"licence\": \"CC0-1.0\"}"},
  {"films.json", "[{\"id\": \"film\", \"title\": \"Film\", \"year\": 2026, \"clips\": [\"clip\"]}]"},
  {"clips/clip.json",
   "{\"id\": \"clip\", \"film\": \"film\", \"kind\": \"explainer\", \"title\": \"Clip\", \"duration\": \"0:06\", \"language\": \"en\","
   " \"media\": [{\"file\": \"film.mkv\"}],"
   " \"chapters\": [{\"id\": \"a\", \"title\": \"A\", \"from\": \"0:00\"}, {\"id\": \"b\", \"title\": \"B\", \"from\": \"0:03\"}],"
   " \"notes\": [{\"id\": \"n1\", \"kind\": \"production\", \"text\": \"x\", \"from\": \"0:01\", \"to\": \"0:02\"},"
   " {\"id\": \"last\", \"kind\": \"production\", \"text\": \"x\", \"from\": \"0:02.998\", \"to\": \"0:02.999\"},"
   " {\"id\": \"over\", \"kind\": \"production\", \"text\": \"x\", \"from\": \"0:02.500\", \"to\": \"0:04\"}]}"},
  {NULL, NULL},
};

typedef struct
{
  VirtualTime *time;
  SlSession   *session;
  SlConductor *conductor;
  char        *folder;
  SlFrame     *frame;
  GHashTable  *entered; /* how often, by id */
  GHashTable  *left;
  guint        wanted; /* laps */
} Fixture;

static void
count (GHashTable *counts, SlCue *cue)
{
  g_hash_table_insert (counts, g_strdup (sl_cue_get_id (cue)),
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, sl_cue_get_id (cue))) + 1));
}

static void
entered_cb (Fixture *fixture, SlCue *cue)
{
  count (fixture->entered, cue);
}

static void
left_cb (Fixture *fixture, SlCue *cue)
{
  count (fixture->left, cue);
}

static void
frame_cb (Fixture *fixture, SlFrame *frame)
{
  g_assert_cmpint (sl_frame_get_number (frame), ==, clip_maker_read_number (frame));
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  fixture->frame = sl_frame_ref (frame);
}

static void
look (gpointer data)
{
  sl_conductor_tick (((Fixture *)data)->conductor);
}

static gboolean
is_paused (gpointer data)
{
  Fixture *fixture = data;

  g_assert_null (sl_conductor_get_fault (fixture->conductor));
  return fixture->frame && sl_conductor_get_state (fixture->conductor) == SL_PLAYER_PAUSED;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlCasebook) casebook = NULL;
  g_autofree char *film = NULL;

  fixture->folder = view_world_make_folder (files);
  film = g_build_filename (fixture->folder, "film.mkv", NULL);
  clip_maker_make (film, &(ClipShape){320, 180, 30, 1, N_FRAMES, TRUE, .container = CLIP_MATROSKA, .texts = texts, .chapters = chapters});
  casebook = view_world_read (fixture->folder);
  fixture->time = virtual_time_new ();
  fixture->conductor = view_world_make_conductor (casebook, fixture->time);
  fixture->session = g_object_ref (sl_conductor_get_session (fixture->conductor));
  fixture->entered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fixture->left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_swapped (fixture->session, "cue-entered", G_CALLBACK (entered_cb), fixture);
  g_signal_connect_swapped (fixture->session, "cue-left", G_CALLBACK (left_cb), fixture);
  g_signal_connect_swapped (fixture->conductor, "frame", G_CALLBACK (frame_cb), fixture);
  sl_session_set_clip (fixture->session, sl_casebook_lookup_clip (casebook, "clip"));
  g_assert_true (sl_conductor_open (fixture->conductor, 0, FALSE));
  virtual_time_wait (fixture->time, look, is_paused, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  g_assert_finalize_object (fixture->conductor);
  g_assert_finalize_object (fixture->session);
  virtual_time_free (fixture->time);
  g_hash_table_unref (fixture->entered);
  g_hash_table_unref (fixture->left);
  view_world_remove_folder (fixture->folder);
}

/* The author's chapters stay, the file's go under them, what runs across is left out; and it is so once. */
static void
test_chapters (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {"a", "file-1", "b", "file-3"};
  GListModel              *merged = sl_session_get_chapters (fixture->session);

  for (guint i = 0; i < g_list_model_get_n_items (merged); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (merged, i);

      g_test_message ("%s %.3f %.3f", sl_cue_get_id (cue), (double)sl_cue_get_start (cue) / SECOND, (double)sl_cue_get_end (cue) / SECOND);
    }
  g_assert_cmpuint (g_list_model_get_n_items (merged), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (merged, i);

      g_assert_cmpstr (sl_cue_get_id (cue), ==, expected[i]);
      g_assert_cmpuint (sl_chapter_get_depth (SL_CHAPTER (sl_cue_get_record (cue))), ==, i % 2);
    }
  sl_conductor_seek (fixture->conductor, SECOND, SL_SEEK_EXACT);
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  virtual_time_wait (fixture->time, look, is_paused, fixture);
  g_assert_cmpstr (sl_cue_get_id (sl_session_get_chapter (fixture->session)), ==, "file-1");
}

static gboolean
has_gone_round (gpointer data)
{
  Fixture *fixture = data;

  g_assert_null (sl_conductor_get_fault (fixture->conductor));
  return fixture->frame && sl_frame_get_lap (fixture->frame) >= fixture->wanted;
}

static guint
times (GHashTable *counts, const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, id));
}

/* Round and round in the first chapter: each of its notes comes and goes once a round, also the one of a millisecond
 * just before the seam, and the one that lasts beyond it; the next chapter never comes. */
static void
test_loop (Fixture *fixture, gconstpointer data)
{
  g_assert_true (sl_conductor_set_loop (fixture->conductor, SL_LOOP_CHAPTER));
  g_assert_cmpint (sl_conductor_get_loop (fixture->conductor), ==, SL_LOOP_CHAPTER);
  /* It was chosen outside of the file's smaller chapter. */
  sl_conductor_set_playing (fixture->conductor, TRUE);
  fixture->wanted = 3;
  virtual_time_run (fixture->time, look, has_gone_round, fixture);
  g_assert_cmpuint (times (fixture->entered, "n1"), ==, 3);
  g_assert_cmpuint (times (fixture->left, "n1"), ==, 3);
  g_assert_cmpuint (times (fixture->entered, "last"), ==, 3);
  g_assert_cmpuint (times (fixture->left, "last"), ==, 3);
  g_assert_cmpuint (times (fixture->entered, "over"), ==, 3);
  g_assert_cmpuint (times (fixture->left, "over"), ==, 3);
  g_assert_cmpuint (times (fixture->entered, "b"), ==, 0);
  g_assert_cmpint (sl_session_get_time (fixture->session), <, SECOND);
}

/* A seek to another chapter takes the loop along; a loop of a note ends where there is none. */
static void
test_loop_moves (Fixture *fixture, gconstpointer data)
{
  g_assert_false (sl_conductor_set_loop (fixture->conductor, SL_LOOP_NOTE));
  g_assert_true (sl_conductor_set_loop (fixture->conductor, SL_LOOP_CHAPTER));
  sl_conductor_seek (fixture->conductor, 3 * SECOND + SECOND / 2, SL_SEEK_EXACT);
  g_assert_cmpint (sl_conductor_get_loop (fixture->conductor), ==, SL_LOOP_CHAPTER);
  sl_conductor_set_playing (fixture->conductor, TRUE);
  fixture->wanted = 1;
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  virtual_time_run (fixture->time, look, has_gone_round, fixture);
  g_assert_cmpuint (sl_frame_get_number (fixture->frame), ==, 90);
  sl_conductor_seek (fixture->conductor, 3 * SECOND + SECOND / 2, SL_SEEK_EXACT);
  g_assert_true (sl_conductor_set_loop (fixture->conductor, SL_LOOP_NOTE));
  sl_conductor_seek (fixture->conductor, 5 * SECOND, SL_SEEK_EXACT);
  g_assert_cmpint (sl_conductor_get_loop (fixture->conductor), ==, SL_LOOP_NONE);
  sl_conductor_loop_section (fixture->conductor, SECOND, 2 * SECOND);
  g_assert_cmpint (sl_conductor_get_loop (fixture->conductor), ==, SL_LOOP_SECTION);
  sl_conductor_seek (fixture->conductor, 0, SL_SEEK_EXACT);
  g_assert_cmpint (sl_conductor_get_loop (fixture->conductor), ==, SL_LOOP_NONE);
}

static gboolean
has_ended (gpointer data)
{
  return sl_conductor_get_state (((Fixture *)data)->conductor) == SL_PLAYER_ENDED;
}

/* The words of the file's own track come and go as captions do. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  SlCaptions              *captions = sl_session_get_captions (fixture->session);
  static const char *const ids[] = {"0:00:01.000", "0:00:04.000"};

  sl_conductor_select (fixture->conductor, SL_TRACK_TEXT, 0);
  sl_captions_choose (captions, SL_CAPTIONS_OF_FILE);
  sl_conductor_set_playing (fixture->conductor, TRUE);
  virtual_time_run (fixture->time, look, has_ended, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_nonnull (sl_captions_lookup (captions, ids[i]));
      g_assert_cmpuint (times (fixture->entered, ids[i]), ==, 1);
      g_assert_cmpuint (times (fixture->left, ids[i]), ==, 1);
    }
}

/* A step moves the notes along, and plays no more. */
static void
test_step (Fixture *fixture, gconstpointer data)
{
  sl_conductor_seek (fixture->conductor, SECOND - SECOND / 30, SL_SEEK_EXACT);
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  virtual_time_wait (fixture->time, look, is_paused, fixture);
  g_assert_cmpuint (times (fixture->entered, "n1"), ==, 0);
  sl_conductor_step (fixture->conductor, 1);
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  virtual_time_wait (fixture->time, look, is_paused, fixture);
  g_assert_cmpint (sl_frame_get_number (fixture->frame), ==, 30);
  g_assert_cmpuint (times (fixture->entered, "n1"), ==, 1);
  sl_conductor_step (fixture->conductor, -1);
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  virtual_time_wait (fixture->time, look, is_paused, fixture);
  g_assert_cmpint (sl_frame_get_number (fixture->frame), ==, 29);
  g_assert_cmpuint (times (fixture->left, "n1"), ==, 1);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/film/chapters", Fixture, NULL, set_up, test_chapters, tear_down);
  g_test_add ("/film/loop", Fixture, NULL, set_up, test_loop, tear_down);
  g_test_add ("/film/loop-moves", Fixture, NULL, set_up, test_loop_moves, tear_down);
  g_test_add ("/film/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/film/step", Fixture, NULL, set_up, test_step, tear_down);
  return g_test_run ();
}
