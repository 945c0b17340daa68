/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "report.h"

G_BEGIN_DECLS

#define SL_MIGRATION_ERROR (sl_migration_error_quark ())
GQuark sl_migration_error_quark (void);

typedef enum {
  SL_MIGRATION_ERROR_CURRENT,    /* the casebook is of the newest format already */
  SL_MIGRATION_ERROR_TOO_NEW,    /* or of a newer one than this program knows */
  SL_MIGRATION_ERROR_NO_STEP,    /* there never was such a format */
  SL_MIGRATION_ERROR_UNREADABLE, /* a file is not there or not JSON; the report says which */
} SlMigrationError;

/* Whether a casebook of @format can be brought to the newest one. */
gboolean sl_migration_is_possible (gint64 format);

/**
 * sl_migration_run: writes the casebook in the folder @old anew, in the newest format.
 * @folder: where nothing may be yet
 * @report: gets what was found wrong in the files, left out or not carried over exactly
 * @error: of SL_MIGRATION_ERROR, or of G_IO_ERROR
 *
 * Only files in which something changes are written anew; all others are copied byte for byte. What the
 * format does not know is kept. @folder appears when it is whole. Whether it is a good casebook is for its
 * reader to say.
 */
gboolean sl_migration_run (GFile *old, GFile *folder, SlReport *report, GError **error);

G_END_DECLS
