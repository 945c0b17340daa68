/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the notes stand that are on, in the real window, and what is over them. */
#include "notes-pane.h"
#include "seek-strip.h"
#include "view-world.h"
#include "watch-page.h"

#define SECOND G_GINT64_CONSTANT (1000000000)
#define PAINTS 24 /* until lists have gone to where they rest */

typedef struct
{
  char      *folder;
  SlWindow  *window;
  SlSession *session;
  GtkWidget *list; /* of notes */
} Viewer;

static const char headers[] = "{\"format\":1,\"id\":\"case\",\"version\":\"2026-11-23\",\"title\":\"Case\",\"language\":\"en\",\"licence\":\"CC0-1.0\",\"summary\":\"Words\"}";
static const char films[] = "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2010,\"synopsis\":\"Words\",\"clips\":[\"clip\",\"nested\"]}]";
static const char nested[] =
  "{\"id\":\"nested\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Nested\",\"duration\":\"2:00\",\"chapters\":["
  "{\"id\":\"a\",\"title\":\"A\",\"from\":\"0:00\",\"to\":\"0:40\",\"chapters\":["
  "{\"id\":\"a1\",\"title\":\"One\",\"from\":\"0:00\",\"to\":\"0:20\",\"chapters\":[{\"id\":\"a11\",\"title\":\"Deep\",\"from\":\"0:05\",\"to\":\"0:10\"}]},"
  "{\"id\":\"a2\",\"title\":\"Two\",\"from\":\"0:20\",\"to\":\"0:40\"}]},"
  "{\"id\":\"x\",\"title\":\"X\",\"from\":\"0:40\",\"to\":\"0:45\",\"hidden\":true},"
  "{\"id\":\"b\",\"title\":\"B\",\"from\":\"0:45\",\"to\":\"2:00\",\"chapters\":[{\"id\":\"b1\",\"title\":\"B one\",\"from\":\"1:00\",\"to\":\"1:20\"}]}],"
  "\"notes\":[{\"id\":\"n0\",\"from\":\"0:01\",\"kind\":\"context\",\"title\":\"N0\"},{\"id\":\"n1\",\"from\":\"0:06\",\"kind\":\"context\",\"title\":\"N1\"},"
  "{\"id\":\"n2\",\"from\":\"0:21\",\"kind\":\"context\",\"title\":\"N2\"},{\"id\":\"n3\",\"from\":\"0:50\",\"kind\":\"context\",\"title\":\"N3\"},"
  "{\"id\":\"n4\",\"from\":\"1:01\",\"kind\":\"context\",\"title\":\"N4\"}]}";


static char *
make_clip (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < 580)
    g_string_append (text, "words and ");
  return g_strdup_printf ("{\"id\":\"clip\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Clip\",\"duration\":\"2:00\",\"notes\":["
                          "{\"id\":\"a\",\"from\":\"0:02\",\"to\":\"0:09\",\"kind\":\"context\",\"title\":\"Together one\",\"text\":\"%s\"},"
                          "{\"id\":\"b\",\"from\":\"0:02\",\"to\":\"0:09\",\"kind\":\"context\",\"title\":\"Together two\",\"text\":\"%s\"},"
                          "{\"id\":\"c\",\"from\":\"0:10\",\"to\":\"0:29\",\"kind\":\"context\",\"title\":\"Short one\",\"text\":\"Words\"},"
                          "{\"id\":\"d\",\"from\":\"0:20\",\"to\":\"0:29\",\"kind\":\"context\",\"title\":\"Short two\",\"text\":\"%s\"},"
                          "{\"id\":\"e\",\"from\":\"0:30\",\"to\":\"0:50\",\"kind\":\"context\",\"title\":\"Long one\",\"text\":\"%s\"},"
                          "{\"id\":\"f\",\"from\":\"0:40\",\"to\":\"0:50\",\"kind\":\"context\",\"title\":\"Long two\",\"text\":\"%s\"},"
                          "{\"id\":\"g\",\"from\":\"1:00\",\"to\":\"1:10\",\"kind\":\"context\",\"title\":\"Later one\",\"text\":\"%s\"},"
                          "{\"id\":\"i\",\"from\":\"1:05\",\"to\":\"1:10\",\"kind\":\"context\",\"title\":\"Later short\",\"text\":\"Words\"},"
                          "{\"id\":\"h\",\"from\":\"1:20\",\"to\":\"1:30\",\"kind\":\"context\",\"title\":\"Later two\",\"text\":\"%s\"}]}",
                          text->str, text->str, text->str, text->str, text->str, text->str, text->str);
}

