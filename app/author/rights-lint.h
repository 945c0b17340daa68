/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook-rules.h"

G_BEGIN_DECLS

/* Looks for who made a casebook and its films, and on what terms others may use it. */
void sl_rights_lint_run (SlCasebookDrafts *drafts);

/* Whether @text is written as an SPDX licence expression, such as "CC-BY-SA-4.0 OR MIT". Which licences there
 * are is not known. */
gboolean sl_rights_lint_is_expression (const char *text);

/* @expression: of SPDX. Returns: (transfer full) (nullable): the first licence in it that is none of the usual ones */
char *sl_rights_lint_find_unknown (const char *expression) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
