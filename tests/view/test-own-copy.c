/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A film of the viewer's own in the real window: asked for, chosen, of another cut, set right, remembered, missing. */
#include "casebook-drop.h"
#include "clip-card.h"
#include "clip-maker.h"
#include "copy-panel.h"
#include "copy-window.h"
#include "fault-panel.h"
#include "more-button.h"
#include "seek-strip.h"
#include "store.h"
#include "transport.h"
#include "view-world.h"
#include "volume-button.h"
#include "watch-page.h"
#include "words.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

static const ClipShape shape = {320, 180, 30, 1, 180, TRUE};

#define CLIP(id, duration)                                                                                              \
  "{\"id\":\"" id "\",\"film\":\"film\",\"kind\":\"feature\",\"title\":\"The film\",\"duration\":\"" duration "\","     \
  "\"bring_your_own\":{\"duration\":\"" duration "\",\"where_to_get\":\"From its *makers*.\"},"                         \
  "\"notes\":[{\"id\":\"a\",\"from\":\"0:01\",\"to\":\"0:02\",\"kind\":\"context\",\"title\":\"A\",\"text\":\"One.\"}," \
  "{\"id\":\"b\",\"from\":\"0:03\",\"to\":\"0:04\",\"kind\":\"context\",\"title\":\"B\",\"text\":\"Two.\"}]}"

static const ViewWorldFile files[] = {
  {"book/casebook.json", "{\"format\":1,\"id\":\"mine\",\"version\":\"2026-11-23\",\"title\":\"Mine\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"book/films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"clips\":[\"same\",\"longer\"]}]"},
  {"book/clips/same.json", CLIP ("same", "0:06")},
  {"book/clips/longer.json", CLIP ("longer", "0:10")},
  {"text.mkv", "no film"},
  {NULL, NULL},
};

typedef struct
{
  char        *folder;
  char        *store;
  SlWindow    *window;
  SlConductor *conductor;
  GtkWidget   *panel;
  guint        n_failed;
} Viewer;

static void
finished_cb (Viewer *viewer, gboolean well)
{
  viewer->n_failed += !well;
}

static void
start (Viewer *viewer, const char *clip)
{
  g_autofree char *book = g_build_filename (viewer->folder, "book", NULL);
  g_autofree char *text = g_strconcat ("sidelight:mine/", clip, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (book);
  g_autoptr (SlLink) link = sl_link_parse (text, NULL);

  viewer->window = view_world_make_window ();
  viewer->conductor = sl_window_get_conductor (viewer->window);
  viewer->panel = view_world_find (GTK_WIDGET (viewer->window), SL_TYPE_COPY_PANEL);
  g_signal_connect_swapped (viewer->window, "finished", G_CALLBACK (finished_cb), viewer);
  sl_casebook_drop_accept (viewer->window);
  sl_window_remember (viewer->window, viewer->store);
  gtk_window_present (GTK_WINDOW (viewer->window));
  sl_window_open (viewer->window, folder, link);
  view_world_wait_for_page (viewer->window, "watch");
}

static void
set_up (Viewer *viewer, gconstpointer data)
{
  g_autofree char *film = NULL;

  viewer->folder = view_world_make_folder (files);
  viewer->store = g_build_filename (viewer->folder, "store.sqlite", NULL);
  film = g_build_filename (viewer->folder, "my film.webm", NULL);
  clip_maker_make (film, &shape);
}

static void
tear_down (Viewer *viewer, gconstpointer data)
{
  view_world_close (viewer->window);
  g_free (viewer->store);
  view_world_remove_folder (viewer->folder);
}

static void
start_again (Viewer *viewer, const char *clip)
{
  view_world_close (viewer->window);
  start (viewer, clip);
}

static gboolean
can (Viewer *viewer, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (viewer->window), action);
}

