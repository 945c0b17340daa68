/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SlChapter: a part of a clip, in which there may be smaller ones. An immutable record: its properties are
 * named as its getters, with dashes, and what a getter returns belongs to the record.
 */
#define SL_TYPE_CHAPTER (sl_chapter_get_type ())
G_DECLARE_FINAL_TYPE (SlChapter, sl_chapter, SL, CHAPTER, GObject)

const char *sl_chapter_get_id (SlChapter *self); /* unique in its clip */
const char *sl_chapter_get_title (SlChapter *self);
gint64      sl_chapter_get_start (SlChapter *self);       /* nanoseconds, inside the clip */
gint64      sl_chapter_get_end (SlChapter *self);         /* nanoseconds, inside the clip, always known */
const char *sl_chapter_get_summary (SlChapter *self);     /* (nullable) */
const char *sl_chapter_get_image (SlChapter *self);       /* (nullable): path in the casebook */
const char *sl_chapter_get_alt (SlChapter *self);         /* (nullable): the image in words */
gboolean    sl_chapter_get_approximate (SlChapter *self); /* its times are not checked against a cut */
gboolean    sl_chapter_get_hidden (SlChapter *self);
const char *sl_chapter_get_advisory (SlChapter *self); /* (nullable) */
guint       sl_chapter_get_depth (SlChapter *self);    /* 0 = at the top */
guint       sl_chapter_get_number (SlChapter *self);   /* 1-based, among its siblings */
GListModel *sl_chapter_get_chapters (SlChapter *self); /* (nullable): of SlChapter, in the file's order */

G_END_DECLS
