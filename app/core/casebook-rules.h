/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook-fields.h"
#include "casebook-folder.h"
#include "draft.h"
#include "report.h"

G_BEGIN_DECLS

/* All records of a casebook as they were read; the rules drop and mend some of them. */
typedef struct
{
  SlCasebookFolder *folder;
  SlReport         *report;
  SlDraft          *casebook;
  GPtrArray        *records[SL_N_KINDS];  /* (element-type SlDraft): each starts with an id */
  GHashTable       *left_out[SL_N_KINDS]; /* (element-type utf8): ids of records that were of no use */
  gboolean          unread[SL_N_KINDS];   /* there is a file of them that cannot be read */
  GListModel       *sources;              /* (nullable): the finished SlSource objects, made by the rules */
} SlCasebookDrafts;

/* Applies everything that the format asks for between records, and reports what does not hold: ids once,
 * references that lead somewhere, files that are there, facts with sources. */
void sl_casebook_rules_apply (SlCasebookDrafts *drafts);

G_END_DECLS
