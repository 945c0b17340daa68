/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever the bytes are, an archive is unpacked or refused with a finding in words. Nothing is written.
 */
#include "archive-unpack.h"
#include "target.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = sl_report_get_findings (report);
  guint      n_errors = 0;

  g_assert_true (sl_archive_check (bytes, "fuzz.casebook", report, &error) == (error == NULL));
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = sl_finding_to_string (findings->pdata[i]);

      n_errors += sl_finding_get_severity (findings->pdata[i]) == SL_SEVERITY_ERROR;
      g_assert_true (g_utf8_validate (line, -1, NULL) && strchr (line, '\n') == NULL);
    }
  g_assert_true ((n_errors > 0) == (error != NULL));
  return 0;
}
