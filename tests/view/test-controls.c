/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The controls of the real window with the real player, by events of a real pointer and real keys: when they go and
 * come back, what they do, and what they are called. Needs a display, and xdotool for the events.
 */
#include "clip-maker.h"
#include "fault-panel.h"
#include "more-button.h"
#include "remark.h"
#include "seek-strip.h"
#include "stage.h"
#include "transport.h"
#include "view-world.h"
#include "volume-button.h"
#include "watch-page.h"

#include <glib/gstdio.h>
#include <math.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define FPS 30
#define N_FRAMES 900
#define STILL 3000 /* milliseconds, as in the page */
#define KEY_L 46   /* where it is, as the server counts keys */
#define KEY_BRACKET_LEFT 34
#define KEY_BRACKET_RIGHT 35
#define CORNER 40 /* pixels: in the picture, where no control is */

static const ClipShape shape = {320, 180, FPS, 1, N_FRAMES, TRUE, .container = CLIP_MATROSKA};

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\":1,\"id\":\"small\",\"version\":\"2026-11-22\",\"title\":\"Small\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"clips\":[\"own\"]}]"},
  {"clips/own.en.vtt", "WEBVTT\n\n00:01.000 --> 00:28.000\nMine\n"},
  {"clips/own.json",
   "{\"id\":\"own\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Own\",\"duration\":\"00:30.000\","
   "\"media\":[{\"file\":\"film.mkv\"}],\"captions\":[{\"language\":\"en\",\"file\":\"clips/own.en.vtt\",\"kind\":\"captions\"}],"
   "\"chapters\":[{\"id\":\"a\",\"title\":\"A\",\"from\":\"00:00\"},{\"id\":\"b\",\"title\":\"B\",\"from\":\"00:15\"}]}"},
  {NULL, NULL},
};

typedef struct
{
  char        *folder;
  SlWindow    *window;
  SlConductor *conductor;
  SlSession   *session;
  GtkWidget   *page;
  GtkWidget   *transport;
} Viewer;

/* @detailed: as in a menu */
static void
act (Viewer *viewer, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed, &name, &target, NULL));
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (viewer->window), name, target));
}

static void
set_up (Viewer *viewer, gconstpointer data)
{
  g_autofree char *film = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (SlLink) link = sl_link_parse ("sidelight:small/own", NULL);

  viewer->folder = view_world_make_folder (files);
  film = g_build_filename (viewer->folder, "film.mkv", NULL);
  clip_maker_make (film, &shape);
  folder = g_file_new_for_path (viewer->folder);
  viewer->window = view_world_make_window ();
  viewer->conductor = sl_window_get_conductor (viewer->window);
  viewer->session = sl_conductor_get_session (viewer->conductor);
  gtk_window_present (GTK_WINDOW (viewer->window));
  sl_window_open (viewer->window, folder, link);
  wait_until (sl_conductor_get_state (viewer->conductor) == SL_PLAYER_PLAYING);
  act (viewer, "win.loop::clip"); /* it does not end before a slow machine is done */
  viewer->page = view_world_find (GTK_WIDGET (viewer->window), SL_TYPE_WATCH_PAGE);
  viewer->transport = view_world_find (viewer->page, SL_TYPE_TRANSPORT);
}

static void
tear_down (Viewer *viewer, gconstpointer data)
{
  view_world_close (viewer->window);
  view_world_remove_folder (viewer->folder);
}

/* Events, which the server brings to the window when its main loop runs */

static void
run (const char *command)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static void xdo (const char *format, ...) G_GNUC_PRINTF (1, 2);

static void
xdo (const char *format, ...)
{
  g_autofree char *arguments = NULL;
  g_autofree char *command = NULL;
  va_list          list;

  va_start (list, format);
  arguments = g_strdup_vprintf (format, list);
  va_end (list);
  command = g_strconcat ("xdotool ", arguments, NULL);
  run (command);
}

/* To @x, @y in @widget, whose window is in the screen's corner. */
static void
point (GtkWidget *widget, double x, double y)
{
  GtkNative       *native = gtk_widget_get_native (widget);
  graphene_point_t place;
  double           left, top;

  gtk_native_get_surface_transform (native, &left, &top);
  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native), &GRAPHENE_POINT_INIT ((float)x, (float)y), &place));
  xdo ("mousemove %d %d", (int)(place.x + left), (int)(place.y + top));
}

