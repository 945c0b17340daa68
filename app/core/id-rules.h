/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draft.h"
#include "report.h"

G_BEGIN_DECLS

/* Drops from @drafts, with a finding, those whose id is in @ids already, and adds the others to it.
 * @ids: (element-type utf8 SlDraft): both belong to the list */
void sl_id_rules_drop_duplicates (GPtrArray *drafts, GHashTable *ids, SlReport *report);

G_END_DECLS
