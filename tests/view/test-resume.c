/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a clip goes on: by random viewers against what they did last, and in the real window with its bar. */
#include "lobby.h"
#include "resume-bar.h"
#include "resume.h"
#include "view-world.h"
#include "watch-page.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define BOOK "justice-for-sergei"

/* Returns: (transfer full): of a store in a folder of its own */
static char *
make_path (void)
{
  g_autofree char *folder = view_world_make_folder (&(ViewWorldFile){NULL, NULL});

  return g_build_filename (folder, "store.sqlite", NULL);
}

static void
remove_path (char *path)
{
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_remove (lock), ==, 0);
  *strrchr (path, G_DIR_SEPARATOR) = '\0';
  g_assert_cmpint (g_rmdir (path), ==, 0); /* nothing else is left: the log is in the file */
  g_free (path);
}

/* Viewers that jump about, pause, leave and come back, also after the program was ended. */

typedef struct
{
  char        *path;
  SlCasebook  *casebook;
  SlSession   *session;
  SlConductor *conductor;
  SlResume    *resume;
  GHashTable  *left; /* clip -> gint64 *: where it was left */
  gint64       time;
  gboolean     seen; /* a clip of which nothing was shown is where it was */
} Viewer;

static SlClip *
random_clip (Viewer *viewer)
{
  GListModel *clips = sl_casebook_get_clips (viewer->casebook);
  SlClip     *clip = g_list_model_get_item (clips, (guint)g_test_rand_int_range (0, (gint32)g_list_model_get_n_items (clips)));

  g_object_unref (clip); /* the casebook has it */
  return clip;
}

static void
leave (Viewer *viewer)
{
  SlClip *clip = sl_session_get_clip (viewer->session);

  if (clip && viewer->seen)
    g_hash_table_replace (viewer->left, g_strdup (sl_clip_get_id (clip)), g_memdup2 (&viewer->time, sizeof viewer->time));
  sl_session_set_clip (viewer->session, NULL);
}

/* Of a clip that was always left within its first five seconds nothing is kept, and it begins at 0 as well. */
static gint64
expected_start (Viewer *viewer, SlClip *clip)
{
  const gint64 *left = g_hash_table_lookup (viewer->left, sl_clip_get_id (clip));
  const gint64  duration = sl_clip_get_duration (clip);

  if (left == NULL || *left < 5 * SECOND || *left >= duration - 5 * SECOND || *left >= duration - duration / 50)
    return 0;
  return *left;
}

static void
come_back (Viewer *viewer)
{
  SlClip      *clip = random_clip (viewer);
  const gint64 wanted = g_test_rand_int_range (0, 5) == 0 ? g_test_rand_int_range (0, 20) * SECOND : SL_TIME_NONE;
  gint64       told;

  leave (viewer);
  sl_session_set_clip (viewer->session, clip);
  viewer->time = sl_resume_begin (viewer->resume, wanted);
  viewer->seen = FALSE;
  g_object_get (viewer->resume, "went-on-at", &told, NULL);
  if (wanted != SL_TIME_NONE)
    g_assert_cmpint (viewer->time, ==, wanted);
  else
    g_assert_cmpint (viewer->time, ==, expected_start (viewer, clip));
  g_assert_cmpint (told, ==, wanted == SL_TIME_NONE && viewer->time > 0 ? viewer->time : -1);
}

static void
watch_on (Viewer *viewer)
{
  const gint64 duration = sl_session_get_duration (viewer->session);

  if (g_test_rand_int_range (0, 3) == 0)
    viewer->time = (gint64)(g_test_rand_double () * (double)duration);
  for (int i = g_test_rand_int_range (1, 300); i > 0; i--)
    {
      viewer->seen |= viewer->time < duration;
      viewer->time = MIN (viewer->time + SECOND / 30, duration);
      sl_session_advance (viewer->session, viewer->time, 0);
    }
}

static void
end_program (Viewer *viewer)
{
  leave (viewer);
  g_assert_finalize_object (viewer->resume);
  viewer->resume = sl_resume_new (viewer->conductor, viewer->path);
}

/* What a program that is killed now would leave behind: at most five seconds of film less than was watched. */
static void
test_viewers (void)
{
  g_autoptr (SlPlayer) player = sl_player_new (NULL);
  Viewer viewer = {.path = make_path ()};

  viewer.casebook = view_world_read_shipped ();
  viewer.session = sl_session_new ();
  sl_session_set_casebook (viewer.session, viewer.casebook);
  viewer.conductor = sl_conductor_new (viewer.session, player);
  viewer.resume = sl_resume_new (viewer.conductor, viewer.path);
  viewer.left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < 1500; i++)
    switch (g_test_rand_int_range (0, 8))
      {
      case 0:
        end_program (&viewer);
        break;
      case 1:
      case 2:
        come_back (&viewer);
        break;
      case 3:
        sl_conductor_set_playing (viewer.conductor, FALSE);
        break;
      default:
        if (sl_session_get_clip (viewer.session))
          watch_on (&viewer);
      }
  g_assert_finalize_object (viewer.resume);
  g_object_unref (viewer.conductor);
  g_object_unref (viewer.session);
  g_object_unref (viewer.casebook);
  g_hash_table_unref (viewer.left);
  remove_path (viewer.path);
}

