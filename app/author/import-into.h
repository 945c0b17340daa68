/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records.h"
#include "report.h"

G_BEGIN_DECLS

/* Where records are to go. */
typedef struct
{
  const char *folder;   /* of the casebook */
  const char *clip;     /* (nullable): the id of the clip; NULL for the only one */
  const char *language; /* (nullable): of the captions; NULL for the clip's own */
  gboolean    replace;  /* records whose id is there already get what is new, and keep the rest */
} SlImportTarget;

/**
 * sl_import_into: puts @records into the files of a casebook, whose text is left as it is elsewhere.
 * @error: SL_FORMAT_ERROR, SL_JSON_ERROR, SL_CASEBOOK_ERROR or G_FILE_ERROR
 *
 * Records without an id get one of their title. Afterwards the casebook is read, and when that finds an error
 * that was not there before, all files are put back as they were: on failure nothing has changed.
 */
gboolean sl_import_into (SlRecords *records, const SlImportTarget *target, SlReport *report, GError **error);

G_END_DECLS
