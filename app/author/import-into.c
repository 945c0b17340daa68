/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records into the files of a casebook, all or nothing: what is there stays, what is unknown stays, and what
 * would make an error of the casebook is undone. The lists themselves are import-merge's.
 */
#include "config.h"

#include "import-into.h"

#include "casebook-fields.h"
#include "casebook-folder.h"
#include "casebook-reader.h"
#include "document.h"
#include "formats.h"
#include "import-merge.h"
#include "records-fields.h"
#include "records-print.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct
{
  char    *path; /* in the casebook */
  GBytes  *old;  /* (nullable): NULL when it was not there */
  GString *text; /* what is to be written */
} NewFile;

typedef struct
{
  const SlImportTarget *target;
  SlRecords            *records;
  SlReport             *report;
  SlCasebookFolder     *folder;
  GPtrArray            *files; /* of NewFile */
  GError              **error;
} Into;

static void
new_file_free (NewFile *file)
{
  g_free (file->path);
  g_clear_pointer (&file->old, g_bytes_unref);
  g_string_free (file->text, TRUE);
  g_free (file);
}

static gboolean
fail (Into *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (Into *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (self->error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_EMPTY, text);
  return FALSE;
}

/* Returns: (transfer full): a copy to change; NULL with an error unless @may_miss and the file is missing */
static JsonNode *
read_json (Into *self, const char *path, gboolean may_miss, GBytes **bytes)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) contents = sl_casebook_folder_read (self->folder, path, SL_JSON_MAX_BYTES, &cause);
  g_autoptr (SlDocument) document = NULL;

  if (contents == NULL)
    {
      if (!may_miss || !g_error_matches (cause, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_NOT_FOUND))
        g_propagate_error (self->error, g_steal_pointer (&cause));
      return NULL;
    }
  document = sl_document_new (path, contents, self->report, self->error);
  if (document == NULL)
    return NULL;
  if (bytes != NULL)
    *bytes = g_steal_pointer (&contents);
  return sl_import_merge_copy (sl_document_get_root (document));
}

/* @old: (transfer full) (nullable) */
static NewFile *
add_file (Into *self, const char *path, GBytes *old)
{
  NewFile *file = g_new0 (NewFile, 1);

  file->path = g_strdup (path);
  file->old = old;
  file->text = g_string_new (NULL);
  g_ptr_array_add (self->files, file);
  return file;
}

static void
print_file (NewFile *file, JsonNode *root)
{
  sl_records_print_node (file->text, root, 0, SL_RECORDS_PRINT_PLAIN);
  g_string_append_c (file->text, '\n');
}

static gboolean
merge (Into *self, const char *path, JsonArray *list, SlRecordsKind kind)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SlImportMerge merge = {self->report, path, self->target->replace, ids};

  sl_import_merge_learn (&merge, list);
  if (sl_import_merge_lists (&merge, list, sl_records_get (self->records, kind), kind))
    return TRUE;
  return fail (self, _ ("nothing was written, as some of the records are there already"));
}

/* Records that have a file of their own: facts and events. */
static gboolean
merge_file (Into *self, const char *path, SlRecordsKind kind)
{
  g_autoptr (JsonNode) root = NULL;
  GBytes *old = NULL;

  if (sl_records_count (self->records, kind) == 0)
    return TRUE;
  root = read_json (self, path, TRUE, &old);
  if (root == NULL && *self->error != NULL)
    return FALSE;
  if (root == NULL)
    {
      root = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (root, json_array_new ());
    }
  if (!JSON_NODE_HOLDS_ARRAY (root))
    {
      g_clear_pointer (&old, g_bytes_unref);
      return fail (self, _ ("“%s” is not a list; look at it with “check”"), path);
    }
  if (!merge (self, path, json_node_get_array (root), kind))
    {
      g_clear_pointer (&old, g_bytes_unref);
      return FALSE;
    }
  print_file (add_file (self, path, old), root);
  return TRUE;
}

static gboolean
merge_list (Into *self, const char *path, JsonObject *clip, SlRecordsKind kind)
{
  const char *key = sl_records_kind_name (kind);

  if (sl_records_count (self->records, kind) == 0)
    return TRUE;
  if (sl_record_get_array (clip, key) == NULL)
    json_object_set_array_member (clip, key, json_array_new ());
  return merge (self, path, sl_record_get_array (clip, key), kind);
}

