/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "report.h"

G_BEGIN_DECLS

/* Casebooks that came as one file, unpacked in the user's cache. The last few are kept for the next time. */

/* Unpacks @archive, unless it was before; blocks on the disk, any thread may call it.
 * @error: of SL_ARCHIVE_ERROR, with findings in @report, or of G_IO_ERROR
 * Returns: (transfer full) (nullable): the folder of the casebook */
GFile *sl_archive_cache_unpack (GFile *archive, SlReport *report, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
