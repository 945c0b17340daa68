/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture and its place in the film, so that who draws it need not know GStreamer. */
#include "frame.h"

struct _SlFrame
{
  gatomicrefcount ref_count;
  SlFrameStamp    stamp;
  const guint8   *pixels;
  guint           width;
  guint           height;
  gsize           stride;
  int             file; /* -1: not shared */
  gsize           offset;
  gpointer        memory;
  GDestroyNotify  release;
};

G_DEFINE_BOXED_TYPE (SlFrame, sl_frame, sl_frame_ref, sl_frame_unref)

SlFrame *
sl_frame_new (const SlFrameStamp *stamp,
              const guint8       *pixels,
              guint               width,
              guint               height,
              gsize               stride,
              gpointer            memory,
              GDestroyNotify      release)
{
  SlFrame *self;

  g_return_val_if_fail (stamp != NULL, NULL);
  g_return_val_if_fail (pixels == NULL || (width > 0 && height > 0 && stride >= (gsize)width * 4), NULL);

  self = g_new0 (SlFrame, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->stamp = *stamp;
  self->pixels = pixels;
  self->width = pixels ? width : 0;
  self->height = pixels ? height : 0;
  self->stride = stride;
  self->file = -1;
  self->memory = memory;
  self->release = release;
  return self;
}

void
sl_frame_share (SlFrame *self, int file, gsize offset)
{
  g_return_if_fail (self != NULL && file >= 0);

  self->file = file;
  self->offset = offset;
}

SlFrame *
sl_frame_ref (SlFrame *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sl_frame_unref (SlFrame *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (self->release)
    self->release (self->memory);
  g_free (self);
}

const guint8 *
sl_frame_get_pixels (const SlFrame *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pixels;
}

guint
sl_frame_get_width (const SlFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

guint
sl_frame_get_height (const SlFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

gsize
sl_frame_get_stride (const SlFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stride;
}

gboolean
sl_frame_get_shared (const SlFrame *self, int *file, gsize *offset)
{
  g_return_val_if_fail (self != NULL && file != NULL && offset != NULL, FALSE);

  *file = self->file;
  *offset = self->offset;
  return self->file >= 0;
}

gint64
sl_frame_get_time (const SlFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stamp.time;
}

gint64
sl_frame_get_duration (const SlFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stamp.duration;
}

gint64
sl_frame_get_number (const SlFrame *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->stamp.number;
}

guint
sl_frame_get_serial (const SlFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stamp.serial;
}

guint
sl_frame_get_lap (const SlFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stamp.lap;
}
