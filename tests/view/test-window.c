/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window is given from outside: the size that it was left with, and casebooks that are dropped on it. */
#include "casebook-drop.h"
#include "findings-button.h"
#include "message-page.h"
#include "settings.h"
#include "view-world.h"
#include "window-state.h"

#include <adwaita.h>
#include <glib/gstdio.h>

static SlWindow *
show_window (void)
{
  SlWindow *window = view_world_make_window ();

  sl_window_state_keep (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  view_world_wait_for_paint (GTK_WIDGET (window));
  return window;
}

static void
check_settings (int width, int height, gboolean maximized)
{
  g_autoptr (GSettings) settings = sl_settings_new ();

  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, width);
  g_assert_cmpint (g_settings_get_int (settings, "window-height"), ==, height);
  g_assert_cmpint (g_settings_get_boolean (settings, "window-maximized"), ==, maximized);
}

static void
set_settings (int width, int height, gboolean maximized)
{
  g_autoptr (GSettings) settings = sl_settings_new ();

  g_assert_true (g_settings_set_int (settings, "window-width", width));
  g_assert_true (g_settings_set_int (settings, "window-height", height));
  g_assert_true (g_settings_set_boolean (settings, "window-maximized", maximized));
}

static void
assert_size (SlWindow *window, int width, int height)
{
  int now_width, now_height;

  gtk_window_get_default_size (GTK_WINDOW (window), &now_width, &now_height);
  g_assert_cmpint (now_width, ==, width);
  g_assert_cmpint (now_height, ==, height);
}

static void
count_cb (guint *count)
{
  ++*count;
}

/* By hand: many steps, and one that is written, when the window goes. */
static void
test_size (void)
{
  g_autoptr (GSettings) settings = sl_settings_new ();
  guint     n_written = 0;
  SlWindow *window = show_window ();

  assert_size (window, 1280, 800);
  g_signal_connect_swapped (settings, "changed::window-width", G_CALLBACK (count_cb), &n_written);
  for (int width = 890; width <= 900; width++)
    gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  check_settings (1280, 800, FALSE);
  view_world_close (window);
  check_settings (900, 700, FALSE);
  g_assert_cmpuint (n_written, ==, 1);
  window = show_window ();
  assert_size (window, 900, 700);
  /* Another program's window is another one. */
  set_settings (1000, 750, FALSE);
  assert_size (window, 900, 700);
  view_world_close (window);
  check_settings (1000, 750, FALSE);
}

/* What was large on another screen is as large as this one has room for, and remembered as it was, whatever made it
 * smaller before its viewer saw it; until he makes it another size by hand. */
static void
test_small_screen (void)
{
  SlWindow *window;

  set_settings (30000, 20000, TRUE);
  window = show_window ();
  assert_size (window, 1280, 800);
  g_assert_true (gtk_window_is_maximized (GTK_WINDOW (window)));
  view_world_close (window);
  check_settings (30000, 20000, TRUE);
  set_settings (1200, 20000, FALSE);
  window = view_world_make_window ();
  sl_window_state_keep (GTK_WINDOW (window));
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 600);
  gtk_window_present (GTK_WINDOW (window));
  view_world_wait_for_paint (GTK_WIDGET (window));
  view_world_close (window);
  check_settings (1200, 20000, FALSE);
  window = show_window ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 800);
  view_world_close (window);
  check_settings (1000, 20000, FALSE);
}

/* What can be no size is none. */
static void
test_range (void)
{
  static const int sizes[] = {-1, 0, 1280, G_MAXINT};
  g_autoptr (GSettings) settings = sl_settings_new ();
  g_autoptr (GSettingsSchema) schema = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GSettingsSchemaKey) key = g_settings_schema_get_key (schema, i == 0 ? "window-width" : "window-height");

      for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
        {
          g_autoptr (GVariant) size = g_variant_ref_sink (g_variant_new_int32 (sizes[j]));

          g_assert_cmpint (g_settings_schema_key_range_check (key, size), ==, sizes[j] == 1280);
        }
    }
}

static void
drop (SlWindow *window, GSList *files, gboolean taken)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_auto (GValue) value = G_VALUE_INIT;
  guint n_targets = 0;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      n_targets++;
      g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &handled);
      g_assert_cmpint (handled, ==, taken);
    }
  g_assert_cmpuint (n_targets, ==, 1);
}

