/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From JSON values to drafts, by table. Types are taken at their word: what is not what the table asks for
 * is a finding, and it costs no more than its own value, or its record where that cannot stand without it.
 * Depth is limited by json-scan, so records in records are read by recursion.
 */
#include "config.h"

#include "schema.h"

#include "schema-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  SlDocument     *document;
  SlSchemaBudget *budget;
  SlReport       *report;
} Reading;

static SlDraft *read_record (Reading *self, const SlSchema *schema, JsonNode *node, guint entry, const char *place);

G_GNUC_PRINTF (6, 7)
static void
report_at (Reading    *self,
           SlSeverity  severity,
           guint       entry,
           const char *code,
           const char *place,
           const char *format,
           ...)
{
  SlTextPlace      at = sl_document_locate (self->document, entry);
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sl_report_add (self->report, severity, sl_document_get_file (self->document), &at, code, place,
                 "%s", text);
}

/* Whether the records of @schema have an id of their own: it is the first field then. */
static gboolean
has_id (const SlSchema *schema)
{
  return schema->fields[0].kind == SL_SCHEMA_ID && schema->fields[0].refers == 0;
}

/* The id goes into the place of a record, when it can be one. */
static char *
make_place (const SlSchema *schema, JsonNode *node, const char *place)
{
  const SlSchemaField *field = schema->fields;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *wrong = NULL;
  const char      *code;
  JsonNode        *id = NULL;

  if (has_id (schema) && JSON_NODE_HOLDS_OBJECT (node))
    id = json_object_get_member (json_node_get_object (node), field->key);
  if (id != NULL)
    wrong = sl_schema_value_read (field, id, &value, &code);
  if (id == NULL || wrong != NULL)
    return g_strdup (place);
  return g_strdup_printf ("%s \"%s\"", place, g_value_get_string (&value));
}

static gboolean
read_strings (Reading *self, SlDraft *draft, const SlSchemaField *field, JsonArray *array, guint entry)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean good = TRUE;
  guint    item = entry + 1;

  for (guint i = 0; i < json_array_get_length (array); i++, item = sl_document_skip (self->document, item))
    {
      g_auto (GValue) value = G_VALUE_INIT;
      const char      *code;
      g_autofree char *wrong = sl_schema_value_read (field, json_array_get_element (array, i), &value, &code);

      if (wrong != NULL)
        {
          if (!sl_document_is_mended (self->document, item))
            report_at (self, SL_SEVERITY_ERROR, item, code, sl_draft_get_place (draft), "%s", wrong);
          good = FALSE;
          continue;
        }
      g_ptr_array_add (strings, g_value_dup_string (&value));
      g_array_append_val (items, item);
    }
  sl_draft_set_strings (draft, field->key, strings, items, entry);
  return good || (field->flags & SL_SCHEMA_GUARD) == 0;
}

static gboolean
read_list (Reading *self, SlDraft *draft, const SlSchemaField *field, JsonArray *array, guint entry)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_draft_unref);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean good = TRUE;
  guint    item = entry + 1;

  for (guint i = 0; i < json_array_get_length (array); i++, item = sl_document_skip (self->document, item))
    {
      g_autofree char *place = g_strdup_printf ("%s %s[%u]", sl_draft_get_place (draft), field->key, i);
      SlDraft         *inner = read_record (self, field->schema, json_array_get_element (array, i), item, place);

      if (inner != NULL)
        g_ptr_array_add (drafts, inner);
      else
        good = FALSE;
    }
  g_value_init (&value, G_TYPE_PTR_ARRAY);
  g_value_set_boxed (&value, drafts);
  sl_draft_set (draft, field->key, &value, entry);
  return good || (field->flags & SL_SCHEMA_GUARD) == 0;
}

static gboolean
read_array (Reading *self, SlDraft *draft, const SlSchemaField *field, JsonNode *node, guint entry)
{
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      report_at (self, SL_SEVERITY_ERROR, entry, "wrong-type", sl_draft_get_place (draft),
                 _ ("“%s” is not an array; write its values in [ ]"), field->key);
      return FALSE;
    }
  if (field->kind == SL_SCHEMA_LIST)
    return read_list (self, draft, field, json_node_get_array (node), entry);
  return read_strings (self, draft, field, json_node_get_array (node), entry);
}

