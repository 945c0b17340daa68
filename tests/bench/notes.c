/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What ten thousand notes cost beside ten: until the list is on the screen, and for each moment of a film that goes on.
 * Writes one line for each, and the two ratios.
 */
#include "casebook-reader.h"
#include "notes-pane.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_MOMENTS 2000
#define DURATION 7200 /* seconds */

typedef struct
{
  double open;   /* milliseconds */
  double moment; /* microseconds */
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
      const guint at = i * (DURATION * 10 / n);

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
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 700);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_paint (window);
  sl_session_set_clip (session, sl_casebook_lookup_clip (casebook, "clip"));
  sl_session_jump (session, DURATION / 2 * SECOND, 0);
  start = g_get_monotonic_time ();
  gtk_window_set_child (GTK_WINDOW (window), pane);
  wait_for_paint (window);
  cost.open = (double)(g_get_monotonic_time () - start) / 1000;
  for (guint i = 0; i < 20; i++)
    wait_for_paint (window);
  start = g_get_monotonic_time ();
  for (guint i = 1; i <= N_MOMENTS; i++)
    sl_session_advance (session, DURATION / 2 * SECOND + i * SECOND / 1000, i);
  cost.moment = (double)(g_get_monotonic_time () - start) / N_MOMENTS;
  gtk_window_destroy (GTK_WINDOW (window));
  return cost;
}

int
main (void)
{
  Cost few, many;

  gtk_init ();
  adw_init ();
  measure (10); /* types, templates and fonts are there from now on */
  few = measure (10);
  many = measure (10000);
  g_print ("    10 notes: on the screen in %.1f ms, a moment in %.2f µs\n", few.open, few.moment);
  g_print ("10,000 notes: on the screen in %.1f ms, a moment in %.2f µs\n", many.open, many.moment);
  g_print ("10,000 to 10: %.2f times as long until it is on the screen, %.2f times as long for a moment\n",
           many.open / few.open, many.moment / few.moment);
  return 0;
}
