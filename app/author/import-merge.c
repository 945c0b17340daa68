/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records that come from elsewhere among those that are there: each keeps its id, its place and whatever
 * the newcomer does not speak of.
 */
#include "config.h"

#include "import-merge.h"

#include "records-fields.h"

#include <glib/gi18n-lib.h>

static JsonArray *
copy_array (JsonArray *array)
{
  JsonArray *copy = json_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    json_array_add_element (copy, sl_import_merge_copy (json_array_get_element (array, i)));
  return copy;
}

static JsonObject *
copy_object (JsonObject *object)
{
  JsonObject    *copy = json_object_new ();
  JsonObjectIter iter;
  const char    *key;
  JsonNode      *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    json_object_set_member (copy, key, sl_import_merge_copy (value));
  return copy;
}

JsonNode *
sl_import_merge_copy (JsonNode *node)
{
  JsonNode *copy;

  g_return_val_if_fail (node != NULL, NULL);

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      copy = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (copy, copy_object (json_node_get_object (node)));
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      copy = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (copy, copy_array (json_node_get_array (node)));
    }
  else
    {
      copy = json_node_copy (node);
    }
  return copy;
}

void
sl_import_merge_learn (SlImportMerge *merge, JsonArray *list)
{
  g_return_if_fail (merge != NULL);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *record = sl_record_get_element (list, i);
      const char *id = sl_record_get_text (record, "id");

      if (id != NULL)
        g_hash_table_add (merge->ids, g_strdup (id));
      sl_import_merge_learn (merge, sl_record_get_array (record, "chapters"));
    }
}