static gboolean
has_controls (Viewer *viewer)
{
  return gtk_widget_get_child_visible (viewer->transport);
}

static gboolean
has_pointer (Viewer *viewer)
{
  GdkCursor *cursor = gtk_widget_get_cursor (viewer->page);

  return cursor == NULL || g_strcmp0 (gdk_cursor_get_name (cursor), "none") != 0;
}

static void
fill_screen (Viewer *viewer)
{
  g_object_set (viewer->page, "fullscreen", TRUE, NULL);
  view_world_wait_for_paint (viewer->page);
}

static gboolean
over_cb (gpointer over)
{
  *(gboolean *)over = TRUE;
  return G_SOURCE_REMOVE;
}

/* A pause that is longer than the controls stay: timers of one length end in the order of their beginning. */
static void
let_rest (void)
{
  gboolean over = FALSE;

  g_timeout_add (STILL + 100, over_cb, &over);
  wait_until (over);
}

static GtkWidget *
get_focus (Viewer *viewer)
{
  return gtk_window_get_focus (GTK_WINDOW (viewer->window));
}

/* What went while the film stood goes too when another program has it go on. */
static void
test_late_play (Viewer *viewer, gconstpointer data)
{
  fill_screen (viewer);
  act (viewer, "win.pause");
  let_rest ();
  g_assert_true (has_controls (viewer) && has_pointer (viewer));
  act (viewer, "win.play");
  wait_until (!has_controls (viewer));
  g_assert_false (has_pointer (viewer));
  point (viewer->page, CORNER, CORNER);
  point (viewer->page, CORNER + 9, CORNER);
  wait_until (has_controls (viewer));
  g_assert_true (has_pointer (viewer));
}

/* What had the focus is not seen any more, and its keys are the film's. */
static void
test_keys_of_hidden (Viewer *viewer, gconstpointer data)
{
  GtkWidget *strip = view_world_find (viewer->transport, SL_TYPE_SEEK_STRIP);

  point (viewer->page, CORNER, CORNER);
  fill_screen (viewer);
  gtk_widget_grab_focus (strip);
  wait_until (!has_controls (viewer));
  g_assert_true (get_focus (viewer) == viewer->page);
  xdo ("key Down");
  wait_until (sl_conductor_get_volume (viewer->conductor) < 0.99);
  g_assert_true (has_controls (viewer));
  g_assert_true (get_focus (viewer) == viewer->page);
  wait_until (!has_controls (viewer));
  xdo ("key Tab");
  wait_until (has_controls (viewer));
  wait_until (get_focus (viewer) == strip);
}

/* Who works at the controls by keys keeps them, whoever takes the keys. The pointer is in the window's head, where it
 * wakes nothing. */
static void
test_keys_at_work (Viewer *viewer, gconstpointer data)
{
  GtkWidget *strip = view_world_find (viewer->transport, SL_TYPE_SEEK_STRIP);

  point (GTK_WIDGET (viewer->window), CORNER, 9);
  view_world_wait_for_paint (viewer->page);
  fill_screen (viewer);
  gtk_widget_grab_focus (strip);
  for (guint i = 0; i < 3; i++)
    {
      gboolean over = FALSE;

      g_timeout_add (STILL / 2, over_cb, &over);
      wait_until (over);
      xdo ("key Home");
      wait_until (sl_session_get_time (viewer->session) < SECOND);
    }
  g_assert_true (has_controls (viewer));
  g_assert_true (get_focus (viewer) == strip);
}

/* The first click, as the first tap, only brings the controls. */
static void
test_first_tap (Viewer *viewer, gconstpointer data)
{
  point (viewer->page, CORNER, CORNER);
  fill_screen (viewer);
  wait_until (!has_controls (viewer));
  xdo ("click 1");
  wait_until (has_controls (viewer));
  let_rest ();
  g_assert_true (sl_conductor_get_playing (viewer->conductor));
  xdo ("mousemove_relative 9 0 click 1");
  wait_until (!sl_conductor_get_playing (viewer->conductor));
}

