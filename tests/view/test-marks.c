/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes of the viewer's own: kept clip by clip, also for a disk that refuses them for a while; written, changed, removed and
 * put back in the window, by keys and by name. */
#include "clip-maker.h"
#include "mark-row.h"
#include "marks-pane.h"
#include "marks.h"
#include "seek-strip.h"
#include "store.h"
#include "view-world.h"
#include "watch-page.h"

#include <glib/gstdio.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

#define CLIP(id) \
  "{\"id\":\"" id "\",\"film\":\"film\",\"kind\":\"interview\",\"title\":\"Clip\",\"duration\":\"0:10\",\"media\":[{\"file\":\"film.webm\"}]}"

#define CHANGED_CLIP(id) \
  "{\"id\":\"" id "\",\"film\":\"film\",\"kind\":\"interview\",\"title\":\"Clip\",\"summary\":\"Changed\",\"duration\":\"0:10\",\"media\":[{\"file\":\"film.webm\"}]}"

/* Its viewers bring the film. */
#define BARE_CLIP(id) \
  "{\"id\":\"" id "\",\"film\":\"film\",\"kind\":\"feature\",\"title\":\"Clip\",\"duration\":\"0:10\",\"bring_your_own\":{\"duration\":\"0:10\"}}"

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\":1,\"id\":\"set\",\"version\":\"2026-11-23\",\"title\":\"Set\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"clips\":[\"one\",\"two\",\"bare\"]}]"},
  {"clips/one.json", CLIP ("one")},
  {"clips/two.json", CLIP ("two")},
  {"clips/bare.json", BARE_CLIP ("bare")},
  {"film.webm", ""},
  {NULL, NULL},
};

typedef struct
{
  char       *folder;
  char       *path; /* of the store */
  SlCasebook *casebook;
  SlSession  *session;
  SlMarks    *marks;
  guint       n_not_kept;
} Fixture;

static void
not_kept_cb (Fixture *fixture)
{
  fixture->n_not_kept++;
}

static void
begin (Fixture *fixture)
{
  fixture->session = sl_session_new ();
  sl_session_set_casebook (fixture->session, fixture->casebook);
  fixture->marks = sl_marks_new (fixture->session);
  g_signal_connect_swapped (fixture->marks, "not-kept", G_CALLBACK (not_kept_cb), fixture);
  sl_marks_remember (fixture->marks, fixture->path);
  sl_session_set_clip (fixture->session, sl_casebook_lookup_clip (fixture->casebook, "one"));
}

static void
end (Fixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->marks));
  g_clear_object (&fixture->session);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = view_world_make_folder (files);
  fixture->path = g_build_filename (fixture->folder, "store.sqlite", NULL);
  fixture->casebook = view_world_read (fixture->folder);
  begin (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  end (fixture);
  g_object_unref (fixture->casebook);
  g_free (fixture->path);
  view_world_remove_folder (fixture->folder);
}

/* Returns: (transfer full): the words of all that the session has */
static char *
describe (SlSession *session)
{
  GListModel *marks = G_LIST_MODEL (sl_session_get_marks (session));
  GString    *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (SlMark) mark = g_list_model_get_item (marks, i);

      g_string_append_printf (text, "%s;", sl_mark_get_words (mark));
    }
  return g_string_free (text, FALSE);
}

static void
assert_marks (SlSession *session, const char *expected)
{
  g_autofree char *text = describe (session);

  g_assert_cmpstr (text, ==, expected);
}

/* Returns: (transfer full): its id */
static char *
note (Fixture *fixture, const char *words)
{
  char *id = g_strdup (sl_mark_get_id (sl_marks_add (fixture->marks)));

  sl_marks_reword (fixture->marks, id, words);
  return id;
}

static void
go_to (Fixture *fixture, const char *clip)
{
  sl_session_set_clip (fixture->session, sl_casebook_lookup_clip (fixture->casebook, clip));
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = note (fixture, "a"), *b = note (fixture, "b"), *c = NULL;

  assert_marks (fixture->session, "a;b;");
  g_assert_true (sl_marks_remove (fixture->marks, a));
  g_assert_false (sl_marks_remove (fixture->marks, a));
  assert_marks (fixture->session, "b;");
  go_to (fixture, "two");
  assert_marks (fixture->session, "");
  c = note (fixture, "c");
  /* Words that come late, and what is put back, are the other clip's. */
  sl_marks_reword (fixture->marks, b, "B");
  g_assert_true (sl_marks_put_back (fixture->marks, a));
  g_assert_false (sl_marks_put_back (fixture->marks, a));
  assert_marks (fixture->session, "c;");
  go_to (fixture, "one");
  assert_marks (fixture->session, "a;B;");
  sl_marks_remove (fixture->marks, b);

  end (fixture);
  begin (fixture);
  assert_marks (fixture->session, "a;");
  go_to (fixture, "two");
  assert_marks (fixture->session, "c;");
  sl_session_set_clip (fixture->session, NULL);
  g_assert_null (sl_marks_add (fixture->marks));
  assert_marks (fixture->session, "");
  g_assert_cmpuint (fixture->n_not_kept, ==, 0);
}

