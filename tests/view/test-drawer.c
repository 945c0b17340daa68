/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In a full screen that is high and narrow the drawer leaves the picture whole: it stands below. */
#include "clip-maker.h"
#include "transport.h"
#include "view-world.h"
#include "watch-page.h"

#define WIDTH 400
#define HEIGHT 760
#define LARGE 1
#define MIRRORED 2

static const ClipShape shape = {320, 180, 30, 1, 300, FALSE, .container = CLIP_MATROSKA};

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\":1,\"id\":\"small\",\"version\":\"2026-11-23\",\"title\":\"Small\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"clips\":[\"own\"]}]"},
  {"clips/own.json",
   "{\"id\":\"own\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Own\",\"duration\":\"00:10.000\",\"media\":[{\"file\":\"film.mkv\"}],"
   "\"notes\":[{\"id\":\"n\",\"from\":\"00:00\",\"to\":\"00:09\",\"kind\":\"context\",\"title\":\"N\",\"text\":\"Words\"}]}"},
  {NULL, NULL},
};

typedef struct
{
  char      *folder;
  SlWindow  *window;
  GtkWidget *page, *panel, *stage;
} Viewer;

static void
set_up (Viewer *self, gconstpointer data)
{
  const guint      kind = GPOINTER_TO_UINT (data);
  g_autofree char *film = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (SlLink) link = sl_link_parse ("sidelight:small/own", NULL);

  gtk_widget_set_default_direction (kind & MIRRORED ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", kind & LARGE ? "Sans 22" : "Sans 11", NULL);
  self->folder = view_world_make_folder (files);
  film = g_build_filename (self->folder, "film.mkv", NULL);
  clip_maker_make (film, &shape);
  folder = g_file_new_for_path (self->folder);
  self->window = view_world_make_window ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  self->page = view_world_find (GTK_WIDGET (self->window), SL_TYPE_WATCH_PAGE);
  self->stage = view_world_find_named (self->page, "SlStage");
  self->panel = gtk_widget_get_ancestor (view_world_find (self->page, GTK_TYPE_STACK_SWITCHER), GTK_TYPE_BOX);
  self->panel = gtk_widget_get_parent (self->panel);
  gtk_window_present (GTK_WINDOW (self->window));
  sl_window_open (self->window, folder, link);
  view_world_wait_for_page (self->window, "watch");
  wait_until (sl_conductor_has_medium (sl_window_get_conductor (self->window)));
  sl_conductor_set_playing (sl_window_get_conductor (self->window), FALSE);
}

static void
tear_down (Viewer *self, gconstpointer data)
{
  view_world_close (self->window);
  view_world_remove_folder (self->folder);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 11", NULL);
}

static graphene_rect_t
find_bounds (Viewer *self, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, self->page, &bounds));
  return bounds;
}

static float
get_end (const graphene_rect_t *bounds)
{
  return bounds->origin.y + bounds->size.height;
}

/* Whether the picture is as wide as the page, or nearly so where letters are large, and nothing of it is beyond @foot. */
static gboolean
is_whole (Viewer *self, float foot)
{
  const graphene_rect_t picture = find_bounds (self, view_world_find (self->stage, GTK_TYPE_PICTURE));

  return picture.size.width >= 0.95f * (float)gtk_widget_get_width (self->page) && picture.origin.y >= 0 && get_end (&picture) <= foot + 1;
}

static void
test_high (Viewer *self, gconstpointer data)
{
  GtkWidget      *transport = view_world_find (self->page, SL_TYPE_TRANSPORT);
  graphene_rect_t panel, controls;

  /* Without a window manager, which would make the window as large as the screen. */
  g_object_set (self->page, "fullscreen", TRUE, "panel-shown", FALSE, NULL);
  wait_until (gtk_widget_get_height (self->stage) == gtk_widget_get_height (self->page));
  wait_until (is_whole (self, (float)gtk_widget_get_height (self->page)));
  g_object_set (self->page, "panel-shown", TRUE, NULL);
  wait_until (gtk_widget_get_mapped (self->panel) && gtk_widget_get_height (self->stage) < gtk_widget_get_height (self->page));
  panel = find_bounds (self, self->panel);
  controls = find_bounds (self, transport);
  g_assert_cmpfloat (panel.origin.x, ==, 0);
  g_assert_cmpfloat (panel.size.width, ==, gtk_widget_get_width (self->page));
  wait_until (is_whole (self, panel.origin.y));
  g_assert_cmpfloat (get_end (&panel), <=, controls.origin.y);
  g_assert_cmpfloat (panel.size.height, >=, 100);
  g_object_set (self->page, "panel-shown", FALSE, NULL);
  wait_until (!gtk_widget_get_mapped (self->panel) && gtk_widget_get_height (self->stage) == gtk_widget_get_height (self->page));
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);
  view_world_use_style ();
  g_test_add ("/drawer/high", Viewer, GUINT_TO_POINTER (0), set_up, test_high, tear_down);
  g_test_add ("/drawer/high-large", Viewer, GUINT_TO_POINTER (LARGE), set_up, test_high, tear_down);
  g_test_add ("/drawer/high-mirrored", Viewer, GUINT_TO_POINTER (MIRRORED), set_up, test_high, tear_down);
  return g_test_run ();
}
