/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What must hold between the records of a casebook, beyond the shape of each. The order matters: a fact may
 * fall because its source did, and then those who name the fact lose that name. Times in clips have rules
 * of their own, see clip-rules.
 */
#include "config.h"

#include "casebook-rules.h"

#include "clip-rules.h"
#include "draft-build.h"
#include "id-rules.h"
#include "source.h"
#include "standing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct _Rules Rules;

/* Looks at one value of a draft. Returns: FALSE to have the draft dropped */
typedef gboolean (*FieldRule) (Rules *self, SlDraft *draft, const SlSchemaField *field);

struct _Rules
{
  SlCasebookDrafts *drafts;
  SlReport         *report;
  GHashTable       *ids[SL_N_KINDS]; /* (element-type utf8 SlDraft): set once the kind is settled */
  GHashTable       *sources;         /* (element-type utf8 SlSource) */
  GHashTable       *bereft;          /* (element-type SlDraft): facts that have lost all sources that they name */
  guint             n_unsourced;     /* facts whose sources could not be read */
};

static gboolean walk (Rules *self, SlDraft *draft, FieldRule rule);

typedef struct
{
  Rules    *rules;
  FieldRule rule;
} Walk;

static gboolean
walk_item (SlDraft *draft, gpointer data)
{
  Walk *self = data;

  return walk (self->rules, draft, self->rule);
}

/* Applies @rule to every value in @draft and in the drafts in it. Returns: whether it can stay */
static gboolean
walk (Rules *self, SlDraft *draft, FieldRule rule)
{
  gboolean keep = TRUE;

  for (const SlSchemaField *field = sl_draft_get_schema (draft)->fields; field->kind != SL_SCHEMA_END; field++)
    {
      if (!sl_draft_has (draft, field->key))
        continue;
      if (field->kind == SL_SCHEMA_LIST)
        {
          Walk        inner = {self, rule};
          GPtrArray  *list = sl_draft_get_list (draft, field->key);
          const guint n_before = list->len;

          sl_draft_filter (list, walk_item, &inner);
          if (n_before > 0 && list->len == 0 && g_str_equal (field->key, "sources"))
            g_hash_table_add (self->bereft, draft);
        }
      else if (field->kind == SL_SCHEMA_GROUP || field->kind == SL_SCHEMA_OBJECT)
        {
          if (!walk (self, sl_draft_get_draft (draft, field->key), rule))
            sl_draft_clear (draft, field->key);
        }
      else if (!rule (self, draft, field))
        keep = FALSE;
    }
  return keep;
}

/* Top-level records stay, whatever of theirs is dropped. */
static void
walk_records (Rules *self, SlKind kind, FieldRule rule)
{
  GPtrArray *records = self->drafts->records[kind];

  for (guint i = 0; i < records->len; i++)
    walk (self, records->pdata[i], rule);
}

/* Drops a value that is of no use. Returns: whether the record can do without it */
static gboolean
drop_value (SlDraft *draft, const SlSchemaField *field)
{
  sl_draft_clear (draft, field->key);
  return (field->flags & SL_SCHEMA_REQUIRED) == 0;
}

static gboolean
check_file (Rules *self, SlDraft *draft, const SlSchemaField *field)
{
  g_autoptr (GError) error = NULL;
  gboolean is_missing;

  if (field->kind != SL_SCHEMA_PATH)
    return TRUE;
  if (sl_casebook_folder_check (self->drafts->folder, sl_draft_get_string (draft, field->key), &error))
    {
      if (sl_schema_find_field (sl_draft_get_schema (draft), "alt") != NULL && !sl_draft_has (draft, "alt"))
        sl_draft_report (draft, self->report, SL_SEVERITY_WARNING, "no-alt", field->key, -1,
                         _ ("this picture has no “alt”; say in words what it shows"));
      return TRUE;
    }
  /* A film that is there and does not open today is for the player to tell. */
  if ((g_error_matches (error, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_UNREADABLE) ||
       g_error_matches (error, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_NO_FILE)) &&
      sl_casebook_fields_is_medium (sl_draft_get_schema (draft)))
    {
      sl_draft_report (draft, self->report, SL_SEVERITY_WARNING, "bad-file", field->key, -1, "%s", error->message);
      return TRUE;
    }
  is_missing = g_error_matches (error, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_NOT_FOUND);
  sl_draft_report (draft, self->report, is_missing ? SL_SEVERITY_WARNING : SL_SEVERITY_ERROR,
                   is_missing ? "missing-file" : "bad-file", field->key, -1, "%s", error->message);
  return drop_value (draft, field);
}

/* Whether it was told already why there is no record @id: no need to tell everybody who names it. */
static gboolean
is_left_out (Rules *self, guint kind, const char *id)
{
  return self->drafts->unread[kind] || g_hash_table_contains (self->drafts->left_out[kind], id);
}

