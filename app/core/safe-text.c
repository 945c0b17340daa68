/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One pass over a text that somebody else wrote. Control characters go, line breaks of every kind become one,
 * stacks of marks are thinned, endless words get places where they can be broken, and the invisible characters that turn
 * the direction of words are paired and become those that turn nothing else: the older ones turn what is around them, too,
 * and the whole line where they are its first. What is too long is cut between letters as a reader counts them. What the text says, and in which marks, is not looked at.
 */
#include "safe-text.h"

#include <string.h>

#define MAX_OPEN 16  /* directions in each other */
#define MAX_MARKS 6  /* on one letter: more than any language writes */
#define MAX_BREAKS 2 /* in a row */

#define MAX_RUN 120   /* characters without a space: breaking a long word into lines takes time by the square of it */
#define MAX_LETTER 24 /* characters that belong together, such as those of a family, and are not cut apart */
#define ZWSP 0x200b
#define ZWJ 0x200d
#define ELLIPSIS 0x2026

#define LRE 0x202a
#define RLE 0x202b
#define PDF 0x202c
#define LRO 0x202d
#define RLO 0x202e
#define LRI 0x2066
#define RLI 0x2067
#define FSI 0x2068
#define PDI 0x2069

typedef struct
{
  GString *out;
  gunichar closers[MAX_OPEN]; /* of what is open, as it was written */
  guint    n_open;
  guint    max_open;
  guint    n_marks;  /* on the last letter */
  guint    n_breaks; /* at the end */
  guint    n_chars;
  guint    n_run; /* since a space */
  gunichar last;

  /* How it was before the last character that would have room with all that belongs to it. */
  gsize cut_length;
  guint cut_n_open;
} Pass;