static gboolean
read_inner (Reading *self, SlDraft *draft, const SlSchemaField *field, JsonNode *node, guint entry)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *place = g_strdup_printf ("%s %s", sl_draft_get_place (draft), field->key);
  g_autoptr (SlDraft) inner = read_record (self, field->schema, node, entry, place);

  if (inner == NULL)
    return FALSE;
  g_value_init (&value, SL_TYPE_DRAFT);
  g_value_set_boxed (&value, inner);
  sl_draft_set (draft, field->key, &value, entry);
  return TRUE;
}

static gboolean
read_single (Reading *self, SlDraft *draft, const SlSchemaField *field, JsonNode *node, guint entry)
{
  g_auto (GValue) value = G_VALUE_INIT;
  const char      *code;
  g_autofree char *wrong = sl_schema_value_read (field, node, &value, &code);

  if (wrong != NULL)
    report_at (self, SL_SEVERITY_ERROR, entry, code, sl_draft_get_place (draft), "%s", wrong);
  else
    sl_draft_set (draft, field->key, &value, entry);
  return wrong == NULL;
}

/* Returns: whether the value is good; if not, there is a finding. */
static gboolean
read_field (Reading *self, SlDraft *draft, const SlSchemaField *field, JsonNode *node, guint entry)
{
  if (sl_document_is_mended (self->document, entry))
    return FALSE;
  switch (field->kind)
    {
    case SL_SCHEMA_TEXTS:
    case SL_SCHEMA_IDS:
    case SL_SCHEMA_LIST:
      return read_array (self, draft, field, node, entry);
    case SL_SCHEMA_GROUP:
    case SL_SCHEMA_OBJECT:
      return read_inner (self, draft, field, node, entry);
    case SL_SCHEMA_ANY:
      return TRUE;
    case SL_SCHEMA_END:
    case SL_SCHEMA_COMPUTED:
      g_assert_not_reached ();
    case SL_SCHEMA_TEXT:
    case SL_SCHEMA_ID:
    case SL_SCHEMA_WORD:
    case SL_SCHEMA_ENUM:
    case SL_SCHEMA_TIME:
    case SL_SCHEMA_SECONDS:
    case SL_SCHEMA_DATE:
    case SL_SCHEMA_LANGUAGE:
    case SL_SCHEMA_URL:
    case SL_SCHEMA_PATH:
    case SL_SCHEMA_COLOUR:
    case SL_SCHEMA_SHA256:
    case SL_SCHEMA_BOOL:
    case SL_SCHEMA_COUNT:
    case SL_SCHEMA_SIZE:
    default:
      return read_single (self, draft, field, node, entry);
    }
}

/* The members of the object @node. Returns: whether the record can stand with what was read. */
static gboolean
read_members (Reading *self, SlDraft *draft, JsonNode *node, guint entry)
{
  const SlSchema *schema = sl_draft_get_schema (draft);
  JsonObjectIter  iter;
  const char     *key;
  JsonNode       *value;
  guint           at = entry + 1;
  gboolean        good = TRUE;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      const SlSchemaField *field = sl_schema_find_field (schema, key);

      if (g_str_equal (key, "comment"))
        ;
      else if (field == NULL || field->kind == SL_SCHEMA_COMPUTED)
        report_at (self, SL_SEVERITY_HINT, at, "unknown-key", sl_draft_get_place (draft),
                   _ ("“%s” is not a key that is known here; correct it, or take “comment” for a remark"), key);
      else if (!read_field (self, draft, field, value, at + 1) &&
               (field->flags & (SL_SCHEMA_REQUIRED | SL_SCHEMA_GUARD)) != 0)
        good = FALSE;
      at = sl_document_skip (self->document, at + 1);
    }
  return good;
}

/* Reports what is required and not there; what is there and bad has a finding of its own. */
static gboolean
check_required (Reading *self, SlDraft *draft, JsonNode *node, guint entry)
{
  const SlSchema *schema = sl_draft_get_schema (draft);
  JsonObject     *object = json_node_get_object (node);
  gboolean        good = TRUE;

  for (const SlSchemaField *field = schema->fields; field->kind != SL_SCHEMA_END; field++)
    if ((field->flags & SL_SCHEMA_REQUIRED) != 0 && !json_object_has_member (object, field->key))
      {
        report_at (self, SL_SEVERITY_ERROR, entry, "missing-field", sl_draft_get_place (draft),
                   _ ("“%s” is missing here; add it"), field->key);
        good = FALSE;
      }
  return good;
}

