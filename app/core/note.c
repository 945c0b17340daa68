/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is told beside a span of a clip. How long it stays on the screen, and where, is the view's rule.
 */
#include "note.h"

#include "record-macros.h"

G_DEFINE_ENUM_TYPE (SlNoteKind,
                    sl_note_kind,
                    G_DEFINE_ENUM_VALUE (SL_NOTE_KIND_CONTEXT, "context"),
                    G_DEFINE_ENUM_VALUE (SL_NOTE_KIND_FACT, "fact"),
                    G_DEFINE_ENUM_VALUE (SL_NOTE_KIND_PERSON, "person"),
                    G_DEFINE_ENUM_VALUE (SL_NOTE_KIND_PLACE, "place"),
                    G_DEFINE_ENUM_VALUE (SL_NOTE_KIND_QUOTE, "quote"),
                    G_DEFINE_ENUM_VALUE (SL_NOTE_KIND_PRODUCTION, "production"),
                    G_DEFINE_ENUM_VALUE (SL_NOTE_KIND_TITLE, "title"))

struct _SlNote
{
  GObject parent_instance;

  char      *id;
  SlNoteKind kind;
  gint64     start;
  gint64     end;
  char      *title;
  char      *text;
  char     **facts;
  char     **people;
  char     **events;
  char     **places;
  char     **sources;
  char      *image;
  char      *alt;
  gboolean   pause;
  gint64     minimum;
  char      *easy;
  char      *trigger;
};

static const SlRecordField sl_note_fields[] = {
  {"id", SL_RECORD_STRING, G_STRUCT_OFFSET (SlNote, id)},
  {"kind", SL_RECORD_ENUM, G_STRUCT_OFFSET (SlNote, kind), sl_note_kind_get_type},
  {"start", SL_RECORD_INT64, G_STRUCT_OFFSET (SlNote, start)},
  {"end", SL_RECORD_INT64, G_STRUCT_OFFSET (SlNote, end)},
  {"title", SL_RECORD_STRING, G_STRUCT_OFFSET (SlNote, title)},
  {"text", SL_RECORD_STRING, G_STRUCT_OFFSET (SlNote, text)},
  {"facts", SL_RECORD_STRV, G_STRUCT_OFFSET (SlNote, facts)},
  {"people", SL_RECORD_STRV, G_STRUCT_OFFSET (SlNote, people)},
  {"events", SL_RECORD_STRV, G_STRUCT_OFFSET (SlNote, events)},
  {"places", SL_RECORD_STRV, G_STRUCT_OFFSET (SlNote, places)},
  {"sources", SL_RECORD_STRV, G_STRUCT_OFFSET (SlNote, sources)},
  {"image", SL_RECORD_STRING, G_STRUCT_OFFSET (SlNote, image)},
  {"alt", SL_RECORD_STRING, G_STRUCT_OFFSET (SlNote, alt)},
  {"pause", SL_RECORD_BOOL, G_STRUCT_OFFSET (SlNote, pause)},
  {"minimum", SL_RECORD_INT64, G_STRUCT_OFFSET (SlNote, minimum)},
  {"easy", SL_RECORD_STRING, G_STRUCT_OFFSET (SlNote, easy)},
  {"trigger", SL_RECORD_STRING, G_STRUCT_OFFSET (SlNote, trigger)},
};

SL_DEFINE_RECORD (SlNote, sl_note)

SL_RECORD_GETTER (SlNote, sl_note, const char *, id)
SL_RECORD_GETTER (SlNote, sl_note, SlNoteKind, kind)
SL_RECORD_GETTER (SlNote, sl_note, gint64, start)
SL_RECORD_GETTER (SlNote, sl_note, gint64, end)
SL_RECORD_GETTER (SlNote, sl_note, const char *, title)
SL_RECORD_GETTER (SlNote, sl_note, const char *, text)
SL_RECORD_GETTER (SlNote, sl_note, const char *const *, facts)
SL_RECORD_GETTER (SlNote, sl_note, const char *const *, people)
SL_RECORD_GETTER (SlNote, sl_note, const char *const *, events)
SL_RECORD_GETTER (SlNote, sl_note, const char *const *, places)
SL_RECORD_GETTER (SlNote, sl_note, const char *const *, sources)
SL_RECORD_GETTER (SlNote, sl_note, const char *, image)
SL_RECORD_GETTER (SlNote, sl_note, const char *, alt)
SL_RECORD_GETTER (SlNote, sl_note, gboolean, pause)
SL_RECORD_GETTER (SlNote, sl_note, gint64, minimum)
SL_RECORD_GETTER (SlNote, sl_note, const char *, easy)
SL_RECORD_GETTER (SlNote, sl_note, const char *, trigger)
