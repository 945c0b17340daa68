/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook-rules.h"

G_BEGIN_DECLS

typedef enum {
  SL_RECORD_ADDED,
  SL_RECORD_REMOVED,
  SL_RECORD_CHANGED,
} SlRecordChangeKind;

/* One value that differs; a side that does not have it is NULL. */
typedef struct
{
  const char *key;      /* in the file */
  char       *old_text; /* (nullable) */
  char       *new_text; /* (nullable) */
} SlFieldChange;

/* One record that differs. */
typedef struct
{
  char              *record; /* "fact/refund", "clip/explainer/note/n7", "casebook" */
  SlRecordChangeKind kind;
  SlDraft           *old_draft; /* (nullable) */
  SlDraft           *new_draft; /* (nullable) */
  GPtrArray         *fields;    /* (element-type SlFieldChange): of a changed record, in the format's order */
} SlRecordChange;

/**
 * sl_record_diff_compare: finds every record that is in one casebook only or says something else in the
 *   other. Records are known by their ids; where they stand and in which order does not matter.
 *
 * Compared is what the files say, not what the rules make of it. Notes and chapters are records of their own,
 * and so is each caption ("clip/explainer/captions/en/c1"). A file that is named differs when its bytes do,
 * as far as it is not larger than 64 MiB.
 *
 * Returns: (transfer full) (element-type SlRecordChange): kind by kind, in the order of @new_drafts; those
 * that were removed come last in their kind
 */
GPtrArray *sl_record_diff_compare (SlCasebookDrafts *old_drafts, SlCasebookDrafts *new_drafts) G_GNUC_WARN_UNUSED_RESULT;

/* Reports what an author must not do between two versions: change a standing without saying so in `changes`,
 * and what readers would miss: facts that are gone, and a version that stayed the same.
 * @changes: (element-type SlRecordChange) */
void sl_record_diff_report (GPtrArray        *changes,
                            SlCasebookDrafts *old_drafts,
                            SlCasebookDrafts *new_drafts,
                            SlReport         *report);

G_END_DECLS
