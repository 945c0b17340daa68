/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The place of a picture in the film. */
typedef struct
{
  gint64 time;     /* nanoseconds of stream time */
  gint64 duration; /* nanoseconds; 0 when unknown */
  gint64 number;   /* counted from 0; -1 where the film has no steady frame rate */
  guint  serial;   /* the load or seek that the picture answers */
  guint  lap;      /* how often a loop has begun anew since then */
} SlFrameStamp;

/**
 * SlFrame: one decoded picture, ready to be drawn, with its place in the film.
 *
 * Holds the decoder's own memory (nothing is copied) until the last reference goes. Immutable; any thread.
 * The pixels are 4 bytes each: blue, green, red, alpha 255. A frame without pixels (width 0) only tells its
 * place: the picture itself goes another way to the screen.
 */
typedef struct _SlFrame SlFrame;

#define SL_TYPE_FRAME (sl_frame_get_type ())
GType sl_frame_get_type (void);

/* @pixels: (nullable); @stride: bytes from row to row; @memory: what keeps @pixels alive, released with
 * @release on the thread of the last unref. Returns: (transfer full) */
SlFrame *sl_frame_new (const SlFrameStamp *stamp, const guint8 *pixels, guint width, guint height, gsize stride, gpointer memory, GDestroyNotify release) G_GNUC_WARN_UNUSED_RESULT;
/* Says that the pixels are @offset bytes into @file, which stays open as long as the memory is kept. Before anybody else
 * has the frame. */
void     sl_frame_share (SlFrame *self, int file, gsize offset);
SlFrame *sl_frame_ref (SlFrame *self);
void     sl_frame_unref (SlFrame *self);

const guint8 *sl_frame_get_pixels (const SlFrame *self); /* (nullable) */
guint         sl_frame_get_width (const SlFrame *self);
guint         sl_frame_get_height (const SlFrame *self);
gsize         sl_frame_get_stride (const SlFrame *self);
/* Returns: whether other processes can map the pixels, @offset bytes into @file */
gboolean sl_frame_get_shared (const SlFrame *self, int *file, gsize *offset);

/* As in SlFrameStamp. */
gint64 sl_frame_get_time (const SlFrame *self);
gint64 sl_frame_get_duration (const SlFrame *self);
gint64 sl_frame_get_number (const SlFrame *self);
guint  sl_frame_get_serial (const SlFrame *self);
guint  sl_frame_get_lap (const SlFrame *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFrame, sl_frame_unref)

G_END_DECLS
