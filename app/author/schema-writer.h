/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "schema-field.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): the JSON Schema of @file of a casebook, such as "facts" or "clip"; NULL when
 * there is no such file */
char *sl_schema_writer_write (const char *file) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer container) (element-type utf8): the files that there are schemas of */
GPtrArray *sl_schema_writer_list (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
