/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture of the film as a file. Encoding takes a while, and is done where files are written. */
#include "config.h"

#include "picture-saver.h"

#include "file-saver.h"
#include "whole-file.h"

#include <glib/gi18n-lib.h>

#define NS_PER_MS G_GINT64_CONSTANT (1000000)

static const SlFileSaverWords words = {
  N_ ("The picture could not be saved: the disk is full. Make room on it, or choose another folder."),
      N_ ("The picture could not be saved: you may not write there. Choose another folder."),
          /* Translators: %s is the system’s reason. */
          N_ ("The picture could not be saved: %s"),
};

/* What a viewer has asked for. */
typedef struct
{
  GdkTexture    *texture;
  SlPictureSaved saved;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *self = data;

  g_object_unref (self->texture);
  g_free (self);
}

static GBytes *
make_cb (gpointer texture, GError **error)
{
  return gdk_texture_save_to_png_bytes (texture);
}

static void
chosen_cb (GtkWindow *window, GFile *file, gpointer data)
{
  const Asking *asking = data;

  sl_picture_saver_save (window, asking->texture, file, asking->saved);
}

char *
sl_picture_saver_explain (const GError *error)
{
  return sl_file_saver_explain (error, &words);
}

void
sl_picture_saver_save (GtkWindow *window, GdkTexture *texture, GFile *file, SlPictureSaved saved)
{
  g_return_if_fail (GDK_IS_TEXTURE (texture));

  sl_file_saver_save (window, file, make_cb, g_object_ref (texture), g_object_unref, &words, saved);
}

void
sl_picture_saver_ask (GtkWindow *window, GdkTexture *texture, const char *name, SlPictureSaved saved)
{
  Asking *asking;

  g_return_if_fail (GDK_IS_TEXTURE (texture) && saved != NULL);

  asking = g_new0 (Asking, 1);
  asking->texture = g_object_ref (texture);
  asking->saved = saved;
  sl_file_saver_ask (window, _ ("Save the Picture"), name, G_USER_DIRECTORY_PICTURES, chosen_cb, asking, asking_free);
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
