/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records.h"
#include "report.h"

G_BEGIN_DECLS

/* How records get into a list that may have them already. */
typedef struct
{
  SlReport   *report;
  const char *file;    /* of the list, for findings */
  gboolean    replace; /* see import-into */
  GHashTable *ids;     /* (element-type utf8 JsonObject): all that are taken, with their records, which grows */
} SlImportMerge;

/* Returns: (transfer full): @node with all that is in it, free to be changed */
JsonNode *sl_import_merge_copy (JsonNode *node) G_GNUC_WARN_UNUSED_RESULT;

/* Collects the ids in @list, also of what is nested in it, into the table of @merge. */
void sl_import_merge_learn (SlImportMerge *merge, JsonArray *list);

/* Merges @records into @list. Ids that are missing are made of titles. Returns: FALSE with findings when there are
 * records whose ids are taken; @list is of no use then */
gboolean sl_import_merge_lists (SlImportMerge *merge, JsonArray *list, JsonArray *records, SlRecordsKind kind);

G_END_DECLS
