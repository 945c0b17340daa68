/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records that come from elsewhere among those that are there: each keeps its id, its place and whatever
 * the newcomer does not speak of.
 */
#include "config.h"

#include "import-merge.h"

#include "records-fields.h"

#include <glib/gi18n-lib.h>

/* A record that is not in its list yet. */
typedef struct
{
  JsonObject *record; /* owned until it is in there */
  gint64      start;  /* ns; SL_TIME_MAX without one */
} Newcomer;

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

      if (id != NULL && !g_hash_table_contains (merge->ids, id))
        g_hash_table_insert (merge->ids, g_strdup (id), record);
      sl_import_merge_learn (merge, sl_record_get_array (record, "chapters"));
    }
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

static gboolean merge_all (SlImportMerge *merge, JsonArray *list, JsonArray *records, SlRecordsKind kind);

/* Chapters that are nested in @record go into @target. */
static gboolean
merge_inner (SlImportMerge *merge, JsonObject *target, JsonObject *record)
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
  return merge_all (merge, list, inner, SL_RECORDS_CHAPTERS);
}

static gboolean
begins_later (JsonNode *node, const Newcomer *newcomer)
{
  return JSON_NODE_HOLDS_OBJECT (node) && sl_record_get_time (json_node_get_object (node), "from") > newcomer->start;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 first = ((const Newcomer *)a)->start;
  const gint64 second = ((const Newcomer *)b)->start;

  return (first > second) - (first < second);
}

/* Takes all elements out of @list. Returns: (transfer full) (element-type JsonNode) */
static GPtrArray *
take_elements (JsonArray *list)
{
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (list); i++)
    g_ptr_array_add (nodes, json_array_dup_element (list, i));
  for (guint i = json_array_get_length (list); i > 0; i--)
    json_array_remove_element (list, i - 1);
  return nodes;
}

/* Puts each newcomer before those at the end of @list that begin later, and what has no time at the end; what is
 * there keeps its order. The list is made anew once, as it may be long. */
static void
insert_by_time (JsonArray *list, GArray *newcomers)
{
  g_autoptr (GPtrArray) nodes = take_elements (list);
  g_autoptr (GPtrArray) reversed = g_ptr_array_new ();
  guint n_left = nodes->len;

  g_array_sort (newcomers, compare_times); /* which keeps the order of equals */
  for (guint i = newcomers->len; i > 0; i--)
    {
      const Newcomer *newcomer = &g_array_index (newcomers, Newcomer, i - 1);
      JsonNode       *node = json_node_new (JSON_NODE_OBJECT);

      for (; n_left > 0 && begins_later (nodes->pdata[n_left - 1], newcomer); n_left--)
        g_ptr_array_add (reversed, nodes->pdata[n_left - 1]);
      json_node_take_object (node, newcomer->record);
      g_ptr_array_add (reversed, node);
    }
  for (guint i = 0; i < n_left; i++)
    json_array_add_element (list, nodes->pdata[i]);
  for (guint i = reversed->len; i > 0; i--)
    json_array_add_element (list, reversed->pdata[i - 1]);
}

/* @newcomers: (element-type Newcomer): grows when @record is new */
static gboolean
merge_record (SlImportMerge *merge, GArray *newcomers, JsonObject *record, SlRecordsKind kind)
{
  const char *id = sl_record_get_text (record, "id");
  JsonObject *target = g_hash_table_lookup (merge->ids, id);
  Newcomer    newcomer;

  if (target != NULL && !merge->replace)
    {
      sl_report_add (merge->report, SL_SEVERITY_ERROR, merge->file, NULL, "taken-id", sl_records_kind_name (kind),
                     _ ("the id “%s” is taken already; give the new record another, or replace with “--replace”"), id);
      return FALSE;
    }
  if (target != NULL)
    {
      replace_members (target, record);
      return merge_inner (merge, target, record);
    }
  target = copy_with_id (record, id);
  g_hash_table_insert (merge->ids, g_strdup (id), target);
  newcomer = (Newcomer){target, sl_record_get_time (target, "from")};
  if (newcomer.start == SL_TIME_NONE)
    newcomer.start = SL_TIME_MAX;
  g_array_append_val (newcomers, newcomer);
  return merge_inner (merge, target, record);
}

static gboolean
merge_all (SlImportMerge *merge, JsonArray *list, JsonArray *records, SlRecordsKind kind)
{
  g_autoptr (GArray) newcomers = g_array_new (FALSE, FALSE, sizeof (Newcomer));
  gboolean good = TRUE;

  for (guint i = 0; i < json_array_get_length (records); i++)
    good = merge_record (merge, newcomers, sl_record_get_element (records, i), kind) && good;
  insert_by_time (list, newcomers);
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
        g_hash_table_insert (ids, g_strdup (id), NULL);
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
    g_hash_table_insert (reserved, g_strdup (id), NULL);
  reserve (reserved, named);
  name_all (reserved, named, kind);
  good = merge_all (merge, list, named, kind);
  json_array_unref (named);
  return good;
}
