/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records.h"
#include "report.h"

G_BEGIN_DECLS

/**
 * sl_export_source_read: the records of a casebook as its files have them.
 * @clip: (nullable): the id of the clip whose records are wanted; NULL for the only one
 * @needs_clip: whether it fails when it is not clear which clip is meant
 * @language: (nullable): of the captions; NULL for the clip's own
 * @report: gets what is wrong with the captions
 * @error: SL_FORMAT_ERROR, SL_JSON_ERROR, SL_CASEBOOK_FOLDER_ERROR or SL_WEBVTT_ERROR
 *
 * Returns: (transfer full) (nullable)
 */
SlRecords *sl_export_source_read (GFile      *folder,
                                  const char *clip,
                                  gboolean    needs_clip,
                                  const char *language,
                                  SlReport   *report,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
