/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records.h"
#include "report.h"

G_BEGIN_DECLS

#define SL_FORMAT_ERROR (sl_format_error_quark ())
GQuark sl_format_error_quark (void);

typedef enum {
  SL_FORMAT_ERROR_OTHER, /* the file is not of this format at all */
  SL_FORMAT_ERROR_USAGE, /* an option that this format does not have */
  SL_FORMAT_ERROR_EMPTY, /* there is nothing that this format could hold */
} SlFormatError;

/* What the user asks for, with NULL or 0 for what was not said. */
typedef struct
{
  const char *kind;     /* "captions", "chapters", "metadata", "facts" or "events" */
  const char *language; /* BCP 47 */
  const char *base;     /* the URL below which exported things get theirs */
  guint       canvas;   /* the number of the canvas, from 1 */
} SlFormatOptions;

/* One import: what has been read goes to @records, what was left out or mended to @report. */
typedef struct
{
  const char            *file; /* for findings */
  const SlFormatOptions *options;
  SlRecords             *records;
  SlReport              *report;
} SlImport;

/* One export. Who calls reports what is counted in @lost. */
typedef struct _SlLost SlLost;
typedef struct
{
  SlRecords             *records;
  const SlFormatOptions *options;
  SlLost                *lost;
} SlExport;

/* Both return FALSE with @error of SL_FORMAT_ERROR, SL_JSON_ERROR or the core reader's own. */
typedef gboolean (*SlImportFunc) (SlImport *import, GBytes *bytes, GError **error);
typedef gboolean (*SlExportFunc) (SlExport *export, GString *text, GError **error);

G_END_DECLS
