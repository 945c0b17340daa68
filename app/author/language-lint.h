/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook.h"
#include "report.h"

G_BEGIN_DECLS

/**
 * sl_language_lint_run: looks at the translations that a casebook carries.
 * @casebook: one with a folder
 * @languages: (nullable): those to be looked at, each text by itself; NULL for all that there are, with the texts
 *   that are missing told in one finding for each language
 */
void sl_language_lint_run (SlCasebook *casebook, const char *const *languages, SlReport *report);

G_END_DECLS
