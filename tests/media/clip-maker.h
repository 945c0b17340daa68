/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "frame.h"

G_BEGIN_DECLS

/* Films made at test time, in which every picture carries its own number as a bar code. */

typedef struct
{
  guint    width;
  guint    height;
  guint    fps_n;
  guint    fps_d;
  guint    n_frames;
  gboolean sound;
} ClipShape;

/* Writes a WebM film (VP8, Opus) to @path. Fails the test when that does not work. */
void clip_maker_make (const char *path, const ClipShape *shape);

/* Returns: the number that the picture itself carries */
guint clip_maker_read_number (SlFrame *frame);

G_END_DECLS
