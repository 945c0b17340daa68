/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking something home. The desktop's own dialog says where; in a sandbox it is the only way to a folder. */
#include "config.h"

#include "file-saver.h"

#include "whole-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct
{
  GtkWindow              *window; /* (nullable): weak */
  GFile                  *file;
  SlFileMaker             make;
  gpointer                data;
  GDestroyNotify          free_data; /* (nullable) */
  const SlFileSaverWords *words;
  SlFileSaved             saved;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->file);
  if (self->free_data)
    self->free_data (self->data);
  g_free (self);
}

char *
sl_file_saver_explain (const GError *error, const SlFileSaverWords *words)
{
  g_autofree char *pattern = NULL;

  g_return_val_if_fail (error != NULL && words != NULL, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return g_strdup (_ (words->full));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return g_strdup (_ (words->denied));
  {
    g_auto (GStrv) parts = g_strsplit (_ (words->other), "%s", 2);

    return g_strjoinv (error->message, parts);
  }
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = saving->make (saving->data, &error);

  if (bytes && sl_whole_file_write (saving->file, bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (saving->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    /* Translators: %s is a file’s name. */
    text = g_strdup_printf (_ ("Saved as “%s”"), shown);
  else
    text = sl_file_saver_explain (error, saving->words);
  if (saving->window)
    saving->saved (saving->window, text);
  g_clear_weak_pointer (&saving->window); /* here, for the rest may be freed by the other thread */
}

void
sl_file_saver_save (GtkWindow              *window,
                    GFile                  *file,
                    SlFileMaker             make,
                    gpointer                data,
                    GDestroyNotify          free_data,
                    const SlFileSaverWords *words,
                    SlFileSaved             saved)
{
  g_autoptr (GTask) task = NULL;
  Saving *saving;

  g_return_if_fail (GTK_IS_WINDOW (window) && G_IS_FILE (file));
  g_return_if_fail (make != NULL && words != NULL && saved != NULL);

  saving = g_new0 (Saving, 1);
  *saving = (Saving){.file = g_object_ref (file), .make = make, .data = data, .free_data = free_data, .words = words, .saved = saved};
  g_set_weak_pointer (&saving->window, window);
  task = g_task_new (NULL, NULL, saved_cb, NULL);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

void
sl_file_saver_ask (GtkWindow     *window,
                   const char    *title,
                   const char    *name,
                   GUserDirectory place,
                   SlFileChosen   chosen,
                   gpointer       data,
                   GDestroyNotify free_data)
{
  const char *path = g_get_user_special_dir (place);
  g_autoptr (GFile) folder = path ? g_file_new_for_path (path) : NULL;
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WINDOW (window) && title != NULL && name != NULL && chosen != NULL);

  chooser = gtk_file_chooser_native_new (title, window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  if (folder && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  sl_file_chooser_run (chooser, window, chosen, data, free_data);
}
