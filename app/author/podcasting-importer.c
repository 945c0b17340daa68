/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chapters as podcasts have them (JSON chapters 1.2). They may stand in any order and have pictures and
 * links, which are never fetched and have no place in a casebook.
 */
#include "config.h"

#include "podcasting-importer.h"

#include "import-json.h"
#include "records-chapters.h"
#include "records-fields.h"

#include <glib/gi18n-lib.h>

static const char *const file_keys[] = {"version", "chapters", NULL};
static const char *const chapter_keys[] = {"startTime", "endTime", "title", "toc", NULL};

/* Reads the time behind @key. Returns: FALSE when there is none or a bad one, which was told; @time is then left */
static gboolean
read_time (SlImport *import, const SlJsonValue *chapter, const char *key, const char *place, gint64 *time)
{
  SlJsonValue value;
  double      seconds;
  gboolean    was_string;
  gboolean    rounded;

  if (!sl_json_value_get (chapter, key, &value))
    return FALSE;
  if (!sl_json_value_get_number (&value, &seconds, &was_string) || !sl_import_seconds (seconds, time, &rounded))
    {
      sl_import_report (import, SL_SEVERITY_WARNING, &value, "bad-time", place,
                        _ ("“%s” is not a number of seconds; correct it"), key);
      return FALSE;
    }
  if (was_string)
    sl_import_report (import, SL_SEVERITY_WARNING, &value, "number-as-text", place,
                      _ ("“%s” is a number in quotation marks; take them away"), key);
  if (rounded)
    sl_import_report (import, SL_SEVERITY_HINT, &value, "rounded-time", place,
                      _ ("“%s” was rounded to milliseconds; nothing needs to be done"), key);
  return TRUE;
}

static void
read_end (SlImport *import, const SlJsonValue *value, const char *place, SlFlatChapter *chapter)
{
  gint64 end;

  if (!read_time (import, value, "endTime", place, &end))
    return;
  chapter->has_end = end > chapter->span.start;
  if (chapter->has_end)
    chapter->span.end = end;
  else
    sl_import_report (import, SL_SEVERITY_WARNING, value, "empty-span", place,
                      _ ("this chapter ends when or before it begins, so its end is left out; correct it"));
}

/* A chapter without a title is a change of the picture; it gets a number, so that it is not lost. */
static void
read_title (SlImport *import, const SlJsonValue *value, const char *place, guint number, JsonObject *record)
{
  const char      *title = sl_json_value_get_text (value, "title");
  g_autofree char *made = NULL;
  SlJsonValue      other;

  if (title == NULL && sl_json_value_get (value, "title", &other))
    {
      title = made = g_strdup_printf (_ ("Chapter %u"), number);
      sl_import_report (import, SL_SEVERITY_WARNING, &other, "bad-type", place,
                        _ ("“title” is not text, and this chapter got its number; correct it"));
    }
  else if (title == NULL || *title == '\0')
    {
      title = made = g_strdup_printf (_ ("Chapter %u"), number);
      sl_import_report (import, SL_SEVERITY_WARNING, value, "no-title", place,
                        _ ("this chapter has no title, and got its number; write one"));
    }
  json_object_set_string_member (record, "title", title);
}

static void
read_chapter (SlImport *import, const SlJsonValue *value, guint number, GArray *flat)
{
  g_autofree char *place = g_strdup_printf ("chapters[%u]", number - 1);
  SlFlatChapter    chapter = {0};
  SlJsonValue      toc;

  if (!sl_json_value_is_object (value))
    {
      sl_import_report (import, SL_SEVERITY_ERROR, value, "bad-type", place, _ ("a chapter is an object; correct it"));
      return;
    }
  if (!read_time (import, value, "startTime", place, &chapter.span.start))
    {
      sl_import_report (import, SL_SEVERITY_ERROR, value, "no-time", place,
                        _ ("a chapter needs a “startTime” in seconds; add it"));
      return;
    }
  chapter.span.end = chapter.span.start;
  chapter.record = json_object_new ();
  read_title (import, value, place, number, chapter.record);
  read_end (import, value, place, &chapter);
  sl_record_set_span (chapter.record, &chapter.span);
  if (sl_json_value_get (value, "toc", &toc))
    {
      if (!JSON_NODE_HOLDS_VALUE (toc.node) || json_node_get_value_type (toc.node) != G_TYPE_BOOLEAN)
        sl_import_report (import, SL_SEVERITY_WARNING, &toc, "bad-type", place, _ ("“toc” is true or false; correct it"));
      else if (!json_node_get_boolean (toc.node))
        json_object_set_boolean_member (chapter.record, "hidden", TRUE);
    }
  sl_import_report_others (import, value, place, chapter_keys);
  g_array_append_val (flat, chapter);
}

/* Sorts by beginning alone: chapters of podcasts do not nest, and those that begin together keep their order. */
static void
sort (SlImport *import, const SlJsonValue *chapters, GArray *flat)
{
  gboolean changed;

  for (guint i = 0; i < flat->len; i++)
    {
      SlFlatChapter *chapter = &g_array_index (flat, SlFlatChapter, i);

      chapter->span.end = chapter->span.start;
    }
  changed = sl_chapters_sort (flat);
  if (changed)
    sl_import_report (import, SL_SEVERITY_HINT, chapters, "unsorted", "chapters",
                      _ ("the chapters do not stand in the order of their times, and were put into it; look at them"));
  for (guint i = 1; i < flat->len; i++)
    if (g_array_index (flat, SlFlatChapter, i).span.start == g_array_index (flat, SlFlatChapter, i - 1).span.start)
      sl_import_report (import, SL_SEVERITY_WARNING, chapters, "same-time", "chapters",
                        _ ("“%s” begins at the same time as the chapter before it; give it another"),
                           sl_record_get_text (g_array_index (flat, SlFlatChapter, i).record, "title"));
}

gboolean
sl_podcasting_import (SlImport *import, GBytes *bytes, GError **error)
{
  SlJsonValue root;
  g_autoptr (SlDocument) document = sl_import_json_open (import, bytes, &root, error);
  g_autoptr (GArray) flat = g_array_new (FALSE, TRUE, sizeof (SlFlatChapter));
  SlJsonValue chapters;
  SlJsonWalk  walk = {0};

  if (document == NULL)
    return FALSE;
  if (!sl_json_value_is_object (&root) || !sl_json_value_get (&root, "chapters", &chapters) || !sl_json_value_is_array (&chapters))
    {
      g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_OTHER,
                   _ ("“%s” is not Podcasting 2.0 chapters: there is no list “chapters” in it; choose its own format"), import->file);
      return FALSE;
    }
  if (sl_json_value_get_text (&root, "version") == NULL)
    sl_import_report (import, SL_SEVERITY_HINT, &root, "no-version", NULL, _ ("“version” is missing; it should be “1.2.0”"));
  else if (!g_str_has_prefix (sl_json_value_get_text (&root, "version"), "1."))
    sl_import_report (import, SL_SEVERITY_WARNING, &root, "unknown-version", NULL,
                      _ ("version “%s” is not known, and was read as 1.2.0; look at the chapters"), sl_json_value_get_text (&root, "version"));
  sl_import_report_others (import, &root, NULL, file_keys);
  while (sl_json_walk_next (&walk, &chapters))
    read_chapter (import, &walk.value, walk.index, flat);
  sort (import, &chapters, flat);
  sl_chapters_build (flat, sl_records_get (import->records, SL_RECORDS_CHAPTERS));
  return TRUE;
}
