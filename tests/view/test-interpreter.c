/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interpretation shows the moment that the film shows, whatever is asked of the film; under a virtual clock. */
#include "clip-maker.h"
#include "interpreter.h"
#include "view-world.h"

#include <glib/gstdio.h>
#include <gst/gst.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define LENGTH 8 /* seconds */

#define BROKEN(id, file)                                                                                                 \
  {                                                                                                                      \
    "clips/" id ".json",                                                                                                 \
      "{\"id\": \"" id "\", \"film\": \"film\", \"kind\": \"explainer\", \"title\": \"Broken\", \"duration\": \"0:08\"," \
      " \"media\": [{\"file\": \"film.webm\"}], \"sign_language\": [{\"language\": \"bfi\", \"file\": \"" file "\"}]}"   \
  }

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\": 1, \"id\": \"made\", \"version\": \"2026-01-01\", \"title\": \"Made\", \"language\": \"en\", \"licence\": \"CC0-1.0\"}"},
  {"films.json", "[{\"id\": \"film\", \"title\": \"Film\", \"year\": 2026, \"clips\": [\"clip\", \"other\", \"sound\", \"missing\", \"text\", \"half\"]}]"},
  {"clips/clip.json",
   "{\"id\": \"clip\", \"film\": \"film\", \"kind\": \"explainer\", \"title\": \"Clip\", \"duration\": \"0:08\","
   " \"media\": [{\"file\": \"film.webm\"}], \"sign_language\": [{\"language\": \"bfi\", \"file\": \"signed.webm\"}]}"},
  {"clips/other.json",
   "{\"id\": \"other\", \"film\": \"film\", \"kind\": \"explainer\", \"title\": \"Other\", \"duration\": \"0:08\", \"media\": [{\"file\": \"film.webm\"}]}"},
  {"clips/sound.json",
   "{\"id\": \"sound\", \"film\": \"film\", \"kind\": \"explainer\", \"title\": \"Sound\", \"duration\": \"0:08\","
   " \"media\": [{\"file\": \"sound.webm\"}], \"sign_language\": [{\"language\": \"bfi\", \"file\": \"signed.webm\"}]}"},
  {"sound.webm", "to be replaced"},
  BROKEN ("missing", "gone.webm"),
  BROKEN ("text", "text.webm"),
  BROKEN ("half", "half.webm"),
  {"text.webm", "This is not a film, whatever its name says.\n"},
  {"gone.webm", "The reader sees that it is there; it is deleted before it is played."},
  {"half.webm", ""},
  {NULL, NULL},
};

typedef struct
{
  VirtualTime   *time;
  SlSession     *session;
  SlCasebook    *casebook;
  SlConductor   *conductor;
  SlInterpreter *interpreter;
  char          *folder;
  SlFrame       *film;
  SlFrame       *signs;
  gint64         wanted;
  guint          n_failed;
  SlFaultCode    failed;
} Fixture;

static void
film_cb (Fixture *fixture, SlFrame *frame)
{
  g_clear_pointer (&fixture->film, sl_frame_unref);
  fixture->film = sl_frame_ref (frame);
}

static void
signs_cb (Fixture *fixture, SlFrame *frame)
{
  g_clear_pointer (&fixture->signs, sl_frame_unref);
  fixture->signs = frame ? sl_frame_ref (frame) : NULL;
  if (frame)
    g_assert_cmpint (sl_frame_get_number (frame), ==, clip_maker_read_number (frame));
}

static void
failed_cb (Fixture *fixture, SlFault *fault)
{
  fixture->n_failed++;
  fixture->failed = sl_fault_get_code (fault);
}

static void
make_film (Fixture *fixture, const char *name, guint fps)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  clip_maker_make (path, &(ClipShape){320, 180, fps, 1, fps * LENGTH, FALSE}); /* sound would move the clock while pictures are decoded */
}

