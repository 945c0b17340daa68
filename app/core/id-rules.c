/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An id names one record of its kind. The first one keeps it: others may have been made to point at it.
 */
#include "config.h"

#include "id-rules.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GHashTable *ids;
  SlReport   *report;
} Rules;

static gboolean
keep_first (SlDraft *draft, gpointer data)
{
  Rules      *self = data;
  const char *id = sl_draft_get_string (draft, "id");

  if (!g_hash_table_contains (self->ids, id))
    return g_hash_table_insert (self->ids, (gpointer)id, draft);
  sl_draft_report (draft, self->report, SL_SEVERITY_ERROR, "duplicate-id", "id", -1,
                   _ ("the id “%s” is taken already; give this one another"), id);
  return FALSE;
}

void
sl_id_rules_drop_duplicates (GPtrArray *drafts, GHashTable *ids, SlReport *report)
{
  Rules rules = {ids, report};

  g_return_if_fail (drafts != NULL && ids != NULL && report != NULL);

  sl_draft_filter (drafts, keep_first, &rules);
}
