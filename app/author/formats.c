/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table of formats, and the one door through which all of them are reached. A new format is a line here.
 */
#include "config.h"

#include "formats.h"

#include "csv-exporter.h"
#include "csv-importer.h"
#include "embedded-importer.h"
#include "iiif-exporter.h"
#include "iiif-importer.h"
#include "lost.h"
#include "matroska-exporter.h"
#include "podcasting-exporter.h"
#include "podcasting-importer.h"
#include "schema-org-exporter.h"
#include "subrip-exporter.h"
#include "subrip-importer.h"
#include "timelinejs-exporter.h"
#include "timelinejs-importer.h"
#include "webvtt-exporter.h"
#include "webvtt-importer.h"
#include "youtube-exporter.h"
#include "youtube-importer.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (sl_format_error_quark, sl_format_error)

static const char *const track_kinds[] = {"captions", "chapters", "metadata", NULL};
static const char *const table_kinds[] = {"facts", "events", NULL};

static const SlFormat formats[] = {
  {"webvtt", "WebVTT", track_kinds, TRUE, sl_webvtt_import, sl_webvtt_export},
  {"srt", "SubRip", NULL, TRUE, sl_subrip_import, sl_subrip_export},
  {"podcasting", "Podcasting 2.0", NULL, TRUE, sl_podcasting_import, sl_podcasting_export},
  {"iiif", "IIIF Presentation 3", NULL, TRUE, sl_iiif_import, sl_iiif_export},
  {"embedded", "a media file", NULL, TRUE, sl_embedded_import, NULL, TRUE},
  {"matroska", "Matroska chapter XML", NULL, TRUE, NULL, sl_matroska_export},
  {"youtube", "YouTube", NULL, TRUE, sl_youtube_import, sl_youtube_export},
  {"timelinejs", "TimelineJS", NULL, FALSE, sl_timelinejs_import, sl_timelinejs_export},
  {"csv", "CSV", table_kinds, FALSE, sl_csv_import, sl_csv_export},
  {"schema-org", "schema.org", NULL, FALSE, NULL, sl_schema_org_export},
};

const SlFormat *
sl_formats_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, name))
      return &formats[i];
  return NULL;
}

char *
sl_formats_list (gboolean for_import)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (for_import ? formats[i].import_records != NULL : formats[i].export_records != NULL)
      g_ptr_array_add (names, (gpointer)formats[i].name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **)names->pdata);
}

static gboolean
check_kind (const SlFormat *format, const SlFormatOptions *options, GError **error)
{
  g_autofree char *kinds = NULL;

  if (options->kind == NULL || (format->kinds != NULL && g_strv_contains (format->kinds, options->kind)))
    return TRUE;
  kinds = format->kinds != NULL ? g_strjoinv (", ", (char **)format->kinds) : NULL;
  if (kinds != NULL)
    g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_USAGE, _ ("%s has no kind “%s”; choose one of these: %s"), format->title, options->kind, kinds);
  else
    g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_USAGE, _ ("%s has no kinds; leave out “--kind”"), format->title);
  return FALSE;
}

gboolean
sl_formats_import (const SlFormat *format, SlImport *import, GBytes *bytes, GError **error)
{
  g_return_val_if_fail (format != NULL && import != NULL && bytes != NULL, FALSE);

  if (format->import_records == NULL)
    {
      g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_USAGE,
                   _ ("%s can be exported only; choose another format"), format->title);
      return FALSE;
    }
  return check_kind (format, import->options, error) && format->import_records (import, bytes, error);
}

GString *
sl_formats_export (const SlFormat        *format,
                   SlRecords             *records,
                   const SlFormatOptions *options,
                   const char            *file,
                   SlReport              *report,
                   GError               **error)
{
  g_autoptr (SlLost) lost = NULL;
  GString *text = NULL;
  SlExport export;

  g_return_val_if_fail (format != NULL && records != NULL && options != NULL, NULL);

  if (format->export_records == NULL)
    {
      g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_USAGE,
                   _ ("%s can be imported only; choose another format"), format->title);
      return NULL;
    }
  if (!check_kind (format, options, error))
    return NULL;
  lost = sl_lost_new (report, file, format->title, options->kind != NULL);
  export = (SlExport){records, options, lost};
  text = g_string_new (NULL);
  if (format->export_records (&export, text, error))
    return text;
  g_string_free (text, TRUE);
  return NULL;
}
