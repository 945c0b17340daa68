/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook-rules.h"

G_BEGIN_DECLS

/* Looks at the films in a casebook: whether each is the file that its clip means, and plays everywhere.
 * @folder: of the casebook. Reads every film whole. */
void sl_media_lint_run (SlCasebookDrafts *drafts, GFile *folder);

G_END_DECLS
