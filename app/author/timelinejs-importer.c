/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Slides of a timeline as events. Pictures and films are never fetched, and HTML becomes words.
 */
#include "config.h"

#include "timelinejs-importer.h"

#include "html-text.h"
#include "import-json.h"
#include "records-fields.h"
#include "timeline-date.h"

#include <glib/gi18n-lib.h>

static const char *const slide_keys[] = {"start_date", "end_date", "text", "group", "unique_id", "display_date", NULL};
static const char *const file_keys[] = {"events", "scale", NULL};
static const char *const text_keys[] = {"headline", "text", NULL};
static const char *const date_keys[] = {"year", "month", "day", "hour", "minute", "second", NULL};

/* A number, or a string with one. */
static int
read_part (const SlJsonValue *date, const char *key)
{
  SlJsonValue value;
  const char *text;

  if (!sl_json_value_get (date, key, &value))
    return SL_TIMELINE_MISSING;
  text = sl_json_value_get_string (&value);
  if (text != NULL)
    return sl_timeline_date_read_part (text);
  if (!JSON_NODE_HOLDS_VALUE (value.node) || json_node_get_value_type (value.node) == G_TYPE_BOOLEAN)
    return SL_TIMELINE_BAD;
  return json_node_get_int (value.node) == SL_TIMELINE_MISSING ? SL_TIMELINE_BAD : (int)CLAMP (json_node_get_int (value.node), -G_MAXINT, G_MAXINT);
}

static void
read_date (SlImport *import, const SlJsonValue *slide, const char *key, const char *place, SlTimelineDate *date)
{
  SlJsonValue value;
  gboolean    ends = FALSE;

  for (guint i = 0; i < SL_TIMELINE_N_PARTS; i++)
    date->parts[i] = SL_TIMELINE_MISSING;
  if (!sl_json_value_get (slide, key, &value))
    return;
  for (guint i = 0; i < SL_TIMELINE_N_PARTS; i++)
    {
      int part = read_part (&value, date_keys[i]);

      if (ends && part != SL_TIMELINE_MISSING && part != 0)
        sl_import_report (import, SL_SEVERITY_WARNING, &value, "loose-part", place,
                          _ ("“%s” is left out, as what is larger is missing; add it"), date_keys[i]);
      ends = ends || part == SL_TIMELINE_MISSING;
      date->parts[i] = ends ? SL_TIMELINE_MISSING : part;
    }
  sl_import_report_others (import, &value, place, date_keys);
}

/* Sets @key of the record to the words of some HTML. */
static void
set_words (SlImport *import, const SlJsonValue *text, const char *from, JsonObject *record, const char *key, const char *place)
{
  SlJsonValue      value;
  const char      *html = sl_json_value_get (text, from, &value) ? sl_json_value_get_string (&value) : NULL;
  g_autofree char *words = NULL;
  gboolean         had_markup;

  if (html == NULL)
    return;
  words = sl_html_text_strip (html, &had_markup);
  if (had_markup)
    sl_import_report (import, SL_SEVERITY_WARNING, &value, "html", place,
                      _ ("HTML was taken out of “%s”; look at the words"), from);
  sl_record_set_text (record, key, words);
}

static void
set_id (SlImport *import, const SlJsonValue *slide, JsonObject *record, const char *place)
{
  const char *id = sl_json_value_get_text (slide, "unique_id");

  if (id == NULL || *id == '\0')
    return;
  if (sl_record_is_id (id))
    sl_record_set_text (record, "id", id);
  else
    sl_import_report (import, SL_SEVERITY_HINT, slide, "bad-id", place,
                      _ ("“%s” is not an id of a casebook and is left out; use a-z, 0-9 and -"), id);
}

static gboolean
set_date (SlImport *import, const SlJsonValue *slide, JsonObject *record, const char *place)
{
  SlTimelineDate   begin;
  SlTimelineDate   end;
  g_autofree char *date = NULL;
  g_autoptr (GError) error = NULL;

  read_date (import, slide, "start_date", place, &begin);
  read_date (import, slide, "end_date", place, &end);
  if (begin.parts[SL_TIMELINE_YEAR] == SL_TIMELINE_MISSING)
    {
      sl_import_report (import, SL_SEVERITY_ERROR, slide, "no-date", place, _ ("an event needs a year in “start_date”; add it"));
      return FALSE;
    }
  date = sl_timeline_date_join (&begin, &end, &error);
  if (date == NULL)
    {
      sl_import_report (import, SL_SEVERITY_ERROR, slide, "bad-date", place, "%s", error->message);
      return FALSE;
    }
  sl_record_set_text (record, "date", date);
  return TRUE;
}

static void
read_slide (SlImport *import, const SlJsonValue *slide, guint number)
{
  g_autofree char *place = g_strdup_printf ("events[%u]", number - 1);
  g_autoptr (JsonObject) record = json_object_new ();
  SlJsonValue text;

  if (!sl_json_value_is_object (slide))
    {
      sl_import_report (import, SL_SEVERITY_ERROR, slide, "bad-type", place, _ ("an event is an object; correct it"));
      return;
    }
  set_id (import, slide, record, place);
  if (!set_date (import, slide, record, place))
    return;
  if (sl_json_value_get (slide, "text", &text))
    {
      set_words (import, &text, "headline", record, "title", place);
      set_words (import, &text, "text", record, "text", place);
      sl_import_report_others (import, &text, place, text_keys);
    }
  if (!json_object_has_member (record, "title"))
    {
      sl_import_report (import, SL_SEVERITY_ERROR, slide, "no-title", place, _ ("an event needs a “headline”; write one"));
      return;
    }
  set_words (import, slide, "group", record, "era", place);
  if (sl_json_value_get_text (slide, "display_date") != NULL)
    sl_import_report (import, SL_SEVERITY_HINT, slide, "not-carried", place,
                      _ ("“%s” has no place in a casebook and is left out; write it by hand where it matters"), "display_date");
  sl_import_report_others (import, slide, place, slide_keys);
  sl_records_add (import->records, SL_RECORDS_EVENTS, g_steal_pointer (&record));
}

gboolean
sl_timelinejs_import (SlImport *import, GBytes *bytes, GError **error)
{
  SlJsonValue root;
  g_autoptr (SlDocument) document = sl_import_json_open (import, bytes, &root, error);
  SlJsonValue events;
  SlJsonWalk  walk = {0};

  if (document == NULL)
    return FALSE;
  if (!sl_json_value_is_object (&root) || !sl_json_value_get (&root, "events", &events) || !sl_json_value_is_array (&events))
    {
      g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_OTHER,
                   _ ("“%s” is not a timeline: there is no list “events” in it; choose its own format"), import->file);
      return FALSE;
    }
  if (g_strcmp0 (sl_json_value_get_text (&root, "scale"), "cosmological") == 0)
    {
      g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_OTHER,
                   _ ("“%s” has cosmological dates, which a casebook cannot have; use those of people"), import->file);
      return FALSE;
    }
  sl_import_report_others (import, &root, NULL, file_keys);
  while (sl_json_walk_next (&walk, &events))
    read_slide (import, &walk.value, walk.index);
  return TRUE;
}
