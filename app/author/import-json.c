/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Foreign JSON with the place of every value, so that what is left out can be pointed at. What the keys mean
 * is the importers' business.
 */
#include "config.h"

#include "import-json.h"

#include "span.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MS_PER_SECOND 1000
#define NS_PER_MS G_GINT64_CONSTANT (1000000)

SlDocument *
sl_import_json_open (SlImport *import, GBytes *bytes, SlJsonValue *root, GError **error)
{
  g_autoptr (GBytes) inner = NULL;
  gsize       size;
  const char *data;
  SlDocument *document;

  g_return_val_if_fail (import != NULL && bytes != NULL && root != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      inner = g_bytes_new_from_bytes (bytes, 3, size - 3);
      sl_report_add (import->report, SL_SEVERITY_HINT, import->file, &(SlTextPlace){1, 1}, "byte-order-mark", NULL,
                     _ ("the file begins with a byte order mark, which JSON must not; save it as UTF-8 without one"));
    }
  document = sl_document_new (import->file, inner != NULL ? inner : bytes, import->report, error);
  if (document != NULL)
    *root = (SlJsonValue){document, sl_document_get_root (document), 0};
  return document;
}

gboolean
sl_json_walk_next (SlJsonWalk *walk, const SlJsonValue *container)
{
  SlDocument *document = container->document;
  JsonArray  *array = NULL;
  guint       length = 1;

  if (walk->index == 0)
    walk->entry = container->entry + (sl_json_value_is_array (container) || sl_json_value_is_object (container));
  else
    walk->entry = sl_document_skip (document, walk->value.entry);
  walk->value.document = document;
  if (sl_json_value_is_object (container))
    {
      if (walk->index++ == 0)
        json_object_iter_init_ordered (&walk->iter, json_node_get_object (container->node));
      walk->value.entry = walk->entry + 1;
      return json_object_iter_next_ordered (&walk->iter, &walk->key, &walk->value.node);
    }
  if (sl_json_value_is_array (container))
    {
      array = json_node_get_array (container->node);
      length = json_array_get_length (array);
    }
  if (walk->index == length)
    return FALSE;
  walk->value.entry = walk->entry;
  walk->value.node = array != NULL ? json_array_get_element (array, walk->index) : container->node;
  walk->index++;
  return TRUE;
}

gboolean
sl_json_walk_each (SlJsonWalk *walk, const SlJsonValue *container)
{
  if (!sl_json_value_is_object (container))
    return sl_json_walk_next (walk, container);
  walk->value = *container;
  return walk->index++ == 0;
}

gboolean
sl_json_value_get (const SlJsonValue *object, const char *key, SlJsonValue *value)
{
  SlJsonWalk walk = {0};

  g_return_val_if_fail (object != NULL && key != NULL && value != NULL, FALSE);

  if (!sl_json_value_is_object (object) || !json_object_has_member (json_node_get_object (object->node), key))
    return FALSE;
  while (sl_json_walk_next (&walk, object))
    if (g_str_equal (walk.key, key))
      {
        *value = walk.value;
        return !JSON_NODE_HOLDS_NULL (value->node);
      }
  return FALSE;
}

gboolean
sl_json_value_is_object (const SlJsonValue *value)
{
  return JSON_NODE_HOLDS_OBJECT (value->node);
}

gboolean
sl_json_value_is_array (const SlJsonValue *value)
{
  return JSON_NODE_HOLDS_ARRAY (value->node);
}

const char *
sl_json_value_get_string (const SlJsonValue *value)
{
  if (!JSON_NODE_HOLDS_VALUE (value->node) || json_node_get_value_type (value->node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (value->node);
}

const char *
sl_json_value_get_text (const SlJsonValue *object, const char *key)
{
  SlJsonValue value;

  return sl_json_value_get (object, key, &value) ? sl_json_value_get_string (&value) : NULL;
}

gboolean
sl_json_value_get_number (const SlJsonValue *value, double *number, gboolean *was_string)
{
  const char *text = sl_json_value_get_string (value);
  char       *end;

  *was_string = text != NULL;
  if (text != NULL)
    {
      while (g_ascii_isspace (*text))
        text++;
      *number = g_ascii_strtod (text, &end);
      while (g_ascii_isspace (*end))
        end++;
      return (g_ascii_isdigit (*text) || strchr ("+-.", *text) != NULL) && *text != '\0' && *end == '\0' && isfinite (*number);
    }
  if (!JSON_NODE_HOLDS_VALUE (value->node) || json_node_get_value_type (value->node) == G_TYPE_BOOLEAN)
    return FALSE;
  *number = json_node_get_double (value->node);
  return TRUE;
}

void
sl_import_report (SlImport          *import,
                  SlSeverity         severity,
                  const SlJsonValue *value,
                  const char        *code,
                  const char        *place,
                  const char        *format,
                  ...)
{
  SlTextPlace      at = sl_document_locate (value->document, value->entry);
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sl_report_add (import->report, severity, import->file, &at, code, place, "%s", text);
}

void
sl_import_report_others (SlImport *import, const SlJsonValue *object, const char *place, const char *const *known)
{
  SlJsonWalk walk = {0};

  while (sl_json_value_is_object (object) && sl_json_walk_next (&walk, object))
    if (!g_strv_contains (known, walk.key))
      sl_import_report (import, SL_SEVERITY_HINT, &walk.value, "not-carried", place,
                        _ ("“%s” has no place in a casebook and is left out; write it by hand where it matters"), walk.key);
}

gboolean
sl_import_seconds (double seconds, gint64 *time, gboolean *rounded)
{
  double milliseconds = seconds * MS_PER_SECOND;

  if (!isfinite (seconds) || seconds < 0 || milliseconds > (double)(SL_TIME_MAX / NS_PER_MS))
    return FALSE;
  *time = (gint64)(milliseconds + 0.5);
  *rounded = ABS (milliseconds - (double)*time) > 0.0005;
  *time *= NS_PER_MS;
  return TRUE;
}
