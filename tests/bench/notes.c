/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What ten thousand notes cost beside ten that are as close together: until the list is on the screen, for each moment of a
 * film that goes on, for each picture while the list is scrolled to and fro, for each note that is gone to, and how many
 * rows are kept. Writes one line for each, the ratios, and what pictures cost of rows that have never been seen.
 */
#include "casebook-reader.h"
#include "notes-pane.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <time.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_MOMENTS 2000
#define N_SCROLLS 400
#define N_VISITS 40
#define DURATION 7200 /* seconds */
#define APART 7       /* tenths of a second between two notes */

typedef struct
{
  double open;   /* milliseconds */
  double moment; /* microseconds */
  double scroll; /* milliseconds of the processor */
  double onward; /* milliseconds of the processor */
  double visit;  /* milliseconds of the processor */
  guint  n_rows;
} Cost;

static SlCasebook *
make_casebook (guint n)
{
  g_autofree char *folder = g_dir_make_tmp ("sidelight-bench-XXXXXX", NULL);
  g_autofree char *clips = g_build_filename (folder, "clips", NULL);
  g_autofree char *head = g_build_filename (folder, "casebook.json", NULL);
  g_autofree char *clip = g_build_filename (clips, "clip.json", NULL);
  g_autoptr (GString) text = g_string_new ("{\"id\":\"clip\",\"film\":\"f\",\"kind\":\"feature\",\"title\":\"Clip\",\"duration\":\"2:00:00\",\"notes\":[");
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  SlCasebook *casebook;

  for (guint i = 0; i < n; i++)
    {
      const guint at = DURATION * 5 + i * APART - n / 2 * APART;

      g_string_append_printf (text, "%s{\"id\":\"n%u\",\"from\":\"%u:%02u:%02u.%u00\",\"kind\":\"context\",\"title\":\"Note %u\",\"text\":\"A text that is about as long as the text of a note mostly is.\"}",
                              i > 0 ? "," : "", i, at / 36000, at / 600 % 60, at / 10 % 60, at % 10, i);
    }
  g_string_append (text, "]}");
  g_mkdir (clips, 0700);
  g_file_set_contents (head, "{\"format\":1,\"id\":\"bench\",\"version\":\"2026\",\"title\":\"Bench\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}", -1, NULL);
  g_file_set_contents (clip, text->str, -1, NULL);
  casebook = sl_casebook_reader_read_folder (file, NULL, NULL);
  g_assert_nonnull (casebook);
  g_remove (clip);
  g_remove (head);
  g_rmdir (clips);
  g_rmdir (folder);
  return casebook;
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_paint (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean       painted = FALSE;

  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  gtk_widget_queue_draw (widget);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (clock, &painted);
}

/* Returns: (nullable): the first of its kind in @widget and what is in it */
static GtkWidget *
find_inside (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_inside (child, type);
  return found;
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static double
tell_time (clock_t start, guint n)
{
  return (double)(clock () - start) * 1000 / CLOCKS_PER_SEC / n;
}

/* @way: pixels, and how many in one direction. Returns: milliseconds of the processor for each */
static double
scroll (GtkWidget *pane, int way, guint n)
{
  GtkWidget     *scroller = find_inside (pane, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  const double   last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  clock_t        start;

  gtk_adjustment_set_value (adjustment, MIN (gtk_adjustment_get_value (adjustment), MAX (last - way * n, 0)));
  wait_for_paint (pane);
  start = clock ();
  for (guint i = 0; i < N_SCROLLS; i++)
    {
      const double before = gtk_adjustment_get_value (adjustment);

      gtk_adjustment_set_value (adjustment, before + (i / n % 2 ? -way : way));
      g_assert_true (before != gtk_adjustment_get_value (adjustment)); /* at an end it would cost nothing */
      wait_for_paint (pane);
    }
  return tell_time (start, N_SCROLLS);
}

/* From note to note, to and fro. Returns: milliseconds of the processor for each */
static double
visit (SlSession *session, GtkWidget *pane)
{
  const clock_t start = clock ();

  for (guint i = 0; i < N_VISITS; i++)
    {
      sl_session_jump (session, DURATION / 2 * SECOND + (i % 4) * APART * SECOND / 10, i);
      for (guint j = 0; j < 10; j++) /* till the list is there */
        wait_for_paint (pane);
    }
  return tell_time (start, N_VISITS);
}

static Cost
measure (guint n)
{
  g_autoptr (SlCasebook) casebook = make_casebook (n);
  g_autoptr (SlSession) session = sl_session_new ();
  GtkWidget *pane = g_object_new (SL_TYPE_NOTES_PANE, "session", session, NULL);
  GtkWidget *window = gtk_window_new ();
  Cost       cost;
  gint64     start;

  g_object_set (sl_session_get_reading (session), "hide-later", FALSE, NULL);
  sl_session_set_casebook (session, casebook);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 400);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_paint (window);
  sl_session_set_clip (session, sl_casebook_lookup_clip (casebook, "clip"));
  sl_session_jump (session, DURATION / 2 * SECOND, 0);
  start = g_get_monotonic_time ();
  gtk_window_set_child (GTK_WINDOW (window), pane);
  wait_for_paint (window);
  cost.open = (double)(g_get_monotonic_time () - start) / 1000;
  for (guint i = 0; i < 150; i++) /* till all rows are made */
    wait_for_paint (window);
  start = g_get_monotonic_time ();
  for (guint i = 1; i <= N_MOMENTS; i++)
    sl_session_advance (session, DURATION / 2 * SECOND + i * SECOND / 1000, i);
  cost.moment = (double)(g_get_monotonic_time () - start) / N_MOMENTS;
  cost.visit = visit (session, pane);
  scroll (pane, 20, 5);
  cost.scroll = scroll (pane, 20, 5);
  cost.onward = n > 1000 ? scroll (pane, 40, N_SCROLLS) : 0;
  cost.n_rows = count_children (find_inside (pane, GTK_TYPE_LIST_VIEW));
  gtk_window_destroy (GTK_WINDOW (window));
  return cost;
}

static void
tell (const char *n, const Cost *cost)
{
  g_print ("%s notes: on the screen in %.1f ms, a moment in %.2f µs, a scrolled picture in %.2f ms, gone to in %.2f ms, %u rows\n", n, cost->open,
           cost->moment, cost->scroll, cost->visit, cost->n_rows);
}

int
main (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  Cost few, many;

  gtk_init ();
  adw_init ();
  gtk_css_provider_load_from_resource (style, "/sidelight/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  measure (10); /* types, templates and fonts are there from now on */
  few = measure (10);
  many = measure (10000);
  tell ("    10", &few);
  tell ("10,000", &many);
  g_print ("10,000 to 10: %.2f times as long until it is on the screen, %.2f times for a moment, %.2f times for a scrolled picture, %.2f times for a note gone to\n",
           many.open / few.open, many.moment / few.moment, many.scroll / few.scroll, many.visit / few.visit);
  g_print ("10,000 notes, over those never seen: a scrolled picture in %.2f ms\n", many.onward);
  return 0;
}
