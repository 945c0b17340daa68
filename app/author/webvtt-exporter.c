/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records as a WebVTT file. Notes are cues of a metadata track then, each with its record as JSON in it, as
 * web pages use them.
 */
#include "config.h"

#include "webvtt-exporter.h"

#include "lost.h"
#include "records-chapters.h"
#include "records-fields.h"
#include "records-print.h"
#include "webvtt-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NS_PER_MS G_GINT64_CONSTANT (1000000)

static const struct
{
  SlCaptionLoss loss;
  const char   *sentence;
} losses[] = {
  {SL_CAPTION_LOSS_ID, N_ ("an id that this format cannot carry is left out")},
   {SL_CAPTION_LOSS_SETTINGS, N_ ("settings that this format cannot carry are left out")},
    {SL_CAPTION_LOSS_EMPTY_LINES, N_ ("empty lines are left out, as they would end the caption")},
     {SL_CAPTION_LOSS_CONTROL, N_ ("characters that are no letters are left out")},
      {SL_CAPTION_LOSS_SPEAKER, N_ ("the name of a speaker is not kept as it is written")},
       {SL_CAPTION_LOSS_MARKUP, N_ ("words that look like markup have an invisible word joiner in them now")},
};

void
sl_webvtt_export_count (SlExport *export, SlRecordsKind kind, SlCaptionLoss loss)
{
  for (guint i = 0; i < G_N_ELEMENTS (losses); i++)
    if (loss & losses[i].loss)
      sl_lost_count (export->lost, sl_records_kind_name (kind), _ (losses[i].sentence));
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static SlTimedText *
make_cue (JsonObject *record, SlSpan span, const char *text)
{
  SlTimedText *cue = g_new0 (SlTimedText, 1);

  cue->id = g_strdup (or_empty (sl_record_get_text (record, "id")));
  cue->span = span;
  cue->settings = g_strdup ("");
  cue->text = g_strdup (or_empty (text));
  return cue;
}

SlTimedText *
sl_webvtt_export_cue (JsonObject *record)
{
  SlTimedText *cue = make_cue (record, sl_record_get_span (record), sl_record_get_text (record, "text"));
  const char  *settings = sl_record_get_text (record, "settings");

  cue->speaker = g_strdup (sl_record_get_text (record, "speaker"));
  if (settings != NULL)
    {
      g_free (cue->settings);
      cue->settings = g_strdup (settings);
    }
  return cue;
}

static void
export_captions (SlExport *export, GString *text)
{
  static const char *const carried[] = {"id", "from", "to", "text", "speaker", "settings", NULL};
  JsonArray               *cues = sl_records_get (export->records, SL_RECORDS_CUES);

  for (guint i = 0; i < json_array_get_length (cues); i++)
    {
      JsonObject *record = sl_record_get_element (cues, i);
      g_autoptr (SlTimedText) cue = sl_webvtt_export_cue (record);

      sl_lost_check (export->lost, SL_RECORDS_CUES, record, carried);
      sl_webvtt_export_count (export, SL_RECORDS_CUES, sl_webvtt_append (text, cue));
    }
}

/* Whether @title begins or ends with what is taken off when it is read again, or has lines, which are joined then. */
static gboolean
has_outer_space (const char *title)
{
  return *title != '\0' &&
         (g_ascii_isspace (*title) || g_ascii_isspace (title[strlen (title) - 1]) || strpbrk (title, "\r\n") != NULL);
}

static void
export_chapters (SlExport *export, GString *text)
{
  static const char *const carried[] = {"id", "title", "from", "to", "chapters", NULL};
  JsonObject              *clip = sl_record_get_object (sl_records_get_about (export->records), "clip");
  g_autoptr (GArray) flat = sl_chapters_flatten (sl_records_get (export->records, SL_RECORDS_CHAPTERS),
                                                 sl_record_get_time (clip, "duration"));
  gboolean changed;

  for (guint i = 0; i < flat->len; i++)
    {
      const SlFlatChapter *chapter = &g_array_index (flat, SlFlatChapter, i);
      g_autoptr (SlTimedText) cue = make_cue (chapter->record, chapter->span, sl_record_get_text (chapter->record, "title"));

      sl_lost_check (export->lost, SL_RECORDS_CHAPTERS, chapter->record, carried);
      if (has_outer_space (cue->text))
        sl_lost_count (export->lost, "chapters", _ ("a title has its line ends and outer spaces no more"));
      if (!chapter->own_end)
        sl_lost_count (export->lost, "chapters", _ ("a chapter without an end has the one that follows from the others now"));
      if (!chapter->has_end)
        sl_lost_count (export->lost, "chapters", _ ("a chapter ends where it begins, as nothing says how long it is"));
      sl_webvtt_export_count (export, SL_RECORDS_CHAPTERS, sl_webvtt_append (text, cue));
    }
  changed = sl_chapters_sort (flat);
  if (sl_chapters_nest (flat) || changed)
    sl_lost_count (export->lost, "chapters", _ ("chapters are nested or sorted otherwise by their times than in the casebook"));
}

static void
export_note (SlExport *export, GString *text, JsonObject *record)
{
  SlSpan span = sl_record_get_span (record);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GString) payload = g_string_new (NULL);
  g_autoptr (SlTimedText) cue = NULL;
  g_autoptr (JsonObject) inner = json_object_new ();
  JsonObjectIter iter;
  const char    *key;
  JsonNode      *value;

  json_object_iter_init_ordered (&iter, record);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    if (!g_str_equal (key, "from") && !g_str_equal (key, "to") && !g_str_equal (key, "id"))
      json_object_set_member (inner, key, json_node_copy (value));
  json_node_set_object (node, inner);
  if (span.end - span.start == NS_PER_MS)
    sl_lost_count (export->lost, "notes", _ ("a note of one millisecond is read as a point in time"));
  if (span.end == span.start)
    span.end = span.start + NS_PER_MS; /* a cue that ends where it begins is not WebVTT */
  cue = make_cue (record, span, "");
  sl_webvtt_export_count (export, SL_RECORDS_NOTES, sl_webvtt_append (text, cue));
  sl_records_print_node (payload, node, 0, SL_RECORDS_PRINT_ONE_LINE | SL_RECORDS_PRINT_IN_HTML);
  g_string_append_printf (text, "%s\n", payload->str);
}

gboolean
sl_webvtt_export (SlExport *export, GString *text, GError **error)
{
  const char *kind = export->options->kind;
  JsonArray  *notes = sl_records_get (export->records, SL_RECORDS_NOTES);

  sl_webvtt_begin (text);
  if (kind == NULL || g_str_equal (kind, "captions"))
    {
      export_captions (export, text);
      sl_lost_check_kinds (export->lost, export->records, 1 << SL_RECORDS_CUES);
      return TRUE;
    }
  if (g_str_equal (kind, "chapters"))
    {
      export_chapters (export, text);
      sl_lost_check_kinds (export->lost, export->records, 1 << SL_RECORDS_CHAPTERS);
      return TRUE;
    }
  for (guint i = 0; i < json_array_get_length (notes); i++)
    export_note (export, text, sl_record_get_element (notes, i));
  sl_lost_check_kinds (export->lost, export->records, 1 << SL_RECORDS_NOTES);
  return TRUE;
}