/* As a copy that was broken off. */
static void
halve_film (Fixture *fixture)
{
  g_autofree char *from = g_build_filename (fixture->folder, "signed.webm", NULL);
  g_autofree char *to = g_build_filename (fixture->folder, "half.webm", NULL);
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize)(length / 2), NULL));
}

static void
delete_film (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_remove (path);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  SlPlayerWorld world = {0};

  fixture->folder = view_world_make_folder (files);
  make_film (fixture, "film.webm", 30);
  make_film (fixture, "signed.webm", 25);
  halve_film (fixture);
  fixture->casebook = view_world_read (fixture->folder);
  fixture->time = virtual_time_new ();
  fixture->conductor = view_world_make_conductor (fixture->casebook, fixture->time);
  fixture->session = g_object_ref (sl_conductor_get_session (fixture->conductor));
  world.clock = virtual_time_get_clock (fixture->time);
  fixture->interpreter = sl_interpreter_new (fixture->conductor, &world);
  g_signal_connect_swapped (fixture->conductor, "frame", G_CALLBACK (film_cb), fixture);
  g_signal_connect_swapped (fixture->interpreter, "frame", G_CALLBACK (signs_cb), fixture);
  g_signal_connect_swapped (fixture->interpreter, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->film, sl_frame_unref);
  g_clear_pointer (&fixture->signs, sl_frame_unref);
  g_assert_finalize_object (fixture->interpreter);
  g_assert_finalize_object (fixture->conductor);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->casebook);
  virtual_time_free (fixture->time);
  view_world_remove_folder (fixture->folder);
}

static void
open_clip (Fixture *fixture, const char *id, gboolean play)
{
  sl_session_set_clip (fixture->session, sl_casebook_lookup_clip (fixture->casebook, id));
  g_assert_true (sl_conductor_open (fixture->conductor, 0, play));
}

static void
look (gpointer data)
{
  sl_conductor_tick (((Fixture *)data)->conductor);
}

static gboolean
stand_together (gpointer data)
{
  Fixture *fixture = data;

  return sl_conductor_get_state (fixture->conductor) == SL_PLAYER_PAUSED && fixture->film && fixture->signs &&
         ABS (sl_frame_get_time (fixture->film) - fixture->wanted) < SECOND / 1000 &&
         sl_interpreter_find_drift (sl_frame_get_time (fixture->signs), sl_frame_get_duration (fixture->signs), fixture->wanted, 0) == 0;
}

static void
test_stands (Fixture *fixture, gconstpointer data)
{
  sl_interpreter_set_shown (fixture->interpreter, TRUE);
  open_clip (fixture, "clip", FALSE);
  fixture->wanted = 0;
  virtual_time_wait (fixture->time, look, stand_together, fixture);
  for (guint i = 0; i < 10; i++)
    {
      fixture->wanted = g_test_rand_int_range (0, LENGTH * 10 - 1) * SECOND / 10;
      sl_conductor_seek (fixture->conductor, fixture->wanted, SL_SEEK_EXACT);
      virtual_time_wait (fixture->time, look, stand_together, fixture);
    }
}

