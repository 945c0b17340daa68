/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook-rules.h"

G_BEGIN_DECLS

typedef void (*SlDraftVisitor) (SlDraft *draft, gpointer data);

/* Calls @visit with every record of a casebook, and with every record, group and object in one, each before
 * those in it. */
void sl_draft_walk (SlCasebookDrafts *drafts, SlDraftVisitor visit, gpointer data);

/* The same for @draft and what is in it. */
void sl_draft_walk_one (SlDraft *draft, SlDraftVisitor visit, gpointer data);

G_END_DECLS
