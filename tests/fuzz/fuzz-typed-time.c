/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever is typed is refused or is a time that there can be; a time written as files have it is that time again.
 */
#include "span.h"
#include "target.h"
#include "typed-time.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autofree char *written = NULL;
  SlTypedTime      typed = {SL_TYPED_TIME_AT, -1}, again;

  if (!sl_typed_time_parse (text, &typed))
    {
      g_assert_cmpint (typed.value, ==, -1);
      return 0;
    }
  if (typed.kind == SL_TYPED_TIME_PICTURE)
    {
      g_assert_true (typed.value >= 0 && typed.value <= G_MAXINT);
      return 0;
    }
  g_assert_true (ABS (typed.value) <= SL_TIME_MAX && (typed.kind == SL_TYPED_TIME_BY || typed.value >= 0));
  written = sl_time_format (ABS (typed.value));
  g_assert_true (sl_typed_time_parse (written, &again));
  g_assert_cmpint (again.kind, ==, SL_TYPED_TIME_AT);
  g_assert_cmpint (again.value, ==, ABS (typed.value) / 1000000 * 1000000);
  return 0;
}
