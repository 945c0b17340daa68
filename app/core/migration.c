/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Brings a casebook to the newest format, file by file and step by step, without touching the old one. What
 * each step does is in migration-steps.
 */
#include "config.h"

#include "migration.h"

#include "archive-files.h"
#include "casebook-fields.h"
#include "casebook-folder.h"
#include "document.h"
#include "migration-steps.h"
#include "migration-writer.h"
#include "staged-folder.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  GFile            *old;
  SlCasebookFolder *files;
  SlStagedFolder   *target;
  SlReport         *report;
  gint64            format;
} Migration;

G_DEFINE_QUARK (sl_migration_error_quark, sl_migration_error)

static gboolean
fail (GError **error, SlMigrationError code, const char *text)
{
  g_set_error_literal (error, SL_MIGRATION_ERROR, (int)code, text);
  return FALSE;
}

/* Anything that had to be mended while reading would be mended in silence in the new file. */
static SlDocument *
read_document (Migration *self, const char *path, GError **error)
{
  const guint n_before = sl_report_get_findings (self->report)->len;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) bytes = sl_casebook_folder_read (self->files, path, SL_JSON_MAX_BYTES, &cause);
  g_autoptr (SlDocument) document = NULL;
  g_autofree char *text = NULL;

  if (bytes == NULL)
    sl_report_add (self->report, SL_SEVERITY_ERROR, path, NULL, "unreadable-file", NULL, "%s", cause->message);
  else
    document = sl_document_new (path, bytes, self->report, NULL);
  if (document != NULL && sl_report_get_findings (self->report)->len == n_before)
    return g_steal_pointer (&document);
  text = g_strdup_printf (_ ("“%s” cannot be migrated before it is mended"), path);
  fail (error, SL_MIGRATION_ERROR_UNREADABLE, text);
  return NULL;
}

static gboolean
check_format (Migration *self, GError **error)
{
  g_autoptr (SlDocument) document = read_document (self, SL_CASEBOOK_FILE, error);
  JsonNode *root = document != NULL ? sl_document_get_root (document) : NULL;
  JsonNode *node = NULL;

  if (root == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (root))
    node = json_object_get_member (json_node_get_object (root), "format");
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return fail (error, SL_MIGRATION_ERROR_NO_STEP, _ ("“casebook.json” does not say of which format it is; write it down"));
  self->format = json_node_get_int (node);
  if (self->format == SL_CASEBOOK_FORMAT)
    return fail (error, SL_MIGRATION_ERROR_CURRENT, _ ("There is nothing to do: this casebook is of the newest format."));
  if (self->format > SL_CASEBOOK_FORMAT)
    return fail (error, SL_MIGRATION_ERROR_TOO_NEW, _ ("this casebook is made for a newer program; use that one"));
  if (!sl_migration_is_possible (self->format))
    return fail (error, SL_MIGRATION_ERROR_NO_STEP, _ ("there is no such format of a casebook; correct it in “casebook.json”"));
  return TRUE;
}

/* Whether @path is one of the files that the format is about. */
static gboolean
is_records (const char *path)
{
  if (g_str_equal (path, SL_CASEBOOK_FILE))
    return TRUE;
  for (guint kind = SL_KIND_NONE + 1; kind < SL_N_KINDS; kind++)
    if (g_strcmp0 (sl_casebook_fields_get_kind (kind)->file, path) == 0)
      return TRUE;
  return g_str_has_prefix (path, SL_CASEBOOK_CLIPS "/") && g_str_has_suffix (path, ".json") &&
         strchr (path + strlen (SL_CASEBOOK_CLIPS "/"), '/') == NULL;
}

/* Returns: (transfer full) (nullable): the new contents of @path; NULL when they are the old ones, or with
 * @error */
static char *
migrate (Migration *self, const char *path, GError **error)
{
  g_autoptr (SlDocument) document = NULL;
  g_autoptr (JsonNode) changed = NULL;
  JsonNode *root;

  if (!is_records (path))
    return NULL;
  document = read_document (self, path, error);
  if (document == NULL)
    return NULL;
  root = sl_document_get_root (document);
  for (gint64 format = self->format; format < SL_CASEBOOK_FORMAT; format++)
    {
      JsonNode *next = sl_migration_steps_find (format)->migrate (path, changed != NULL ? changed : root, self->report);

      if (next != NULL && changed != NULL)
        json_node_unref (changed);
      changed = next != NULL ? next : changed;
    }
  return changed != NULL ? sl_migration_writer_write (changed) : NULL;
}

static gboolean
write_text (Migration *self, const char *path, const char *text, GError **error)
{
  int      fd = sl_staged_folder_create_file (self->target, path, error);
  gboolean is_done;

  if (fd < 0)
    return FALSE;
  is_done = sl_staged_folder_write (fd, text, strlen (text), path, error);
  close (fd);
  return is_done;
}

static gboolean
take_file (Migration *self, const SlArchiveFile *file, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GError) cause = NULL;

  if (file->is_folder)
    {
      folder = g_strndup (file->path, strlen (file->path) - 1);
      return sl_staged_folder_create_folder (self->target, folder, error);
    }
  text = migrate (self, file->path, &cause);
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (text != NULL)
    return write_text (self, file->path, text, error);
  return sl_staged_folder_copy (self->target, self->old, file->path, error);
}

static gboolean
has_errors (SlReport *report)
{
  GPtrArray *findings = sl_report_get_findings (report);

  for (guint i = 0; i < findings->len; i++)
    if (sl_finding_get_severity (findings->pdata[i]) == SL_SEVERITY_ERROR)
      return TRUE;
  return FALSE;
}

static gboolean
run (Migration *self, GFile *folder, GError **error)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (SlStagedFolder) target = NULL;

  if (!check_format (self, error))
    return FALSE;
  files = sl_archive_files_list (self->old, self->report, error);
  if (files == NULL)
    return FALSE;
  if (has_errors (self->report))
    return fail (error, SL_MIGRATION_ERROR_UNREADABLE, _ ("this casebook cannot be migrated before it is mended"));
  target = sl_staged_folder_new (folder, error);
  if (target == NULL)
    return FALSE;
  self->target = target;
  for (guint i = 0; i < files->len; i++)
    if (!take_file (self, files->pdata[i], error))
      return FALSE;
  return sl_staged_folder_commit (target, error);
}

gboolean
sl_migration_is_possible (gint64 format)
{
  if (format >= SL_CASEBOOK_FORMAT)
    return FALSE;
  while (format < SL_CASEBOOK_FORMAT && sl_migration_steps_find (format) != NULL)
    format++;
  return format == SL_CASEBOOK_FORMAT;
}

gboolean
sl_migration_run (GFile *old, GFile *folder, SlReport *report, GError **error)
{
  Migration self = {.old = old, .report = report};
  g_autoptr (SlCasebookFolder) files = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (G_IS_FILE (old) && G_IS_FILE (folder) && report != NULL, FALSE);

  files = sl_casebook_folder_new (old, &cause);
  if (files == NULL)
    return fail (error, SL_MIGRATION_ERROR_UNREADABLE, cause->message);
  self.files = files;
  return run (&self, folder, error);
}
