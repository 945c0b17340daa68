/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the cues of a WebVTT file to records. What a cue is the core's parser says; here its kind of file
 * says what it means, and what the parser passes over is told to whoever imports.
 */
#include "config.h"

#include "webvtt-importer.h"

#include "import-json.h"
#include "records-chapters.h"
#include "records-fields.h"
#include "text-bytes.h"
#include "webvtt.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NS_PER_MS G_GINT64_CONSTANT (1000000)

G_GNUC_PRINTF (5, 6)
static void
report_line (SlImport *import, SlSeverity severity, guint line, const char *code, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sl_report_add (import->report, severity, import->file, &(SlTextPlace){line, 1}, code, NULL, "%s", text);
}

static gboolean
begins_with_word (const char *line, const char *word)
{
  gsize length = strlen (word);

  return g_str_has_prefix (line, word) && (line[length] == '\0' || line[length] == ' ' || line[length] == '\t');
}

/* Whether @line has a tag other than that of a speaker. */
static gboolean
has_markup (const char *line)
{
  for (const char *at = strchr (line, '<'); at != NULL; at = strchr (at + 1, '<'))
    {
      const char *name = at[1] == '/' ? at + 2 : at + 1;

      if (*name != 'v' && g_ascii_isalnum (*name))
        return strchr (name, '>') != NULL; /* where there is none, no later tag is closed either */
    }
  return FALSE;
}

/* Tells of what the parser passes over without a word: it matters to who imports, not to who shows. */
static void
report_passed_over (SlImport *import, GBytes *bytes)
{
  SlTextBytesResult decoded;
  g_autofree char  *text = sl_text_bytes_decode (bytes, SL_TEXT_BYTES_UTF8, &decoded);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean told_markup = FALSE;
  gboolean in_header = TRUE;

  for (guint i = 1; lines[i] != NULL; i++)
    {
      gboolean begins = *lines[i - 1] == '\0';
      gboolean is_id = lines[i + 1] != NULL && strstr (lines[i + 1], "-->") != NULL;

      in_header = in_header && *lines[i] != '\0' && strstr (lines[i], "-->") == NULL;
      if (in_header)
        report_line (import, SL_SEVERITY_HINT, i + 1, "not-carried",
                     _ ("“%s” is left out; say it in the casebook if it matters"), lines[i]);
      else if (begins && !is_id && begins_with_word (lines[i], "NOTE"))
        report_line (import, SL_SEVERITY_HINT, i + 1, "not-carried",
                     _ ("this remark is left out; put it into a “comment” if it matters"));
      else if (begins && !is_id && (begins_with_word (lines[i], "STYLE") || begins_with_word (lines[i], "REGION")))
        report_line (import, SL_SEVERITY_HINT, i + 1, "not-carried",
                     _ ("styles and regions are left out, as captions are drawn in the reader's own way; nothing needs to be done"));
      else if (!told_markup && has_markup (lines[i]))
        {
          report_line (import, SL_SEVERITY_HINT, i + 1, "markup",
                       _ ("italics, classes and other markup are taken out from here on; nothing needs to be done"));
          told_markup = TRUE;
        }
    }
}

void
sl_webvtt_import_captions (SlImport *import, GPtrArray *cues)
{
  for (guint i = 0; i < cues->len; i++)
    {
      const SlTimedText *cue = cues->pdata[i];
      JsonObject        *record = json_object_new ();

      sl_record_set_text (record, "id", cue->id);
      sl_record_set_span (record, &cue->span);
      json_object_set_string_member (record, "text", cue->text);
      sl_record_set_text (record, "speaker", cue->speaker);
      sl_record_set_text (record, "settings", cue->settings);
      sl_records_add (import->records, SL_RECORDS_CUES, record);
    }
}

/* Sets the id of a record that is no cue. */
static void
set_id (SlImport *import, JsonObject *record, const SlTimedText *cue)
{
  if (*cue->id == '\0')
    return;
  if (sl_record_is_id (cue->id))
    sl_record_set_text (record, "id", cue->id);
  else
    report_line (import, SL_SEVERITY_HINT, cue->line, "bad-id",
                 _ ("“%s” is not an id of a casebook and is left out; use a-z, 0-9 and -"), cue->id);
}

static void
report_settings (SlImport *import, const SlTimedText *cue)
{
  if (*cue->settings != '\0')
    report_line (import, SL_SEVERITY_HINT, cue->line, "not-carried",
                 _ ("“%s” is left out, as only captions have settings; nothing needs to be done"), cue->settings);
}

