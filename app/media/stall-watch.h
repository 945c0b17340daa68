/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SlStallWatch: whether a film that should play stands still. A value; all zero is a new one. */
typedef struct
{
  gint64  since;    /* microseconds: the last time that anything moved */
  guint64 progress; /* as it was then */
  guint64 clock;
} SlStallWatch;

/* Looks at @now (microseconds, of a steady clock). @progress: anything that grows with each picture or bit of
 * sound; @waiting: a picture is at hand and only waits for its time, or none is to come; @clock: the pipeline's,
 * which says whether that time will come. Returns: whether it has stood for @patience (microseconds) */
gboolean sl_stall_watch_look (SlStallWatch *self, gint64 now, guint64 progress, gboolean waiting, guint64 clock, gint64 patience);

/* It does not have to move now. */
void sl_stall_watch_rest (SlStallWatch *self);

G_END_DECLS
