/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A copy that the viewer has brought, earlier or later than its clip: pictures are known by the number that they carry,
 * so that what the session makes of each is told by nobody else. Under a virtual clock, without a display.
 */
#include "clip-maker.h"
#include "own-copy.h"
#include "view-world.h"

#include <gst/gst.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_FRAMES 180
#define FPS 30

static const ClipTrack   texts[] = {{"en", "Words", "1\n00:00:00,200 --> 00:00:00,800\nNone\n\n2\n00:00:02,000 --> 00:00:03,000\nTwo\n\n"},
                                    {NULL, NULL, NULL}};
static const ClipChapter chapters[] = {
  {{"Before", NULL}, {"eng", NULL}, 0, 0, 900, FALSE},
  {{"Inner", NULL}, {"eng", NULL}, 0, 900, 2500, FALSE},
  {{"Across", NULL}, {"eng", NULL}, 0, 2500, 4900, FALSE},
  {{"Late", NULL}, {"eng", NULL}, 0, 4900, 6000, FALSE},
  {{NULL, NULL}, {NULL, NULL}, 0, 0, 0, FALSE},
};

#define CLIP(id, duration)                                                                                                                     \
  "{\"id\": \"" id "\", \"film\": \"film\", \"kind\": \"feature\", \"title\": \"Clip\", \"duration\": \"" duration "\", \"language\": \"en\"," \
  " \"bring_your_own\": {\"duration\": \"" duration "\"},"                                                                                     \
  " \"chapters\": [{\"id\": \"a\", \"title\": \"A\", \"from\": \"0:00\"}, {\"id\": \"b\", \"title\": \"B\", \"from\": \"0:03\"}],"             \
  " \"notes\": [{\"id\": \"first\", \"kind\": \"production\", \"text\": \"x\", \"from\": \"0:00.100\", \"to\": \"0:00.500\"},"                 \
  " {\"id\": \"n1\", \"kind\": \"production\", \"text\": \"x\", \"from\": \"0:01\", \"to\": \"0:02\"},"                                        \
  " {\"id\": \"short\", \"kind\": \"production\", \"text\": \"x\", \"from\": \"0:02.010\", \"to\": \"0:02.011\"},"                             \
  " {\"id\": \"over\", \"kind\": \"production\", \"text\": \"x\", \"from\": \"0:02.500\", \"to\": \"0:04\"}]}"

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\": 1, \"id\": \"made\", \"version\": \"2026-01-01\", \"title\": \"Made\", \"language\": \"en\", \"licence\": \"CC0-1.0\"}"},
  {"films.json", "[{\"id\": \"film\", \"title\": \"Film\", \"year\": 2026, \"clips\": [\"clip\", \"long\"]}]"},
  {"clips/clip.json", CLIP ("clip", "0:06")},
  {"clips/long.json", CLIP ("long", "0:20")},
  {NULL, NULL},
};

typedef struct
{
  VirtualTime *time;
  SlSession   *session;
  SlConductor *conductor;
  char        *folder;
  char        *uri;
  SlFrame     *frame;
  GHashTable  *entered; /* picture number + 1 with which it came last, by id */
  gint64       offset;
  guint        n_frames;
  guint        wanted; /* laps */
} Fixture;

static int
number_of (Fixture *fixture)
{
  return fixture->frame ? (int)clip_maker_read_number (fixture->frame) : -1;
}

static void
entered_cb (Fixture *fixture, SlCue *cue)
{
  g_hash_table_insert (fixture->entered, g_strdup (sl_cue_get_id (cue)), GINT_TO_POINTER (number_of (fixture) + 1));
}

static void
before_frame_cb (Fixture *fixture, SlFrame *frame)
{
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  fixture->frame = sl_frame_ref (frame);
  fixture->n_frames++;
}

