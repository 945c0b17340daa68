/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook-rules.h"

G_BEGIN_DECLS

/* Looks at the marks in the texts of a casebook: those that are none, and links that lead nowhere. */
void sl_text_lint_run (SlCasebookDrafts *drafts);

G_END_DECLS