/* A folder in the place of the store. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *gone = NULL, *kept = NULL;

  end (fixture);
  g_remove (fixture->path);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  begin (fixture);
  gone = note (fixture, "gone");
  kept = note (fixture, "kept");
  wait_until (fixture->n_not_kept > 0);
  go_to (fixture, "two");
  go_to (fixture, "one");
  assert_marks (fixture->session, "gone;kept;");
  sl_marks_try_again (fixture->marks);
  wait_until (fixture->n_not_kept > 1);

  sl_marks_remove (fixture->marks, gone);
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  sl_marks_try_again (fixture->marks);
  end (fixture);
  begin (fixture);
  assert_marks (fixture->session, "kept;");
}

/* In the window */

static const ClipShape shape = {160, 90, 30, 1, 300, FALSE};

typedef struct
{
  char      *folder;
  char      *store;
  SlWindow  *window;
  GtkWidget *page, *pane;
} Viewer;

static void
open_link (Viewer *viewer, const char *uri)
{
  g_autoptr (GFile) folder = g_file_new_for_path (viewer->folder);
  g_autoptr (SlLink) link = sl_link_parse (uri, NULL);

  sl_window_open (viewer->window, folder, link);
  view_world_wait_for_page (viewer->window, "watch");
}

static void
start (Viewer *viewer)
{
  viewer->window = view_world_make_window ();
  viewer->page = view_world_find (GTK_WIDGET (viewer->window), SL_TYPE_WATCH_PAGE);
  viewer->pane = view_world_find (viewer->page, SL_TYPE_MARKS_PANE);
  sl_window_remember (viewer->window, viewer->store);
  gtk_window_present (GTK_WINDOW (viewer->window));
  open_link (viewer, "sidelight:set/one#t=0:03");
  wait_until (sl_session_get_time (sl_conductor_get_session (sl_window_get_conductor (viewer->window))) >= 3 * SECOND);
  sl_conductor_set_playing (sl_window_get_conductor (viewer->window), FALSE);
}

static void
start_window (Viewer *viewer, gconstpointer data)
{
  g_autofree char *film = NULL;

  viewer->folder = view_world_make_folder (files);
  viewer->store = g_build_filename (viewer->folder, "store.sqlite", NULL);
  film = g_build_filename (viewer->folder, "film.webm", NULL);
  clip_maker_make (film, &shape);
  start (viewer);
}

static void
end_window (Viewer *viewer, gconstpointer data)
{
  view_world_close (viewer->window);
  g_free (viewer->store);
  view_world_remove_folder (viewer->folder);
}

static SlSession *
session_of (Viewer *viewer)
{
  return sl_conductor_get_session (sl_window_get_conductor (viewer->window));
}

static GtkWidget *
get_focus (Viewer *viewer)
{
  return gtk_window_get_focus (GTK_WINDOW (viewer->window));
}

static guint
count_marks (Viewer *viewer)
{
  return g_list_model_get_n_items (G_LIST_MODEL (sl_session_get_marks (session_of (viewer))));
}

/* Returns: (nullable): the entry in which the focus is */
static GtkWidget *
find_written (Viewer *viewer)
{
  return get_focus (viewer) ? gtk_widget_get_ancestor (get_focus (viewer), GTK_TYPE_ENTRY) : NULL;
}

static GtkWidget *
add_note (Viewer *viewer, const char *words)
{
  GtkWidget *entry;

  g_action_group_activate_action (G_ACTION_GROUP (viewer->window), "add-mark", NULL);
  entry = find_written (viewer);
  g_assert_nonnull (entry);
  g_assert_true (gtk_widget_is_ancestor (entry, viewer->pane));
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  return entry;
}

static gboolean
is_button (GtkWidget *widget, const char *label)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = is_button (widget, label) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static gboolean
can_save (Viewer *viewer)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (viewer->window), "save-marks");
}