/* The record with @id in @list or nested in it. */
static JsonObject *
find (JsonArray *list, const char *id)
{
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *record = sl_record_get_element (list, i);
      JsonObject *found = NULL;

      if (record != NULL)
        found = g_strcmp0 (sl_record_get_text (record, "id"), id) == 0 ? record
                                                                       : find (sl_record_get_array (record, "chapters"), id);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
get_title (JsonObject *record)
{
  static const char *const keys[] = {"title", "statement", "text"};

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (sl_record_get_text (record, keys[i]) != NULL)
      return sl_record_get_text (record, keys[i]);
  return NULL;
}

/* What a list names its records with when their titles do not help. */
static const char *
get_word (SlRecordsKind kind)
{
  static const char *const words[SL_RECORDS_N_KINDS] = {"cue", "chapter", "note", "fact", "event"};

  return words[kind];
}

/* The fields of @record without nested chapters, behind an id in the first place. */
static JsonObject *
copy_with_id (JsonObject *record, const char *id)
{
  JsonObject    *copy = json_object_new ();
  JsonObjectIter iter;
  const char    *key;
  JsonNode      *value;

  json_object_set_string_member (copy, "id", id);
  json_object_iter_init_ordered (&iter, record);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    if (!g_str_equal (key, "id") && !g_str_equal (key, "chapters"))
      json_object_set_member (copy, key, sl_import_merge_copy (value));
  return copy;
}

static void
replace_members (JsonObject *record, JsonObject *other)
{
  JsonObjectIter iter;
  const char    *key;
  JsonNode      *value;

  json_object_iter_init_ordered (&iter, other);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    if (!g_str_equal (key, "chapters"))
      json_object_set_member (record, key, sl_import_merge_copy (value));
}

static gboolean merge_all (SlImportMerge *merge, JsonArray *whole, JsonArray *list, JsonArray *records, SlRecordsKind kind);

/* Chapters that are nested in @record go into @target. @whole: the list of the clip */
static gboolean
merge_inner (SlImportMerge *merge, JsonArray *whole, JsonObject *target, JsonObject *record)
{
  JsonArray *inner = sl_record_get_array (record, "chapters");
  JsonArray *list = sl_record_get_array (target, "chapters");

  if (inner == NULL || json_array_get_length (inner) == 0)
    return TRUE;
  if (list == NULL)
    {
      list = json_array_new ();
      json_object_set_array_member (target, "chapters", list);
    }
  return merge_all (merge, whole, list, inner, SL_RECORDS_CHAPTERS);
}

/* Puts @target before those at the end of @list that begin later; what has no time comes last. */
static void
insert_by_time (JsonArray *list, JsonObject *target)
{
  const gint64 start = sl_record_get_time (target, "from");
  guint        n_later = 0;
  guint        length = json_array_get_length (list);

  while (start != SL_TIME_NONE && n_later < length &&
         sl_record_get_time (sl_record_get_element (list, length - n_later - 1), "from") > start)
    n_later++;
  json_array_add_object_element (list, target);
  for (guint i = 0; i < n_later; i++)
    {
      JsonNode *later = json_array_dup_element (list, length - n_later);

      json_array_remove_element (list, length - n_later);
      json_array_add_element (list, later);
    }
}

static gboolean
merge_record (SlImportMerge *merge, JsonArray *whole, JsonArray *list, JsonObject *record, SlRecordsKind kind)
{
  const char *id = sl_record_get_text (record, "id");
  JsonObject *target;

  if (g_hash_table_contains (merge->ids, id))
    {
      target = find (whole, id);
      if (!merge->replace || target == NULL)
        {
          sl_report_add (merge->report, SL_SEVERITY_ERROR, merge->file, NULL, "taken-id", sl_records_kind_name (kind),
                         _ ("the id “%s” is taken already; give the new record another, or replace with “--replace”"), id);
          return FALSE;
        }
      replace_members (target, record);
      return merge_inner (merge, whole, target, record);
    }
  g_hash_table_add (merge->ids, g_strdup (id));
  target = copy_with_id (record, id);
  insert_by_time (list, target);
  return merge_inner (merge, whole, target, record);
}

static gboolean
merge_all (SlImportMerge *merge, JsonArray *whole, JsonArray *list, JsonArray *records, SlRecordsKind kind)
{
  gboolean good = TRUE;

  for (guint i = 0; i < json_array_get_length (records); i++)
    good = merge_record (merge, whole, list, sl_record_get_element (records, i), kind) && good;
  return good;
}

/* Ids that the newcomers bring are taken before others are made, or a made one could get in their way. */
static void
reserve (GHashTable *ids, JsonArray *records)
{
  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonObject *record = sl_record_get_element (records, i);
      const char *id = sl_record_get_text (record, "id");

      if (id != NULL)
        g_hash_table_add (ids, g_strdup (id));
      if (sl_record_get_array (record, "chapters") != NULL)
        reserve (ids, sl_record_get_array (record, "chapters"));
    }
}

/* Gives every record in @records an id. */
static void
name_all (GHashTable *ids, JsonArray *records, SlRecordsKind kind)
{
  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonObject *record = sl_record_get_element (records, i);

      if (sl_record_get_text (record, "id") == NULL)
        {
          g_autofree char *id = sl_record_make_id (get_title (record), get_word (kind), ids);

          json_object_set_string_member (record, "id", id);
        }
      if (sl_record_get_array (record, "chapters") != NULL)
        name_all (ids, sl_record_get_array (record, "chapters"), kind);
    }
}

gboolean
sl_import_merge_lists (SlImportMerge *merge, JsonArray *list, JsonArray *records, SlRecordsKind kind)
{
  g_autoptr (GHashTable) reserved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray     *named;
  GHashTableIter iter;
  gpointer       id;
  gboolean       good;

  g_return_val_if_fail (merge != NULL && list != NULL && records != NULL, FALSE);

  named = copy_array (records);
  g_hash_table_iter_init (&iter, merge->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (reserved, g_strdup (id));
  reserve (reserved, named);
  name_all (reserved, named, kind);
  good = merge_all (merge, list, list, named, kind);
  json_array_unref (named);
  return good;
}
