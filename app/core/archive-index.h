/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "archive-layout.h"
#include "report.h"

G_BEGIN_DECLS

#define SL_ARCHIVE_MAX_ENTRIES 20000
#define SL_ARCHIVE_MAX_BYTES (G_GUINT64_CONSTANT (8) << 30)

/**
 * sl_archive_index_read: reads the directory of the zip archive @input and compares it with what it tells of.
 *
 * There is nothing in the archive then but its entries, one behind the other, and its directory.
 *
 * Returns: (transfer full) (nullable) (element-type SlArchiveEntry): in the order of their data; NULL with at
 * least one error in @report when this is no archive that every program unpacks to the same files
 */
GPtrArray *sl_archive_index_read (SlArchiveInput *input, SlReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
