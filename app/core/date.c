/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates as far as they are known. A casebook often knows a month and not a day, or a day that two sources
 * give differently; a GDateTime would make it surer than it is. Calendars other than the Gregorian one and
 * years before 1 are left out. How a date is said to a reader is date-words.
 */
#include "config.h"

#include "date.h"

#include <glib/gi18n-lib.h>

#include "date-private.h"

G_DEFINE_BOXED_TYPE (SlDate, sl_date, sl_date_ref, sl_date_unref)
G_DEFINE_QUARK (sl_date_error_quark, sl_date_error)

/* Reads exactly @count digits at *@at. */
static gboolean
take_number (const char **at, int count, int *number)
{
  *number = 0;
  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit ((*at)[i]))
        return FALSE;
      *number = *number * 10 + g_ascii_digit_value ((*at)[i]);
    }
  *at += count;
  return TRUE;
}

/* Reads @mark and the number behind it, when @mark is there. */
static gboolean
take_part (const char **at, char mark, int *number, SlDatePoint *point, SlDatePrecision precision)
{
  if (**at != mark)
    return TRUE;
  (*at)++;
  point->precision = precision;
  return take_number (at, 2, number);
}

static gboolean
take_zone (const char **at, SlDatePoint *point)
{
  int  hours;
  int  minutes;
  char sign = **at;

  if (sign == 'Z')
    {
      point->zone_kind = SL_DATE_ZONE_UTC;
      (*at)++;
      return TRUE;
    }
  if (sign != '+' && sign != '-')
    return TRUE;

  (*at)++;
  if (!take_number (at, 2, &hours) || *(*at)++ != ':' || !take_number (at, 2, &minutes))
    return FALSE;
  point->zone_kind = SL_DATE_ZONE_OFFSET;
  point->zone = (hours * 60 + minutes) * (sign == '-' ? -1 : 1);
  /* Kept out of range on purpose, for point_is_real () to see. */
  if (minutes > 59 || (sign == '-' && point->zone == 0))
    point->zone = G_MAXINT;
  return TRUE;
}

static gboolean
take_time (const char **at, SlDatePoint *point)
{
  if (point->precision != SL_DATE_DAY || **at != 'T')
    return TRUE;
  (*at)++;
  point->precision = SL_DATE_MINUTE;
  return take_number (at, 2, &point->hour) && **at == ':' &&
         take_part (at, ':', &point->minute, point, SL_DATE_MINUTE) &&
         take_part (at, ':', &point->second, point, SL_DATE_SECOND) && take_zone (at, point);
}

static gboolean
take_point (const char **at, SlDatePoint *point)
{
  *point = (SlDatePoint){.precision = SL_DATE_YEAR};
  if (!take_number (at, 4, &point->year) ||
      !take_part (at, '-', &point->month, point, SL_DATE_MONTH) ||
      (point->precision == SL_DATE_MONTH &&
       !take_part (at, '-', &point->day, point, SL_DATE_DAY)) ||
      !take_time (at, point))
    return FALSE;

  point->about = **at == '~' || **at == '%';
  point->uncertain = **at == '?' || **at == '%';
  *at += point->about || point->uncertain;
  return TRUE;
}

static gboolean
point_is_real (const SlDatePoint *point)
{
  if (point->year < 1)
    return FALSE;
  if (point->precision >= SL_DATE_MONTH && (point->month < 1 || point->month > 12))
    return FALSE;
  if (point->precision >= SL_DATE_DAY &&
      !g_date_valid_dmy ((GDateDay)point->day, (GDateMonth)point->month, (GDateYear)point->year))
    return FALSE;
  return point->hour < 24 && point->minute < 60 && point->second < 60 &&
         ABS (point->zone) <= 14 * 60;
}

/* Seconds from the first day of year 1 to the first moment of the point's unit, or past its last one. */
static gint64
point_seconds (const SlDatePoint *point, gboolean past_end)
{
  gint64 year = point->year;
  int    month = MAX (point->month, 1);
  int    day = MAX (point->day, 1);
  gint64 seconds = (point->hour * 60 + point->minute) * 60 + point->second;
  gint64 days;

  if (past_end && point->precision == SL_DATE_YEAR)
    year++;
  if (past_end && point->precision == SL_DATE_MONTH && month == 12)
    year++;
  if (past_end && point->precision == SL_DATE_MONTH)
    month = month % 12 + 1;
  if (past_end && point->precision == SL_DATE_DAY)
    seconds += 24 * 60 * 60;
  if (past_end && point->precision == SL_DATE_MINUTE)
    seconds += 60;
  if (past_end && point->precision == SL_DATE_SECOND)
    seconds += 1;

  days = (year - 1) * 365 + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400;
  for (int i = 1; i < month; i++)
    days += g_date_get_days_in_month ((GDateMonth)i, (GDateYear)MIN (year, 9999));
  days += day - 1;
  return days * 24 * 60 * 60 + seconds - point->zone * 60;
}

