/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A part of a clip and the parts in it. Its end is computed by the reader, so that everybody means the
 * same span.
 */
#include "chapter.h"

#include "record-macros.h"

struct _SlChapter
{
  GObject parent_instance;

  char       *id;
  char       *title;
  gint64      start;
  gint64      end;
  char       *summary;
  char       *image;
  char       *alt;
  gboolean    approximate;
  gboolean    hidden;
  char       *advisory;
  guint       depth;
  guint       number;
  GListModel *chapters;
};

static const SlRecordField sl_chapter_fields[] = {
  {"id", SL_RECORD_STRING, G_STRUCT_OFFSET (SlChapter, id)},
  {"title", SL_RECORD_STRING, G_STRUCT_OFFSET (SlChapter, title)},
  {"start", SL_RECORD_INT64, G_STRUCT_OFFSET (SlChapter, start)},
  {"end", SL_RECORD_INT64, G_STRUCT_OFFSET (SlChapter, end)},
  {"summary", SL_RECORD_STRING, G_STRUCT_OFFSET (SlChapter, summary)},
  {"image", SL_RECORD_STRING, G_STRUCT_OFFSET (SlChapter, image)},
  {"alt", SL_RECORD_STRING, G_STRUCT_OFFSET (SlChapter, alt)},
  {"approximate", SL_RECORD_BOOL, G_STRUCT_OFFSET (SlChapter, approximate)},
  {"hidden", SL_RECORD_BOOL, G_STRUCT_OFFSET (SlChapter, hidden)},
  {"advisory", SL_RECORD_STRING, G_STRUCT_OFFSET (SlChapter, advisory)},
  {"depth", SL_RECORD_UINT, G_STRUCT_OFFSET (SlChapter, depth)},
  {"number", SL_RECORD_UINT, G_STRUCT_OFFSET (SlChapter, number)},
  {"chapters", SL_RECORD_LIST, G_STRUCT_OFFSET (SlChapter, chapters)},
};

SL_DEFINE_RECORD (SlChapter, sl_chapter)

SL_RECORD_GETTER (SlChapter, sl_chapter, const char *, id)
SL_RECORD_GETTER (SlChapter, sl_chapter, const char *, title)
SL_RECORD_GETTER (SlChapter, sl_chapter, gint64, start)
SL_RECORD_GETTER (SlChapter, sl_chapter, gint64, end)
SL_RECORD_GETTER (SlChapter, sl_chapter, const char *, summary)
SL_RECORD_GETTER (SlChapter, sl_chapter, const char *, image)
SL_RECORD_GETTER (SlChapter, sl_chapter, const char *, alt)
SL_RECORD_GETTER (SlChapter, sl_chapter, gboolean, approximate)
SL_RECORD_GETTER (SlChapter, sl_chapter, gboolean, hidden)
SL_RECORD_GETTER (SlChapter, sl_chapter, const char *, advisory)
SL_RECORD_GETTER (SlChapter, sl_chapter, guint, depth)
SL_RECORD_GETTER (SlChapter, sl_chapter, guint, number)
SL_RECORD_GETTER (SlChapter, sl_chapter, GListModel *, chapters)