/* As by a drop, or in the dialog. */
static void
take (Viewer *viewer, const char *name)
{
  g_autofree char *path = g_build_filename (viewer->folder, name, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  g_test_message ("%s", name);
  g_assert_true (can (viewer, "take-copy"));
  g_action_group_activate_action (G_ACTION_GROUP (viewer->window), "take-copy", g_variant_new_string (uri));
}

/* Returns: whether it was taken */
static gboolean
drop (Viewer *viewer, const char *name)
{
  g_autofree char *path = g_build_filename (viewer->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (viewer->window));
  GdkFileList *list = gdk_file_list_new_from_array (&file, 1);
  GValue       value = G_VALUE_INIT;
  gboolean     taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, list);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
    }
  g_value_unset (&value);
  return taken;
}

static SlSession *
session_of (Viewer *viewer)
{
  return sl_conductor_get_session (viewer->conductor);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0 && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
press (GtkWidget *widget, const char *label)
{
  GtkWidget *button = find_button (widget, label);

  g_test_message ("%s", label);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* Returns: (transfer full) (nullable) */
static SlOwnCopy *
read_copy (Viewer *viewer, const char *clip)
{
  g_autoptr (SlStore) store = sl_store_new (viewer->store);

  return sl_store_find_copy (store, "mine", clip);
}

static gboolean
is_playing (Viewer *viewer)
{
  return sl_conductor_get_state (viewer->conductor) == SL_PLAYER_PLAYING && sl_session_get_time (session_of (viewer)) > 0;
}

/* Returns: (nullable): the first of @type that is sensitive, or is not */
static GtkWidget *
find_sensitive (GtkWidget *widget, GType type, gboolean sensitive)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget) == sensitive)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_sensitive (child, type, sensitive);

      if (found)
        return found;
    }
  return NULL;
}

/* What goes through a film is alive where there is one; what is read beside it always is. */
static void
check_controls (Viewer *viewer, gboolean alive, const char *reason)
{
  static const char *const actions[] = {"seek", "seek-by", "next-chapter", "step", "turn"};
  GtkWidget               *transport = view_world_find (GTK_WIDGET (viewer->window), SL_TYPE_TRANSPORT);
  GtkWidget               *strip = view_world_find (transport, SL_TYPE_SEEK_STRIP);
  GtkWidget               *speed = find_sensitive (transport, GTK_TYPE_MENU_BUTTON, alive);
  GtkTooltip              *tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean                 tells = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_true (can (viewer, actions[i]) == alive);
  g_assert_true (gtk_widget_is_sensitive (strip) == alive);
  g_assert_true (gtk_widget_is_sensitive (view_world_find (transport, SL_TYPE_VOLUME_BUTTON)) == alive);
  g_assert_true (speed != NULL && gtk_widget_is_sensitive (view_world_find (transport, SL_TYPE_MORE_BUTTON)));
  g_assert_nonnull (find_sensitive (transport, GTK_TYPE_TOGGLE_BUTTON, TRUE)); /* the panel, the whole screen */
  g_signal_emit_by_name (strip, "query-tooltip", 0, 0, FALSE, tooltip, &tells);
  g_assert_true (tells == (reason != NULL));
  if (reason)
    gtk_test_accessible_assert_property (strip, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason);
  g_object_unref (tooltip);
}

/* What a control says of itself, it says at rest, too: the strip the time, a button its tooltip. */
static void
check_says_itself (Viewer *viewer)
{
  SlSession       *session = session_of (viewer);
  GtkWidget       *transport = view_world_find (GTK_WIDGET (viewer->window), SL_TYPE_TRANSPORT);
  GtkWidget       *strip = view_world_find (transport, SL_TYPE_SEEK_STRIP);
  GtkWidget       *speed = find_sensitive (transport, GTK_TYPE_MENU_BUTTON, TRUE);
  g_autofree char *position = NULL;

  gtk_widget_activate_action (GTK_WIDGET (viewer->window), "win.pause", NULL);
  wait_until (sl_conductor_get_state (viewer->conductor) == SL_PLAYER_PAUSED);
  position = sl_words_position (sl_session_get_time (session), sl_session_get_duration (session), NULL);
  gtk_test_accessible_assert_property (strip, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, position);
  gtk_test_accessible_assert_property (speed, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_widget_get_tooltip_text (speed));
}

