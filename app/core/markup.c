/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The few marks that a text of a casebook may have in it. First the text is cut into pieces, and each mark
 * that opens looks for the one that closes it; then whatever found no partner goes back among the words.
 * Whether a link leads somewhere is not known here.
 */
#include "markup.h"

#include <string.h>

#define MAX_ID 64
#define MAX_SHOWN 24 /* characters of a bad mark */

typedef struct
{
  gsize         start; /* of the bytes in the text */
  gsize         length;
  SlMarkupStyle toggles; /* of a star mark that found its partner */
  SlMarkupLink  link;    /* of all that is inside a link */
  gsize         id;      /* offset of the id of that link */
  gsize         id_length;
  gint64        time;
  gboolean      hidden; /* a mark, so not shown */
} Piece;

/* A star mark that waits for its partner. */
typedef struct
{
  SlMarkupStyle style;
  guint         piece;
} Open;

typedef struct
{
  const char *text;
  GArray     *pieces;   /* of Piece */
  GPtrArray  *problems; /* of SlMarkupProblem */
  Piece       inside;   /* what new pieces inherit */
} Parse;

static const char *const link_words[] = {
  [SL_MARKUP_NO_LINK] = NULL,
  [SL_MARKUP_FACT] = "fact",
  [SL_MARKUP_PERSON] = "person",
  [SL_MARKUP_EVENT] = "event",
  [SL_MARKUP_SOURCE] = "source",
  [SL_MARKUP_CLIP] = "clip",
};

static void
run_free (SlMarkupRun *run)
{
  g_free (run->text);
  g_free (run->id);
  g_free (run);
}

static void
problem_free (SlMarkupProblem *problem)
{
  g_free (problem->words);
  g_free (problem);
}

/* @length: in bytes, of what is shown of it at most */
static void
add_problem (Parse *self, SlMarkupProblemCode code, gsize offset, gsize length)
{
  SlMarkupProblem *problem = g_new0 (SlMarkupProblem, 1);
  const char      *at = self->text + offset;
  const char      *end = at;

  for (guint i = 0; i < MAX_SHOWN && end < at + length; i++)
    end = g_utf8_next_char (end);
  problem->code = code;
  problem->offset = offset;
  problem->words = g_strndup (at, (gsize)(end - at));
  g_ptr_array_add (self->problems, problem);
}

/* Returns: the number of the piece */
static guint
add_piece (Parse *self, gsize start, gsize length)
{
  Piece piece = self->inside;

  piece.start = start;
  piece.length = length;
  g_array_append_val (self->pieces, piece);
  return self->pieces->len - 1;
}

static gboolean
is_space_before (const char *text, gsize start, gsize from)
{
  return start == from || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (text + start)));
}

static gboolean
is_space_behind (const char *text, gsize end, gsize to)
{
  return end >= to || g_unichar_isspace (g_utf8_get_char (text + end));
}

static gboolean
is_open (GArray *open, SlMarkupStyle style)
{
  for (guint i = 0; i < open->len; i++)
    if (g_array_index (open, Open, i).style == style)
      return TRUE;
  return FALSE;
}

static void
add_opening (Parse *self, GArray *open, SlMarkupStyle style, gsize start, gsize length)
{
  Open mark = {style, add_piece (self, start, length)};

  g_array_append_val (open, mark);
}

/* Closes the innermost open mark, which is of @style. */
static void
add_closing (Parse *self, GArray *open, SlMarkupStyle style, gsize start, gsize length)
{
  Piece *opening = &g_array_index (self->pieces, Piece, g_array_index (open, Open, open->len - 1).piece);

  opening->toggles = style;
  opening->hidden = TRUE;
  g_array_set_size (open, open->len - 1);
  add_piece (self, start, length);
  g_array_index (self->pieces, Piece, self->pieces->len - 1).toggles = style;
  g_array_index (self->pieces, Piece, self->pieces->len - 1).hidden = TRUE;
}

static SlMarkupStyle
innermost (GArray *open)
{
  return open->len > 0 ? g_array_index (open, Open, open->len - 1).style : SL_MARKUP_PLAIN;
}

static void
report_open (Parse *self, GArray *open)
{
  const Piece *piece = &g_array_index (self->pieces, Piece, g_array_index (open, Open, open->len - 1).piece);

  add_problem (self, SL_MARKUP_STRAY, piece->start, piece->length);
  g_array_set_size (open, open->len - 1);
}

/* What @n_stars close: what was opened by as many of them, and else what was opened last. */
static SlMarkupStyle
find_partner (Parse *self, GArray *open, gsize n_stars)
{
  const SlMarkupStyle style = n_stars == 2 ? SL_MARKUP_STRONG : n_stars == 1 ? SL_MARKUP_EMPHASIS
                                                                             : SL_MARKUP_PLAIN;

  while (is_open (open, style) && innermost (open) != style)
    report_open (self, open);
  return innermost (open);
}

