/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "report.h"

G_BEGIN_DECLS

#define SL_ARCHIVE_ERROR (sl_archive_error_quark ())
GQuark sl_archive_error_quark (void);

typedef enum {
  SL_ARCHIVE_ERROR_REFUSED, /* the report says why, in at least one error */
} SlArchiveError;

/**
 * sl_archive_unpack: unpacks the casebook @archive, a zip, into @folder, where nothing may be yet.
 * @error: of SL_ARCHIVE_ERROR, or of G_IO_ERROR when a file cannot be read or written
 *
 * Waits for the disk; any thread may call it. Nothing is written outside @folder; it appears when it is
 * whole, and nothing is left of one that fails. Files are new ones: no owners, modes or times are taken over.
 * An archive of one folder in which the casebook is gets a hint.
 */
gboolean sl_archive_unpack (GFile *archive, GFile *folder, SlReport *report, GError **error);

/* Unpacks @bytes to nowhere, by the same rules. @name: of the archive, for findings */
gboolean sl_archive_check (GBytes *bytes, const char *name, SlReport *report, GError **error);

/* Whether @place is to be taken for an archive: a file, and not a folder. */
gboolean sl_archive_is_file (GFile *place);

G_END_DECLS
