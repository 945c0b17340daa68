/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Importers of other formats: the first byte picks one. Whatever follows, records come out that have a place in
 * a casebook, can be printed, and go through the exporter of the same format to where the importer reads them.
 */
#include "formats.h"
#include "records-fields.h"
#include "target.h"

#include <string.h>

static const struct
{
  const char *format;
  const char *kind;
} choices[] = {
  {"webvtt", "captions"},
  {"webvtt", "chapters"},
  {"webvtt", "metadata"},
  {"srt", NULL},
  {"podcasting", NULL},
  {"iiif", NULL},
  {"youtube", NULL},
  {"timelinejs", NULL},
  {"csv", "facts"},
  {"csv", NULL},
};

static void
check_list (SlRecords *records, SlRecordsKind kind)
{
  JsonArray *list = sl_records_get (records, kind);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *record = sl_record_get_element (list, i);

      g_assert_nonnull (record);
      if (kind == SL_RECORDS_CUES || kind == SL_RECORDS_CHAPTERS || kind == SL_RECORDS_NOTES)
        g_assert_cmpint (sl_record_get_time (record, "from"), >=, 0);
      if (kind == SL_RECORDS_CHAPTERS || kind == SL_RECORDS_EVENTS)
        g_assert_nonnull (sl_record_get_text (record, "title"));
      if (kind != SL_RECORDS_CUES && kind != SL_RECORDS_NOTES && sl_record_get_text (record, "id") != NULL)
        g_assert_true (sl_record_is_id (sl_record_get_text (record, "id")));
    }
}

static void
check_again (const SlFormat *format, SlRecords *records, const SlFormatOptions *options)
{
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (SlRecords) back = sl_records_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SlImport import = {"again", options, back, report};
  GString *text = sl_formats_export (format, records, options, "again", report, &error);

  g_assert_no_error (error);
  bytes = g_string_free_to_bytes (text);
  if (g_bytes_get_size (bytes) > 0 && !sl_formats_import (format, &import, bytes, &error))
    g_error ("%s refuses what it wrote: %s", format->name, error->message);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  SlFormatOptions options = {0};
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (SlRecords) records = sl_records_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  SlImport         import = {"fuzz", &options, records, report};
  const SlFormat  *format;

  if (size == 0)
    return 0;
  format = sl_formats_find (choices[data[0] % G_N_ELEMENTS (choices)].format);
  options.kind = choices[data[0] % G_N_ELEMENTS (choices)].kind;
  bytes = g_bytes_new (data + 1, size - 1);
  if (!sl_formats_import (format, &import, bytes, &error))
    {
      g_assert_nonnull (error);
      return 0;
    }
  for (guint i = 0; i < SL_RECORDS_N_KINDS; i++)
    check_list (records, i);
  text = sl_records_print (records);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  check_again (format, records, &options);
  return 0;
}
