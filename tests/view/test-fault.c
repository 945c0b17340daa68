/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the real window shows and offers where a film does not play, or not wholly. Needs a display. */
#include "clip-maker.h"
#include "fault-panel.h"
#include "poster.h"
#include "stage.h"
#include "trouble.h"
#include "view-world.h"
#include "waiting.h"

#include <adwaita.h>
#include <glib/gstdio.h>

static const ClipShape shape = {320, 180, 30, 1, 90, TRUE};
/* So long that its end has not been read ahead when it begins. */
static const ClipShape long_shape = {480, 270, 30, 1, 360, FALSE, .keyframe_distance = 5};

/* Clips of one film that has a poster: one whose file is not there, one whose file is no film, and one that is right. */
static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\":1,\"id\":\"small\",\"version\":\"2026-11-22\",\"title\":\"Small\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"poster\":\"poster.png\",\"alt\":\"A door\",\"clips\":[\"gone\",\"text\",\"film\"]}]"},
  {"text.webm", "no film"},
  {"clips/gone.json",
   "{\"id\":\"gone\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Gone\",\"duration\":\"00:10.000\",\"media\":[{\"file\":\"gone.webm\"}]}"},
  {"clips/text.json",
   "{\"id\":\"text\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Text\",\"duration\":\"00:10.000\",\"media\":[{\"file\":\"text.webm\"}]}"},
  {"clips/film.json",
   "{\"id\":\"film\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Film\",\"duration\":\"00:03.000\",\"media\":[{\"file\":\"film.webm\"}]}"},
  {NULL, NULL},
};

typedef struct
{
  char        *folder;
  SlWindow    *window;
  SlConductor *conductor;
  GtkWidget   *stage;
  GtkWidget   *panel;
} Viewer;

