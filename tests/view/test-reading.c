/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The film waits for its reader where the author of a note suggests it, and keeps notes while it is quiet: the real window
 * with the real player. Needs a display. */
#include "clip-maker.h"
#include "notes-pane.h"
#include "reading-bar.h"
#include "settings.h"
#include "transport.h"
#include "view-world.h"
#include "watch-page.h"

#define SECOND G_GINT64_CONSTANT (1000000000)
#define FPS 30
#define N_FRAMES 240

static const ClipShape shape = {320, 180, FPS, 1, N_FRAMES, TRUE, .container = CLIP_MATROSKA};

#define OWN(summary)                                                                                                             \
  "{\"id\":\"own\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Own\"," summary "\"duration\":\"00:08.000\","            \
  "\"media\":[{\"file\":\"film.mkv\"}],"                                                                                         \
  "\"chapters\":[{\"id\":\"a\",\"title\":\"First\",\"from\":\"00:00\"},{\"id\":\"b\",\"title\":\"Second\",\"from\":\"00:04\"}]," \
  "\"notes\":[{\"id\":\"n\",\"from\":\"00:01\",\"to\":\"00:03.500\",\"kind\":\"context\",\"title\":\"N\",\"pause\":true},"       \
  "{\"id\":\"m\",\"from\":\"00:02\",\"to\":\"00:03\",\"kind\":\"context\",\"title\":\"M\"}]}"

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\":1,\"id\":\"small\",\"version\":\"2026-11-22\",\"title\":\"Small\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"clips\":[\"own\",\"late\"]}]"},
  {"clips/own.json", OWN ("")},
  {"clips/late.json",
   "{\"id\":\"late\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Late\",\"duration\":\"00:08.000\","
   "\"media\":[{\"file\":\"film.mkv\"}],"
   "\"notes\":[{\"id\":\"l\",\"from\":\"00:06\",\"to\":\"00:07\",\"kind\":\"context\",\"title\":\"L\",\"pause\":true}]}"},
  {NULL, NULL},
};

typedef struct
{
  GSettings   *settings;
  char        *folder;
  SlWindow    *window;
  SlConductor *conductor;
  SlSession   *session;
  GtkWidget   *page;
  GtkWidget   *bar;
} Reader;

static void
set_up (Reader *reader, gconstpointer quiet)
{
  g_autofree char *film = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (SlLink) link = sl_link_parse ("sidelight:small/own", NULL);

  reader->settings = sl_settings_new ();
  g_settings_set_boolean (reader->settings, "quiet", quiet != NULL);
  reader->folder = view_world_make_folder (files);
  film = g_build_filename (reader->folder, "film.mkv", NULL);
  clip_maker_make (film, &shape);
  folder = g_file_new_for_path (reader->folder);
  reader->window = view_world_make_window ();
  reader->conductor = sl_window_get_conductor (reader->window);
  reader->session = sl_conductor_get_session (reader->conductor);
  reader->page = view_world_find (GTK_WIDGET (reader->window), SL_TYPE_WATCH_PAGE);
  reader->bar = view_world_find (reader->page, SL_TYPE_READING_BAR);
  gtk_window_present (GTK_WINDOW (reader->window));
  sl_window_open (reader->window, folder, link);
}

static void
tear_down (Reader *reader, gconstpointer quiet)
{
  g_settings_reset (reader->settings, "quiet");
  g_settings_reset (reader->settings, "author-pauses");
  view_world_close (reader->window);
  view_world_remove_folder (reader->folder);
  g_object_unref (reader->settings);
}

static gboolean
is_shown (Reader *reader)
{
  return gtk_widget_get_visible (reader->bar);
}

static gboolean
has_panel (Reader *reader)
{
  gboolean shown;

  g_object_get (reader->page, "panel-shown", &shown, NULL);
  return shown;
}

static const char *
get_words (Reader *reader)
{
  return gtk_label_get_label (GTK_LABEL (view_world_find (reader->bar, GTK_TYPE_LABEL)));
}

/* Returns: (transfer none): the @n th button of the bar that can be seen */
static GtkWidget *
get_button (Reader *reader, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (reader->bar));

  for (; child; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child) && gtk_widget_get_visible (child) && n-- == 0)
      return child;
  g_assert_not_reached ();
}

static GtkWidget *
find_button (Reader *reader, const char *label)
{
  GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (reader->bar));

  while (!GTK_IS_BUTTON (child) || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) != 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Where the notes are not in sight, it shows them first. */
