/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the bytes of a text file to text, whoever saved it: no caption is lost because of its encoding.
 * What a reader of a format has to say about it is left to that reader.
 */
#include "text-bytes.h"

#include <string.h>

#define REPLACEMENT 0xFFFD

/* 0x80 to 0x9F; elsewhere Windows-1252 is Unicode's first 256 characters. */
static const guint16 windows_1252[32] = {
  0x20AC,
  0xFFFD,
  0x201A,
  0x0192,
  0x201E,
  0x2026,
  0x2020,
  0x2021,
  0x02C6,
  0x2030,
  0x0160,
  0x2039,
  0x0152,
  0xFFFD,
  0x017D,
  0xFFFD,
  0xFFFD,
  0x2018,
  0x2019,
  0x201C,
  0x201D,
  0x2022,
  0x2013,
  0x2014,
  0x02DC,
  0x2122,
  0x0161,
  0x203A,
  0x0153,
  0xFFFD,
  0x017E,
  0x0178,
};

typedef struct
{
  GString           *text;
  SlTextBytesResult *result;
  guint              line;
  gboolean           after_cr;
} Decoding;

gunichar
sl_text_bytes_from_windows_1252 (guint8 byte)
{
  return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
}

static void
mark (guint *line, guint now)
{
  if (*line == 0)
    *line = now;
}

static void
add (Decoding *self, gunichar character)
{
  if (character == '\n' && self->after_cr)
    {
      self->after_cr = FALSE;
      return;
    }
  self->after_cr = character == '\r';
  if (character == '\r')
    character = '\n';
  if (character == 0)
    {
      mark (&self->result->nul_line, self->line);
      character = REPLACEMENT;
    }
  g_string_append_unichar (self->text, character);
  if (character == '\n')
    self->line++;
}

static void
add_bad (Decoding *self)
{
  mark (&self->result->bad_line, self->line);
  add (self, REPLACEMENT);
}

/* Reads the character at @at. Returns: its bytes, 0 when they are no UTF-8 */
static gsize
take_utf8 (const guint8 *at, gsize left, gunichar *character)
{
  *character = *at;
  if (*at < 0x80)
    return 1;
  *character = g_utf8_get_char_validated ((const char *)at, (gssize)MIN (left, 6));
  if (*character == (gunichar)-1 || *character == (gunichar)-2)
    return 0;
  return (gsize)g_unichar_to_utf8 (*character, NULL);
}

static void
decode_utf8 (Decoding *self, const guint8 *at, gsize left)
{
  while (left > 0)
    {
      gunichar character;
      gsize    length = take_utf8 (at, left, &character);

      if (length > 0)
        add (self, character);
      else
        add_bad (self);
      at += MAX (length, 1);
      left -= MAX (length, 1);
    }
}

static void
decode_windows_1252 (Decoding *self, const guint8 *at, gsize left)
{
  for (; left > 0; at++, left--)
    {
      gunichar character = sl_text_bytes_from_windows_1252 (*at);

      if (character == REPLACEMENT)
        add_bad (self);
      else
        add (self, character);
    }
}

/* @high: which byte of each pair comes first in value */
static void
decode_utf16 (Decoding *self, const guint8 *at, gsize left, guint high)
{
  gunichar first = 0; /* of a surrogate pair */

  for (; left >= 2; at += 2, left -= 2)
    {
      gunichar unit = (gunichar)(at[high] << 8 | at[1 - high]);

      if (first != 0 && (unit & 0xFC00) == 0xDC00)
        {
          add (self, 0x10000 + ((first & 0x3FF) << 10) + (unit & 0x3FF));
          first = 0;
          continue;
        }
      if (first != 0)
        add_bad (self);
      first = (unit & 0xFC00) == 0xD800 ? unit : 0;
      if (first == 0 && (unit & 0xFC00) == 0xDC00)
        add_bad (self);
      else if (first == 0)
        add (self, unit);
    }
  if (first != 0 || left > 0)
    add_bad (self);
}

/* A few broken letters in UTF-8 are not another encoding. */
static gboolean
is_mostly_utf8 (const guint8 *at, gsize left)
{
  guint n_good = 0;
  guint n_bad = 0;

  while (left > 0)
    {
      gunichar character;
      gsize    length = take_utf8 (at, left, &character);

      n_good += length > 1;
      n_bad += length == 0;
      at += MAX (length, 1);
      left -= MAX (length, 1);
    }
  return n_bad == 0 || n_good > n_bad;
}

char *
sl_text_bytes_decode (GBytes *bytes, SlTextBytesMode mode, SlTextBytesResult *result)
{
  Decoding      self = {.result = result, .line = 1};
  gsize         size;
  const guint8 *data;
  gboolean      guess = mode == SL_TEXT_BYTES_GUESS;

  g_return_val_if_fail (bytes != NULL && result != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  *result = (SlTextBytesResult){SL_TEXT_ENCODING_UTF8, 0, 0};
  self.text = g_string_sized_new (size);
  if (guess && size >= 2 && (memcmp (data, "\xFF\xFE", 2) == 0 || memcmp (data, "\xFE\xFF", 2) == 0))
    {
      result->encoding = SL_TEXT_ENCODING_UTF16;
      decode_utf16 (&self, data + 2, size - 2, data[0] == 0xFF);
    }
  else if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      decode_utf8 (&self, data + 3, size - 3);
    }
  else if (guess && !is_mostly_utf8 (data, size))
    {
      result->encoding = SL_TEXT_ENCODING_WINDOWS_1252;
      decode_windows_1252 (&self, data, size);
    }
  else
    {
      decode_utf8 (&self, data, size);
    }
  return g_string_free (self.text, FALSE);
}
