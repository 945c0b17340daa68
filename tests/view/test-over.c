/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said over the picture, two at a time, in every width and with large letters, in both directions of writing:
 * nothing lies on anything else, and what can be pressed can be. Needs a display. */
#include "clip-maker.h"
#include "copy-panel.h"
#include "fault-panel.h"
#include "next-bar.h"
#include "reading-bar.h"
#include "remark.h"
#include "resume-bar.h"
#include "stage-panel.h"
#include "stage.h"
#include "view-world.h"
#include "waiting.h"
#include "watch-page.h"

#define SECOND G_GINT64_CONSTANT (1000000000)
#define TARGET 44 /* pixels */
#define LETTERS 6 /* that a line of several has, at least */

static const ClipShape shape = {320, 180, 30, 1, 90, TRUE, .container = CLIP_MATROSKA};

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\":1,\"id\":\"small\",\"version\":\"2026-11-22\",\"title\":\"Small\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"clips\":[\"own\"]}]"},
  {"clips/own.json",
   "{\"id\":\"own\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Own\",\"duration\":\"00:03.000\","
   "\"media\":[{\"file\":\"film.mkv\"}],\"notes\":[{\"id\":\"n\",\"from\":\"00:01\",\"kind\":\"context\",\"title\":\"N\"}]}"},
  {NULL, NULL},
};

typedef struct
{
  char      *folder;
  SlWindow  *window;
  GtkWidget *page;
  GtkWidget *stage;
} Viewer;

typedef struct
{
  int      width, height;
  gboolean large, rtl;
} Size;

static const Size sizes[] = {
  {1280, 800, FALSE, FALSE},
  {800, 600, FALSE, FALSE},
  {400, 760, FALSE, FALSE},
  {360, 400, FALSE, FALSE},
  {1280, 800, TRUE, FALSE},
  {800, 600, TRUE, FALSE},
  {400, 760, TRUE, FALSE},
  {360, 400, TRUE, FALSE},
  {1280, 800, FALSE, TRUE},
  {400, 760, TRUE, TRUE},
};

static void
set_up (Viewer *viewer, gconstpointer data)
{
  const Size      *size = data;
  g_autofree char *film = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (SlLink) link = sl_link_parse ("sidelight:small/own", NULL);

  gtk_widget_set_default_direction (size->rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", size->large ? "Sans 22" : "Sans 11", NULL);
  viewer->folder = view_world_make_folder (files);
  film = g_build_filename (viewer->folder, "film.mkv", NULL);
  clip_maker_make (film, &shape);
  folder = g_file_new_for_path (viewer->folder);
  viewer->window = view_world_make_window ();
  gtk_window_set_default_size (GTK_WINDOW (viewer->window), size->width, size->height);
  viewer->page = view_world_find (GTK_WIDGET (viewer->window), SL_TYPE_WATCH_PAGE);
  viewer->stage = view_world_find (viewer->page, SL_TYPE_STAGE);
  gtk_window_present (GTK_WINDOW (viewer->window));
  sl_window_open (viewer->window, folder, link);
  view_world_wait_for_page (viewer->window, "watch");
  gtk_widget_activate_action (GTK_WIDGET (viewer->window), "win.pause", NULL);
  wait_until (sl_conductor_get_state (sl_window_get_conductor (viewer->window)) == SL_PLAYER_PAUSED);
}

static void
tear_down (Viewer *viewer, gconstpointer data)
{
  view_world_close (viewer->window);
  view_world_remove_folder (viewer->folder);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-font-name");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* What can be over the picture. Those before others matter more. */

static GtkWidget *
find (Viewer *viewer, GType type)
{
  return view_world_find (viewer->page, type);
}

/* Returns: (transfer none) */
static GtkWidget *
find_styled (GtkWidget *widget, const char *name)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, name) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_styled (child, name);
  return found;
}

static void
show_bar (Viewer *viewer, GType type, const char *words, gboolean shown)
{
  GtkWidget *bar = find (viewer, type);

  gtk_label_set_label (GTK_LABEL (view_world_find (bar, GTK_TYPE_LABEL)), words);
  gtk_widget_set_visible (bar, shown);
}

static void
show_fault (Viewer *viewer, gboolean shown)
{
  g_autoptr (SlFault) fault = shown ? sl_fault_new (SL_FAULT_NO_SOUND_DECODER, NULL, "details") : NULL;

  view_world_show_fault (viewer->window, fault);
}

