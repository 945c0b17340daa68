/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A place that the casebook names. It is words and numbers only: no map is drawn from it here.
 */
#include "place.h"

#include "record-macros.h"

struct _SlPlace
{
  GObject parent_instance;

  char       *id;
  char       *name;
  char      **other_names;
  char       *coordinates;
  char       *note;
  GListModel *citations;
};

static const SlRecordField sl_place_fields[] = {
  {"id", SL_RECORD_STRING, G_STRUCT_OFFSET (SlPlace, id)},
  {"name", SL_RECORD_STRING, G_STRUCT_OFFSET (SlPlace, name)},
  {"other-names", SL_RECORD_STRV, G_STRUCT_OFFSET (SlPlace, other_names)},
  {"coordinates", SL_RECORD_STRING, G_STRUCT_OFFSET (SlPlace, coordinates)},
  {"note", SL_RECORD_STRING, G_STRUCT_OFFSET (SlPlace, note)},
  {"citations", SL_RECORD_LIST, G_STRUCT_OFFSET (SlPlace, citations)},
};

SL_DEFINE_RECORD (SlPlace, sl_place)

SL_RECORD_GETTER (SlPlace, sl_place, const char *, id)
SL_RECORD_GETTER (SlPlace, sl_place, const char *, name)
SL_RECORD_GETTER (SlPlace, sl_place, const char *const *, other_names)
SL_RECORD_GETTER (SlPlace, sl_place, const char *, coordinates)
SL_RECORD_GETTER (SlPlace, sl_place, const char *, note)
SL_RECORD_GETTER (SlPlace, sl_place, GListModel *, citations)