/* It is asked for in plain words; the one that fits plays at once, and the next time without a question. */
static void
test_chosen (Viewer *viewer, gconstpointer data)
{
  g_autoptr (SlOwnCopy) copy = NULL;

  start (viewer, "same");
  wait_until (gtk_widget_get_mapped (viewer->panel));
  g_assert_true (view_world_says (viewer->panel, "This film is not in its casebook"));
  g_assert_true (view_world_says (viewer->panel, "From its makers."));
  g_assert_cmpuint (viewer->n_failed, ==, 1); /* whoever waits for its end waits no longer */
  g_assert_nonnull (find_button (viewer->panel, "Choose a File…"));
  g_assert_null (find_button (viewer->panel, "Watch Anyway"));
  g_assert_true (can (viewer, "choose-copy") && !can (viewer, "adjust-copy") && !can (viewer, "accept-copy") && !can (viewer, "forget-copy"));
  g_assert_cmpuint (g_list_model_get_n_items (sl_session_get_notes (session_of (viewer))), ==, 2);
  check_controls (viewer, FALSE, "There is no film to play yet. Choose its file first.");
  g_assert_true (drop (viewer, "my film.webm"));
  wait_until (is_playing (viewer));
  check_controls (viewer, TRUE, NULL);
  check_says_itself (viewer);
  g_assert_false (gtk_widget_get_visible (viewer->panel));
  g_assert_true (can (viewer, "adjust-copy") && can (viewer, "forget-copy") && !can (viewer, "accept-copy"));

  start_again (viewer, "same");
  wait_until (is_playing (viewer));
  g_assert_false (gtk_widget_get_visible (viewer->panel));
  copy = read_copy (viewer, "same");
  g_assert_true (g_str_has_suffix (copy->uri, "/my%20film.webm"));
  g_assert_cmpint (copy->offset, ==, 0);
  /* The other clip of that film has its own. */
  gtk_widget_activate_action (GTK_WIDGET (viewer->window), "win.watch", "s", "longer");
  wait_until (gtk_widget_get_mapped (viewer->panel));
  g_assert_true (view_world_says (viewer->panel, "This film is not in its casebook"));
}

/* One of another length waits for an answer, which is asked for once. */
static void
test_other_cut (Viewer *viewer, gconstpointer data)
{
  g_autoptr (SlOwnCopy) copy = NULL;

  start (viewer, "longer");
  take (viewer, "my film.webm");
  wait_until (gtk_widget_get_mapped (viewer->panel) && find_button (viewer->panel, "Watch Anyway"));
  g_assert_true (view_world_says (viewer->panel, "These notes were made for another cut"));
  g_assert_true (view_world_says (viewer->panel, "Your copy lasts 0:06, the cut of these notes 0:10."));
  g_assert_nonnull (find_button (viewer->panel, "Choose Another File…"));
  g_assert_nonnull (find_button (viewer->panel, "Set Right…"));
  g_assert_false (sl_conductor_get_playing (viewer->conductor));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (viewer->panel), GTK_ACCESSIBLE_ROLE_ALERT);
  /* Who presses it by keys goes on with the keys of the page. */
  g_assert_true (gtk_widget_grab_focus (find_button (viewer->panel, "Watch Anyway")));
  press (viewer->panel, "Watch Anyway");
  g_assert_false (gtk_widget_get_visible (viewer->panel));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (viewer->window)) == gtk_widget_get_ancestor (viewer->panel, SL_TYPE_WATCH_PAGE));
  wait_until (is_playing (viewer));
  /* Nor is its end told to be too early. */
  wait_until (sl_conductor_get_state (viewer->conductor) == SL_PLAYER_ENDED);
  g_assert_null (sl_conductor_get_fault (viewer->conductor));

  start_again (viewer, "longer");
  wait_until (is_playing (viewer));
  g_assert_false (gtk_widget_get_visible (viewer->panel));
  copy = read_copy (viewer, "longer");
  g_assert_cmpint (ABS (copy->length - 6 * SECOND), <, SECOND / 5);
}