static gint64
earliest (const SlDate *self)
{
  return point_seconds (&self->begin, FALSE);
}

static gint64
latest (const SlDate *self)
{
  return point_seconds (self->interval ? &self->end : &self->begin, TRUE);
}

static void
append_point (GString *string, const SlDatePoint *point)
{
  g_string_append_printf (string, "%04d", point->year);
  if (point->precision >= SL_DATE_MONTH)
    g_string_append_printf (string, "-%02d", point->month);
  if (point->precision >= SL_DATE_DAY)
    g_string_append_printf (string, "-%02d", point->day);
  if (point->precision >= SL_DATE_MINUTE)
    g_string_append_printf (string, "T%02d:%02d", point->hour, point->minute);
  if (point->precision >= SL_DATE_SECOND)
    g_string_append_printf (string, ":%02d", point->second);
  if (point->zone_kind == SL_DATE_ZONE_UTC)
    g_string_append_c (string, 'Z');
  if (point->zone_kind == SL_DATE_ZONE_OFFSET)
    g_string_append_printf (string, "%c%02d:%02d", point->zone < 0 ? '-' : '+',
                            ABS (point->zone) / 60, ABS (point->zone) % 60);
  if (point->about || point->uncertain)
    g_string_append_c (string, !point->about ? '?' : !point->uncertain ? '~'
                                                                       : '%');
}

SlDate *
sl_date_parse (const char *text, GError **error)
{
  g_autoptr (SlDate) self = NULL;
  const char *at = text;
  gboolean    good;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (SlDate, 1);
  g_atomic_ref_count_init (&self->refs);
  good = take_point (&at, &self->begin);
  if (good && *at == '/')
    {
      self->interval = TRUE;
      at++;
      good = take_point (&at, &self->end);
    }
  if (!good || *at != '\0')
    {
      g_set_error (error, SL_DATE_ERROR, SL_DATE_ERROR_SHAPE,
                   _ ("“%s” is not a date; write it as 2009, 2009-11~ or 2009-11-16"), text);
      return NULL;
    }
  if (!point_is_real (&self->begin) || (self->interval && !point_is_real (&self->end)))
    {
      g_set_error (error, SL_DATE_ERROR, SL_DATE_ERROR_RANGE,
                   _ ("“%s” is a month, day or time that does not exist; correct it"), text);
      return NULL;
    }
  if (latest (self) <= earliest (self))
    {
      g_set_error (error, SL_DATE_ERROR, SL_DATE_ERROR_ORDER, _ ("“%s” ends before it begins; put the earlier date first"), text);
      return NULL;
    }
  return g_steal_pointer (&self);
}

SlDate *
sl_date_ref (const SlDate *self)
{
  SlDate *date = (SlDate *)self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&date->refs);
  return date;
}

void
sl_date_unref (SlDate *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->refs))
    g_free (self);
}

int
sl_date_compare (const SlDate *a, const SlDate *b)
{
  g_autofree char *text_a = NULL;
  g_autofree char *text_b = NULL;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (earliest (a) != earliest (b))
    return earliest (a) < earliest (b) ? -1 : 1;
  if (latest (a) != latest (b))
    return latest (a) < latest (b) ? -1 : 1;
  text_a = sl_date_to_string (a);
  text_b = sl_date_to_string (b);
  return strcmp (text_a, text_b);
}

gboolean
sl_date_equal (const SlDate *a, const SlDate *b)
{
  return sl_date_compare (a, b) == 0;
}

int
sl_date_get_year (const SlDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->begin.year;
}

gboolean
sl_date_is_interval (const SlDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->interval;
}

char *
sl_date_to_string (const SlDate *self)
{
  GString *string;

  g_return_val_if_fail (self != NULL, NULL);

  string = g_string_new (NULL);
  append_point (string, &self->begin);
  if (self->interval)
    {
      g_string_append_c (string, '/');
      append_point (string, &self->end);
    }
  return g_string_free (string, FALSE);
}
