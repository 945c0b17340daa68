/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the files of a casebook to the finished whole, in three steps: every file to drafts, the rules over
 * all drafts, the drafts to immutable objects. The shapes are in casebook-fields, the rules in
 * casebook-rules; here is the order in which it goes, and when a casebook has to be refused.
 */
#include "config.h"

#include "casebook-reader.h"

#include "casebook-fields.h"
#include "casebook-folder.h"
#include "casebook-rules.h"
#include "document.h"
#include "draft-build.h"
#include "migration.h"
#include "schema.h"

#include <glib/gi18n-lib.h>

#define MAX_RECORDS 200000

typedef struct
{
  SlCasebookDrafts drafts;
  SlSchemaBudget   budget;

  SlCasebookInspector inspect; /* (nullable) */
  gpointer            inspect_data;
} Reader;

G_DEFINE_QUARK (sl_casebook_error_quark, sl_casebook_error)

static SlDocument *
read_document (Reader *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  bytes = sl_casebook_folder_read (self->drafts.folder, path, SL_JSON_MAX_BYTES, error);
  if (bytes == NULL)
    return NULL;
  return sl_document_new (path, bytes, self->drafts.report, error);
}

/* Says in a finding what a file's own reader has not said in one. */
static void
report_unreadable (Reader *self, const char *path, const GError *error)
{
  if (error->domain == SL_CASEBOOK_FOLDER_ERROR)
    sl_report_add (self->drafts.report, SL_SEVERITY_ERROR, path, NULL, "unreadable-file", NULL,
                   "%s", error->message);
}

static void
read_records (Reader *self, SlKind kind)
{
  const SlKindInfo *info = sl_casebook_fields_get_kind (kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlDocument) document = NULL;

  document = read_document (self, info->file, &error);
  self->budget.left_out = self->drafts.left_out[kind];
  if (document != NULL)
    {
      g_clear_pointer (&self->drafts.records[kind], g_ptr_array_unref);
      self->drafts.records[kind] = sl_schema_read_array (info->schema, info->name, document,
                                                         &self->budget, self->drafts.report);
      sl_document_forget_root (document);
    }
  else if (!g_error_matches (error, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_NOT_FOUND))
    {
      self->drafts.unread[kind] = TRUE;
      report_unreadable (self, info->file, error);
    }
}

/* A clip is found by its id: in links, in catalogues, and by people who look for its file. */
static void
check_clip_name (Reader *self, SlDraft *clip, const char *path)
{
  const char      *id = sl_draft_get_string (clip, "id");
  g_autofree char *expected = g_strdup_printf ("%s/%s.json", SL_CASEBOOK_CLIPS, id);

  if (!g_str_equal (path, expected))
    sl_draft_report (clip, self->drafts.report, SL_SEVERITY_WARNING, "file-name", "id", -1,
                     _ ("the file of this clip should be “%s”; rename it or correct the id"),
                        expected);
}

static void
read_clip (Reader *self, const char *path)
{
  const SlKindInfo *info = sl_casebook_fields_get_kind (SL_KIND_CLIPS);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlDocument) document = NULL;
  SlDraft *clip;

  document = read_document (self, path, &error);
  self->budget.left_out = self->drafts.left_out[SL_KIND_CLIPS];
  if (document == NULL)
    {
      self->drafts.unread[SL_KIND_CLIPS] = TRUE;
      report_unreadable (self, path, error);
      return;
    }
  clip = sl_schema_read_object (info->schema, info->word, document, &self->budget,
                                self->drafts.report);
  sl_document_forget_root (document);
  if (clip == NULL)
    return;
  check_clip_name (self, clip, path);
  g_ptr_array_add (self->drafts.records[SL_KIND_CLIPS], clip);
}

static void
read_clips (Reader *self)
{
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GError) error = NULL;

  if (!sl_casebook_folder_check_folder (self->drafts.folder, SL_CASEBOOK_CLIPS, &error) &&
      !g_error_matches (error, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_NOT_FOUND))
    {
      self->drafts.unread[SL_KIND_CLIPS] = TRUE;
      report_unreadable (self, SL_CASEBOOK_CLIPS, error);
    }
  paths = sl_casebook_folder_list (self->drafts.folder, SL_CASEBOOK_CLIPS, ".json");
  for (guint i = 0; i < paths->len; i++)
    read_clip (self, paths->pdata[i]);
}

