/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A document that carries a claim. Which claims it carries is said by citations.
 */
#include "source.h"

#include "record-macros.h"

G_DEFINE_ENUM_TYPE (SlSourceType,
                    sl_source_type,
                    G_DEFINE_ENUM_VALUE (SL_SOURCE_TYPE_COURT, "court"),
                    G_DEFINE_ENUM_VALUE (SL_SOURCE_TYPE_LAW, "law"),
                    G_DEFINE_ENUM_VALUE (SL_SOURCE_TYPE_OFFICIAL, "official"),
                    G_DEFINE_ENUM_VALUE (SL_SOURCE_TYPE_REPORT, "report"),
                    G_DEFINE_ENUM_VALUE (SL_SOURCE_TYPE_NEWS, "news"),
                    G_DEFINE_ENUM_VALUE (SL_SOURCE_TYPE_AGENCY, "agency"),
                    G_DEFINE_ENUM_VALUE (SL_SOURCE_TYPE_NGO, "ngo"),
                    G_DEFINE_ENUM_VALUE (SL_SOURCE_TYPE_FILM, "film"),
                    G_DEFINE_ENUM_VALUE (SL_SOURCE_TYPE_BOOK, "book"),
                    G_DEFINE_ENUM_VALUE (SL_SOURCE_TYPE_WEB, "web"),
                    G_DEFINE_ENUM_VALUE (SL_SOURCE_TYPE_INTERVIEW, "interview"))

struct _SlSource
{
  GObject parent_instance;

  char        *id;
  char        *title;
  char        *publisher;
  char        *author;
  SlDate      *date;
  SlSourceType type;
  char        *language;
  char        *url;
  char        *archived_url;
  SlDate      *accessed;
  char        *file;
  char        *read;
  char        *independence;
  char        *note;
  gboolean     sensitive;
};

static const SlRecordField sl_source_fields[] = {
  {"id", SL_RECORD_STRING, G_STRUCT_OFFSET (SlSource, id)},
  {"title", SL_RECORD_STRING, G_STRUCT_OFFSET (SlSource, title)},
  {"publisher", SL_RECORD_STRING, G_STRUCT_OFFSET (SlSource, publisher)},
  {"author", SL_RECORD_STRING, G_STRUCT_OFFSET (SlSource, author)},
  {"date", SL_RECORD_BOXED, G_STRUCT_OFFSET (SlSource, date), sl_date_get_type},
  {"type", SL_RECORD_ENUM, G_STRUCT_OFFSET (SlSource, type), sl_source_type_get_type},
  {"language", SL_RECORD_STRING, G_STRUCT_OFFSET (SlSource, language)},
  {"url", SL_RECORD_STRING, G_STRUCT_OFFSET (SlSource, url)},
  {"archived-url", SL_RECORD_STRING, G_STRUCT_OFFSET (SlSource, archived_url)},
  {"accessed", SL_RECORD_BOXED, G_STRUCT_OFFSET (SlSource, accessed), sl_date_get_type},
  {"file", SL_RECORD_STRING, G_STRUCT_OFFSET (SlSource, file)},
  {"read", SL_RECORD_STRING, G_STRUCT_OFFSET (SlSource, read)},
  {"independence", SL_RECORD_STRING, G_STRUCT_OFFSET (SlSource, independence)},
  {"note", SL_RECORD_STRING, G_STRUCT_OFFSET (SlSource, note)},
  {"sensitive", SL_RECORD_BOOL, G_STRUCT_OFFSET (SlSource, sensitive)},
};

SL_DEFINE_RECORD (SlSource, sl_source)

SL_RECORD_GETTER (SlSource, sl_source, const char *, id)
SL_RECORD_GETTER (SlSource, sl_source, const char *, title)
SL_RECORD_GETTER (SlSource, sl_source, const char *, publisher)
SL_RECORD_GETTER (SlSource, sl_source, const char *, author)
SL_RECORD_GETTER (SlSource, sl_source, const SlDate *, date)
/* Not sl_source_get_type (), which is the GType. */
SlSourceType
sl_source_get_source_type (SlSource *self)
{
  g_return_val_if_fail (SL_IS_SOURCE (self), SL_SOURCE_TYPE_WEB);
  return self->type;
}

SL_RECORD_GETTER (SlSource, sl_source, const char *, language)
SL_RECORD_GETTER (SlSource, sl_source, const char *, url)
SL_RECORD_GETTER (SlSource, sl_source, const char *, archived_url)
SL_RECORD_GETTER (SlSource, sl_source, const SlDate *, accessed)
SL_RECORD_GETTER (SlSource, sl_source, const char *, file)
SL_RECORD_GETTER (SlSource, sl_source, const char *, read)
SL_RECORD_GETTER (SlSource, sl_source, const char *, independence)
SL_RECORD_GETTER (SlSource, sl_source, const char *, note)
SL_RECORD_GETTER (SlSource, sl_source, gboolean, sensitive)
