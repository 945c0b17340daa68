/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chapters out of a description as people type it: a time at the beginning or the end of a line, with
 * brackets, bullets and dashes around it, and other words between the lines.
 */
#include "config.h"

#include "youtube-importer.h"

#include "records-chapters.h"
#include "records-fields.h"
#include "text-bytes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NS_PER_SECOND G_GINT64_CONSTANT (1000000000)
#define NS_PER_MS G_GINT64_CONSTANT (1000000)
#define MAX_NUMBER 1000000

static void
report_line (SlImport *import, SlSeverity severity, guint line, const char *code, const char *text)
{
  sl_report_add (import->report, severity, import->file, &(SlTextPlace){line, 1}, code, NULL, "%s", text);
}

/* Reads 1:02, 01:02:03 or 1:02.5 at *@at, with brackets around it or not. */
static gboolean
take_time (const char **at, gint64 *time)
{
  const char *from = *at;
  gint64      parts[3] = {0, 0, 0};
  gint64      scale = NS_PER_SECOND / 10;
  guint       n_parts = 0;
  char        closing = *from == '(' ? ')' : *from == '[' ? ']'
                                                          : '\0';

  from += closing != '\0';
  do
    {
      const char *digits = from;

      for (; g_ascii_isdigit (*from); from++)
        parts[n_parts] = MIN (parts[n_parts] * 10 + g_ascii_digit_value (*from), MAX_NUMBER);
      if (from == digits || (n_parts > 0 && from - digits != 2))
        return FALSE;
  } while (++n_parts < 3 && *from == ':' && g_ascii_isdigit (from[1]) && from++);
  if (n_parts < 2 || parts[n_parts - 1] > 59 || (n_parts == 3 && parts[1] > 59))
    return FALSE;
  *time = (n_parts == 3 ? (parts[0] * 60 + parts[1]) * 60 + parts[2] : parts[0] * 60 + parts[1]) * NS_PER_SECOND;
  if (*from == '.' && g_ascii_isdigit (from[1]))
    for (from++; g_ascii_isdigit (*from); from++, scale /= 10)
      *time += g_ascii_digit_value (*from) * scale / NS_PER_MS * NS_PER_MS;
  if (closing != '\0' && *from++ != closing)
    return FALSE;
  if (*time > SL_TIME_MAX || g_ascii_isalnum (*from) || (*from == ':' && g_ascii_isdigit (from[1])))
    return FALSE;
  *at = from;
  return TRUE;
}

/* Passes signs that people put between a time and a title, or before both. @signs: UTF-8 */
static const char *
skip_signs (const char *at, const char *signs)
{
  while (*at != '\0' && (g_unichar_isspace (g_utf8_get_char (at)) || g_utf8_strchr (signs, -1, g_utf8_get_char (at)) != NULL))
    at = g_utf8_next_char (at);
  return at;
}

/* The title before a time at the end of @line. Returns: (transfer full) (nullable) */
static char *
take_trailing (const char *line, gint64 *time)
{
  const char      *begin = strrchr (line, ' ');
  const char      *at;
  g_autofree char *title = NULL;
  char            *end;

  if (begin == NULL)
    return NULL;
  at = begin + 1;
  if (!take_time (&at, time) || *at != '\0')
    return NULL;
  title = g_strndup (line, (gsize)(begin - line));
  g_strchomp (title);
  for (end = title + strlen (title); end > title;)
    {
      char *before = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (before)) && g_utf8_strchr ("-–—|:•", -1, g_utf8_get_char (before)) == NULL)
        break;
      end = before;
    }
  *end = '\0';
  return g_steal_pointer (&title);
}

/* Passes the one sign, typed once or more, that may stand between a time and its title. */
static const char *
skip_separator (const char *at)
{
  gunichar sign;

  at = skip_signs (at, "");
  sign = g_utf8_get_char (at);
  if (sign != 0 && g_utf8_strchr ("-–—|:•", -1, sign) != NULL)
    while (g_utf8_get_char (at) == sign)
      at = g_utf8_next_char (at);
  return skip_signs (at, "");
}

/* Passes the end of a range such as 8:00–9:00: chapters of descriptions end where the next one begins. */
static const char *
skip_end (const char *at)
{
  const char *end = skip_signs (at, "");
  gint64      time;

  if (g_utf8_strchr ("-–—", -1, g_utf8_get_char (end)) == NULL || *end == '\0')
    return at;
  end = skip_signs (g_utf8_next_char (end), "");
  return take_time (&end, &time) ? end : at;
}

