/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The lists of records that go into and come out of other formats. */
typedef enum {
  SL_RECORDS_CUES, /* {id, from, to, text, speaker, settings} */
  SL_RECORDS_CHAPTERS,
  SL_RECORDS_NOTES,
  SL_RECORDS_FACTS,
  SL_RECORDS_EVENTS,
  SL_RECORDS_N_KINDS,
} SlRecordsKind;

/**
 * SlRecords: records as a casebook's JSON has them, from any origin. An id is left out where the origin has
 * none. For one thread.
 */
typedef struct _SlRecords SlRecords;

SlRecords *sl_records_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       sl_records_free (SlRecords *self);

/* Returns: the name of the list, which is its key in JSON, too: "cues" */
const char *sl_records_kind_name (SlRecordsKind kind);

JsonArray *sl_records_get (SlRecords *self, SlRecordsKind kind); /* (transfer none) */
guint      sl_records_count (SlRecords *self, SlRecordsKind kind);

/* Appends @record. @record: (transfer full) */
void sl_records_add (SlRecords *self, SlRecordsKind kind, JsonObject *record);

/* What the records belong to, by name: "casebook", "clip" and "film" as objects, "films", "clips" and "sources"
 * as arrays; each may be missing. Returns: (transfer none) */
JsonObject *sl_records_get_about (SlRecords *self);

/* Whether both have the same records in the same order; the order of keys and what they belong to is left
 * out of account */
gboolean sl_records_equal (SlRecords *a, SlRecords *b);

/* Returns: (transfer full): one JSON object with the lists that have records, by name */
char *sl_records_print (SlRecords *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlRecords, sl_records_free)

G_END_DECLS
