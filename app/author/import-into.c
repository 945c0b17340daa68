/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records into the files of a casebook, all or nothing: what is there stays, what is unknown stays, and what
 * would make an error of the casebook is undone. The lists themselves are import-merge's, the disk is
 * import-files'.
 */
#include "config.h"

#include "import-into.h"

#include "casebook-fields.h"
#include "casebook-reader.h"
#include "document.h"
#include "formats.h"
#include "import-files.h"
#include "import-merge.h"
#include "records-fields.h"
#include "records-print.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const SlImportTarget *target;
  SlRecords            *records;
  SlReport             *report;
  SlImportFiles        *files;
  GError              **error;
} Into;

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

/* Reads what may be missing. Returns: (transfer full) (nullable): NULL with an error unless it is missing */
static GBytes *
read_old (Into *self, const char *path)
{
  g_autoptr (GError) cause = NULL;
  GBytes *bytes = sl_casebook_folder_read (sl_import_files_get_folder (self->files), path, SL_JSON_MAX_BYTES, &cause);

  if (bytes == NULL && !g_error_matches (cause, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_NOT_FOUND))
    g_propagate_error (self->error, g_steal_pointer (&cause));
  return bytes;
}

/* Returns: (transfer full) (nullable): a copy to change; NULL with @error */
static JsonNode *
parse (const char *path, GBytes *bytes, SlReport *report, GError **error)
{
  g_autoptr (SlDocument) document = sl_document_new (path, bytes, report, error);

  return document != NULL ? sl_import_merge_copy (sl_document_get_root (document)) : NULL;
}

/* What is written of @root is all there was in @old but what the scan had to mend. */
static gboolean
check_whole (Into *self, const char *path, GBytes *old)
{
  g_autoptr (SlJsonScan) scan = sl_json_scan_new (old, NULL, NULL);

  if (scan != NULL && sl_json_scan_get_n_mends (scan) == 0)
    return TRUE;
  return fail (self, _ ("“%s” has faults in it that would be lost when it is written anew; mend what “check” tells first"), path);
}

/* @old: (nullable) */
static gboolean
add_json (Into *self, const char *path, GBytes *old, JsonNode *root)
{
  GString *text;

  if (old != NULL && !check_whole (self, path, old))
    return FALSE;
  text = g_string_new (NULL);
  sl_records_print_node (text, root, 0, SL_RECORDS_PRINT_PLAIN);
  g_string_append_c (text, '\n');
  return sl_import_files_add (self->files, path, old, g_string_free (text, FALSE), self->error);
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
  g_autoptr (GBytes) old = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (sl_records_count (self->records, kind) == 0)
    return TRUE;
  old = read_old (self, path);
  if (*self->error != NULL)
    return FALSE;
  if (old != NULL)
    {
      root = parse (path, old, self->report, self->error);
    }
  else
    {
      root = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (root, json_array_new ());
    }
  if (root == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_ARRAY (root))
    return fail (self, _ ("“%s” is not a list; look at it with “check”"), path);
  return merge (self, path, json_node_get_array (root), kind) && add_json (self, path, old, root);
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
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) casebook = NULL;
  const char *language = self->target->language;

  if (language == NULL)
    language = sl_record_get_text (clip, "language");
  if (language != NULL)
    return g_strdup (language);
  bytes = read_old (self, SL_CASEBOOK_FILE);
  if (bytes != NULL)
    casebook = parse (SL_CASEBOOK_FILE, bytes, self->report, self->error);
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

/* Letters, digits and dashes can make no path but a name. */
static gboolean
is_language (const char *text)
{
  const gsize length = strspn (text, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-");

  return length > 0 && text[length] == '\0' && g_ascii_isalpha (*text);
}

/* Returns: (transfer full) (nullable): the path of the captions; NULL with an error. @track: (nullable) */
static char *
choose_path (Into *self, JsonObject *clip, JsonObject *track, const char *language)
{
  const char *id = sl_record_get_text (clip, "id");

  if (!sl_record_is_id (id))
    fail (self, _ ("“%s” is no id of a clip; mend it first, see “check”"), id);
  else if (!is_language (language))
    fail (self, _ ("“%s” is no language; write a tag such as “en” or “pt-BR”"), language);
  else if (sl_record_get_text (track, "file") != NULL)
    return g_strdup (sl_record_get_text (track, "file"));
  else
    return g_strdup_printf ("%s/%s.%s.vtt", SL_CASEBOOK_CLIPS, id, language);
  return NULL;
}

/* A track that names something else, say the film, must not have it written over. @old: (nullable) */
static gboolean
is_webvtt (const char *path, GBytes *old)
{
  gsize       length;
  const char *data = old != NULL ? g_bytes_get_data (old, &length) : NULL;

  if (data == NULL)
    return old == NULL && g_str_has_suffix (path, ".vtt");
  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  return length >= 6 && memcmp (data, "WEBVTT", 6) == 0 && (length == 6 || strchr (" \t\r\n", data[6]) != NULL);
}

/* Whether the captions may go to @path. @track and @old: (nullable): what is there */
static gboolean
check_captions (Into *self, const char *path, const char *language, JsonObject *track, GBytes *old)
{
  if ((old != NULL || track != NULL) && !self->target->replace)
    return fail (self, _ ("there are captions in “%s” already; replace them with “--replace”"), language);
  if (!is_webvtt (path, old))
    return fail (self, _ ("“%s” is no WebVTT file, and is not written over; name another for these captions"), path);
  return TRUE;
}

/* Captions go into a WebVTT file as a whole. */
static gboolean
write_captions (Into *self, JsonObject *clip)
{
  g_autofree char *language = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) old = NULL;
  SlFormatOptions options = {.kind = "captions"};
  JsonObject     *track;
  GString        *text;

  if (sl_records_count (self->records, SL_RECORDS_CUES) == 0)
    return TRUE;
  language = choose_language (self, clip);
  if (*self->error != NULL)
    return FALSE;
  track = sl_record_find (sl_record_get_array (clip, "captions"), "language", language);
  path = choose_path (self, clip, track, language);
  if (path == NULL)
    return FALSE;
  old = read_old (self, path);
  if (*self->error != NULL || !check_captions (self, path, language, track, old))
    return FALSE;
  text = sl_formats_export (sl_formats_find ("webvtt"), self->records, &options, path, self->report, self->error);
  if (text == NULL)
    return FALSE;
  if (track == NULL)
    add_track (clip, language, path);
  return sl_import_files_add (self->files, path, old, g_string_free (text, FALSE), self->error);
}

