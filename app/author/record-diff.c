/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What differs between two versions of a casebook, record by record, and which differences their readers are
 * owed a word about. How that is printed is the word's business.
 */
#include "config.h"

#include "record-diff.h"

#include "date.h"
#include "span.h"

#include <glib/gi18n-lib.h>

static void compare_lists (GPtrArray *changes, const char *word, GPtrArray *old_list, GPtrArray *new_list);

static char *dup_draft (SlDraft *draft);

static void
field_change_free (gpointer data)
{
  SlFieldChange *self = data;

  g_free (self->old_text);
  g_free (self->new_text);
  g_free (self);
}

static void
record_change_free (gpointer data)
{
  SlRecordChange *self = data;

  g_free (self->record);
  g_clear_pointer (&self->old_draft, sl_draft_unref);
  g_clear_pointer (&self->new_draft, sl_draft_unref);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

static char *
dup_enum (const GValue *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (G_VALUE_TYPE (value));
  GEnumValue *one = g_enum_get_value (klass, g_value_get_enum (value));

  return g_strdelimit (g_strdup (one->value_nick), "-", '_');
}

static char *
dup_list (GPtrArray *drafts)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    g_ptr_array_add (texts, dup_draft (drafts->pdata[i]));
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("; ", (char **)texts->pdata);
}

/* Returns: (transfer full): the value as people read it */
static char *
dup_value (SlDraft *draft, const SlSchemaField *field)
{
  const GValue *value = sl_draft_get (draft, field->key);
  g_auto (GValue) text = G_VALUE_INIT;

  switch ((int)field->kind)
    {
    case SL_SCHEMA_ENUM:
      return dup_enum (value);
    case SL_SCHEMA_TIME:
    case SL_SCHEMA_SECONDS:
      return sl_time_format (g_value_get_int64 (value));
    case SL_SCHEMA_DATE:
      return sl_date_to_string (g_value_get_boxed (value));
    case SL_SCHEMA_BOOL:
      return g_strdup (g_value_get_boolean (value) ? "true" : "false");
    case SL_SCHEMA_TEXTS:
    case SL_SCHEMA_IDS:
      return g_strjoinv ("; ", (char **)sl_draft_get_strings (draft, field->key));
    case SL_SCHEMA_GROUP:
    case SL_SCHEMA_OBJECT:
      return dup_draft (sl_draft_get_draft (draft, field->key));
    case SL_SCHEMA_LIST:
      return dup_list (sl_draft_get_list (draft, field->key));
    default:
      g_value_init (&text, G_TYPE_STRING);
      return g_value_transform (value, &text) ? g_value_dup_string (&text) : g_strdup ("");
    }
}

/* Whether the file says it, and it is no record of its own. */
static gboolean
is_compared (SlDraft *draft, const SlSchemaField *field)
{
  if (field->kind == SL_SCHEMA_COMPUTED || field->kind == SL_SCHEMA_ANY || !sl_draft_is_given (draft, field->key))
    return FALSE;
  return field->kind != SL_SCHEMA_LIST || field->schema->word == NULL;
}

static char *
dup_draft (SlDraft *draft)
{
  GString *text = g_string_new (NULL);

  for (const SlSchemaField *field = sl_draft_get_schema (draft)->fields; field->kind != SL_SCHEMA_END; field++)
    if (is_compared (draft, field))
      {
        g_autofree char *value = dup_value (draft, field);

        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? ", " : "", field->key, value);
      }
  return g_string_free (text, FALSE);
}

static SlRecordChange *
add_change (GPtrArray *changes, const char *record, SlRecordChangeKind kind, SlDraft *old_draft, SlDraft *new_draft)
{
  SlRecordChange *change = g_new0 (SlRecordChange, 1);

  change->record = g_strdup (record);
  change->kind = kind;
  change->old_draft = old_draft != NULL ? sl_draft_ref (old_draft) : NULL;
  change->new_draft = new_draft != NULL ? sl_draft_ref (new_draft) : NULL;
  change->fields = g_ptr_array_new_with_free_func (field_change_free);
  g_ptr_array_add (changes, change);
  return change;
}

static void
compare_field (GPtrArray *fields, const SlSchemaField *field, SlDraft *old_draft, SlDraft *new_draft)
{
  g_autofree char *old_text = is_compared (old_draft, field) ? dup_value (old_draft, field) : NULL;
  g_autofree char *new_text = is_compared (new_draft, field) ? dup_value (new_draft, field) : NULL;
  SlFieldChange   *change;

  if (g_strcmp0 (old_text, new_text) == 0)
    return;
  change = g_new0 (SlFieldChange, 1);
  change->field = field;
  change->old_text = g_steal_pointer (&old_text);
  change->new_text = g_steal_pointer (&new_text);
  g_ptr_array_add (fields, change);
}

static void
compare_drafts (GPtrArray *changes, const char *record, SlDraft *old_draft, SlDraft *new_draft)
{
  const SlSchemaField *fields = sl_draft_get_schema (new_draft)->fields;
  SlRecordChange      *change = add_change (changes, record, SL_RECORD_CHANGED, old_draft, new_draft);

  for (const SlSchemaField *field = fields; field->kind != SL_SCHEMA_END; field++)
    compare_field (change->fields, field, old_draft, new_draft);
  if (change->fields->len == 0)
    g_ptr_array_set_size (changes, (int)changes->len - 1);
  for (const SlSchemaField *field = fields; field->kind != SL_SCHEMA_END; field++)
    if (field->kind == SL_SCHEMA_LIST && field->schema->word != NULL)
      {
        g_autofree char *word = g_strdup_printf ("%s/%s", record, field->schema->word);

        compare_lists (changes, word, sl_draft_get_list (old_draft, field->key), sl_draft_get_list (new_draft, field->key));
      }
}

