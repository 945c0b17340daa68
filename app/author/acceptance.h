/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draft.h"
#include "report.h"

G_BEGIN_DECLS

/**
 * sl_acceptance_apply: sorts out those findings that the author of a casebook knows and accepts.
 * @casebook: casebook.json, with its "accepted"
 * @findings: (element-type SlFinding): all that was found
 * @report: gets findings about what is accepted: what cannot be, and what nothing gives any more
 *
 * Returns: (transfer full) (element-type SlFinding): those of @findings that are accepted, in their order;
 * never an error
 */
GPtrArray *sl_acceptance_apply (SlDraft *casebook, GPtrArray *findings, SlReport *report) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): the record that @finding is about, by its place in the catalogues, such as
 * "fact/refund" or "clip/explainer/note/n7" */
char *sl_acceptance_name_record (const SlFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
