/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a list of thousands of notes those have rows that are near to what is seen, and scrolling makes none anew. */
#include "note-row.h"
#include "notes-pane.h"
#include "view-world.h"

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_NOTES 3000
#define N_ROWS 60 /* at most, of a window so low */

typedef struct
{
  char          *folder;
  SlCasebook    *casebook;
  SlSession     *session;
  GtkWidget     *window;
  GtkWidget     *list;
  GtkAdjustment *place;
  guint          n_bound;
} Viewer;

/* Returns: how many rows there are; the first and the last that are seen have those @numbers */
static guint
count_rows (Viewer *self, guint numbers[2])
{
  guint n = 0;

  numbers[0] = numbers[1] = G_MAXUINT;
  for (GtkWidget *item = gtk_widget_get_first_child (self->list); item; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);
      g_autoptr (SlCue) cue = NULL;

      n++;
      if (!SL_IS_NOTE_ROW (row) || !gtk_widget_get_mapped (row))
        continue;
      g_object_get (row, "cue", &cue, NULL);
      numbers[1] = (guint)atoi (sl_cue_get_id (cue) + 1);
      if (numbers[0] == G_MAXUINT)
        numbers[0] = numbers[1];
    }
  return n;
}

/* Until no row comes or goes any more. */
static void
settle (Viewer *self)
{
  guint numbers[2], before, n = G_MAXUINT, still = 0;

  while (still < 12)
    {
      before = n;
      view_world_wait_for_paint (self->window);
      n = count_rows (self, numbers);
      still = n == before ? still + 1 : 0;
    }
}

static void
set_up (Viewer *self, gconstpointer data)
{
  g_autoptr (GString) clip = g_string_new ("{\"id\":\"clip\",\"film\":\"f\",\"kind\":\"feature\",\"title\":\"Clip\",\"duration\":\"1:00:00\",\"notes\":[");
  GtkWidget *pane;

  for (guint i = 0; i < N_NOTES; i++)
    g_string_append_printf (clip, "%s{\"id\":\"n%u\",\"from\":\"%u:%02u\",\"kind\":\"context\",\"title\":\"Note %u\",\"text\":\"%s\"}", i > 0 ? "," : "", i,
                            i / 60, i % 60, i, i % 3 > 0 ? "Words" : "Words that take up more than one line in a window that is as narrow as this one is");
  g_string_append (clip, "]}");
  {
    const ViewWorldFile files[] = {
      {"casebook.json", "{\"format\":1,\"id\":\"set\",\"version\":\"2026-11-23\",\"title\":\"Set\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
      {"clips/clip.json", clip->str},
      {NULL, NULL},
    };

    self->folder = view_world_make_folder (files);
  }
  self->casebook = view_world_read (self->folder);
  self->session = sl_session_new ();
  g_object_set (sl_session_get_reading (self->session), "hide-later", FALSE, NULL);
  sl_session_set_casebook (self->session, self->casebook);
  sl_session_set_clip (self->session, sl_casebook_lookup_clip (self->casebook, "clip"));
  sl_session_jump (self->session, N_NOTES / 2 * SECOND, 0);
  pane = g_object_new (SL_TYPE_NOTES_PANE, "session", self->session, NULL);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 400, 400);
  gtk_window_set_child (GTK_WINDOW (self->window), pane);
  gtk_window_present (GTK_WINDOW (self->window));
  self->list = view_world_find (pane, GTK_TYPE_LIST_VIEW);
  self->place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  settle (self);
}

static void
tear_down (Viewer *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->session);
  g_object_unref (self->casebook);
  view_world_remove_folder (self->folder);
}

static void
bound_cb (Viewer *self)
{
  self->n_bound++;
}

static void
watch_rows (Viewer *self)
{
  for (GtkWidget *item = gtk_widget_get_first_child (self->list); item; item = gtk_widget_get_next_sibling (item))
    if (SL_IS_NOTE_ROW (gtk_widget_get_first_child (item)))
      g_signal_connect_swapped (gtk_widget_get_first_child (item), "notify::cue", G_CALLBACK (bound_cb), self);
}

