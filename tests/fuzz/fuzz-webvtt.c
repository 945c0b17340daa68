/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever the bytes are, cues that come out of them have times in order and words that can be drawn.
 */
#include "target.h"
#include "webvtt.h"

static void
check_cue (const SlTimedText *cue)
{
  g_assert_cmpint (cue->span.start, >=, 0);
  g_assert_cmpint (cue->span.start, <=, cue->span.end);
  g_assert_cmpint (cue->span.end, <=, SL_TIME_MAX);
  g_assert_true (g_utf8_validate (cue->text, -1, NULL));
  g_assert_true (g_utf8_validate (cue->id, -1, NULL));
  g_assert_true (g_utf8_validate (cue->settings, -1, NULL));
  g_assert_true (cue->speaker == NULL || (*cue->speaker != '\0' && g_utf8_validate (cue->speaker, -1, NULL)));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cues = sl_webvtt_parse (bytes, "fuzz.vtt", report, &error);

  g_assert_true ((cues != NULL) == (error == NULL));
  for (guint i = 0; cues != NULL && i < cues->len; i++)
    check_cue (cues->pdata[i]);
  return 0;
}
