/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What all words of the author's tool have in common: how their arguments are read and how they fail.
 */
#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>

#define PROGRAM "sidelight-author"

SlCommandStatus
sl_command_fail (SlCommandStatus status, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("%s: %s\n", PROGRAM, text);
  return status;
}

GFile *
sl_command_parse (char **arguments, const char *summary, const GOptionEntry *options)
{
  g_autofree char *name = NULL;
  g_auto (GStrv) rest = NULL;
  g_auto (GStrv) copy = NULL;
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry folder[] = {
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL},
    {NULL},
  };

  g_return_val_if_fail (arguments != NULL && arguments[0] != NULL, NULL);
  g_return_val_if_fail (summary != NULL && options != NULL, NULL);

  name = g_strdup_printf ("%s %s", PROGRAM, arguments[0]);
  copy = g_strdupv (arguments);
  g_set_prgname (name);
  context = g_option_context_new (_ ("FOLDER"));
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, folder, NULL);
  if (!g_option_context_parse_strv (context, &copy, &error))
    sl_command_fail (SL_COMMAND_USAGE, "%s", error->message);
  else if (rest != NULL && rest[1] == NULL)
    return g_file_new_for_commandline_arg (rest[0]);
  else
    sl_command_fail (SL_COMMAND_USAGE, _ ("Name one folder. “%s --help” tells more."), name);
  return NULL;
}

guint
sl_command_count (GPtrArray *findings, SlSeverity severity)
{
  guint count = 0;

  g_return_val_if_fail (findings != NULL, 0);

  for (guint i = 0; i < findings->len; i++)
    if (sl_finding_get_severity (findings->pdata[i]) == severity)
      count++;
  return count;
}
