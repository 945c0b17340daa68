/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is in a casebook and leads nowhere. Facts, events and films stand on their own: each is in a list of
 * its own that viewers see. A source, a person, a place or a file is reached through others only, and a clip
 * through the list of its film.
 */
#include "config.h"

#include "reference-lint.h"

#include "draft-walk.h"
#include "markup.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SlCasebookDrafts *drafts;
  GHashTable       *names; /* (element-type utf8): what is named, as in "source/paper" */
  GHashTable       *files; /* (element-type utf8): paths */
} Lint;

/* The folders whose files are there to be named; what else lies about is not the program's business. */
static const char *const folders[] = {"clips", "documents", "images", "media"};

static void
add_name (Lint *self, const char *word, const char *id)
{
  g_hash_table_add (self->names, g_strdup_printf ("%s/%s", word, id));
}

static void
add_links (Lint *self, const char *text)
{
  g_autoptr (GPtrArray) runs = sl_markup_parse (text, NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const SlMarkupRun *run = runs->pdata[i];

      if (run->link != SL_MARKUP_NO_LINK)
        add_name (self, sl_markup_link_to_word (run->link), run->id);
    }
}

static void
add_value (Lint *self, SlDraft *draft, const SlSchemaField *field)
{
  const char *word = field->refers != SL_KIND_NONE ? sl_casebook_fields_get_kind (field->refers)->word : NULL;

  if (word != NULL && field->kind == SL_SCHEMA_ID)
    {
      add_name (self, word, sl_draft_get_string (draft, field->key));
    }
  else if (word != NULL)
    {
      const char *const *ids = sl_draft_get_strings (draft, field->key);

      for (guint i = 0; ids[i] != NULL; i++)
        add_name (self, word, ids[i]);
    }
  else if (field->kind == SL_SCHEMA_PATH)
    {
      g_hash_table_add (self->files, g_strdup (sl_draft_get_string (draft, field->key)));
    }
  else if ((field->flags & SL_SCHEMA_TRANSLATED) != 0)
    {
      add_links (self, sl_draft_get_string (draft, field->key));
    }
}

static void
visit (SlDraft *draft, gpointer data)
{
  for (const SlSchemaField *field = sl_draft_get_schema (draft)->fields; field->kind != SL_SCHEMA_END; field++)
    if (sl_draft_has (draft, field->key))
      add_value (data, draft, field);
}

static void
check_kind (Lint *self, SlKind kind)
{
  const SlKindInfo *info = sl_casebook_fields_get_kind (kind);
  GPtrArray        *records = self->drafts->records[kind];

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", info->word, sl_draft_get_string (records->pdata[i], "id"));

      if (!g_hash_table_contains (self->names, name))
        sl_draft_report (records->pdata[i], self->drafts->report, SL_SEVERITY_HINT, "unused-record", "id", -1,
                         _ ("nothing names “%s”, so nobody sees it; name it where it belongs or take it out"), name);
    }
}

/* Whether the film of @clip lists it. */
static gboolean
is_listed (Lint *self, SlDraft *clip)
{
  GPtrArray *films = self->drafts->records[SL_KIND_FILMS];

  for (guint i = 0; i < films->len; i++)
    if (g_strcmp0 (sl_draft_get_string (films->pdata[i], "id"), sl_draft_get_string (clip, "film")) == 0)
      {
        const char *const *clips = sl_draft_get_strings (films->pdata[i], "clips");

        return clips != NULL && g_strv_contains (clips, sl_draft_get_string (clip, "id"));
      }
  return TRUE; /* that the film is not there is said already */
}

static void
check_clips (Lint *self)
{
  GPtrArray *clips = self->drafts->records[SL_KIND_CLIPS];

  for (guint i = 0; i < clips->len; i++)
    if (!is_listed (self, clips->pdata[i]))
      sl_draft_report (clips->pdata[i], self->drafts->report, SL_SEVERITY_WARNING, "unlisted-clip", "film", -1,
                       _ ("the film “%s” does not list this clip, so nobody finds it; add “%s” to its “clips”"),
                          sl_draft_get_string (clips->pdata[i], "film"), sl_draft_get_string (clips->pdata[i], "id"));
}

static void
check_files (Lint *self, const char *folder)
{
  g_autoptr (GPtrArray) paths = sl_casebook_folder_list (self->drafts->folder, folder, "");

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = paths->pdata[i];

      if (g_hash_table_contains (self->files, path) || !sl_casebook_folder_check (self->drafts->folder, path, NULL) ||
          (g_str_equal (folder, SL_CASEBOOK_CLIPS) && g_str_has_suffix (path, ".json")))
        continue;
      sl_report_add (self->drafts->report, SL_SEVERITY_HINT, path, NULL, "unused-file", NULL,
                     _ ("nothing names this file; name it where it belongs or take it out"));
    }
}

/* What was left out may have named what looks unused now; when that is mended, this is looked at again. */
static gboolean
is_complete (SlCasebookDrafts *drafts)
{
  GPtrArray *findings = sl_report_get_findings (drafts->report);

  for (guint i = 0; i < findings->len; i++)
    if (sl_finding_get_severity (findings->pdata[i]) == SL_SEVERITY_ERROR)
      return FALSE;
  return TRUE;
}

void
sl_reference_lint_run (SlCasebookDrafts *drafts)
{
  Lint self = {.drafts = drafts};

  g_return_if_fail (drafts != NULL);

  if (!is_complete (drafts))
    return;
  self.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sl_draft_walk (drafts, visit, &self);
  check_kind (&self, SL_KIND_SOURCES);
  check_kind (&self, SL_KIND_PEOPLE);
  check_kind (&self, SL_KIND_PLACES);
  check_clips (&self);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    check_files (&self, folders[i]);
  g_hash_table_unref (self.names);
  g_hash_table_unref (self.files);
}
