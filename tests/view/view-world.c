/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not what a test tests is done once here, and says at once where it fails. */
#include "view-world.h"

#include <string.h>

#include "casebook-reader.h"
#include "fault-panel.h"
#include "settings.h"
#include "stage.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <gst/gst.h>
#include <math.h>

#define LATE 300        /* seconds: far more than the slowest machine needs */
#define PATIENCE 120000 /* milliseconds */

void
view_world_start (int *argc, char ***argv)
{
  g_autoptr (GSettings) settings = NULL;

  g_setenv ("LANGUAGE", "en", TRUE);
  gst_init (NULL, NULL);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  settings = sl_settings_new ();
  if (settings)
    {
      g_settings_set_boolean (settings, "advisories", FALSE); /* a test of them asks for them */
      g_settings_set_string (settings, "motion", "full");     /* nothing else moves */
    }
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
}

static gboolean
late_cb (gpointer data)
{
  g_error ("it took too long: %s", (const char *)data);
  return G_SOURCE_REMOVE;
}

guint
view_world_begin_waiting (const char *what)
{
  return g_timeout_add_seconds (LATE, late_cb, (gpointer)what);
}

/* Casebooks */

void
view_world_write (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

char *
view_world_make_folder (const ViewWorldFile *files)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("sidelight-view-XXXXXX", &error);

  g_assert_no_error (error);
  for (guint i = 0; files[i].name; i++)
    view_world_write (folder, files[i].name, files[i].text);
  return folder;
}

static void
remove_inside (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR) && !g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        remove_inside (inner);
      else
        g_assert_cmpint (g_remove (inner), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

void
view_world_remove_folder (char *folder)
{
  remove_inside (folder);
  g_free (folder);
}

GFile *
view_world_find_shipped (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SL_TEST_CASEBOOKS"), "justice-for-sergei", NULL);

  return g_file_new_for_path (path);
}

static SlCasebook *
read_folder (GFile *folder)
{
  g_autoptr (GError) error = NULL;
  SlCasebook *casebook = sl_casebook_reader_read_folder (folder, NULL, &error);

  g_assert_no_error (error);
  return casebook;
}

SlCasebook *
view_world_read (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  return read_folder (file);
}

SlCasebook *
view_world_read_shipped (void)
{
  g_autoptr (GFile) file = view_world_find_shipped ();

  return read_folder (file);
}

SlConductor *
view_world_make_conductor (SlCasebook *casebook, VirtualTime *time)
{
  const SlPlayerWorld world = {.clock = virtual_time_get_clock (time), .audio_sink = virtual_time_make_audio_sink (time)};
  g_autoptr (SlPlayer) player = sl_player_new (&world);
  g_autoptr (SlSession) session = sl_session_new ();

  sl_player_set_patience (player, PATIENCE);
  sl_session_set_casebook (session, casebook);
  return sl_conductor_new (session, player);
}

/* Windows */

void
view_world_use_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/sidelight/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *name)
{
  if (name ? g_str_equal (G_OBJECT_TYPE_NAME (widget), name) : G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, name);

      if (found)
        return found;
    }
  return NULL;
}

GtkWidget *
view_world_find (GtkWidget *widget, GType type)
{
  return find (widget, type, NULL);
}

GtkWidget *
view_world_find_named (GtkWidget *widget, const char *type)
{
  return find (widget, G_TYPE_NONE, type);
}

static double
to_light (double share)
{
  return share <= 0.04045 ? share / 12.92 : pow ((share + 0.055) / 1.055, 2.4);
}

static double
get_light (const GdkRGBA *c)
{
  return 0.2126 * to_light (c->red) + 0.7152 * to_light (c->green) + 0.0722 * to_light (c->blue);
}

double
view_world_get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  const double x = get_light (a) + 0.05, y = get_light (b) + 0.05;

  return x > y ? x / y : y / x;
}

SlWindow *
view_world_make_window (void)
{
  g_autoptr (SlPlayer) player = sl_player_new (NULL);

  sl_player_set_patience (player, PATIENCE);
  return sl_window_new (NULL, player, NULL);
}

GtkWidget *
view_world_find_chooser (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

void
view_world_wait_for_page (SlWindow *window, const char *page)
{
  g_test_message ("page %s", page);
  wait_until (g_strcmp0 (sl_window_get_page (window), page) == 0);
}

static void
painted_cb (guint *n_painted)
{
  ++*n_painted;
}

/* The first to end may have begun before. */
void
view_world_wait_for_paint (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  guint          n_painted = 0;

  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &n_painted);
  gtk_widget_queue_draw (widget);
  wait_until (n_painted > 0);
  gtk_widget_queue_draw (widget);
  wait_until (n_painted > 1);
  g_signal_handlers_disconnect_by_data (clock, &n_painted);
}

void
view_world_close (SlWindow *window)
{
  const guint late = view_world_begin_waiting ("the window is still there");

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  gtk_window_destroy (GTK_WINDOW (window));
  while (window)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_source_remove (late);
}

gboolean
view_world_says (GtkWidget *widget, const char *part)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), part))
    return gtk_widget_get_mapped (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (view_world_says (child, part))
      return TRUE;
  return FALSE;
}

void
view_world_show_fault (SlWindow *window, SlFault *fault)
{
  SlConductor *conductor = sl_window_get_conductor (window);
  GtkWidget   *stage = view_world_find (GTK_WIDGET (window), SL_TYPE_STAGE);

  /* The player has none, and says so with all that it finds out later. */
  if (fault)
    g_assert_cmpuint (g_signal_handlers_block_matched (conductor, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, stage), >, 0);
  else
    g_assert_cmpuint (g_signal_handlers_unblock_matched (conductor, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, stage), >, 0);
  g_object_set (view_world_find (stage, SL_TYPE_FAULT_PANEL), "fault", fault, NULL);
  g_object_notify (G_OBJECT (conductor), "state");
}
