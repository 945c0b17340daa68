/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * HTML's character references, which captions and imported pages have in their words: the numeric ones as
 * HTML reads them, the names of Latin 1 with or without a semicolon, and those of other signs that words
 * need. Leaves out the two thousand names of mathematics and arrows.
 */
#include "character-reference.h"

#include "text-bytes.h"

#include <string.h>

/* U+00A0 to U+00FF. As the old web wrote them, they need no semicolon. */
static const char latin[96][8] = {
  "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo",
  "not", "shy", "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot",
  "cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",
  "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute",
  "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash",
  "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN", "szlig", "agrave", "aacute", "acirc", "atilde",
  "auml", "aring", "aelig", "ccedil", "egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc",
  "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml", "divide", "oslash", "ugrave",
  "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml"};

static const struct
{
  char     name[8];
  gboolean is_old; /* needs no semicolon */
  gunichar character;
} others[] = {
  {"amp", TRUE, '&'},
  {"lt", TRUE, '<'},
  {"gt", TRUE, '>'},
  {"quot", TRUE, '"'},
  {"AMP", TRUE, '&'},
  {"LT", TRUE, '<'},
  {"GT", TRUE, '>'},
  {"QUOT", TRUE, '"'},
  {"apos", FALSE, '\''},
  {"lrm", FALSE, 0x200E},
  {"rlm", FALSE, 0x200F},
  {"zwj", FALSE, 0x200D},
  {"zwnj", FALSE, 0x200C},
  {"ensp", FALSE, 0x2002},
  {"emsp", FALSE, 0x2003},
  {"thinsp", FALSE, 0x2009},
  {"ndash", FALSE, 0x2013},
  {"mdash", FALSE, 0x2014},
  {"lsquo", FALSE, 0x2018},
  {"rsquo", FALSE, 0x2019},
  {"sbquo", FALSE, 0x201A},
  {"ldquo", FALSE, 0x201C},
  {"rdquo", FALSE, 0x201D},
  {"bdquo", FALSE, 0x201E},
  {"lsaquo", FALSE, 0x2039},
  {"rsaquo", FALSE, 0x203A},
  {"hellip", FALSE, 0x2026},
  {"bull", FALSE, 0x2022},
  {"dagger", FALSE, 0x2020},
  {"permil", FALSE, 0x2030},
  {"prime", FALSE, 0x2032},
  {"euro", FALSE, 0x20AC},
  {"trade", FALSE, 0x2122},
  {"OElig", FALSE, 0x152},
  {"oelig", FALSE, 0x153},
  {"Scaron", FALSE, 0x160},
  {"scaron", FALSE, 0x161},
  {"Yuml", FALSE, 0x178},
  {"minus", FALSE, 0x2212},
  {"larr", FALSE, 0x2190},
  {"rarr", FALSE, 0x2192},
};

/* Whether @name is at @at, with a semicolon unless it is an old one. Returns: its length so, or 0 */
static gsize
match (const char *name, gboolean is_old, const char *at, const char *end)
{
  gsize length = strlen (name);

  if ((gsize)(end - at) < length || memcmp (at, name, length) != 0)
    return 0;
  if (at + length < end && at[length] == ';')
    return length + 1;
  return is_old ? length : 0;
}

/* The longest name at @at, which is behind the “&”. Returns: its length, or 0 */
static gsize
find_name (const char *at, const char *end, gunichar *character)
{
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (latin); i++)
    {
      gsize length = match (latin[i], TRUE, at, end);

      if (length > longest)
        *character = 0xA0 + i;
      longest = MAX (longest, length);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      gsize length = match (others[i].name, others[i].is_old, at, end);

      if (length > longest)
        *character = others[i].character;
      longest = MAX (longest, length);
    }
  return longest;
}

static gunichar
mend_number (gunichar number)
{
  if (number >= 0x80 && number < 0xA0)
    {
      gunichar old = sl_text_bytes_from_windows_1252 ((guint8)number);

      return old != 0xFFFD ? old : number;
    }
  return number == 0 || !g_unichar_validate (number) ? 0xFFFD : number;
}

/* The number at @at, which is behind “&#”. Returns: its length, or 0 */
static gsize
find_number (const char *at, const char *end, gunichar *character)
{
  const char *from = at;
  gboolean    is_hex = at < end && (*at == 'x' || *at == 'X');
  const char *digits = at + is_hex;
  gunichar    number = 0;

  for (at = digits; at < end && (is_hex ? g_ascii_isxdigit (*at) : g_ascii_isdigit (*at)); at++)
    if (number <= 0x10FFFF)
      number = number * (is_hex ? 16 : 10) + (gunichar)g_ascii_xdigit_value (*at);
  if (at == digits)
    return 0;
  *character = mend_number (number);
  return (gsize)(at - from) + (at < end && *at == ';');
}

const char *
sl_character_reference_take (GString *string, const char *at, const char *end)
{
  gunichar character = 0;
  gsize    length;

  g_return_val_if_fail (string != NULL && at != NULL && at < end && *at == '&', end);

  at++;
  if (at < end && *at == '#')
    {
      length = find_number (at + 1, end, &character);
      length += length > 0;
    }
  else
    {
      length = find_name (at, end, &character);
    }
  if (length == 0)
    g_string_append_c (string, '&');
  else
    g_string_append_unichar (string, character);
  return at + length;
}
