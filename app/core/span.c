/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Time as the whole program has it: gint64 nanoseconds and half-open spans of them, and the one way in
 * which files write it. How a time is said to a reader is not decided here.
 */
#include "config.h"

#include "span.h"

#include <glib/gi18n-lib.h>

#define NS_PER_MS G_GINT64_CONSTANT (1000000)
#define MS_PER_SECOND 1000
#define MAX_HOURS 1000000

G_DEFINE_QUARK (sl_time_error_quark, sl_time_error)

/* Reads digits at *@at as long as there are any; their number goes to @count. Seven are enough to be
 * past every limit, so more of them do not count on. */
static gint64
take_digits (const char **at, int *count)
{
  gint64 value = 0;

  for (*count = 0; g_ascii_isdigit (**at); (*count)++, (*at)++)
    if (value < G_GINT64_CONSTANT (10000000))
      value = value * 10 + g_ascii_digit_value (**at);
  return value;
}

static gboolean
take_milliseconds (const char **at, gint64 *milliseconds)
{
  int count;

  *milliseconds = 0;
  if (**at != '.')
    return TRUE;
  (*at)++;
  *milliseconds = take_digits (at, &count);
  return count == 3;
}

gboolean
sl_span_contains (const SlSpan *span, gint64 time)
{
  g_return_val_if_fail (span != NULL, FALSE);

  return span->start <= time && time < span->end;
}

gboolean
sl_time_parse (const char *text, gint64 *time, GError **error)
{
  const char *at = text;
  gint64      part[3] = {0, 0, 0};
  gint64      milliseconds;
  int         n_parts = 0;
  gboolean    good = TRUE;

  g_return_val_if_fail (text != NULL && time != NULL, FALSE);

  do
    {
      int count;

      at += n_parts > 0;
      part[n_parts] = take_digits (&at, &count);
      good = n_parts == 0 ? count > 0 : count == 2;
      n_parts++;
  } while (good && n_parts < 3 && *at == ':');

  if (!good || n_parts < 2 || !take_milliseconds (&at, &milliseconds) || *at != '\0')
    {
      g_set_error (error, SL_TIME_ERROR, SL_TIME_ERROR_SHAPE,
                   _ ("“%s” is not a time; write it as 1:05, 01:05.250 or 1:02:03.250"), text);
      return FALSE;
    }
  if (n_parts == 2)
    {
      part[2] = part[1];
      part[1] = part[0];
      part[0] = 0;
    }
  if (part[2] > 59 || part[1] > (n_parts == 2 ? 99 : 59) || part[0] >= MAX_HOURS)
    {
      g_set_error (error, SL_TIME_ERROR, SL_TIME_ERROR_RANGE,
                   _ ("“%s” has too many hours, minutes or seconds; write a time such as 1:02:03"), text);
      return FALSE;
    }

  *time = (((part[0] * 60 + part[1]) * 60 + part[2]) * MS_PER_SECOND + milliseconds) * NS_PER_MS;
  return TRUE;
}

char *
sl_time_format (gint64 time)
{
  gint64 milliseconds;
  gint64 seconds;

  g_return_val_if_fail (time >= 0, NULL);

  milliseconds = time / NS_PER_MS;
  seconds = milliseconds / MS_PER_SECOND;
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d:%02d.%03d", seconds / 3600,
                          (int)(seconds / 60 % 60), (int)(seconds % 60),
                          (int)(milliseconds % MS_PER_SECOND));
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *)a;
  const gint64 right = *(const gint64 *)b;

  return (left > right) - (left < right);
}

void
sl_times_sort (GArray *times)
{
  g_return_if_fail (times != NULL);

  g_array_sort (times, compare_times);
}

gint64
sl_times_find_after (const GArray *times, gint64 time)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (times != NULL, SL_TIME_NONE);

  high = times->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (times, gint64, middle) > time)
        high = middle;
      else
        low = middle + 1;
    }
  return low < times->len ? g_array_index (times, gint64, low) : SL_TIME_NONE;
}
