/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A partial date in words. Every form is one whole pattern for the translator, with the order of its parts
 * free; nothing is pieced together from fragments but the two ends of an interval.
 */
#include "config.h"

#include "date.h"

#include <glib/gi18n-lib.h>

#include "date-private.h"

typedef enum {
  MARK_NONE,
  MARK_ABOUT,
  MARK_UNCERTAIN,
  MARK_BOTH,
} Mark;

/* The month by itself, as in “November 2009”. */
static const char *
month_name (int month)
{
  switch (month)
    {
    case 1:
      /* Translators: The twelve names with this context stand by themselves with a year: “November 2009” */
      return C_ ("month", "January");
    case 2:
      return C_ ("month", "February");
    case 3:
      return C_ ("month", "March");
    case 4:
      return C_ ("month", "April");
    case 5:
      return C_ ("month", "May");
    case 6:
      return C_ ("month", "June");
    case 7:
      return C_ ("month", "July");
    case 8:
      return C_ ("month", "August");
    case 9:
      return C_ ("month", "September");
    case 10:
      return C_ ("month", "October");
    case 11:
      return C_ ("month", "November");
    case 12:
      return C_ ("month", "December");
    default:
      g_assert_not_reached ();
    }
}

/* The month after a day or after “about”, where many languages inflect it. */
static const char *
month_name_with_day (int month)
{
  switch (month)
    {
    case 1:
      /* Translators: The twelve names with this context stand after a day, as in “24 November 2008”, and after
       * “about”; inflect them as your language does there. */
      return C_ ("month with a day", "January");
    case 2:
      return C_ ("month with a day", "February");
    case 3:
      return C_ ("month with a day", "March");
    case 4:
      return C_ ("month with a day", "April");
    case 5:
      return C_ ("month with a day", "May");
    case 6:
      return C_ ("month with a day", "June");
    case 7:
      return C_ ("month with a day", "July");
    case 8:
      return C_ ("month with a day", "August");
    case 9:
      return C_ ("month with a day", "September");
    case 10:
      return C_ ("month with a day", "October");
    case 11:
      return C_ ("month with a day", "November");
    case 12:
      return C_ ("month with a day", "December");
    default:
      g_assert_not_reached ();
    }
}

static char *
format_year (const SlDatePoint *point, Mark mark)
{
  switch (mark)
    {
    case MARK_ABOUT:
      return g_strdup_printf (C_ ("date", "about %d"), point->year);
    case MARK_UNCERTAIN:
      return g_strdup_printf (C_ ("date", "%d (uncertain)"), point->year);
    case MARK_BOTH:
      return g_strdup_printf (C_ ("date", "about %d (uncertain)"), point->year);
    case MARK_NONE:
    default:
      return g_strdup_printf (C_ ("date", "%d"), point->year);
    }
}

static char *
format_month (const SlDatePoint *point, Mark mark)
{
  const char *alone = month_name (point->month);
  const char *with_day = month_name_with_day (point->month);

  switch (mark)
    {
    case MARK_ABOUT:
      /* Translators: %1$s is a month from the context "month with a day", %2$d a year */
      return g_strdup_printf (C_ ("date", "about %1$s %2$d"), with_day, point->year);
    case MARK_UNCERTAIN:
      /* Translators: %1$s is a month, %2$d a year */
      return g_strdup_printf (C_ ("date", "%1$s %2$d (uncertain)"), alone, point->year);
    case MARK_BOTH:
      /* Translators: %1$s is a month from the context "month with a day", %2$d a year */
      return g_strdup_printf (C_ ("date", "about %1$s %2$d (uncertain)"), with_day, point->year);
    case MARK_NONE:
    default:
      /* Translators: %1$s is a month, %2$d a year: “November 2009” */
      return g_strdup_printf (C_ ("date", "%1$s %2$d"), alone, point->year);
    }
}