/* What is drawn over the picture is no click on it; a click is one. */
static void
test_drag (Viewer *viewer, gconstpointer data)
{
  GtkWidget *stage = view_world_find (viewer->page, SL_TYPE_STAGE);

  point (stage, 300, 100);
  xdo ("mousedown 1");
  point (stage, 400, 100);
  point (stage, 500, 100);
  xdo ("mouseup 1");
  xdo ("key Down"); /* when this is there, so is what came before */
  wait_until (sl_conductor_get_volume (viewer->conductor) < 0.99);
  g_assert_true (sl_conductor_get_playing (viewer->conductor));
  point (stage, CORNER, CORNER);
  xdo ("click 1");
  wait_until (!sl_conductor_get_playing (viewer->conductor));
}

/* Returns: (transfer none): the picture's gesture for a finger that moves; a server of tests has no fingers */
static GtkGesture *
find_swipe (GtkWidget *stage)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (stage);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller) && gtk_gesture_single_get_touch_only (GTK_GESTURE_SINGLE (controller)))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

static void
swipe (Viewer *viewer, double dx, double dy)
{
  GtkGesture *gesture = find_swipe (view_world_find (viewer->page, SL_TYPE_STAGE));

  for (guint i = 0; i <= 10; i++)
    g_signal_emit_by_name (gesture, "drag-update", dx * i / 10, dy * i / 10);
  g_signal_emit_by_name (gesture, "drag-end", dx, dy);
}

static void
test_swipe (Viewer *viewer, gconstpointer data)
{
  GtkWidget *remark = view_world_find (viewer->page, SL_TYPE_REMARK);

  act (viewer, "win.pause");
  act (viewer, "win.seek(int64 0)");
  g_assert_cmpint (sl_conductor_get_target (viewer->conductor), ==, 0);
  swipe (viewer, 120, 30);
  g_assert_cmpint (sl_conductor_get_target (viewer->conductor), ==, 10 * SECOND);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_first_child (remark))), ==, "+10 s");
  swipe (viewer, 200, 0);
  swipe (viewer, -120, 0);
  g_assert_cmpint (sl_conductor_get_target (viewer->conductor), ==, 10 * SECOND);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_first_child (remark))), ==, "−10 s");
  g_assert_cmpfloat (sl_conductor_get_volume (viewer->conductor), ==, 1);
  swipe (viewer, 30, 85);
  g_assert_cmpfloat_with_epsilon (sl_conductor_get_volume (viewer->conductor), 0.9, 1e-9);
  swipe (viewer, 30, -45);
  g_assert_cmpfloat_with_epsilon (sl_conductor_get_volume (viewer->conductor), 0.95, 1e-9);
  swipe (viewer, 2, 2); /* a tap */
  g_assert_cmpint (sl_conductor_get_target (viewer->conductor), ==, 10 * SECOND);
}

/* The strip */

#define KNOB 9 /* pixels, as in the strip */

static GtkWidget *
get_strip (Viewer *viewer)
{
  return view_world_find (viewer->transport, SL_TYPE_SEEK_STRIP);
}

static double
get_x (GtkWidget *strip, double share)
{
  return KNOB + (gtk_widget_get_width (strip) - 2 * KNOB) * share;
}

static void
point_at_time (Viewer *viewer, double share)
{
  GtkWidget *strip = get_strip (viewer);

  point (strip, get_x (strip, share), gtk_widget_get_height (strip) - 14);
}

static void
wait_for_time (Viewer *viewer, double share)
{
  const gint64 wanted = (gint64)(share * N_FRAMES / FPS * SECOND);

  wait_until (ABS (sl_session_get_time (viewer->session) - wanted) < SECOND / 5);
}

/* Pressed and let go it goes there; dragged it goes along, and then where it was let go. */
static void
test_strip_pointer (Viewer *viewer, gconstpointer data)
{
  act (viewer, "win.pause");
  point_at_time (viewer, 0.5);
  xdo ("click 1");
  wait_for_time (viewer, 0.5);
  g_assert_true (get_focus (viewer) == get_strip (viewer));
  point_at_time (viewer, 0.1);
  xdo ("mousedown 1");
  wait_until (sl_session_get_time (viewer->session) < 10 * SECOND);
  point_at_time (viewer, 0.9);
  wait_until (sl_session_get_time (viewer->session) > 20 * SECOND);
  point_at_time (viewer, 0.7);
  xdo ("mouseup 1");
  wait_for_time (viewer, 0.7);
  g_assert_false (sl_conductor_get_playing (viewer->conductor));
}

