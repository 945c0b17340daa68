/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format.h"

G_BEGIN_DECLS

/**
 * SlLost: what an export could not carry, counted by kind, so that a hundred notes make one line.
 * @report: gets a hint for each kind of loss at sl_lost_finish ()
 * @file: where the records come from
 * @format: its name for people
 * @one_kind: that one kind of records was asked for, so that nobody misses the others
 */
SlLost *sl_lost_new (SlReport *report, const char *file, const char *format, gboolean one_kind) G_GNUC_WARN_UNUSED_RESULT;
void    sl_lost_finish (SlLost *self); /* reports, and frees */

/* Counts once more what @sentence tells in the reader's language: what is lost and what to do.
 * @place: of which records, such as "cues" */
void sl_lost_count (SlLost *self, const char *place, const char *sentence);

/* Counts the keys of @record that are not among @carried, which has a NULL behind the last. */
void sl_lost_check (SlLost *self, SlRecordsKind kind, JsonObject *record, const char *const *carried);

/* Counts the records of all kinds that are not in @carried, a set of 1 << SlRecordsKind. */
void sl_lost_check_kinds (SlLost *self, SlRecords *records, guint carried);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlLost, sl_lost_finish)

G_END_DECLS
