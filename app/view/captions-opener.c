/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading may take as long as a disk pleases, so another thread does it. */
#include "config.h"

#include "captions-opener.h"

#include "caption-file.h"
#include "file-chooser.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWindow  *window; /* (nullable): weak */
  SlCaptions *captions;
  SlClip     *clip; /* that they are for */
  GFile      *file;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->captions);
  g_clear_object (&self->clip);
  g_clear_object (&self->file);
  g_free (self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError     *error = NULL;
  GListModel *captions = sl_caption_file_read (((Reading *)data)->file, &error);

  if (captions)
    g_task_return_pointer (task, captions, g_object_unref);
  else
    g_task_return_error (task, error);
}

static char *
name_file (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/* Its casebook may have been read again meanwhile. */
static gboolean
is_shown (Reading *self)
{
  SlClip *clip = sl_captions_get_clip (self->captions);

  return clip && g_str_equal (sl_clip_get_id (clip), sl_clip_get_id (self->clip));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading         *reading = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = name_file (reading->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) captions = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *text = NULL;

  if (reading->window == NULL || !is_shown (reading))
    return;
  if (captions)
    {
      sl_captions_bring (reading->captions, captions, name);
      return;
    }
  /* Translators: a file’s name, and the reason why not. */
  text = g_strdup_printf (_ ("No captions can be shown from “%1$s”: %2$s. Choose a file of WebVTT or SubRip."), name, error->message);
  gtk_widget_activate_action (GTK_WIDGET (reading->window), "win.tell", "s", text);
}

void
sl_captions_opener_read (GtkWindow *window, SlCaptions *captions, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cb, NULL);
  Reading *reading;

  g_return_if_fail (GTK_IS_WINDOW (window) && SL_IS_CAPTIONS (captions) && G_IS_FILE (file));

  if (sl_captions_get_clip (captions) == NULL)
    return;
  reading = g_new0 (Reading, 1);
  g_set_weak_pointer (&reading->window, window);
  reading->captions = g_object_ref (captions);
  reading->clip = g_object_ref (sl_captions_get_clip (captions));
  reading->file = g_object_ref (file);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
chosen_cb (GtkWindow *window, GFile *file, gpointer data)
{
  sl_captions_opener_read (window, data, file);
}

void
sl_captions_opener_ask (GtkWindow *window, SlCaptions *captions)
{
  static const char *const patterns[] = {"*.vtt", "*.srt", "*.VTT", "*.SRT", NULL};

  g_return_if_fail (GTK_IS_WINDOW (window) && SL_IS_CAPTIONS (captions));

  sl_file_chooser_show (window, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Add Captions"), patterns, chosen_cb, g_object_ref (captions), g_object_unref);
}
