/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Events as slides of a timeline. Its texts are HTML, so words are escaped; a date that is not sure is told in
 * words beside its numbers.
 */
#include "config.h"

#include "timelinejs-exporter.h"

#include "date.h"
#include "html-text.h"
#include "lost.h"
#include "records-fields.h"
#include "records-print.h"
#include "timeline-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static JsonObject *
make_date (const SlTimelineDate *date)
{
  static const char *const keys[] = {"year", "month", "day", "hour", "minute", "second"};
  JsonObject              *object = json_object_new ();

  for (guint i = 0; i < SL_TIMELINE_N_PARTS && date->parts[i] != SL_TIMELINE_MISSING; i++)
    json_object_set_int_member (object, keys[i], date->parts[i]);
  return object;
}

static void
set_html (JsonObject *object, const char *key, const char *words, gboolean breaks)
{
  g_autofree char *html = words != NULL ? sl_html_text_escape (words, breaks) : NULL;

  sl_record_set_text (object, key, html);
}

static void
set_words (SlExport *export, JsonObject *slide, JsonObject *record)
{
  JsonObject *text = json_object_new ();
  const char *title = sl_record_get_text (record, "title");

  set_html (text, "headline", title, TRUE);
  set_html (text, "text", sl_record_get_text (record, "text"), TRUE);
  set_html (slide, "group", sl_record_get_text (record, "era"), TRUE);
  json_object_set_object_member (slide, "text", text);
}

static void
add_slide (SlExport *export, JsonArray *slides, JsonObject *record)
{
  static const char *const carried[] = {"id", "date", "title", "text", "era", NULL};
  const char              *text = sl_record_get_text (record, "date");
  SlTimelineDate           begin;
  SlTimelineDate           end;
  gboolean                 is_sure;
  JsonObject              *slide;
  const char              *title = sl_record_get_text (record, "title");

  if (!sl_timeline_date_split (text, &begin, &end, &is_sure) || title == NULL || *title == '\0')
    {
      sl_lost_count (export->lost, "events", _ ("an event without a good date or a title is left out; mend it"));
      return;
    }
  sl_lost_check (export->lost, SL_RECORDS_EVENTS, record, carried);
  slide = json_object_new ();
  sl_record_set_text (slide, "unique_id", sl_record_get_text (record, "id"));
  json_object_set_object_member (slide, "start_date", make_date (&begin));
  if (end.parts[SL_TIMELINE_YEAR] != SL_TIMELINE_MISSING)
    json_object_set_object_member (slide, "end_date", make_date (&end));
  if (!is_sure)
    {
      g_autoptr (SlDate) date = sl_date_parse (text, NULL);
      g_autofree char *words = sl_date_format (date);

      json_object_set_string_member (slide, "display_date", words);
      sl_lost_count (export->lost, "events", _ ("a date that is not sure or has a time zone is told in words, and read back without"));
    }
  set_words (export, slide, record);
  json_array_add_object_element (slides, slide);
}

gboolean
sl_timelinejs_export (SlExport *export, GString *text, GError **error)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray  *slides = json_array_new ();
  JsonArray  *events = sl_records_get (export->records, SL_RECORDS_EVENTS);

  json_node_take_object (root, object);
  json_object_set_array_member (object, "events", slides);
  for (guint i = 0; i < json_array_get_length (events); i++)
    add_slide (export, slides, sl_record_get_element (events, i));
  sl_lost_check_kinds (export->lost, export->records, 1 << SL_RECORDS_EVENTS);
  sl_records_print_node (text, root, 0, SL_RECORDS_PRINT_PLAIN);
  g_string_append_c (text, '\n');
  return TRUE;
}
