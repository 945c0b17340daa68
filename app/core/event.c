/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Something that happened on a date. The timeline orders events; they do not know their neighbours.
 */
#include "event.h"

#include "record-macros.h"

struct _SlEvent
{
  GObject parent_instance;

  char       *id;
  SlDate     *date;
  char       *title;
  char       *text;
  char       *attribution;
  SlStanding  standing;
  char      **people;
  char      **places;
  char      **facts;
  GListModel *moments;
  GListModel *citations;
  char       *era;
};

static const SlRecordField sl_event_fields[] = {
  {"id", SL_RECORD_STRING, G_STRUCT_OFFSET (SlEvent, id)},
  {"date", SL_RECORD_BOXED, G_STRUCT_OFFSET (SlEvent, date), sl_date_get_type},
  {"title", SL_RECORD_STRING, G_STRUCT_OFFSET (SlEvent, title)},
  {"text", SL_RECORD_STRING, G_STRUCT_OFFSET (SlEvent, text)},
  {"attribution", SL_RECORD_STRING, G_STRUCT_OFFSET (SlEvent, attribution)},
  {"standing", SL_RECORD_ENUM, G_STRUCT_OFFSET (SlEvent, standing), sl_standing_get_type},
  {"people", SL_RECORD_STRV, G_STRUCT_OFFSET (SlEvent, people)},
  {"places", SL_RECORD_STRV, G_STRUCT_OFFSET (SlEvent, places)},
  {"facts", SL_RECORD_STRV, G_STRUCT_OFFSET (SlEvent, facts)},
  {"moments", SL_RECORD_LIST, G_STRUCT_OFFSET (SlEvent, moments)},
  {"citations", SL_RECORD_LIST, G_STRUCT_OFFSET (SlEvent, citations)},
  {"era", SL_RECORD_STRING, G_STRUCT_OFFSET (SlEvent, era)},
};

SL_DEFINE_RECORD (SlEvent, sl_event)

SL_RECORD_GETTER (SlEvent, sl_event, const char *, id)
SL_RECORD_GETTER (SlEvent, sl_event, const SlDate *, date)
SL_RECORD_GETTER (SlEvent, sl_event, const char *, title)
SL_RECORD_GETTER (SlEvent, sl_event, const char *, text)
SL_RECORD_GETTER (SlEvent, sl_event, const char *, attribution)
SL_RECORD_GETTER (SlEvent, sl_event, SlStanding, standing)
SL_RECORD_GETTER (SlEvent, sl_event, const char *const *, people)
SL_RECORD_GETTER (SlEvent, sl_event, const char *const *, places)
SL_RECORD_GETTER (SlEvent, sl_event, const char *const *, facts)
SL_RECORD_GETTER (SlEvent, sl_event, GListModel *, moments)
SL_RECORD_GETTER (SlEvent, sl_event, GListModel *, citations)
SL_RECORD_GETTER (SlEvent, sl_event, const char *, era)
