/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The values that records have, by key. Records come from people's files, so nothing is taken for granted
 * about what stands behind a key.
 */
#include "records-fields.h"

#include <string.h>

#define NS_PER_MS G_GINT64_CONSTANT (1000000)
#define NS_PER_HOUR (3600000 * NS_PER_MS)
#define MAX_ID 64
#define MAX_SLUG 48 /* which leaves room for a number, and for people who have to type it */

void
sl_record_set_text (JsonObject *record, const char *key, const char *text)
{
  g_return_if_fail (record != NULL && key != NULL);

  if (text != NULL && *text != '\0')
    json_object_set_string_member (record, key, text);
}

void
sl_record_set_time (JsonObject *record, const char *key, gint64 time)
{
  g_autofree char *text = NULL;
  const char      *at;

  g_return_if_fail (record != NULL && key != NULL && time >= 0);

  text = sl_time_format (MIN (time, SL_TIME_MAX - NS_PER_MS));
  at = text;
  if (time < NS_PER_HOUR) /* 0:0M:SS.mmm */
    at += at[2] == '0' ? 3 : 2;
  json_object_set_string_member (record, key, at);
}

void
sl_record_set_span (JsonObject *record, const SlSpan *span)
{
  g_return_if_fail (record != NULL && span != NULL);

  sl_record_set_time (record, "from", span->start);
  if (span->end > span->start)
    sl_record_set_time (record, "to", span->end);
}

static JsonNode *
find (JsonObject *record, const char *key, JsonNodeType type)
{
  JsonNode *node = record != NULL ? json_object_get_member (record, key) : NULL;

  return node != NULL && JSON_NODE_TYPE (node) == type ? node : NULL;
}

const char *
sl_record_get_text (JsonObject *record, const char *key)
{
  JsonNode *node = find (record, key, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

JsonArray *
sl_record_get_array (JsonObject *record, const char *key)
{
  JsonNode *node = find (record, key, JSON_NODE_ARRAY);

  return node != NULL ? json_node_get_array (node) : NULL;
}

JsonObject *
sl_record_get_object (JsonObject *record, const char *key)
{
  JsonNode *node = find (record, key, JSON_NODE_OBJECT);

  return node != NULL ? json_node_get_object (node) : NULL;
}

gboolean
sl_record_get_flag (JsonObject *record, const char *key)
{
  JsonNode *node = find (record, key, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

gint64
sl_record_get_time (JsonObject *record, const char *key)
{
  const char *text = sl_record_get_text (record, key);
  gint64      time;

  return text != NULL && sl_time_parse (text, &time, NULL) ? time : SL_TIME_NONE;
}

JsonObject *
sl_record_get_element (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

SlSpan
sl_record_get_span (JsonObject *record)
{
  SlSpan span = {MAX (sl_record_get_time (record, "from"), 0), sl_record_get_time (record, "to")};

  span.end = MAX (span.start, span.end);
  return span;
}

JsonObject *
sl_record_find (JsonArray *array, const char *key, const char *id)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *record = sl_record_get_element (array, i);

      if (record != NULL && g_strcmp0 (sl_record_get_text (record, key), id) == 0)
        return record;
    }
  return NULL;
}

gboolean
sl_record_is_id (const char *text)
{
  gsize length;

  g_return_val_if_fail (text != NULL, FALSE);

  length = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-");
  return length > 0 && length <= MAX_ID && text[length] == '\0' && *text != '-';
}

/* Returns: (transfer full): the letters and digits of @title with a dash between words; may be empty */
static char *
make_slug (const char *title)
{
  g_autofree char *ascii = g_str_to_ascii (title, "C");
  GString         *slug = g_string_new (NULL);

  for (const char *at = ascii; *at != '\0' && slug->len < MAX_SLUG; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (slug, g_ascii_tolower (*at));
    else if (*at != '\'' && slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_string_free (slug, FALSE);
}

char *
sl_record_make_id (const char *title, const char *word, GHashTable *taken)
{
  g_autofree char *slug = make_slug (title != NULL ? title : "");
  char            *id = NULL;
  guint            number;

  g_return_val_if_fail (word != NULL && taken != NULL, NULL);

  if (*slug == '\0')
    {
      g_free (slug);
      slug = g_strdup (word);
    }
  number = GPOINTER_TO_UINT (g_hash_table_lookup (taken, slug));
  if (!g_hash_table_contains (taken, slug))
    {
      g_hash_table_insert (taken, g_strdup (slug), GUINT_TO_POINTER (1));
      return g_steal_pointer (&slug);
    }
  number = MAX (number, 1);
  do
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", slug, ++number);
  } while (g_hash_table_contains (taken, id));
  g_hash_table_insert (taken, g_strdup (slug), GUINT_TO_POINTER (number));
  g_hash_table_insert (taken, g_strdup (id), NULL);
  return id;
}
