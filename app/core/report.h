/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "finding.h"
#include "line-map.h"

G_BEGIN_DECLS

/* After so many findings of a severity the report says that there are more, and takes no others: hints
 * never hide an error. */
#define SL_REPORT_MAX 1000

/* SlReport: the findings of one reading, in the order in which they were made. For one thread. */
typedef struct _SlReport SlReport;

SlReport *sl_report_new (void) G_GNUC_WARN_UNUSED_RESULT;
void      sl_report_free (SlReport *self);

/* Adds a finding; the arguments are those of sl_finding_new (), with the text as a printf format.
 * @at: (nullable): where in @file; NULL when the finding is about the whole of it */
void sl_report_add (SlReport          *self,
                    SlSeverity         severity,
                    const char        *file,
                    const SlTextPlace *at,
                    const char        *code,
                    const char        *place,
                    const char        *format,
                    ...) G_GNUC_PRINTF (7, 8);

/* Returns: (transfer none) (element-type SlFinding): goes on growing with the report */
GPtrArray *sl_report_get_findings (SlReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReport, sl_report_free)

G_END_DECLS
