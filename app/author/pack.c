/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes a casebook one file that can be handed on. What a viewer could not open whole is not packed.
 */
#include "config.h"

#include "pack.h"

#include "archive-pack.h"
#include "archive-unpack.h"
#include "casebook-argument.h"

#include <glib/gi18n-lib.h>

static SlCommandStatus
pack (GFile *folder, const char *output, gboolean replace)
{
  g_autoptr (GFile) archive = g_file_new_for_commandline_arg (output);
  g_autofree char *name = g_filename_display_name (output);
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  if (!replace && g_file_query_exists (archive, NULL))
    return sl_command_fail (SL_COMMAND_FAILED, _ ("“%s” is there already; name another file with --output or use --replace."), name);
  is_done = sl_archive_pack (folder, archive, replace, report, &error);
  sl_command_print_findings (sl_report_get_findings (report), FALSE, stderr);
  if (!is_done)
    return sl_command_fail (SL_COMMAND_FAILED, "%s", error->message);
  g_print ("%s\n", name);
  return SL_COMMAND_DONE;
}

SlCommandStatus
sl_pack_run (char **arguments)
{
  g_autofree char   *output = NULL;
  gboolean           replace = FALSE;
  const GOptionEntry options[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write the archive to FILE"), N_ ("FILE")},
     {"replace", 0, 0, G_OPTION_ARG_NONE, &replace, N_ ("Replace an archive that is there"), NULL},
      {NULL},
    };
  g_autoptr (GFile) folder = sl_command_parse_folder (arguments, _ ("Makes one file of the folder of a casebook."), options);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = NULL;

  if (folder == NULL)
    return SL_COMMAND_USAGE;
  casebook = sl_casebook_reader_read_folder (folder, &findings, &error);
  if (casebook == NULL && findings->len == 0)
    return sl_command_fail (SL_COMMAND_FAILED, "%s", error->message);
  if (casebook == NULL || sl_command_count (findings, SL_SEVERITY_ERROR) > 0)
    {
      sl_command_print_findings (findings, FALSE, stderr);
      return sl_command_fail (SL_COMMAND_FAILED, _ ("A casebook with errors is not packed; mend them first."));
    }
  if (output == NULL)
    output = g_strconcat (sl_casebook_get_id (casebook), ".casebook", NULL);
  return pack (folder, output, replace);
}
