/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date.h"

G_BEGIN_DECLS

/* How much of a point in time is known; each includes what comes before it. */
typedef enum {
  SL_DATE_YEAR,
  SL_DATE_MONTH,
  SL_DATE_DAY,
  SL_DATE_MINUTE,
  SL_DATE_SECOND,
} SlDatePrecision;

typedef enum {
  SL_DATE_ZONE_NONE,
  SL_DATE_ZONE_UTC,
  SL_DATE_ZONE_OFFSET,
} SlDateZone;

/* One end of a date; what is not known is 0. */
typedef struct
{
  SlDatePrecision precision;
  int             year;
  int             month;
  int             day;
  int             hour;
  int             minute;
  int             second;
  SlDateZone      zone_kind;
  int             zone; /* minutes east of Greenwich */
  gboolean        about;
  gboolean        uncertain;
} SlDatePoint;

struct _SlDate
{
  gatomicrefcount refs;
  SlDatePoint     begin;
  SlDatePoint     end; /* of an interval only */
  gboolean        interval;
};

G_END_DECLS
