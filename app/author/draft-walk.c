/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The way through all records of a casebook, for those who look at each. What they look for is theirs.
 */
#include "draft-walk.h"

void
sl_draft_walk_one (SlDraft *draft, SlDraftVisitor visit, gpointer data)
{
  g_return_if_fail (draft != NULL && visit != NULL);

  visit (draft, data);
  for (const SlSchemaField *field = sl_draft_get_schema (draft)->fields; field->kind != SL_SCHEMA_END; field++)
    {
      if (!sl_draft_has (draft, field->key))
        continue;
      if (field->kind == SL_SCHEMA_GROUP || field->kind == SL_SCHEMA_OBJECT)
        {
          sl_draft_walk_one (sl_draft_get_draft (draft, field->key), visit, data);
        }
      else if (field->kind == SL_SCHEMA_LIST)
        {
          GPtrArray *list = sl_draft_get_list (draft, field->key);

          for (guint i = 0; i < list->len; i++)
            sl_draft_walk_one (list->pdata[i], visit, data);
        }
    }
}

void
sl_draft_walk (SlCasebookDrafts *drafts, SlDraftVisitor visit, gpointer data)
{
  g_return_if_fail (drafts != NULL && visit != NULL);

  sl_draft_walk_one (drafts->casebook, visit, data);
  for (guint kind = SL_KIND_NONE + 1; kind < SL_N_KINDS; kind++)
    for (guint i = 0; i < drafts->records[kind]->len; i++)
      sl_draft_walk_one (drafts->records[kind]->pdata[i], visit, data);
}