/* Steps and keyframes lead to where nobody said before. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  sl_interpreter_set_shown (fixture->interpreter, TRUE);
  open_clip (fixture, "clip", FALSE);
  fixture->wanted = 0;
  virtual_time_wait (fixture->time, look, stand_together, fixture);
  sl_conductor_step (fixture->conductor, 100);
  fixture->wanted = 100 * SECOND / 30;
  virtual_time_wait (fixture->time, look, stand_together, fixture);
  sl_conductor_seek (fixture->conductor, 5 * SECOND + SECOND / 2, SL_SEEK_KEYFRAME);
  fixture->wanted = 5 * SECOND;
  virtual_time_wait (fixture->time, look, stand_together, fixture);
}

static void
test_without (Fixture *fixture, gconstpointer data)
{
  sl_interpreter_set_shown (fixture->interpreter, TRUE);
  open_clip (fixture, "other", FALSE);
  g_assert_false (sl_interpreter_get_available (fixture->interpreter));
  g_assert_null (fixture->signs);
  open_clip (fixture, "clip", FALSE);
  g_assert_true (sl_interpreter_get_available (fixture->interpreter));
  fixture->wanted = 0;
  virtual_time_wait (fixture->time, look, stand_together, fixture);
  open_clip (fixture, "other", FALSE);
  g_assert_null (fixture->signs);
}

static gboolean
has_ended (gpointer data)
{
  return sl_conductor_get_state (((Fixture *)data)->conductor) == SL_PLAYER_ENDED;
}

static gboolean
has_failed (gpointer data)
{
  return ((Fixture *)data)->n_failed > 0;
}

/* The virtual clock may be at the film's end before the interpretation has been opened; where the film stands, nothing of it
 * is missed. */
static gboolean
has_failed_meanwhile (gpointer data)
{
  Fixture *fixture = data;

  if (has_ended (data))
    sl_conductor_seek (fixture->conductor, fixture->wanted, SL_SEEK_EXACT);
  return has_failed (data);
}

static gboolean
has_come (gpointer data)
{
  Fixture *fixture = data;

  return fixture->film && ABS (sl_frame_get_time (fixture->film) - fixture->wanted) < SECOND / 1000;
}

/* The film goes on to its end, and nothing is said twice, whatever is done with it; nor is anything left on the screen. */
static void
check_broken (Fixture *fixture, const char *clip, SlFaultCode code)
{
  fixture->n_failed = 0;
  open_clip (fixture, clip, TRUE);
  fixture->wanted = 0;
  virtual_time_run (fixture->time, look, has_failed_meanwhile, fixture);
  virtual_time_run (fixture->time, look, has_ended, fixture);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  /* Of one that is broken off, GStreamer says now this and now that. */
  g_assert_true (fixture->failed == code || (code == SL_FAULT_CUT_SHORT && fixture->failed == SL_FAULT_DAMAGED));
  g_assert_null (fixture->signs);
  g_assert_cmpint (sl_session_get_time (fixture->session), >=, LENGTH * SECOND);
  fixture->wanted = 7 * SECOND;
  sl_conductor_seek (fixture->conductor, fixture->wanted, SL_SEEK_EXACT);
  virtual_time_run (fixture->time, look, has_come, fixture);
  virtual_time_run (fixture->time, look, has_ended, fixture);
  sl_session_set_clip (fixture->session, NULL);
  open_clip (fixture, clip, TRUE);
  virtual_time_run (fixture->time, look, has_ended, fixture);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  /* Who asks for it once more is answered once more. */
  fixture->wanted = SECOND;
  sl_conductor_seek (fixture->conductor, fixture->wanted, SL_SEEK_EXACT);
  virtual_time_run (fixture->time, look, has_come, fixture);
  fixture->n_failed = 0;
  sl_interpreter_set_shown (fixture->interpreter, FALSE);
  sl_interpreter_set_shown (fixture->interpreter, TRUE);
  virtual_time_run (fixture->time, look, has_failed_meanwhile, fixture);
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  delete_film (fixture, "gone.webm");
  sl_interpreter_set_shown (fixture->interpreter, TRUE);
  check_broken (fixture, "missing", SL_FAULT_FILE_MISSING);
  check_broken (fixture, "text", SL_FAULT_NOT_A_FILM);
  check_broken (fixture, "half", SL_FAULT_CUT_SHORT);
  /* One that is whole is shown again. */
  fixture->n_failed = 0;
  open_clip (fixture, "clip", FALSE);
  fixture->wanted = 0;
  virtual_time_wait (fixture->time, look, stand_together, fixture);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
}

