/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * W3C's WebVTT file parsing algorithm, line by line, as players need it: GStreamer's parser loses nested
 * and unsorted cues and files with CR line ends. Regions and styles are passed over, settings kept unread.
 * The words of a cue are webvtt-text's business.
 */
#include "config.h"

#include "webvtt.h"

#include "text-bytes.h"
#include "webvtt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NS_PER_MS G_GINT64_CONSTANT (1000000)
#define MAX_HOURS (SL_TIME_MAX / NS_PER_MS / 3600000)
#define EXTENDED "extended" /* the class of a description that the film waits for */

typedef struct
{
  char      **lines;
  guint       n_lines;
  guint       at;
  gboolean    seen_cue;
  GPtrArray  *cues; /* of SlTimedText */
  const char *file;
  SlReport   *report;
} Parser;

/* A run of lines up to an empty one. */
typedef struct
{
  guint        first; /* the number of its first line, from 0 */
  GString     *buffer;
  SlTimedText *cue; /* (nullable) */
  gboolean     seen_arrow;
  gboolean     is_known; /* a style or a region, or a cue whose times were reported already */
} Block;

G_DEFINE_QUARK (sl_webvtt_error_quark, sl_webvtt_error)

G_GNUC_PRINTF (5, 6)
static void
report_line (Parser     *self,
             SlSeverity  severity,
             guint       line,
             const char *code,
             const char *format,
             ...)
{
  SlTextPlace      at = {line + 1, 1};
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sl_report_add (self->report, severity, self->file, &at, code, NULL, "%s", text);
}

static const char *
skip_space (const char *at)
{
  while (g_ascii_isspace (*at))
    at++;
  return at;
}

/* Reads digits at *@at; their number goes to @count. */
static gint64
take_digits (const char **at, int *count)
{
  gint64 value = 0;

  for (*count = 0; g_ascii_isdigit (**at); (*count)++, (*at)++)
    value = MIN (value * 10 + g_ascii_digit_value (**at), MAX_HOURS);
  return value;
}