static void
show_question (Viewer *viewer, gboolean shown)
{
  GtkWidget *panel = find (viewer, SL_TYPE_COPY_PANEL);

  sl_stage_panel_say (SL_STAGE_PANEL (view_world_find (panel, SL_TYPE_STAGE_PANEL)), panel, "These notes were made for another cut",
                      "Your copy lasts 1:32:10, the cut of these notes 1:28:04. They may come too early or too late; that can be set right.");
  gtk_widget_set_visible (find_styled (panel, "pill"), FALSE); /* what is asked of one that is not there */
  gtk_widget_set_visible (panel, shown);
}

static void
show_reading (Viewer *viewer, gboolean shown)
{
  show_bar (viewer, SL_TYPE_READING_BAR, "Paused for reading", shown);
}

static void
show_next (Viewer *viewer, gboolean shown)
{
  show_bar (viewer, SL_TYPE_NEXT_BAR, "Next: “What the record says of the refund”", shown);
}

static void
show_resume (Viewer *viewer, gboolean shown)
{
  g_object_set (find (viewer, SL_TYPE_RESUME_BAR), "at", shown ? 61 * SECOND : G_GINT64_CONSTANT (-1), NULL);
}

static void
say_remark (Viewer *viewer, gboolean shown, int side)
{
  if (shown)
    sl_remark_say (SL_REMARK (find (viewer, SL_TYPE_REMARK)), side == 0 ? "Captions 0.5 s earlier" : "+10 s", side);
  else
    gtk_widget_set_visible (find (viewer, SL_TYPE_REMARK), FALSE);
}

static void
show_remark (Viewer *viewer, gboolean shown)
{
  say_remark (viewer, shown, 0);
}

static void
show_side (Viewer *viewer, gboolean shown)
{
  say_remark (viewer, shown, 1);
}

static void
show_waiting (Viewer *viewer, gboolean shown)
{
  gtk_widget_set_visible (find (viewer, SL_TYPE_WAITING), shown);
}

static const struct
{
  const char *name;
  void (*show) (Viewer *viewer, gboolean shown);
} things[] = {
  {"fault", show_fault},
  {"question", show_question},
  {"reading", show_reading},
  {"next", show_next},
  {"resume", show_resume},
  {"remark", show_remark},
  {"side", show_side},
  {"waiting", show_waiting},
};

/* What is seen of them */

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

/* Returns: (transfer container): each with its own ground, or its letters */
static GPtrArray *
find_seen (Viewer *viewer)
{
  GPtrArray *seen = g_ptr_array_new ();
  const struct
  {
    GType type, part;
  } all[] = {
    {SL_TYPE_FAULT_PANEL, GTK_TYPE_SCROLLED_WINDOW},
    {SL_TYPE_COPY_PANEL, GTK_TYPE_SCROLLED_WINDOW},
    {SL_TYPE_READING_BAR, G_TYPE_INVALID},
    {SL_TYPE_NEXT_BAR, G_TYPE_INVALID},
    {SL_TYPE_RESUME_BAR, G_TYPE_INVALID},
    {SL_TYPE_REMARK, GTK_TYPE_LABEL},
    {SL_TYPE_WAITING, GTK_TYPE_SPINNER},
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      GtkWidget *widget = find (viewer, all[i].type);

      if (all[i].part == G_TYPE_INVALID && gtk_widget_get_mapped (widget))
        g_ptr_array_add (seen, gtk_widget_get_first_child (widget));
      else if (all[i].part != G_TYPE_INVALID)
        collect (widget, all[i].part, seen);
      if (all[i].part == GTK_TYPE_SCROLLED_WINDOW && gtk_widget_get_mapped (widget))
        g_ptr_array_add (seen, gtk_widget_get_next_sibling (view_world_find (widget, GTK_TYPE_SCROLLED_WINDOW)));
    }
  return seen;
}

static graphene_rect_t
find_bounds (Viewer *viewer, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, viewer->page, &bounds));
  return bounds;
}

/* Says why not, for those who read what a test said. */
static gboolean
doubt (const char *format, ...)
{
  va_list          arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_test_message ("%s", text);
  return FALSE;
}

static gboolean
are_apart (Viewer *viewer, GtkWidget *one, GtkWidget *other)
{
  graphene_rect_t a = find_bounds (viewer, one), b = find_bounds (viewer, other), both;

  return !graphene_rect_intersection (&a, &b, &both) || both.size.width < 1 || both.size.height < 1 ||
         doubt ("%s and %s lie on each other", G_OBJECT_TYPE_NAME (one), G_OBJECT_TYPE_NAME (other));
}