/* Whether @line begins like a time: digits, a colon and digits again. */
static gboolean
looks_timed (const char *line)
{
  const char *at = skip_signs (line, "-–—*•·▪►▶>#([");
  const char *digits = at;

  while (g_ascii_isdigit (*at))
    at++;
  return at > digits && *at == ':' && g_ascii_isdigit (at[1]);
}

/* Returns: (transfer full) (nullable): the title; NULL when there is no time on the line */
static char *
read_line (const char *line, gint64 *time)
{
  g_autofree char *title = NULL;
  const char      *at = skip_signs (line, "-–—*•·▪►▶>#");

  if (at > line && at[-1] == '-' && (at - 1 == line || g_ascii_isspace (at[-2])) && take_time (&at, time))
    return NULL; /* a minus, and no time is before the beginning */
  if (take_time (&at, time))
    {
      title = g_strdup (skip_separator (skip_end (at)));
      return g_strchomp (g_steal_pointer (&title));
    }
  title = g_strchomp (g_strdup (skip_signs (line, "*•·▪►▶>")));
  return take_trailing (title, time);
}

static void
add_chapter (SlImport *import, GArray *flat, guint line, gint64 time, const char *title)
{
  SlFlatChapter chapter = {.span = {time, time}, .place_line = line};

  if (*title == '\0')
    {
      report_line (import, SL_SEVERITY_ERROR, line, "no-title", _ ("there is a time without a title here; write one behind it"));
      return;
    }
  chapter.record = json_object_new ();
  json_object_set_string_member (chapter.record, "title", title);
  sl_record_set_span (chapter.record, &chapter.span);
  g_array_append_val (flat, chapter);
}

static void
report_encoding (SlImport *import, const SlTextBytesResult *decoded)
{
  if (decoded->encoding == SL_TEXT_ENCODING_WINDOWS_1252)
    report_line (import, SL_SEVERITY_WARNING, 1, "text-encoding",
                 _ ("the file is not UTF-8 and was read as Windows-1252; look at its letters, and save it as UTF-8"));
  if (decoded->bad_line > 0)
    report_line (import, SL_SEVERITY_WARNING, decoded->bad_line, "text-encoding",
                 _ ("some letters from here on cannot be read and are lost; save the file as UTF-8"));
  if (decoded->nul_line > 0)
    report_line (import, SL_SEVERITY_WARNING, decoded->nul_line, "nul-character",
                 _ ("the file has characters U+0000 from here on, which are no letters; take them out"));
}

gboolean
sl_youtube_import (SlImport *import, GBytes *bytes, GError **error)
{
  SlTextBytesResult decoded;
  g_autofree char  *text = sl_text_bytes_decode (bytes, SL_TEXT_BYTES_GUESS, &decoded);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GArray) flat = g_array_new (FALSE, TRUE, sizeof (SlFlatChapter));

  report_encoding (import, &decoded);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gint64           time;
      g_autofree char *title = read_line (lines[i], &time);

      if (title != NULL)
        add_chapter (import, flat, i + 1, time, title);
      else if (looks_timed (lines[i]))
        report_line (import, SL_SEVERITY_WARNING, i + 1, "bad-time", _ ("the time on this line cannot be read, so the line is left out; write it as 1:05 Title"));
      else if (*g_strstrip (lines[i]) != '\0')
        report_line (import, SL_SEVERITY_HINT, i + 1, "stray-text", _ ("there is no time on this line, so it is left out; write it as 1:05 Title"));
    }
  if (flat->len == 0 && *g_strstrip (text) != '\0')
    {
      g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_OTHER, _ ("no line of “%s” is like 1:05 Title; choose its own format"), import->file);
      return FALSE;
    }
  if (sl_chapters_sort (flat))
    report_line (import, SL_SEVERITY_HINT, 1, "unsorted",
                 _ ("the chapters do not stand in the order of their times, and were put into it; look at them"));
  for (guint i = 0; i < flat->len; i++)
    {
      const SlFlatChapter *chapter = &g_array_index (flat, SlFlatChapter, i);

      if (i > 0 && chapter->span.start == chapter[-1].span.start)
        report_line (import, SL_SEVERITY_WARNING, chapter->place_line, "same-time",
                     _ ("this chapter begins at the same time as another one; give it its own"));
      sl_records_add (import->records, SL_RECORDS_CHAPTERS, chapter->record);
    }
  return TRUE;
}
