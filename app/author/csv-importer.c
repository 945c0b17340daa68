/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Facts or events out of a table: one with the keys of casebooks as its columns, or one with those of a
 * TimelineJS spreadsheet. A row that cannot be a record is left out with its line.
 */
#include "config.h"

#include "csv-importer.h"

#include "csv-columns.h"
#include "csv-table.h"
#include "date.h"
#include "document.h"
#include "html-text.h"
#include "records-fields.h"
#include "text-bytes.h"
#include "timeline-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  SlImport          *import;
  GPtrArray         *names; /* of char*: the columns' */
  const SlCsvColumn *columns;
  SlRecordsKind      kind;
  const SlCsvRow    *row;
} Table;

G_GNUC_PRINTF (4, 5)
static void
report (Table *self, SlSeverity severity, const char *code, const char *format, ...)
{
  g_autofree char *text = NULL;
  guint            line = self->row != NULL ? self->row->line : 1;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sl_report_add (self->import->report, severity, self->import->file, &(SlTextPlace){line, 1}, code, NULL, "%s", text);
}

/* The cell of the column @name, without the guard of a formula. Returns: (nullable): NULL for none or an empty one */
static const char *
get_cell (Table *self, const char *name)
{
  for (guint i = 0; i < self->names->len && i < self->row->cells->len; i++)
    if (g_ascii_strcasecmp (self->names->pdata[i], name) == 0)
      {
        const char *cell = sl_csv_table_unguard (self->row->cells->pdata[i]);

        return *cell != '\0' ? cell : NULL;
      }
  return NULL;
}

static gboolean
has_column (Table *self, const char *name)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_ascii_strcasecmp (self->names->pdata[i], name) == 0)
      return TRUE;
  return FALSE;
}

static JsonNode *
read_json (Table *self, const char *key, const char *cell)
{
  g_autoptr (GBytes) bytes = g_bytes_new (cell, strlen (cell));
  g_autoptr (SlReport) inner = sl_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlDocument) document = sl_document_new (self->import->file, bytes, inner, &error);

  if (document != NULL)
    return json_node_copy (sl_document_get_root (document));
  report (self, SL_SEVERITY_ERROR, sl_finding_get_code (sl_report_get_findings (inner)->pdata[0]),
          _ ("“%s” is left out, as its JSON cannot be read: %s"), key,
             sl_finding_get_text (sl_report_get_findings (inner)->pdata[0]));
  return NULL;
}

static JsonNode *
read_list (Table *self, const char *key, const char *cell)
{
  g_auto (GStrv) parts = NULL;
  JsonArray *array;
  JsonNode  *node;

  if (*cell == '[')
    return read_json (self, key, cell);
  array = json_array_new ();
  parts = g_strsplit (cell, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      json_array_add_string_element (array, parts[i]);
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  return node;
}

static void
set_flag (Table *self, JsonObject *record, const char *key, const char *cell)
{
  static const char *const yes[] = {"true", "yes", "1", "x", NULL};
  static const char *const no[] = {"false", "no", "0", NULL};
  g_autofree char         *word = g_strstrip (g_ascii_strdown (cell, -1));

  if (g_strv_contains (yes, word) || g_strv_contains (no, word))
    json_object_set_boolean_member (record, key, g_strv_contains (yes, word));
  else
    report (self, SL_SEVERITY_WARNING, "bad-flag", _ ("“%s” is left out, as “%s” is neither true nor false; correct it"), key, cell);
}

/* Returns: FALSE when the record is of no use then */
static gboolean
set_value (Table *self, JsonObject *record, const SlCsvColumn *column, const char *cell)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlDate) date = NULL;
  JsonNode *node = NULL;

  switch (column->type)
    {
    case SL_CSV_DATE:
      date = sl_date_parse (cell, &error);
      if (date == NULL)
        {
          report (self, SL_SEVERITY_ERROR, "bad-date", "%s", error->message);
          return FALSE;
        }
      json_object_set_string_member (record, column->key, cell);
      break;
    case SL_CSV_FLAG:
      set_flag (self, record, column->key, cell);
      break;
    case SL_CSV_LIST:
      node = read_list (self, column->key, cell);
      break;
    case SL_CSV_JSON:
      node = read_json (self, column->key, cell);
      break;
    case SL_CSV_TEXT:
    default:
      json_object_set_string_member (record, column->key, cell);
      break;
    }
  if (node != NULL)
    json_object_set_member (record, column->key, node);
  return TRUE;
}

static gboolean
check_id (Table *self, JsonObject *record)
{
  const char *id = sl_record_get_text (record, "id");

  if (id == NULL || sl_record_is_id (id))
    return TRUE;
  report (self, SL_SEVERITY_HINT, "bad-id", _ ("“%s” is not an id of a casebook and is left out; use a-z, 0-9 and -"), id);
  json_object_remove_member (record, "id");
  return TRUE;
}

