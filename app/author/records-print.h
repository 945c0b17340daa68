/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum {
  SL_RECORDS_PRINT_PLAIN = 0,
  SL_RECORDS_PRINT_ONE_LINE = 1 << 0, /* no line ends at all */
  SL_RECORDS_PRINT_IN_HTML = 1 << 1,  /* < > & as \u00xx, so that it may stand in a page or a cue */
} SlRecordsPrint;

/* Appends @node as JSON in the way in which casebooks are written: two spaces a level, and on one line what
 * is short and has nothing nested in it. @indent: of the line on which it begins, in spaces */
void sl_records_print_node (GString *text, JsonNode *node, guint indent, SlRecordsPrint flags);

G_END_DECLS
