/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each kind has one way of being written and no other. */
#include "fields.h"

#include "motion.h"
#include "palette.h"
#include "storyboard-error.h"

/* Hours would be needed only by films that are not drawn. */
#define MINUTES_LIMIT 60

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
fail (GError    **error,
      const char *wanted)
{
  g_set_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_VALUE, "must be %s", wanted);

  return FALSE;
}

static gboolean
read_digits (const char **text,
             guint        least,
             guint        most,
             gint64      *number)
{
  guint n = 0;

  *number = 0;
  while (n < most && g_ascii_isdigit ((*text)[n]))
    *number = *number * 10 + g_ascii_digit_value ((*text)[n++]);
  *text += n;

  return n >= least;
}

static gboolean
parse_time (const char *text,
            gint64     *time)
{
  gint64 minutes, seconds, thousandths = 0;

  if (!read_digits (&text, 1, 2, &minutes) || *text++ != ':' ||
      !read_digits (&text, 2, 2, &seconds))
    return FALSE;
  if (*text == '.')
    {
      text++;
      if (!read_digits (&text, 3, 3, &thousandths))
        return FALSE;
    }
  if (*text != '\0' || minutes >= MINUTES_LIMIT || seconds >= 60)
    return FALSE;

  *time = (minutes * 60 + seconds) * SL_MOTION_SECOND + SL_MS (thousandths);

  return TRUE;
}

static gboolean
parse_date (const char *text,
            gint64     *julian)
{
  gint64 year, month, day;
  GDate  date;

  if (!read_digits (&text, 4, 4, &year) || *text++ != '-' || !read_digits (&text, 2, 2, &month))
    return FALSE;
  if (*text++ != '-' || !read_digits (&text, 2, 2, &day) || *text != '\0')
    return FALSE;
  if (!g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  *julian = g_date_get_julian (&date);

  return TRUE;
}

static gboolean
read_colour (JsonNode *node,
             gint64   *value,
             GError  **error)
{
  SlColour colour;

  if (!is_string (node))
    return fail (error, "the name of a colour");
  if (!sl_palette_lookup (json_node_get_string (node), &colour))
    {
      g_set_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_UNKNOWN,
                   "there is no colour named \"%s\"", json_node_get_string (node));
      return FALSE;
    }
  *value = colour;

  return TRUE;
}

gboolean
sl_fields_read (JsonNode   *node,
                SlFieldKind kind,
                gint64     *value,
                GError    **error)
{
  g_return_val_if_fail (node != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  switch (kind)
    {
    case SL_FIELD_INTEGER:
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
        return fail (error, "a whole number");
      *value = json_node_get_int (node);
      return TRUE;
    case SL_FIELD_TIME:
      if (!is_string (node) || !parse_time (json_node_get_string (node), value))
        return fail (error, "a time such as \"1:05.000\"");
      return TRUE;
    case SL_FIELD_COLOUR:
      return read_colour (node, value, error);
    case SL_FIELD_DATE:
      if (!is_string (node) || !parse_date (json_node_get_string (node), value))
        return fail (error, "a date such as \"2009-11-16\"");
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

static JsonNode *
member (JsonObject *object,
        const char *name,
        GError    **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    g_set_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_MISSING,
                 "\"%s\" is missing", name);

  return node;
}

gboolean
sl_fields_value (JsonObject *object,
                 const char *name,
                 SlFieldKind kind,
                 gint64     *value,
                 GError    **error)
{
  JsonNode *node = member (object, name, error);

  if (node == NULL)
    return FALSE;
  if (!sl_fields_read (node, kind, value, error))
    {
      g_prefix_error (error, "\"%s\": ", name);
      return FALSE;
    }

  return TRUE;
}

gboolean
sl_fields_integer (JsonObject *object,
                   const char *name,
                   gint64      low,
                   gint64      high,
                   gint64     *value,
                   GError    **error)
{
  if (!sl_fields_value (object, name, SL_FIELD_INTEGER, value, error))
    return FALSE;
  if (*value < low || *value > high)
    {
      g_set_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_VALUE,
                   "\"%s\": must be from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT,
                   name, low, high);
      return FALSE;
    }

  return TRUE;
}

const char *
sl_fields_string (JsonObject *object,
                  const char *name,
                  GError    **error)
{
  JsonNode *node = member (object, name, error);

  if (node == NULL)
    return NULL;
  if (!is_string (node) || *json_node_get_string (node) == '\0')
    {
      fail (error, "a text that is not empty");
      g_prefix_error (error, "\"%s\": ", name);
      return NULL;
    }

  return json_node_get_string (node);
}

JsonObject *
sl_fields_object (JsonObject *object,
                  const char *name,
                  GError    **error)
{
  JsonNode *node = member (object, name, error);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (error, "an object");
      g_prefix_error (error, "\"%s\": ", name);
      return NULL;
    }

  return json_node_get_object (node);
}

JsonArray *
sl_fields_array (JsonObject *object,
                 const char *name,
                 GError    **error)
{
  JsonNode *node = member (object, name, error);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      fail (error, "an array");
      g_prefix_error (error, "\"%s\": ", name);
      return NULL;
    }

  return json_node_get_array (node);
}

JsonObject *
sl_fields_element (JsonArray *array,
                   guint      index,
                   GError   **error)
{
  JsonNode *node = json_array_get_element (array, index);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (error, "an object");
      return NULL;
    }

  return json_node_get_object (node);
}

gboolean
sl_fields_only (JsonObject        *object,
                const char *const *names,
                GError           **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      if (!g_str_equal (l->data, "comment") && !g_strv_contains (names, l->data))
        {
          g_set_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_UNKNOWN,
                       "\"%s\" is not known here", (const char *)l->data);
          return FALSE;
        }
    }

  return TRUE;
}
