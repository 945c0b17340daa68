/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The film as a file of the casebook, or as a file that its viewer has. Nothing is opened here.
 */
#include "media.h"

#include "record-macros.h"

struct _SlMedia
{
  GObject parent_instance;

  char    *file;
  int      width;
  int      height;
  char    *codecs;
  gint64   bytes;
  char    *sha256;
  gboolean stills;
  char    *language;
};

static const SlRecordField sl_media_fields[] = {
  {"file", SL_RECORD_STRING, G_STRUCT_OFFSET (SlMedia, file)},
  {"width", SL_RECORD_INT, G_STRUCT_OFFSET (SlMedia, width)},
  {"height", SL_RECORD_INT, G_STRUCT_OFFSET (SlMedia, height)},
  {"codecs", SL_RECORD_STRING, G_STRUCT_OFFSET (SlMedia, codecs)},
  {"bytes", SL_RECORD_INT64, G_STRUCT_OFFSET (SlMedia, bytes)},
  {"sha256", SL_RECORD_STRING, G_STRUCT_OFFSET (SlMedia, sha256)},
  {"stills", SL_RECORD_BOOL, G_STRUCT_OFFSET (SlMedia, stills)},
  {"language", SL_RECORD_STRING, G_STRUCT_OFFSET (SlMedia, language)},
};

SL_DEFINE_RECORD (SlMedia, sl_media)

SL_RECORD_GETTER (SlMedia, sl_media, const char *, file)
SL_RECORD_GETTER (SlMedia, sl_media, int, width)
SL_RECORD_GETTER (SlMedia, sl_media, int, height)
SL_RECORD_GETTER (SlMedia, sl_media, const char *, codecs)
SL_RECORD_GETTER (SlMedia, sl_media, gint64, bytes)
SL_RECORD_GETTER (SlMedia, sl_media, const char *, sha256)
SL_RECORD_GETTER (SlMedia, sl_media, gboolean, stills)
SL_RECORD_GETTER (SlMedia, sl_media, const char *, language)

struct _SlBringYourOwn
{
  GObject parent_instance;

  gint64 duration;
  char  *where_to_get;
};

static const SlRecordField sl_bring_your_own_fields[] = {
  {"duration", SL_RECORD_INT64, G_STRUCT_OFFSET (SlBringYourOwn, duration)},
  {"where-to-get", SL_RECORD_STRING, G_STRUCT_OFFSET (SlBringYourOwn, where_to_get)},
};

SL_DEFINE_RECORD (SlBringYourOwn, sl_bring_your_own)

SL_RECORD_GETTER (SlBringYourOwn, sl_bring_your_own, gint64, duration)
SL_RECORD_GETTER (SlBringYourOwn, sl_bring_your_own, const char *, where_to_get)