/* A row of stars: closes what is open, then opens. What can do neither is stray. */
static void
read_stars (Parse *self, GArray *open, gsize start, gsize length, gsize from, gsize to)
{
  const gboolean can_close = !is_space_before (self->text, start, from);
  const gboolean can_open = !is_space_behind (self->text, start + length, to);
  gsize          left = length;

  while (length <= 3 && can_close && left > 0)
    {
      const SlMarkupStyle style = find_partner (self, open, left);
      const gsize         size = style == SL_MARKUP_STRONG ? 2 : 1;

      /* Two stars in emphasis begin strong words inside it, when they can. */
      if (style == SL_MARKUP_PLAIN || size > left || (size == 1 && left == 2 && can_open))
        break;
      add_closing (self, open, style, start, size);
      start += size;
      left -= size;
    }
  while (length <= 3 && can_open && left > 0)
    {
      const SlMarkupStyle style = left >= 2 ? SL_MARKUP_STRONG : SL_MARKUP_EMPHASIS;
      const gsize         size = left >= 2 ? 2 : 1;

      if (is_open (open, style))
        break;
      add_opening (self, open, style, start, size);
      start += size;
      left -= size;
    }
  if (left > 0)
    {
      add_problem (self, SL_MARKUP_STRAY, start, left);
      add_piece (self, start, left);
    }
}

static gboolean
is_id (const char *text, gsize length)
{
  if (length == 0 || length > MAX_ID || *text == '-')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (text[i]) && !g_ascii_isdigit (text[i]) && text[i] != '-')
      return FALSE;
  return TRUE;
}

static SlMarkupLink
find_link (const char *word, gsize length)
{
  for (guint i = SL_MARKUP_NO_LINK + 1; i < G_N_ELEMENTS (link_words); i++)
    if (strlen (link_words[i]) == length && strncmp (link_words[i], word, length) == 0)
      return (SlMarkupLink)i;
  return SL_MARKUP_NO_LINK;
}

/* Reads "kind:id" or "clip:id@time". Returns: FALSE with @code when it is none */
static gboolean
read_target (Parse *self, gsize start, gsize end, Piece *piece, SlMarkupProblemCode *code)
{
  const char      *at = self->text + start;
  const char      *colon = memchr (at, ':', end - start);
  const char      *id = colon != NULL ? colon + 1 : NULL;
  const char      *stop = self->text + end;
  const char      *time;
  g_autofree char *time_text = NULL;

  *code = SL_MARKUP_BAD_LINK;
  if (colon == NULL)
    return FALSE;
  piece->link = find_link (at, (gsize)(colon - at));
  piece->time = SL_TIME_NONE;
  time = memchr (id, '@', (gsize)(stop - id));
  if (piece->link == SL_MARKUP_NO_LINK)
    {
      *code = SL_MARKUP_UNKNOWN_KIND;
      return FALSE;
    }
  if (time != NULL)
    {
      time_text = g_strndup (time + 1, (gsize)(stop - time - 1));
      if (piece->link != SL_MARKUP_CLIP || !sl_time_parse (time_text, &piece->time, NULL))
        return FALSE;
      stop = time;
    }
  piece->id = (gsize)(id - self->text);
  piece->id_length = (gsize)(stop - id);
  return is_id (id, piece->id_length);
}

/* Tags and entities are words here, but their author meant something else by them. */
static gsize
measure_html (const char *at, gsize left)
{
  gsize i = 1;

  if (*at == '<')
    {
      i += i < left && (at[i] == '/' || at[i] == '!');
      if (i >= left || (!g_ascii_isalpha (at[i]) && at[i] != '-'))
        return 0;
      while (i < left && at[i] != '>' && at[i] != '<' && at[i] != '\n')
        i++;
      return i < left && at[i] == '>' ? i + 1 : 0;
    }
  i += i < left && at[i] == '#';
  while (i < left && i < 12 && g_ascii_isalnum (at[i]))
    i++;
  return i > 2 && i < left && at[i] == ';' ? i + 1 : 0;
}

static void read_range (Parse *self, gsize from, gsize to);

/* @start: of the brackets. Returns: where reading goes on */
static gsize
read_link (Parse *self, gsize start, gsize to)
{
  const char         *at = self->text + start + 2;
  const char         *close = g_strstr_len (at, (gssize)(to - start - 2), "]]");
  const char         *inner = g_strstr_len (at, (gssize)(to - start - 2), "[[");
  const char         *bar;
  Piece               outside = self->inside;
  Piece               piece = self->inside;
  SlMarkupProblemCode code = SL_MARKUP_BAD_LINK;
  gsize               end;

  if (close == NULL || (inner != NULL && inner < close) || self->inside.link != SL_MARKUP_NO_LINK)
    {
      add_problem (self, SL_MARKUP_STRAY, start, 2);
      add_piece (self, start, 2);
      return start + 2;
    }
  end = (gsize)(close - self->text);
  bar = memchr (at, '|', (gsize)(close - at));
  if (bar == NULL || bar + 1 == close || !read_target (self, start + 2, (gsize)(bar - self->text), &piece, &code))
    {
      add_problem (self, code, start, end + 2 - start);
      add_piece (self, start, end + 2 - start);
      return end + 2;
    }
  self->inside = piece;
  read_range (self, (gsize)(bar + 1 - self->text), end);
  self->inside = outside;
  return end + 2;
}

