/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window is given from outside: the size that it was left with, and casebooks that are dropped on it. */
#include "casebook-drop.h"
#include "window-state.h"

#include <gst/gst.h>

static gboolean
late_cb (gpointer data)
{
  g_error ("it took too long: %s", (const char *)data);
  return G_SOURCE_REMOVE;
}

static void
wait_for_page (SlWindow *window, const char *page)
{
  const guint late = g_timeout_add_seconds (300, late_cb, (gpointer)page);

  while (g_strcmp0 (sl_window_get_page (window), page) != 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

static void
let_go (SlWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
check_size (int width, int height, gboolean maximized)
{
  SlWindow *window = sl_window_new (NULL, NULL, NULL);
  int       now_width, now_height;
  gboolean  now_maximized;

  sl_window_state_keep (GTK_WINDOW (window));
  g_object_get (window, "default-width", &now_width, "default-height", &now_height, "maximized", &now_maximized, NULL);
  g_assert_cmpint (now_width, ==, width);
  g_assert_cmpint (now_height, ==, height);
  g_assert_cmpint (now_maximized, ==, maximized);
  let_go (window);
}

static void
test_size (void)
{
  SlWindow *window;

  check_size (1280, 800, FALSE);
  window = sl_window_new (NULL, NULL, NULL);
  sl_window_state_keep (GTK_WINDOW (window));
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_maximize (GTK_WINDOW (window));
  let_go (window);
  check_size (900, 700, TRUE);
  window = sl_window_new (NULL, NULL, NULL);
  sl_window_state_keep (GTK_WINDOW (window));
  gtk_window_unmaximize (GTK_WINDOW (window));
  let_go (window);
  check_size (900, 700, FALSE);
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
  SlWindow        *window = sl_window_new (NULL, NULL, NULL);
  g_autofree char *path = g_build_filename (g_getenv ("SL_TEST_CASEBOOKS"), "justice-for-sergei", NULL);
  g_autoptr (GFile) casebook = g_file_new_for_path (path);
  g_autoptr (GFile) nothing = g_file_new_for_path ("/nowhere.casebook");
  g_autoptr (GFile) picture = g_file_new_for_path ("/nowhere.png");
  g_autoptr (GFile) link = g_file_new_for_uri ("https://example.org/a.casebook");

  sl_casebook_drop_accept (window);
  gtk_window_present (GTK_WINDOW (window));
  drop (window, NULL, FALSE);
  drop (window, &(GSList){picture, NULL}, FALSE);
  drop (window, &(GSList){link, NULL}, FALSE);
  drop (window, &(GSList){nothing, NULL}, TRUE);
  wait_for_page (window, "message");
  drop (window, &(GSList){casebook, NULL}, TRUE);
  wait_for_page (window, "lobby");
  drop (window, &(GSList){nothing, NULL}, TRUE);
  wait_for_page (window, "message");
  let_go (window);
}

int
main (int argc, char **argv)
{
  gst_init (NULL, NULL);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window/size", test_size);
  g_test_add_func ("/window/drop", test_drop);

  return g_test_run ();
}
