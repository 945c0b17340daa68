/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates and times: what is read is written as it was, and can be said.
 */
#include "date.h"
#include "span.h"
#include "target.h"

static void
check_date (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlDate) date = sl_date_parse (text, &error);
  g_autofree char *written = NULL;
  g_autofree char *words = NULL;

  g_assert_true ((date != NULL) == (error == NULL));
  if (date == NULL)
    return;
  written = sl_date_to_string (date);
  words = sl_date_format (date);
  g_assert_cmpstr (written, ==, text);
  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_assert_true (sl_date_equal (date, date));
}

static void
check_time (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;
  gint64           time = SL_TIME_NONE;
  gint64           again = SL_TIME_NONE;

  if (!sl_time_parse (text, &time, &error))
    return;
  g_assert_cmpint (time, >=, 0);
  written = sl_time_format (time);
  g_assert_true (sl_time_parse (written, &again, NULL));
  g_assert_cmpint (again, ==, time);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);

  check_date (text);
  check_time (text);
  return 0;
}
