/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SL_TIMELINE_YEAR,
  SL_TIMELINE_MONTH,
  SL_TIMELINE_DAY,
  SL_TIMELINE_HOUR,
  SL_TIMELINE_MINUTE,
  SL_TIMELINE_SECOND,
  SL_TIMELINE_N_PARTS,
} SlTimelinePart;

/* A date in the parts that TimelineJS has; what is not known is missing, which is -1. */
typedef struct
{
  int parts[SL_TIMELINE_N_PARTS];
} SlTimelineDate;

#define SL_TIMELINE_MISSING (-1)
#define SL_TIMELINE_BAD G_MININT

/* Returns: the number that @text is, SL_TIMELINE_MISSING for none or an empty one, or SL_TIMELINE_BAD */
int sl_timeline_date_read_part (const char *text);

/* Reads “10:30” or “10:30:15 pm” into the last three parts of @date. Returns: FALSE when it is something else */
gboolean sl_timeline_date_read_time (SlTimelineDate *date, const char *text);

/* The date as a casebook writes it. @end: (nullable): of an interval; one without a year counts as none
 * Returns: (transfer full): NULL with @error of SL_DATE_ERROR */
char *sl_timeline_date_join (const SlTimelineDate *begin, const SlTimelineDate *end, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes a casebook's date apart. @end: (out): with a year when @text is an interval; @is_sure: (out): whether
 * nothing but these parts is in @text. Returns: FALSE when @text is no date */
gboolean sl_timeline_date_split (const char *text, SlTimelineDate *begin, SlTimelineDate *end, gboolean *is_sure);

G_END_DECLS