/* Fails with an error and a finding that say the same; @at is (nullable). */
static gboolean
refuse (Reader *self, const SlTextPlace *at, SlCasebookError reason, const char *code, const char *text, GError **error)
{
  sl_report_add (self->drafts.report, SL_SEVERITY_ERROR, SL_CASEBOOK_FILE, at, code, NULL, "%s", text);
  g_set_error_literal (error, SL_CASEBOOK_ERROR, (int)reason, text);
  return FALSE;
}

/* Refuses what is made for a later program before anything in it is found fault with. */
static gboolean
check_format (Reader *self, SlDocument *document, GError **error)
{
  JsonNode        *root = sl_document_get_root (document);
  JsonNode        *node = NULL;
  SlTextPlace      at = sl_document_locate (document, 0);
  g_autofree char *text = NULL;
  gint64           format;

  if (JSON_NODE_HOLDS_OBJECT (root))
    node = json_object_get_member (json_node_get_object (root), "format");
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return TRUE;

  format = json_node_get_int (node);
  if (format > SL_CASEBOOK_FORMAT)
    {
      text = g_strdup_printf (_ ("this casebook is made for a newer program, which reads format %d; "
                                 "this one reads format %d"),
                                 (int)MIN (format, G_MAXINT), SL_CASEBOOK_FORMAT);
      return refuse (self, &at, SL_CASEBOOK_ERROR_TOO_NEW, "too-new", text, error);
    }
  if (sl_migration_is_possible (format))
    {
      text = g_strdup_printf (_ ("this casebook is of format %d, which is older than this program; bring it to format %d "
                                 "with “sidelight-author migrate”"),
                                 (int)format, SL_CASEBOOK_FORMAT);
      return refuse (self, &at, SL_CASEBOOK_ERROR_TOO_OLD, "too-old", text, error);
    }
  if (format < SL_CASEBOOK_FORMAT)
    {
      text = g_strdup_printf (_ ("there is no such format of a casebook; write %d"), SL_CASEBOOK_FORMAT);
      return refuse (self, &at, SL_CASEBOOK_ERROR_INCOMPLETE, "bad-format", text, error);
    }
  return TRUE;
}

/* Turns what went wrong with casebook.json into the reader's own errors. */
static gboolean
fail_casebook (Reader *self, const GError *cause, GError **error)
{
  if (cause->domain == SL_JSON_ERROR)
    {
      g_set_error_literal (error, SL_CASEBOOK_ERROR, SL_CASEBOOK_ERROR_NOT_JSON, cause->message);
      return FALSE;
    }
  if (cause->code == SL_CASEBOOK_FOLDER_ERROR_NOT_FOUND)
    return refuse (self, NULL, SL_CASEBOOK_ERROR_NO_CASEBOOK_JSON, "no-casebook",
                   _ ("there is no “casebook.json” in this folder; open the folder of a casebook"),
                      error);
  if (cause->code == SL_CASEBOOK_FOLDER_ERROR_NO_FILE || cause->code == SL_CASEBOOK_FOLDER_ERROR_PATH)
    return refuse (self, NULL, SL_CASEBOOK_ERROR_NO_FILE, "unreadable-file", cause->message, error);
  return refuse (self, NULL, SL_CASEBOOK_ERROR_UNREADABLE, "unreadable-file", cause->message, error);
}

static gboolean
read_casebook (Reader *self, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (SlDocument) document = NULL;
  g_autofree char *first = NULL;
  GPtrArray       *findings = sl_report_get_findings (self->drafts.report);

  document = read_document (self, SL_CASEBOOK_FILE, &cause);
  if (document == NULL)
    return fail_casebook (self, cause, error);
  if (!check_format (self, document, error))
    return FALSE;
  self->budget.left_out = NULL;
  self->drafts.casebook = sl_schema_read_object (sl_casebook_fields_get_casebook (), "casebook",
                                                 document, &self->budget, self->drafts.report);
  if (self->drafts.casebook != NULL)
    return TRUE;
  /* There is at least one finding, or the draft would be there. */
  first = sl_finding_to_string (findings->pdata[0]);
  g_set_error (error, SL_CASEBOOK_ERROR, SL_CASEBOOK_ERROR_INCOMPLETE,
               _ ("this casebook does not say what every casebook must: %s"), first);
  return FALSE;
}