static void
test_strip_keys (Viewer *viewer, gconstpointer data)
{
  act (viewer, "win.pause");
  act (viewer, "win.loop::none");
  act (viewer, "win.seek(int64 10000000000)");
  wait_for_time (viewer, 1.0 / 3);
  point (viewer->page, CORNER, CORNER);
  gtk_widget_grab_focus (viewer->page);
  xdo ("key End");
  wait_until (sl_session_get_number (viewer->session) == N_FRAMES - 1);
  gtk_widget_grab_focus (get_strip (viewer));
  xdo ("key Home");
  wait_until (sl_session_get_time (viewer->session) == 0);
  xdo ("key Right");
  wait_for_time (viewer, 5.0 / 30);
  xdo ("key Up");
  wait_for_time (viewer, 10.0 / 30);
  xdo ("key Left");
  wait_for_time (viewer, 5.0 / 30);
  xdo ("key Down");
  wait_until (sl_session_get_time (viewer->session) == 0);
  xdo ("key End");
  wait_until (sl_session_get_number (viewer->session) == N_FRAMES - 1);
}

/* What a screen reader does to set the time. */
static void
test_strip_spoken (Viewer *viewer, gconstpointer data)
{
  struct
  {
    GTypeInterface parent;
    gboolean (*set_current_value) (GtkWidget *range, double value);
  } * range;

  if (gtk_get_minor_version () < 10)
    {
      g_test_skip ("GTK has no GtkAccessibleRange before 4.10");
      return;
    }
  act (viewer, "win.pause");
  act (viewer, "win.loop::none");
  range = g_type_interface_peek (G_OBJECT_GET_CLASS (get_strip (viewer)), g_type_from_name ("GtkAccessibleRange"));
  g_assert_true (range->set_current_value (get_strip (viewer), 15.0));
  wait_for_time (viewer, 0.5);
}

/* Returns: how opaque it is at @x, @y of @widget as it is drawn now: 0 to 255 */
static guint
get_alpha (GtkWidget *widget, double x, double y)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guint32 pixel;

  view_world_wait_for_paint (widget);
  paintable = gtk_widget_paintable_new (widget);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT ((float)floor (x), (float)floor (y), 1, 1));
  gdk_texture_download (texture, (guchar *)&pixel, 4);
  return pixel >> 24;
}

/* Name and time stand over the pointer, and leave with it; for large letters there is more room. */
static void
test_strip_bubble (Viewer *viewer, gconstpointer data)
{
  GtkWidget   *strip = get_strip (viewer);
  const double x = get_x (strip, 0.5);
  int          before, after, line;
  g_autoptr (PangoLayout) layout = NULL;

  act (viewer, "win.pause");
  point (viewer->page, CORNER, CORNER);
  g_assert_cmpuint (get_alpha (strip, x, 4), ==, 0);
  point_at_time (viewer, 0.5);
  wait_until (get_alpha (strip, x, 4) == 255);
  point (viewer->page, CORNER, CORNER);
  wait_until (get_alpha (strip, x, 4) == 0);
  gtk_widget_measure (strip, GTK_ORIENTATION_VERTICAL, -1, &before, NULL, NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 22", NULL);
  view_world_wait_for_paint (strip);
  gtk_widget_measure (strip, GTK_ORIENTATION_VERTICAL, -1, &after, NULL, NULL, NULL);
  layout = gtk_widget_create_pango_layout (strip, "0:15 B");
  pango_layout_get_pixel_size (layout, NULL, &line);
  g_assert_cmpint (after, >, before);
  g_assert_cmpint (after, >=, line + 2 * 14);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-font-name");
}

/* What goes round is enclosed. */
static void
test_strip_round (Viewer *viewer, gconstpointer data)
{
  GtkWidget   *strip = get_strip (viewer);
  const double half = get_x (strip, 0.5), y = gtk_widget_get_height (strip) - 14 - 11;

  act (viewer, "win.pause");
  act (viewer, "win.loop::none");
  point (viewer->page, CORNER, CORNER);
  act (viewer, "win.seek(int64 5000000000)");
  wait_for_time (viewer, 5.0 / 30);
  g_assert_null (sl_conductor_get_round (viewer->conductor));
  g_assert_cmpuint (get_alpha (strip, half + 1, y), ==, 0);
  act (viewer, "win.loop::chapter");
  g_assert_cmpint (sl_conductor_get_round (viewer->conductor)->end, ==, 15 * SECOND);
  g_assert_cmpuint (get_alpha (strip, half + 1, y), ==, 255);
  g_assert_cmpuint (get_alpha (strip, KNOB - 1, y), ==, 255);
  act (viewer, "win.loop::none");
  g_assert_cmpuint (get_alpha (strip, half + 1, y), ==, 0);
}

/* Names, as they are told */

static void
assert_name (gpointer widget, const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

/* Returns: the button inside the menu button that does not belong to one of our own, which has the focus */
static GtkWidget *
find_speed (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_MENU_BUTTON (child) ? gtk_widget_get_first_child (child) : GTK_IS_BOX (child) ? find_speed (child)
                                                                                                              : NULL;

      if (found)
        return found;
    }
  return NULL;
}

static void
test_names (Viewer *viewer, gconstpointer data)
{
  GtkWidget *volume = view_world_find (view_world_find (viewer->transport, SL_TYPE_VOLUME_BUTTON), GTK_TYPE_MENU_BUTTON);
  GtkWidget *speed = find_speed (viewer->transport);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (viewer->page), GTK_ACCESSIBLE_ROLE_GROUP);
  assert_name (viewer->page, "Own");
  g_assert_true (gtk_widget_get_focusable (speed));
  assert_name (speed, "Speed, 1×");
  act (viewer, "win.faster");
  assert_name (speed, "Speed, 1.25×");
  act (viewer, "win.mute");
  assert_name (gtk_widget_get_first_child (volume), "Volume, sound off");
}

