/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A span of a clip, said by a fact or an event that is about it. Notes have spans of their own.
 */
#include "moment.h"

#include "record-macros.h"

struct _SlMoment
{
  GObject parent_instance;

  char  *clip;
  gint64 start;
  gint64 end;
};

static const SlRecordField sl_moment_fields[] = {
  {"clip", SL_RECORD_STRING, G_STRUCT_OFFSET (SlMoment, clip)},
  {"start", SL_RECORD_INT64, G_STRUCT_OFFSET (SlMoment, start)},
  {"end", SL_RECORD_INT64, G_STRUCT_OFFSET (SlMoment, end)},
};

SL_DEFINE_RECORD (SlMoment, sl_moment)

SL_RECORD_GETTER (SlMoment, sl_moment, const char *, clip)
SL_RECORD_GETTER (SlMoment, sl_moment, gint64, start)
SL_RECORD_GETTER (SlMoment, sl_moment, gint64, end)