static void
build_kind (Reader *self, SlKind kind)
{
  const SlKindInfo *info = sl_casebook_fields_get_kind (kind);
  g_autoptr (GListModel) list = NULL;

  if (kind == SL_KIND_SOURCES)
    list = g_steal_pointer (&self->drafts.sources);
  else
    list = sl_draft_build_list (self->drafts.records[kind], info->schema->get_type ());
  if (list != NULL)
    sl_draft_set_object (self->drafts.casebook, info->key, list);
  g_ptr_array_set_size (self->drafts.records[kind], 0);
}

static SlCasebook *
build (Reader *self, GFile *folder)
{
  g_auto (GValue) findings = G_VALUE_INIT;

  g_value_init (&findings, G_TYPE_PTR_ARRAY);
  g_value_set_boxed (&findings, sl_report_get_findings (self->drafts.report));
  sl_draft_set (self->drafts.casebook, "=findings", &findings, 0);
  if (folder != NULL)
    sl_draft_set_object (self->drafts.casebook, "=folder", folder);
  for (guint kind = SL_KIND_NONE + 1; kind < SL_N_KINDS; kind++)
    build_kind (self, kind);
  return SL_CASEBOOK (sl_draft_build (self->drafts.casebook));
}

static SlCasebook *
read_all (Reader *self, GFile *folder, GError **error)
{
  if (!read_casebook (self, error))
    return NULL;
  for (guint kind = SL_KIND_NONE + 1; kind < SL_N_KINDS; kind++)
    if (sl_casebook_fields_get_kind (kind)->file != NULL)
      read_records (self, kind);
  read_clips (self);
  sl_casebook_rules_apply (&self->drafts);
  if (self->inspect != NULL)
    self->inspect (&self->drafts, self->inspect_data);
  return build (self, folder);
}

/* @files: (transfer full): whose @folder is (nullable); @inspect: (nullable) */
static SlCasebook *
read_files (SlCasebookFolder   *files,
            GFile              *folder,
            SlCasebookInspector inspect,
            gpointer            data,
            GPtrArray         **findings,
            GError            **error)
{
  g_autoptr (SlReport) report = sl_report_new ();
  Reader      self = {.budget = {MAX_RECORDS, FALSE}, .inspect = inspect, .inspect_data = data};
  SlCasebook *casebook;

  self.drafts.folder = files;
  self.drafts.report = report;
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    {
      self.drafts.records[kind] = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_draft_unref);
      self.drafts.left_out[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }

  casebook = read_all (&self, folder, error);
  if (findings != NULL)
    *findings = g_ptr_array_ref (sl_report_get_findings (report));

  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    {
      g_ptr_array_unref (self.drafts.records[kind]);
      g_hash_table_unref (self.drafts.left_out[kind]);
    }
  g_clear_pointer (&self.drafts.casebook, sl_draft_unref);
  sl_casebook_folder_free (files);
  return casebook;
}

SlCasebook *
sl_casebook_reader_inspect_folder (GFile              *folder,
                                   SlCasebookInspector inspect,
                                   gpointer            data,
                                   GPtrArray         **findings,
                                   GError            **error)
{
  g_autoptr (GError) cause = NULL;
  SlCasebookFolder *files;
  SlCasebookError   code = SL_CASEBOOK_ERROR_UNREADABLE;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  files = sl_casebook_folder_new (folder, &cause);
  if (files != NULL)
    return read_files (files, folder, inspect, data, findings, error);

  if (g_error_matches (cause, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_NOT_FOUND))
    code = SL_CASEBOOK_ERROR_NOT_FOUND;
  if (findings != NULL)
    *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_finding_unref);
  g_set_error_literal (error, SL_CASEBOOK_ERROR, (int)code, cause->message);
  return NULL;
}

SlCasebook *
sl_casebook_reader_read_folder (GFile *folder, GPtrArray **findings, GError **error)
{
  return sl_casebook_reader_inspect_folder (folder, NULL, NULL, findings, error);
}

SlCasebook *
sl_casebook_reader_read_bytes (GHashTable *files, GPtrArray **findings, GError **error)
{
  g_return_val_if_fail (files != NULL, NULL);

  return read_files (sl_casebook_folder_new_for_files (files), NULL, NULL, NULL, findings, error);
}