static gboolean
is_break (gunichar c)
{
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static void
close_all (GString *out, guint n)
{
  while (n-- > 0)
    g_string_append_unichar (out, PDI);
}

static void
open_direction (Pass *self, gunichar c)
{
  if (self->n_open == self->max_open)
    return;
  self->closers[self->n_open++] = c >= LRI ? PDI : PDF;
  if (c < LRI)
    c = c == LRE || c == LRO ? LRI : RLI;
  g_string_append_unichar (self->out, c);
}

/* What closes nothing is left out; the end of what stands by itself ends all in it. */
static void
close_direction (Pass *self, gunichar c)
{
  guint depth = self->n_open;

  if (c == PDF && (depth == 0 || self->closers[depth - 1] != PDF))
    return;
  while (c == PDI && depth > 0 && self->closers[depth - 1] != PDI)
    depth--;
  if (depth == 0)
    return;
  close_all (self->out, self->n_open - depth + 1);
  self->n_open = depth - 1;
}

/* Whether a line may end before @c, in the middle of what has no space for longer than any word. */
static gboolean
needs_space (Pass *self, gunichar c)
{
  if (c == ZWSP || g_unichar_isspace (c))
    self->n_run = 0;
  else
    self->n_run++;
  return self->n_run > MAX_RUN && !g_unichar_ismark (c) && g_unichar_type (c) != G_UNICODE_FORMAT &&
         (c != ELLIPSIS || self->n_run > 2 * MAX_RUN);
}

/* Whether @c does not belong to what is before it. */
static gboolean
begins_letter (Pass *self, gunichar c)
{
  const gboolean belongs = g_unichar_ismark (c) || c == ZWJ || (c >= 0x1f3fb && c <= 0x1f3ff) || (c >= 0xe0020 && c <= 0xe007f);

  return !belongs && self->last != ZWJ;
}

static void
add (Pass *self, gunichar c, guint max_chars)
{
  if (needs_space (self, c))
    {
      add (self, ZWSP, max_chars);
      self->n_run = 1;
    }
  if (self->n_chars < max_chars && self->n_chars + MAX_LETTER >= max_chars &&
      (self->n_chars == 0 || self->n_chars + MAX_LETTER == max_chars || begins_letter (self, c)))
    {
      self->cut_length = self->out->len;
      self->cut_n_open = self->n_open;
    }
  self->n_chars++;
  self->last = c;
  g_string_append_unichar (self->out, c);
}

/* A direction does not go on in another line anyway. */
static void
add_break (Pass *self, gboolean one_line, guint max_chars)
{
  if (one_line)
    {
      if (self->n_breaks == 0)
        add (self, ' ', max_chars);
      self->n_breaks = 1;
      return;
    }
  if (self->n_breaks++ >= MAX_BREAKS)
    return;
  close_all (self->out, self->n_open);
  self->n_open = 0;
  add (self, '\n', max_chars);
}

static gboolean
has_room_for_mark (Pass *self, gunichar c)
{
  const GUnicodeType type = g_unichar_type (c);

  if (type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK)
    return ++self->n_marks <= MAX_MARKS;
  if (type != G_UNICODE_FORMAT)
    self->n_marks = 0;
  return TRUE;
}

static void
take (Pass *self, gunichar c, gboolean one_line, guint max_chars)
{
  if (is_break (c))
    {
      self->n_marks = 0;
      add_break (self, one_line, max_chars);
      return;
    }
  if (c == '\t')
    c = ' ';
  if (g_unichar_type (c) == G_UNICODE_CONTROL)
    return;
  if ((c >= LRE && c <= RLE) || c == LRO || c == RLO || (c >= LRI && c <= FSI))
    open_direction (self, c);
  else if (c == PDF || c == PDI)
    close_direction (self, c);
  else if (has_room_for_mark (self, c))
    {
      self->n_breaks = 0;
      add (self, c, max_chars);
    }
}

static char *
make_safe (const char *text, gboolean one_line, guint max_chars, guint max_open)
{
  g_autofree char *valid = text ? g_utf8_make_valid (text, -1) : g_strdup ("");
  Pass             self = {.out = g_string_sized_new (strlen (valid)), .max_open = max_open};
  const char      *at = valid;

  for (; *at != '\0' && self.n_chars <= max_chars; at = g_utf8_next_char (at))
    {
      /* A return and a line feed are one break. */
      if (at[0] == '\r' && at[1] == '\n')
        continue;
      take (&self, g_utf8_get_char (at), one_line, max_chars);
    }
  if (self.n_chars > max_chars)
    {
      g_string_truncate (self.out, self.cut_length);
      g_string_append (self.out, "…");
      close_all (self.out, self.cut_n_open);
    }
  else
    {
      close_all (self.out, self.n_open);
    }
  return g_string_free (self.out, FALSE);
}

char *
sl_safe_text_line (const char *text, guint max_chars)
{
  g_return_val_if_fail (max_chars > 0, NULL);

  return make_safe (text, TRUE, max_chars, MAX_OPEN);
}

char *
sl_safe_text_paragraph (const char *text, guint max_chars)
{
  g_return_val_if_fail (max_chars > 0, NULL);

  return make_safe (text, FALSE, max_chars, MAX_OPEN);
}

/* Letters of the scripts that are read from right to left are in these blocks, and nothing else. */
static gboolean
turns (gunichar c)
{
  return (c >= 0x590 && c <= 0x8ff) || c == 0x200f || (c >= LRE && c <= RLO) || (c >= LRI && c <= PDI) ||
         (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefe) || (c >= 0x10800 && c <= 0x10fff) ||
         (c >= 0x1e800 && c <= 0x1efff);
}

/* Whether all of the safe @line stands by itself already. */
static gboolean
is_isolated (const char *line)
{
  guint depth = 0;

  for (const char *at = line; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (at == line && c != FSI)
        return FALSE;
      if (c >= LRI && c <= FSI)
        depth++;
      else if (c == PDI && --depth == 0)
        return *g_utf8_next_char (at) == '\0';
    }
  return FALSE;
}

char *
sl_safe_text_inside (const char *text)
{
  g_autofree char *line = sl_safe_text_line (text, SL_SAFE_TEXT_TITLE);
  g_autofree char *lower = NULL;
  gboolean         turned = FALSE;

  for (const char *at = line; *at != '\0' && !turned; at = g_utf8_next_char (at))
    turned = turns (g_utf8_get_char (at));
  if (!turned || is_isolated (line))
    return g_steal_pointer (&line);
  lower = make_safe (text, TRUE, SL_SAFE_TEXT_TITLE, MAX_OPEN - 1);
  return g_strconcat ("\xe2\x81\xa8", lower, "\xe2\x81\xa9", NULL); /* U+2068, U+2069 */
}