/* "Collect a WebVTT timestamp". Hours may have any number of digits; what is beyond SL_TIME_MAX is that. */
static gboolean
take_timestamp (const char **at, gint64 *time)
{
  gint64   hours = 0;
  gint64   minutes;
  gint64   seconds;
  gint64   milliseconds;
  int      count;
  gboolean first_is_hours;

  minutes = take_digits (at, &count);
  if (count == 0 || *(*at)++ != ':')
    return FALSE;
  first_is_hours = count != 2 || minutes > 59;
  seconds = take_digits (at, &count);
  if (count != 2)
    return FALSE;
  if (first_is_hours || **at == ':')
    {
      if (*(*at)++ != ':')
        return FALSE;
      hours = minutes;
      minutes = seconds;
      seconds = take_digits (at, &count);
      if (count != 2)
        return FALSE;
    }
  if (*(*at)++ != '.')
    return FALSE;
  milliseconds = take_digits (at, &count);
  if (count != 3 || minutes > 59 || seconds > 59)
    return FALSE;
  *time = (((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds) * NS_PER_MS;
  *time = MIN (*time, SL_TIME_MAX);
  return TRUE;
}

/* "Collect WebVTT cue timings and settings". */
static gboolean
take_timings (const char *line, SlTimedText *cue)
{
  line = skip_space (line);
  if (!take_timestamp (&line, &cue->span.start))
    return FALSE;
  line = skip_space (line);
  if (strncmp (line, "-->", 3) != 0)
    return FALSE;
  line = skip_space (line + 3);
  if (!take_timestamp (&line, &cue->span.end))
    return FALSE;
  cue->settings = g_strstrip (g_strdup (line));
  return TRUE;
}

static void
begin_cue (Parser *self, Block *block)
{
  const char  *line = self->lines[self->at];
  SlTimedText *cue = g_new0 (SlTimedText, 1);

  block->seen_arrow = TRUE;
  block->is_known = TRUE;
  if (!take_timings (line, cue))
    {
      report_line (self, SL_SEVERITY_ERROR, self->at, "bad-cue",
                   _ ("“%s” are not the times of a caption; write 00:01.000 --> 00:02.500"), line);
      sl_timed_text_free (cue);
      return;
    }
  if (cue->span.end <= cue->span.start)
    {
      report_line (self, SL_SEVERITY_WARNING, self->at, "empty-span",
                   _ ("this caption ends when or before it begins; give it a later end"));
      cue->span.end = cue->span.start;
    }
  cue->line = self->at + 1;
  cue->id = g_strdup (block->buffer->str);
  g_string_truncate (block->buffer, 0);
  block->cue = cue;
  self->seen_cue = TRUE;
}

/* Whether @line is @word with nothing but space behind it. */
static gboolean
is_word (const char *line, const char *word)
{
  return g_str_has_prefix (line, word) && *skip_space (line + strlen (word)) == '\0';
}

static void
add_line (Parser *self, Block *block, gboolean in_header)
{
  if (!in_header && self->at == block->first + 1 && !self->seen_cue &&
      (is_word (block->buffer->str, "STYLE") || is_word (block->buffer->str, "REGION")))
    {
      block->is_known = TRUE;
      g_string_truncate (block->buffer, 0);
    }
  if (block->buffer->len > 0)
    g_string_append_c (block->buffer, '\n');
  g_string_append (block->buffer, self->lines[self->at]);
}

/* "Collect a WebVTT block": its lines go to @block, which ends at an empty line or before one that must
 * begin another cue. */
static void
collect_block (Parser *self, Block *block, gboolean in_header)
{
  for (block->first = self->at; self->at < self->n_lines; self->at++)
    {
      const char *line = self->lines[self->at];

      if (strstr (line, "-->") != NULL)
        {
          guint n_before = self->at - block->first;

          if (in_header || n_before > 1 || (n_before == 1 && block->seen_arrow))
            return;
          begin_cue (self, block);
        }
      else if (*line == '\0')
        {
          return;
        }
      else
        {
          add_line (self, block, in_header);
        }
    }
}

static void
finish_cue (Parser *self, Block *block)
{
  gboolean unclosed;

  block->cue->raw = g_strdup (block->buffer->str);
  block->cue->extended = sl_webvtt_text_has_class (block->buffer->str, EXTENDED);
  block->cue->text = sl_webvtt_text_to_plain (block->buffer->str, &block->cue->speaker, &unclosed);
  if (unclosed)
    report_line (self, SL_SEVERITY_WARNING, block->first, "unclosed-tag",
                 _ ("a “<” in this caption has no “>”, and what follows is lost; write &lt; for a plain one"));
  g_ptr_array_add (self->cues, block->cue);
}

static gboolean
is_comment (const char *text)
{
  return g_str_has_prefix (text, "NOTE") && (text[4] == '\0' || g_ascii_isspace (text[4]));
}

static void
parse_block (Parser *self)
{
  Block block = {.buffer = g_string_new (NULL)};

  collect_block (self, &block, FALSE);
  if (block.cue != NULL)
    finish_cue (self, &block);
  else if (!block.is_known && !is_comment (block.buffer->str) &&
           !g_str_has_prefix (block.buffer->str, "STYLE") &&
           !g_str_has_prefix (block.buffer->str, "REGION"))
    report_line (self, SL_SEVERITY_WARNING, block.first, "stray-text",
                 _ ("this text belongs to no caption; give it times, or take out the empty line before it"));
  g_string_free (block.buffer, TRUE);
}

static void
skip_empty_lines (Parser *self)
{
  while (self->at < self->n_lines && *self->lines[self->at] == '\0')
    self->at++;
}

static void
parse_body (Parser *self)
{
  Block header = {.buffer = g_string_new (NULL)};

  self->at = 1;
  collect_block (self, &header, TRUE);
  g_string_free (header.buffer, TRUE);
  for (skip_empty_lines (self); self->at < self->n_lines; skip_empty_lines (self))
    parse_block (self);
}

GPtrArray *
sl_webvtt_parse (GBytes *bytes, const char *file, SlReport *report, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Parser            parser = {.file = file, .report = report};
  SlTextBytesResult decoded;

  g_return_val_if_fail (bytes != NULL && file != NULL && report != NULL, NULL);

  if (g_bytes_get_size (bytes) > SL_WEBVTT_MAX_BYTES)
    {
      g_set_error (error, SL_WEBVTT_ERROR, SL_WEBVTT_ERROR_TOO_LARGE,
                   _ ("“%s” is larger than %d MiB; make it smaller"), file,
                      SL_WEBVTT_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  text = sl_text_bytes_decode (bytes, SL_TEXT_BYTES_UTF8, &decoded);
  if (!g_str_has_prefix (text, "WEBVTT") || (text[6] != '\0' && strchr (" \t\n", text[6]) == NULL))
    {
      g_set_error (error, SL_WEBVTT_ERROR, SL_WEBVTT_ERROR_NOT_WEBVTT,
                   _ ("“%s” is not WebVTT; begin it with a line “WEBVTT”"), file);
      return NULL;
    }
  lines = g_strsplit (text, "\n", -1);
  parser.lines = lines;
  parser.n_lines = g_strv_length (lines);
  parser.cues = sl_timed_text_list_new ();
  if (decoded.bad_line > 0)
    report_line (&parser, SL_SEVERITY_WARNING, decoded.bad_line - 1, "webvtt-encoding",
                 _ ("the file is not UTF-8, and some of its letters are lost; save it as UTF-8"));
  if (decoded.nul_line > 0)
    report_line (&parser, SL_SEVERITY_WARNING, decoded.nul_line - 1, "nul-character",
                 _ ("the file has characters U+0000 from here on, which are no letters; take them out"));
  parse_body (&parser);
  return parser.cues;
}
