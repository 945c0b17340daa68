/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one door from bytes to json-glib's values: nothing that json-scan has not passed gets to json-glib.
 */
#include "config.h"

#include "document.h"

#include <glib/gi18n-lib.h>

struct _SlDocument
{
  grefcount   refs;
  char       *file;
  SlJsonScan *scan;
  JsonNode   *root; /* (nullable) */
};

static JsonNode *
parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!json_parser_load_from_data (parser, data, (gssize)size, error))
    return NULL;
  return json_parser_steal_root (parser);
}

static void
report_mends (const SlJsonScan *scan, const char *file, SlReport *report)
{
  for (guint i = 0; i < sl_json_scan_get_n_mends (scan); i++)
    {
      SlJsonError code;
      SlTextPlace at;
      const char *text = sl_json_scan_get_mend (scan, i, &code, &at);

      sl_report_add (report, SL_SEVERITY_ERROR, file, &at, sl_json_error_to_code (code), NULL, "%s", text);
    }
}

SlDocument *
sl_document_new (const char *file, GBytes *bytes, SlReport *report, GError **error)
{
  g_autoptr (SlJsonScan) scan = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) local_error = NULL;
  SlTextPlace at = {1, 1};
  SlDocument *self;

  g_return_val_if_fail (file != NULL && bytes != NULL && report != NULL, NULL);

  scan = sl_json_scan_new (bytes, &at, &local_error);
  if (scan != NULL)
    root = parse (sl_json_scan_get_bytes (scan), &local_error);
  if (root == NULL)
    {
      SlJsonError code = SL_JSON_ERROR_SYNTAX;

      if (local_error->domain == SL_JSON_ERROR)
        code = (SlJsonError)local_error->code;
      sl_report_add (report, SL_SEVERITY_ERROR, file, &at, sl_json_error_to_code (code), NULL, "%s",
                     local_error->message);
      g_set_error (error, SL_JSON_ERROR, (int)code, "%s:%u:%u: %s", file, at.line, at.column,
                   local_error->message);
      return NULL;
    }

  report_mends (scan, file, report);
  self = g_new0 (SlDocument, 1);
  g_ref_count_init (&self->refs);
  self->file = g_strdup (file);
  self->scan = g_steal_pointer (&scan);
  self->root = g_steal_pointer (&root);
  return self;
}

SlDocument *
sl_document_ref (SlDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->refs);
  return self;
}

void
sl_document_unref (SlDocument *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->refs))
    return;
  sl_document_forget_root (self);
  sl_json_scan_free (self->scan);
  g_free (self->file);
  g_free (self);
}

const char *
sl_document_get_file (SlDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->file;
}

JsonNode *
sl_document_get_root (SlDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->root;
}

void
sl_document_forget_root (SlDocument *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->root, json_node_unref);
}

guint
sl_document_skip (SlDocument *self, guint entry)
{
  g_return_val_if_fail (self != NULL, 0);

  return sl_json_scan_skip (self->scan, entry);
}

SlTextPlace
sl_document_locate (SlDocument *self, guint entry)
{
  g_return_val_if_fail (self != NULL, ((SlTextPlace){1, 1}));

  return sl_json_scan_locate (self->scan, entry);
}

gboolean
sl_document_is_mended (SlDocument *self, guint entry)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return sl_json_scan_is_mended (self->scan, entry);
}
