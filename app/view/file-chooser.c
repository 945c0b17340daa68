/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desktop's own dialog; in a sandbox it is the only way to a file or file. */
#include "config.h"

#include "file-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GtkWindow            *window; /* (nullable): weak */
  GtkFileChooserNative *chooser;
  SlFileChosen          chosen;
  gpointer              data;
  GDestroyNotify        free_data; /* (nullable) */
} Question;

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Question *question = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  if (file && question->window)
    question->chosen (question->window, file, question->data);
  g_clear_weak_pointer (&question->window);
  g_object_unref (question->chooser);
  if (question->free_data)
    question->free_data (question->data);
  g_free (question);
}

static void
offer (GtkFileChooserNative *chooser, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  for (guint i = 0; patterns[i]; i++)
    if (strchr (patterns[i], '/'))
      gtk_file_filter_add_mime_type (filter, patterns[i]);
    else
      gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (chooser), filter);
}

void
sl_file_chooser_run (GtkFileChooserNative *chooser, GtkWindow *window, SlFileChosen chosen, gpointer data, GDestroyNotify free_data)
{
  Question *question;

  g_return_if_fail (GTK_IS_FILE_CHOOSER_NATIVE (chooser) && GTK_IS_WINDOW (window) && chosen != NULL);

  question = g_new0 (Question, 1);
  g_set_weak_pointer (&question->window, window);
  question->chosen = chosen;
  question->data = data;
  question->free_data = free_data;
  question->chooser = chooser;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
sl_file_chooser_show (GtkWindow           *window,
                      GtkFileChooserAction action,
                      const char          *title,
                      const char *const   *patterns,
                      SlFileChosen         chosen,
                      gpointer             data,
                      GDestroyNotify       free_data)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WINDOW (window) && title != NULL && chosen != NULL);

  chooser = gtk_file_chooser_native_new (title, window, action, _ ("_Open"), _ ("_Cancel"));
  if (patterns)
    offer (chooser, patterns);
  sl_file_chooser_run (chooser, window, chosen, data, free_data);
}