static void
test_drop (void)
{
  SlWindow *window = view_world_make_window ();
  g_autoptr (GFile) casebook = view_world_find_shipped ();
  g_autoptr (GFile) nothing = g_file_new_for_path ("/nowhere.casebook");
  g_autoptr (GFile) picture = g_file_new_for_path ("/nowhere.png");
  g_autoptr (GFile) link = g_file_new_for_uri ("https://example.org/a.casebook");

  sl_casebook_drop_accept (window);
  gtk_window_present (GTK_WINDOW (window));
  drop (window, NULL, FALSE);
  drop (window, &(GSList){picture, NULL}, FALSE);
  drop (window, &(GSList){link, NULL}, FALSE);
  drop (window, &(GSList){nothing, NULL}, TRUE);
  view_world_wait_for_page (window, "message");
  drop (window, &(GSList){casebook, NULL}, TRUE);
  view_world_wait_for_page (window, "lobby");
  drop (window, &(GSList){nothing, NULL}, TRUE);
  view_world_wait_for_page (window, "message");
  view_world_close (window);
}

static const ViewWorldFile good[] = {
  {"casebook.json", "{\"format\": 1, \"id\": \"good\", \"version\": \"2026-01-01\", \"title\": \"Good\", \"language\": \"en\", \"licence\": \"CC0-1.0\"}"},
  {"films.json", "[{\"id\": \"film\", \"title\": \"Film\", \"year\": 2026, \"clips\": []}]"},
  {NULL, NULL},
};

static const ViewWorldFile bad[] = {
  {"casebook.json", "{\"format\": 1, \"id\": "},
  {"films.json", "[{\"id\": \"film\", \"title\": \"Film\", \"year\": 2026, \"clips\": []}]"},
  {NULL, NULL},
};

static void
open_folder (SlWindow *window, const char *path, const char *page)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  sl_window_open (window, folder, NULL);
  view_world_wait_for_page (window, page);
}

static SlWindow *
make_window (void)
{
  SlWindow *window = view_world_make_window ();

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static SlCasebook *
get_casebook (SlWindow *window)
{
  return sl_session_get_casebook (sl_conductor_get_session (sl_window_get_conductor (window)));
}

static void
assert_says (SlWindow *window, const char *pattern, gboolean so)
{
  GtkWidget *page = view_world_find (view_world_find (GTK_WIDGET (window), SL_TYPE_MESSAGE_PAGE), ADW_TYPE_STATUS_PAGE);

  g_assert_cmpint (g_pattern_match_simple (pattern, adw_status_page_get_description (ADW_STATUS_PAGE (page))), ==, so);
}

/* Who waits there sees it open as soon as it is mended, and is told so; not where nobody would tell of it. */
static void
test_mended (void)
{
  char     *folder = view_world_make_folder (bad);
  SlWindow *window = make_window ();

  open_folder (window, "/nonexistent/casebook", "message");
  assert_says (window, "*opens by itself.", FALSE);
  open_folder (window, folder, "message");
  assert_says (window, "*opens by itself.", TRUE);
  view_world_write (folder, "casebook.json", good[0].text);
  view_world_wait_for_page (window, "lobby");
  g_assert_cmpstr (sl_casebook_get_id (get_casebook (window)), ==, "good");
  view_world_close (window);
  view_world_remove_folder (folder);
}

/* As the window's own keys have it. */
static void
press_escape (SlWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (trigger, "Escape"))
            {
              g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (window), NULL));
              return;
            }
        }
    }
  g_assert_not_reached ();
}

/* In the largest words it fits into the narrowest window. */
static void
test_message_narrow (void)
{
  SlWindow  *window = make_window ();
  GtkWidget *page;
  int        least;

  view_world_use_style ();
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 22", NULL);
  sl_window_show_message (window, "This casebook cannot be opened", "Its file “casebook.json” is damaged.", "details");
  page = view_world_find (GTK_WIDGET (window), SL_TYPE_MESSAGE_PAGE);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-font-name");
  view_world_close (window);
}

/* Back from what cannot be opened is what was open before, which is kept up with again, and the other no more; or, where
 * nothing was, what comes with the program. */
