/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From drafts to objects, once the rules are done with them: each record in one go, with all that is in it.
 */
#include "draft-build.h"

/* Properties to be: names belong to the schema. */
typedef struct
{
  GPtrArray *names;  /* of const char */
  GArray    *values; /* of GValue */
} Properties;

static void
add_property (Properties *properties, const SlSchemaField *field, const GValue *given)
{
  GValue value = G_VALUE_INIT;

  if (field->kind == SL_SCHEMA_LIST)
    {
      GPtrArray *drafts = g_value_get_boxed (given);

      g_value_init (&value, G_TYPE_LIST_MODEL);
      g_value_take_object (&value, sl_draft_build_list (drafts, field->schema->get_type ()));
    }
  else if (field->kind == SL_SCHEMA_OBJECT)
    {
      g_value_init (&value, field->schema->get_type ());
      g_value_take_object (&value, sl_draft_build (g_value_get_boxed (given)));
    }
  else
    {
      g_value_init (&value, G_VALUE_TYPE (given));
      g_value_copy (given, &value);
    }
  g_ptr_array_add (properties->names, (gpointer)field->property);
  g_array_append_val (properties->values, value);
}

static void
add_properties (Properties *properties, SlDraft *draft)
{
  const SlSchemaField *field;

  for (field = sl_draft_get_schema (draft)->fields; field->kind != SL_SCHEMA_END; field++)
    {
      const GValue *value = sl_draft_get (draft, field->key);

      if (value == NULL)
        continue;
      if (field->kind == SL_SCHEMA_GROUP)
        add_properties (properties, g_value_get_boxed (value));
      else if (field->property != NULL)
        add_property (properties, field, value);
    }
}

GObject *
sl_draft_build (SlDraft *draft)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (GValue));
  Properties properties = {names, values};

  g_return_val_if_fail (draft != NULL, NULL);

  g_array_set_clear_func (values, (GDestroyNotify)g_value_unset);
  add_properties (&properties, draft);
  return g_object_new_with_properties (sl_draft_get_schema (draft)->get_type (), names->len,
                                       (const char **)names->pdata, (const GValue *)(gpointer)values->data);
}

GListModel *
sl_draft_build_list (GPtrArray *drafts, GType item_type)
{
  GListStore *store;

  g_return_val_if_fail (drafts != NULL, NULL);

  if (drafts->len == 0)
    return NULL;
  store = g_list_store_new (item_type);
  for (guint i = 0; i < drafts->len; i++)
    {
      g_autoptr (GObject) object = sl_draft_build (drafts->pdata[i]);

      g_list_store_append (store, object);
    }
  return G_LIST_MODEL (store);
}
