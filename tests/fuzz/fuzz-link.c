/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever a link says, what is understood of it is written as a link that says the same.
 */
#include "link.h"
#include "target.h"

static void
check_times (const SlLink *link)
{
  const gint64 start = sl_link_get_start (link);
  const gint64 end = sl_link_get_end (link);

  g_assert_true (start == SL_TIME_NONE || (start >= 0 && start <= SL_TIME_MAX));
  g_assert_true (end == SL_TIME_NONE || (end > start && start >= 0));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlLink) link = sl_link_parse (text, &error);
  g_autoptr (SlLink) again = NULL;
  g_autofree char *written = NULL;
  g_autofree char *twice = NULL;

  g_assert_true ((link != NULL) == (error == NULL));
  if (link == NULL)
    return 0;
  check_times (link);
  written = sl_link_to_string (link);
  again = sl_link_parse (written, &error);
  g_assert_no_error (error);
  g_assert_null (sl_link_get_ignored (again));
  g_assert_cmpint (sl_link_get_start (again), ==, sl_link_get_start (link));
  g_assert_cmpint (sl_link_get_end (again), ==, sl_link_get_end (link));
  twice = sl_link_to_string (again);
  g_assert_cmpstr (twice, ==, written);
  return 0;
}
