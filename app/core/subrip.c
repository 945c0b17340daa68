/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SubRip captions. No standard says what they are, so everything that is found in the wild is read, and what
 * players would do without a word is told. The markup that some files have is taken out, and so it is from the captions
 * inside a film's own file, which are SubRip as often.
 */
#include "config.h"

#include "subrip.h"

#include "text-bytes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NS_PER_MS G_GINT64_CONSTANT (1000000)
#define MAX_HOURS (SL_TIME_MAX / NS_PER_MS / 3600000)

typedef struct
{
  char      **lines;
  guint       n_lines;
  GPtrArray  *cues; /* of SlTimedText */
  const char *file;
  SlReport   *report;
  guint       markup_line;      /* the first with markup, from 1; 0 = none */
  guint       coordinates_line; /* likewise */
} Parser;

G_DEFINE_QUARK (sl_subrip_error_quark, sl_subrip_error)

static void
report_line (Parser *self, SlSeverity severity, guint line, const char *code, const char *text)
{
  sl_report_add (self->report, severity, self->file, &(SlTextPlace){line, 1}, code, NULL, "%s", text);
}

static const char *
skip_space (const char *at)
{
  while (*at == ' ' || *at == '\t')
    at++;
  return at;
}

static gboolean
take_number (const char **at, gint64 *number, guint *count)
{
  *number = 0;
  for (*count = 0; g_ascii_isdigit (**at); (*count)++, (*at)++)
    *number = MIN (*number * 10 + g_ascii_digit_value (**at), MAX_HOURS);
  return *count > 0;
}

/* 00:01:02,345 or 1:02.5 or -00:00:01,000: up to three parts and a fraction of any length. */
static gboolean
take_time (const char **at, gint64 *time, gboolean *negative)
{
  gint64 part[3] = {0, 0, 0};
  gint64 fraction = 0;
  gint64 scale = 100;
  guint  n_parts = 0;
  guint  count;

  *negative = **at == '-' && (*at)[1] != '-';
  *at += *negative;
  do
    {
      if (!take_number (at, &part[n_parts++], &count))
        return FALSE;
      *at = **at == ' ' && (*at)[1] == ':' ? *at + 1 : *at;
  } while (n_parts < 3 && **at == ':' && *(*at = skip_space (*at + 1)) != '\0');
  if (n_parts < 2)
    return FALSE;
  if ((**at == ',' || **at == '.') && *(*at = skip_space (*at + 1)) != '\0')
    for (; g_ascii_isdigit (**at); (*at)++, scale /= 10)
      fraction += g_ascii_digit_value (**at) * scale;
  if (n_parts == 2)
    {
      part[2] = part[1];
      part[1] = part[0];
      part[0] = 0;
    }
  *time = MIN ((((part[0] * 60 + part[1]) * 60 + part[2]) * 1000 + fraction) * NS_PER_MS, SL_TIME_MAX);
  return TRUE;
}

typedef struct
{
  SlSpan   span;
  gboolean negative;
  gboolean has_coordinates;
} Times;

/* Whether @line is times: an arrow between two of them, and perhaps something behind. */
static gboolean
read_times (const char *line, Times *times)
{
  gboolean negative[2];

  line = skip_space (line);
  if (!take_time (&line, &times->span.start, &negative[0]))
    return FALSE;
  line = skip_space (line);
  if (strncmp (line, "-->", 3) != 0 && strncmp (line, "->", 2) != 0)
    return FALSE;
  line = skip_space (strchr (line, '>') + 1);
  if (!take_time (&line, &times->span.end, &negative[1]))
    return FALSE;
  times->negative = negative[0] || negative[1];
  times->span.start = negative[0] ? 0 : times->span.start;
  times->span.end = negative[1] ? 0 : times->span.end;
  times->has_coordinates = *skip_space (line) != '\0';
  return TRUE;
}

static gboolean
is_number (const char *line)
{
  line = skip_space (line);
  if (!g_ascii_isdigit (*line))
    return FALSE;
  while (g_ascii_isdigit (*line))
    line++;
  return *skip_space (line) == '\0';
}

