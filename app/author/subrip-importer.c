/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Captions from SubRip, as the core reads them, to records. */
#include "subrip-importer.h"

#include "subrip.h"
#include "webvtt-importer.h"

gboolean
sl_subrip_import (SlImport *import, GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) cues = sl_subrip_parse (bytes, import->file, import->report, error);

  if (cues != NULL)
    sl_webvtt_import_captions (import, cues);
  return cues != NULL;
}
