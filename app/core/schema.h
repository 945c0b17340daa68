/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "draft.h"
#include "schema-field.h"

G_BEGIN_DECLS

/* How much may still be read: counted down over all files of a casebook. */
typedef struct
{
  guint       records_left;
  gboolean    exhausted;
  GHashTable *left_out; /* (nullable) (element-type utf8): gets the ids of records of a file that are of no use */
} SlSchemaBudget;

/* Reads a file that is one object. @place: the record's, without its id.
 * Returns: (transfer full) (nullable): NULL, with findings, when the record is of no use */
SlDraft *sl_schema_read_object (const SlSchema *schema,
                                const char     *place,
                                SlDocument     *document,
                                SlSchemaBudget *budget,
                                SlReport       *report) G_GNUC_WARN_UNUSED_RESULT;

/* Reads a file that is an array of objects. Returns: (transfer full) (element-type SlDraft): those of use */
GPtrArray *sl_schema_read_array (const SlSchema *schema,
                                 const char     *place,
                                 SlDocument     *document,
                                 SlSchemaBudget *budget,
                                 SlReport       *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
