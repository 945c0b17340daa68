/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Texts made alike for searching: without accents, in one case, in one width, with one space between words, and without
 * what nobody sees. What is looked for may stand anywhere, also inside a word, for many scripts have no spaces. Knows no
 * grammar: other forms of a word are other words.
 */
#define _GNU_SOURCE /* memmem */
#include "folded.h"

#include <string.h>

struct _SlFolded
{
  GString *text;
  GArray  *places; /* (element-type guint32): for each byte of it, where the character that it came from begins */
  gsize    length; /* of the text that it was made of */
};

/* Letters that Unicode takes to be letters of their own, and people type without their stroke or dot. */
static const struct
{
  gunichar    letter;
  const char *folded;
} letters[] = {
  {0x00e6, "ae"},
  {0x00f0, "d"},
  {0x00f8, "o"},
  {0x0111, "d"},
  {0x0131, "i"},
  {0x0142, "l"},
  {0x0153, "oe"},
  {0x2018, "'"},
  {0x2019, "'"},
  {0x201c, "\""},
  {0x201d, "\""},
  {0x2010, "-"},
  {0x2011, "-"},
};

static void
add (SlFolded *self, gunichar c, guint32 place)
{
  char      bytes[6];
  const int n = g_unichar_to_utf8 (c, bytes);

  g_string_append_len (self->text, bytes, n);
  for (int i = 0; i < n; i++)
    g_array_append_val (self->places, place);
}

static gboolean
is_unseen (gunichar c)
{
  return g_unichar_ismark (c) ? g_unichar_type (c) != G_UNICODE_SPACING_MARK : g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* A part of a character, which is in lower case as far as one letter can be. */
static void
add_letter (SlFolded *self, gunichar c, guint32 place)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == c)
      {
        for (const char *at = letters[i].folded; *at; at++)
          add (self, (gunichar)*at, place);
        return;
      }
  add (self, c, place);
}

static void
add_space (SlFolded *self, guint32 place)
{
  if (self->text->len == 0 || self->text->str[self->text->len - 1] != ' ')
    add (self, ' ', place);
}

static void
add_character (SlFolded *self, gunichar c, guint32 place)
{
  gunichar         parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  const gsize      n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  char             bytes[7] = {0};
  g_autofree char *lower = NULL;

  for (gsize i = 0; i < n; i++)
    {
      if (is_unseen (parts[i]))
        continue;
      if (g_unichar_isspace (parts[i]) || g_unichar_iscntrl (parts[i]))
        {
          add_space (self, place);
          continue;
        }
      bytes[g_unichar_to_utf8 (parts[i], bytes)] = '\0';
      g_free (lower);
      lower = g_utf8_casefold (bytes, -1);
      for (const char *at = lower; *at; at = g_utf8_next_char (at))
        add_letter (self, g_utf8_get_char (at), place);
    }
}

SlFolded *
sl_folded_new (const char *text)
{
  SlFolded *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (SlFolded, 1);
  self->length = strlen (text);
  self->text = g_string_sized_new (self->length);
  self->places = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint)self->length);
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      const guint32 place = (guint32)(at - text);

      if (g_ascii_isspace (*at))
        add_space (self, place);
      else if (g_ascii_isgraph (*at))
        add (self, (gunichar)g_ascii_tolower (*at), place);
      else
        add_character (self, g_utf8_get_char (at), place);
    }
  return self;
}

void
sl_folded_free (SlFolded *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->text, TRUE);
  g_array_unref (self->places);
  g_free (self);
}

/* What is looked for, without the spaces around it. */
static void
get_core (const SlFolded *self, const char **start, gsize *length)
{
  *start = self->text->str;
  *length = self->text->len;
  if (*length > 0 && **start == ' ')
    {
      (*start)++;
      (*length)--;
    }
  if (*length > 0 && (*start)[*length - 1] == ' ')
    (*length)--;
}

gboolean
sl_folded_is_empty (const SlFolded *self)
{
  const char *start;
  gsize       length;

  g_return_val_if_fail (self != NULL, TRUE);

  get_core (self, &start, &length);
  return length == 0;
}

char *
sl_folded_dup_words (const SlFolded *self)
{
  const char *start;
  gsize       length;

  g_return_val_if_fail (self != NULL, NULL);

  get_core (self, &start, &length);
  return g_strndup (start, length);
}

/* Behind the character that the byte before @at came from, and all that was left out behind it. */
static gsize
find_end (const SlFolded *self, gsize at)
{
  const guint32 last = g_array_index (self->places, guint32, at - 1);

  while (at < self->text->len && g_array_index (self->places, guint32, at) == last)
    at++;
  return at < self->text->len ? g_array_index (self->places, guint32, at) : self->length;
}

guint
sl_folded_find (const SlFolded *self, const SlFolded *words, GArray *ranges)
{
  const char *core;
  gsize       length, from = 0;
  guint       n = 0;

  g_return_val_if_fail (self != NULL && words != NULL && ranges != NULL, 0);

  get_core (words, &core, &length);
  while (length > 0)
    {
      const char *found = memmem (self->text->str + from, self->text->len - from, core, length);
      SlTextRange range;

      if (found == NULL)
        break;
      from = (gsize)(found - self->text->str) + length;
      range.start = g_array_index (self->places, guint32, found - self->text->str);
      range.end = find_end (self, from);
      /* The rest of a character that was one letter of the words, such as the second s of a sharp one. */
      while (from < self->text->len && g_array_index (self->places, guint32, from) < range.end)
        from++;
      g_array_append_val (ranges, range);
      n++;
    }
  return n;
}
