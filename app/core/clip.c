/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Something to watch, with all that is told beside it. What is current at a moment is worked out elsewhere.
 */
#include "clip.h"

#include "record-macros.h"

G_DEFINE_ENUM_TYPE (SlClipKind,
                    sl_clip_kind,
                    G_DEFINE_ENUM_VALUE (SL_CLIP_KIND_TRAILER, "trailer"),
                    G_DEFINE_ENUM_VALUE (SL_CLIP_KIND_INTERVIEW, "interview"),
                    G_DEFINE_ENUM_VALUE (SL_CLIP_KIND_EXPLAINER, "explainer"),
                    G_DEFINE_ENUM_VALUE (SL_CLIP_KIND_FEATURE, "feature"),
                    G_DEFINE_ENUM_VALUE (SL_CLIP_KIND_AUDIO, "audio"))

struct _SlClip
{
  GObject parent_instance;

  char           *id;
  char           *film;
  SlClipKind      kind;
  char           *title;
  char           *summary;
  char           *language;
  GListModel     *media;
  GListModel     *sign_language;
  SlBringYourOwn *bring_your_own;
  gint64          duration;
  char           *poster;
  char           *alt;
  GListModel     *captions;
  GListModel     *descriptions;
  GListModel     *chapters;
  GListModel     *notes;
  char           *made_by;
  char           *advisory;
};

static const SlRecordField sl_clip_fields[] = {
  {"id", SL_RECORD_STRING, G_STRUCT_OFFSET (SlClip, id)},
  {"film", SL_RECORD_STRING, G_STRUCT_OFFSET (SlClip, film)},
  {"kind", SL_RECORD_ENUM, G_STRUCT_OFFSET (SlClip, kind), sl_clip_kind_get_type},
  {"title", SL_RECORD_STRING, G_STRUCT_OFFSET (SlClip, title)},
  {"summary", SL_RECORD_STRING, G_STRUCT_OFFSET (SlClip, summary)},
  {"language", SL_RECORD_STRING, G_STRUCT_OFFSET (SlClip, language)},
  {"media", SL_RECORD_LIST, G_STRUCT_OFFSET (SlClip, media)},
  {"sign-language", SL_RECORD_LIST, G_STRUCT_OFFSET (SlClip, sign_language)},
  {"bring-your-own", SL_RECORD_OBJECT, G_STRUCT_OFFSET (SlClip, bring_your_own), sl_bring_your_own_get_type},
  {"duration", SL_RECORD_INT64, G_STRUCT_OFFSET (SlClip, duration)},
  {"poster", SL_RECORD_STRING, G_STRUCT_OFFSET (SlClip, poster)},
  {"alt", SL_RECORD_STRING, G_STRUCT_OFFSET (SlClip, alt)},
  {"captions", SL_RECORD_LIST, G_STRUCT_OFFSET (SlClip, captions)},
  {"descriptions", SL_RECORD_LIST, G_STRUCT_OFFSET (SlClip, descriptions)},
  {"chapters", SL_RECORD_LIST, G_STRUCT_OFFSET (SlClip, chapters)},
  {"notes", SL_RECORD_LIST, G_STRUCT_OFFSET (SlClip, notes)},
  {"made-by", SL_RECORD_STRING, G_STRUCT_OFFSET (SlClip, made_by)},
  {"advisory", SL_RECORD_STRING, G_STRUCT_OFFSET (SlClip, advisory)},
};

SL_DEFINE_RECORD (SlClip, sl_clip)

SL_RECORD_GETTER (SlClip, sl_clip, const char *, id)
SL_RECORD_GETTER (SlClip, sl_clip, const char *, film)
SL_RECORD_GETTER (SlClip, sl_clip, SlClipKind, kind)
SL_RECORD_GETTER (SlClip, sl_clip, const char *, title)
SL_RECORD_GETTER (SlClip, sl_clip, const char *, summary)
SL_RECORD_GETTER (SlClip, sl_clip, const char *, language)
SL_RECORD_GETTER (SlClip, sl_clip, GListModel *, media)
SL_RECORD_GETTER (SlClip, sl_clip, GListModel *, sign_language)
SL_RECORD_GETTER (SlClip, sl_clip, SlBringYourOwn *, bring_your_own)
SL_RECORD_GETTER (SlClip, sl_clip, gint64, duration)
SL_RECORD_GETTER (SlClip, sl_clip, const char *, poster)
SL_RECORD_GETTER (SlClip, sl_clip, const char *, alt)
SL_RECORD_GETTER (SlClip, sl_clip, GListModel *, captions)
SL_RECORD_GETTER (SlClip, sl_clip, GListModel *, descriptions)
SL_RECORD_GETTER (SlClip, sl_clip, GListModel *, chapters)
SL_RECORD_GETTER (SlClip, sl_clip, GListModel *, notes)
SL_RECORD_GETTER (SlClip, sl_clip, const char *, made_by)
SL_RECORD_GETTER (SlClip, sl_clip, const char *, advisory)