static void
test_out_of_sight (Reader *reader, gconstpointer data)
{
  GtkStack *tabs;

  g_object_set (reader->page, "panel-shown", FALSE, NULL);
  wait_until (is_shown (reader));
  g_assert_cmpstr (get_words (reader), ==, "Paused for reading");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_button (reader, 2))), ==, "Read");
  g_signal_emit_by_name (get_button (reader, 2), "clicked");
  g_assert_true (has_panel (reader) && is_shown (reader));
  g_assert_false (gtk_widget_get_visible (find_button (reader, "Read")));
  tabs = GTK_STACK (gtk_widget_get_ancestor (view_world_find (reader->page, SL_TYPE_NOTES_PANE), GTK_TYPE_STACK));
  gtk_stack_set_visible_child_name (tabs, "chapters");
  g_assert_true (gtk_widget_get_visible (find_button (reader, "Read")));
  g_signal_emit_by_name (find_button (reader, "Read"), "clicked");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (tabs), ==, "notes");
  g_assert_false (sl_conductor_get_playing (reader->conductor));
}

/* It waits at the note, says so without taking the focus, and goes on when it is told to. */
static void
test_pause (Reader *reader, gconstpointer data)
{
  wait_until (is_shown (reader));
  g_assert_false (sl_conductor_get_playing (reader->conductor));
  g_assert_cmpstr (get_words (reader), ==, "Paused for reading");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (reader->bar), GTK_ACCESSIBLE_ROLE_STATUS);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (reader->window)) == reader->page);
  g_assert_cmpint (sl_session_get_time (reader->session), >=, SECOND);
  g_assert_cmpint (sl_session_get_time (reader->session), <, 2 * SECOND);
  gtk_widget_grab_focus (get_button (reader, 0));
  g_signal_emit_by_name (get_button (reader, 0), "clicked");
  wait_until (!is_shown (reader));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (reader->window)) == reader->page);
  wait_until (sl_session_get_time (reader->session) > 5 * SECOND); /* past the other note, which asks for nothing */
  /* Once more, when it is come to once more; and no more when that is said. */
  sl_conductor_seek (reader->conductor, SECOND / 2, SL_SEEK_EXACT);
  wait_until (is_shown (reader));
  g_signal_emit_by_name (get_button (reader, 1), "clicked");
  g_assert_false (g_settings_get_boolean (reader->settings, "author-pauses"));
  wait_until (!is_shown (reader) && sl_conductor_get_playing (reader->conductor));
  sl_conductor_seek (reader->conductor, SECOND / 2, SL_SEEK_EXACT);
  wait_until (sl_session_get_time (reader->session) < SECOND);
  wait_until (sl_session_get_time (reader->session) > 3 * SECOND);
  g_assert_true (sl_conductor_get_playing (reader->conductor));
  g_assert_false (is_shown (reader));
}

/* A casebook that its author saves meanwhile takes neither the bar nor the focus in it; another clip has none. */
static void
test_changed (Reader *reader, gconstpointer data)
{
  g_autofree char *clip = NULL, *changed = NULL;
  g_autofree char *path = g_build_filename (reader->folder, "clips/own.json", NULL);
  GtkWidget       *go_on;

  wait_until (is_shown (reader));
  go_on = get_button (reader, 0);
  g_assert_true (gtk_widget_grab_focus (go_on));
  g_assert_true (g_file_get_contents (path, &clip, NULL, NULL));
  changed = g_strconcat ("{\"summary\":\"Changed\",", clip + 1, NULL);
  view_world_write (reader->folder, "clips/own.json", changed);
  wait_until (sl_session_get_clip (reader->session) && sl_clip_get_summary (sl_session_get_clip (reader->session)) != NULL);
  view_world_wait_for_paint (reader->page);
  g_assert_false (sl_conductor_get_playing (reader->conductor));
  g_assert_true (is_shown (reader) && get_button (reader, 0) == go_on);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (reader->window)) == go_on);
  g_signal_emit_by_name (go_on, "clicked");
  wait_until (!is_shown (reader));

  sl_conductor_seek (reader->conductor, SECOND / 2, SL_SEEK_EXACT);
  wait_until (is_shown (reader));
  gtk_widget_activate_action (GTK_WIDGET (reader->window), "win.watch", "s", "late");
  wait_until (!is_shown (reader));
}

