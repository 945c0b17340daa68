/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draft.h"
#include "report.h"

G_BEGIN_DECLS

/* Drops from @drafts, with a finding, those whose id is in @ids (element-type utf8) already, and adds the ids
 * of the others. The strings in @ids belong to the drafts. */
void sl_id_rules_drop_duplicates (GPtrArray *drafts, GHashTable *ids, SlReport *report);

G_END_DECLS
