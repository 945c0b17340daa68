/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook-rules.h"

G_BEGIN_DECLS

/* Looks for what is in a casebook and is never shown, because nothing names it. Waits
 * until there is no error any more. */
void sl_reference_lint_run (SlCasebookDrafts *drafts);

G_END_DECLS
