/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Films as stills: which file is shown, by the shape of its pictures, and that it goes on where it was. Needs a display. */
#include "clip-maker.h"
#include "settings.h"
#include "stage.h"
#include "view-world.h"

#include <math.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define MOVING (16 / 9.0)
#define STILL (4 / 3.0)

static const ClipShape moving = {320, 180, 30, 1, 90, TRUE, .container = CLIP_MATROSKA};
static const ClipShape still = {160, 120, 30, 1, 90, TRUE, .container = CLIP_MATROSKA};

#define CLIP(id, media) "{\"id\":\"" id "\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"" id "\",\"duration\":\"00:03.000\",\"media\":[" media "]}"

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\":1,\"id\":\"small\",\"version\":\"2026-11-22\",\"title\":\"Small\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"clips\":[\"both\",\"one\",\"first\"]}]"},
  {"clips/both.json", CLIP ("both", "{\"file\":\"moving.mkv\"},{\"file\":\"still.mkv\",\"stills\":true}")},
  {"clips/one.json", CLIP ("one", "{\"file\":\"moving.mkv\"}")},
  {"clips/first.json", CLIP ("first", "{\"file\":\"still.mkv\",\"stills\":true},{\"file\":\"moving.mkv\"}")},
  {NULL, NULL},
};

typedef struct
{
  char        *folder;
  GSettings   *settings;
  SlWindow    *window;
  SlConductor *conductor;
} Viewer;

static void
set_up (Viewer *viewer, gconstpointer data)
{
  g_autofree char *moving_path = NULL, *still_path = NULL;

  viewer->settings = sl_settings_new ();
  viewer->folder = view_world_make_folder (files);
  moving_path = g_build_filename (viewer->folder, "moving.mkv", NULL);
  still_path = g_build_filename (viewer->folder, "still.mkv", NULL);
  clip_maker_make (moving_path, &moving);
  clip_maker_make (still_path, &still);
  viewer->window = view_world_make_window ();
  viewer->conductor = sl_window_get_conductor (viewer->window);
  gtk_window_present (GTK_WINDOW (viewer->window));
}

static void
tear_down (Viewer *viewer, gconstpointer data)
{
  view_world_close (viewer->window);
  view_world_remove_folder (viewer->folder);
  g_settings_set_string (viewer->settings, "motion", "full");
  g_object_unref (viewer->settings);
}

/* Opens the clip and pauses it. */
static void
open_clip (Viewer *viewer, const char *uri)
{
  g_autoptr (GFile) folder = g_file_new_for_path (viewer->folder);
  g_autoptr (SlLink) link = sl_link_parse (uri, NULL);

  sl_window_open (viewer->window, folder, link);
  view_world_wait_for_page (viewer->window, "watch");
  gtk_widget_activate_action (GTK_WIDGET (viewer->window), "win.pause", NULL);
  wait_until (sl_conductor_get_state (viewer->conductor) == SL_PLAYER_PAUSED);
}

/* Whether a picture is shown, and of that shape. */
static gboolean
is_shown (Viewer *viewer, double shape)
{
  GtkWidget *stage = view_world_find (GTK_WIDGET (viewer->window), SL_TYPE_STAGE);
  GtkWidget *picture = view_world_find (stage, GTK_TYPE_PICTURE);

  return fabs (gdk_paintable_get_intrinsic_aspect_ratio (gtk_picture_get_paintable (GTK_PICTURE (picture))) - shape) < 0.01;
}

static void
set_motion (Viewer *viewer, const char *motion)
{
  g_settings_set_string (viewer->settings, "motion", motion);
}

static void
test_chosen (Viewer *viewer, gconstpointer data)
{
  open_clip (viewer, "sidelight:small/both#t=1");
  wait_until (is_shown (viewer, MOVING));
  set_motion (viewer, "stills");
  wait_until (is_shown (viewer, STILL));
  wait_until (sl_conductor_get_state (viewer->conductor) == SL_PLAYER_PAUSED);
  g_assert_cmpint (sl_session_get_time (sl_conductor_get_session (viewer->conductor)), ==, SECOND);
  set_motion (viewer, "full");
  wait_until (is_shown (viewer, MOVING));
  wait_until (sl_conductor_get_state (viewer->conductor) == SL_PLAYER_PAUSED);
  g_assert_cmpint (sl_session_get_time (sl_conductor_get_session (viewer->conductor)), ==, SECOND);
}

/* What is not set is as everywhere on the desktop, which the tests keep still. */
static void
test_system (Viewer *viewer, gconstpointer data)
{
  GtkSettings *desktop = gtk_widget_get_settings (GTK_WIDGET (viewer->window));

  set_motion (viewer, "system");
  open_clip (viewer, "sidelight:small/both");
  wait_until (is_shown (viewer, STILL));
  g_object_set (desktop, "gtk-enable-animations", TRUE, NULL);
  wait_until (is_shown (viewer, MOVING));
  g_object_set (desktop, "gtk-enable-animations", FALSE, NULL);
  wait_until (is_shown (viewer, STILL));
}

/* A clip of one file has that; and stills are for those who want them, wherever in the list they stand. */
static void
test_other_clips (Viewer *viewer, gconstpointer data)
{
  guint serial;

  open_clip (viewer, "sidelight:small/one");
  wait_until (is_shown (viewer, MOVING));
  serial = sl_conductor_get_snapshot (viewer->conductor)->answered;
  set_motion (viewer, "stills");
  view_world_wait_for_paint (GTK_WIDGET (viewer->window));
  g_assert_cmpint (sl_conductor_get_state (viewer->conductor), ==, SL_PLAYER_PAUSED);
  g_assert_cmpuint (sl_conductor_get_snapshot (viewer->conductor)->answered, ==, serial);
  open_clip (viewer, "sidelight:small/first");
  wait_until (is_shown (viewer, STILL));
  set_motion (viewer, "full");
  wait_until (is_shown (viewer, MOVING));
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);
  g_test_add ("/still-films/chosen", Viewer, NULL, set_up, test_chosen, tear_down);
  g_test_add ("/still-films/system", Viewer, NULL, set_up, test_system, tear_down);
  g_test_add ("/still-films/other-clips", Viewer, NULL, set_up, test_other_clips, tear_down);
  return g_test_run ();
}