/* To and fro: GTK would make a tenth of its rows anew for every few pixels. */
static void
test_scrolled (Viewer *self, gconstpointer data)
{
  guint numbers[2];

  g_assert_cmpuint (count_rows (self, numbers), <, N_ROWS);
  g_assert_cmpuint (numbers[0], <=, N_NOTES / 2);
  g_assert_cmpuint (numbers[1], >=, N_NOTES / 2);
  watch_rows (self);
  for (guint i = 0; i < 40; i++)
    {
      gtk_adjustment_set_value (self->place, gtk_adjustment_get_value (self->place) + (i / 10 % 2 ? 20 : -20));
      view_world_wait_for_paint (self->window);
    }
  g_assert_cmpuint (self->n_bound, ==, 0);
  g_assert_cmpuint (count_rows (self, numbers), <, N_ROWS);
}

/* On and on, there are always rows, in their order, and those that were left go. */
static void
test_onward (Viewer *self, gconstpointer data)
{
  guint numbers[2], last = N_NOTES / 2;

  for (guint i = 0; i < 200; i++)
    {
      gtk_adjustment_set_value (self->place, gtk_adjustment_get_value (self->place) + 100);
      view_world_wait_for_paint (self->window);
      g_assert_cmpuint (count_rows (self, numbers), <, N_ROWS);
      g_assert_cmpuint (numbers[1], !=, G_MAXUINT);
      g_assert_cmpuint (numbers[1], >=, last);
      g_assert_cmpuint (numbers[1], <=, numbers[0] + 12);
      last = numbers[1];
    }
  g_assert_cmpuint (last, >, N_NOTES / 2 + 100);
}

/* Whoever pulls at the scroll bar comes to notes wherever it is let go. */
static void
test_far (Viewer *self, gconstpointer data)
{
  static const double shares[] = {0.25, 0.9, 0.0, 0.6, 1.0};
  guint               numbers[2];

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      const double least = N_NOTES * (shares[i] - 0.05), most = N_NOTES * (shares[i] + 0.05);

      gtk_adjustment_set_value (self->place, (gtk_adjustment_get_upper (self->place) - gtk_adjustment_get_page_size (self->place)) * shares[i]);
      settle (self);
      g_assert_cmpuint (count_rows (self, numbers), <, N_ROWS);
      g_test_message ("at %g: %u to %u", shares[i], numbers[0], numbers[1]);
      g_assert_true (numbers[0] != G_MAXUINT && numbers[0] >= least && numbers[1] <= most);
    }
}

static void
press (Viewer *self, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (gtk_widget_get_ancestor (self->list, GTK_TYPE_SCROLLED_WINDOW));
  gboolean taken;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
    }
}

/* The keys that lead to the ends do that, and not to the end of what has rows. */
static void
test_ends (Viewer *self, gconstpointer data)
{
  guint numbers[2], n = G_MAXUINT;

  press (self, GDK_KEY_End);
  n = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (self->list))));
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", n - 1);
  settle (self);
  count_rows (self, numbers);
  g_assert_cmpuint (numbers[1], ==, N_NOTES - 1);
  press (self, GDK_KEY_Home);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", 0);
  settle (self);
  count_rows (self, numbers);
  g_assert_cmpuint (numbers[0], ==, 0);
}

/* What is on is gone to from anywhere, and rows that stand for others are nobody's to see, to hear or to reach. */
static void
test_followed (Viewer *self, gconstpointer data)
{
  GtkWidget *first = gtk_widget_get_first_child (self->list);
  guint      numbers[2];

  g_assert_false (SL_IS_NOTE_ROW (gtk_widget_get_first_child (first)));
  g_assert_false (gtk_widget_get_focusable (first));
  gtk_test_accessible_assert_state (first, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  for (guint i = 0; i < 4; i++)
    {
      const guint number = (i * 971 + 3) % N_NOTES;

      sl_session_jump (self->session, number * SECOND, i);
      settle (self);
      g_assert_cmpuint (count_rows (self, numbers), <, N_ROWS);
      g_assert_true (numbers[0] <= number && number <= numbers[1]);
    }
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);
  view_world_use_style ();
  g_test_add ("/rows/scrolled", Viewer, NULL, set_up, test_scrolled, tear_down);
  g_test_add ("/rows/onward", Viewer, NULL, set_up, test_onward, tear_down);
  g_test_add ("/rows/far", Viewer, NULL, set_up, test_far, tear_down);
  g_test_add ("/rows/ends", Viewer, NULL, set_up, test_ends, tear_down);
  g_test_add ("/rows/followed", Viewer, NULL, set_up, test_followed, tear_down);
  return g_test_run ();
}