/* Whether its picture is at most @slack from where the film is. */
static gboolean
is_close (Fixture *fixture, gint64 slack)
{
  const gint64 now = sl_session_get_time (fixture->session);

  return fixture->signs && sl_interpreter_find_drift (sl_frame_get_time (fixture->signs), sl_frame_get_duration (fixture->signs), now, slack) == 0;
}

/* A film of sound alone has no pictures to go by. In real time, for its time is asked for in real time; it goes round, so
 * that a slow machine has as much of it as it needs. */
static void
test_sound (void)
{
  Fixture          fixture = {.folder = view_world_make_folder (files)};
  g_autofree char *path = g_build_filename (fixture.folder, "sound.webm", NULL);
  g_autoptr (SlPlayer) player = sl_player_new (NULL);

  sl_player_set_patience (player, 120000);
  clip_maker_make (path, &(ClipShape){320, 180, 30, 1, 30 * LENGTH, TRUE, .no_picture = TRUE});
  make_film (&fixture, "signed.webm", 25);
  fixture.casebook = view_world_read (fixture.folder);
  fixture.session = sl_session_new ();
  sl_session_set_casebook (fixture.session, fixture.casebook);
  fixture.conductor = sl_conductor_new (fixture.session, player);
  fixture.interpreter = sl_interpreter_new (fixture.conductor, &(SlPlayerWorld){0}); /* which waits for a slow machine */
  g_signal_connect_swapped (fixture.interpreter, "frame", G_CALLBACK (signs_cb), &fixture);
  sl_interpreter_set_shown (fixture.interpreter, TRUE);
  open_clip (&fixture, "sound", TRUE);
  wait_until (sl_conductor_set_loop (fixture.conductor, SL_LOOP_CLIP));
  for (guint i = 0; i < 3; i++)
    {
      const gint64 target = (3 - (gint64)i) * SECOND;

      sl_conductor_seek (fixture.conductor, target, SL_SEEK_EXACT);
      wait_until (sl_session_get_time (fixture.session) > target + SECOND / 2 && is_close (&fixture, SECOND / 5));
    }
  sl_conductor_set_playing (fixture.conductor, FALSE);
  sl_conductor_seek (fixture.conductor, 5 * SECOND, SL_SEEK_EXACT);
  wait_until (ABS (sl_session_get_time (fixture.session) - 5 * SECOND) < SECOND / 10 && is_close (&fixture, SECOND / 10));
  sl_conductor_seek (fixture.conductor, 7 * SECOND, SL_SEEK_EXACT);
  sl_conductor_set_playing (fixture.conductor, TRUE);
  wait_until (sl_session_get_time (fixture.session) < 5 * SECOND && is_close (&fixture, SECOND / 5));
  g_clear_pointer (&fixture.signs, sl_frame_unref);
  g_assert_finalize_object (fixture.interpreter);
  g_assert_finalize_object (fixture.conductor);
  g_assert_finalize_object (fixture.session);
  g_object_unref (fixture.casebook);
  view_world_remove_folder (fixture.folder);
}

static void
test_drift (void)
{
  g_assert_cmpint (sl_interpreter_find_drift (100, 40, 120, 0), ==, 0);
  g_assert_cmpint (sl_interpreter_find_drift (100, 40, 90, 0), ==, 10);
  g_assert_cmpint (sl_interpreter_find_drift (100, 40, 90, 10), ==, 0);
  g_assert_cmpint (sl_interpreter_find_drift (100, 40, 160, 0), ==, -20);
  g_assert_cmpint (sl_interpreter_find_drift (100, 40, 160, 20), ==, 0);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interpreter/drift", test_drift);
  g_test_add ("/interpreter/stands", Fixture, NULL, set_up, test_stands, tear_down);
  g_test_add ("/interpreter/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/interpreter/without", Fixture, NULL, set_up, test_without, tear_down);
  g_test_add_func ("/interpreter/sound", test_sound);
  g_test_add ("/interpreter/broken", Fixture, NULL, set_up, test_broken, tear_down);
  return g_test_run ();
}