static void
add_chapter (SlImport *import, GArray *flat, const SlTimedText *cue)
{
  SlFlatChapter chapter = {.span = cue->span, .place_line = cue->line};
  g_auto (GStrv) lines = g_strsplit (cue->text, "\n", -1);
  g_autofree char *title = g_strstrip (g_strjoinv (" ", lines));

  if (*title == '\0')
    {
      report_line (import, SL_SEVERITY_ERROR, cue->line, "no-title",
                   _ ("a chapter needs a title; write one below its times"));
      return;
    }
  if (lines[1] != NULL)
    report_line (import, SL_SEVERITY_HINT, cue->line, "title-lines",
                 _ ("the lines of this title became one; shorten it if it is too long"));
  if (cue->speaker != NULL)
    report_line (import, SL_SEVERITY_HINT, cue->line, "not-carried",
                 _ ("“%s” is left out, as chapters have no speaker; write it into the title if it matters"), cue->speaker);
  report_settings (import, cue);
  chapter.record = json_object_new ();
  set_id (import, chapter.record, cue);
  sl_record_set_text (chapter.record, "title", title);
  sl_record_set_span (chapter.record, &cue->span);
  g_array_append_val (flat, chapter);
}

static void
import_chapters (SlImport *import, GPtrArray *cues)
{
  g_autoptr (GArray) flat = g_array_new (FALSE, TRUE, sizeof (SlFlatChapter));

  for (guint i = 0; i < cues->len; i++)
    add_chapter (import, flat, cues->pdata[i]);
  if (sl_chapters_sort (flat))
    report_line (import, SL_SEVERITY_HINT, 1, "unsorted",
                 _ ("the chapters do not stand in the order of their times, and were put into it; look at them"));
  sl_chapters_nest (flat);
  sl_chapters_build (flat, sl_records_get (import->records, SL_RECORDS_CHAPTERS));
}

/* Copies what the cue itself does not say. */
static void
copy_members (JsonObject *record, JsonObject *payload)
{
  JsonObjectIter iter;
  const char    *key;
  JsonNode      *value;

  json_object_iter_init_ordered (&iter, payload);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    if (!json_object_has_member (record, key) && !g_str_equal (key, "from") && !g_str_equal (key, "to"))
      json_object_set_member (record, key, json_node_copy (value));
}

/* The words of a cue that holds a note. Returns: FALSE when they are JSON that cannot be read */
static gboolean
read_note (SlImport *import, JsonObject *record, const SlTimedText *cue)
{
  g_autoptr (GBytes) bytes = g_bytes_new (cue->raw, strlen (cue->raw));
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (SlDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  const char *id;

  if (*cue->raw != '{')
    {
      report_line (import, SL_SEVERITY_HINT, cue->line + 1, "plain-metadata",
                   _ ("this is not the JSON of a note, so it became the text of one; look at it"));
      sl_record_set_text (record, "kind", "context");
      sl_record_set_text (record, "text", cue->text);
      return TRUE;
    }
  document = sl_document_new (import->file, bytes, report, &error);
  if (document == NULL)
    {
      SlFinding *finding = sl_report_get_findings (report)->pdata[0];

      sl_report_add (import->report, SL_SEVERITY_ERROR, import->file,
                     &(SlTextPlace){cue->line + sl_finding_get_line (finding), sl_finding_get_column (finding)},
                     sl_finding_get_code (finding), NULL, "%s", sl_finding_get_text (finding));
      return FALSE;
    }
  copy_members (record, json_node_get_object (sl_document_get_root (document)));
  id = sl_record_get_text (record, "id");
  if (json_object_has_member (record, "id") && (id == NULL || !sl_record_is_id (id)))
    {
      report_line (import, SL_SEVERITY_HINT, cue->line + 1, "bad-id",
                   _ ("“%s” is not an id of a casebook and is left out; use a-z, 0-9 and -"), id != NULL ? id : "?");
      json_object_remove_member (record, "id");
    }
  return TRUE;
}

static void
import_notes (SlImport *import, GPtrArray *cues)
{
  for (guint i = 0; i < cues->len; i++)
    {
      const SlTimedText *cue = cues->pdata[i];
      g_autoptr (JsonObject) record = json_object_new ();
      SlSpan span = cue->span;

      if (*cue->raw == '\0')
        {
          report_line (import, SL_SEVERITY_ERROR, cue->line, "no-text", _ ("this cue has nothing in it; fill it or remove it"));
          continue;
        }
      set_id (import, record, cue);
      if (span.end - span.start == NS_PER_MS) /* as points are written, see the exporter */
        span.end = span.start;
      sl_record_set_span (record, &span);
      report_settings (import, cue);
      if (read_note (import, record, cue))
        sl_records_add (import->records, SL_RECORDS_NOTES, g_steal_pointer (&record));
    }
}

gboolean
sl_webvtt_import (SlImport *import, GBytes *bytes, GError **error)
{
  const char *kind = import->options->kind;
  g_autoptr (GPtrArray) cues = sl_webvtt_parse (bytes, import->file, import->report, error);

  if (cues == NULL)
    return FALSE;
  if (g_strcmp0 (kind, "metadata") != 0)
    report_passed_over (import, bytes);
  if (kind == NULL || g_str_equal (kind, "captions"))
    sl_webvtt_import_captions (import, cues);
  else if (g_str_equal (kind, "chapters"))
    import_chapters (import, cues);
  else
    import_notes (import, cues);
  return TRUE;
}
