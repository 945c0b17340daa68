/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of a JSON file that a translator gets, found by walking the table of its fields beside it. It
 * reads the values themselves and not drafts: these have lost the comments, and what the rules have dropped.
 * Depth is limited by json-scan, so records in records are walked by recursion.
 */
#include "schema-texts.h"

#include "schema-value.h"
#include "span.h"

#define NS_PER_MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  SlDocument      *document;
  SlSchemaTextFunc func;
  gpointer         data;
} Walk;

/* Where in the walk a record is. */
typedef struct
{
  const char *context; /* of the record */
  const char *root;    /* of the record whose file, or place in a file, it is: ids are unique in there */
} Where;

static void walk_record (Walk *self, const SlSchema *schema, JsonNode *node, guint entry, const Where *where);

/* Reads the member of @field, if there is one. Returns: whether it is good; it is in @value then */
static gboolean
read_member (JsonNode *node, const SlSchemaField *field, GValue *value)
{
  JsonNode        *member = json_object_get_member (json_node_get_object (node), field->key);
  g_autofree char *wrong = NULL;
  const char      *code;

  if (member == NULL)
    return FALSE;
  wrong = sl_schema_value_read (field, member, value, &code);
  return wrong == NULL;
}

/* The id of a record comes first in its table. Returns: (transfer full) (nullable) */
static char *
dup_id (const SlSchema *schema, JsonNode *node)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (schema->fields[0].kind != SL_SCHEMA_ID || !JSON_NODE_HOLDS_OBJECT (node) ||
      !read_member (node, &schema->fields[0], &value))
    return NULL;
  return g_value_dup_string (&value);
}

/* How long a timed record is on the screen. */
static gint64
get_duration (const SlSchema *schema, JsonNode *node)
{
  gint64 start = 0;
  gint64 end = SL_TIME_NONE;
  gint64 minimum = 0;

  if (schema->speed == 0)
    return SL_TIME_NONE;
  for (const SlSchemaField *field = schema->fields; field->kind != SL_SCHEMA_END; field++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if ((field->kind != SL_SCHEMA_TIME && field->kind != SL_SCHEMA_SECONDS) ||
          !read_member (node, field, &value))
        continue;
      if (field->kind == SL_SCHEMA_SECONDS)
        minimum = g_value_get_int64 (&value);
      else if (g_strcmp0 (field->property, "end") == 0)
        end = g_value_get_int64 (&value);
      else
        start = g_value_get_int64 (&value);
    }
  return MAX (MAX (end - start, 0), minimum);
}

static void
tell (Walk *self, const SlSchemaField *field, const SlSchemaText *record, JsonNode *node, const char *context)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *wrong = NULL;
  const char      *code;
  SlSchemaText     text = *record;

  wrong = sl_schema_value_read (field, node, &value, &code);
  if (wrong != NULL)
    return;
  text.context = context;
  text.text = json_node_get_string (node);
  if ((field->flags & SL_SCHEMA_TIMED) == 0)
    {
      text.duration = SL_TIME_NONE;
      text.max_characters = 0;
    }
  self->func (&text, self->data);
}

static void
walk_list (Walk *self, const SlSchemaField *field, JsonArray *array, guint entry, const Where *where)
{
  guint item = entry + 1;

  for (guint i = 0; i < json_array_get_length (array); i++, item = sl_document_skip (self->document, item))
    {
      JsonNode        *node = json_array_get_element (array, i);
      g_autofree char *id = field->schema->word != NULL ? dup_id (field->schema, node) : NULL;
      g_autofree char *context = NULL;
      Where            inner = {NULL, where->root};

      if (id != NULL)
        context = g_strdup_printf ("%s/%s/%s", where->root, field->schema->word, id);
      else if (field->schema->word == NULL)
        context = g_strdup_printf ("%s/%s/%u", where->context, field->key, i);
      inner.context = context;
      if (context != NULL)
        walk_record (self, field->schema, node, item, &inner);
    }
}

static void
walk_field (Walk *self, const SlSchemaField *field, const SlSchemaText *record, JsonNode *node, guint entry, const Where *where)
{
  g_autofree char *context = g_strdup_printf ("%s/%s", where->context, field->key);
  const Where      inner = {context, where->root};

  if ((field->flags & SL_SCHEMA_TRANSLATED) != 0)
    tell (self, field, record, node, context);
  else if (field->kind == SL_SCHEMA_LIST && JSON_NODE_HOLDS_ARRAY (node))
    walk_list (self, field, json_node_get_array (node), entry, where);
  else if (field->kind == SL_SCHEMA_GROUP || field->kind == SL_SCHEMA_OBJECT)
    walk_record (self, field->schema, node, entry, &inner);
}

static void
walk_record (Walk *self, const SlSchema *schema, JsonNode *node, guint entry, const Where *where)
{
  SlSchemaText   record = {0};
  JsonObjectIter iter;
  const char    *key;
  JsonNode      *value;
  guint          at = entry + 1;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  value = json_object_get_member (json_node_get_object (node), "comment");
  if (value == NULL || !sl_schema_value_is_string (value, &record.comment))
    record.comment = NULL;
  record.duration = get_duration (schema, node);
  if (record.duration > 0)
    record.max_characters = (guint)MIN (record.duration / NS_PER_MS * schema->speed / 1000, G_MAXINT);

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      const SlSchemaField *field = sl_schema_find_field (schema, key);

      record.at = sl_document_locate (self->document, at + 1);
      if (field != NULL)
        walk_field (self, field, &record, value, at + 1, where);
      at = sl_document_skip (self->document, at + 1);
    }
}

static void
walk_top (Walk *self, const SlSchema *schema, const char *word, gboolean by_id, JsonNode *node, guint entry)
{
  g_autofree char *id = by_id ? dup_id (schema, node) : NULL;
  g_autofree char *context = id != NULL ? g_strdup_printf ("%s/%s", word, id) : g_strdup (word);
  const Where      where = {context, context};

  if (id != NULL || !by_id)
    walk_record (self, schema, node, entry, &where);
}

void
sl_schema_texts_walk_object (const SlSchema *schema, const char *word, gboolean by_id, SlDocument *document, SlSchemaTextFunc func, gpointer data)
{
  Walk walk = {document, func, data};

  g_return_if_fail (schema != NULL && word != NULL && document != NULL && func != NULL);

  walk_top (&walk, schema, word, by_id, sl_document_get_root (document), 0);
}

void
sl_schema_texts_walk_array (const SlSchema *schema, const char *word, SlDocument *document, SlSchemaTextFunc func, gpointer data)
{
  Walk      walk = {document, func, data};
  JsonNode *root;
  guint     entry = 1;

  g_return_if_fail (schema != NULL && word != NULL && document != NULL && func != NULL);

  root = sl_document_get_root (document);
  if (!JSON_NODE_HOLDS_ARRAY (root))
    return;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (root)); i++)
    {
      walk_top (&walk, schema, word, TRUE, json_array_get_element (json_node_get_array (root), i), entry);
      entry = sl_document_skip (document, entry);
    }
}