/* Captions are words in the tree of what can be read aloud, as long as they are shown. */
static void
test_captions (Viewer *viewer, gconstpointer data)
{
  GtkWidget *words = view_world_find_named (viewer->page, "SlPictureWords");

  act (viewer, "win.pause");
  act (viewer, "win.seek(int64 5000000000)");
  wait_for_time (viewer, 5.0 / 30);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (words), GTK_ACCESSIBLE_ROLE_LABEL);
  assert_name (words, "Mine");
  act (viewer, "win.captions");
  assert_name (words, "");
  act (viewer, "win.captions");
  assert_name (words, "Mine");
  act (viewer, "win.seek(int64 29000000000)");
  wait_for_time (viewer, 29.0 / 30);
  assert_name (words, "");
}

/* A film that cannot be played says so by the name of what appears. */
static void
test_fault (Viewer *viewer, gconstpointer data)
{
  GtkWidget       *panel = view_world_find (viewer->page, SL_TYPE_FAULT_PANEL);
  g_autofree char *film = g_build_filename (viewer->folder, "film.mkv", NULL);

  g_assert_cmpint (g_remove (film), ==, 0);
  act (viewer, "win.back");
  act (viewer, "win.watch::own");
  wait_until (sl_conductor_get_state (viewer->conductor) == SL_PLAYER_FAULT);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (panel), GTK_ACCESSIBLE_ROLE_ALERT);
  assert_name (panel, sl_fault_get_title (sl_conductor_get_fault (viewer->conductor)));
}

/* By menu, for fingers, which have no keys; it tells the keys. */
static void
test_step_menu (Viewer *viewer, gconstpointer data)
{
  GtkWidget  *button = view_world_find (view_world_find (viewer->transport, SL_TYPE_MORE_BUTTON), GTK_TYPE_MENU_BUTTON);
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  g_autoptr (GMenuModel) places = g_menu_model_get_item_link (menu, 2, G_MENU_LINK_SECTION);
  static const struct
  {
    int         item;
    const char *key;
    gint64      number;
  } steps[] = {{2, "period", 151}, {3, "comma", 150}};

  act (viewer, "win.pause");
  act (viewer, "win.seek(int64 5000000000)");
  wait_until (sl_session_get_number (viewer->session) == 150);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (places, steps[i].item, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autofree char *action = NULL;
      g_autofree char *key = NULL;

      g_assert_true (g_menu_model_get_item_attribute (places, steps[i].item, G_MENU_ATTRIBUTE_ACTION, "s", &action));
      g_assert_true (g_menu_model_get_item_attribute (places, steps[i].item, "accel", "s", &key));
      g_assert_cmpstr (key, ==, steps[i].key);
      g_assert_true (gtk_widget_activate_action_variant (button, action, target));
      wait_until (sl_session_get_number (viewer->session) == steps[i].number);
    }
}

