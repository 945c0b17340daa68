/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults that no pipeline tells, since they are between a film and its casebook. Their details are for who mends them. */
#include "notice.h"

#define SECOND 1e9

SlFault *
sl_notice_make_absent (SlSession *session)
{
  SlClip          *clip = sl_session_get_clip (session);
  g_autofree char *folder = NULL;
  g_autofree char *details = NULL;

  g_return_val_if_fail (clip != NULL, NULL);

  folder = g_file_get_parse_name (sl_casebook_get_folder (sl_session_get_casebook (session)));
  details = g_strdup_printf ("Clip “%s” of %s: none of its media is there", sl_clip_get_id (clip), folder);
  return sl_fault_new (SL_FAULT_FILE_MISSING, NULL, details);
}

SlFault *
sl_notice_make_cut_short (const char *uri, gint64 end, gint64 duration)
{
  g_autofree char *details = NULL;

  g_return_val_if_fail (uri != NULL, NULL);

  details = g_strdup_printf ("%s ends at %.3f s, its clip at %.3f s", uri, (double)end / SECOND, (double)duration / SECOND);
  return sl_fault_new (SL_FAULT_CUT_SHORT, NULL, details);
}
