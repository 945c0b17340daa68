/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What differs between two versions of a casebook, record by record, and which differences their readers are
 * owed a word about. How that is printed is the word's business.
 */
#include "config.h"

#include "record-diff.h"

#include "caption.h"
#include "date.h"
#include "span.h"

#include <glib/gi18n-lib.h>

#define MAX_FILE (64 * 1024 * 1024)

typedef struct
{
  GPtrArray        *changes; /* (element-type SlRecordChange) */
  SlCasebookFolder *old_folder;
  SlCasebookFolder *new_folder;
} Comparison;

static void compare_lists (Comparison *self, const char *word, GPtrArray *old_list, GPtrArray *new_list);

static char *dup_draft (SlDraft *draft, SlCasebookFolder *folder);

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
dup_list (GPtrArray *drafts, SlCasebookFolder *folder)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    g_ptr_array_add (texts, dup_draft (drafts->pdata[i], folder));
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("; ", (char **)texts->pdata);
}

/* Whether it is a list of tracks, whose captions are compared one by one. */
static gboolean
is_track (const SlSchema *schema)
{
  return sl_schema_find_field (schema, "=captions") != NULL;
}

/* Names a file with the beginning of its sum, so that other bytes make another text. */
static char *
dup_file (SlDraft *draft, const char *path, SlCasebookFolder *folder)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sum = NULL;

  if (folder != NULL && !is_track (sl_draft_get_schema (draft)))
    bytes = sl_casebook_folder_read (folder, path, MAX_FILE, NULL);
  if (bytes == NULL)
    return g_strdup (path);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return g_strdup_printf ("%s (SHA-256 %.12s…)", path, sum);
}