/* The language of the captions: what is asked for, the clip's, the casebook's. Returns: (transfer full) */
static char *
choose_language (Into *self, JsonObject *clip)
{
  g_autoptr (JsonNode) casebook = NULL;
  const char *language = self->target->language;

  if (language == NULL)
    language = sl_record_get_text (clip, "language");
  if (language != NULL)
    return g_strdup (language);
  casebook = read_json (self, SL_CASEBOOK_FILE, FALSE, NULL);
  if (casebook != NULL && JSON_NODE_HOLDS_OBJECT (casebook))
    language = sl_record_get_text (json_node_get_object (casebook), "language");
  return g_strdup (language != NULL ? language : "und");
}

static void
add_track (JsonObject *clip, const char *language, const char *path)
{
  JsonObject *track = json_object_new ();

  if (sl_record_get_array (clip, "captions") == NULL)
    json_object_set_array_member (clip, "captions", json_array_new ());
  json_object_set_string_member (track, "language", language);
  json_object_set_string_member (track, "file", path);
  json_object_set_string_member (track, "kind", "captions");
  json_array_add_object_element (sl_record_get_array (clip, "captions"), track);
}

/* Captions go into a WebVTT file as a whole. */
static gboolean
write_captions (Into *self, JsonObject *clip)
{
  g_autofree char *language = NULL;
  g_autofree char *made = NULL;
  SlFormatOptions  options = {.kind = "captions"};
  JsonObject      *track;
  const char      *path;
  GBytes          *old;
  GString         *text;
  NewFile         *file;

  if (sl_records_count (self->records, SL_RECORDS_CUES) == 0)
    return TRUE;
  language = choose_language (self, clip);
  if (*self->error != NULL)
    return FALSE;
  track = sl_record_find (sl_record_get_array (clip, "captions"), "language", language);
  made = g_strdup_printf ("%s/%s.%s.vtt", SL_CASEBOOK_CLIPS, sl_record_get_text (clip, "id"), language);
  path = sl_record_get_text (track, "file") != NULL ? sl_record_get_text (track, "file") : made;
  old = sl_casebook_folder_read (self->folder, path, SL_JSON_MAX_BYTES, NULL);
  if ((old != NULL || track != NULL) && !self->target->replace)
    {
      g_clear_pointer (&old, g_bytes_unref);
      return fail (self, _ ("there are captions in “%s” already; replace them with “--replace”"), language);
    }
  text = sl_formats_export (sl_formats_find ("webvtt"), self->records, &options, path, self->report, self->error);
  if (text == NULL)
    {
      g_clear_pointer (&old, g_bytes_unref);
      return FALSE;
    }
  if (track == NULL)
    add_track (clip, language, path);
  file = add_file (self, path, old);
  g_string_append_len (file->text, text->str, (gssize)text->len);
  g_string_free (text, TRUE);
  return TRUE;
}

/* The clip that is meant. Returns: (transfer full): NULL with an error; @path and @old: (out) (transfer full) */
static JsonNode *
find_clip (Into *self, char **path, GBytes **old)
{
  g_autoptr (GPtrArray) paths = sl_casebook_folder_list (self->folder, SL_CASEBOOK_CLIPS, ".json");

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (JsonNode) root = read_json (self, paths->pdata[i], FALSE, &bytes);
      const char *id = NULL;

      if (root == NULL)
        return NULL;
      if (JSON_NODE_HOLDS_OBJECT (root))
        id = sl_record_get_text (json_node_get_object (root), "id");
      if (id == NULL || (self->target->clip != NULL ? !g_str_equal (id, self->target->clip) : paths->len > 1))
        continue;
      *path = g_strdup (paths->pdata[i]);
      *old = g_steal_pointer (&bytes);
      return g_steal_pointer (&root);
    }
  if (self->target->clip != NULL)
    fail (self, _ ("there is no clip “%s” in this casebook; choose one that is there"), self->target->clip);
  else
    fail (self, _ ("say with “--clip” which clip gets these records"));
  return NULL;
}

static gboolean
merge_clip (Into *self)
{
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GBytes) old = NULL;
  JsonObject *clip;

  if (sl_records_count (self->records, SL_RECORDS_CUES) + sl_records_count (self->records, SL_RECORDS_CHAPTERS) +
        sl_records_count (self->records, SL_RECORDS_NOTES) ==
      0)
    return TRUE;
  root = find_clip (self, &path, &old);
  if (root == NULL)
    return FALSE;
  clip = json_node_get_object (root);
  if (!merge_list (self, path, clip, SL_RECORDS_CHAPTERS) || !merge_list (self, path, clip, SL_RECORDS_NOTES) ||
      !write_captions (self, clip))
    return FALSE;
  print_file (add_file (self, path, g_steal_pointer (&old)), root);
  return TRUE;
}

