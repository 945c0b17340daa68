/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON for authors. json-glib's own generator would put each word of a list on a line of its own and write
 * 41.9 with seventeen digits.
 */
#include "migration-writer.h"

#include "json-text.h"

#include <string.h>

#define COLUMNS 100

typedef struct
{
  GString *text;
  gsize    line; /* where the last line begins */
} Writer;

static void write_node (Writer *self, JsonNode *node, guint depth);

/* The shortest digits that are read as the same number, and as a number that may have a fraction. */
static void
write_double (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  for (int precision = 15; precision <= 17; precision++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", precision);

      g_ascii_formatd (digits, sizeof digits, format, number);
      if (memcmp (&(double){g_ascii_strtod (digits, NULL)}, &number, sizeof number) == 0)
        break;
    }
  g_string_append (text, digits);
  if (strpbrk (digits, ".e") == NULL)
    g_string_append (text, ".0");
}

static void
write_value (GString *text, JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    g_string_append (text, "null");
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    sl_json_text_append (text, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    write_double (text, json_node_get_double (node));
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
}

/* Writes @node on one line, as far as @end. */
static void
write_line (GString *text, JsonNode *node, gsize end)
{
  g_autoptr (GList) members = NULL;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      g_string_append_c (text, '[');
      for (guint i = 0; i < json_array_get_length (array) && text->len <= end; i++)
        {
          g_string_append (text, i > 0 ? ", " : "");
          write_line (text, json_array_get_element (array, i), end);
        }
      g_string_append_c (text, ']');
      return;
    }
  if (object == NULL)
    {
      write_value (text, node);
      return;
    }
  members = json_object_get_members (object);
  g_string_append_c (text, '{');
  for (GList *at = members; at != NULL && text->len <= end; at = at->next)
    {
      g_string_append (text, at != members ? ", " : "");
      sl_json_text_append (text, at->data);
      g_string_append (text, ": ");
      write_line (text, json_object_get_member (object, at->data), end);
    }
  g_string_append_c (text, '}');
}

static void
break_line (Writer *self, guint depth, gboolean is_first)
{
  g_string_append (self->text, is_first ? "\n" : ",\n");
  self->line = self->text->len;
  for (guint i = 0; i < depth; i++)
    g_string_append (self->text, "  ");
}

static void
write_lines (Writer *self, JsonNode *node, guint depth)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray  *array = object == NULL ? json_node_get_array (node) : NULL;
  g_autoptr (GList) members = object != NULL ? json_object_get_members (object) : NULL;

  g_string_append_c (self->text, object != NULL ? '{' : '[');
  for (GList *at = members; at != NULL; at = at->next)
    {
      break_line (self, depth + 1, at == members);
      sl_json_text_append (self->text, at->data);
      g_string_append (self->text, ": ");
      write_node (self, json_object_get_member (object, at->data), depth + 1);
    }
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      break_line (self, depth + 1, i == 0);
      write_node (self, json_array_get_element (array, i), depth + 1);
    }
  break_line (self, depth, TRUE);
  g_string_append_c (self->text, object != NULL ? '}' : ']');
}

/* Whether @node can be more than one line. */
static gboolean
can_break (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_size (json_node_get_object (node)) > 0;
  return JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0;
}

static void
write_node (Writer *self, JsonNode *node, guint depth)
{
  const gsize before = self->text->len;
  const gsize end = self->line + COLUMNS;

  if (depth > 0 || !can_break (node))
    {
      write_line (self->text, node, end);
      if (self->text->len <= end || !can_break (node))
        return;
      g_string_truncate (self->text, before);
    }
  write_lines (self, node, depth);
}

char *
sl_migration_writer_write (JsonNode *root)
{
  Writer self = {g_string_new (NULL), 0};

  g_return_val_if_fail (root != NULL, g_string_free (self.text, FALSE));

  write_node (&self, root, 0);
  g_string_append_c (self.text, '\n');
  return g_string_free (self.text, FALSE);
}