static void
set_up (Viewer *self, gconstpointer data)
{
  g_autofree char    *clip = make_clip ();
  const ViewWorldFile files[] = {{"casebook.json", headers}, {"films.json", films}, {"clips/clip.json", clip}, {"clips/nested.json", nested}, {NULL, NULL}};
  g_autoptr (GFile) file = NULL;

  self->folder = view_world_make_folder (files);
  file = g_file_new_for_path (self->folder);
  self->window = view_world_make_window ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 480);
  gtk_window_present (GTK_WINDOW (self->window));
  sl_window_open (self->window, file, NULL);
  view_world_wait_for_page (self->window, "lobby");
  self->session = sl_conductor_get_session (sl_window_get_conductor (self->window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.watch", "s", data));
  view_world_wait_for_page (self->window, "watch");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-later", NULL);
  self->list = view_world_find (view_world_find (GTK_WIDGET (self->window), SL_TYPE_NOTES_PANE), GTK_TYPE_SCROLLED_WINDOW);
}

static void
tear_down (Viewer *self, gconstpointer data)
{
  view_world_close (self->window);
  view_world_remove_folder (self->folder);
}

static GtkWidget *
find_label (GtkWidget *widget, const char *words)
{
  GtkWidget *found = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_label (child, words);
  return found;
}

static void
go (Viewer *self, gint64 seconds)
{
  sl_session_jump (self->session, seconds * SECOND, 0);
  for (guint i = 0; i < PAINTS; i++)
    view_world_wait_for_paint (GTK_WIDGET (self->window));
}

/* Returns: where the note's title begins, as a share of what is seen of the list; -1 if it is not seen */
static double
find_head (Viewer *self, const char *title)
{
  GtkWidget      *label = find_label (self->list, title);
  graphene_rect_t place;

  if (label == NULL)
    return -1;
  g_assert_true (gtk_widget_compute_bounds (label, self->list, &place));
  g_test_message ("%s: %g of %d", title, place.origin.y, gtk_widget_get_height (self->list));
  return place.origin.y / gtk_widget_get_height (self->list);
}

static void
assert_head (Viewer *self, const char *title, double from, double to)
{
  const double head = find_head (self, title);

  g_assert_cmpfloat (head, >=, from);
  g_assert_cmpfloat (head, <, to);
}

/* Of those that begin together the first is read from its head on, however long it is. */
static void
test_together (Viewer *self, gconstpointer data)
{
  go (self, 5);
  assert_head (self, "Together one", 0, 0.3);
}

/* As many as have room. */
static void
test_several (Viewer *self, gconstpointer data)
{
  go (self, 25);
  assert_head (self, "Short one", 0, 0.3);
  assert_head (self, "Short two", 0.1, 0.8);
}

/* Of one that has no room nothing is read before the newest. */
static void
test_no_room (Viewer *self, gconstpointer data)
{
  go (self, 45);
  g_assert_cmpfloat (find_head (self, "Long one"), <, 0);
  assert_head (self, "Long two", 0, 0.1);
  /* Nor is there anything of it above a short one, although that would be seen further down as well. */
  go (self, 66);
  g_assert_cmpfloat (find_head (self, "Later one"), <, 0);
  assert_head (self, "Later short", 0, 0.1);
}

/* Where not all tabs have room in a line they stand in columns of one width, and none alone. */
static void
test_tabs (Viewer *self, gconstpointer data)
{
  GtkWidget      *tabs = view_world_find (view_world_find (GTK_WIDGET (self->window), SL_TYPE_WATCH_PAGE), GTK_TYPE_STACK_SWITCHER);
  graphene_rect_t places[4];
  int             width, height, n = 0;

  /* Asked and placed without any frame, and so never late. */
  gtk_widget_measure (tabs, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width--;
  gtk_widget_measure (tabs, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (tabs, width, height, -1, NULL);
  for (GtkWidget *tab = gtk_widget_get_first_child (tabs); tab; tab = gtk_widget_get_next_sibling (tab))
    if (gtk_widget_get_visible (tab))
      {
        g_assert_cmpint (n, <, G_N_ELEMENTS (places));
        g_assert_true (gtk_widget_compute_bounds (tab, tabs, &places[n++]));
      }
  g_assert_cmpint (n, ==, 4);
  for (int i = 0; i < n; i++)
    {
      g_assert_cmpfloat (places[i].size.width, ==, places[0].size.width);
      g_assert_cmpfloat (places[i].origin.x, ==, places[i % 2].origin.x);
      g_assert_cmpfloat (places[i].origin.y, ==, places[i / 2 * 2].origin.y);
    }
  g_assert_cmpfloat (places[1].origin.x, >=, places[0].origin.x + places[0].size.width);
  g_assert_cmpfloat (places[2].origin.y, >=, places[0].origin.y + places[0].size.height);
}

/* Numbers say where in the film a chapter is, and not which one it is beside its sisters. */
static void
test_numbers (Viewer *self, gconstpointer data)
{
  static const struct
  {
    gint64      time; /* seconds */
    const char *heading, *place;
  } places[] = {
    {1, "Chapter 1.1: One", "chapter 1.1"},
    {6, "Chapter 1.1.1: Deep", "chapter 1.1.1"},
    {21, "Chapter 1.2: Two", "chapter 1.2"},
    {50, "Chapter 2: B", "chapter 2 of 2"},
    {61, "Chapter 2.1: B one", "chapter 2.1"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      go (self, places[i].time);
      g_assert_nonnull (find_label (self->list, places[i].heading));
      g_assert_nonnull (find_label (GTK_WIDGET (self->window), places[i].place));
    }
}

/* @way: pixels beside the place of @seconds on the strip */
static void
assert_name (Viewer *self, gint64 seconds, double way, const char *name)
{
  GtkWidget       *strip = view_world_find (GTK_WIDGET (self->window), SL_TYPE_SEEK_STRIP);
  const double     x = 9 + (gtk_widget_get_width (strip) - 18) * ((double)seconds / 120.0 + 0.0001) + way;
  g_autofree char *words = sl_seek_strip_name_place (SL_SEEK_STRIP (strip), x);

  if (way == 0)
    g_assert_cmpstr (words, ==, name);
  else
    g_assert_true (g_str_has_suffix (words, name));
}

/* Ticks of notes are named, but not what is hidden because it comes later. */
static void
test_ticks (Viewer *self, gconstpointer data)
{
  go (self, 25);
  assert_name (self, 10, 0, "0:10 Short one");
  assert_name (self, 10, 3, " Short one");
  assert_name (self, 10, -3, " Short one");
  assert_name (self, 15, 0, "0:15");
  assert_name (self, 60, 0, "1:00 Later one");
  g_object_set (sl_session_get_reading (self->session), "later-shown", FALSE, NULL);
  assert_name (self, 10, 0, "0:10 Short one");
  assert_name (self, 60, 0, "1:00");
}

/* The chapter is named with the note. */
static void
test_ticks_in_chapter (Viewer *self, gconstpointer data)
{
  go (self, 25);
  assert_name (self, 21, 0, "0:21 N2 (Two)");
  assert_name (self, 30, 0, "0:30 Two");
}

/* Returns: (nullable): the first with @class */
static GtkWidget *
find_classed (GtkWidget *widget, const char *class)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, class) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_classed (child, class);
  return found;
}

static gboolean
has_edge (Viewer *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) drawn = NULL;
  g_autoptr (GBytes) bytes = NULL;

  view_world_wait_for_paint (GTK_WIDGET (self->window));
  gtk_widget_snapshot_child (gtk_widget_get_parent (self->list), self->list, snapshot);
  drawn = gtk_snapshot_free_to_node (snapshot);
  bytes = gsk_render_node_serialize (drawn);
  return g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), "linear-gradient") != NULL;
}