/* Programs with one store. No film is played: the session is moved by hand. */

typedef struct
{
  SlSession   *session;
  SlConductor *conductor;
  SlResume    *resume;
} Program;

static Program
start_program (const char *path)
{
  g_autoptr (SlCasebook) casebook = view_world_read_shipped ();
  g_autoptr (SlPlayer) player = sl_player_new (NULL);
  Program program = {.session = sl_session_new ()};

  sl_session_set_casebook (program.session, casebook);
  program.conductor = sl_conductor_new (program.session, player);
  program.resume = sl_resume_new (program.conductor, path);
  return program;
}

static void
stop_program (Program *program)
{
  g_assert_finalize_object (program->resume);
  g_object_unref (program->conductor);
  g_object_unref (program->session);
}

static gint64
begin_clip (Program *program, const char *id, gint64 wanted)
{
  sl_session_set_clip (program->session, NULL);
  sl_session_set_clip (program->session, sl_casebook_lookup_clip (sl_session_get_casebook (program->session), id));
  return sl_resume_begin (program->resume, wanted);
}

static SlResumePoint *
read_point (const char *path)
{
  g_autoptr (SlStore) store = sl_store_new (path);

  return sl_store_find (store, BOOK, "explainer");
}

/* A film that stands is written once, however often its player says something. */
static void
test_stands (void)
{
  char   *path = make_path ();
  Program program = start_program (path);
  g_autoptr (SlResumePoint) once = NULL;
  g_autoptr (SlResumePoint) still = NULL;

  begin_clip (&program, "explainer", SL_TIME_NONE);
  sl_session_jump (program.session, 40 * SECOND, 0);
  g_object_notify (G_OBJECT (program.conductor), "playing");
  while (once == NULL)
    {
      g_usleep (1000);
      once = read_point (path);
    }
  for (guint i = 0; i < 100; i++)
    g_object_notify (G_OBJECT (program.conductor), "playing");
  stop_program (&program);
  still = read_point (path);
  g_assert_cmpint (still->position, ==, 40 * SECOND);
  g_assert_cmpint (still->used, ==, once->used);
  remove_path (path);
}

/* A link to a film that never comes leaves alone what was known of it. */
static void
test_never_comes (void)
{
  char   *path = make_path ();
  Program program = start_program (path);
  g_autoptr (SlResumePoint) point = NULL;

  begin_clip (&program, "explainer", SL_TIME_NONE);
  sl_session_jump (program.session, 40 * SECOND, 0);
  stop_program (&program);
  program = start_program (path);
  g_assert_cmpint (begin_clip (&program, "explainer", 20 * SECOND), ==, 20 * SECOND);
  g_object_notify (G_OBJECT (program.conductor), "playing");
  stop_program (&program);
  point = read_point (path);
  g_assert_cmpint (point->position, ==, 40 * SECOND);
  remove_path (path);
}

/* What another program wrote meanwhile is newer than what this one remembers. */
static void
test_two_programs (void)
{
  char   *path = make_path ();
  Program one = start_program (path), other = start_program (path);
  g_autoptr (SlResumePoint) newest = NULL;

  begin_clip (&one, "explainer", SL_TIME_NONE);
  sl_session_jump (one.session, 30 * SECOND, 0);
  sl_session_set_clip (one.session, NULL);
  begin_clip (&other, "explainer", SL_TIME_NONE);
  sl_session_jump (other.session, 80 * SECOND, 0);
  stop_program (&other);
  newest = sl_resume_find_newest (one.resume);
  g_assert_cmpint (newest->position, ==, 80 * SECOND);
  g_assert_cmpint (begin_clip (&one, "explainer", SL_TIME_NONE), ==, 80 * SECOND);
  stop_program (&one);
  remove_path (path);
}

/* The window */

static SlSession *
session_of (SlWindow *window)
{
  return sl_conductor_get_session (sl_window_get_conductor (window));
}

/* Until a picture is shown. Returns: its time */
static gint64
wait_for_time (SlWindow *window, gint64 least, gint64 most)
{
  const guint late = view_world_begin_waiting ("the time");
  gint64      time;

  do
    {
      g_main_context_iteration (NULL, TRUE);
      time = sl_session_get_time (session_of (window));
  } while (time < least || time > most);
  g_source_remove (late);
  return time;
}

