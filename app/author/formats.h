/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format.h"

G_BEGIN_DECLS

/* A format that records come from or go to. */
typedef struct
{
  const char        *name;           /* on the command line */
  const char        *title;          /* its own name, for people */
  const char *const *kinds;          /* (nullable): what --kind may say, the first one without it; NULL behind the last */
  gboolean           needs_clip;     /* an export is about one clip */
  SlImportFunc       import_records; /* (nullable) */
  SlExportFunc       export_records; /* (nullable) */
  gboolean           reads_file;     /* the import opens the file itself, which may be large; its bytes are not read */
} SlFormat;

/* Returns: (nullable): the format of that name */
const SlFormat *sl_formats_find (const char *name);

/* Returns: (transfer full): the names of all that can be imported or, without @for_import, exported */
char *sl_formats_list (gboolean for_import) G_GNUC_WARN_UNUSED_RESULT;

/* Imports @bytes after a look at the options. Findings and errors are those of SlImportFunc. */
gboolean sl_formats_import (const SlFormat *format, SlImport *import, GBytes *bytes, GError **error);

/**
 * sl_formats_export: writes @records.
 * @file: where they come from, for findings
 * @report: gets what the format cannot carry
 *
 * Returns: (transfer full): NULL with @error, see SlExportFunc
 */
GString *sl_formats_export (const SlFormat        *format,
                            SlRecords             *records,
                            const SlFormatOptions *options,
                            const char            *file,
                            SlReport              *report,
                            GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
