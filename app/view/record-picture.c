/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The file may be large, damaged, or on a disk that does not answer: it is read on a thread, and never kept with more
 * pixels than a screen has use for.
 */
#include "config.h"

#include "record-picture.h"

#include "rich-text.h"

#include <glib/gi18n-lib.h>

#define MOST_PIXELS 1600                                  /* of either side that are kept */
#define TOO_LARGE (G_GINT64_CONSTANT (200) * 1000 * 1000) /* pixels: no picture, but an attack */
#define TALLEST 420                                       /* pixels on the screen */

struct _SlRecordPicture
{
  GtkWidget parent_instance;

  GFile        *file;
  GCancellable *reading;
  int           width; /* of the picture that is shown; 0: none */
  int           height;

  /* Children. */
  GtkWidget *picture;
  GtkWidget *words;
};

G_DEFINE_FINAL_TYPE (SlRecordPicture, sl_record_picture, GTK_TYPE_WIDGET)

/* How large the picture is in a place @room wide. */
static void
fit (SlRecordPicture *self, int room, int *width, int *height)
{
  const double scale = MIN (1.0, MIN (room >= 0 ? (double)room / self->width : 1.0, (double)TALLEST / self->height));

  *width = MAX ((int)(self->width * scale), 1);
  *height = MAX ((int)(self->height * scale), 1);
}

static void
sl_record_picture_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  SlRecordPicture *self = SL_RECORD_PICTURE (widget);
  int              width, height, ignored;

  gtk_widget_measure (self->picture, orientation, -1, &ignored, NULL, NULL, NULL);
  gtk_widget_measure (self->words, orientation, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1, minimum, natural, NULL, NULL);
  if (self->width == 0)
    return;
  fit (self, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1, &width, &height);
  /* In any place at all it can be as small as in the narrowest. */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0 ? 1 : height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static GtkSizeRequestMode
sl_record_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sl_record_picture_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlRecordPicture *self = SL_RECORD_PICTURE (widget);
  int              w, h;

  if (self->width == 0)
    {
      gtk_widget_size_allocate (self->words, &(GtkAllocation){0, 0, width, height}, -1);
      return;
    }
  fit (self, width, &w, &h);
  gtk_widget_size_allocate (self->picture,
                            &(GtkAllocation){gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - w : 0, 0, w, h}, -1);
}

static void
sl_record_picture_dispose (GObject *object)
{
  SlRecordPicture *self = SL_RECORD_PICTURE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->file);
  g_clear_pointer (&self->picture, gtk_widget_unparent);
  g_clear_pointer (&self->words, gtk_widget_unparent);

  G_OBJECT_CLASS (sl_record_picture_parent_class)->dispose (object);
}

static void
sl_record_picture_class_init (SlRecordPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_record_picture_dispose;
  widget_class->measure = sl_record_picture_measure;
  widget_class->get_request_mode = sl_record_picture_get_request_mode;
  widget_class->size_allocate = sl_record_picture_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "record-picture");
}

static void
sl_record_picture_init (SlRecordPicture *self)
{
  self->picture = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);
  gtk_widget_set_visible (self->picture, FALSE);
  gtk_widget_set_overflow (self->picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
  self->words = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_widget_add_css_class (self->words, "quiet");
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Runs on a thread. */
static GdkPixbuf *
read_picture (const char *path, GError **error)
{
  int width = 0, height = 0;

  if (gdk_pixbuf_get_file_info (path, &width, &height) == NULL || (gint64)width * height > TOO_LARGE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not a picture that can be shown: %s", path);
      return NULL;
    }
  if (width <= MOST_PIXELS && height <= MOST_PIXELS)
    return gdk_pixbuf_new_from_file (path, error);
  return gdk_pixbuf_new_from_file_at_scale (path, MOST_PIXELS, MOST_PIXELS, TRUE, error);
}

static void
read_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError          *error = NULL;
  g_autofree char *path = g_file_get_path (data);
  GdkPixbuf       *pixbuf = path ? read_picture (path, &error) : NULL;

  if (pixbuf)
    g_task_return_pointer (task, pixbuf, g_object_unref);
  else if (error)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "not a file of this computer");
}

static void
was_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SlRecordPicture *self = SL_RECORD_PICTURE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (pixbuf == NULL)
    {
      g_debug ("picture of a record: %s", error->message);
      return;
    }
  texture = gdk_texture_new_for_pixbuf (pixbuf);
  self->width = gdk_texture_get_width (texture);
  self->height = gdk_texture_get_height (texture);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (self->picture, TRUE);
  gtk_widget_set_visible (self->words, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
clear (SlRecordPicture *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->width = self->height = 0;
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), NULL);
  gtk_widget_set_visible (self->picture, FALSE);
  gtk_widget_set_visible (self->words, TRUE);
}

static void
tell_in_words (SlRecordPicture *self, const char *alt)
{
  g_autofree char *plain = sl_rich_text_plain (alt);
  /* Translators: in the place of a picture that is not there: what it shows, in words. */
  g_autofree char *words = *plain ? g_strdup_printf (_ ("Picture: %s"), plain) : g_strdup (_ ("A picture that cannot be shown"));

  gtk_label_set_label (GTK_LABEL (self->words), words);
  gtk_picture_set_alternative_text (GTK_PICTURE (self->picture), plain);
}

void
sl_record_picture_show (SlRecordPicture *self, GFile *folder, const char *path, const char *alt)
{
  g_autoptr (GFile) file = folder && path ? g_file_resolve_relative_path (folder, path) : NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SL_IS_RECORD_PICTURE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), path != NULL || alt != NULL);
  tell_in_words (self, alt);
  if (file ? self->file && g_file_equal (file, self->file) : self->file == NULL)
    return;
  clear (self);
  g_set_object (&self->file, file);
  if (file == NULL)
    return;
  self->reading = g_cancellable_new ();
  task = g_task_new (self, self->reading, was_read_cb, NULL);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_cb);
}

gboolean
sl_record_picture_is_shown (SlRecordPicture *self)
{
  g_return_val_if_fail (SL_IS_RECORD_PICTURE (self), FALSE);

  return self->width > 0;
}
