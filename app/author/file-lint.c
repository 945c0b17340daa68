/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON files that look as if they were of the casebook and are read by nobody: a letter too few in a name
 * must not make records vanish in silence. The folders for what is named by path are reference-lint's.
 */
#include "config.h"

#include "file-lint.h"

#include "draft-walk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUFFIX ".json"
#define MAX_DEPTH 4

typedef struct
{
  SlCasebookDrafts *drafts;
  GHashTable       *named; /* (element-type utf8): the paths that records name */
  GPtrArray        *paths; /* of utf8: the JSON files that are there */
} Lint;

/* Where files lie that records name. */
static const char *const other_folders[] = {"documents", "images", "locale", "media", NULL};

static void
visit (SlDraft *draft, gpointer data)
{
  Lint *self = data;

  for (const SlSchemaField *field = sl_draft_get_schema (draft)->fields; field->kind != SL_SCHEMA_END; field++)
    if (field->kind == SL_SCHEMA_PATH && sl_draft_has (draft, field->key))
      g_hash_table_add (self->named, (gpointer)sl_draft_get_string (draft, field->key));
}

/* @path: of @folder, with a slash at its end, or empty. Links are not followed. */
static void
collect (Lint *self, GFile *folder, const char *path, guint depth)
{
  g_autoptr (GFileEnumerator) names = g_file_enumerate_children (folder, "standard::name,standard::type",
                                                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFileInfo *info;
  GFile     *child;

  while (names != NULL && g_file_enumerator_iterate (names, &info, &child, NULL, NULL) && info != NULL)
    {
      const char      *name = g_file_info_get_name (info);
      g_autofree char *full = g_strdup_printf ("%s%s", path, name);
      g_autofree char *inner = g_strconcat (full, "/", NULL);

      if (*name == '.' || !g_utf8_validate (name, -1, NULL))
        continue;
      if (g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
        {
          if (g_str_has_suffix (name, SUFFIX))
            g_ptr_array_add (self->paths, g_steal_pointer (&full));
        }
      else if (depth < MAX_DEPTH && !(depth == 0 && g_strv_contains (other_folders, name)))
        collect (self, child, inner, depth + 1);
    }
}

/* Whether @path is a file of the format. What differs from one in capital letters only is told by the reader. */
static gboolean
is_known (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_equal (lower, SL_CASEBOOK_FILE))
    return TRUE;
  for (guint kind = SL_KIND_NONE + 1; kind < SL_N_KINDS; kind++)
    if (g_strcmp0 (sl_casebook_fields_get_kind (kind)->file, lower) == 0)
      return TRUE;
  return g_str_has_prefix (lower, SL_CASEBOOK_CLIPS "/") && strchr (lower + strlen (SL_CASEBOOK_CLIPS "/"), '/') == NULL;
}

/* Returns: (transfer full) (nullable): the name that @path was likely meant to have */
static char *
guess (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autofree char *stem = g_ascii_strdown (name, (gssize)(strlen (name) - strlen (SUFFIX)));
  g_autofree char *file = g_strconcat (stem, SUFFIX, NULL);

  if (g_str_has_prefix (lower, "clip/") || g_str_has_prefix (lower, "clips/"))
    return g_strdup_printf (SL_CASEBOOK_CLIPS "/%s", name);
  if (g_str_equal (file, SL_CASEBOOK_FILE))
    return g_strdup (file);
  for (guint kind = SL_KIND_NONE + 1; kind < SL_N_KINDS; kind++)
    {
      const SlKindInfo *info = sl_casebook_fields_get_kind (kind);

      if (info->file != NULL && (g_str_equal (stem, info->word) || g_str_equal (file, info->file)))
        return g_strdup (info->file);
    }
  return NULL;
}

/* In a folder of one's own there may be whatever one likes, unless it looks like records. */
static void
check_file (Lint *self, const char *path)
{
  g_autofree char *meant = NULL;

  if (is_known (path) || g_hash_table_contains (self->named, path))
    return;
  meant = guess (path);
  if (meant != NULL)
    sl_report_add (self->drafts->report, SL_SEVERITY_WARNING, path, NULL, "unknown-file", NULL,
                   _ ("this file is not read under this name; call it “%s”, or take it out"), meant);
  else if (strchr (path, '/') == NULL)
    sl_report_add (self->drafts->report, SL_SEVERITY_WARNING, path, NULL, "unknown-file", NULL,
                   _ ("the format knows no file of this name, so it is not read; put what is in it where it belongs, "
                      "such as “facts.json” or “clips”, or take it out"));
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

void
sl_file_lint_run (SlCasebookDrafts *drafts, GFile *folder)
{
  Lint self = {.drafts = drafts};
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (drafts != NULL && G_IS_FILE (folder));

  self.named = named;
  self.paths = paths;
  sl_draft_walk (drafts, visit, &self);
  collect (&self, folder, "", 0);
  g_ptr_array_sort (paths, compare_paths);
  for (guint i = 0; i < paths->len; i++)
    check_file (&self, paths->pdata[i]);
}
