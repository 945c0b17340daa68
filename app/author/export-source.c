/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A casebook as the JSON it is made of. Exporters take what is written, so that keys which the program does
 * not know get a chance, and so do records that a reader would leave out; whether the casebook is good is
 * told by `check`.
 */
#include "config.h"

#include "export-source.h"

#include "casebook-fields.h"
#include "casebook-folder.h"
#include "document.h"
#include "format.h"
#include "records-fields.h"
#include "webvtt-importer.h"
#include "webvtt.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SlCasebookFolder *folder;
  SlRecords        *records;
  SlReport         *report;
} Source;

/* Reads a file that is one value. @missing: whether it may be missing. Returns: (transfer full) (nullable): NULL
 * without an error when it may and is */
static JsonNode *
read_json (Source *self, const char *path, gboolean may_miss, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) bytes = sl_casebook_folder_read (self->folder, path, SL_JSON_MAX_BYTES, &cause);
  g_autoptr (SlDocument) document = NULL;

  if (bytes == NULL)
    {
      if (!may_miss || !g_error_matches (cause, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_NOT_FOUND))
        g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  document = sl_document_new (path, bytes, self->report, error);
  return document != NULL ? json_node_copy (sl_document_get_root (document)) : NULL;
}

/* Puts the value of @path behind @key of what the records belong to. */
static gboolean
read_about (Source *self, const char *key, const char *path, gboolean may_miss, GError **error)
{
  g_autoptr (GError) cause = NULL;
  JsonNode *node = read_json (self, path, may_miss, &cause);

  if (node != NULL)
    json_object_set_member (sl_records_get_about (self->records), key, node);
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return node != NULL || (may_miss && cause == NULL && (error == NULL || *error == NULL));
}

static void
copy_list (SlRecords *records, SlRecordsKind kind, JsonArray *array)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *record = sl_record_get_element (array, i);

      if (record != NULL)
        sl_records_add (records, kind, json_object_ref (record));
    }
}

static gboolean
read_clips (Source *self, GError **error)
{
  g_autoptr (GPtrArray) paths = sl_casebook_folder_list (self->folder, SL_CASEBOOK_CLIPS, ".json");
  JsonArray *clips = json_array_new ();

  json_object_set_array_member (sl_records_get_about (self->records), "clips", clips);
  for (guint i = 0; i < paths->len; i++)
    {
      JsonNode *node = read_json (self, paths->pdata[i], FALSE, error);

      if (node == NULL)
        return FALSE;
      json_array_add_element (clips, node);
    }
  return TRUE;
}

/* @id: (nullable). Returns: (nullable): the clip; NULL with @error */
static JsonObject *
choose_clip (Source *self, const char *id, GError **error)
{
  JsonArray       *clips = sl_record_get_array (sl_records_get_about (self->records), "clips");
  JsonObject      *clip = id != NULL ? sl_record_find (clips, "id", id) : NULL;
  g_autofree char *ids = NULL;
  GString         *list;

  if (id == NULL && json_array_get_length (clips) == 1)
    clip = sl_record_get_element (clips, 0);
  if (clip != NULL)
    return clip;
  list = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (clips); i++)
    {
      const char *one = sl_record_get_text (sl_record_get_element (clips, i), "id");

      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", one != NULL ? one : "?");
    }
  ids = g_string_free (list, FALSE);
  if (id != NULL)
    g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_USAGE, _ ("there is no clip “%s”; these are there: %s"), id, ids);
  else
    g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_USAGE, _ ("say which clip with “--clip”; these are there: %s"), ids);
  return NULL;
}

static gboolean
read_cues (Source *self, JsonObject *clip, const char *language, GError **error)
{
  JsonArray      *tracks = sl_record_get_array (clip, "captions");
  JsonObject     *casebook = sl_record_get_object (sl_records_get_about (self->records), "casebook");
  const char     *wanted = language;
  JsonObject     *track;
  const char     *path;
  SlFormatOptions options = {0};
  SlImport        import = {.options = &options, .records = self->records, .report = self->report};
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) cues = NULL;

  if (wanted == NULL)
    wanted = sl_record_get_text (clip, "language");
  if (wanted == NULL)
    wanted = sl_record_get_text (casebook, "language");
  track = sl_record_find (tracks, "language", wanted);
  if (track == NULL && language == NULL && tracks != NULL && json_array_get_length (tracks) > 0)
    track = sl_record_get_element (tracks, 0);
  path = sl_record_get_text (track, "file");
  if (path == NULL)
    return TRUE;
  import.file = path;
  bytes = sl_casebook_folder_read (self->folder, path, SL_WEBVTT_MAX_BYTES, error);
  if (bytes != NULL)
    cues = sl_webvtt_parse (bytes, path, self->report, error);
  if (cues != NULL)
    sl_webvtt_import_captions (&import, cues);
  return cues != NULL;
}

static gboolean
read_clip (Source *self, JsonObject *clip, const char *language, GError **error)
{
  JsonObject *about = sl_records_get_about (self->records);
  JsonObject *film = sl_record_find (sl_record_get_array (about, "films"), "id", sl_record_get_text (clip, "film"));

  json_object_set_object_member (about, "clip", json_object_ref (clip));
  if (film != NULL)
    json_object_set_object_member (about, "film", json_object_ref (film));
  copy_list (self->records, SL_RECORDS_CHAPTERS, sl_record_get_array (clip, "chapters"));
  copy_list (self->records, SL_RECORDS_NOTES, sl_record_get_array (clip, "notes"));
  return read_cues (self, clip, language, error);
}

static gboolean
read_all (Source *self, const char *clip, gboolean needs_clip, const char *language, GError **error)
{
  JsonObject *about = sl_records_get_about (self->records);
  JsonObject *chosen = NULL;
  JsonNode   *root;

  if (!read_about (self, "casebook", SL_CASEBOOK_FILE, FALSE, error) ||
      !read_about (self, "films", "films.json", TRUE, error) || !read_about (self, "sources", "sources.json", TRUE, error) ||
      !read_about (self, "facts", "facts.json", TRUE, error) || !read_about (self, "events", "events.json", TRUE, error) ||
      !read_clips (self, error))
    return FALSE;
  root = json_object_get_member (about, "casebook");
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_OTHER, _ ("“%s” is not an object; look at it with “check”"), SL_CASEBOOK_FILE);
      return FALSE;
    }
  copy_list (self->records, SL_RECORDS_FACTS, sl_record_get_array (about, "facts"));
  copy_list (self->records, SL_RECORDS_EVENTS, sl_record_get_array (about, "events"));
  if (needs_clip || clip != NULL)
    {
      chosen = choose_clip (self, clip, error);
      return chosen != NULL && read_clip (self, chosen, language, error);
    }
  return TRUE;
}

SlRecords *
sl_export_source_read (GFile      *folder,
                       const char *clip,
                       gboolean    needs_clip,
                       const char *language,
                       SlReport   *report,
                       GError    **error)
{
  g_autoptr (SlCasebookFolder) files = NULL;
  g_autoptr (SlRecords) records = NULL;
  Source self;

  g_return_val_if_fail (G_IS_FILE (folder) && report != NULL, NULL);

  files = sl_casebook_folder_new (folder, error);
  if (files == NULL)
    return NULL;
  records = sl_records_new ();
  self = (Source){files, records, report};
  return read_all (&self, clip, needs_clip, language, error) ? g_steal_pointer (&records) : NULL;
}