static void
test_back (void)
{
  char     *folder = view_world_make_folder (good), *broken = view_world_make_folder (bad);
  SlWindow *window = make_window ();

  open_folder (window, broken, "message");
  press_escape (window);
  view_world_wait_for_page (window, "lobby");
  g_assert_cmpstr (sl_casebook_get_id (get_casebook (window)), !=, "good");
  open_folder (window, folder, "lobby");
  open_folder (window, broken, "message");
  press_escape (window);
  view_world_wait_for_page (window, "lobby");
  g_assert_cmpstr (sl_casebook_get_title (get_casebook (window)), ==, "Good");
  view_world_write (broken, "casebook.json",
                    "{\"format\": 1, \"id\": \"bad\", \"version\": \"2026-01-01\", \"title\": \"Mended\", \"language\": \"en\", \"licence\": \"CC0-1.0\"}");
  view_world_write (folder, "casebook.json",
                    "{\"format\": 1, \"id\": \"good\", \"version\": \"2026-01-02\", \"title\": \"Better\", \"language\": \"en\", \"licence\": \"CC0-1.0\"}");
  wait_until (!g_str_equal (sl_casebook_get_title (get_casebook (window)), "Good"));
  g_assert_cmpstr (sl_casebook_get_title (get_casebook (window)), ==, "Better");
  view_world_close (window);
  view_world_remove_folder (folder);
  view_world_remove_folder (broken);
}

static const ViewWorldFile watched[] = {
  {"casebook.json", "{\"format\": 1, \"id\": \"watched\", \"version\": \"2026-01-01\", \"title\": \"Watched\", \"language\": \"en\", \"licence\": \"CC0-1.0\"}"},
  {"films.json", "[{\"id\": \"film\", \"title\": \"Film\", \"year\": 2026, \"clips\": [\"clip\"]}]"},
  {"clips/clip.json", "{\"id\": \"clip\", \"film\": \"film\", \"kind\": \"explainer\", \"title\": \"Clip\", \"duration\": \"00:10\"}"},
  {NULL, NULL},
};

/* Returns: (transfer none) (nullable) */
static const char *
get_clip_title (SlWindow *window)
{
  SlClip *clip = sl_session_get_clip (sl_conductor_get_session (sl_window_get_conductor (window)));

  return clip ? sl_clip_get_title (clip) : NULL;
}

/* With all that can be in it, it fits into a narrow window. */
static void
check_header (SlWindow *window)
{
  GtkWidget *header = view_world_find (GTK_WIDGET (window), ADW_TYPE_HEADER_BAR);
  int        least;

  view_world_use_style ();
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":minimize,maximize,close", NULL);
  gtk_widget_measure (header, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 400);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-decoration-layout");
}

/* A file that is saved half takes nobody out of the film; one that was taken out for good does. */
static void
test_half_saved (void)
{
  char            *path = view_world_make_folder (watched);
  SlWindow        *window = make_window ();
  GtkWidget       *findings = view_world_find (GTK_WIDGET (window), SL_TYPE_FINDINGS_BUTTON);
  g_autofree char *clip = g_build_filename (path, "clips", "clip.json", NULL);

  open_folder (window, path, "lobby");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.watch", "s", "clip");
  view_world_wait_for_page (window, "watch");
  view_world_write (path, "clips/clip.json", "{\"id\": \"clip\", \"film");
  wait_until (gtk_widget_get_visible (findings));
  check_header (window);
  g_assert_cmpstr (sl_window_get_page (window), ==, "watch");
  g_assert_cmpstr (get_clip_title (window), ==, "Clip");
  view_world_write (path, "clips/clip.json", "{\"id\": \"clip\", \"film\": \"film\", \"kind\": \"explainer\", \"title\": \"Better\", \"duration\": \"00:10\"}");
  wait_until (g_strcmp0 (get_clip_title (window), "Better") == 0);
  g_assert_cmpstr (sl_window_get_page (window), ==, "watch");
  /* What is wrong elsewhere has nothing to do with it. */
  view_world_write (path, "facts.json", "[{");
  view_world_write (path, "films.json", "[{\"id\": \"film\", \"title\": \"Film\", \"year\": 2026}]");
  g_assert_cmpint (g_remove (clip), ==, 0);
  view_world_wait_for_page (window, "film");
  view_world_close (window);
  view_world_remove_folder (path);
}