/* Where the note is that start () leads to. */
static void
assert_on_strip (Viewer *viewer, const char *words)
{
  GtkWidget       *strip = view_world_find (viewer->page, SL_TYPE_SEEK_STRIP);
  const double     x = 9 + (gtk_widget_get_width (strip) - 18) * (double)sl_session_get_time (session_of (viewer)) / (10.0 * SECOND);
  g_autofree char *said = sl_seek_strip_name_place (SL_SEEK_STRIP (strip), x);

  g_assert_cmpstr (said, ==, words);
}

static void
test_written (Viewer *viewer, gconstpointer data)
{
  GtkWidget *entry, *row, *remove;

  g_assert_false (gtk_widget_get_mapped (viewer->pane));
  g_assert_false (can_save (viewer));
  entry = add_note (viewer, "One");
  g_assert_true (can_save (viewer));
  assert_on_strip (viewer, "Your note at 0:03");
  row = gtk_widget_get_ancestor (entry, SL_TYPE_MARK_ROW);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Your note at 0:03");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "activate");
  assert_marks (session_of (viewer), "One;");
  assert_on_strip (viewer, "Your note at 0:03: One");
  g_assert_true (get_focus (viewer) == viewer->page);

  /* What is kept while somebody goes on to the next is still the same row, with the focus in it. */
  g_assert_true (gtk_widget_grab_focus (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Two");
  remove = gtk_widget_get_next_sibling (entry);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove your note at 0:03");
  g_assert_true (gtk_widget_grab_focus (remove));
  assert_marks (session_of (viewer), "Two;");
  g_assert_true (get_focus (viewer) == remove);

  /* The last one leaves the keys to the page; it can be put back. */
  g_signal_emit_by_name (remove, "clicked");
  g_assert_cmpuint (count_marks (viewer), ==, 0);
  assert_on_strip (viewer, "0:03");
  g_assert_true (get_focus (viewer) == viewer->page);
  g_assert_false (gtk_widget_get_mapped (viewer->pane));
  wait_until (find_button (GTK_WIDGET (viewer->window), "Undo"));
  g_signal_emit_by_name (find_button (GTK_WIDGET (viewer->window), "Undo"), "clicked");
  assert_marks (session_of (viewer), "Two;");
  g_assert_nonnull (find_written (viewer));
}

static void
test_left (Viewer *viewer, gconstpointer data)
{
  GtkWidget *first, *second;

  first = add_note (viewer, "First");
  second = add_note (viewer, "Second");
  assert_marks (session_of (viewer), "First;;");
  g_assert_true (first != second);
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_next_sibling (first)));
  g_signal_emit_by_name (gtk_widget_get_next_sibling (first), "clicked");
  assert_marks (session_of (viewer), "Second;");
  g_assert_true (gtk_widget_is_ancestor (get_focus (viewer), gtk_widget_get_parent (second)));
  gtk_editable_set_text (GTK_EDITABLE (second), "Never said to be kept");
  /* Neither the time nor the program's end needs it. */
  view_world_close (viewer->window);
  start (viewer);
  wait_until (count_marks (viewer) == 1);
  assert_marks (session_of (viewer), "Never said to be kept;");
  g_assert_true (gtk_widget_get_visible (viewer->pane));
}

static void
press_escape (GtkWidget *entry)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (entry);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Escape, 0, 0, &taken);
      if (taken)
        return;
    }
  g_assert_not_reached ();
}

/* Escape takes back what was not kept yet, and a note that never had words; the keys are the page's then. */
static void
test_given_up (Viewer *viewer, gconstpointer data)
{
  GtkWidget *entry = add_note (viewer, "One");

  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "activate");
  g_assert_true (gtk_widget_grab_focus (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "One, and more");
  press_escape (entry);
  g_assert_true (get_focus (viewer) == viewer->page);
  assert_marks (session_of (viewer), "One;");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "One");
  press_escape (add_note (viewer, "Never kept"));
  g_assert_true (get_focus (viewer) == viewer->page);
  assert_marks (session_of (viewer), "One;");
}

/* The clip goes from under whoever is writing. */
static void
test_taken (Viewer *viewer, gconstpointer data)
{
  SlSession *session = session_of (viewer);
  g_autoptr (SlClip) clip = g_object_ref (sl_session_get_clip (session));

  add_note (viewer, "First");
  add_note (viewer, "Second, not kept yet");
  sl_session_set_clip (session, NULL);
  g_assert_cmpuint (count_marks (viewer), ==, 0);
  sl_session_set_clip (session, clip);
  assert_marks (session, "First;Second, not kept yet;");
  gtk_widget_activate_action (GTK_WIDGET (viewer->window), "win.back", NULL);
  wait_until (!gtk_widget_get_mapped (viewer->pane));
  g_assert_null (view_world_find (viewer->pane, SL_TYPE_MARK_ROW));
}