static void
write_poster (const char *folder)
{
  g_autofree char    *path = g_build_filename (folder, "poster.png", NULL);
  static const guint8 pixels[16 * 9 * 3] = {200};
  g_autoptr (GBytes) bytes = g_bytes_new_static (pixels, sizeof pixels);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (16, 9, GDK_MEMORY_R8G8B8, bytes, 16 * 3);

  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static void
open_clip (Viewer *viewer, const char *clip)
{
  g_autoptr (GFile) folder = g_file_new_for_path (viewer->folder);
  g_autofree char *text = g_strdup_printf ("sidelight:small/%s", clip);
  g_autoptr (SlLink) link = sl_link_parse (text, NULL);

  sl_window_open (viewer->window, folder, link);
  view_world_wait_for_page (viewer->window, "watch");
}

static void
set_up (Viewer *viewer, int width, int height)
{
  g_autofree char *film = NULL;

  viewer->folder = view_world_make_folder (files);
  film = g_build_filename (viewer->folder, "film.webm", NULL);
  clip_maker_make (film, &shape);
  write_poster (viewer->folder);
  viewer->window = view_world_make_window ();
  gtk_window_set_default_size (GTK_WINDOW (viewer->window), width, height);
  viewer->conductor = sl_window_get_conductor (viewer->window);
  viewer->stage = view_world_find (GTK_WIDGET (viewer->window), SL_TYPE_STAGE);
  viewer->panel = view_world_find (viewer->stage, SL_TYPE_FAULT_PANEL);
  gtk_window_present (GTK_WINDOW (viewer->window));
}

static void
tear_down (Viewer *viewer)
{
  view_world_close (viewer->window);
  view_world_remove_folder (viewer->folder);
}

static gboolean
is_fault (Viewer *viewer, SlFaultCode code)
{
  SlFault *fault = sl_conductor_get_fault (viewer->conductor);

  return fault && sl_fault_get_code (fault) == code;
}

static GtkWidget *
find_labelled (GtkWidget *widget, const char *label)
{
  GtkWidget *found = GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_labelled (child, label);
  return found;
}

/* Returns: (nullable): the panel's button with these words, where it can be seen */
static GtkWidget *
find_button (Viewer *viewer, const char *label)
{
  GtkWidget *button = find_labelled (viewer->panel, label);

  return button && gtk_widget_get_mapped (button) ? button : NULL;
}

static void
press (Viewer *viewer, const char *label)
{
  GtkWidget *button = find_button (viewer, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static char *
paste (Viewer *viewer)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (viewer->window)), NULL, text_read_cb, &text);
  wait_until (text != NULL);
  return text;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return gtk_widget_get_mapped (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static void
check_copied (Viewer *viewer, const char *const *parts)
{
  g_autofree char *text = NULL;

  press (viewer, "Copy Details");
  wait_until (says (GTK_WIDGET (viewer->window), "Details copied"));
  text = paste (viewer);
  g_test_message ("%s", text);
  for (guint i = 0; parts[i]; i++)
    g_assert_nonnull (strstr (text, parts[i]));
}

/* Whoever copies is told so, and what is copied tells enough for a report, also where no pipeline knows any more. */
static void
test_copy (void)
{
  static const char *const gone[] = {"The film’s file is missing", "“gone”", "GStreamer ", "Sidelight ", "GTK 4.", NULL};
  static const char *const text[] = {"This file is not a film", "gst-stream-error", "text.webm", "GStreamer ", "GTK 4.", NULL};
  Viewer                   viewer = {0};

  set_up (&viewer, 1280, 800);
  open_clip (&viewer, "gone");
  wait_until (is_fault (&viewer, SL_FAULT_FILE_MISSING) && find_button (&viewer, "Copy Details"));
  check_copied (&viewer, gone);
  open_clip (&viewer, "text");
  wait_until (is_fault (&viewer, SL_FAULT_NOT_A_FILM) && find_button (&viewer, "Copy Details"));
  check_copied (&viewer, text);
  g_assert_null (find_button (&viewer, "Put Away"));
  tear_down (&viewer);
}

/* A file that is put right plays. */
static void
test_try_again (void)
{
  Viewer           viewer = {0};
  g_autofree char *broken = NULL;

  set_up (&viewer, 1280, 800);
  broken = g_build_filename (viewer.folder, "text.webm", NULL);
  open_clip (&viewer, "text");
  wait_until (is_fault (&viewer, SL_FAULT_NOT_A_FILM) && find_button (&viewer, "Try Again"));
  clip_maker_make (broken, &shape);
  press (&viewer, "Try Again");
  wait_until (sl_conductor_get_state (viewer.conductor) == SL_PLAYER_PLAYING);
  g_assert_false (gtk_widget_get_visible (viewer.panel));
  tear_down (&viewer);
}

/* Of the button's own bounds, how many pixels the stage does not show. */
static float
find_cut (Viewer *viewer, GtkWidget *button)
{
  graphene_rect_t bounds, seen;
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (viewer->stage), (float)gtk_widget_get_height (viewer->stage));
  GtkWidget      *scroller = view_world_find_named (viewer->panel, "GtkScrolledWindow");

  g_assert_true (gtk_widget_compute_bounds (button, viewer->stage, &bounds));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_is_ancestor (button, scroller) ? scroller : viewer->panel, viewer->stage, &seen));
  if (!graphene_rect_intersection (&all, &seen, &seen))
    return bounds.size.height;
  g_test_message ("%s: %.0f to %.0f in %.0f to %.0f", gtk_button_get_label (GTK_BUTTON (button)), bounds.origin.y,
                  bounds.origin.y + bounds.size.height, seen.origin.y, seen.origin.y + seen.size.height);
  if (!graphene_rect_intersection (&bounds, &seen, &seen))
    return bounds.size.height;
  return bounds.size.height - seen.size.height;
}