static gboolean
is_empty (const char *line)
{
  return *skip_space (line) == '\0';
}

/* The next of each sign that closes markup, or the end of the line: nothing is looked for twice. */
typedef struct
{
  const char *brace;
  const char *angle;
} Closings;

/* Returns: (nullable): where the next @sign is from @at on */
static const char *
find_closing (const char **known, const char *at, char sign)
{
  if (*known == NULL || *known < at)
    {
      const char *next = strchr (at, sign);

      *known = next != NULL ? next : at + strlen (at);
    }
  return **known == sign ? *known : NULL;
}

/* @closings: all NULL at the beginning of a line. Returns: what follows the markup at @at, or NULL when there is none */
static const char *
skip_markup (const char *at, Closings *closings)
{
  static const char *const names[] = {"i", "b", "u", "s", "font", "c", "v", "ruby", "rt", "span", NULL};
  const char              *end;
  g_autofree char         *name = NULL;
  gsize                    length = 0;

  if (*at == '{' && (at[1] == '\\' || (g_ascii_isalpha (at[1]) && at[2] == ':')))
    {
      end = find_closing (&closings->brace, at, '}');
      return end != NULL ? end + 1 : NULL;
    }
  if (*at != '<' || (end = find_closing (&closings->angle, at, '>')) == NULL)
    return NULL;
  at += at[1] == '/' ? 2 : 1;
  while (g_ascii_isalpha (at[length]))
    length++;
  name = g_ascii_strdown (at, (gssize)length);
  at += length;
  return g_strv_contains (names, name) && (*at == '>' || *at == ' ' || *at == '.' || *at == '/') ? end + 1 : NULL;
}

/* The names that are found in captions. Returns: what follows the character at @at, or NULL when it has no name */
static const char *
take_named (GString *text, const char *at)
{
  static const char *const names[][2] = {{"&amp;", "&"},
                                         {"&lt;", "<"},
                                         {"&gt;", ">"},
                                         {"&quot;", "\""},
                                         {"&apos;", "'"},
                                         {"&#39;", "'"},
                                         {"&nbsp;", "\xC2\xA0"}};

  for (guint i = 0; *at == '&' && i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (at, names[i][0]))
      {
        g_string_append (text, names[i][1]);
        return at + strlen (names[i][0]);
      }
  return NULL;
}

/* Returns: whether there was markup in the line @at */
static gboolean
append_plain (GString *text, const char *at)
{
  Closings closings = {NULL, NULL};
  gboolean has_markup = FALSE;

  while (*at != '\0')
    {
      const char *next = skip_markup (at, &closings);

      has_markup = has_markup || next != NULL;
      if (next == NULL)
        next = take_named (text, at);
      if (next == NULL && (!g_ascii_iscntrl (*at) || *at == '\t'))
        g_string_append_c (text, *at);
      at = next != NULL ? next : at + 1;
    }
  return has_markup;
}

/* The lines @first up to @end as words, without empty ones before and behind. */
static char *
read_text (Parser *self, guint first, guint end)
{
  GString *text = g_string_new (NULL);
  gboolean has_gap = FALSE;

  while (first < end && is_empty (self->lines[first]))
    first++;
  while (end > first && is_empty (self->lines[end - 1]))
    end--;
  for (guint i = first; i < end; i++)
    {
      if (i > first)
        g_string_append_c (text, '\n');
      if (is_empty (self->lines[i]) && !has_gap)
        {
          report_line (self, SL_SEVERITY_HINT, i + 1, "empty-line",
                       _ ("there is an empty line inside this caption, and other programs end it here; take it out"));
          has_gap = TRUE;
        }
      if (append_plain (text, self->lines[i]) && self->markup_line == 0)
        self->markup_line = i + 1;
    }
  return g_string_free (text, FALSE);
}