/* Counts the records that have an id of their own. */
static gboolean
spend (Reading *self, const SlSchema *schema, guint entry, const char *place)
{
  if (!has_id (schema))
    return !self->budget->exhausted;
  if (self->budget->records_left > 0)
    {
      self->budget->records_left--;
      return TRUE;
    }
  if (!self->budget->exhausted)
    report_at (self, SL_SEVERITY_ERROR, entry, "too-many-records", place,
               _ ("the casebook has too many records; from here on they are left out"));
  self->budget->exhausted = TRUE;
  return FALSE;
}

/* A string instead of the object, where the schema allows that. */
static SlDraft *
read_shorthand (Reading *self, const SlSchema *schema, JsonNode *node, guint entry, const char *place)
{
  g_autoptr (SlDraft) draft = sl_draft_new (schema, self->document, entry, place);
  const SlSchemaField *field = sl_schema_find_field (schema, schema->shorthand);

  return read_field (self, draft, field, node, entry) ? g_steal_pointer (&draft) : NULL;
}

static SlDraft *
read_record (Reading *self, const SlSchema *schema, JsonNode *node, guint entry, const char *place)
{
  g_autofree char *full_place = make_place (schema, node, place);
  g_autoptr (SlDraft) draft = NULL;
  const char *text;
  gboolean    good;

  if (sl_document_is_mended (self->document, entry) || !spend (self, schema, entry, full_place))
    return NULL;
  if (schema->shorthand != NULL && sl_schema_value_is_string (node, &text))
    return read_shorthand (self, schema, node, entry, full_place);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      report_at (self, SL_SEVERITY_ERROR, entry, "wrong-type", full_place,
                 _ ("this is not an object; write its values with their keys in { }"));
      return NULL;
    }
  draft = sl_draft_new (schema, self->document, entry, full_place);
  good = read_members (self, draft, node, entry);
  good = check_required (self, draft, node, entry) && good;
  return good ? g_steal_pointer (&draft) : NULL;
}

/* Reads a record of a file, and remembers those that are of no use: who names them is not wrong. */
static SlDraft *
read_top_record (Reading *self, const SlSchema *schema, JsonNode *node, guint entry, const char *place)
{
  SlDraft    *draft = read_record (self, schema, node, entry, place);
  JsonNode   *id = NULL;
  const char *text;

  if (draft == NULL && self->budget->left_out != NULL && JSON_NODE_HOLDS_OBJECT (node))
    id = json_object_get_member (json_node_get_object (node), "id");
  if (id != NULL && sl_schema_value_is_string (id, &text))
    g_hash_table_add (self->budget->left_out, g_strdup (text));
  return draft;
}

SlDraft *
sl_schema_read_object (const SlSchema *schema,
                       const char     *place,
                       SlDocument     *document,
                       SlSchemaBudget *budget,
                       SlReport       *report)
{
  Reading reading = {document, budget, report};

  g_return_val_if_fail (schema != NULL && place != NULL && document != NULL, NULL);
  g_return_val_if_fail (budget != NULL && report != NULL, NULL);

  return read_top_record (&reading, schema, sl_document_get_root (document), 0, place);
}

GPtrArray *
sl_schema_read_array (const SlSchema *schema,
                      const char     *place,
                      SlDocument     *document,
                      SlSchemaBudget *budget,
                      SlReport       *report)
{
  Reading    reading = {document, budget, report};
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_draft_unref);
  JsonNode  *root;
  guint      entry = 1;

  g_return_val_if_fail (schema != NULL && place != NULL && document != NULL, drafts);
  g_return_val_if_fail (budget != NULL && report != NULL, drafts);

  root = sl_document_get_root (document);
  if (!JSON_NODE_HOLDS_ARRAY (root))
    {
      report_at (&reading, SL_SEVERITY_ERROR, 0, "wrong-type", place,
                 _ ("the file is not an array; write its records in [ ]"));
      return drafts;
    }
  for (guint i = 0; i < json_array_get_length (json_node_get_array (root)); i++)
    {
      g_autofree char *item_place = g_strdup_printf ("%s[%u]", place, i);
      JsonNode        *node = json_array_get_element (json_node_get_array (root), i);
      SlDraft         *draft = read_top_record (&reading, schema, node, entry, item_place);

      if (draft != NULL)
        g_ptr_array_add (drafts, draft);
      entry = sl_document_skip (document, entry);
    }
  return drafts;
}