/* A casebook that its author saves while they are read. */
static void
test_changed (Viewer *viewer, gconstpointer data)
{
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (add_note (viewer, "First"))), "activate");
  g_assert_true (gtk_widget_get_mapped (viewer->pane));
  view_world_write (viewer->folder, "clips/one.json", CHANGED_CLIP ("one"));
  wait_until (sl_session_get_clip (session_of (viewer)) && sl_clip_get_summary (sl_session_get_clip (session_of (viewer))) != NULL);
  view_world_wait_for_paint (viewer->page);
  assert_marks (session_of (viewer), "First;");
  g_assert_true (gtk_widget_get_mapped (viewer->pane));
  /* A clip that has none has no tab for them. */
  open_link (viewer, "sidelight:set/two");
  wait_until (!gtk_widget_get_mapped (viewer->pane));
}

/* Whoever is writing meanwhile goes on where the words are. */
static void
test_changed_while_written (Viewer *viewer, gconstpointer data)
{
  GtkWidget *entry;
  int        start, end;

  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (add_note (viewer, "First"))), "activate");
  entry = add_note (viewer, "Not yet said");
  gtk_editable_select_region (GTK_EDITABLE (entry), 4, 7);
  view_world_write (viewer->folder, "clips/one.json", CHANGED_CLIP ("one"));
  wait_until (sl_session_get_clip (session_of (viewer)) && sl_clip_get_summary (sl_session_get_clip (session_of (viewer))) != NULL);
  view_world_wait_for_paint (viewer->page);
  g_assert_true (find_written (viewer) == entry);
  g_assert_true (gtk_widget_get_mapped (entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Not yet said");
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), &start, &end));
  g_assert_cmpint (start, ==, 4);
  g_assert_cmpint (end, ==, 7);
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "activate");
  assert_marks (session_of (viewer), "First;Not yet said;");
}

/* In one line where there is room for it: Nimbus is a font that GTK took for narrower than it is. */
static void
test_one_line (Viewer *viewer, gconstpointer data)
{
  GtkSettings     *settings = gtk_settings_get_default ();
  g_autofree char *before = NULL;
  GtkLabel        *label;

  g_object_get (settings, "gtk-font-name", &before, NULL);
  add_note (viewer, "First");
  label = GTK_LABEL (gtk_widget_get_template_child (viewer->pane, SL_TYPE_MARKS_PANE, "add_label"));
  for (guint size = 80; size < 160; size += 10)
    {
      g_autofree char *font = g_strdup_printf ("Nimbus Sans %u.%u", size / 10, size % 10);

      g_object_set (settings, "gtk-font-name", font, NULL);
      view_world_wait_for_paint (viewer->page);
      g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (label)), ==, 1);
    }
  g_object_set (settings, "gtk-font-name", before, NULL);
}

static gboolean
is_saving (GtkWidget *widget)
{
  return GTK_IS_MENU_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), "Save your notes") == 0;
}

static GtkWidget *
find_such (GtkWidget *widget, gboolean (*is_it) (GtkWidget *))
{
  GtkWidget *found = is_it (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_such (child, is_it);
  return found;
}

static gboolean
is_told (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (is_told (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
is_chosen (GtkWidget *chooser, const char *path)
{
  g_autoptr (GFile) wanted = g_file_new_for_path (path), chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  return chosen && g_file_equal (chosen, wanted);
}

/* As the @n th line of the menu offers, by its dialog. Returns: (transfer full): what was written */
static char *
save_notes (Viewer *viewer, GMenuModel *menu, int n, const char *ending)
{
  g_autofree char *action = NULL, *name = NULL, *proposed = NULL, *saved = NULL, *path = NULL, *text = NULL;
  g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (menu, n, G_MENU_ATTRIBUTE_TARGET, NULL);
  GtkWidget *chooser;

  g_assert_true (g_menu_model_get_item_attribute (menu, n, G_MENU_ATTRIBUTE_ACTION, "s", &action));
  g_assert_true (gtk_widget_activate_action_variant (viewer->pane, action, target));
  wait_until ((chooser = view_world_find_chooser ()) != NULL);
  g_assert_cmpint (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser)), ==, GTK_FILE_CHOOSER_ACTION_SAVE);
  name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (chooser));
  proposed = g_strconcat ("Notes on Clip", ending, NULL);
  g_assert_cmpstr (name, ==, proposed);
  saved = g_strconcat ("Taken home", ending, NULL);
  path = g_build_filename (viewer->folder, saved, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), path); /* as somebody types it, wherever the dialog began */
  wait_until (is_chosen (chooser, path));
  g_signal_emit_by_name (gtk_dialog_get_widget_for_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT), "clicked");
  wait_until (view_world_find_chooser () == NULL && g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return g_steal_pointer (&text);
}

