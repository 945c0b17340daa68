/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chapters as the XML that is put into Matroska files. Matroska names chapters by numbers, which are made of
 * their ids, so that a chapter keeps its own from export to export.
 */
#include "config.h"

#include "matroska-exporter.h"

#include "lost.h"
#include "records-chapters.h"
#include "records-fields.h"

#include <glib/gi18n-lib.h>

#define NS_PER_SECOND G_GINT64_CONSTANT (1000000000)

/* Appends @text as XML 1.0 may have it. Returns: whether something had to be left out */
static gboolean
append_text (GString *xml, const char *text)
{
  gboolean lost = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar         character = g_utf8_get_char (text);
      g_autofree char *escaped = NULL;

      if ((character < 0x20 && character != '\t' && character != '\n' && character != '\r') || character == 0xFFFE || character == 0xFFFF)
        {
          lost = TRUE;
          continue;
        }
      escaped = g_markup_escape_text (text, g_utf8_next_char (text) - text);
      g_string_append (xml, character == '\r' ? "&#13;" : escaped);
    }
  return lost;
}

static void
append_time (GString *xml, guint indent, const char *name, gint64 time)
{
  g_string_append_printf (xml, "%*s<%s>%02" G_GINT64_FORMAT ":%02d:%02d.%09d</%s>\n", (int)indent, "", name,
                          time / NS_PER_SECOND / 3600, (int)(time / NS_PER_SECOND / 60 % 60),
                          (int)(time / NS_PER_SECOND % 60), (int)(time % NS_PER_SECOND), name);
}

/* A number that is not 0 and stays the same: FNV-1a of the id or, without one, of the place. */
static guint64
make_number (const SlFlatChapter *chapter, guint place)
{
  const char      *id = sl_record_get_text (chapter->record, "id");
  g_autofree char *made = id == NULL ? g_strdup_printf ("#%u", place) : NULL;
  guint64          number = G_GUINT64_CONSTANT (14695981039346656037);

  for (const char *at = id != NULL ? id : made; *at != '\0'; at++)
    number = (number ^ (guchar)*at) * G_GUINT64_CONSTANT (1099511628211);
  return number != 0 ? number : 1;
}

static void
append_display (SlExport *export, GString *xml, guint indent, const char *title, const char *language)
{
  g_string_append_printf (xml, "%*s<ChapterDisplay>\n%*s<ChapterString>", (int)indent, "", (int)indent + 2, "");
  if (append_text (xml, title != NULL ? title : ""))
    sl_lost_count (export->lost, "chapters", _ ("characters that are no letters are left out"));
  g_string_append_printf (xml, "</ChapterString>\n%*s<ChapLanguageIETF>", (int)indent + 2, "");
  append_text (xml, language);
  g_string_append_printf (xml, "</ChapLanguageIETF>\n%*s</ChapterDisplay>\n", (int)indent, "");
}

/* Opens the element of a chapter; those in it follow before it is closed. */
static void
open_atom (SlExport *export, GString *xml, const SlFlatChapter *chapter, guint place, const char *language)
{
  static const char *const carried[] = {"id", "title", "from", "to", "hidden", "chapters", NULL};
  const guint              indent = 4 + 2 * chapter->depth;

  sl_lost_check (export->lost, SL_RECORDS_CHAPTERS, chapter->record, carried);
  g_string_append_printf (xml, "%*s<ChapterAtom>\n%*s<ChapterUID>%" G_GUINT64_FORMAT "</ChapterUID>\n", (int)indent, "",
                          (int)indent + 2, "", make_number (chapter, place));
  if (sl_record_get_text (chapter->record, "id") != NULL)
    {
      g_string_append_printf (xml, "%*s<ChapterStringUID>", (int)indent + 2, "");
      append_text (xml, sl_record_get_text (chapter->record, "id"));
      g_string_append (xml, "</ChapterStringUID>\n");
    }
  append_time (xml, indent + 2, "ChapterTimeStart", chapter->span.start);
  if (chapter->has_end)
    append_time (xml, indent + 2, "ChapterTimeEnd", chapter->span.end);
  g_string_append_printf (xml, "%*s<ChapterFlagHidden>%d</ChapterFlagHidden>\n", (int)indent + 2, "",
                          sl_record_get_flag (chapter->record, "hidden"));
  append_display (export, xml, indent + 2, sl_record_get_text (chapter->record, "title"), language);
}

gboolean
sl_matroska_export (SlExport *export, GString *text, GError **error)
{
  JsonObject *about = sl_records_get_about (export->records);
  JsonObject *clip = sl_record_get_object (about, "clip");
  const char *language = sl_record_get_text (sl_record_get_object (about, "casebook"), "language");
  g_autoptr (GArray) flat = sl_chapters_flatten (sl_records_get (export->records, SL_RECORDS_CHAPTERS),
                                                 sl_record_get_time (clip, "duration"));
  guint n_open = 0;

  if (flat->len == 0)
    {
      g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_EMPTY, _ ("there are no chapters, which this file must have; write some"));
      return FALSE;
    }
  g_string_append (text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE Chapters SYSTEM \"matroskachapters.dtd\">\n"
                         "<Chapters>\n  <EditionEntry>\n");
  for (guint i = 0; i <= flat->len; i++)
    {
      guint depth = i < flat->len ? g_array_index (flat, SlFlatChapter, i).depth : 0;

      for (; n_open > depth; n_open--)
        g_string_append_printf (text, "%*s</ChapterAtom>\n", (int)(2 + 2 * n_open), "");
      if (i < flat->len)
        {
          open_atom (export, text, &g_array_index (flat, SlFlatChapter, i), i + 1, language != NULL ? language : "und");
          n_open++;
        }
    }
  g_string_append (text, "  </EditionEntry>\n</Chapters>\n");
  sl_lost_check_kinds (export->lost, export->records, 1 << SL_RECORDS_CHAPTERS);
  return TRUE;
}