/* Returns: where reading goes on; @at when no mark begins there */
static gsize
read_mark (Parse *self, GArray *open, gsize at, gsize from, gsize to)
{
  const char *text = self->text + at;
  gsize       length;

  if (*text == '*')
    {
      for (length = 1; at + length < to && text[length] == '*';)
        length++;
      read_stars (self, open, at, length, from, to);
      return at + length;
    }
  if (at + 1 < to && text[0] == '[' && text[1] == '[')
    return read_link (self, at, to);
  if (at + 1 < to && text[0] == ']' && text[1] == ']')
    {
      add_problem (self, SL_MARKUP_STRAY, at, 2);
      add_piece (self, at, 2);
      return at + 2;
    }
  if (*text == '<' || *text == '&')
    {
      length = measure_html (text, to - at);
      if (length > 0)
        {
          add_problem (self, SL_MARKUP_HTML, at, length);
          add_piece (self, at, length);
        }
      return at + length;
    }
  return at;
}

static void
read_range (Parse *self, gsize from, gsize to)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Open));
  gsize at = from;
  gsize words = from;

  while (at < to)
    {
      gsize next = at;

      if (strchr ("*[]<&", self->text[at]) != NULL)
        {
          if (words < at)
            add_piece (self, words, at - words);
          words = at;
          next = read_mark (self, open, at, from, to);
        }
      if (next > at)
        words = next;
      else
        next = at + 1;
      at = next;
    }
  if (words < to)
    add_piece (self, words, to - words);
  while (open->len > 0)
    report_open (self, open);
}

static gboolean
is_same (const Parse *self, const SlMarkupRun *run, const Piece *piece, SlMarkupStyle style)
{
  return run->style == style && run->link == piece->link && run->time == piece->time &&
         (run->id == NULL || (strlen (run->id) == piece->id_length &&
                              strncmp (run->id, self->text + piece->id, piece->id_length) == 0));
}

static void
add_words (Parse *self, GPtrArray *runs, const Piece *piece, SlMarkupStyle style)
{
  SlMarkupRun     *run = runs->len > 0 ? runs->pdata[runs->len - 1] : NULL;
  g_autofree char *words = g_strndup (self->text + piece->start, piece->length);

  if (run != NULL && is_same (self, run, piece, style))
    {
      char *joined = g_strconcat (run->text, words, NULL);

      g_free (run->text);
      run->text = joined;
      return;
    }
  run = g_new0 (SlMarkupRun, 1);
  run->text = g_steal_pointer (&words);
  run->style = style;
  run->link = piece->link;
  run->id = piece->link != SL_MARKUP_NO_LINK ? g_strndup (self->text + piece->id, piece->id_length) : NULL;
  run->time = piece->time;
  g_ptr_array_add (runs, run);
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  const SlMarkupProblem *problem_a = *(SlMarkupProblem *const *)a;
  const SlMarkupProblem *problem_b = *(SlMarkupProblem *const *)b;

  return (problem_a->offset > problem_b->offset) - (problem_a->offset < problem_b->offset);
}

GPtrArray *
sl_markup_parse (const char *text, GPtrArray **problems)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)problem_free);
  GPtrArray    *runs = g_ptr_array_new_with_free_func ((GDestroyNotify)run_free);
  Parse         self = {text, pieces, found, {.time = SL_TIME_NONE}};
  SlMarkupStyle style = SL_MARKUP_PLAIN;

  g_return_val_if_fail (text != NULL, runs);

  read_range (&self, 0, strlen (text));
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      style ^= piece->toggles;
      if (!piece->hidden)
        add_words (&self, runs, piece, style);
    }
  g_ptr_array_sort (found, compare_problems);
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return runs;
}

char *
sl_markup_to_plain (const char *text)
{
  g_autoptr (GPtrArray) runs = NULL;
  GString *plain = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, g_string_free (plain, FALSE));

  runs = sl_markup_parse (text, NULL);
  for (guint i = 0; i < runs->len; i++)
    g_string_append (plain, ((SlMarkupRun *)runs->pdata[i])->text);
  return g_string_free (plain, FALSE);
}

const char *
sl_markup_link_to_word (SlMarkupLink link)
{
  g_return_val_if_fail (link < G_N_ELEMENTS (link_words), NULL);

  return link_words[link];
}