/* Nobody is held up who goes into the middle of a note, goes elsewhere, or goes round. */
static void
test_no_pause (Reader *reader, gconstpointer data)
{
  wait_until (is_shown (reader));
  sl_conductor_seek (reader->conductor, 5 * SECOND, SL_SEEK_EXACT);
  wait_until (!is_shown (reader));
  sl_conductor_seek (reader->conductor, 5 * SECOND / 2, SL_SEEK_EXACT);
  sl_conductor_set_playing (reader->conductor, TRUE);
  wait_until (sl_session_get_time (reader->session) > 3 * SECOND && sl_session_get_time (reader->session) < 5 * SECOND);
  g_assert_false (is_shown (reader));
  g_assert_true (sl_conductor_get_playing (reader->conductor));
  sl_conductor_seek (reader->conductor, SECOND / 2, SL_SEEK_EXACT);
  g_assert_true (sl_conductor_set_loop (reader->conductor, SL_LOOP_CLIP));
  wait_until (sl_session_get_time (reader->session) > 2 * SECOND && sl_session_get_time (reader->session) < 5 * SECOND);
  g_assert_false (is_shown (reader));
}

/* Nor who drags over the beginning of one. */
static void
test_dragged (Reader *reader, gconstpointer data)
{
  wait_until (is_shown (reader));
  sl_conductor_set_playing (reader->conductor, TRUE);
  sl_conductor_seek (reader->conductor, 5 * SECOND, SL_SEEK_EXACT);
  wait_until (!is_shown (reader) && sl_session_get_time (reader->session) >= 5 * SECOND);
  sl_conductor_seek (reader->conductor, SECOND + SECOND / 5, SL_SEEK_KEYFRAME);
  wait_until (sl_session_get_time (reader->session) > 2 * SECOND && sl_session_get_time (reader->session) < 5 * SECOND);
  g_assert_false (is_shown (reader));
  g_assert_true (sl_conductor_get_playing (reader->conductor));
}

static gboolean
is_watching (Reader *reader, const char *id)
{
  SlClip *clip = sl_session_get_clip (reader->session);

  return clip && g_str_equal (sl_clip_get_id (clip), id);
}

/* Nor who has left the film at a note, and opens it again; who goes back comes to it once more. */
static void
test_left (Reader *reader, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (reader->folder);
  g_autoptr (SlLink) link = sl_link_parse ("sidelight:small/late#t=6", NULL);

  wait_until (is_shown (reader));
  sl_window_open (reader->window, folder, link);
  wait_until (is_watching (reader, "late"));
  sl_conductor_set_playing (reader->conductor, TRUE);
  wait_until (is_shown (reader) || sl_session_get_time (reader->session) > 13 * SECOND / 2);
  g_assert_false (is_shown (reader));
  sl_conductor_seek (reader->conductor, 11 * SECOND / 2, SL_SEEK_EXACT);
  sl_conductor_set_playing (reader->conductor, TRUE);
  wait_until (is_shown (reader));
  g_assert_cmpint (sl_session_get_time (reader->session), <, 7 * SECOND);
}

/* Where nobody is. */
static void
test_play_through (Reader *reader, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (reader->window), "win.play-through", NULL));
  g_settings_set_boolean (reader->settings, "author-pauses", FALSE);
  g_settings_set_boolean (reader->settings, "author-pauses", TRUE);
  wait_until (sl_conductor_get_state (reader->conductor) == SL_PLAYER_ENDED);
  g_assert_false (is_shown (reader));
}

/* No panel and no pause until the chapter has ended; then its notes, for as long as they are read. */
static void
test_quiet (Reader *reader, gconstpointer data)
{
  g_assert_false (has_panel (reader));
  wait_until (sl_session_get_time (reader->session) > 3 * SECOND);
  g_assert_false (is_shown (reader));
  wait_until (is_shown (reader));
  g_assert_cmpint (sl_session_get_time (reader->session), >=, 4 * SECOND);
  g_assert_true (sl_conductor_get_playing (reader->conductor));
  g_assert_cmpstr (get_words (reader), ==, "2 notes in “First”");
  g_signal_emit_by_name (get_button (reader, 0), "clicked");
  g_assert_true (has_panel (reader));
  g_assert_false (sl_conductor_get_playing (reader->conductor));
  g_assert_cmpstr (get_words (reader), ==, "Paused for reading");
  g_signal_emit_by_name (get_button (reader, 0), "clicked");
  wait_until (!has_panel (reader));
  g_assert_false (is_shown (reader));
  wait_until (sl_conductor_get_state (reader->conductor) == SL_PLAYER_ENDED);
  g_assert_false (is_shown (reader)); /* the second chapter has none */
  g_settings_set_boolean (reader->settings, "quiet", FALSE);
  wait_until (has_panel (reader));
}

