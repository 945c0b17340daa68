/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gtk-video FILE: GTK's own player in full screen, as a peer for the bench. Space pauses, Right goes on by 5 s. */
#include <gtk/gtk.h>

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, GtkVideo *video)
{
  GtkMediaStream *stream = gtk_video_get_media_stream (video);

  if (key == GDK_KEY_space)
    gtk_media_stream_set_playing (stream, !gtk_media_stream_get_playing (stream));
  else if (key == GDK_KEY_Right)
    gtk_media_stream_seek (stream, gtk_media_stream_get_timestamp (stream) + 5 * G_USEC_PER_SEC);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
open_cb (GtkApplication *application, GFile **files, int n_files, const char *hint)
{
  GtkWidget          *window = gtk_application_window_new (application);
  GtkWidget          *video = gtk_video_new_for_file (files[0]);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), video);
  gtk_widget_add_controller (window, keys);
  gtk_video_set_autoplay (GTK_VIDEO (video), TRUE);
  gtk_window_set_child (GTK_WINDOW (window), video);
  gtk_window_fullscreen (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "open", G_CALLBACK (open_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