/* Lines that go on above are under an edge, and those below the button that leads back end softly. */
static void
test_edges (Viewer *self, gconstpointer data)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->list));
  GtkWidget     *ground = find_classed (gtk_widget_get_parent (self->list), "back-ground");

  go (self, 1);
  g_assert_true (ground != NULL && !gtk_widget_get_can_target (ground));
  gtk_adjustment_set_value (place, 0);
  wait_until (!has_edge (self));
  g_assert_false (gtk_widget_get_mapped (ground));
  go (self, 45);
  g_assert_true (has_edge (self));
  gtk_widget_activate_action (view_world_find (self->list, GTK_TYPE_LIST_VIEW), "following.stay", NULL);
  wait_until (gtk_widget_get_mapped (ground));
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);
  view_world_use_style ();
  g_test_add ("/following/together", Viewer, "clip", set_up, test_together, tear_down);
  g_test_add ("/following/several", Viewer, "clip", set_up, test_several, tear_down);
  g_test_add ("/following/no-room", Viewer, "clip", set_up, test_no_room, tear_down);
  g_test_add ("/following/tabs", Viewer, "clip", set_up, test_tabs, tear_down);
  g_test_add ("/following/numbers", Viewer, "nested", set_up, test_numbers, tear_down);
  g_test_add ("/following/ticks", Viewer, "clip", set_up, test_ticks, tear_down);
  g_test_add ("/following/ticks-in-chapter", Viewer, "nested", set_up, test_ticks_in_chapter, tear_down);
  g_test_add ("/following/edges", Viewer, "clip", set_up, test_edges, tear_down);
  return g_test_run ();
}
