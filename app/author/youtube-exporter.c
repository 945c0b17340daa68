/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chapters as lines for a description. A site shows them as chapters by its own rules, and what of them is
 * not kept here is told.
 */
#include "config.h"

#include "youtube-exporter.h"

#include "lost.h"
#include "records-chapters.h"
#include "records-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NS_PER_SECOND G_GINT64_CONSTANT (1000000000)
#define LEAST_CHAPTERS 3
#define LEAST_SECONDS 10

/* Returns: (transfer full): @title on one line, without space around it */
static char *
strip (const char *title)
{
  g_autofree char *line = g_strdup (title);
  const char      *begin = line;
  const char      *end = line + strlen (line);

  for (char *at = line; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at) && *at != '\t')
      *at = ' ';
  while (*begin != '\0' && g_unichar_isspace (g_utf8_get_char (begin)))
    begin = g_utf8_next_char (begin);
  while (end > begin && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (begin, (gsize)(end - begin));
}

static void
append_line (SlExport *export, GString *text, const SlFlatChapter *chapter)
{
  static const char *const carried[] = {"title", "from", "chapters", NULL};
  const char              *title = sl_record_get_text (chapter->record, "title");
  g_autofree char         *line = strip (title != NULL ? title : "");
  gint64                   seconds = chapter->span.start / NS_PER_SECOND;

  sl_lost_check (export->lost, SL_RECORDS_CHAPTERS, chapter->record, carried);
  if (chapter->span.start % NS_PER_SECOND != 0)
    sl_lost_count (export->lost, "chapters", _ ("a time that is not in whole seconds begins a little earlier"));
  if (g_strcmp0 (title, line) != 0)
    sl_lost_count (export->lost, "chapters", _ ("a title has its line ends and outer spaces no more"));
  if (*line == '\0')
    return;
  if (seconds >= 3600)
    g_string_append_printf (text, "%" G_GINT64_FORMAT ":%02d:%02d ", seconds / 3600, (int)(seconds / 60 % 60), (int)(seconds % 60));
  else
    g_string_append_printf (text, "%d:%02d ", (int)(seconds / 60), (int)(seconds % 60));
  if (g_utf8_strchr ("-–—|:•", -1, g_utf8_get_char (line)) != NULL) /* or it would be taken for what stands before a title */
    g_string_append (text, "- ");
  g_string_append_printf (text, "%s\n", line);
}

/* What the site asks for before it shows chapters. */
static void
check_rules (SlExport *export, GArray *flat)
{
  if (flat->len < LEAST_CHAPTERS)
    sl_lost_count (export->lost, "chapters", _ ("there are fewer than three chapters, so the site will show none; add some"));
  if (flat->len > 0 && g_array_index (flat, SlFlatChapter, 0).span.start >= NS_PER_SECOND)
    sl_lost_count (export->lost, "chapters", _ ("the first chapter does not begin at 0:00, so the site will show none; add one"));
  for (guint i = 1; i < flat->len; i++)
    if (g_array_index (flat, SlFlatChapter, i).span.start - g_array_index (flat, SlFlatChapter, i - 1).span.start <
        LEAST_SECONDS * NS_PER_SECOND)
      sl_lost_count (export->lost, "chapters", _ ("a chapter is shorter than ten seconds, so the site may show none; leave some out"));
}

gboolean
sl_youtube_export (SlExport *export, GString *text, GError **error)
{
  g_autoptr (GArray) flat = sl_chapters_flatten (sl_records_get (export->records, SL_RECORDS_CHAPTERS), SL_TIME_NONE);

  for (guint i = flat->len; i > 0; i--)
    {
      const SlFlatChapter *chapter = &g_array_index (flat, SlFlatChapter, i - 1);

      if (chapter->depth > 0)
        sl_lost_count (export->lost, "chapters", _ ("a chapter inside another one stands beside it now"));
      if (sl_record_get_flag (chapter->record, "hidden"))
        {
          sl_lost_count (export->lost, "chapters", _ ("a hidden chapter is left out"));
          g_array_remove_index (flat, i - 1);
        }
    }
  if (sl_chapters_sort (flat))
    sl_lost_count (export->lost, "chapters", _ ("the chapters are sorted by time now"));
  for (guint i = 0; i < flat->len; i++)
    append_line (export, text, &g_array_index (flat, SlFlatChapter, i));
  check_rules (export, flat);
  sl_lost_check_kinds (export->lost, export->records, 1 << SL_RECORDS_CHAPTERS);
  return TRUE;
}
