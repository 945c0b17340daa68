/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A viewer's own notes for other programs, and for people without this one. Pure; where it is written is the view's. */
#include "mark-export.h"

#include "json-text.h"
#include "webvtt-writer.h"

#include <string.h>

#define SHOWN (5 * G_GINT64_CONSTANT (1000000000)) /* nanoseconds that a cue of a moment lasts */

/* Returns: (transfer full): the words in one line */
static char *
flatten (const char *words)
{
  g_auto (GStrv) lines = g_strsplit_set (words, "\r\n", -1);

  return g_strjoinv (" ", lines);
}

static void
append_text (GString *file, SlMark *mark)
{
  const SlSpan    *span = sl_mark_get_span (mark);
  g_autofree char *start = sl_time_format (span->start);
  g_autofree char *end = sl_time_format (span->end);
  g_autofree char *words = flatten (sl_mark_get_words (mark));

  g_string_append (file, start);
  if (span->end > span->start)
    g_string_append_printf (file, "–%s", end);
  g_string_append_printf (file, "%s%s\n", *words ? "  " : "", words);
}

static void
append_member (GString *file, const char *name, const char *value)
{
  g_string_append_printf (file, "\"%s\": ", name);
  sl_json_text_append (file, value);
}

static void
append_json (GString *file, SlMark *mark)
{
  const SlSpan    *span = sl_mark_get_span (mark);
  g_autofree char *start = sl_time_format (span->start);
  g_autofree char *end = sl_time_format (span->end);
  g_autoptr (GDateTime) seconds = g_date_time_new_from_unix_utc (sl_mark_get_made (mark) / G_USEC_PER_SEC);
  g_autofree char *made = seconds ? g_date_time_format_iso8601 (seconds) : g_strdup ("");

  g_string_append (file, "    {");
  append_member (file, "id", sl_mark_get_id (mark));
  g_string_append (file, ", ");
  append_member (file, "from", start);
  if (span->end > span->start)
    {
      g_string_append (file, ", ");
      append_member (file, "to", end);
    }
  g_string_append (file, ", ");
  append_member (file, "text", sl_mark_get_words (mark));
  g_string_append (file, ", ");
  append_member (file, "made", made);
  g_string_append_c (file, '}');
}

/* @next: (nullable): what follows */
static void
append_webvtt (GString *file, SlMark *mark, SlMark *next)
{
  const SlSpan *span = sl_mark_get_span (mark);
  SlTimedText   cue = {.id = (char *)sl_mark_get_id (mark), .span = *span, .settings = (char *)"", .text = (char *)sl_mark_get_words (mark)};

  if (span->end <= span->start)
    {
      cue.span.end = span->start + SHOWN;
      if (next && sl_mark_get_span (next)->start > span->start)
        cue.span.end = MIN (cue.span.end, sl_mark_get_span (next)->start);
    }
  sl_webvtt_append (file, &cue);
}

static void
begin (GString *file, SlMarkExport format, SlCasebook *casebook, SlClip *clip)
{
  switch (format)
    {
    case SL_MARK_EXPORT_TEXT:
      g_string_append_printf (file, "%s\nsidelight:%s/%s\n\n", sl_clip_get_title (clip), sl_casebook_get_id (casebook), sl_clip_get_id (clip));
      break;
    case SL_MARK_EXPORT_JSON:
      g_string_append (file, "{\n  ");
      append_member (file, "casebook", sl_casebook_get_id (casebook));
      g_string_append (file, ",\n  ");
      append_member (file, "clip", sl_clip_get_id (clip));
      g_string_append (file, ",\n  ");
      append_member (file, "title", sl_clip_get_title (clip));
      g_string_append (file, ",\n  \"marks\": [\n");
      break;
    case SL_MARK_EXPORT_WEBVTT:
    default:
      sl_webvtt_begin (file);
    }
}

char *
sl_mark_export_write (SlMarkExport format, SlCasebook *casebook, SlClip *clip, GListModel *marks)
{
  GString *file = g_string_new (NULL);
  guint    n;

  g_return_val_if_fail (SL_IS_CASEBOOK (casebook) && SL_IS_CLIP (clip) && G_IS_LIST_MODEL (marks), g_string_free (file, FALSE));

  n = g_list_model_get_n_items (marks);
  begin (file, format, casebook, clip);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SlMark) mark = g_list_model_get_item (marks, i);
      g_autoptr (SlMark) next = g_list_model_get_item (marks, i + 1);

      if (format == SL_MARK_EXPORT_TEXT)
        append_text (file, mark);
      else if (format == SL_MARK_EXPORT_WEBVTT)
        append_webvtt (file, mark, next);
      else
        {
          append_json (file, mark);
          g_string_append (file, next ? ",\n" : "\n");
        }
    }
  if (format == SL_MARK_EXPORT_JSON)
    g_string_append (file, "  ]\n}\n");
  return g_string_free (file, FALSE);
}