static void
report_dangling (Rules *self, SlDraft *draft, const SlSchemaField *field, int item, const char *id)
{
  const SlKindInfo *kind = sl_casebook_fields_get_kind (field->refers);

  if (is_left_out (self, field->refers, id))
    return;
  sl_draft_report (draft, self->report, SL_SEVERITY_WARNING, "dangling-reference", field->key, item,
                   _ ("there is no “%s/%s”; add it or take the reference out"), kind->word, id);
}

typedef struct
{
  Rules               *rules;
  const SlSchemaField *field;
  GHashTable          *seen; /* (element-type utf8) */
} References;

static gboolean
keep_reference (SlDraft *draft, const char *key, guint item, const char *id, gpointer data)
{
  References *self = data;

  if (!g_hash_table_contains (self->rules->ids[self->field->refers], id))
    {
      report_dangling (self->rules, draft, self->field, (int)item, id);
      return FALSE;
    }
  if (!g_hash_table_add (self->seen, (gpointer)id))
    {
      sl_draft_report (draft, self->rules->report, SL_SEVERITY_HINT, "duplicate-reference", key, (int)item,
                       _ ("“%s” is named twice here; take one out"), id);
      return FALSE;
    }
  return TRUE;
}

/* Looks at those references whose kind is settled by now. */
static gboolean
check_reference (Rules *self, SlDraft *draft, const SlSchemaField *field)
{
  const char *id;

  if (field->refers == SL_KIND_NONE || self->ids[field->refers] == NULL)
    return TRUE;
  if (field->kind == SL_SCHEMA_IDS)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      References references = {self, field, seen};

      sl_draft_keep_strings (draft, field->key, keep_reference, &references);
      return TRUE;
    }
  id = sl_draft_get_string (draft, field->key);
  if (!g_hash_table_contains (self->ids[field->refers], id))
    {
      report_dangling (self, draft, field, -1, id);
      return drop_value (draft, field);
    }
  if (field->refers == SL_KIND_SOURCES)
    sl_draft_set_object (draft, "=source", g_hash_table_lookup (self->sources, id));
  return TRUE;
}

/* Corrections name their records with the kind, as in "fact/refund". */
static gboolean
keep_record_name (SlDraft *draft, const char *key, guint item, const char *name, gpointer data)
{
  Rules      *self = data;
  const char *slash = strchr (name, '/');

  for (guint kind = SL_KIND_NONE + 1; slash != NULL && kind < SL_N_KINDS; kind++)
    {
      const char *word = sl_casebook_fields_get_kind (kind)->word;

      if (strlen (word) != (gsize)(slash - name) || !g_str_has_prefix (name, word))
        continue;
      if (g_hash_table_contains (self->ids[kind], slash + 1))
        return TRUE;
      if (is_left_out (self, kind, slash + 1))
        return FALSE;
    }
  sl_draft_report (draft, self->report, SL_SEVERITY_WARNING, "dangling-reference", key, (int)item,
                   _ ("there is no “%s”; write the kind and the id of a record, such as fact/refund"), name);
  return FALSE;
}

static void
check_corrections (Rules *self)
{
  GPtrArray *corrections = sl_draft_get_list (self->drafts->casebook, "corrections");

  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    sl_draft_keep_strings (corrections->pdata[i], "records", keep_record_name, self);
}