/* Captions go to what is watched, whatever case their name is in; elsewhere, as anything else, they are nothing. */
static void
test_drop_captions (void)
{
  char            *path = view_world_make_folder (watched);
  SlWindow        *window = make_window ();
  SlCaptions      *captions = sl_session_get_captions (sl_conductor_get_session (sl_window_get_conductor (window)));
  g_autofree char *name = g_build_filename (path, "mine.VTT", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);

  view_world_write (path, "mine.VTT", "WEBVTT\n\n00:01.000 --> 00:02.000\nMine\n");
  sl_casebook_drop_accept (window);
  open_folder (window, path, "lobby");
  drop (window, &(GSList){file, NULL}, FALSE);
  wait_until (view_world_says (GTK_WIDGET (window), "This is not a casebook: that is a folder, or a file ending in .casebook"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.watch", "s", "clip");
  view_world_wait_for_page (window, "watch");
  drop (window, &(GSList){file, NULL}, TRUE);
  wait_until (g_strcmp0 (sl_captions_get_brought (captions), "mine.VTT") == 0);
  view_world_close (window);
  view_world_remove_folder (path);
}

/* Returns: what is drawn at the window's edge now, in the middle of its left side */
static guint32
get_edge (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  const int height = gtk_widget_get_height (window);
  guint32   pixel;

  view_world_wait_for_paint (window);
  paintable = gtk_widget_paintable_new (window);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window), height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &GRAPHENE_RECT_INIT (1, (float)(height / 2), 1, 1));
  gdk_texture_download (texture, (guchar *)&pixel, 4);
  return pixel;
}

/* As GTK marks it while something is held over it that it may take. */
static void
test_drop_edge (void)
{
  SlWindow *window;
  guint32   before;

  view_world_use_style ();
  window = show_window ();
  before = get_edge (GTK_WIDGET (window));
  gtk_widget_set_state_flags (GTK_WIDGET (window), GTK_STATE_FLAG_DROP_ACTIVE, FALSE);
  wait_until (get_edge (GTK_WIDGET (window)) != before);
  gtk_widget_unset_state_flags (GTK_WIDGET (window), GTK_STATE_FLAG_DROP_ACTIVE);
  wait_until (get_edge (GTK_WIDGET (window)) == before);
  view_world_close (window);
}

/* What turns on a page that is not seen has the whole window laid out anew, sixty times a second. */
static void
test_spinner (void)
{
  char      *folder = view_world_make_folder (good);
  SlWindow  *window = make_window ();
  GtkWidget *spinner = view_world_find (GTK_WIDGET (window), GTK_TYPE_SPINNER);

  g_assert_nonnull (spinner);
  g_assert_true (gtk_spinner_get_spinning (GTK_SPINNER (spinner)));
  open_folder (window, folder, "lobby");
  g_assert_false (gtk_spinner_get_spinning (GTK_SPINNER (spinner)));
  view_world_close (window);
  view_world_remove_folder (folder);
}

/* A casebook is chosen as what it is: a file by one action and button, a folder by the other. */
static void
test_choosers (void)
{
  static const struct
  {
    const char          *action;
    GtkFileChooserAction wanted;
  } ways[] = {{"win.open", GTK_FILE_CHOOSER_ACTION_OPEN}, {"win.open-folder", GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER}};
  SlWindow      *window = show_window ();
  GtkMenuButton *button = GTK_MENU_BUTTON (gtk_widget_get_template_child (GTK_WIDGET (window), SL_TYPE_WINDOW, "open"));
  GMenuModel    *menu = gtk_menu_button_get_menu_model (button);

  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, G_N_ELEMENTS (ways));
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *action = NULL;

      g_assert_true (g_menu_model_get_item_attribute (menu, (int)i, G_MENU_ATTRIBUTE_ACTION, "s", &action));
      g_assert_cmpstr (action, ==, ways[i].action);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
      wait_until (view_world_find_chooser () != NULL);
      g_assert_cmpint (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (view_world_find_chooser ())), ==, ways[i].wanted);
      g_assert_cmpint (gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (view_world_find_chooser ())) != NULL, ==, i == 0);
      gtk_dialog_response (GTK_DIALOG (view_world_find_chooser ()), GTK_RESPONSE_CANCEL);
      wait_until (view_world_find_chooser () == NULL);
    }
  view_world_close (window);
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);

  g_test_add_func ("/window/size", test_size);
  g_test_add_func ("/window/small-screen", test_small_screen);
  g_test_add_func ("/window/range", test_range);
  g_test_add_func ("/window/drop", test_drop);
  g_test_add_func ("/window/mended", test_mended);
  g_test_add_func ("/window/back", test_back);
  g_test_add_func ("/window/choosers", test_choosers);
  g_test_add_func ("/window/drop-captions", test_drop_captions);
  g_test_add_func ("/window/half-saved", test_half_saved);
  g_test_add_func ("/window/spinner", test_spinner);
  g_test_add_func ("/window/message-narrow", test_message_narrow);
  g_test_add_func ("/window/drop-edge", test_drop_edge);

  return g_test_run ();
}
