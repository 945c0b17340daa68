/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates between casebooks, which write them in one string, and timelines, which have them in parts. Years
 * before 1 are in timelines and not in casebooks; zones and doubts the other way round.
 */
#include "config.h"

#include "timeline-date.h"

#include "date.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

int
sl_timeline_date_read_part (const char *text)
{
  g_autofree char *number = g_strstrip (g_strdup (text != NULL ? text : ""));
  gint64           value;
  char            *end;

  if (*number == '\0')
    return SL_TIMELINE_MISSING;
  value = g_ascii_strtoll (number, &end, 10);
  if (g_str_has_prefix (end, ".0") && strspn (end + 1, "0") == strlen (end + 1)) /* as spreadsheets write it */
    end += strlen (end);
  if (*end != '\0' || !g_ascii_isdigit (end[-1]) || value == SL_TIMELINE_MISSING)
    return SL_TIMELINE_BAD;
  return (int)CLAMP (value, -G_MAXINT, G_MAXINT);
}

gboolean
sl_timeline_date_read_time (SlTimelineDate *date, const char *text)
{
  g_autofree char *time = g_ascii_strdown (text, -1);
  g_auto (GStrv) parts = NULL;
  gboolean is_late;
  gboolean is_early;
  int      numbers[3] = {0, 0, SL_TIMELINE_MISSING};

  g_return_val_if_fail (date != NULL && text != NULL, FALSE);

  g_strstrip (time);
  is_late = g_str_has_suffix (time, "pm");
  is_early = g_str_has_suffix (time, "am");
  if (is_late || is_early)
    time[strlen (time) - 2] = '\0';
  parts = g_strsplit (time, ":", -1);
  if (g_strv_length (parts) < 2 || g_strv_length (parts) > 3)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      numbers[i] = sl_timeline_date_read_part (parts[i]);
      if (numbers[i] < 0 || numbers[i] > 59)
        return FALSE;
    }
  if ((is_late || is_early) && numbers[0] == 12)
    numbers[0] = 0;
  memcpy (&date->parts[SL_TIMELINE_HOUR], numbers, sizeof numbers);
  date->parts[SL_TIMELINE_HOUR] += is_late ? 12 : 0;
  return TRUE;
}

static gboolean
append (GString *string, const SlTimelineDate *date, GError **error)
{
  static const char *const marks[] = {"", "-", "-", "T", ":", ":"};
  gboolean                 is_bad = date->parts[SL_TIMELINE_YEAR] == SL_TIMELINE_BAD;

  if (!is_bad && date->parts[SL_TIMELINE_YEAR] < 1)
    {
      g_set_error (error, SL_DATE_ERROR, SL_DATE_ERROR_RANGE,
                   _ ("the year %d cannot be a casebook's, which begin with year 1; tell it in words"), date->parts[SL_TIMELINE_YEAR]);
      return FALSE;
    }
  for (guint i = 0; i < SL_TIMELINE_N_PARTS; i++)
    {
      if (date->parts[i] == SL_TIMELINE_MISSING && i == SL_TIMELINE_MINUTE && date->parts[SL_TIMELINE_HOUR] >= 0)
        {
          g_string_append (string, ":00");
          continue;
        }
      if (date->parts[i] == SL_TIMELINE_MISSING)
        break;
      is_bad = is_bad || date->parts[i] < 0;
      if (is_bad)
        break;
      g_string_append_printf (string, "%s%0*d", marks[i], i == SL_TIMELINE_YEAR ? 4 : 2, date->parts[i]);
    }
  if (is_bad)
    g_set_error (error, SL_DATE_ERROR, SL_DATE_ERROR_SHAPE, _ ("a part of the date is not a number; correct it"));
  return !is_bad;
}

char *
sl_timeline_date_join (const SlTimelineDate *begin, const SlTimelineDate *end, GError **error)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (SlDate) date = NULL;

  g_return_val_if_fail (begin != NULL, NULL);

  if (!append (string, begin, error))
    return NULL;
  if (end != NULL && end->parts[SL_TIMELINE_YEAR] != SL_TIMELINE_MISSING)
    {
      g_autoptr (GString) other = g_string_new (NULL);

      if (!append (other, end, error))
        return NULL;
      if (!g_str_equal (other->str, string->str)) /* many timelines end where they begin */
        g_string_append_printf (string, "/%s", other->str);
    }
  date = sl_date_parse (string->str, error);
  return date != NULL ? g_strdup (string->str) : NULL;
}

/* One end of a date, whose shape is known to be good. Returns: whether nothing else is in it */
static gboolean
split_point (const char *text, SlTimelineDate *date)
{
  for (guint i = 0; i < SL_TIMELINE_N_PARTS; i++)
    date->parts[i] = SL_TIMELINE_MISSING;
  for (guint i = 0; i < SL_TIMELINE_N_PARTS && g_ascii_isdigit (*text); i++)
    {
      char *end;

      date->parts[i] = (int)strtol (text, &end, 10);
      text = end;
      if (*text == '\0' || (i >= SL_TIMELINE_MINUTE && *text != ':') || strchr ("-T:", *text) == NULL)
        break;
      text++;
    }
  return *text == '\0';
}

gboolean
sl_timeline_date_split (const char *text, SlTimelineDate *begin, SlTimelineDate *end, gboolean *is_sure)
{
  g_autoptr (SlDate) date = NULL;
  g_auto (GStrv) ends = NULL;

  g_return_val_if_fail (begin != NULL && end != NULL && is_sure != NULL, FALSE);

  date = text != NULL ? sl_date_parse (text, NULL) : NULL;
  if (date == NULL)
    return FALSE;
  ends = g_strsplit (text, "/", 2);
  *is_sure = split_point (ends[0], begin);
  end->parts[SL_TIMELINE_YEAR] = SL_TIMELINE_MISSING;
  if (ends[1] != NULL)
    *is_sure = split_point (ends[1], end) && *is_sure;
  return TRUE;
}