/* By the button, in each way that it offers: with the words as they are on the screen. */
static void
test_saved (Viewer *viewer, gconstpointer data)
{
  GMenuModel      *menu = NULL;
  g_autofree char *text = NULL, *webvtt = NULL, *json = NULL;

  add_note (viewer, "Two --> lines, \"three\" <b>");
  menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (find_such (viewer->pane, is_saving)));
  menu = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 3);
  text = save_notes (viewer, menu, 0, ".txt");
  g_assert_cmpstr (text, ==, "Clip\nsidelight:set/one\n\n0:00:03.000  Two --> lines, \"three\" <b>\n");
  wait_until (is_told (GTK_WIDGET (viewer->window), "Saved as “Taken home.txt”"));
  webvtt = save_notes (viewer, menu, 1, ".vtt");
  g_assert_true (g_str_has_prefix (webvtt, "WEBVTT\n\n"));
  g_assert_nonnull (strstr (webvtt, "\n00:00:03.000 --> 00:00:08.000\nTwo --&gt; lines, \"three\" &lt;b&gt;\n"));
  json = save_notes (viewer, menu, 2, ".json");
  g_assert_nonnull (strstr (json, "\"clip\": \"one\""));
  g_assert_nonnull (strstr (json, "\"from\": \"0:00:03.000\", \"text\": \"Two --> lines, \\\"three\\\" <b>\""));
  g_object_unref (menu);
}

static gboolean
can_add (Viewer *viewer)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (viewer->window), "add-mark");
}

/* Where there is no film a note belongs to the place that was asked for; without one there is none, and that is told. */
static void
test_without_film (Viewer *viewer, gconstpointer data)
{
  GtkWidget *button;

  open_link (viewer, "sidelight:set/bare#t=0:07");
  g_assert_cmpint (sl_conductor_get_state (sl_window_get_conductor (viewer->window)), ==, SL_PLAYER_IDLE);
  g_assert_true (can_add (viewer));
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (add_note (viewer, "Read here"))), "activate");
  {
    g_autoptr (SlMark) mark = g_list_model_get_item (G_LIST_MODEL (sl_session_get_marks (session_of (viewer))), 0);

    g_assert_cmpint (sl_mark_get_span (mark)->start, ==, 7 * SECOND);
  }
  button = view_world_find (viewer->pane, GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_null (gtk_widget_get_tooltip_text (button));

  open_link (viewer, "sidelight:set/bare");
  wait_until (count_marks (viewer) == 1); /* read again from the store, and a place to go to is none to be at */
  g_assert_false (can_add (viewer));
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_nonnull (gtk_widget_get_tooltip_text (button));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_widget_get_tooltip_text (button));
}

/* The same where it cannot be played; what is tried again is tried at that place. */
static void
test_broken_film (Viewer *viewer, gconstpointer data)
{
  SlConductor *conductor = sl_window_get_conductor (viewer->window);

  view_world_write (viewer->folder, "film.webm", "no film");
  open_link (viewer, "sidelight:set/two#t=0:06");
  wait_until (sl_conductor_get_state (conductor) == SL_PLAYER_FAULT);
  g_assert_cmpint (sl_session_get_time (session_of (viewer)), ==, 6 * SECOND);
  g_assert_true (can_add (viewer));
  add_note (viewer, "Still told");
  assert_marks (session_of (viewer), ";");
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);

  g_test_add ("/marks/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/marks/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/marks/written", Viewer, NULL, start_window, test_written, end_window);
  g_test_add ("/marks/given-up", Viewer, NULL, start_window, test_given_up, end_window);
  g_test_add ("/marks/left", Viewer, NULL, start_window, test_left, end_window);
  g_test_add ("/marks/taken", Viewer, NULL, start_window, test_taken, end_window);
  g_test_add ("/marks/changed", Viewer, NULL, start_window, test_changed, end_window);
  g_test_add ("/marks/changed-while-written", Viewer, NULL, start_window, test_changed_while_written, end_window);
  g_test_add ("/marks/one-line", Viewer, NULL, start_window, test_one_line, end_window);
  g_test_add ("/marks/saved", Viewer, NULL, start_window, test_saved, end_window);
  g_test_add ("/marks/without-film", Viewer, NULL, start_window, test_without_film, end_window);
  g_test_add ("/marks/broken-film", Viewer, NULL, start_window, test_broken_film, end_window);

  return g_test_run ();
}