static gboolean
are_all_apart (Viewer *viewer, GPtrArray *seen)
{
  for (guint i = 0; i < seen->len; i++)
    for (guint j = 0; j < i; j++)
      if (!are_apart (viewer, seen->pdata[i], seen->pdata[j]))
        return FALSE;
  return TRUE;
}

/* @place: what it is to be inside of, unless it can be scrolled there */
static gboolean
can_be_pressed (Viewer *viewer, GtkWidget *button, GtkWidget *place)
{
  const graphene_rect_t all = find_bounds (viewer, place), bounds = find_bounds (viewer, button);

  if (bounds.size.width < TARGET || bounds.size.height < TARGET)
    return doubt ("a button is %.0f x %.0f", bounds.size.width, bounds.size.height);
  return gtk_widget_get_ancestor (button, GTK_TYPE_SCROLLED_WINDOW) != NULL || graphene_rect_contains_rect (&all, &bounds) ||
         doubt ("a button at %.0f, %.0f of %.0f x %.0f is outside of %.0f x %.0f", bounds.origin.x, bounds.origin.y, bounds.size.width,
                bounds.size.height, all.size.width, all.size.height);
}

static gboolean
can_be_read (GtkWidget *label)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  const char  *text = gtk_label_get_text (GTK_LABEL (label));
  const int    lines = pango_layout_get_line_count (layout);

  if (pango_layout_is_ellipsized (layout))
    return doubt ("words are left out of “%s”", text);
  return lines < 2 || g_utf8_strlen (text, -1) >= lines * LETTERS || doubt ("“%s” is broken into %d lines", text, lines);
}

static gboolean
is_usable (Viewer *viewer, GtkWidget *widget)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  gboolean usable = TRUE;

  collect (widget, GTK_TYPE_BUTTON, buttons);
  collect (widget, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < buttons->len; i++)
    usable &= can_be_pressed (viewer, buttons->pdata[i], viewer->stage);
  for (guint i = 0; i < labels->len; i++)
    usable &= can_be_read (labels->pdata[i]);
  return usable;
}

static gboolean
is_fine (Viewer *viewer)
{
  g_autoptr (GPtrArray) seen = find_seen (viewer);
  gboolean usable = TRUE;

  for (guint i = 0; i < seen->len; i++)
    usable &= is_usable (viewer, seen->pdata[i]);
  return usable && are_all_apart (viewer, seen) && (seen->len > 0 || doubt ("nothing is seen"));
}

static void
wait_for_places (Viewer *viewer)
{
  view_world_wait_for_paint (viewer->page);
  view_world_wait_for_paint (viewer->page);
}

/* A window that has to grow does so by and by. */
static void
check (Viewer *viewer, const char *one, const char *other)
{
  wait_for_places (viewer);
  g_test_message ("%s and %s: in %d x %d of %d x %d", one, other, gtk_widget_get_width (viewer->stage), gtk_widget_get_height (viewer->stage),
                  gtk_widget_get_width (viewer->page), gtk_widget_get_height (viewer->page));
  wait_until (is_fine (viewer));
}

static void
test_pairs (Viewer *viewer, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    for (guint j = i + 1; j < G_N_ELEMENTS (things); j++)
      {
        things[i].show (viewer, TRUE);
        things[j].show (viewer, TRUE);
        check (viewer, things[i].name, things[j].name);
        things[i].show (viewer, FALSE);
        things[j].show (viewer, FALSE);
      }
}

/* What matters more comes first, and what waited for it next. Who pressed a key in what went goes on with the page's. */
static void
test_order (Viewer *viewer, gconstpointer data)
{
  GtkWidget *resume = find (viewer, SL_TYPE_RESUME_BAR), *reading = find (viewer, SL_TYPE_READING_BAR);

  show_resume (viewer, TRUE);
  wait_until (gtk_widget_get_mapped (resume));
  gtk_widget_grab_focus (view_world_find (resume, GTK_TYPE_BUTTON));
  show_reading (viewer, TRUE);
  wait_until (gtk_widget_get_mapped (reading) && !gtk_widget_get_mapped (resume));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (viewer->window)) == viewer->page);
  show_fault (viewer, TRUE);
  wait_until (!gtk_widget_get_mapped (reading));
  show_fault (viewer, FALSE);
  wait_until (gtk_widget_get_mapped (reading) && !gtk_widget_get_mapped (resume));
  show_reading (viewer, FALSE);
  wait_until (gtk_widget_get_mapped (resume));
}

/* The tabs */

static GtkWidget *
find_panel (Viewer *viewer)
{
  return find_styled (viewer->page, "panel");
}

