/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook-rules.h"

G_BEGIN_DECLS

/* Looks at whether what is on the screen can be read in its time and place: notes, words over the picture,
 * captions. */
void sl_timing_lint_run (SlCasebookDrafts *drafts);

G_END_DECLS