static void
mend_times (Parser *self, Times *times, guint line)
{
  if (times->negative)
    report_line (self, SL_SEVERITY_WARNING, line, "negative-time",
                 _ ("a time before the beginning counts as 0:00; correct the times"));
  if (times->span.end <= times->span.start)
    {
      report_line (self, SL_SEVERITY_WARNING, line, "empty-span",
                   _ ("this caption ends when or before it begins; give it a later end"));
      times->span.end = times->span.start;
    }
  if (times->has_coordinates && self->coordinates_line == 0)
    self->coordinates_line = line;
}

/* The caption whose times stand on the line @at and whose text ends before @end. */
static void
add_cue (Parser *self, Times *times, guint at, guint end)
{
  SlTimedText *cue = g_new0 (SlTimedText, 1);

  mend_times (self, times, at + 1);
  cue->line = at + 1;
  cue->id = g_strdup ("");
  cue->settings = g_strdup ("");
  cue->span = times->span;
  cue->text = read_text (self, at + 1, end);
  g_ptr_array_add (self->cues, cue);
}

/* The line with the next times from @at on. Returns: n_lines when there is none */
static guint
find_times (Parser *self, guint at, Times *times)
{
  while (at < self->n_lines && !read_times (self->lines[at], times))
    {
      if (strstr (self->lines[at], "-->") != NULL)
        report_line (self, SL_SEVERITY_WARNING, at + 1, "bad-cue",
                     _ ("these are not the times of a caption, so they count as words; write 00:00:01,000 --> 00:00:02,500"));
      at++;
    }
  return at;
}

static void
parse (Parser *self)
{
  Times times;
  guint at = find_times (self, 0, &times);

  for (guint i = 0; i < at && at < self->n_lines; i++)
    if (!is_empty (self->lines[i]) && !(i + 1 == at && is_number (self->lines[i])))
      report_line (self, SL_SEVERITY_WARNING, i + 1, "stray-text",
                   _ ("this text belongs to no caption; give it times"));
  while (at < self->n_lines)
    {
      Times next;
      guint next_at = find_times (self, at + 1, &next);
      guint end = next_at;

      if (next_at < self->n_lines && end > at + 1 && is_number (self->lines[end - 1]))
        end--;
      add_cue (self, &times, at, end);
      at = next_at;
      times = next;
    }
}

static void
report_encoding (Parser *self, const SlTextBytesResult *decoded)
{
  if (decoded->encoding == SL_TEXT_ENCODING_WINDOWS_1252)
    report_line (self, SL_SEVERITY_WARNING, 1, "text-encoding",
                 _ ("the file is not UTF-8 and was read as Windows-1252; look at its letters, and save it as UTF-8"));
  else if (decoded->encoding == SL_TEXT_ENCODING_UTF16)
    report_line (self, SL_SEVERITY_HINT, 1, "text-encoding",
                 _ ("the file is UTF-16; save it as UTF-8, which every program reads"));
  if (decoded->bad_line > 0)
    report_line (self, SL_SEVERITY_WARNING, decoded->bad_line, "text-encoding",
                 _ ("some letters from here on cannot be read and are lost; save the file as UTF-8"));
  if (decoded->nul_line > 0)
    report_line (self, SL_SEVERITY_WARNING, decoded->nul_line, "nul-character",
                 _ ("the file has characters U+0000 from here on, which are no letters; take them out"));
}