static void
set_title (Viewer *viewer, GtkStack *tabs, const char *name, const char *title)
{
  GtkStackPage *page = gtk_stack_get_page (tabs, gtk_stack_get_child_by_name (tabs, name));

  gtk_stack_page_set_title (page, title);
}

static gboolean
are_tabs_fine (Viewer *viewer)
{
  GtkWidget *panel = find_panel (viewer), *switcher = view_world_find (panel, GTK_TYPE_STACK_SWITCHER);
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  gboolean fine;

  collect (switcher, GTK_TYPE_TOGGLE_BUTTON, buttons);
  fine = buttons->len == 4 && are_all_apart (viewer, buttons);
  for (guint i = 0; i < buttons->len; i++)
    fine &= can_be_pressed (viewer, buttons->pdata[i], panel) && can_be_read (view_world_find (buttons->pdata[i], GTK_TYPE_LABEL)) &&
            are_apart (viewer, buttons->pdata[i], GTK_WIDGET (gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (switcher))));
  return fine;
}

/* Each is there in full, in the longest words of all languages that come with the program. */
static void
test_tabs (Viewer *viewer, gconstpointer data)
{
  GtkStackSwitcher *switcher = GTK_STACK_SWITCHER (view_world_find (find_panel (viewer), GTK_TYPE_STACK_SWITCHER));

  set_title (viewer, gtk_stack_switcher_get_stack (switcher), "notes", "Notizen");
  set_title (viewer, gtk_stack_switcher_get_stack (switcher), "facts", "Fakten");
  wait_for_places (viewer);
  wait_until (are_tabs_fine (viewer));
}

/* The drawer */

static gboolean
is_open (Viewer *viewer)
{
  gboolean shown;

  g_object_get (viewer->page, "panel-shown", &shown, NULL);
  return shown;
}

/* Without a window manager, which would make the window as large as the screen. */
static void
go_full (Viewer *viewer)
{
  g_object_set (viewer->page, "fullscreen", TRUE, "panel-shown", FALSE, NULL);
  view_world_wait_for_paint (viewer->page);
}

static void
open_drawer (Viewer *viewer)
{
  g_object_set (viewer->page, "panel-shown", TRUE, NULL);
  view_world_wait_for_paint (viewer->page);
  view_world_wait_for_paint (viewer->page);
}

/* In the middle of the page, as large as that has room. */
static gboolean
is_picture_whole (Viewer *viewer)
{
  const graphene_rect_t page = find_bounds (viewer, viewer->page), stage = find_bounds (viewer, viewer->stage);
  const graphene_rect_t picture = find_bounds (viewer, view_world_find (viewer->stage, GTK_TYPE_PICTURE));

  return graphene_rect_equal (&page, &stage) && ABS (2 * picture.origin.x + picture.size.width - page.size.width) <= 2 &&
         (picture.size.width >= page.size.width || picture.size.height >= page.size.height);
}

/* It lies over the picture, which stays where it is, at the end of the lines; words and controls move out of its way. */
static void
test_drawer_place (Viewer *viewer, gconstpointer data)
{
  const Size     *size = data;
  GtkWidget      *panel = find_panel (viewer), *words = view_world_find_named (viewer->page, "SlPictureWords");
  GtkWidget      *transport = view_world_find_named (viewer->page, "SlTransport");
  graphene_rect_t bounds;

  go_full (viewer);
  g_assert_false (gtk_widget_get_mapped (panel));
  wait_until (is_picture_whole (viewer));
  open_drawer (viewer);
  wait_until (gtk_widget_get_mapped (panel) && is_picture_whole (viewer));
  bounds = find_bounds (viewer, panel);
  g_assert_false (are_apart (viewer, panel, viewer->stage));
  g_assert_cmpfloat (size->rtl ? bounds.origin.x : bounds.origin.x + bounds.size.width, ==, size->rtl ? 0 : gtk_widget_get_width (viewer->page));
  g_assert_true (are_apart (viewer, panel, transport));
  if (size->width > 600)
    g_assert_true (are_apart (viewer, panel, words));
  show_reading (viewer, TRUE);
  wait_for_places (viewer);
  wait_until (gtk_widget_get_mapped (find (viewer, SL_TYPE_READING_BAR)) == (size->width > 600));
  if (size->width > 600)
    check (viewer, "drawer", "reading");
  if (size->width > 600)
    g_assert_true (are_apart (viewer, panel, find (viewer, SL_TYPE_READING_BAR)));
  show_fault (viewer, TRUE);
  check (viewer, "drawer", "fault");
  g_assert_true (!gtk_widget_get_mapped (panel) || are_apart (viewer, panel, find (viewer, SL_TYPE_FAULT_PANEL)));
}

