/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Facts or events as a table, for those who work in a spreadsheet: a column for each key, and what is too
 * deep for a cell as JSON in it, so that the table carries all of a record.
 */
#include "config.h"

#include "csv-exporter.h"

#include "csv-columns.h"
#include "csv-table.h"
#include "lost.h"
#include "records-fields.h"
#include "records-print.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

/* Whether the elements can be written with semicolons between them. */
static gboolean
is_plain_list (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode   *node = json_array_get_element (array, i);
      const char *text = is_string (node) ? json_node_get_string (node) : "";
      gsize       length = strlen (text);

      if (length == 0 || strpbrk (text, ";\r") != NULL || strchr ("[{", *text) != NULL || g_ascii_isspace (*text) ||
          g_ascii_isspace (text[length - 1]))
        return FALSE;
    }
  return json_array_get_length (array) > 0;
}

static void
append_list (GString *cell, JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (cell, "%s%s", i > 0 ? "; " : "", json_array_get_string_element (array, i));
}

/* The value of @column in @record as a cell. Returns: (transfer full) */
static char *
make_cell (SlExport *export, SlRecordsKind kind, JsonObject *record, const SlCsvColumn *column)
{
  JsonNode *node = json_object_get_member (record, column->key);
  g_autoptr (GString) cell = g_string_new (NULL);

  if (node == NULL)
    return g_strdup ("");
  if (is_string (node) && (column->type == SL_CSV_TEXT || column->type == SL_CSV_DATE))
    {
      g_string_append (cell, json_node_get_string (node));
      if (strchr (cell->str, '\r') != NULL)
        sl_lost_count (export->lost, sl_records_kind_name (kind), _ ("old line ends are read back as new ones"));
    }
  else if (column->type == SL_CSV_FLAG && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    g_string_append (cell, json_node_get_boolean (node) ? "true" : "false");
  else if (column->type == SL_CSV_LIST && JSON_NODE_HOLDS_ARRAY (node) && is_plain_list (json_node_get_array (node)))
    append_list (cell, json_node_get_array (node));
  else if ((column->type == SL_CSV_LIST && JSON_NODE_HOLDS_ARRAY (node)) ||
           (column->type == SL_CSV_JSON && (JSON_NODE_HOLDS_ARRAY (node) || JSON_NODE_HOLDS_OBJECT (node))))
    sl_records_print_node (cell, node, 0, SL_RECORDS_PRINT_ONE_LINE);
  if (cell->len == 0)
    sl_lost_count (export->lost, sl_records_kind_name (kind), _ ("a value that is empty or of another type than its column is left out"));
  return g_string_free (g_steal_pointer (&cell), FALSE);
}

/* The table's own columns and those that the author made, as far as they are text.
 * Returns: (transfer full) (element-type SlCsvColumn): whose keys belong to @records */
static GArray *
collect_columns (SlExport *export, SlRecordsKind kind, JsonArray *records)
{
  const SlCsvColumn *own = sl_csv_columns_get (kind == SL_RECORDS_FACTS);
  GArray            *columns = g_array_new (FALSE, FALSE, sizeof (SlCsvColumn));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (; own->key != NULL; own++)
    {
      g_array_append_vals (columns, own, 1);
      g_hash_table_add (seen, (gpointer)own->key);
    }
  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonObjectIter iter;
      SlCsvColumn    column = {NULL, SL_CSV_TEXT};
      JsonNode      *value;

      json_object_iter_init_ordered (&iter, sl_record_get_element (records, i));
      while (json_object_iter_next_ordered (&iter, &column.key, &value))
        if (g_hash_table_add (seen, (gpointer)column.key))
          g_array_append_val (columns, column);
    }
  return columns;
}

static SlRecordsKind
choose_kind (SlExport *export)
{
  if (export->options->kind != NULL)
    return g_str_equal (export->options->kind, "facts") ? SL_RECORDS_FACTS : SL_RECORDS_EVENTS;
  return sl_records_count (export->records, SL_RECORDS_FACTS) > 0 ? SL_RECORDS_FACTS : SL_RECORDS_EVENTS;
}

gboolean
sl_csv_export (SlExport *export, GString *text, GError **error)
{
  SlRecordsKind kind = choose_kind (export);
  JsonArray    *records = sl_records_get (export->records, kind);
  g_autoptr (GArray) columns = collect_columns (export, kind, records);

  for (guint i = 0; i < columns->len; i++)
    sl_csv_table_append (text, g_array_index (columns, SlCsvColumn, i).key, i == 0);
  g_string_append (text, "\r\n");
  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      for (guint j = 0; j < columns->len; j++)
        {
          g_autofree char *cell = make_cell (export, kind, sl_record_get_element (records, i), &g_array_index (columns, SlCsvColumn, j));

          sl_csv_table_append (text, cell, j == 0);
        }
      g_string_append (text, "\r\n");
    }
  sl_lost_check_kinds (export->lost, export->records, 1U << kind);
  return TRUE;
}