static gboolean
has_court_source (SlDraft *fact)
{
  GPtrArray *citations = sl_draft_get_list (fact, "sources");

  for (guint i = 0; i < citations->len; i++)
    {
      const GValue *source = sl_draft_get (citations->pdata[i], "=source");

      if (sl_source_get_source_type (g_value_get_object (source)) == SL_SOURCE_TYPE_COURT)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_empty (GPtrArray *list)
{
  return list == NULL || list->len == 0;
}

/* Nothing without a source, and no standing above what the sources carry. */
static gboolean
check_sources (Rules *self, SlDraft *fact)
{
  int standing = g_value_get_enum (sl_draft_get (fact, "standing"));

  if (sl_draft_has (fact, "withheld"))
    return TRUE;
  if (is_empty (sl_draft_get_list (fact, "sources")))
    {
      if (self->drafts->unread[SL_KIND_SOURCES] && sl_draft_is_given (fact, "sources"))
        self->n_unsourced++;
      else if (g_hash_table_contains (self->bereft, fact))
        sl_draft_report (fact, self->report, SL_SEVERITY_ERROR, "no-source", "sources", -1,
                         _ ("none of the sources that this fact names can be used; mend them or add another"));
      else
        sl_draft_report (fact, self->report, SL_SEVERITY_ERROR, "no-source", NULL, -1,
                         _ ("a fact needs at least one source; add one or withhold it with a reason"));
      return FALSE;
    }
  if (standing == SL_STANDING_ESTABLISHED_COURT && !has_court_source (fact))
    {
      sl_draft_report (fact, self->report, SL_SEVERITY_ERROR, "no-court-source", "standing", -1,
                       _ ("what a court has established needs a source of type court; add it or lower "
                          "the standing"));
      return FALSE;
    }
  if (standing == SL_STANDING_DISPUTED && is_empty (sl_draft_get_list (fact, "disputed_by")))
    {
      sl_draft_report (fact, self->report, SL_SEVERITY_ERROR, "no-dispute", "standing", -1,
                       _ ("a disputed fact needs its other side; add “disputed_by” or correct the "
                          "standing"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_fact (SlDraft *fact, gpointer data)
{
  Rules *self = data;

  if (check_sources (self, fact))
    return TRUE;
  g_hash_table_add (self->drafts->left_out[SL_KIND_FACTS], g_strdup (sl_draft_get_string (fact, "id")));
  return FALSE;
}

static void
check_facts (Rules *self)
{
  const char *file = sl_casebook_fields_get_kind (SL_KIND_FACTS)->file;

  sl_draft_filter (self->drafts->records[SL_KIND_FACTS], check_fact, self);
  if (self->n_unsourced > 0)
    sl_report_add (self->report, SL_SEVERITY_ERROR, file, NULL, "no-source", NULL,
                   ngettext ("%u fact rests on sources that cannot be read and is left out; mend “%s”",
                             "%u facts rest on sources that cannot be read and are left out; mend “%s”",
                             self->n_unsourced),
                   self->n_unsourced, sl_casebook_fields_get_kind (SL_KIND_SOURCES)->file);
}

static void
settle (Rules *self, SlKind kind)
{
  GPtrArray *records = self->drafts->records[kind];

  self->ids[kind] = g_hash_table_new (g_str_hash, g_str_equal);
  sl_id_rules_drop_duplicates (records, self->ids[kind], self->report);
}

/* Citations hold the objects themselves, so that all of them share one. */
static void
build_sources (Rules *self)
{
  GPtrArray *records = self->drafts->records[SL_KIND_SOURCES];

  self->drafts->sources = sl_draft_build_list (records, SL_TYPE_SOURCE);
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < records->len; i++)
    {
      SlSource *source = g_list_model_get_item (self->drafts->sources, i);

      g_hash_table_insert (self->sources, (gpointer)sl_source_get_id (source), source);
    }
}

static void
check_moments (Rules *self, SlKind kind)
{
  GPtrArray *records = self->drafts->records[kind];

  for (guint i = 0; i < records->len; i++)
    {
      GPtrArray *moments = sl_draft_get_list (records->pdata[i], "moments");

      for (guint j = 0; moments != NULL && j < moments->len; j++)
        {
          const char *clip = sl_draft_get_string (moments->pdata[j], "clip");

          sl_clip_rules_apply_to_moment (moments->pdata[j],
                                         g_hash_table_lookup (self->ids[SL_KIND_CLIPS], clip),
                                         self->report);
        }
    }
}

/* Sets what the format says for those that say nothing. */
static void
set_default_word (GPtrArray *records, const char *key, const char *word)
{
  for (guint i = 0; i < records->len; i++)
    if (!sl_draft_has (records->pdata[i], key))
      sl_draft_set_string (records->pdata[i], key, word);
}

void
sl_casebook_rules_apply (SlCasebookDrafts *drafts)
{
  Rules self = {.drafts = drafts, .report = drafts->report};

  g_return_if_fail (drafts != NULL && drafts->folder != NULL && drafts->casebook != NULL);

  self.bereft = g_hash_table_new (NULL, NULL);
  for (guint kind = SL_KIND_NONE + 1; kind < SL_N_KINDS; kind++)
    walk_records (&self, kind, check_file);
  settle (&self, SL_KIND_SOURCES);
  build_sources (&self);
  for (guint kind = SL_KIND_NONE + 1; kind < SL_N_KINDS; kind++)
    walk_records (&self, kind, check_reference);
  check_facts (&self);
  g_clear_pointer (&self.ids[SL_KIND_SOURCES], g_hash_table_unref);

  for (guint kind = SL_KIND_SOURCES + 1; kind < SL_N_KINDS; kind++)
    settle (&self, kind);
  for (guint kind = SL_KIND_NONE + 1; kind < SL_N_KINDS; kind++)
    walk_records (&self, kind, check_reference);
  settle (&self, SL_KIND_SOURCES);
  check_corrections (&self);
  check_moments (&self, SL_KIND_FACTS);
  check_moments (&self, SL_KIND_EVENTS);
  set_default_word (drafts->records[SL_KIND_PEOPLE], "kind", "person");
  for (guint i = 0; i < drafts->records[SL_KIND_CLIPS]->len; i++)
    sl_clip_rules_apply (drafts->records[SL_KIND_CLIPS]->pdata[i], drafts->folder, drafts->report);

  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    g_clear_pointer (&self.ids[kind], g_hash_table_unref);
  g_clear_pointer (&self.sources, g_hash_table_unref);
  g_hash_table_unref (self.bereft);
}
