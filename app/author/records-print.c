/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON for people who go on writing in it. json-glib would put every id of a list on a line of its own and
 * write 0.1 with seventeen digits.
 */
#include "records-print.h"

#include <string.h>

#define LINE 100

static void
print_string (GString *text, const char *string, SlRecordsPrint flags)
{
  g_string_append_c (text, '"');
  for (const char *at = string; *at != '\0'; at++)
    if (*at == '"' || *at == '\\')
      g_string_append_printf (text, "\\%c", *at);
    else if (*at == '\n')
      g_string_append (text, "\\n");
    else if (*at == '\t')
      g_string_append (text, "\\t");
    else if (g_ascii_iscntrl (*at) || (flags & SL_RECORDS_PRINT_IN_HTML && strchr ("<>&", *at) != NULL))
      g_string_append_printf (text, "\\u%04x", (guint)*at);
    else
      g_string_append_c (text, *at);
  g_string_append_c (text, '"');
}

/* The shortest digits that are read as the same number. */
static void
print_double (GString *text, double number)
{
  static const char *const formats[] = {"%.15g", "%.16g", "%.17g"};
  char                     digits[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (digits, sizeof digits, formats[i], number);
      if (!(g_ascii_strtod (digits, NULL) < number) && !(g_ascii_strtod (digits, NULL) > number))
        break;
    }
  g_string_append (text, digits);
}

static void
print_value (GString *text, JsonNode *node, SlRecordsPrint flags)
{
  if (JSON_NODE_HOLDS_NULL (node))
    g_string_append (text, "null");
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    print_double (text, json_node_get_double (node));
  else
    print_string (text, json_node_get_string (node), flags);
}

/* A container on one line. @nest: how many levels of containers may be inside; Returns: FALSE when there are
 * more, or when the line is longer than @most, which costs no more than that */
static gboolean
print_line (GString *text, JsonNode *node, guint nest, gsize most, SlRecordsPrint flags)
{
  gboolean is_object = JSON_NODE_HOLDS_OBJECT (node);
  gboolean is_first = TRUE;

  if (!is_object && !JSON_NODE_HOLDS_ARRAY (node))
    {
      print_value (text, node, flags);
      return text->len <= most;
    }
  if (nest == 0)
    return FALSE;
  g_string_append_c (text, is_object ? '{' : '[');
  if (is_object)
    {
      JsonObjectIter iter;
      const char    *key;
      JsonNode      *value;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &key, &value))
        {
          g_string_append (text, is_first ? "" : ", ");
          print_string (text, key, flags);
          g_string_append (text, ": ");
          if (!print_line (text, value, nest - 1, most, flags))
            return FALSE;
          is_first = FALSE;
        }
    }
  else
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_string_append (text, i > 0 ? ", " : "");
          if (!print_line (text, json_array_get_element (array, i), nest - 1, most, flags))
            return FALSE;
        }
    }
  g_string_append_c (text, is_object ? '}' : ']');
  return text->len <= most;
}

static void
new_line (GString *text, guint indent)
{
  g_string_append_printf (text, "\n%*s", (int)indent, "");
}

static void
print_object (GString *text, JsonObject *object, guint indent, SlRecordsPrint flags)
{
  JsonObjectIter iter;
  const char    *key;
  JsonNode      *value;
  gboolean       is_first = TRUE;

  json_object_iter_init_ordered (&iter, object);
  g_string_append_c (text, '{');
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      g_string_append (text, is_first ? "" : ",");
      new_line (text, indent + 2);
      print_string (text, key, flags);
      g_string_append (text, ": ");
      sl_records_print_node (text, value, indent + 2, flags);
      is_first = FALSE;
    }
  new_line (text, indent);
  g_string_append_c (text, '}');
}

void
sl_records_print_node (GString *text, JsonNode *node, guint indent, SlRecordsPrint flags)
{
  gsize before;
  gsize begin;

  g_return_if_fail (text != NULL && node != NULL);

  before = text->len;
  begin = before;
  while (begin > 0 && text->str[begin - 1] != '\n')
    begin--;
  if (print_line (text, node, flags & SL_RECORDS_PRINT_ONE_LINE ? G_MAXUINT : 2,
                  flags & SL_RECORDS_PRINT_ONE_LINE ? G_MAXSIZE : begin + LINE, flags) ||
      JSON_NODE_HOLDS_VALUE (node) || JSON_NODE_HOLDS_NULL (node))
    return;
  g_string_truncate (text, before);
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      print_object (text, json_node_get_object (node), indent, flags);
      return;
    }
  g_string_append_c (text, '[');
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      g_string_append (text, i > 0 ? "," : "");
      new_line (text, indent + 2);
      sl_records_print_node (text, json_array_get_element (json_node_get_array (node), i), indent + 2, flags);
    }
  new_line (text, indent);
  g_string_append_c (text, ']');
}
