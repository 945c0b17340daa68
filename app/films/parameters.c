/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of every kind are whole numbers, so one small array a parameter holds them all. */
#include "parameters.h"

#include "storyboard-error.h"

struct _SlParameters
{
  const SlParameterSpec *specs;
  GPtrArray             *values; /* one GArray of gint64 for each spec, in the table's order */
};

static GArray *
find (const SlParameters *self,
      const char         *name)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      if (g_str_equal (self->specs[i].name, name))
        return g_ptr_array_index (self->values, i);
    }

  g_error ("no parameter \"%s\" is declared", name);
}

static gboolean
append (GArray                *values,
        const SlParameterSpec *spec,
        JsonNode              *node,
        GError               **error)
{
  gint64 value;

  if (!sl_fields_read (node, spec->kind, &value, error))
    return FALSE;
  if (value < spec->low || (spec->high != 0 && value > spec->high))
    {
      g_set_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_VALUE,
                   "is outside of what can be drawn");
      return FALSE;
    }
  g_array_append_val (values, value);

  return TRUE;
}

static gboolean
read_list (GArray                *values,
           const SlParameterSpec *spec,
           JsonNode              *node,
           GError               **error)
{
  JsonArray *array;

  if (spec->most == 0)
    return append (values, spec, node, error);

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      g_set_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_VALUE, "must be an array");
      return FALSE;
    }
  array = json_node_get_array (node);
  if (json_array_get_length (array) < 1 || json_array_get_length (array) > spec->most)
    {
      g_set_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_VALUE,
                   "must have 1 to %u elements", spec->most);
      return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (!append (values, spec, json_array_get_element (array, i), error))
        {
          g_prefix_error (error, "[%u]: ", i);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
fits_others (SlParameters          *self,
             const SlParameterSpec *spec,
             GArray                *values,
             GError               **error)
{
  if (spec->like != NULL && find (self, spec->like)->len != values->len)
    {
      g_set_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_VALUE,
                   "must have as many elements as \"%s\"", spec->like);
      return FALSE;
    }
  if (spec->after != NULL &&
      sl_parameters_get (self, spec->after) >= g_array_index (values, gint64, 0))
    {
      g_set_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_ORDER,
                   "must be later than \"%s\"", spec->after);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_one (SlParameters          *self,
          const SlParameterSpec *spec,
          JsonObject            *object,
          GError               **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  JsonNode *node = json_object_get_member (object, spec->name);

  if (node == NULL)
    {
      g_set_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_MISSING,
                   "\"%s\" is missing", spec->name);
      return FALSE;
    }
  if (!read_list (values, spec, node, error) || !fits_others (self, spec, values, error))
    {
      g_prefix_error (error, "\"%s\": ", spec->name);
      return FALSE;
    }
  g_ptr_array_add (self->values, g_steal_pointer (&values));

  return TRUE;
}

SlParameters *
sl_parameters_new (const SlParameterSpec *specs,
                   JsonObject            *object,
                   GError               **error)
{
  g_autoptr (SlParameters) self = g_new0 (SlParameters, 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (specs != NULL, NULL);
  g_return_val_if_fail (object != NULL, NULL);

  self->specs = specs;
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint i = 0; specs[i].name != NULL; i++)
    g_ptr_array_add (names, (char *)specs[i].name);
  g_ptr_array_add (names, NULL);

  if (!sl_fields_only (object, (const char *const *)names->pdata, error))
    return NULL;
  for (guint i = 0; specs[i].name != NULL; i++)
    {
      if (!read_one (self, &specs[i], object, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

void
sl_parameters_free (SlParameters *self)
{
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_free (self);
}

gint64
sl_parameters_get (const SlParameters *self,
                   const char         *name)
{
  return g_array_index (find (self, name), gint64, 0);
}

const gint64 *
sl_parameters_get_list (const SlParameters *self,
                        const char         *name,
                        guint              *n)
{
  GArray *values = find (self, name);

  *n = values->len;

  return (const gint64 *)values->data;
}
