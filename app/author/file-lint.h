/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook-rules.h"

G_BEGIN_DECLS

/* Looks for JSON files that nothing reads, because their names or folders are none of the format's.
 * @folder: of the casebook */
void sl_file_lint_run (SlCasebookDrafts *drafts, GFile *folder);

G_END_DECLS
