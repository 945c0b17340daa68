/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes a folder of a casebook that came as one file, for those who go on working on it. Whether the
 * casebook is a good one is the word `check`'s business.
 */
#include "config.h"

#include "unpack.h"

#include "archive-unpack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Returns: (transfer full): the name of @archive without what tells that it is one */
static char *
strip_end (GFile *archive)
{
  static const char *const ends[] = {".casebook", ".zip"};
  char                    *name = g_file_get_basename (archive);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (name, ends[i]) && strlen (name) > strlen (ends[i]))
      {
        name[strlen (name) - strlen (ends[i])] = '\0';
        break;
      }
  return name;
}

SlCommandStatus
sl_unpack_run (char **arguments)
{
  g_autofree char   *output = NULL;
  const GOptionEntry options[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Make the folder FOLDER"), N_ ("FOLDER")},
     {NULL},
    };
  g_auto (GStrv) rest = sl_command_parse (arguments, _ ("FILE"), _ ("Makes a folder of the archive of a casebook."), options, 1, 1);
  g_autoptr (GFile) archive = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  gboolean         is_done;

  if (rest == NULL)
    return SL_COMMAND_USAGE;
  archive = g_file_new_for_commandline_arg (rest[0]);
  if (output == NULL)
    output = strip_end (archive);
  folder = g_file_new_for_commandline_arg (output);
  is_done = sl_archive_unpack (archive, folder, report, &error);
  sl_command_print_findings (sl_report_get_findings (report), FALSE, stderr);
  if (!is_done)
    return sl_command_fail (SL_COMMAND_FAILED, "%s", error->message);
  name = g_filename_display_name (output);
  g_print ("%s\n", name);
  return SL_COMMAND_DONE;
}
