/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook-rules.h"

G_BEGIN_DECLS

/* Looks at what the facts of a casebook rest on: links that may be gone tomorrow, claims that stand on one
 * leg, and dates that cannot be. */
void sl_source_lint_run (SlCasebookDrafts *drafts);

G_END_DECLS
