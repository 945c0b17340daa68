/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of JSON as RFC 8259 spells them: strings, numbers, true, false and null. What they make
 * together is json-scan's business. Numbers must fit what they will be read into.
 */
#include "config.h"

#include "json-token.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* As long as any other escape. */
#define REPLACEMENT "\\uFFFD"
/* No longer than any number that is too large. */
#define NOTHING "null"

gboolean
sl_json_input_fail (SlJsonInput *input, SlJsonError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (input->error, SL_JSON_ERROR, (int)code, message);
  return FALSE;
}

gboolean
sl_json_input_mend (SlJsonInput *input,
                    const char  *from,
                    const char  *wrong,
                    const char  *substitute,
                    SlJsonError  code,
                    const char  *format,
                    ...)
{
  SlJsonMend mend = {(gsize)(from - input->start), (gsize)(input->at - input->start),
                     (gsize)(wrong - input->start), substitute, code, NULL};
  va_list    args;

  va_start (args, format);
  mend.message = g_strdup_vprintf (format, args);
  va_end (args);
  if (input->mends->len == SL_JSON_MAX_MENDS)
    {
      input->at = wrong;
      g_set_error_literal (input->error, SL_JSON_ERROR, (int)code, mend.message);
      g_free (mend.message);
      return FALSE;
    }
  g_array_append_val (input->mends, mend);
  return TRUE;
}

void
sl_json_input_skip_space (SlJsonInput *input)
{
  while (input->at < input->end && (*input->at == ' ' || *input->at == '\n' || *input->at == '\t' ||
                                    *input->at == '\r'))
    input->at++;
}

/* Reads the four digits of a \u escape, of which the 'u' is just behind. */
static gboolean
take_hex (SlJsonInput *input, gunichar *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, input->at++)
    {
      if (input->at == input->end || !g_ascii_isxdigit (*input->at))
        return sl_json_input_fail (input, SL_JSON_ERROR_SYNTAX, _ ("\\u needs four hexadecimal digits"));
      *unit = *unit * 16 + (gunichar)g_ascii_xdigit_value (*input->at);
    }
  return TRUE;
}

/* Puts U+FFFD in the place of the escape that has just been passed, so that it costs no more than itself. */
static gboolean
replace_escape (SlJsonInput *input, GString *decoded, gunichar unit)
{
  const char *from = input->at - strlen (REPLACEMENT);

  if (decoded != NULL)
    g_string_append_unichar (decoded, 0xFFFD);
  if (unit == 0)
    return sl_json_input_mend (input, from, from, REPLACEMENT, SL_JSON_ERROR_ENCODING,
                               _ ("\\u0000 cannot stand in a text; take it out"));
  return sl_json_input_mend (input, from, from, REPLACEMENT, SL_JSON_ERROR_ENCODING,
                             _ ("\\u%04X is half a character; write both halves, or the character itself"),
                                unit);
}

static gboolean
take_unicode_escape (SlJsonInput *input, GString *decoded)
{
  const char *behind_first;
  gunichar    first;
  gunichar    second = 0;

  if (!take_hex (input, &first))
    return FALSE;
  behind_first = input->at;
  if (first >= 0xD800 && first <= 0xDBFF && input->end - input->at >= 6 &&
      input->at[0] == '\\' && input->at[1] == 'u')
    {
      input->at += 2;
      if (!take_hex (input, &second))
        return FALSE;
      if (second < 0xDC00 || second > 0xDFFF)
        input->at = behind_first; /* a character of its own */
      else
        first = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
    }
  if (first == 0 || (first >= 0xD800 && first <= 0xDFFF))
    return replace_escape (input, decoded, first);
  if (decoded != NULL)
    g_string_append_unichar (decoded, first);
  return TRUE;
}

static gboolean
take_escape (SlJsonInput *input, GString *decoded)
{
  static const char names[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  const char       *name;

  input->at++;
  if (input->at < input->end && *input->at == 'u')
    {
      input->at++;
      return take_unicode_escape (input, decoded);
    }
  name = input->at < input->end && *input->at != '\0' ? strchr (names, *input->at) : NULL;
  if (name == NULL)
    return sl_json_input_fail (input, SL_JSON_ERROR_SYNTAX, _ ("a backslash in a text must be written as \\\\"));
  input->at++;
  if (decoded != NULL)
    g_string_append_c (decoded, values[name - names]);
  return TRUE;
}

gboolean
sl_json_input_take_string (SlJsonInput *input, GString *decoded)
{
  input->at++;
  while (input->at < input->end && *input->at != '"')
    {
      if ((guchar)*input->at < 0x20)
        return sl_json_input_fail (input, SL_JSON_ERROR_SYNTAX,
                                   *input->at == '\n' || *input->at == '\r'
                                   ? _ ("a text must end on its line; write line breaks as \\n")
                                   : _ ("a control character in a text must be written as an escape"));
      if (*input->at == '\\')
        {
          if (!take_escape (input, decoded))
            return FALSE;
          continue;
        }
      if (decoded != NULL)
        g_string_append_c (decoded, *input->at);
      input->at++;
    }
  if (input->at == input->end)
    return sl_json_input_fail (input, SL_JSON_ERROR_SYNTAX, _ ("the file ends inside a text; close it with a quotation mark"));
  input->at++;
  return TRUE;
}

static gboolean
take_digits (SlJsonInput *input)
{
  const char *from = input->at;

  while (input->at < input->end && g_ascii_isdigit (*input->at))
    input->at++;
  if (input->at == from)
    return sl_json_input_fail (input, SL_JSON_ERROR_SYNTAX, _ ("a digit is missing here; add it"));
  return TRUE;
}

static gboolean
number_fits (const char *from, const char *end, gboolean is_integer)
{
  g_autofree char *text = g_strndup (from, (gsize)(end - from));

  if (is_integer)
    return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, NULL, NULL);
  return isfinite (g_ascii_strtod (text, NULL));
}

gboolean
sl_json_input_take_number (SlJsonInput *input)
{
  const char *from = input->at;
  gboolean    is_integer = TRUE;

  input->at += *input->at == '-';
  if (input->at < input->end && *input->at == '0')
    input->at++;
  else if (!take_digits (input))
    return FALSE;
  if (input->at < input->end && *input->at == '.')
    {
      is_integer = FALSE;
      input->at++;
      if (!take_digits (input))
        return FALSE;
    }
  if (input->at < input->end && (*input->at == 'e' || *input->at == 'E'))
    {
      is_integer = FALSE;
      input->at++;
      input->at += input->at < input->end && (*input->at == '+' || *input->at == '-');
      if (!take_digits (input))
        return FALSE;
    }
  if (number_fits (from, input->at, is_integer))
    return TRUE;
  return sl_json_input_mend (input, from, from, NOTHING, SL_JSON_ERROR_NUMBER,
                             _ ("this number is too large; write a smaller one"));
}

gboolean
sl_json_input_take_word (SlJsonInput *input)
{
  static const char *const words[] = {"true", "false", "null"};

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize)(input->end - input->at) >= length && memcmp (input->at, words[i], length) == 0)
        {
          input->at += length;
          return TRUE;
        }
    }
  return sl_json_input_fail (input, SL_JSON_ERROR_SYNTAX,
                             _ ("a value is missing here: a text in quotation marks, a number, true, false, "
                                "an object or an array"));
}