/* @folder: (nullable). Returns: (transfer full): the value as people read it */
static char *
dup_value (SlDraft *draft, const SlSchemaField *field, SlCasebookFolder *folder)
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
    case SL_SCHEMA_PATH:
      return dup_file (draft, g_value_get_string (value), folder);
    case SL_SCHEMA_BOOL:
      return g_strdup (g_value_get_boolean (value) ? "true" : "false");
    case SL_SCHEMA_TEXTS:
    case SL_SCHEMA_IDS:
      return g_strjoinv ("; ", (char **)sl_draft_get_strings (draft, field->key));
    case SL_SCHEMA_GROUP:
    case SL_SCHEMA_OBJECT:
      return dup_draft (sl_draft_get_draft (draft, field->key), folder);
    case SL_SCHEMA_LIST:
      return dup_list (sl_draft_get_list (draft, field->key), folder);
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
dup_draft (SlDraft *draft, SlCasebookFolder *folder)
{
  GString *text = g_string_new (NULL);

  for (const SlSchemaField *field = sl_draft_get_schema (draft)->fields; field->kind != SL_SCHEMA_END; field++)
    if (is_compared (draft, field))
      {
        g_autofree char *value = dup_value (draft, field, folder);

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

/* Both texts: (transfer full) (nullable) */
static void
compare_texts (GPtrArray *fields, const char *key, char *old_text, char *new_text)
{
  SlFieldChange *change = g_new (SlFieldChange, 1);

  *change = (SlFieldChange){key, old_text, new_text};
  if (g_strcmp0 (old_text, new_text) == 0)
    field_change_free (change);
  else
    g_ptr_array_add (fields, change);
}

static void
drop_if_equal (Comparison *self, const SlRecordChange *change)
{
  if (change->fields->len == 0)
    g_ptr_array_set_size (self->changes, (int)self->changes->len - 1);
}

static void
compare_captions (Comparison *self, const char *record, SlDraft *old_track, SlDraft *new_track, SlCaption *old, SlCaption *new)
{
  SlRecordChange *change = add_change (self->changes, record, SL_RECORD_CHANGED, old_track, new_track);

  compare_texts (change->fields, "from", sl_time_format (sl_caption_get_start (old)), sl_time_format (sl_caption_get_start (new)));
  compare_texts (change->fields, "to", sl_time_format (sl_caption_get_end (old)), sl_time_format (sl_caption_get_end (new)));
  compare_texts (change->fields, "speaker", g_strdup (sl_caption_get_speaker (old)), g_strdup (sl_caption_get_speaker (new)));
  compare_texts (change->fields, "text", g_strdup (sl_caption_get_text (old)), g_strdup (sl_caption_get_text (new)));
  drop_if_equal (self, change);
}

/* Returns: (transfer full) (element-type utf8 SlCaption): those of @track (nullable); of one id the first */
static GHashTable *
index_captions (SlDraft *track, GPtrArray *ids)
{
  GHashTable   *index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  const GValue *value = track != NULL ? sl_draft_get (track, "=captions") : NULL;
  GListModel   *captions = value != NULL ? g_value_get_object (value) : NULL;

  for (guint i = 0; captions != NULL && i < g_list_model_get_n_items (captions); i++)
    {
      SlCaption *caption = g_list_model_get_item (captions, i);

      if (g_hash_table_contains (index, sl_caption_get_id (caption)))
        {
          g_object_unref (caption);
          continue;
        }
      g_hash_table_insert (index, (gpointer)sl_caption_get_id (caption), caption);
      g_ptr_array_add (ids, (gpointer)sl_caption_get_id (caption));
    }
  return index;
}

/* Both: (nullable). @record: what stands before the id of a caption */
static void
compare_track (Comparison *self, const char *record, SlDraft *old_track, SlDraft *new_track)
{
  g_autoptr (GPtrArray) old_ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) new_ids = g_ptr_array_new ();
  g_autoptr (GHashTable) old_index = index_captions (old_track, old_ids);
  g_autoptr (GHashTable) new_index = index_captions (new_track, new_ids);

  for (guint i = 0; i < new_ids->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", record, (char *)new_ids->pdata[i]);
      SlCaption       *old = g_hash_table_lookup (old_index, new_ids->pdata[i]);

      if (old != NULL)
        compare_captions (self, name, old_track, new_track, old, g_hash_table_lookup (new_index, new_ids->pdata[i]));
      else
        add_change (self->changes, name, SL_RECORD_ADDED, NULL, new_track);
    }
  for (guint i = 0; i < old_ids->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", record, (char *)old_ids->pdata[i]);

      if (!g_hash_table_contains (new_index, old_ids->pdata[i]))
        add_change (self->changes, name, SL_RECORD_REMOVED, old_track, NULL);
    }
}

static SlDraft *
find_track (GPtrArray *tracks, SlDraft *like)
{
  for (guint i = 0; tracks != NULL && i < tracks->len; i++)
    if (g_strcmp0 (sl_draft_get_string (tracks->pdata[i], "language"), sl_draft_get_string (like, "language")) == 0 &&
        g_strcmp0 (sl_draft_get_string (tracks->pdata[i], "kind"), sl_draft_get_string (like, "kind")) == 0)
      return tracks->pdata[i];
  return NULL;
}

/* The captions of tracks that both have; a track that only one has is told by the clip itself. */
static void
compare_tracks (Comparison *self, const char *record, GPtrArray *old_tracks, GPtrArray *new_tracks)
{
  for (guint i = 0; new_tracks != NULL && i < new_tracks->len; i++)
    {
      SlDraft         *new_track = new_tracks->pdata[i];
      SlDraft         *old_track = find_track (old_tracks, new_track);
      g_autofree char *name = g_strdup_printf ("%s/%s", record, sl_draft_get_string (new_track, "language"));

      if (old_track != NULL)
        compare_track (self, name, old_track, new_track);
    }
}

static void
compare_field (Comparison *self, GPtrArray *fields, const SlSchemaField *field, SlDraft *old_draft, SlDraft *new_draft)
{
  compare_texts (fields, field->key, is_compared (old_draft, field) ? dup_value (old_draft, field, self->old_folder) : NULL,
                 is_compared (new_draft, field) ? dup_value (new_draft, field, self->new_folder) : NULL);
}

static void
compare_drafts (Comparison *self, const char *record, SlDraft *old_draft, SlDraft *new_draft)
{
  const SlSchemaField *fields = sl_draft_get_schema (new_draft)->fields;
  SlRecordChange      *change = add_change (self->changes, record, SL_RECORD_CHANGED, old_draft, new_draft);

  for (const SlSchemaField *field = fields; field->kind != SL_SCHEMA_END; field++)
    compare_field (self, change->fields, field, old_draft, new_draft);
  drop_if_equal (self, change);
  for (const SlSchemaField *field = fields; field->kind != SL_SCHEMA_END; field++)
    if (field->kind == SL_SCHEMA_LIST)
      {
        const char      *name = field->schema->word != NULL ? field->schema->word : field->key;
        g_autofree char *word = g_strdup_printf ("%s/%s", record, name);
        GPtrArray       *old_list = sl_draft_get_list (old_draft, field->key);
        GPtrArray       *new_list = sl_draft_get_list (new_draft, field->key);

        if (field->schema->word != NULL)
          compare_lists (self, word, old_list, new_list);
        else if (is_track (field->schema))
          compare_tracks (self, word, old_list, new_list);
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
compare_lists (Comparison *self, const char *word, GPtrArray *old_list, GPtrArray *new_list)
{
  g_autoptr (GHashTable) old_index = index_drafts (old_list);
  g_autoptr (GHashTable) new_index = index_drafts (new_list);

  for (guint i = 0; new_list != NULL && i < new_list->len; i++)
    {
      const char      *id = sl_draft_get_string (new_list->pdata[i], "id");
      SlDraft         *old_draft = g_hash_table_lookup (old_index, id);
      g_autofree char *record = g_strdup_printf ("%s/%s", word, id);

      if (old_draft != NULL)
        compare_drafts (self, record, old_draft, new_list->pdata[i]);
      else
        add_change (self->changes, record, SL_RECORD_ADDED, NULL, new_list->pdata[i]);
    }
  for (guint i = 0; old_list != NULL && i < old_list->len; i++)
    {
      const char      *id = sl_draft_get_string (old_list->pdata[i], "id");
      g_autofree char *record = g_strdup_printf ("%s/%s", word, id);

      if (!g_hash_table_contains (new_index, id))
        add_change (self->changes, record, SL_RECORD_REMOVED, old_list->pdata[i], NULL);
    }
}

GPtrArray *
sl_record_diff_compare (SlCasebookDrafts *old_drafts, SlCasebookDrafts *new_drafts)
{
  Comparison self = {g_ptr_array_new_with_free_func (record_change_free), old_drafts->folder, new_drafts->folder};

  compare_drafts (&self, "casebook", old_drafts->casebook, new_drafts->casebook);
  for (guint kind = SL_KIND_NONE + 1; kind < SL_N_KINDS; kind++)
    compare_lists (&self, sl_casebook_fields_get_kind (kind)->word, old_drafts->records[kind], new_drafts->records[kind]);
  return self.changes;
}

/* Whether @fact says of a change what @old_fact does not say. */
static gboolean
has_new_entry (SlDraft *old_fact, SlDraft *fact)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *before = sl_draft_get_list (old_fact, "changes");
  GPtrArray *now = sl_draft_get_list (fact, "changes");

  for (guint i = 0; before != NULL && i < before->len; i++)
    g_hash_table_add (known, dup_draft (before->pdata[i], NULL));
  for (guint i = 0; now != NULL && i < now->len; i++)
    {
      g_autofree char *entry = dup_draft (now->pdata[i], NULL);

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

      if (g_str_equal (field->key, "standing") && !has_new_entry (change->old_draft, change->new_draft))
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
  g_autofree char *old_version = dup_value (old_drafts->casebook, sl_schema_find_field (sl_draft_get_schema (old_drafts->casebook), "version"), NULL);
  g_autofree char *new_version = dup_value (new_drafts->casebook, sl_schema_find_field (sl_draft_get_schema (new_drafts->casebook), "version"), NULL);

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