static gboolean
press_escape (Viewer *viewer)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (viewer->page);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_BUBBLE)
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Escape, 9, 0, &handled);
    }
  return handled;
}

/* The keys go in with it and come back; Escape closes it, and leaves the full screen alone. */
static void
test_drawer_keys (Viewer *viewer, gconstpointer data)
{
  GtkWidget *control = view_world_find (view_world_find_named (viewer->page, "SlTransport"), GTK_TYPE_TOGGLE_BUTTON);
  gboolean   fullscreen;

  go_full (viewer);
  gtk_widget_grab_focus (control);
  open_drawer (viewer);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (viewer->window)), find_panel (viewer)));
  g_assert_true (press_escape (viewer));
  g_assert_false (is_open (viewer));
  g_object_get (viewer->page, "fullscreen", &fullscreen, NULL);
  g_assert_true (fullscreen);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (viewer->window)) == control);
  view_world_wait_for_paint (viewer->page);
  g_assert_false (gtk_widget_get_mapped (find_panel (viewer)));
}

static void
swipe (GtkWidget *widget, double x, double dx, double dy)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_DRAG (controller))
        continue;
      g_signal_emit_by_name (controller, "drag-begin", x, 200.0);
      g_signal_emit_by_name (controller, "drag-update", dx, dy);
    }
}

/* A finger pulls it in at the edge and pushes it back. */
static void
test_drawer_swipe (Viewer *viewer, gconstpointer data)
{
  const double side = ((const Size *)data)->rtl ? -1 : 1;
  const double end = side > 0 ? gtk_widget_get_width (viewer->page) - 4 : 4;

  swipe (viewer->page, end, -60 * side, 0);
  swipe (find_panel (viewer), 100, 60 * side, 0);
  g_assert_true (is_open (viewer)); /* beside the picture it stays */
  go_full (viewer);
  swipe (viewer->page, end, -20 * side, 0);
  swipe (viewer->page, end, -60 * side, 90);
  swipe (viewer->page, end, 60 * side, 0);
  g_assert_false (is_open (viewer));
  swipe (viewer->page, end, -60 * side, 10);
  g_assert_true (is_open (viewer));
  view_world_wait_for_paint (viewer->page);
  swipe (find_panel (viewer), 100, 10, 60);
  swipe (find_panel (viewer), 100, -60 * side, 0);
  g_assert_true (is_open (viewer));
  swipe (find_panel (viewer), 100, 60 * side, 10);
  g_assert_false (is_open (viewer));
}

/* By and by, where things may move. */
static void
test_drawer_slides (Viewer *viewer, gconstpointer data)
{
  GtkWidget *panel = find_panel (viewer);

  go_full (viewer);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_object_set (viewer->page, "panel-shown", TRUE, NULL);
  wait_until (gtk_widget_get_mapped (panel));
  wait_until (find_bounds (viewer, panel).origin.x + (float)gtk_widget_get_width (panel) <= (float)gtk_widget_get_width (viewer->page));
  g_object_set (viewer->page, "panel-shown", FALSE, NULL);
  g_assert_true (gtk_widget_get_mapped (panel));
  wait_until (!gtk_widget_get_mapped (panel));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

#define DRAWER(name, size, function) g_test_add ("/over/drawer/" name, Viewer, &sizes[size], set_up, function, tear_down)

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);
  view_world_use_style ();
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *tabs = g_strdup_printf ("/over/tabs/%u", i);
      g_autofree char *path = g_strdup_printf ("/over/pairs/%d-%d%s%s", sizes[i].width, sizes[i].height, sizes[i].large ? "-large" : "", sizes[i].rtl ? "-rtl" : "");

      g_test_add (path, Viewer, &sizes[i], set_up, test_pairs, tear_down);
      g_test_add (tabs, Viewer, &sizes[i], set_up, test_tabs, tear_down);
    }
  g_test_add ("/over/order", Viewer, &sizes[0], set_up, test_order, tear_down);
  DRAWER ("wide", 0, test_drawer_place);
  DRAWER ("medium", 1, test_drawer_place);
  DRAWER ("wide-large", 4, test_drawer_place);
  DRAWER ("wide-rtl", 8, test_drawer_place);
  DRAWER ("keys", 0, test_drawer_keys);
  DRAWER ("swipe", 0, test_drawer_swipe);
  DRAWER ("swipe-rtl", 8, test_drawer_swipe);
  DRAWER ("slides", 0, test_drawer_slides);
  return g_test_run ();
}