/* Whatever is shown, the session is at the clip's time of that very picture. */
static void
frame_cb (Fixture *fixture, SlFrame *frame)
{
  const gint64 file = (gint64)clip_maker_read_number (frame) * SECOND / FPS;
  const gint64 time = sl_session_get_time (fixture->session);

  g_assert_cmpint (ABS (time - MAX (file - fixture->offset, 0)), <=, SECOND / 1000);
  g_assert_cmpint (sl_reel_time_of (sl_conductor_get_reel (fixture->conductor), frame), ==, time);
  g_assert_cmpint (sl_session_get_number (fixture->session), ==, fixture->offset == 0 ? sl_frame_get_number (frame) : -1);
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

static gboolean
has_ended (gpointer data)
{
  return sl_conductor_get_state (((Fixture *)data)->conductor) == SL_PLAYER_ENDED;
}

static void
wait_for_picture (Fixture *fixture)
{
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  virtual_time_wait (fixture->time, look, is_paused, fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlCasebook) casebook = NULL;
  g_autofree char *film = NULL;

  fixture->folder = view_world_make_folder (files);
  film = g_build_filename (fixture->folder, "my own copy.mkv", NULL);
  fixture->uri = g_filename_to_uri (film, NULL, NULL);
  clip_maker_make (film, &(ClipShape){320, 180, FPS, 1, N_FRAMES, TRUE, .container = CLIP_MATROSKA, .texts = texts, .chapters = chapters});
  casebook = view_world_read (fixture->folder);
  fixture->time = virtual_time_new ();
  fixture->conductor = view_world_make_conductor (casebook, fixture->time);
  fixture->session = g_object_ref (sl_conductor_get_session (fixture->conductor));
  fixture->entered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_swapped (fixture->session, "cue-entered", G_CALLBACK (entered_cb), fixture);
  g_signal_connect_swapped (fixture->conductor, "before-frame", G_CALLBACK (before_frame_cb), fixture);
  g_signal_connect_swapped (fixture->conductor, "frame", G_CALLBACK (frame_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  g_assert_finalize_object (fixture->conductor);
  g_assert_finalize_object (fixture->session);
  virtual_time_free (fixture->time);
  g_hash_table_unref (fixture->entered);
  g_free (fixture->uri);
  view_world_remove_folder (fixture->folder);
}

static void
open_copy (Fixture *fixture, const char *clip, gint64 offset, gint64 start, gboolean play)
{
  fixture->offset = offset;
  sl_session_set_clip (fixture->session, sl_casebook_lookup_clip (sl_session_get_casebook (fixture->session), clip));
  g_assert_false (sl_conductor_open (fixture->conductor, 0, FALSE)); /* there is none yet */
  g_assert_null (sl_conductor_get_fault (fixture->conductor));
  sl_reel_set_copy (sl_conductor_get_reel (fixture->conductor), fixture->uri, offset);
  g_assert_false (sl_conductor_has_medium (fixture->conductor));
  g_assert_true (sl_conductor_open (fixture->conductor, start, play));
  g_assert_true (sl_conductor_has_medium (fixture->conductor) && sl_reel_is_copy (sl_conductor_get_reel (fixture->conductor)));
}

/* The picture with which @id came; -1: it never did. */
static int
came_with (Fixture *fixture, const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (fixture->entered, id)) - 1;
}

/* A copy with something before the clip's first picture begins with that picture, and each note comes with its own. */
static void
test_later (Fixture *fixture, gconstpointer data)
{
  open_copy (fixture, "clip", SECOND, 0, TRUE);
  virtual_time_run (fixture->time, look, has_ended, fixture);
  g_assert_cmpuint (fixture->n_frames, ==, N_FRAMES - FPS);
  g_assert_cmpint (came_with (fixture, "first"), ==, FPS + 3);
  g_assert_cmpint (came_with (fixture, "n1"), ==, 2 * FPS);
  g_assert_cmpint (came_with (fixture, "short"), ==, 3 * FPS + 1);
  g_assert_cmpint (came_with (fixture, "over"), ==, 105);
  g_assert_cmpint (came_with (fixture, "b"), ==, 4 * FPS);
  g_assert_cmpint (sl_session_get_time (fixture->session), ==, 6 * SECOND);
  g_assert_null (sl_conductor_get_fault (fixture->conductor));
}

/* A copy that lacks the clip's first second begins where it can: what would have been told before that is not. */
static void
test_earlier (Fixture *fixture, gconstpointer data)
{
  open_copy (fixture, "clip", -SECOND, 0, TRUE);
  virtual_time_run (fixture->time, look, has_ended, fixture);
  g_assert_cmpuint (fixture->n_frames, ==, N_FRAMES);
  g_assert_cmpint (came_with (fixture, "first"), ==, -1);
  g_assert_cmpint (came_with (fixture, "n1"), ==, 0);
  g_assert_cmpint (came_with (fixture, "short"), ==, FPS + 1);
  g_assert_cmpint (came_with (fixture, "over"), ==, 45);
  g_assert_cmpint (sl_session_get_time (fixture->session), >=, 7 * SECOND - SECOND / FPS);
  g_assert_null (sl_conductor_get_fault (fixture->conductor));
  /* And from the start again, as far as there is one. */
  sl_conductor_set_playing (fixture->conductor, FALSE);
  sl_conductor_seek (fixture->conductor, 0, SL_SEEK_EXACT);
  g_assert_cmpint (sl_conductor_get_target (fixture->conductor), ==, SECOND);
  wait_for_picture (fixture);
  g_assert_cmpint (number_of (fixture), ==, 0);
}

static void
test_seeks (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 12; i++)
    {
      const gint64 offset = g_test_rand_int_range (-20, 21) * SECOND / 10;

      fixture->n_frames = 0;
      open_copy (fixture, "clip", offset, 2 * SECOND, FALSE);
      wait_for_picture (fixture);
      g_assert_cmpint (number_of (fixture), ==, (2 * SECOND + offset) * FPS / SECOND);
      for (guint j = 0; j < 4; j++)
        {
          const gint64 file = g_test_rand_int_range (0, N_FRAMES / 3) * SECOND / 10;
          const gint64 target = MAX (file - offset, 0);

          sl_conductor_seek (fixture->conductor, target, SL_SEEK_EXACT);
          g_assert_cmpint (sl_conductor_get_target (fixture->conductor), ==, MIN (target, 6 * SECOND));
          wait_for_picture (fixture);
          g_assert_cmpint (number_of (fixture), ==, MIN ((MIN (target, 6 * SECOND) + offset) * FPS / SECOND, N_FRAMES - 1));
        }
      sl_session_set_clip (fixture->session, NULL);
      sl_reel_set_copy (sl_conductor_get_reel (fixture->conductor), NULL, 0);
    }
}

/* "The notes come too early": the picture stays, and they move. */
static void
test_new_offset (Fixture *fixture, gconstpointer data)
{
  open_copy (fixture, "clip", 0, 3 * SECOND, FALSE);
  wait_for_picture (fixture);
  g_assert_cmpint (number_of (fixture), ==, 90);
  g_hash_table_remove_all (fixture->entered);
  fixture->offset = SECOND;
  sl_conductor_set_offset (fixture->conductor, SECOND);
  g_assert_cmpint (sl_reel_get_offset (sl_conductor_get_reel (fixture->conductor)), ==, SECOND);
  g_assert_cmpint (sl_conductor_get_target (fixture->conductor), ==, 2 * SECOND);
  wait_for_picture (fixture);
  g_assert_cmpint (number_of (fixture), ==, 90);
  g_assert_cmpint (sl_session_get_time (fixture->session), ==, 2 * SECOND);
  g_assert_cmpstr (sl_cue_get_id (sl_session_get_chapter (fixture->session)), ==, "a");
  /* What the clip does not have of the copy is passed over. */
  fixture->offset = 4 * SECOND;
  sl_conductor_set_offset (fixture->conductor, 4 * SECOND);
  wait_for_picture (fixture);
  g_assert_cmpint (number_of (fixture), ==, 120);
  g_assert_cmpint (sl_session_get_time (fixture->session), ==, 0);
  /* Nothing is farther off than it can be. */
  fixture->offset = -SL_OWN_COPY_FURTHEST;
  sl_conductor_set_offset (fixture->conductor, G_MININT64);
  g_assert_cmpint (sl_reel_get_offset (sl_conductor_get_reel (fixture->conductor)), ==, -SL_OWN_COPY_FURTHEST);
}

static gboolean
has_gone_round (gpointer data)
{
  Fixture *fixture = data;

  g_assert_null (sl_conductor_get_fault (fixture->conductor));
  return fixture->frame && sl_frame_get_lap (fixture->frame) >= fixture->wanted;
}

/* A loop goes round in what it was about, also when that lies elsewhere than it did. */
static void
test_loop (Fixture *fixture, gconstpointer data)
{
  open_copy (fixture, "clip", SECOND / 2, 3 * SECOND + SECOND / 10, FALSE);
  wait_for_picture (fixture);
  g_assert_true (sl_conductor_set_loop (fixture->conductor, SL_LOOP_NOTE));
  sl_conductor_set_playing (fixture->conductor, TRUE);
  fixture->wanted = 1;
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  virtual_time_run (fixture->time, look, has_gone_round, fixture);
  g_assert_cmpint (number_of (fixture), ==, 90); /* 2.5 in the clip, 3 in the copy */
  fixture->offset = 0;
  sl_conductor_set_offset (fixture->conductor, 0);
  g_assert_cmpint (sl_conductor_get_loop (fixture->conductor), ==, SL_LOOP_NOTE);
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  virtual_time_run (fixture->time, look, has_gone_round, fixture);
  g_assert_cmpint (number_of (fixture), ==, 75);
  /* Elsewhere there is no such note: it ends. */
  fixture->offset = 2 * SECOND;
  sl_conductor_set_offset (fixture->conductor, 2 * SECOND);
  g_assert_cmpint (sl_conductor_get_loop (fixture->conductor), ==, SL_LOOP_NONE);
}

/* What the file itself has is told in the clip's time too, and what is over before the clip begins is not told. */
static void
test_of_file (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {"a", "file-2", "b", "file-4"};
  static const gint64      starts[] = {0, 0, 3 * SECOND, 3900 * SECOND / 1000};
  SlCaptions              *captions;
  GListModel              *merged;

  open_copy (fixture, "clip", SECOND, 0, FALSE);
  wait_for_picture (fixture);
  merged = sl_session_get_chapters (fixture->session);
  g_assert_cmpuint (g_list_model_get_n_items (merged), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (merged, i);

      g_assert_cmpstr (sl_cue_get_id (cue), ==, expected[i]);
      g_assert_cmpint (sl_cue_get_start (cue), ==, starts[i]);
    }
  captions = sl_session_get_captions (fixture->session);
  sl_conductor_select (fixture->conductor, SL_TRACK_TEXT, 0);
  sl_captions_choose (captions, SL_CAPTIONS_OF_FILE);
  sl_conductor_set_playing (fixture->conductor, TRUE);
  virtual_time_run (fixture->time, look, has_ended, fixture);
  g_assert_nonnull (sl_captions_lookup (captions, "0:00:01.000"));
  g_assert_cmpint (came_with (fixture, "0:00:01.000"), ==, 60);
  g_assert_null (sl_captions_lookup (captions, "0:00:00.000"));
}

/* A copy of a shorter cut ends when it ends: it was never longer. */
static void
test_shorter (Fixture *fixture, gconstpointer data)
{
  open_copy (fixture, "long", 0, 0, TRUE);
  virtual_time_run (fixture->time, look, has_ended, fixture);
  g_assert_null (sl_conductor_get_fault (fixture->conductor));
  g_assert_cmpint (sl_session_get_time (fixture->session), <, 7 * SECOND);
}

static gboolean
has_failed (gpointer data)
{
  return sl_conductor_get_state (((Fixture *)data)->conductor) == SL_PLAYER_FAULT;
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_filename_from_uri (fixture->uri, NULL, NULL);
  SlFault         *fault;

  g_assert_cmpint (remove (path), ==, 0);
  open_copy (fixture, "clip", 0, 0, TRUE);
  virtual_time_wait (fixture->time, look, has_failed, fixture);
  fault = sl_conductor_get_fault (fixture->conductor);
  g_assert_cmpint (sl_fault_get_code (fault), ==, SL_FAULT_COPY_MISSING);
  g_assert_nonnull (strstr (sl_fault_get_details (fault), "my%20own%20copy.mkv"));
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/copy-time/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("later", test_later);
  ADD ("earlier", test_earlier);
  ADD ("seeks", test_seeks);
  ADD ("new-offset", test_new_offset);
  ADD ("loop", test_loop);
  ADD ("of-file", test_of_file);
  ADD ("shorter", test_shorter);
  ADD ("missing", test_missing);
#undef ADD

  return g_test_run ();
}