static char *
format_day (const SlDatePoint *point, Mark mark)
{
  const char *month = month_name_with_day (point->month);

  switch (mark)
    {
    case MARK_ABOUT:
      /* Translators: %1$d is a day, %2$s a month, %3$d a year */
      return g_strdup_printf (C_ ("date", "about %1$d %2$s %3$d"), point->day, month, point->year);
    case MARK_UNCERTAIN:
      /* Translators: %1$d is a day, %2$s a month, %3$d a year */
      return g_strdup_printf (C_ ("date", "%1$d %2$s %3$d (uncertain)"), point->day, month,
                                  point->year);
    case MARK_BOTH:
      /* Translators: %1$d is a day, %2$s a month, %3$d a year */
      return g_strdup_printf (C_ ("date", "about %1$d %2$s %3$d (uncertain)"), point->day, month,
                                  point->year);
    case MARK_NONE:
    default:
      /* Translators: %1$d is a day, %2$s a month, %3$d a year: “16 November 2009” */
      return g_strdup_printf (C_ ("date", "%1$d %2$s %3$d"), point->day, month, point->year);
    }
}

static char *
format_time (const SlDatePoint *point, const char *clock, Mark mark)
{
  const char *month = month_name_with_day (point->month);

  switch (mark)
    {
    case MARK_ABOUT:
      /* Translators: %1$d is a day, %2$s a month, %3$d a year, %4$s a time of day */
      return g_strdup_printf (C_ ("date", "%1$d %2$s %3$d, about %4$s"), point->day, month,
                                  point->year, clock);
    case MARK_UNCERTAIN:
      /* Translators: %1$d is a day, %2$s a month, %3$d a year, %4$s a time of day */
      return g_strdup_printf (C_ ("date", "%1$d %2$s %3$d, %4$s (uncertain)"), point->day, month,
                                  point->year, clock);
    case MARK_BOTH:
      /* Translators: %1$d is a day, %2$s a month, %3$d a year, %4$s a time of day */
      return g_strdup_printf (C_ ("date", "%1$d %2$s %3$d, about %4$s (uncertain)"), point->day,
                                  month, point->year, clock);
    case MARK_NONE:
    default:
      /* Translators: %1$d is a day, %2$s a month, %3$d a year, %4$s a time of day:
       * “16 November 2009, 21:50” */
      return g_strdup_printf (C_ ("date", "%1$d %2$s %3$d, %4$s"), point->day, month, point->year,
                                  clock);
    }
}

/* The time of day with its zone, where the date has one. */
static char *
format_clock (const SlDatePoint *point)
{
  g_autofree char *digits = NULL;

  if (point->precision == SL_DATE_SECOND)
    digits = g_strdup_printf ("%02d:%02d:%02d", point->hour, point->minute, point->second);
  else
    digits = g_strdup_printf ("%02d:%02d", point->hour, point->minute);

  switch (point->zone_kind)
    {
    case SL_DATE_ZONE_UTC:
      /* Translators: %s is a time of day in Coordinated Universal Time */
      return g_strdup_printf (C_ ("clock", "%s UTC"), digits);
    case SL_DATE_ZONE_OFFSET:
      /* Translators: %1$s is a time of day in a zone that is %3$d hours and %4$d minutes ahead of UTC or,
       * when %2$s is “−”, behind it: “21:50 (UTC+3:00)” */
      return g_strdup_printf (C_ ("clock", "%1$s (UTC%2$s%3$d:%4$02d)"), digits,
                                  point->zone < 0 ? "−" : "+", ABS (point->zone) / 60,
                                  ABS (point->zone) % 60);
    case SL_DATE_ZONE_NONE:
    default:
      return g_steal_pointer (&digits);
    }
}

static char *
format_point (const SlDatePoint *point)
{
  Mark             mark = (point->about ? MARK_ABOUT : 0) + (point->uncertain ? MARK_UNCERTAIN : 0);
  g_autofree char *clock = NULL;

  switch (point->precision)
    {
    case SL_DATE_YEAR:
      return format_year (point, mark);
    case SL_DATE_MONTH:
      return format_month (point, mark);
    case SL_DATE_DAY:
      return format_day (point, mark);
    case SL_DATE_MINUTE:
    case SL_DATE_SECOND:
    default:
      clock = format_clock (point);
      return format_time (point, clock, mark);
    }
}

char *
sl_date_format (const SlDate *self)
{
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  begin = format_point (&self->begin);
  if (!self->interval)
    return g_steal_pointer (&begin);
  end = format_point (&self->end);
  /* Translators: both are dates in words: “24 November 2008 to 16 November 2009” */
  return g_strdup_printf (C_ ("dates", "%1$s to %2$s"), begin, end);
}
