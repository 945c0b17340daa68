/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Taking the text home. The desktop's own dialog says where; in a sandbox it is the only way to a folder. What is written
 * is made whole in memory first, and written on another thread.
 */
#include "config.h"

#include "handout-saver.h"

#include "handout-html.h"
#include "handout-printer.h"
#include "whole-file.h"
#include "words.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  GtkWindow            *window; /* (nullable): weak */
  GtkFileChooserNative *chooser;
  GPtrArray            *blocks;
  SlHandoutFormat       format;
  GBytes               *bytes;
  GFile                *file;
  SlHandoutSaved        saved;
} Saving;

static const SlHandoutWords words = {sl_words_standing, sl_words_attribution, sl_words_time, sl_words_source_type};

static Saving *
saving_new (GtkWindow *window, GPtrArray *blocks, SlHandoutFormat format, SlHandoutSaved saved)
{
  Saving *self = g_new0 (Saving, 1);

  g_set_weak_pointer (&self->window, window);
  self->blocks = g_ptr_array_ref (blocks);
  self->format = format;
  self->saved = saved;
  return self;
}

static void
saving_free (Saving *self)
{
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->file);
  g_free (self);
}

static char *
explain (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return g_strdup (_ ("The handout could not be saved: the disk is full. Make room on it, or choose another folder."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return g_strdup (_ ("The handout could not be saved: you may not write there. Choose another folder."));
  /* Translators: %s is the system’s reason. */
  return g_strdup_printf (_ ("The handout could not be saved: %s"), error->message);
}

/* Toolkits write PDF to files only: one of ours, which nobody else reads. Returns: (transfer full): NULL with @error */
static GBytes *
make_pdf (GtkWindow *window, GPtrArray *blocks, GError **error)
{
  g_autofree char *path = NULL, *contents = NULL;
  const int        file = g_file_open_tmp ("sidelight-XXXXXX.pdf", &path, error);
  gsize            size;
  gboolean         is_made;

  if (file < 0)
    return NULL;
  g_close (file, NULL);
  is_made = sl_handout_printer_run (window, blocks, &words, GTK_PRINT_OPERATION_ACTION_EXPORT, path, error) &&
            g_file_get_contents (path, &contents, &size, error);
  g_remove (path);
  return is_made ? g_bytes_new_take (g_steal_pointer (&contents), size) : NULL;
}

static GBytes *
make_page (GPtrArray *blocks)
{
  char *page = sl_handout_html_write (blocks, &words);

  return g_bytes_new_take (page, strlen (page));
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (sl_whole_file_write (saving->file, saving->bytes, &error))
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
    text = explain (error);
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
    sl_handout_saver_save (saving->window, saving->blocks, saving->format, file, saving->saved);
  saving_free (saving);
}

GPtrArray *
sl_handout_saver_build (SlCasebook *casebook, SlClip *clip, GListModel *transcript)
{
  return sl_handout_new (casebook, clip, transcript, &words);
}

void
sl_handout_saver_save (GtkWindow *window, GPtrArray *blocks, SlHandoutFormat format, GFile *file, SlHandoutSaved saved)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  Saving *saving;

  g_return_if_fail (GTK_IS_WINDOW (window) && blocks != NULL);
  g_return_if_fail (G_IS_FILE (file) && saved != NULL);

  saving = saving_new (window, blocks, format, saved);
  saving->file = g_object_ref (file);
  saving->bytes = format == SL_HANDOUT_PDF ? make_pdf (window, blocks, &error) : make_page (blocks);
  /* The window may be closed while pages are laid out. */
  if (saving->bytes == NULL || saving->window == NULL)
    {
      g_autofree char *text = error ? explain (error) : NULL;

      if (text && saving->window)
        saved (window, text);
      saving_free (saving);
      return;
    }
  task = g_task_new (NULL, NULL, saved_cb, NULL);
  g_task_set_task_data (task, saving, (GDestroyNotify)saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

void
sl_handout_saver_ask (GtkWindow *window, GPtrArray *blocks, SlHandoutFormat format, SlHandoutSaved saved)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = documents ? g_file_new_for_path (documents) : NULL;
  g_autofree char *title = NULL, *name = NULL;
  Saving          *saving;

  g_return_if_fail (GTK_IS_WINDOW (window) && blocks != NULL && blocks->len > 0 && saved != NULL);

  title = sl_whole_file_make_name (((SlBlock *)blocks->pdata[0])->text);
  name = g_strconcat (title, format == SL_HANDOUT_PDF ? ".pdf" : ".html", NULL);
  saving = saving_new (window, blocks, format, saved);
  saving->chooser = gtk_file_chooser_native_new (_ ("Save the Handout"), window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (saving->chooser), name);
  if (folder && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (saving->chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (saving->chooser), TRUE);
  g_signal_connect (saving->chooser, "response", G_CALLBACK (response_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->chooser));
}

void
sl_handout_saver_print (GtkWindow *window, GPtrArray *blocks, SlHandoutSaved saved)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window) && blocks != NULL && saved != NULL);

  if (sl_handout_printer_run (window, blocks, &words, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL, &error))
    return;
  /* Translators: %s is the system’s reason. */
  text = g_strdup_printf (_ ("The handout could not be printed: %s"), error->message);
  saved (window, text);
}