static void
read_record (Table *self)
{
  g_autoptr (JsonObject) record = json_object_new ();
  const char *required[] = {self->columns[1].key, self->kind == SL_RECORDS_EVENTS ? "date" : NULL};

  for (guint i = 0; i < self->names->len && i < self->row->cells->len; i++)
    {
      const char        *name = self->names->pdata[i];
      const SlCsvColumn *column = sl_csv_columns_find (self->columns, name);
      const SlCsvColumn  other = {name, SL_CSV_TEXT};
      const char        *cell = sl_csv_table_unguard (self->row->cells->pdata[i]);

      if (*name != '\0' && *cell != '\0' && !set_value (self, record, column != NULL ? column : &other, cell))
        return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (required) && required[i] != NULL; i++)
    if (!json_object_has_member (record, required[i]))
      {
        report (self, SL_SEVERITY_ERROR, "missing", _ ("this row has no “%s”, so it is left out; fill it"), required[i]);
        return;
      }
  check_id (self, record);
  sl_records_add (self->import->records, self->kind, g_steal_pointer (&record));
}

/* The columns Year, Month, Day and Time, or those of the end. */
static void
read_date (Table *self, gboolean is_end, SlTimelineDate *date)
{
  static const char *const names[2][4] = {{"Year", "Month", "Day", "Time"}, {"End Year", "End Month", "End Day", "End Time"}};
  gboolean                 ends = FALSE;
  const char              *time = get_cell (self, names[is_end][3]);

  for (guint i = 0; i < SL_TIMELINE_N_PARTS; i++)
    date->parts[i] = SL_TIMELINE_MISSING;
  for (guint i = 0; i < 3; i++)
    {
      int part = sl_timeline_date_read_part (get_cell (self, names[is_end][i]));

      if (ends && part != SL_TIMELINE_MISSING)
        report (self, SL_SEVERITY_WARNING, "loose-part", _ ("“%s” is left out, as what is larger is missing; add it"), names[is_end][i]);
      ends = ends || part == SL_TIMELINE_MISSING;
      date->parts[i] = ends ? SL_TIMELINE_MISSING : part;
    }
  if (time != NULL && ends)
    report (self, SL_SEVERITY_WARNING, "loose-part", _ ("“%s” is left out, as what is larger is missing; add it"), names[is_end][3]);
  else if (time != NULL && !sl_timeline_date_read_time (date, time))
    report (self, SL_SEVERITY_WARNING, "bad-time", _ ("“%s” is left out, as it is no time of a day; write it as 10:30"), time);
}

static void
set_words (Table *self, const char *name, JsonObject *record, const char *key)
{
  const char      *cell = get_cell (self, name);
  g_autofree char *words = NULL;
  gboolean         had_markup;

  if (cell == NULL)
    return;
  words = sl_html_text_strip (cell, &had_markup);
  if (had_markup)
    report (self, SL_SEVERITY_WARNING, "html", _ ("HTML was taken out of “%s”; look at the words"), name);
  sl_record_set_text (record, key, words);
}

static void
report_lost_cells (Table *self)
{
  static const char *const carried[] = {"Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time",
                                        "Headline", "Text", "Group", "Type", NULL};

  for (guint i = 0; i < self->names->len && i < self->row->cells->len; i++)
    {
      gboolean is_carried = *(char *)self->row->cells->pdata[i] == '\0';

      for (guint j = 0; carried[j] != NULL; j++)
        is_carried = is_carried || g_ascii_strcasecmp (carried[j], self->names->pdata[i]) == 0;
      if (!is_carried)
        report (self, SL_SEVERITY_HINT, "not-carried",
                _ ("“%s” has no place in a casebook and is left out; write it by hand where it matters"), (char *)self->names->pdata[i]);
    }
}

static void
read_slide (Table *self)
{
  g_autoptr (JsonObject) record = json_object_new ();
  g_autoptr (GError) error = NULL;
  SlTimelineDate   begin;
  SlTimelineDate   end;
  g_autofree char *date = NULL;
  const char      *type = get_cell (self, "Type");

  if (type != NULL)
    {
      report (self, SL_SEVERITY_HINT, "not-carried", _ ("a row of the type “%s” is no event and is left out; write it by hand where it matters"), type);
      return;
    }
  read_date (self, FALSE, &begin);
  read_date (self, TRUE, &end);
  set_words (self, "Headline", record, "title");
  set_words (self, "Text", record, "text");
  set_words (self, "Group", record, "era");
  report_lost_cells (self);
  if (begin.parts[SL_TIMELINE_YEAR] == SL_TIMELINE_MISSING || !json_object_has_member (record, "title"))
    {
      report (self, SL_SEVERITY_ERROR, "missing", _ ("this row has no year or no headline, so it is left out; fill it"));
      return;
    }
  date = sl_timeline_date_join (&begin, &end, &error);
  if (date == NULL)
    {
      report (self, SL_SEVERITY_ERROR, "bad-date", "%s", error->message);
      return;
    }
  sl_record_set_text (record, "date", date);
  sl_records_add (self->import->records, SL_RECORDS_EVENTS, g_steal_pointer (&record));
}