/* Playing it by a key is an answer, too. */
static void
test_answered_by_key (Viewer *viewer, gconstpointer data)
{
  start (viewer, "longer");
  take (viewer, "my film.webm");
  wait_until (can (viewer, "accept-copy"));
  gtk_widget_activate_action (GTK_WIDGET (viewer->window), "win.play", NULL);
  g_assert_false (gtk_widget_get_visible (viewer->panel));
  wait_until (is_playing (viewer));
}

static GtkWidget *
find_copy_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (SL_IS_COPY_WINDOW (window) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static gboolean
stands_at (Viewer *viewer, gint64 time)
{
  return sl_session_get_time (session_of (viewer)) == time && sl_conductor_get_target (viewer->conductor) == time;
}

/* By seconds, and by the note that belongs to the picture; it is there again the next time. */
static void
test_set_right (Viewer *viewer, gconstpointer data)
{
  GtkWidget *window, *seconds, *row;
  g_autoptr (SlOwnCopy) copy = NULL;

  start (viewer, "longer");
  take (viewer, "my film.webm");
  wait_until (can (viewer, "accept-copy"));
  press (viewer->panel, "Set Right…");
  g_assert_false (gtk_widget_get_visible (viewer->panel));
  wait_until (find_copy_window ());
  window = find_copy_window ();
  g_assert_true (view_world_says (window, "my film.webm") && view_world_says (window, "Lasts 0:06; its notes are for 0:10"));
  gtk_widget_activate_action (GTK_WIDGET (viewer->window), "win.seek", "x", 4 * SECOND);
  wait_until (stands_at (viewer, 4 * SECOND));
  seconds = view_world_find (window, GTK_TYPE_SPIN_BUTTON);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (seconds), 0.5);
  wait_until (stands_at (viewer, 4 * SECOND - SECOND / 2));
  g_assert_cmpint (sl_reel_get_offset (sl_conductor_get_reel (viewer->conductor)), ==, SECOND / 2);
  /* "A", which is for 0:01, comes with the picture at 4 s. */
  row = view_world_find (window, ADW_TYPE_COMBO_ROW);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  g_assert_true (view_world_says (row, "0:01"));
  press (window, "Now");
  wait_until (stands_at (viewer, SECOND));
  g_assert_true (gtk_spin_button_get_value (GTK_SPIN_BUTTON (seconds)) == 3.0);
  g_assert_cmpstr (sl_cue_get_id (sl_session_get_note (session_of (viewer))), ==, "a");
  /* The window is opened once. */
  gtk_widget_activate_action (GTK_WIDGET (viewer->window), "win.adjust-copy", NULL);
  g_assert_true (find_copy_window () == window);

  start_again (viewer, "longer");
  g_assert_null (find_copy_window ());
  wait_until (is_playing (viewer));
  copy = read_copy (viewer, "longer");
  g_assert_cmpint (copy->offset, ==, 3 * SECOND);
  g_assert_cmpint (sl_reel_get_offset (sl_conductor_get_reel (viewer->conductor)), ==, 3 * SECOND);
}

