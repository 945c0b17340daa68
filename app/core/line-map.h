/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place in a text: both 1-based; the column counts characters. */
typedef struct
{
  guint line;
  guint column;
} SlTextPlace;

/* SlLineMap: from the offset of a byte to its line and column. Immutable. */
typedef struct _SlLineMap SlLineMap;

/* @bytes: kept; at most 4 GiB of them, ideally UTF-8. Returns: (transfer full) */
SlLineMap *sl_line_map_new (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
void       sl_line_map_free (SlLineMap *self);

/* @offset: of a byte, or the number of bytes for the end of the text. Lines end with \n. */
SlTextPlace sl_line_map_locate (const SlLineMap *self, gsize offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlLineMap, sl_line_map_free)

G_END_DECLS
