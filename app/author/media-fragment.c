/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times as the web puts them behind the address of a film. Links of this program are read more strictly, by
 * core's link.
 */
#include "media-fragment.h"

#include <string.h>

#define NS_PER_MS G_GINT64_CONSTANT (1000000)
#define MAX_NUMBER G_GINT64_CONSTANT (4000000000)

/* Reads 1:02:03.5, 62.5 or 62 at *@at. */
static gboolean
take_time (const char **at, gint64 *time)
{
  gint64 whole = 0;
  gint64 microseconds = 0;
  gint64 scale = 100000;
  guint  n_parts = 0;

  do
    {
      gint64      part = 0;
      const char *digits = *at;

      for (; g_ascii_isdigit (**at); (*at)++)
        part = MIN (part * 10 + g_ascii_digit_value (**at), MAX_NUMBER);
      if (*at == digits)
        return FALSE;
      whole = MIN (whole * 60 + part, MAX_NUMBER);
  } while (++n_parts < 3 && **at == ':' && (*at)++);
  if (**at == '.')
    for ((*at)++; g_ascii_isdigit (**at); (*at)++, scale /= 10)
      microseconds += g_ascii_digit_value (**at) * scale;
  if (**at == 's') /* as in t=10s, which is seen */
    (*at)++;
  *time = MIN (whole * 1000 + (microseconds + 500) / 1000, SL_TIME_MAX / NS_PER_MS) * NS_PER_MS;
  return TRUE;
}

static gboolean
read_time (const char *value, SlMediaFragment *fragment)
{
  fragment->has_time = TRUE;
  if (g_str_has_prefix (value, "npt:"))
    value += strlen ("npt:");
  if (*value != ',' && !take_time (&value, &fragment->start))
    return FALSE;
  if (*value == '\0')
    return TRUE;
  if (*value++ != ',')
    return FALSE;
  if (*value == '\0')
    return TRUE;
  return take_time (&value, &fragment->end) && *value == '\0';
}

gboolean
sl_media_fragment_parse (const char *text, SlMediaFragment *fragment)
{
  g_auto (GStrv) pairs = NULL;
  gboolean good = TRUE;

  g_return_val_if_fail (text != NULL && fragment != NULL, FALSE);

  *fragment = (SlMediaFragment){FALSE, FALSE, 0, SL_TIME_NONE};
  pairs = g_strsplit (text, "&", -1);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_autofree char *pair = g_uri_unescape_string (pairs[i], NULL);

      if (pair != NULL && g_str_has_prefix (pair, "t="))
        good = read_time (pair + 2, fragment) && good;
      fragment->has_space = fragment->has_space || (pair != NULL && g_str_has_prefix (pair, "xywh="));
    }
  return good;
}

static void
append_seconds (GString *text, gint64 time)
{
  gint64 milliseconds = time / NS_PER_MS;

  g_string_append_printf (text, "%" G_GINT64_FORMAT, milliseconds / 1000);
  if (milliseconds % 1000 != 0)
    g_string_append_printf (text, ".%03d", (int)(milliseconds % 1000));
}

char *
sl_media_fragment_format (gint64 start, gint64 end)
{
  GString *text = g_string_new ("t=");

  append_seconds (text, start);
  if (end != SL_TIME_NONE)
    {
      g_string_append_c (text, ',');
      append_seconds (text, end);
    }
  return g_string_free (text, FALSE);
}
