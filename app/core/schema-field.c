/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the fields of a record are written down in a table. The tables themselves belong to the reader of
 * the format.
 */
#include "schema-field.h"

const SlSchemaField *
sl_schema_find_field (const SlSchema *schema, const char *key)
{
  g_return_val_if_fail (schema != NULL && key != NULL, NULL);

  for (const SlSchemaField *field = schema->fields; field->kind != SL_SCHEMA_END; field++)
    if (g_str_equal (field->key, key))
      return field;
  return NULL;
}
