/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times as viewers type them, which is laxer than what files may say (span). Where they lead is not known here. */
#include "typed-time.h"

#include "span.h"

#define SECOND G_GINT64_CONSTANT (1000000000)
#define MINUS_SIGN 0x2212
#define MOST G_GINT64_CONSTANT (4000000000) /* of any part: more than a time can have of seconds */

/* Returns: how many digits there were; @value: (out): MOST when there is more */
static int
take_digits (const char **at, gint64 *value)
{
  int count = 0;

  for (*value = 0; g_unichar_isdigit (g_utf8_get_char (*at)); *at = g_utf8_next_char (*at), count++)
    *value = MIN (*value * 10 + g_unichar_digit_value (g_utf8_get_char (*at)), MOST);
  return count;
}

/* Returns: FALSE for a point with nothing behind it */
static gboolean
take_fraction (const char **at, gint64 *fraction)
{
  gint64 scale = SECOND;

  *fraction = 0;
  if (**at != '.' && **at != ',')
    return TRUE;
  (*at)++;
  if (!g_unichar_isdigit (g_utf8_get_char (*at)))
    return FALSE;
  for (; g_unichar_isdigit (g_utf8_get_char (*at)); *at = g_utf8_next_char (*at))
    {
      scale /= 10;
      *fraction += g_unichar_digit_value (g_utf8_get_char (*at)) * scale;
    }
  return TRUE;
}

/* Reads hours, minutes and seconds, of which the first may be as many as there are. */
static gboolean
take_time (const char **at, gint64 *time)
{
  gint64   total = 0, fraction = 0;
  int      n_parts = 0;
  gboolean again;

  do
    {
      gint64    part;
      const int n_digits = take_digits (at, &part);

      n_parts++;
      if (n_digits == 0 || n_parts > 3 || (n_parts > 1 && (n_digits != 2 || part > 59)))
        return FALSE;
      total = total * 60 + part;
      again = **at == ':';
      *at += again;
  } while (again);
  if (!take_fraction (at, &fraction) || total > SL_TIME_MAX / SECOND - 1)
    return FALSE;
  *time = total * SECOND + fraction;
  return TRUE;
}

/* Returns: 1 or -1 for a sign, which is taken, and 0 without one */
static int
take_sign (const char **at)
{
  const gunichar c = g_utf8_get_char (*at);

  if (c != '+' && c != '-' && c != MINUS_SIGN)
    return 0;
  *at = g_utf8_next_char (*at);
  return c == '+' ? 1 : -1;
}

static gboolean
take_picture (const char **at, gint64 *number)
{
  return take_digits (at, number) > 0 && *number <= G_MAXINT;
}

gboolean
sl_typed_time_parse (const char *text, SlTypedTime *typed)
{
  g_autofree char *trimmed = NULL;
  const char      *at;
  SlTypedTime      read = {SL_TYPED_TIME_AT, 0};
  int              sign;
  gboolean         good;

  g_return_val_if_fail (text != NULL && typed != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  trimmed = g_strstrip (g_strdup (text));
  at = trimmed;
  if (*at == '#')
    {
      at++;
      read.kind = SL_TYPED_TIME_PICTURE;
      good = take_picture (&at, &read.value);
    }
  else
    {
      sign = take_sign (&at);
      read.kind = sign == 0 ? SL_TYPED_TIME_AT : SL_TYPED_TIME_BY;
      good = take_time (&at, &read.value);
      read.value *= sign < 0 ? -1 : 1;
    }
  if (!good || *at != '\0')
    return FALSE;
  *typed = read;
  return TRUE;
}