/* What came while it was quiet is offered on while the author of its casebook saves; but not to who leaves and comes back. */
static void
test_quiet_changed (Reader *reader, gconstpointer data)
{
  wait_until (is_shown (reader));
  sl_conductor_set_playing (reader->conductor, FALSE);
  gtk_widget_grab_focus (get_button (reader, 0));
  view_world_write (reader->folder, "clips/own.json", OWN ("\"summary\":\"Changed\","));
  wait_until (sl_session_get_clip (reader->session) && sl_clip_get_summary (sl_session_get_clip (reader->session)) != NULL);
  view_world_wait_for_paint (reader->page);
  g_assert_true (is_shown (reader));
  g_assert_cmpstr (get_words (reader), ==, "2 notes in “First”");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (reader->window)) == get_button (reader, 0));
  gtk_widget_activate_action (GTK_WIDGET (reader->window), "win.back", NULL);
  wait_until (sl_session_get_clip (reader->session) == NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (reader->window), "win.watch", "s", "own"));
  wait_until (!is_shown (reader));
}

/* What is not wanted can be put away. */
static void
test_put_away (Reader *reader, gconstpointer data)
{
  wait_until (is_shown (reader));
  gtk_widget_grab_focus (get_button (reader, 1));
  g_signal_emit_by_name (get_button (reader, 1), "clicked");
  g_assert_false (is_shown (reader));
  g_assert_false (has_panel (reader));
  g_assert_true (sl_conductor_get_playing (reader->conductor));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (reader->window)) == reader->page);
}

/* The button is among the controls where there is room for it, and over none of them. */
static void
test_button (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *transport = g_object_new (SL_TYPE_TRANSPORT, NULL);
  guint      n_shown = 0, n_hidden = 0;

  gtk_window_set_child (GTK_WINDOW (window), transport);
  gtk_window_present (GTK_WINDOW (window));
  for (int width = 1000; width > 300; width -= 20)
    {
      gboolean shown = FALSE;

      gtk_window_set_default_size (GTK_WINDOW (window), width, 400);
      view_world_wait_for_paint (window);
      for (GtkWidget *child = gtk_widget_get_first_child (transport); child; child = gtk_widget_get_next_sibling (child))
        for (GtkWidget *other = gtk_widget_get_next_sibling (child); other; other = gtk_widget_get_next_sibling (other))
          {
            graphene_rect_t a, b;

            if (!gtk_widget_get_mapped (child) || !gtk_widget_get_mapped (other) || GTK_IS_POPOVER (other))
              continue;
            g_assert_true (gtk_widget_compute_bounds (child, transport, &a) && gtk_widget_compute_bounds (other, transport, &b));
            g_assert_false (graphene_rect_intersection (&a, &b, NULL));
            g_assert_cmpfloat (a.origin.x, >=, 0);
            g_assert_cmpfloat (a.origin.x + a.size.width, <=, gtk_widget_get_width (transport) + 1);
            shown |= GTK_IS_TOGGLE_BUTTON (child);
          }
      n_shown += shown;
      n_hidden += !shown;
    }
  g_assert_cmpuint (n_shown, >, 0);
  g_assert_cmpuint (n_hidden, >, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);
  view_world_use_style ();
  g_test_add ("/reading/out-of-sight", Reader, NULL, set_up, test_out_of_sight, tear_down);
  g_test_add ("/reading/pause", Reader, NULL, set_up, test_pause, tear_down);
  g_test_add ("/reading/changed", Reader, NULL, set_up, test_changed, tear_down);
  g_test_add ("/reading/left", Reader, NULL, set_up, test_left, tear_down);
  g_test_add ("/reading/no-pause", Reader, NULL, set_up, test_no_pause, tear_down);
  g_test_add ("/reading/dragged", Reader, NULL, set_up, test_dragged, tear_down);
  g_test_add ("/reading/play-through", Reader, NULL, set_up, test_play_through, tear_down);
  g_test_add ("/reading/quiet", Reader, "quiet", set_up, test_quiet, tear_down);
  g_test_add ("/reading/quiet-changed", Reader, "quiet", set_up, test_quiet_changed, tear_down);
  g_test_add ("/reading/put-away", Reader, "quiet", set_up, test_put_away, tear_down);
  g_test_add_func ("/reading/button", test_button);
  return g_test_run ();
}
