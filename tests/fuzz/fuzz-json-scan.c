/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the strict scan lets through, json-glib reads without complaint, and both see the same values.
 */
#include "json-scan.h"
#include "target.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Walks the scan beside the value. Returns: the entry behind it */
static guint
compare (const SlJsonScan *scan, JsonNode *node, guint entry)
{
  guint at = entry + 1;

  g_assert_cmpuint (sl_json_scan_locate (scan, entry).line, >, 0);
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        at = compare (scan, json_array_get_element (array, i), at);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char    *key;
      JsonNode      *value;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &key, &value))
        at = compare (scan, value, at + 1);
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_assert_true (g_utf8_validate (json_node_get_string (node), -1, NULL));
    }
  g_assert_cmpuint (sl_json_scan_skip (scan, entry), ==, at);
  return at;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) given = g_bytes_new (data, size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  SlTextPlace place = {0, 0};
  g_autoptr (SlJsonScan) scan = sl_json_scan_new (given, &place, &error);
  g_autoptr (JsonParser) parser = NULL;

  g_assert_true ((scan != NULL) == (error == NULL));
  if (scan == NULL)
    {
      g_assert_cmpuint (place.line, >, 0);
      g_assert_cmpuint (place.column, >, 0);
      return 0;
    }
  parser = json_parser_new ();
  bytes = g_bytes_ref (sl_json_scan_get_bytes (scan));
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, size);
  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize)size, &error));
  g_assert_nonnull (json_parser_get_root (parser));
  g_assert_cmpuint (compare (scan, json_parser_get_root (parser), 0), ==, sl_json_scan_get_n_entries (scan));
  return 0;
}
