/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a parser may not be given is refused before it. */
#include "json-file.h"

#include "storyboard-error.h"

#define SIZE_LIMIT (1024 * 1024)
#define DEPTH_LIMIT 16

static gboolean
refuse (GError          **error,
        SlStoryboardError code,
        const char       *why)
{
  g_set_error_literal (error, SL_STORYBOARD_ERROR, code, why);

  return FALSE;
}

/* json-glib crashes on deep nesting, so the depth is counted before it sees a byte. */
static gboolean
check_bytes (const char *data,
             gsize       size,
             GError    **error)
{
  gboolean in_string = FALSE;
  guint    depth = 0;

  if (size > SIZE_LIMIT)
    return refuse (error, SL_STORYBOARD_ERROR_UNREADABLE, "is larger than one megabyte");
  if (!g_utf8_validate (data, (gssize)size, NULL))
    return refuse (error, SL_STORYBOARD_ERROR_SYNTAX, "is not UTF-8 text");

  for (gsize i = 0; i < size; i++)
    {
      if (in_string && data[i] == '\\')
        i++;
      else if (data[i] == '"')
        in_string = !in_string;
      else if (!in_string && (data[i] == '[' || data[i] == '{') && ++depth > DEPTH_LIMIT)
        return refuse (error, SL_STORYBOARD_ERROR_SYNTAX, "is nested too deeply");
      else if (!in_string && (data[i] == ']' || data[i] == '}') && depth > 0)
        depth--;
    }

  return TRUE;
}

JsonNode *
sl_json_file_parse (const char *data,
                    gsize       size,
                    GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) reason = NULL;
  JsonNode *root;

  g_return_val_if_fail (data != NULL, NULL);

  if (!check_bytes (data, size, error))
    return NULL;
  if (!json_parser_load_from_data (parser, data, (gssize)size, &reason))
    {
      refuse (error, SL_STORYBOARD_ERROR_SYNTAX, reason->message);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      refuse (error, SL_STORYBOARD_ERROR_SYNTAX, "is not a JSON object");
      return NULL;
    }

  return json_parser_steal_root (parser);
}

JsonNode *
sl_json_file_read (GFile   *file,
                   GError **error)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) reason = NULL;
  gsize size = 0;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_file_load_contents (file, NULL, &data, &size, NULL, &reason))
    return sl_json_file_parse (data, size, error);
  refuse (error, SL_STORYBOARD_ERROR_UNREADABLE, reason->message);

  return NULL;
}
