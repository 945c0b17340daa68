/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chapters as podcasts have them: a flat list by time, with what is not to be listed marked so.
 */
#include "config.h"

#include "podcasting-exporter.h"

#include "lost.h"
#include "records-chapters.h"
#include "records-fields.h"
#include "records-print.h"

#include <glib/gi18n-lib.h>

#define NS_PER_MS G_GINT64_CONSTANT (1000000)
#define VERSION "1.2.0"

static void
set_seconds (JsonObject *object, const char *key, gint64 time)
{
  if (time % (1000 * NS_PER_MS) == 0)
    json_object_set_int_member (object, key, time / (1000 * NS_PER_MS));
  else
    json_object_set_double_member (object, key, (double)(time / NS_PER_MS) / 1000);
}

static JsonObject *
make_chapter (SlExport *export, const SlFlatChapter *chapter)
{
  static const char *const carried[] = {"title", "from", "to", "hidden", "chapters", NULL};
  JsonObject              *object = json_object_new ();
  const char              *title = sl_record_get_text (chapter->record, "title");

  sl_lost_check (export->lost, SL_RECORDS_CHAPTERS, chapter->record, carried);
  set_seconds (object, "startTime", chapter->span.start);
  if (chapter->own_end && chapter->has_end)
    set_seconds (object, "endTime", chapter->span.end);
  json_object_set_string_member (object, "title", title != NULL ? title : "");
  if (sl_record_get_flag (chapter->record, "hidden"))
    json_object_set_boolean_member (object, "toc", FALSE);
  return object;
}

gboolean
sl_podcasting_export (SlExport *export, GString *text, GError **error)
{
  g_autoptr (GArray) flat = sl_chapters_flatten (sl_records_get (export->records, SL_RECORDS_CHAPTERS), SL_TIME_NONE);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray  *chapters = json_array_new ();
  JsonObject *about = sl_records_get_about (export->records);

  json_node_take_object (root, object);
  json_object_set_string_member (object, "version", VERSION);
  sl_record_set_text (object, "title", sl_record_get_text (sl_record_get_object (about, "clip"), "title"));
  json_object_set_array_member (object, "chapters", chapters);
  for (guint i = 0; i < flat->len; i++)
    if (g_array_index (flat, SlFlatChapter, i).depth > 0)
      sl_lost_count (export->lost, "chapters", _ ("a chapter inside another one stands beside it now"));
  if (sl_chapters_sort (flat))
    sl_lost_count (export->lost, "chapters", _ ("the chapters are sorted by time now"));
  for (guint i = 0; i < flat->len; i++)
    json_array_add_object_element (chapters, make_chapter (export, &g_array_index (flat, SlFlatChapter, i)));
  sl_lost_check_kinds (export->lost, export->records, 1 << SL_RECORDS_CHAPTERS);
  sl_records_print_node (text, root, 0, SL_RECORDS_PRINT_PLAIN);
  g_string_append_c (text, '\n');
  return TRUE;
}