static void
check_row (Table *self)
{
  if (self->row->is_broken)
    report (self, SL_SEVERITY_WARNING, "open-quote", _ ("a quotation mark that begins here is never closed; close it"));
  if (self->row->cells->len != self->names->len)
    report (self, SL_SEVERITY_WARNING, "ragged-row", _ ("this row has %u cells instead of %u; correct it"), self->row->cells->len, self->names->len);
  for (guint i = self->names->len; i < self->row->cells->len; i++)
    if (*(char *)self->row->cells->pdata[i] != '\0')
      report (self, SL_SEVERITY_WARNING, "ragged-row", _ ("“%s” is left out, as its column has no name; give it one"), (char *)self->row->cells->pdata[i]);
}

/* What the columns say about the table. */
static gboolean
choose_kind (Table *self, gboolean *is_timeline, GError **error)
{
  const char *kind = self->import->options->kind;
  gboolean    facts = kind != NULL ? g_str_equal (kind, "facts") : has_column (self, "statement");

  *is_timeline = !facts && has_column (self, "Headline") && has_column (self, "Year");
  self->kind = facts ? SL_RECORDS_FACTS : SL_RECORDS_EVENTS;
  self->columns = sl_csv_columns_get (facts);
  if (*is_timeline || has_column (self, self->columns[1].key))
    return TRUE;
  g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_OTHER,
               _ ("“%s” has no column “%s”; name the columns in its first row"), self->import->file, self->columns[1].key);
  return FALSE;
}

static void
report_columns (Table *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = self->names->pdata[i];

      if (*name != '\0' && sl_csv_columns_find (self->columns, name) == NULL)
        report (self, SL_SEVERITY_HINT, "unknown-column", _ ("the column “%s” is not of the format; it is kept as text"), name);
      if (*name != '\0' && !g_hash_table_add (seen, (gpointer)name))
        report (self, SL_SEVERITY_WARNING, "same-column", _ ("there are two columns “%s”, and the second one counts; rename one"), name);
    }
}

static void
report_encoding (Table *self, const SlTextBytesResult *decoded)
{
  if (decoded->encoding == SL_TEXT_ENCODING_WINDOWS_1252)
    report (self, SL_SEVERITY_WARNING, "text-encoding",
            _ ("the file is not UTF-8 and was read as Windows-1252; look at its letters, and save it as UTF-8"));
  if (decoded->bad_line > 0 || decoded->nul_line > 0)
    sl_report_add (self->import->report, SL_SEVERITY_WARNING, self->import->file,
                   &(SlTextPlace){MAX (decoded->bad_line, decoded->nul_line), 1}, "text-encoding", NULL,
                   _ ("some letters from here on cannot be read and are lost; save the file as UTF-8"));
}

gboolean
sl_csv_import (SlImport *import, GBytes *bytes, GError **error)
{
  SlTextBytesResult decoded;
  g_autofree char  *text = sl_text_bytes_decode (bytes, SL_TEXT_BYTES_GUESS, &decoded);
  g_autoptr (GPtrArray) rows = sl_csv_table_parse (text);
  Table    self = {.import = import};
  gboolean is_timeline;

  if (rows->len == 0)
    {
      g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_OTHER, _ ("“%s” is empty; fill it"), import->file);
      return FALSE;
    }
  report_encoding (&self, &decoded);
  self.names = ((SlCsvRow *)rows->pdata[0])->cells;
  for (guint i = 0; i < self.names->len; i++)
    {
      char *name = self.names->pdata[i];

      g_strstrip (name);
      memmove (name, sl_csv_table_unguard (name), strlen (sl_csv_table_unguard (name)) + 1);
    }
  if (!choose_kind (&self, &is_timeline, error))
    return FALSE;
  if (!is_timeline)
    report_columns (&self);
  for (guint i = 1; i < rows->len; i++)
    {
      self.row = rows->pdata[i];
      check_row (&self);
      if (is_timeline)
        read_slide (&self);
      else
        read_record (&self);
    }
  return TRUE;
}
