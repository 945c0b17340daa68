/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "span.h"

G_BEGIN_DECLS

/* One chapter of a tree that has been laid out flat. */
typedef struct
{
  JsonObject *record; /* belongs to the tree, or to who laid it out */
  guint       depth;  /* 0 for those of the clip itself */
  SlSpan      span;
  gboolean    has_end;    /* FALSE: nothing says where it ends, and @span is a point */
  gboolean    own_end;    /* the record itself says it */
  guint       place_line; /* where it stands in an imported file, or 0 */
} SlFlatChapter;

/* Lays out @chapters with each chapter before those in it, and works out where each of them ends: before the
 * next one beside it, with the one around it, or with the clip. @duration: of the clip, or SL_TIME_NONE
 * Returns: (transfer full) (element-type SlFlatChapter) */
GArray *sl_chapters_flatten (JsonArray *chapters, gint64 duration) G_GNUC_WARN_UNUSED_RESULT;

/* Sorts @flat by time, longer ones first. Returns: whether that changed the order */
gboolean sl_chapters_sort (GArray *flat);

/* Sets the depths of @flat, which is sorted, so that whatever lies inside another one is in it.
 * Returns: whether that changed any */
gboolean sl_chapters_nest (GArray *flat);

/* Puts the records of @flat into @chapters and into each other, as their depths say. The records: (transfer full) */
void sl_chapters_build (GArray *flat, JsonArray *chapters);

G_END_DECLS
