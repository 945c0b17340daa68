/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chapters from inside a media file, as the probe tells them. What it cannot see, such as hidden chapters and
 * titles in further languages, cannot be told to be lost.
 */
#include "config.h"

#include "embedded-importer.h"

#include "probe.h"
#include "records-chapters.h"
#include "records-fields.h"

#include <glib/gi18n-lib.h>

#define PATIENCE (15 * G_GINT64_CONSTANT (1000000000))

static void
add_chapter (SlImport *import, GArray *flat, const SlProbeChapter *chapter)
{
  SlFlatChapter    row = {json_object_new (), chapter->depth, {chapter->start, chapter->end}, TRUE, TRUE, 0};
  g_autofree char *start = sl_time_format (chapter->start);
  const gboolean   has_title = chapter->title != NULL && *chapter->title != '\0';

  if (!has_title)
    sl_report_add (import->report, SL_SEVERITY_WARNING, import->file, NULL, "no-title", "chapters",
                   _ ("the chapter at %s has no title, and got its time; write one"), start);
  sl_record_set_text (row.record, "title", has_title ? chapter->title : start);
  sl_record_set_span (row.record, &row.span);
  g_array_append_val (flat, row);
}

gboolean
sl_embedded_import (SlImport *import, GBytes *bytes, GError **error)
{
  g_autoptr (GArray) flat = g_array_new (FALSE, TRUE, sizeof (SlFlatChapter));
  g_autoptr (GError) cause = NULL;
  g_autoptr (SlProbe) probe = sl_probe_file (import->file, PATIENCE, &cause);

  if (probe == NULL)
    {
      g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_OTHER, "%s: %s", import->file, cause->message);
      return FALSE;
    }
  if (probe->chapters->len == 0)
    {
      g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_EMPTY, _ ("there are no chapters in “%s”"), import->file);
      return FALSE;
    }
  for (guint i = 0; i < probe->chapters->len; i++)
    add_chapter (import, flat, probe->chapters->pdata[i]);
  sl_chapters_build (flat, sl_records_get (import->records, SL_RECORDS_CHAPTERS));
  return TRUE;
}
