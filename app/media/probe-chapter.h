/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A chapter that the file itself holds. */
typedef struct
{
  char  *title; /* (nullable) */
  gint64 start; /* nanoseconds */
  gint64 end;   /* nanoseconds: worked out from the chapters around it, for files seldom say it right */
  guint  depth; /* 0 for the outermost; a chapter stands before those in it */
} SlProbeChapter;

G_END_DECLS
