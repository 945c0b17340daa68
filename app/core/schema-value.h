/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "schema-field.h"

G_BEGIN_DECLS

/**
 * sl_schema_value_read: reads one value that is neither an array nor an object.
 * @field: what it must be
 * @node: what it is
 * @value: (out caller-allocates): of the type that the kind of @field says; stays empty on failure
 * @code: (out): the code of the finding; static
 *
 * Returns: (transfer full) (nullable): what is wrong and what to do; NULL when all is well
 */
char *sl_schema_value_read (const SlSchemaField *field, JsonNode *node, GValue *value, const char **code);

/* Returns: whether @node is a string; it is in @text then */
gboolean sl_schema_value_is_string (JsonNode *node, const char **text);

G_END_DECLS
