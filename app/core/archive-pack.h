/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "report.h"

G_BEGIN_DECLS

/**
 * sl_archive_pack: packs all files of the casebook in @folder into @archive, outside it or in it.
 * @replace: whether an @archive that is there may be replaced
 * @report: gets an error for what no archive may hold, and a hint for what is left out
 * @error: SL_ARCHIVE_ERROR when there was an error in @report; else of G_IO_ERROR
 *
 * The same files give the same bytes, whatever their modes and times, the machine, its language and its time
 * zone. @archive appears when it is whole. Waits for the disk; any thread may call it.
 */
gboolean sl_archive_pack (GFile *folder, GFile *archive, gboolean replace, SlReport *report, GError **error);

G_END_DECLS