/* Keys of other keyboards */

static gunichar
get_letter (GdkDisplay *display, guint code)
{
  g_autofree guint *found = NULL;
  int               n = 0;

  return gdk_display_map_keycode (display, code, NULL, &found, &n) && n > 0 ? gdk_keyval_to_unicode (found[0]) : 0;
}

static void
set_layout (Viewer *viewer, const char *layout, const char *letter)
{
  GdkDisplay      *display = gtk_widget_get_display (viewer->page);
  g_autofree char *command = g_strconcat ("setxkbmap -layout ", layout, NULL);

  run (command);
  wait_until (get_letter (display, KEY_L) == g_utf8_get_char (letter));
}

static void
check_letters (Viewer *viewer)
{
  act (viewer, "win.seek(int64 0)");
  wait_until (sl_session_get_time (viewer->session) < SECOND);
  xdo ("key %d", KEY_L);
  wait_until (sl_session_get_time (viewer->session) >= 10 * SECOND);
  xdo ("key %d", KEY_BRACKET_RIGHT);
  wait_until (sl_conductor_get_rate (viewer->conductor) > 1);
  xdo ("key %d", KEY_BRACKET_LEFT);
  wait_until (sl_conductor_get_rate (viewer->conductor) <= 1);
}

static gboolean
is_panel_shown (Viewer *viewer)
{
  gboolean shown;

  g_object_get (viewer->page, "panel-shown", &shown, NULL);
  return shown;
}

static void
toggle_panel (Viewer *viewer)
{
  const gboolean shown = is_panel_shown (viewer);

  xdo ("key %d", KEY_L);
  wait_until (is_panel_shown (viewer) != shown);
}

/* A key does what is written on it; where that is no Latin letter, what it does in the other layout that the viewer has,
 * or else what it does in most. */
static void
test_layouts (Viewer *viewer, gconstpointer data)
{
  point (viewer->page, CORNER, CORNER);
  set_layout (viewer, "us -variant dvorak", "n");
  toggle_panel (viewer);
  set_layout (viewer, "ru,us -variant ,dvorak", "д");
  toggle_panel (viewer);
  set_layout (viewer, "ru", "д");
  check_letters (viewer);
  set_layout (viewer, "us", "l");
}

int
main (int argc, char **argv)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");

  view_world_start (&argc, &argv);
  g_assert_nonnull (xdotool);

  g_test_add ("/controls/late-play", Viewer, NULL, set_up, test_late_play, tear_down);
  g_test_add ("/controls/keys-of-hidden", Viewer, NULL, set_up, test_keys_of_hidden, tear_down);
  g_test_add ("/controls/keys-at-work", Viewer, NULL, set_up, test_keys_at_work, tear_down);
  g_test_add ("/controls/first-tap", Viewer, NULL, set_up, test_first_tap, tear_down);
  g_test_add ("/controls/drag", Viewer, NULL, set_up, test_drag, tear_down);
  g_test_add ("/controls/swipe", Viewer, NULL, set_up, test_swipe, tear_down);
  g_test_add ("/controls/strip-pointer", Viewer, NULL, set_up, test_strip_pointer, tear_down);
  g_test_add ("/controls/strip-keys", Viewer, NULL, set_up, test_strip_keys, tear_down);
  g_test_add ("/controls/strip-spoken", Viewer, NULL, set_up, test_strip_spoken, tear_down);
  g_test_add ("/controls/strip-bubble", Viewer, NULL, set_up, test_strip_bubble, tear_down);
  g_test_add ("/controls/strip-round", Viewer, NULL, set_up, test_strip_round, tear_down);
  g_test_add ("/controls/names", Viewer, NULL, set_up, test_names, tear_down);
  g_test_add ("/controls/captions", Viewer, NULL, set_up, test_captions, tear_down);
  g_test_add ("/controls/fault", Viewer, NULL, set_up, test_fault, tear_down);
  g_test_add ("/controls/step-menu", Viewer, NULL, set_up, test_step_menu, tear_down);
  g_test_add ("/controls/layouts", Viewer, NULL, set_up, test_layouts, tear_down);

  return g_test_run ();
}
