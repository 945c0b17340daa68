/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Brings a casebook of an older format to the newest, in a folder of its own, and says what its reader finds
 * there: what was never right is not made right by it.
 */
#include "config.h"

#include "migrate.h"

#include "casebook-argument.h"
#include "migration.h"

#include <glib/gi18n-lib.h>

/* Says what became of it. Returns: what the word ends with */
static SlCommandStatus
tell_result (GFile *folder, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = sl_casebook_reader_read_folder (folder, &findings, &error);

  sl_command_print_findings (findings, FALSE, stderr);
  g_print ("%s\n", name);
  if (casebook == NULL)
    return sl_command_fail (SL_COMMAND_FAILED, "%s", error->message);
  return sl_command_count (findings, SL_SEVERITY_ERROR) > 0 ? SL_COMMAND_FAILED : SL_COMMAND_DONE;
}

SlCommandStatus
sl_migrate_run (char **arguments)
{
  const GOptionEntry options[] = {{NULL}};
  g_auto (GStrv) rest = sl_command_parse (arguments, _ ("OLD NEW"), _ ("Writes a casebook of an older format anew, in the newest one."), options, 2, 2);
  g_autoptr (GFile) place = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (SlCasebookArgument) argument = NULL;
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  if (rest == NULL)
    return SL_COMMAND_USAGE;
  place = g_file_new_for_commandline_arg (rest[0]);
  folder = g_file_new_for_commandline_arg (rest[1]);
  argument = sl_casebook_argument_new (place);
  is_done = sl_casebook_argument_unpack (argument, report, &error) &&
            sl_migration_run (sl_casebook_argument_get_folder (argument), folder, report, &error);
  sl_command_print_findings (sl_report_get_findings (report), FALSE, stderr);
  if (is_done)
    return tell_result (folder, rest[1]);
  if (!g_error_matches (error, SL_MIGRATION_ERROR, SL_MIGRATION_ERROR_CURRENT))
    return sl_command_fail (SL_COMMAND_FAILED, "%s", error->message);
  g_printerr ("%s\n", error->message);
  return SL_COMMAND_DONE;
}
