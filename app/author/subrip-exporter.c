/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The captions among the records as SubRip, as the core writes it. */
#include "subrip-exporter.h"

#include "lost.h"
#include "records-fields.h"
#include "subrip.h"
#include "webvtt-exporter.h"

gboolean
sl_subrip_export (SlExport *export, GString *text, GError **error)
{
  static const char *const carried[] = {"id", "from", "to", "text", "speaker", "settings", NULL};
  JsonArray               *cues = sl_records_get (export->records, SL_RECORDS_CUES);

  for (guint i = 0; i < json_array_get_length (cues); i++)
    {
      JsonObject *record = sl_record_get_element (cues, i);
      g_autoptr (SlTimedText) cue = sl_webvtt_export_cue (record);

      sl_lost_check (export->lost, SL_RECORDS_CUES, record, carried);
      sl_webvtt_export_count (export, SL_RECORDS_CUES, sl_subrip_append (text, cue, i + 1));
    }
  sl_lost_check_kinds (export->lost, export->records, 1 << SL_RECORDS_CUES);
  return TRUE;
}
