/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture's file may be large, or on a disk that does not answer: it is read on a thread, and shown when it is there. */
#include "poster.h"

#include "rich-text.h"

struct _SlPoster
{
  GtkWidget parent_instance;

  GObject      *subject; /* (nullable): the clip or film whose it is, or will be */
  GCancellable *reading;
  GtkWidget    *picture;
};

G_DEFINE_FINAL_TYPE (SlPoster, sl_poster, GTK_TYPE_WIDGET)

static void
sl_poster_dispose (GObject *object)
{
  SlPoster *self = SL_POSTER (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->subject);
  g_clear_pointer (&self->picture, gtk_widget_unparent);

  G_OBJECT_CLASS (sl_poster_parent_class)->dispose (object);
}

static void
sl_poster_class_init (SlPosterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_poster_dispose;
  gtk_widget_class_set_css_name (widget_class, "poster");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sl_poster_init (SlPoster *self)
{
  self->picture = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);
  gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
read_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError     *error = NULL;
  GdkTexture *texture = gdk_texture_new_from_file (data, &error);

  if (texture)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* One that is not there, or is no picture, is a finding for its author; whoever watches misses nothing by it. */
static void
was_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SlPoster *self = SL_POSTER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (texture == NULL)
    {
      g_debug ("poster: %s", error->message);
      return;
    }
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* @file: (nullable) (transfer full) */
static void
show_file (SlPoster *self, GFile *file, const char *alt)
{
  g_autofree char *words = sl_rich_text_plain (alt);
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), NULL);
  gtk_picture_set_alternative_text (GTK_PICTURE (self->picture), words);
  if (file == NULL)
    return;
  self->reading = g_cancellable_new ();
  task = g_task_new (self, self->reading, was_read_cb, NULL);
  g_task_set_task_data (task, file, g_object_unref);
  g_task_run_in_thread (task, read_cb);
}

static GFile *
find_file (SlCasebook *casebook, const char *path)
{
  return path ? g_file_resolve_relative_path (sl_casebook_get_folder (casebook), path) : NULL;
}

void
sl_poster_show (SlPoster *self, SlCasebook *casebook, SlClip *clip)
{
  const char *alt = NULL;
  GFile      *file;

  g_return_if_fail (SL_IS_POSTER (self) && (clip == NULL || SL_IS_CASEBOOK (casebook)));

  if (!g_set_object (&self->subject, clip ? G_OBJECT (clip) : NULL))
    return;
  file = clip ? sl_poster_find (casebook, clip, &alt) : NULL;
  show_file (self, file, alt);
}

void
sl_poster_show_film (SlPoster *self, SlCasebook *casebook, SlFilm *film)
{
  g_return_if_fail (SL_IS_POSTER (self) && SL_IS_CASEBOOK (casebook) && SL_IS_FILM (film));

  if (!g_set_object (&self->subject, G_OBJECT (film)))
    return;
  gtk_picture_set_content_fit (GTK_PICTURE (self->picture), GTK_CONTENT_FIT_COVER);
  show_file (self, find_file (casebook, sl_film_get_poster (film)), sl_film_get_alt (film));
}

GFile *
sl_poster_find (SlCasebook *casebook, SlClip *clip, const char **alt)
{
  const char *path, *film_id;
  SlFilm     *film;

  g_return_val_if_fail (SL_IS_CASEBOOK (casebook) && SL_IS_CLIP (clip), NULL);

  path = sl_clip_get_poster (clip);
  film_id = sl_clip_get_film (clip);
  film = path == NULL && film_id ? sl_casebook_lookup_film (casebook, film_id) : NULL;
  if (film)
    path = sl_film_get_poster (film);
  if (alt)
    *alt = film ? sl_film_get_alt (film) : sl_clip_get_alt (clip);
  return find_file (casebook, path);
}
