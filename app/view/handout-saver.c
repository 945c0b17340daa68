/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Taking the text home. The desktop's own dialog says where; in a sandbox it is the only way to a folder. What is written
 * is made whole in memory first, and written on another thread.
 */
#include "config.h"

#include "handout-saver.h"

#include "file-saver.h"
#include "handout-html.h"
#include "handout-printer.h"
#include "whole-file.h"
#include "words.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

static const SlHandoutWords words = {sl_words_standing, sl_words_attribution, sl_words_time, sl_words_source_type};

static const SlFileSaverWords saver_words = {
  N_ ("The handout could not be saved: the disk is full. Make room on it, or choose another folder."),
      N_ ("The handout could not be saved: you may not write there. Choose another folder."),
          /* Translators: %s is the system’s reason. */
          N_ ("The handout could not be saved: %s"),
};

/* What a reader has asked for. */
typedef struct
{
  GPtrArray      *blocks;
  SlHandoutFormat format;
  SlHandoutSaved  saved;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *self = data;

  g_ptr_array_unref (self->blocks);
  g_free (self);
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

static GBytes *
take_cb (gpointer bytes, GError **error)
{
  return g_bytes_ref (bytes);
}

static void
chosen_cb (GtkWindow *window, GFile *file, gpointer data)
{
  const Asking *asking = data;

  sl_handout_saver_save (window, asking->blocks, asking->format, file, asking->saved);
}

GPtrArray *
sl_handout_saver_build (SlCasebook *casebook, SlClip *clip, GListModel *transcript)
{
  return sl_handout_new (casebook, clip, transcript, &words);
}

void
sl_handout_saver_save (GtkWindow *window, GPtrArray *blocks, SlHandoutFormat format, GFile *file, SlHandoutSaved saved)
{
  GtkWindow *here = NULL;
  GBytes    *bytes;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window) && blocks != NULL);
  g_return_if_fail (G_IS_FILE (file) && saved != NULL);

  g_set_weak_pointer (&here, window);
  bytes = format == SL_HANDOUT_PDF ? make_pdf (window, blocks, &error) : make_page (blocks);
  /* The window may be closed while pages are laid out. */
  if (here && bytes)
    {
      sl_file_saver_save (window, file, take_cb, g_steal_pointer (&bytes), (GDestroyNotify)g_bytes_unref, &saver_words, saved);
    }
  else if (here && error)
    {
      g_autofree char *text = sl_file_saver_explain (error, &saver_words);

      saved (window, text);
    }
  g_clear_pointer (&bytes, g_bytes_unref);
  g_clear_weak_pointer (&here);
}

void
sl_handout_saver_ask (GtkWindow *window, GPtrArray *blocks, SlHandoutFormat format, SlHandoutSaved saved)
{
  g_autofree char *title = NULL, *name = NULL;
  Asking          *asking;

  g_return_if_fail (GTK_IS_WINDOW (window) && blocks != NULL && blocks->len > 0 && saved != NULL);

  title = sl_whole_file_make_name (((SlBlock *)blocks->pdata[0])->text);
  name = g_strconcat (title, format == SL_HANDOUT_PDF ? ".pdf" : ".html", NULL);
  asking = g_new0 (Asking, 1);
  *asking = (Asking){g_ptr_array_ref (blocks), format, saved};
  sl_file_saver_ask (window, _ ("Save the Handout"), name, G_USER_DIRECTORY_DOCUMENTS, chosen_cb, asking, asking_free);
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