GPtrArray *
sl_subrip_parse (GBytes *bytes, const char *file, SlReport *report, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Parser            parser = {.file = file, .report = report};
  SlTextBytesResult decoded;

  g_return_val_if_fail (bytes != NULL && file != NULL && report != NULL, NULL);

  if (g_bytes_get_size (bytes) > SL_SUBRIP_MAX_BYTES)
    {
      g_set_error (error, SL_SUBRIP_ERROR, SL_SUBRIP_ERROR_TOO_LARGE,
                   _ ("“%s” is larger than %d MiB; make it smaller"), file, SL_SUBRIP_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  text = sl_text_bytes_decode (bytes, SL_TEXT_BYTES_GUESS, &decoded);
  lines = g_strsplit (text, "\n", -1);
  parser.lines = lines;
  parser.n_lines = g_strv_length (lines);
  parser.cues = sl_timed_text_list_new ();
  report_encoding (&parser, &decoded);
  parse (&parser);
  if (parser.cues->len == 0 && *g_strstrip (text) != '\0')
    {
      g_ptr_array_unref (parser.cues);
      g_set_error (error, SL_SUBRIP_ERROR, SL_SUBRIP_ERROR_NOT_SUBRIP,
                   _ ("“%s” is not SubRip: no line is like 00:00:01,000 --> 00:00:02,500; choose its own format"), file);
      return NULL;
    }
  if (parser.markup_line > 0)
    report_line (&parser, SL_SEVERITY_HINT, parser.markup_line, "markup",
                 _ ("italics, colours and positions are taken out from here on; nothing needs to be done"));
  if (parser.coordinates_line > 0)
    report_line (&parser, SL_SEVERITY_HINT, parser.coordinates_line, "coordinates",
                 _ ("what stands behind the times is left out from here on; nothing needs to be done"));
  return parser.cues;
}

char *
sl_subrip_to_plain (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (plain, '\n');
      append_plain (plain, lines[i]);
    }
  return g_strstrip (g_string_free (g_steal_pointer (&plain), FALSE));
}

static void
append_time (GString *file, gint64 time)
{
  gint64 milliseconds = time / NS_PER_MS;

  g_string_append_printf (file, "%02" G_GINT64_FORMAT ":%02d:%02d,%03d", milliseconds / 3600000,
                          (int)(milliseconds / 60000 % 60), (int)(milliseconds / 1000 % 60),
                          (int)(milliseconds % 1000));
}

/* What would be read as something else has a word joiner put into it, which nobody sees. */
static SlCaptionLoss
append_words (GString *file, const char *text)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) named = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  SlCaptionLoss loss = sl_webvtt_append_text (words, text, FALSE);

  lines = g_strsplit (words->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Times    times;
      Closings closings = {NULL, NULL};

      if (is_empty (lines[i]) && *words->str != '\0')
        {
          loss |= SL_CAPTION_LOSS_EMPTY_LINES;
          continue;
        }
      if (read_times (lines[i], &times) || strstr (lines[i], "-->") != NULL)
        {
          g_string_append (file, "\xE2\x81\xA0");
          loss |= SL_CAPTION_LOSS_MARKUP;
        }
      for (const char *at = lines[i]; *at != '\0'; at++)
        {
          g_string_append_c (file, *at);
          if (skip_markup (at, &closings) != NULL || take_named (named, at) != NULL)
            {
              g_string_append (file, "\xE2\x81\xA0");
              loss |= SL_CAPTION_LOSS_MARKUP;
            }
        }
      g_string_append_c (file, '\n');
    }
  return loss;
}

SlCaptionLoss
sl_subrip_append (GString *file, const SlTimedText *cue, guint number)
{
  SlCaptionLoss    loss = SL_CAPTION_LOSS_NONE;
  g_autofree char *text = NULL;

  g_return_val_if_fail (file != NULL && cue != NULL, SL_CAPTION_LOSS_NONE);

  g_string_append_printf (file, "%s%u\n", number > 1 ? "\n" : "", number);
  append_time (file, cue->span.start);
  g_string_append (file, " --> ");
  append_time (file, cue->span.end);
  g_string_append_c (file, '\n');
  if (cue->speaker != NULL)
    {
      text = g_strdup_printf ("%s: %s", cue->speaker, cue->text);
      loss |= SL_CAPTION_LOSS_SPEAKER;
    }
  loss |= append_words (file, text != NULL ? text : cue->text);
  loss |= *cue->id != '\0' ? SL_CAPTION_LOSS_ID : 0;
  loss |= *cue->settings != '\0' ? SL_CAPTION_LOSS_SETTINGS : 0;
  return loss;
}
