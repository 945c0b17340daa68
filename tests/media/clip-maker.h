/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "frame.h"

G_BEGIN_DECLS

/* Films made at test time, in which every picture carries its own number as a bar code. */

typedef enum {
  CLIP_WEBM,     /* VP8 and Opus */
  CLIP_MATROSKA, /* H.264 and Opus */
  CLIP_MP4,      /* the same */
} ClipContainer;

/* A track of sound or text. Lists of them end with one without a language. */
typedef struct
{
  const char *language; /* ISO 639-1 or -2 */
  const char *title;    /* (nullable) */
  const char *srt;      /* of text: SubRip, whose times have whole milliseconds */
} ClipTrack;

/* Lists of them end with one without a title. They are written in this order, whatever their times. */
typedef struct
{
  const char *titles[2]; /* the second: in another language, or NULL */
  const char *languages[2];
  guint       depth; /* in the chapter before whose depth is one less */
  guint       start; /* milliseconds */
  guint       end;   /* 0: it is not said */
  gboolean    hidden;
} ClipChapter;

typedef struct
{
  guint    width;
  guint    height;
  guint    fps_n;
  guint    fps_d;
  guint    n_frames;
  gboolean sound;
  /* All of these may be left out. */
  ClipContainer      container;
  guint              keyframe_distance; /* 30 pictures */
  guint              b_frames;          /* of H.264, between two others */
  const guint       *durations;         /* milliseconds of each picture, instead of a steady rate; the last one has to be a keyframe */
  guint              late;              /* milliseconds by which all pictures of a steady rate are late, as beside sound that was cut */
  guint              sound_length;      /* milliseconds; as long as the picture */
  gboolean           no_picture;
  const ClipTrack   *sounds;      /* instead of one of no language; the n-th hums at n * 300 Hz */
  const ClipTrack   *texts;       /* Matroska */
  const ClipChapter *chapters;    /* Matroska */
  const char        *orientation; /* MP4: one of the eight words of GST_TAG_IMAGE_ORIENTATION */
} ClipShape;

/* Writes a film to @path. Fails the test when that does not work. */
void clip_maker_make (const char *path, const ClipShape *shape);

/* Returns: nanoseconds at which picture @number begins (n_frames: at which the last one ends) */
gint64 clip_maker_get_time (const ClipShape *shape, guint number);

/* Returns: the number that the picture itself carries */
guint clip_maker_read_number (SlFrame *frame);
/* The same of the brightness of each pixel, a byte each: @pixels, @step bytes apart. */
guint clip_maker_read_luma (const guint8 *pixels, guint width, guint height, gsize stride, guint step);

G_END_DECLS