static void
put_back (Into *self, guint n_written)
{
  for (guint i = 0; i < n_written; i++)
    {
      const NewFile   *file = self->files->pdata[i];
      g_autofree char *path = g_build_filename (self->target->folder, file->path, NULL);
      g_autoptr (GError) error = NULL;

      if (file->old == NULL)
        g_unlink (path);
      else if (!g_file_set_contents (path, g_bytes_get_data (file->old, NULL), (gssize)g_bytes_get_size (file->old), &error))
        sl_report_add (self->report, SL_SEVERITY_ERROR, file->path, NULL, "not-put-back", NULL,
                       _ ("this file could not be put back as it was: %s"), error->message);
    }
}

static gboolean
write_files (Into *self)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const NewFile   *file = self->files->pdata[i];
      g_autofree char *path = g_build_filename (self->target->folder, file->path, NULL);

      if (!g_file_set_contents (path, file->text->str, (gssize)file->text->len, self->error))
        {
          put_back (self, i);
          return FALSE;
        }
    }
  return TRUE;
}

/* What a reader finds wrong, without the lines, which move. Returns: (transfer full) (element-type utf8 guint) */
static GHashTable *
count_errors (Into *self, GPtrArray **findings, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->target->folder);
  g_autoptr (SlCasebook) casebook = sl_casebook_reader_read_folder (folder, findings, error);
  GHashTable *errors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; *findings != NULL && i < (*findings)->len; i++)
    {
      const SlFinding *finding = (*findings)->pdata[i];
      char            *key;

      if (sl_finding_get_severity (finding) != SL_SEVERITY_ERROR)
        continue;
      key = g_strdup_printf ("%s %s %s", sl_finding_get_file (finding), sl_finding_get_code (finding), sl_finding_get_text (finding));
      g_hash_table_insert (errors, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (errors, key)) + 1));
    }
  return errors;
}

/* Reports the errors that were not there @before. Returns: whether there are any */
static gboolean
has_new_errors (Into *self, GHashTable *before)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) after = count_errors (self, &findings, &error);
  gboolean found = FALSE;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];
      g_autofree char *key = g_strdup_printf ("%s %s %s", sl_finding_get_file (finding), sl_finding_get_code (finding),
                                              sl_finding_get_text (finding));

      if (GPOINTER_TO_UINT (g_hash_table_lookup (after, key)) <= GPOINTER_TO_UINT (g_hash_table_lookup (before, key)))
        continue;
      found = TRUE;
      sl_report_add (self->report, SL_SEVERITY_ERROR, sl_finding_get_file (finding),
                     &(SlTextPlace){sl_finding_get_line (finding), sl_finding_get_column (finding)},
                     sl_finding_get_code (finding), sl_finding_get_place (finding), "%s", sl_finding_get_text (finding));
    }
  return found;
}

static gboolean
write_and_read (Into *self)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GHashTable) before = count_errors (self, &findings, self->error);

  if (*self->error != NULL || !write_files (self))
    return FALSE;
  if (!has_new_errors (self, before))
    return TRUE;
  put_back (self, self->files->len);
  return fail (self, _ ("the casebook would have new errors so, and was left as it is; mend the records"));
}

gboolean
sl_import_into (SlRecords *records, const SlImportTarget *target, SlReport *report, GError **error)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (SlCasebookFolder) files = NULL;
  g_autoptr (GPtrArray) new_files = g_ptr_array_new_with_free_func ((GDestroyNotify)new_file_free);
  g_autoptr (GError) cause = NULL;
  Into     self;
  gboolean good;

  g_return_val_if_fail (records != NULL && target != NULL && target->folder != NULL && report != NULL, FALSE);

  folder = g_file_new_for_path (target->folder);
  files = sl_casebook_folder_new (folder, error);
  if (files == NULL)
    return FALSE;
  self = (Into){target, records, report, files, new_files, &cause};
  good = merge_clip (&self) && merge_file (&self, "facts.json", SL_RECORDS_FACTS) &&
         merge_file (&self, "events.json", SL_RECORDS_EVENTS);
  if (good && new_files->len == 0)
    good = fail (&self, _ ("there is nothing in this file that could be written into a casebook"));
  good = good && write_and_read (&self);
  if (!good && cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return good;
}
