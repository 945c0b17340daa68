/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One claim and, on the same record, the other side of it. Whether it may be shown, and how, is decided by
 * who shows it.
 */
#include "fact.h"

#include "record-macros.h"

struct _SlDispute
{
  GObject parent_instance;

  char       *who;
  char       *statement;
  GListModel *citations;
};

static const SlRecordField sl_dispute_fields[] = {
  {"who", SL_RECORD_STRING, G_STRUCT_OFFSET (SlDispute, who)},
  {"statement", SL_RECORD_STRING, G_STRUCT_OFFSET (SlDispute, statement)},
  {"citations", SL_RECORD_LIST, G_STRUCT_OFFSET (SlDispute, citations)},
};

SL_DEFINE_RECORD (SlDispute, sl_dispute)

SL_RECORD_GETTER (SlDispute, sl_dispute, const char *, who)
SL_RECORD_GETTER (SlDispute, sl_dispute, const char *, statement)
SL_RECORD_GETTER (SlDispute, sl_dispute, GListModel *, citations)

struct _SlFact
{
  GObject parent_instance;

  char       *id;
  char       *statement;
  char       *detail;
  SlStanding  standing;
  char       *attribution;
  SlDate     *as_of;
  char       *voice;
  char      **topics;
  GListModel *citations;
  GListModel *disputes;
  char      **people;
  char      **events;
  char      **places;
  GListModel *moments;
  char       *easy;
  char       *withheld;
  gboolean    graphic;
  GListModel *changes;
};

static const SlRecordField sl_fact_fields[] = {
  {"id", SL_RECORD_STRING, G_STRUCT_OFFSET (SlFact, id)},
  {"statement", SL_RECORD_STRING, G_STRUCT_OFFSET (SlFact, statement)},
  {"detail", SL_RECORD_STRING, G_STRUCT_OFFSET (SlFact, detail)},
  {"standing", SL_RECORD_ENUM, G_STRUCT_OFFSET (SlFact, standing), sl_standing_get_type},
  {"attribution", SL_RECORD_STRING, G_STRUCT_OFFSET (SlFact, attribution)},
  {"as-of", SL_RECORD_BOXED, G_STRUCT_OFFSET (SlFact, as_of), sl_date_get_type},
  {"voice", SL_RECORD_STRING, G_STRUCT_OFFSET (SlFact, voice)},
  {"topics", SL_RECORD_STRV, G_STRUCT_OFFSET (SlFact, topics)},
  {"citations", SL_RECORD_LIST, G_STRUCT_OFFSET (SlFact, citations)},
  {"disputes", SL_RECORD_LIST, G_STRUCT_OFFSET (SlFact, disputes)},
  {"people", SL_RECORD_STRV, G_STRUCT_OFFSET (SlFact, people)},
  {"events", SL_RECORD_STRV, G_STRUCT_OFFSET (SlFact, events)},
  {"places", SL_RECORD_STRV, G_STRUCT_OFFSET (SlFact, places)},
  {"moments", SL_RECORD_LIST, G_STRUCT_OFFSET (SlFact, moments)},
  {"easy", SL_RECORD_STRING, G_STRUCT_OFFSET (SlFact, easy)},
  {"withheld", SL_RECORD_STRING, G_STRUCT_OFFSET (SlFact, withheld)},
  {"graphic", SL_RECORD_BOOL, G_STRUCT_OFFSET (SlFact, graphic)},
  {"changes", SL_RECORD_LIST, G_STRUCT_OFFSET (SlFact, changes)},
};

SL_DEFINE_RECORD (SlFact, sl_fact)

SL_RECORD_GETTER (SlFact, sl_fact, const char *, id)
SL_RECORD_GETTER (SlFact, sl_fact, const char *, statement)
SL_RECORD_GETTER (SlFact, sl_fact, const char *, detail)
SL_RECORD_GETTER (SlFact, sl_fact, SlStanding, standing)
SL_RECORD_GETTER (SlFact, sl_fact, const char *, attribution)
SL_RECORD_GETTER (SlFact, sl_fact, const SlDate *, as_of)
SL_RECORD_GETTER (SlFact, sl_fact, const char *, voice)
SL_RECORD_GETTER (SlFact, sl_fact, const char *const *, topics)
SL_RECORD_GETTER (SlFact, sl_fact, GListModel *, citations)
SL_RECORD_GETTER (SlFact, sl_fact, GListModel *, disputes)
SL_RECORD_GETTER (SlFact, sl_fact, const char *const *, people)
SL_RECORD_GETTER (SlFact, sl_fact, const char *const *, events)
SL_RECORD_GETTER (SlFact, sl_fact, const char *const *, places)
SL_RECORD_GETTER (SlFact, sl_fact, GListModel *, moments)
SL_RECORD_GETTER (SlFact, sl_fact, const char *, easy)
SL_RECORD_GETTER (SlFact, sl_fact, const char *, withheld)
SL_RECORD_GETTER (SlFact, sl_fact, gboolean, graphic)
SL_RECORD_GETTER (SlFact, sl_fact, GListModel *, changes)