static GHashTable *
index_drafts (GPtrArray *drafts)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    g_hash_table_insert (index, (gpointer)sl_draft_get_string (drafts->pdata[i], "id"), drafts->pdata[i]);
  return index;
}

/* @word: what stands before an id, as in "fact". Both lists: (nullable) */
static void
compare_lists (GPtrArray *changes, const char *word, GPtrArray *old_list, GPtrArray *new_list)
{
  g_autoptr (GHashTable) old_index = index_drafts (old_list);
  g_autoptr (GHashTable) new_index = index_drafts (new_list);

  for (guint i = 0; new_list != NULL && i < new_list->len; i++)
    {
      const char      *id = sl_draft_get_string (new_list->pdata[i], "id");
      SlDraft         *old_draft = g_hash_table_lookup (old_index, id);
      g_autofree char *record = g_strdup_printf ("%s/%s", word, id);

      if (old_draft != NULL)
        compare_drafts (changes, record, old_draft, new_list->pdata[i]);
      else
        add_change (changes, record, SL_RECORD_ADDED, NULL, new_list->pdata[i]);
    }
  for (guint i = 0; old_list != NULL && i < old_list->len; i++)
    {
      const char      *id = sl_draft_get_string (old_list->pdata[i], "id");
      g_autofree char *record = g_strdup_printf ("%s/%s", word, id);

      if (!g_hash_table_contains (new_index, id))
        add_change (changes, record, SL_RECORD_REMOVED, old_list->pdata[i], NULL);
    }
}

GPtrArray *
sl_record_diff_compare (SlCasebookDrafts *old_drafts, SlCasebookDrafts *new_drafts)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (record_change_free);

  g_return_val_if_fail (old_drafts != NULL && new_drafts != NULL, NULL);

  compare_drafts (changes, "casebook", old_drafts->casebook, new_drafts->casebook);
  for (guint kind = SL_KIND_NONE + 1; kind < SL_N_KINDS; kind++)
    compare_lists (changes, sl_casebook_fields_get_kind (kind)->word, old_drafts->records[kind], new_drafts->records[kind]);
  return changes;
}

/* Whether @fact says of a change what @old_fact does not say. */
static gboolean
has_new_entry (SlDraft *old_fact, SlDraft *fact)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *before = sl_draft_get_list (old_fact, "changes");
  GPtrArray *now = sl_draft_get_list (fact, "changes");

  for (guint i = 0; before != NULL && i < before->len; i++)
    g_hash_table_add (known, dup_draft (before->pdata[i]));
  for (guint i = 0; now != NULL && i < now->len; i++)
    {
      g_autofree char *entry = dup_draft (now->pdata[i]);

      if (!g_hash_table_contains (known, entry))
        return TRUE;
    }
  return FALSE;
}

static void
report_standing (const SlRecordChange *change, SlReport *report)
{
  for (guint i = 0; i < change->fields->len; i++)
    {
      const SlFieldChange *field = change->fields->pdata[i];

      if (g_str_equal (field->field->key, "standing") && !has_new_entry (change->old_draft, change->new_draft))
        sl_draft_report (change->new_draft, report, SL_SEVERITY_ERROR, "unexplained-standing", "standing", -1,
                         _ ("the standing was “%s” and is “%s” now; say since when and why in “changes”"),
                            field->old_text, field->new_text);
    }
}

void
sl_record_diff_report (GPtrArray        *changes,
                       SlCasebookDrafts *old_drafts,
                       SlCasebookDrafts *new_drafts,
                       SlReport         *report)
{
  const SlSchema  *fact = sl_casebook_fields_get_kind (SL_KIND_FACTS)->schema;
  g_autofree char *old_version = dup_value (old_drafts->casebook, sl_schema_find_field (sl_draft_get_schema (old_drafts->casebook), "version"));
  g_autofree char *new_version = dup_value (new_drafts->casebook, sl_schema_find_field (sl_draft_get_schema (new_drafts->casebook), "version"));

  g_return_if_fail (changes != NULL && report != NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const SlRecordChange *change = changes->pdata[i];
      SlDraft              *draft = change->new_draft != NULL ? change->new_draft : change->old_draft;

      if (sl_draft_get_schema (draft) != fact)
        continue;
      if (change->kind == SL_RECORD_CHANGED)
        report_standing (change, report);
      else if (change->kind == SL_RECORD_REMOVED)
        sl_draft_report (new_drafts->casebook, report, SL_SEVERITY_WARNING, "removed-fact", NULL, -1,
                         _ ("“%s” is gone, and every link to it is broken; keep it with the standing “withdrawn”"),
                            change->record);
    }
  if (changes->len > 0 && g_str_equal (old_version, new_version))
    sl_draft_report (new_drafts->casebook, report, SL_SEVERITY_WARNING, "same-version", "version", -1,
                     _ ("the casebook has changed and its version has not; write the day of the change"));
}
