/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows a clip in its film: found among what can be watched, offered at its end, and never begun by itself. */
#include "clip-maker.h"
#include "clip-order.h"
#include "next-bar.h"
#include "view-world.h"
#include "watch-page.h"

static const ClipShape shape = {160, 90, 30, 1, 20, FALSE};

#define CLIP(id, title, media) \
  "{\"id\":\"" id "\",\"film\":\"film\",\"kind\":\"interview\",\"title\":\"" title "\",\"duration\":\"0:00.667\"" media "}"
#define FILM ",\"media\":[{\"file\":\"film.webm\"}]"
#define OWN ",\"bring_your_own\":{\"duration\":\"0:10\"}"

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\":1,\"id\":\"set\",\"version\":\"2026-11-23\",\"title\":\"Set\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"clips\":[\"one\",\"none\",\"gone\",\"two\",\"own\"]},"
                 "{\"id\":\"other\",\"title\":\"Other\",\"year\":2026,\"clips\":[]}]"},
  {"clips/one.json", CLIP ("one", "The *first*", FILM)},
  {"clips/none.json", CLIP ("none", "None", "")},
  {"clips/two.json", CLIP ("two", "The second", FILM)},
  {"clips/own.json", CLIP ("own", "Bring it", OWN)},
  {"clips/alone.json", CLIP ("alone", "In no order", FILM)},
  {"film.webm", ""},
  {NULL, NULL},
};

typedef struct
{
  char        *folder;
  SlWindow    *window;
  SlConductor *conductor;
  GtkWidget   *bar;
} Viewer;

static void
set_up (Viewer *viewer, gconstpointer data)
{
  g_autofree char *film = NULL;

  viewer->folder = view_world_make_folder (files);
  film = g_build_filename (viewer->folder, "film.webm", NULL);
  clip_maker_make (film, &shape);
}

static void
tear_down (Viewer *viewer, gconstpointer data)
{
  if (viewer->window)
    view_world_close (viewer->window);
  view_world_remove_folder (viewer->folder);
}

static void
open_clip (Viewer *viewer, const char *clip)
{
  g_autofree char *text = g_strconcat ("sidelight:set/", clip, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (viewer->folder);
  g_autoptr (SlLink) link = sl_link_parse (text, NULL);

  viewer->window = view_world_make_window ();
  viewer->conductor = sl_window_get_conductor (viewer->window);
  viewer->bar = view_world_find (GTK_WIDGET (viewer->window), SL_TYPE_NEXT_BAR);
  gtk_window_present (GTK_WINDOW (viewer->window));
  sl_window_open (viewer->window, folder, link);
  view_world_wait_for_page (viewer->window, "watch");
}

static void
test_order (Viewer *viewer, gconstpointer data)
{
  static const char *const pairs[][2] = {{"one", "two"}, {"two", "own"}, {"own", NULL}, {"alone", NULL}, {"none", "two"}};
  g_autoptr (SlCasebook) casebook = view_world_read (viewer->folder);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      SlClip *clip = sl_casebook_lookup_clip (casebook, pairs[i][0]);
      SlClip *next;

      g_test_message ("%s", pairs[i][0]);
      g_assert_nonnull (clip);
      next = sl_clip_order_find_next (casebook, clip);
      g_assert_cmpstr (next ? sl_clip_get_id (next) : NULL, ==, pairs[i][1]);
    }
}

static const char *
watched (Viewer *viewer)
{
  return sl_clip_get_id (sl_session_get_clip (sl_conductor_get_session (viewer->conductor)));
}

static GtkWidget *
get_page (Viewer *viewer)
{
  return gtk_widget_get_ancestor (viewer->bar, SL_TYPE_WATCH_PAGE);
}

static gboolean
has_ended (Viewer *viewer)
{
  return sl_conductor_get_state (viewer->conductor) == SL_PLAYER_ENDED;
}

static void
test_offer (Viewer *viewer, gconstpointer data)
{
  GtkWidget *label, *watch, *away;

  open_clip (viewer, "one");
  wait_until (sl_conductor_get_state (viewer->conductor) != SL_PLAYER_IDLE);
  g_assert_false (gtk_widget_get_visible (viewer->bar) && !has_ended (viewer));
  wait_until (has_ended (viewer) && gtk_widget_get_mapped (viewer->bar));
  label = view_world_find (viewer->bar, GTK_TYPE_LABEL);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), "The second"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (viewer->bar), GTK_ACCESSIBLE_ROLE_STATUS);
  wait_until (strstr (sl_announcer_get_said (SL_ANNOUNCER (view_world_find (get_page (viewer), SL_TYPE_ANNOUNCER))), "The second"));
  /* Nothing moves the focus, and nothing begins by itself. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (viewer->window)) == get_page (viewer));
  g_assert_cmpstr (watched (viewer), ==, "one");
  watch = view_world_find (viewer->bar, GTK_TYPE_BUTTON);
  away = gtk_widget_get_last_child (gtk_widget_get_parent (watch));
  /* Who puts it away by keys has those of the page again, and it stays away until the film ends once more. */
  g_assert_true (gtk_widget_grab_focus (away));
  g_signal_emit_by_name (away, "clicked");
  g_assert_false (gtk_widget_get_visible (viewer->bar));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (viewer->window)) == get_page (viewer));
  g_object_notify (G_OBJECT (viewer->conductor), "state");
  g_assert_false (gtk_widget_get_visible (viewer->bar));
  gtk_widget_activate_action (GTK_WIDGET (viewer->window), "win.play", NULL);
  wait_until (!has_ended (viewer));
  wait_until (has_ended (viewer) && gtk_widget_get_mapped (viewer->bar));
  g_assert_true (gtk_widget_grab_focus (watch));
  g_signal_emit_by_name (watch, "clicked");
  wait_until (g_str_equal (watched (viewer), "two"));
  wait_until (!gtk_widget_get_visible (viewer->bar) || has_ended (viewer));
}

/* The key does it at any time, and says where there is nothing more. */
static void
test_key (Viewer *viewer, gconstpointer data)
{
  open_clip (viewer, "two");
  gtk_widget_activate_action (get_page (viewer), "win.next-clip", NULL);
  wait_until (g_str_equal (watched (viewer), "own"));
  gtk_widget_activate_action (get_page (viewer), "win.next-clip", NULL);
  g_assert_cmpstr (watched (viewer), ==, "own");
}

/* At the end of the last there is nothing to offer. */
static void
test_last (Viewer *viewer, gconstpointer data)
{
  open_clip (viewer, "alone");
  wait_until (has_ended (viewer));
  g_assert_false (gtk_widget_get_visible (viewer->bar));
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);

#define ADD(name, function) g_test_add ("/next/" name, Viewer, NULL, set_up, function, tear_down)
  ADD ("order", test_order);
  ADD ("offer", test_offer);
  ADD ("key", test_key);
  ADD ("last", test_last);
#undef ADD

  return g_test_run ();
}
