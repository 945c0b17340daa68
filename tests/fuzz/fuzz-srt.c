/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever the bytes are, captions that come out of them have times in order and words that can be drawn;
 * written again they are as many, with the same times.
 */
#include "subrip.h"
#include "target.h"

static void
check_cue (const SlTimedText *cue)
{
  g_assert_cmpint (cue->span.start, >=, 0);
  g_assert_cmpint (cue->span.start, <=, cue->span.end);
  g_assert_cmpint (cue->span.end, <=, SL_TIME_MAX);
  g_assert_true (g_utf8_validate (cue->text, -1, NULL));
}

static void
check_again (GPtrArray *cues)
{
  GString *file = g_string_new (NULL);
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) again = NULL;

  for (guint i = 0; i < cues->len; i++)
    sl_subrip_append (file, cues->pdata[i], i + 1);
  bytes = g_string_free_to_bytes (file);
  again = sl_subrip_parse (bytes, "fuzz.srt", report, NULL);
  g_assert_nonnull (again);
  g_assert_cmpuint (again->len, ==, cues->len);
  for (guint i = 0; i < cues->len; i++)
    {
      const SlTimedText *one = cues->pdata[i];
      const SlTimedText *other = again->pdata[i];

      g_assert_cmpint (one->span.start, ==, other->span.start);
      g_assert_cmpint (one->span.end, ==, other->span.end);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cues = sl_subrip_parse (bytes, "fuzz.srt", report, &error);

  g_assert_true ((cues != NULL) == (error == NULL));
  for (guint i = 0; cues != NULL && i < cues->len; i++)
    check_cue (cues->pdata[i]);
  if (cues != NULL)
    check_again (cues);
  return 0;
}