static void
check_large (int width, int height)
{
  Viewer viewer = {0};

  set_up (&viewer, width, height);
  open_clip (&viewer, "text");
  wait_until (is_fault (&viewer, SL_FAULT_NOT_A_FILM) && find_button (&viewer, "Copy Details"));
  /* The list beside it makes room once it knows what is said. */
  wait_until (find_cut (&viewer, find_button (&viewer, "Try Again")) == 0);
  wait_until (find_cut (&viewer, find_button (&viewer, "Copy Details")) == 0);
  tear_down (&viewer);
}

/* In the largest words no button is cut where there is room for it. */
static void
test_large (void)
{
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 22", NULL);
  check_large (1280, 800);
  check_large (700, 760);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-font-name");
}

/* Where only the sound can be decoded the poster stands in the place of the picture, under words that say so. */
static void
test_poster (void)
{
  Viewer     viewer = {0};
  GtkWidget *poster;
  g_autoptr (GPtrArray) hidden = g_ptr_array_new_with_free_func (gst_object_unref);

  trouble_hide_decoders (hidden, "video/x-vp8");
  set_up (&viewer, 1280, 800);
  poster = view_world_find (viewer.stage, SL_TYPE_POSTER);
  open_clip (&viewer, "film");
  wait_until (gtk_widget_get_mapped (poster));
  g_assert_true (is_fault (&viewer, SL_FAULT_NO_PICTURE_DECODER));
  wait_until (says (viewer.panel, "The picture cannot be decoded"));
  g_assert_nonnull (find_button (&viewer, "Try Again"));
  g_assert_nonnull (find_button (&viewer, "Copy Details"));
  press (&viewer, "Put Away");
  g_assert_false (gtk_widget_get_visible (viewer.panel));
  g_assert_true (gtk_widget_get_visible (poster));
  /* It goes with the clip. */
  open_clip (&viewer, "gone");
  wait_until (is_fault (&viewer, SL_FAULT_FILE_MISSING));
  g_assert_false (gtk_widget_get_visible (poster));
  tear_down (&viewer);
  trouble_show_decoders (hidden);
}

/* A seek whose place the disk does not bring has a sign, and it goes when the picture comes. */
static void
test_waiting_seek (void)
{
  Viewer           viewer = {0};
  g_autofree char *path = NULL;
  GtkWidget       *waiting;

  trouble_disk_register ();
  trouble_disk_take_files ();
  set_up (&viewer, 1280, 800);
  path = g_build_filename (viewer.folder, "text.webm", NULL);
  clip_maker_make (path, &long_shape);
  waiting = view_world_find (viewer.stage, SL_TYPE_WAITING);
  open_clip (&viewer, "text");
  wait_until (sl_conductor_get_state (viewer.conductor) == SL_PLAYER_PLAYING);
  sl_conductor_set_playing (viewer.conductor, FALSE);
  wait_until (sl_conductor_get_state (viewer.conductor) == SL_PLAYER_PAUSED);
  wait_until (!gtk_widget_get_visible (waiting));
  trouble_disk_set (TROUBLE_DISK_ANY, G_MAXUINT);
  sl_conductor_seek (viewer.conductor, 9 * G_GINT64_CONSTANT (1000000000), SL_SEEK_EXACT);
  wait_until (gtk_widget_get_mapped (waiting));
  g_assert_cmpint (sl_conductor_get_state (viewer.conductor), ==, SL_PLAYER_PAUSED);
  trouble_disk_release ();
  wait_until (!gtk_widget_get_visible (waiting));
  g_assert_cmpint (sl_session_get_time (sl_conductor_get_session (viewer.conductor)), >, 8 * G_GINT64_CONSTANT (1000000000));
  tear_down (&viewer);
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);
  view_world_use_style ();

  g_test_add_func ("/fault/poster", test_poster);
  g_test_add_func ("/fault/copy", test_copy);
  g_test_add_func ("/fault/try-again", test_try_again);
  g_test_add_func ("/fault/large", test_large);
  g_test_add_func ("/fault/waiting-seek", test_waiting_seek);

  return g_test_run ();
}
