/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desktop's own dialog for folders; in a sandbox it is the only way to one. */
#include "config.h"

#include "casebook-chooser.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWindow            *window; /* (nullable): weak */
  GtkFileChooserNative *chooser;
  SlCasebookChosen      chosen;
} Question;

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Question *question = data;
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  if (folder && question->window)
    question->chosen (question->window, folder);
  g_clear_weak_pointer (&question->window);
  g_object_unref (question->chooser);
  g_free (question);
}

void
sl_casebook_chooser_show (GtkWindow *window, SlCasebookChosen chosen)
{
  Question *question;

  g_return_if_fail (GTK_IS_WINDOW (window) && chosen != NULL);

  question = g_new0 (Question, 1);
  g_set_weak_pointer (&question->window, window);
  question->chosen = chosen;
  question->chooser = gtk_file_chooser_native_new (_ ("Open a Casebook"), window, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Open"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->chooser), TRUE);
  g_signal_connect (question->chooser, "response", G_CALLBACK (response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->chooser));
}
