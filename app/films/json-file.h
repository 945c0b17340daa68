/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A JSON file that an author wrote, within bounds that keep the parser safe. Errors are SL_STORYBOARD_ERROR. Leaves out
 * what its members mean. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * sl_json_file_read:
 *
 * Returns: (transfer full) (nullable): a node that holds an object, or %NULL with @error set
 */
JsonNode *sl_json_file_read (GFile *file, GError **error);

/**
 * sl_json_file_parse:
 * @size: in bytes
 *
 * Returns: (transfer full) (nullable): a node that holds an object, or %NULL with @error set
 */
JsonNode *sl_json_file_parse (const char *data, gsize size, GError **error);

G_END_DECLS