/* Reads the clip in @path. Returns: (transfer full) (nullable): NULL with @error; @old: (out) (transfer full) */
static JsonNode *
read_clip (Into *self, const char *path, SlReport *report, GBytes **old, GError **error)
{
  g_autoptr (GBytes) bytes = sl_casebook_folder_read (sl_import_files_get_folder (self->files), path, SL_JSON_MAX_BYTES, error);
  JsonNode *root = bytes != NULL ? parse (path, bytes, report, error) : NULL;

  if (root != NULL && old != NULL)
    *old = g_steal_pointer (&bytes);
  return root;
}

static JsonNode *
fail_to_find (Into *self, const char *broken)
{
  if (broken != NULL && self->target->clip == NULL)
    {
      g_autoptr (JsonNode) root = read_clip (self, broken, self->report, NULL, self->error);

      if (root == NULL)
        return NULL;
    }
  if (self->target->clip != NULL)
    fail (self, _ ("there is no clip “%s” in this casebook; choose one that is there"), self->target->clip);
  else
    fail (self, _ ("say with “--clip” which clip gets these records"));
  return NULL;
}

/* The clip that is meant; others may be broken. Returns: (transfer full): NULL with an error; @path and @old: (out)
 * (transfer full) */
static JsonNode *
find_clip (Into *self, char **path, GBytes **old)
{
  g_autoptr (GPtrArray) paths = sl_casebook_folder_list (sl_import_files_get_folder (self->files), SL_CASEBOOK_CLIPS, ".json");
  const char *broken = NULL;

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (SlReport) others = sl_report_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (JsonNode) root = read_clip (self, paths->pdata[i], others, &bytes, NULL);
      const char *id = NULL;

      if (root == NULL)
        broken = paths->pdata[i];
      else if (JSON_NODE_HOLDS_OBJECT (root))
        id = sl_record_get_text (json_node_get_object (root), "id");
      if (id == NULL || (self->target->clip != NULL ? !g_str_equal (id, self->target->clip) : paths->len > 1))
        continue;
      *path = g_strdup (paths->pdata[i]);
      *old = g_steal_pointer (&bytes);
      return g_steal_pointer (&root);
    }
  return fail_to_find (self, broken);
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
  return merge_list (self, path, clip, SL_RECORDS_CHAPTERS) && merge_list (self, path, clip, SL_RECORDS_NOTES) &&
         write_captions (self, clip) && add_json (self, path, old, root);
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

/* Reports the errors that were not there @before. Returns: whether there are any; more than are told can hide one */
static gboolean
has_new_errors (Into *self, GHashTable *before)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) after = count_errors (self, &findings, &error);
  gboolean found = error != NULL;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];
      g_autofree char *key = g_strdup_printf ("%s %s %s", sl_finding_get_file (finding), sl_finding_get_code (finding),
                                              sl_finding_get_text (finding));

      if (sl_finding_get_severity (finding) != SL_SEVERITY_ERROR)
        continue;
      if (!g_str_equal (sl_finding_get_code (finding), "too-many-findings") &&
          GPOINTER_TO_UINT (g_hash_table_lookup (after, key)) <= GPOINTER_TO_UINT (g_hash_table_lookup (before, key)))
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

  if (*self->error != NULL || !sl_import_files_write (self->files, self->report, self->error))
    return FALSE;
  if (!has_new_errors (self, before))
    return TRUE;
  sl_import_files_put_back (self->files, self->report);
  return fail (self, _ ("the casebook would have new errors so, and was left as it is; mend the records"));
}

gboolean
sl_import_into (SlRecords *records, const SlImportTarget *target, SlReport *report, GError **error)
{
  g_autoptr (SlImportFiles) files = NULL;
  g_autoptr (GError) cause = NULL;
  Into     self;
  gboolean good;

  g_return_val_if_fail (records != NULL && target != NULL && target->folder != NULL && report != NULL, FALSE);

  self = (Into){target, records, report, NULL, &cause};
  if (g_str_has_suffix (target->folder, ".casebook") && g_file_test (target->folder, G_FILE_TEST_IS_REGULAR))
    fail (&self, _ ("“%s” is an archive, which cannot be written into; unpack it first with “unpack”"), target->folder);
  else
    self.files = files = sl_import_files_new (target->folder, &cause);
  if (files == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  good = merge_clip (&self) && merge_file (&self, "facts.json", SL_RECORDS_FACTS) &&
         merge_file (&self, "events.json", SL_RECORDS_EVENTS);
  if (good && sl_import_files_is_empty (files))
    good = fail (&self, _ ("there is nothing in this file that could be written into a casebook"));
  good = good && write_and_read (&self);
  if (!good && cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return good;
}