static SlWindow *
open_window (const char *path, const char *link_text)
{
  SlWindow *window = view_world_make_window ();
  g_autoptr (GFile) folder = view_world_find_shipped ();
  g_autoptr (SlLink) link = sl_link_parse (link_text, NULL);

  sl_window_remember (window, path);
  gtk_window_present (GTK_WINDOW (window));
  sl_window_open (window, folder, link);
  return window;
}

static void
keep_minute (const char *path)
{
  const SlResumePoint point = {
    (char *)BOOK,
    (char *)"explainer",
    60 * SECOND,
    120 * SECOND,
    1,
    1.25,
    0.5,
    NULL,
    (char *)"none",
  };
  g_autoptr (SlStore) store = sl_store_new (path);

  g_assert_true (sl_store_keep (store, &point));
}

static void
test_start_over (void)
{
  char        *path = make_path ();
  SlWindow    *window;
  GtkWidget   *bar, *label, *button;
  SlConductor *conductor;
  gboolean     captions;

  keep_minute (path);
  window = open_window (path, "sidelight:" BOOK "/explainer");
  conductor = sl_window_get_conductor (window);
  g_assert_cmpint (wait_for_time (window, 1, G_MAXINT64), >=, 60 * SECOND);
  g_assert_cmpint (sl_session_get_time (session_of (window)), <, 70 * SECOND);
  g_assert_true (sl_conductor_get_rate (conductor) == 1.25 && sl_conductor_get_volume (conductor) == 0.5);
  bar = view_world_find (GTK_WIDGET (window), SL_TYPE_RESUME_BAR);
  g_object_get (gtk_widget_get_ancestor (bar, SL_TYPE_WATCH_PAGE), "captions-shown", &captions, NULL);
  g_assert_false (captions);
  g_assert_true (gtk_widget_get_mapped (bar));
  label = view_world_find (bar, GTK_TYPE_LABEL);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Goes on at 1:00");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_STATUS);
  button = view_world_find (bar, GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (button, "clicked");
  wait_for_time (window, 0, 30 * SECOND);
  g_assert_true (sl_conductor_get_playing (conductor));
  g_assert_false (gtk_widget_get_mapped (bar));
  /* The keys are the page's again. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == gtk_widget_get_ancestor (bar, SL_TYPE_WATCH_PAGE));
  view_world_close (window);
  remove_path (path);
}

/* The lobby offers what was left last, and the button goes on with it. */
static void
test_lobby (void)
{
  char      *path = make_path ();
  SlWindow  *window;
  GtkWidget *button;

  keep_minute (path);
  window = open_window (path, "sidelight:" BOOK);
  view_world_wait_for_page (window, "lobby");
  button = view_world_find (view_world_find (GTK_WIDGET (window), SL_TYPE_LOBBY), GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)))), ==, "Continue “The case in two minutes” at 1:00");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (wait_for_time (window, 1, G_MAXINT64), >=, 60 * SECOND);
  /* Back there, it offers where it was left just now. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.stop", NULL));
  wait_for_time (window, 0, SECOND);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_cmpstr (sl_window_get_page (window), ==, "lobby");
  g_assert_false (gtk_widget_get_visible (button));
  view_world_close (window);
  remove_path (path);
}

/* A link that says where, a casebook without a store. */
static void
test_not_gone_on (void)
{
  char     *path = make_path ();
  SlWindow *window;

  keep_minute (path);
  window = open_window (path, "sidelight:" BOOK "/explainer#t=30");
  wait_for_time (window, 30 * SECOND, 50 * SECOND);
  g_assert_false (gtk_widget_get_visible (view_world_find (GTK_WIDGET (window), SL_TYPE_RESUME_BAR)));
  view_world_close (window);
  window = open_window (NULL, "sidelight:" BOOK "/explainer");
  wait_for_time (window, 1, 29 * SECOND);
  g_assert_false (gtk_widget_get_visible (view_world_find (GTK_WIDGET (window), SL_TYPE_RESUME_BAR)));
  view_world_close (window);
  remove_path (path);
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);

  g_test_add_func ("/resume/viewers", test_viewers);
  g_test_add_func ("/resume/stands", test_stands);
  g_test_add_func ("/resume/never-comes", test_never_comes);
  g_test_add_func ("/resume/two-programs", test_two_programs);
  g_test_add_func ("/resume/start-over", test_start_over);
  g_test_add_func ("/resume/lobby", test_lobby);
  g_test_add_func ("/resume/not-gone-on", test_not_gone_on);

  return g_test_run ();
}
