/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A dated sentence about what was changed or put right. Old wordings are not kept.
 */
#include "change.h"

#include "record-macros.h"

struct _SlChange
{
  GObject parent_instance;

  SlDate *date;
  char   *text;
  char  **records;
};

static const SlRecordField sl_change_fields[] = {
  {"date", SL_RECORD_BOXED, G_STRUCT_OFFSET (SlChange, date), sl_date_get_type},
  {"text", SL_RECORD_STRING, G_STRUCT_OFFSET (SlChange, text)},
  {"records", SL_RECORD_STRV, G_STRUCT_OFFSET (SlChange, records)},
};

SL_DEFINE_RECORD (SlChange, sl_change)

SL_RECORD_GETTER (SlChange, sl_change, const SlDate *, date)
SL_RECORD_GETTER (SlChange, sl_change, const char *, text)
SL_RECORD_GETTER (SlChange, sl_change, const char *const *, records)
