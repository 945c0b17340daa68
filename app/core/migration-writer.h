/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full): @root as a file that people edit: in the order of its members, two spaces a step,
 * what fits into 100 columns on one line, UTF-8 as it is, and a line break at the end */
char *sl_migration_writer_write (JsonNode *root) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
