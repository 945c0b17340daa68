/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "finding.h"

G_BEGIN_DECLS

/* How severe findings of one code may be. */
typedef enum {
  SL_FINDING_IS_ERROR = 1 << SL_SEVERITY_ERROR,
  SL_FINDING_IS_WARNING = 1 << SL_SEVERITY_WARNING,
  SL_FINDING_IS_HINT = 1 << SL_SEVERITY_HINT,
} SlFindingSeverities;

/* One kind of finding. */
typedef struct
{
  const char         *code; /* such as "no-source" */
  SlFindingSeverities severities;
  const char         *meaning; /* English, a sentence without its full stop */
} SlFindingCode;

/* Returns: (transfer none): every code that the program and its tools use, sorted, with one of NULL behind
 * the last */
const SlFindingCode *sl_finding_codes_get_all (void);

/* Returns: (nullable) (transfer none): NULL when there is no such code */
const SlFindingCode *sl_finding_codes_find (const char *code);

G_END_DECLS
