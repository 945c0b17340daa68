/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The desktop's own dialog says where; in a sandbox it is the only way to a folder of pictures. Encoding takes a
 * while and is done on another thread.
 */
#include "config.h"

#include "picture-saver.h"

#include "whole-file.h"

#include <glib/gi18n-lib.h>

#define NS_PER_MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  GtkWindow            *window; /* (nullable): weak */
  GtkFileChooserNative *chooser;
  GdkTexture           *texture;
  GFile                *file;
  SlPictureSaved        saved;
} Saving;

static Saving *
saving_new (GtkWindow *window, GdkTexture *texture, SlPictureSaved saved)
{
  Saving *self = g_new0 (Saving, 1);

  g_set_weak_pointer (&self->window, window);
  self->texture = g_object_ref (texture);
  self->saved = saved;
  return self;
}

static void
saving_free (Saving *self)
{
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->chooser);
  g_clear_object (&self->texture);
  g_clear_object (&self->file);
  g_free (self);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  g_autoptr (GBytes) bytes = gdk_texture_save_to_png_bytes (saving->texture);
  GError *error = NULL;

  if (sl_whole_file_write (saving->file, bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

char *
sl_picture_saver_explain (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return g_strdup (_ ("The picture could not be saved: the disk is full. Make room on it, or choose another folder."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return g_strdup (_ ("The picture could not be saved: you may not write there. Choose another folder."));
  /* Translators: %s is the system’s reason. */
  return g_strdup_printf (_ ("The picture could not be saved: %s"), error->message);
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
    text = sl_picture_saver_explain (error);
  if (saving->window)
    saving->saved (saving->window, text);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  if (file && saving->window)
    sl_picture_saver_save (saving->window, saving->texture, file, saving->saved);
  saving_free (saving);
}

void
sl_picture_saver_save (GtkWindow *window, GdkTexture *texture, GFile *file, SlPictureSaved saved)
{
  g_autoptr (GTask) task = NULL;
  Saving *saving;

  g_return_if_fail (GTK_IS_WINDOW (window) && GDK_IS_TEXTURE (texture));
  g_return_if_fail (G_IS_FILE (file) && saved != NULL);

  saving = saving_new (window, texture, saved);
  saving->file = g_object_ref (file);
  task = g_task_new (NULL, NULL, saved_cb, NULL);
  g_task_set_task_data (task, saving, (GDestroyNotify)saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

void
sl_picture_saver_ask (GtkWindow *window, GdkTexture *texture, const char *name, SlPictureSaved saved)
{
  const char *pictures = g_get_user_special_dir (G_USER_DIRECTORY_PICTURES);
  g_autoptr (GFile) folder = pictures ? g_file_new_for_path (pictures) : NULL;
  Saving *saving;

  g_return_if_fail (GTK_IS_WINDOW (window) && GDK_IS_TEXTURE (texture));
  g_return_if_fail (name != NULL && saved != NULL);

  saving = saving_new (window, texture, saved);
  saving->chooser = gtk_file_chooser_native_new (_ ("Save the Picture"), window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (saving->chooser), name);
  if (folder && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (saving->chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (saving->chooser), TRUE);
  g_signal_connect (saving->chooser, "response", G_CALLBACK (response_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->chooser));
}

char *
sl_picture_saver_build_name (const char *title, gint64 time)
{
  g_autofree char *harmless = NULL;
  const gint64     milliseconds = time / NS_PER_MS;
  const gint64     hours = milliseconds / 3600000;
  const int        minutes = (int)(milliseconds / 60000 % 60), seconds = (int)(milliseconds / 1000 % 60), rest = (int)(milliseconds % 1000);

  g_return_val_if_fail (title != NULL && time >= 0, NULL);

  harmless = sl_whole_file_make_name (title);
  if (hours > 0)
    return g_strdup_printf ("%s %" G_GINT64_FORMAT "-%02d-%02d.%03d.png", harmless, hours, minutes, seconds, rest);
  return g_strdup_printf ("%s %d-%02d.%03d.png", harmless, minutes, seconds, rest);
}