static void
test_forgotten (Viewer *viewer, gconstpointer data)
{
  start (viewer, "same");
  take (viewer, "my film.webm");
  wait_until (is_playing (viewer));
  gtk_widget_activate_action (GTK_WIDGET (viewer->window), "win.adjust-copy", NULL);
  wait_until (find_copy_window ());
  press (find_copy_window (), "Forget");
  wait_until (gtk_widget_get_mapped (viewer->panel));
  g_assert_true (view_world_says (viewer->panel, "This film is not in its casebook"));
  g_assert_null (find_copy_window ());
  g_assert_cmpint (sl_conductor_get_state (viewer->conductor), ==, SL_PLAYER_IDLE);
  start_again (viewer, "same");
  wait_until (gtk_widget_get_mapped (viewer->panel));
  g_assert_null (read_copy (viewer, "same"));
}

/* A file that is gone, or no film, is told as such, and another can be chosen there. */
static void
test_missing (Viewer *viewer, gconstpointer data)
{
  g_autofree char *film = g_build_filename (viewer->folder, "my film.webm", NULL);
  g_autofree char *elsewhere = g_build_filename (viewer->folder, "elsewhere.webm", NULL);
  GtkWidget       *fault;

  start (viewer, "same");
  take (viewer, "my film.webm");
  wait_until (is_playing (viewer));
  view_world_close (viewer->window);
  g_assert_cmpint (g_rename (film, elsewhere), ==, 0);
  start (viewer, "same");
  fault = view_world_find (GTK_WIDGET (viewer->window), SL_TYPE_FAULT_PANEL);
  wait_until (gtk_widget_get_mapped (fault));
  g_assert_true (view_world_says (fault, "Your copy of the film is not there any more"));
  check_controls (viewer, FALSE, "The film cannot be played now. Why is told in its place.");
  g_assert_nonnull (find_button (fault, "Choose Another File…"));
  take (viewer, "text.mkv");
  wait_until (view_world_says (fault, "This file is not a film"));
  g_assert_true (view_world_says (fault, "Choose the file of the film."));
  g_assert_true (gtk_widget_has_css_class (find_button (fault, "Choose Another File…"), "suggested-action"));
  g_assert_false (gtk_widget_has_css_class (find_button (fault, "Try Again"), "suggested-action"));
  take (viewer, "elsewhere.webm");
  wait_until (is_playing (viewer));
  g_assert_false (gtk_widget_get_mapped (fault));
}

/* The film's page leads there. */
static void
test_card (Viewer *viewer, gconstpointer data)
{
  GtkWidget *card;

  start (viewer, "same");
  gtk_widget_activate_action (GTK_WIDGET (viewer->window), "win.back", NULL);
  view_world_wait_for_page (viewer->window, "film");
  g_assert_false (can (viewer, "choose-copy"));
  g_assert_false (drop (viewer, "text.mkv")); /* nothing here wants it */
  card = view_world_find (GTK_WIDGET (viewer->window), SL_TYPE_CLIP_CARD);
  wait_until (gtk_widget_get_mapped (card));
  g_assert_true (view_world_says (card, "To be watched with a copy of your own"));
  press (card, "Watch");
  view_world_wait_for_page (viewer->window, "watch");
  wait_until (gtk_widget_get_mapped (viewer->panel));
}

/* A link has led to a moment: that is where its film begins. */
static void
test_link (Viewer *viewer, gconstpointer data)
{
  start (viewer, "same#t=3");
  take (viewer, "my film.webm");
  wait_until (sl_conductor_get_state (viewer->conductor) == SL_PLAYER_PLAYING);
  g_assert_cmpint (sl_session_get_time (sl_conductor_get_session (viewer->conductor)), >=, 3 * SECOND);
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);

#define ADD(name, function) g_test_add ("/own-copy/" name, Viewer, NULL, set_up, function, tear_down)
  ADD ("chosen", test_chosen);
  ADD ("other-cut", test_other_cut);
  ADD ("answered-by-key", test_answered_by_key);
  ADD ("set-right", test_set_right);
  ADD ("forgotten", test_forgotten);
  ADD ("missing", test_missing);
  ADD ("card", test_card);
  ADD ("link", test_link);
#undef ADD

  return g_test_run ();
}
