/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Says what is wrong in a casebook: the findings of the same reader that shows it to viewers, so what
 * passes here opens there. Leaves out what a reader does not look for.
 */
#include "config.h"

#include "check.h"

#include "casebook-reader.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static void
print_count (guint count)
{
  g_autofree char *text = NULL;

  if (count == 0)
    text = g_strdup (_ ("Nothing is wrong here."));
  else
    text = g_strdup_printf (ngettext ("%u finding", "%u findings", count), count);
  g_printerr ("%s\n", text);
}

SlCommandStatus
sl_check_run (char **arguments)
{
  gboolean           as_json = FALSE;
  gboolean           is_strict = FALSE;
  const GOptionEntry options[] = {
    {"json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print each finding as a JSON object on a line of its own"), NULL},
     {"strict", 0, 0, G_OPTION_ARG_NONE, &is_strict, N_ ("Fail for a warning, too"), NULL},
      {NULL},
    };
  g_autoptr (GFile) folder = sl_command_parse_folder (arguments, _ ("Says what is wrong in a casebook."), options);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = NULL;

  if (folder == NULL)
    return SL_COMMAND_USAGE;
  casebook = sl_casebook_reader_read_folder (folder, &findings, &error);
  if (casebook == NULL && findings->len == 0)
    return sl_command_fail (SL_COMMAND_FAILED, "%s", error->message);
  sl_command_print_findings (findings, as_json, stdout);
  if (!as_json)
    print_count (findings->len);
  if (casebook == NULL || sl_command_count (findings, SL_SEVERITY_ERROR) > 0 ||
      (is_strict && sl_command_count (findings, SL_SEVERITY_WARNING) > 0))
    return SL_COMMAND_FAILED;
  return SL_COMMAND_DONE;
}
