/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Large enough to be read from where the film is watched, and beside the captions, never over them. */
#include "sign-picture.h"

#include "video-paintable.h"

#define SHARE 0.30  /* of the film's width */
#define MARGIN 0.02 /* of the film's height */

struct _SlSignPicture
{
  GtkWidget parent_instance;

  SlInterpreter    *interpreter;
  SlVideoPaintable *paintable;
  GtkWidget        *picture;
};

G_DEFINE_FINAL_TYPE (SlSignPicture, sl_sign_picture, GTK_TYPE_WIDGET)

static void
frame_cb (SlSignPicture *self, SlFrame *frame)
{
  sl_video_paintable_set_frame (self->paintable, frame);
  gtk_widget_set_visible (GTK_WIDGET (self), frame != NULL);
}

static void
size_cb (SlSignPicture *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent)
    gtk_widget_queue_allocate (parent);
}

static void
sl_sign_picture_dispose (GObject *object)
{
  SlSignPicture *self = SL_SIGN_PICTURE (object);

  g_clear_pointer (&self->picture, gtk_widget_unparent);
  g_clear_object (&self->paintable);
  g_clear_object (&self->interpreter);

  G_OBJECT_CLASS (sl_sign_picture_parent_class)->dispose (object);
}

static void
sl_sign_picture_class_init (SlSignPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_sign_picture_dispose;
  gtk_widget_class_set_css_name (widget_class, "sign-picture");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sl_sign_picture_init (SlSignPicture *self)
{
  self->paintable = sl_video_paintable_new ();
  self->picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (self->paintable));
  gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->paintable, "invalidate-size", G_CALLBACK (size_cb), self, G_CONNECT_SWAPPED);
}

void
sl_sign_picture_set_interpreter (SlSignPicture *self, SlInterpreter *interpreter)
{
  g_return_if_fail (SL_IS_SIGN_PICTURE (self) && self->interpreter == NULL && SL_IS_INTERPRETER (interpreter));

  self->interpreter = g_object_ref (interpreter);
  g_signal_connect_object (interpreter, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
}

gboolean
sl_sign_picture_find_place (SlSignPicture *self, const GtkAllocation *film, GtkAllocation *place)
{
  const double ratio = gdk_paintable_get_intrinsic_aspect_ratio (GDK_PAINTABLE (self->paintable));
  const int    scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const int    margin = (int)(film->height * MARGIN);
  int          width, height;

  g_return_val_if_fail (SL_IS_SIGN_PICTURE (self) && film != NULL && place != NULL, FALSE);

  width = (int)(film->width * SHARE);
  if (self->interpreter)
    sl_interpreter_set_output_size (self->interpreter, (guint)MAX (width * scale, 1), (guint)MAX (film->height * scale, 1));
  if (ratio <= 0 || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  height = MIN ((int)(width / ratio), film->height - 2 * margin);
  width = (int)(height * ratio);
  place->width = MAX (width, 1);
  place->height = MAX (height, 1);
  place->y = film->y + film->height - margin - place->height;
  place->x = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? film->x + margin : film->x + film->width - margin - place->width;
  return TRUE;
}
