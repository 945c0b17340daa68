/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What all words of the author's tool have in common: how their arguments are read,
 * what they print and how they fail.
 */
#include "config.h"

#include "command.h"

#include "json-text.h"

#include <errno.h>
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

GStrv
sl_command_parse (char              **arguments,
                  const char         *names,
                  const char         *summary,
                  const GOptionEntry *options,
                  guint               at_least,
                  guint               at_most)
{
  g_autofree char *name = NULL;
  g_auto (GStrv) rest = NULL;
  g_auto (GStrv) copy = NULL;
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry others[] = {
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL},
    {NULL},
  };
  guint count;

  g_return_val_if_fail (arguments != NULL && arguments[0] != NULL, NULL);
  g_return_val_if_fail (names != NULL && summary != NULL && options != NULL, NULL);

  name = g_strdup_printf ("%s %s", PROGRAM, arguments[0]);
  copy = g_strdupv (arguments);
  g_set_prgname (name);
  context = g_option_context_new (names);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, others, NULL);
  if (!g_option_context_parse_strv (context, &copy, &error))
    {
      sl_command_fail (SL_COMMAND_USAGE, "%s", error->message);
      return NULL;
    }
  if (rest == NULL)
    rest = g_new0 (char *, 1);
  count = g_strv_length (rest);
  if (count >= at_least && count <= at_most)
    return g_steal_pointer (&rest);
  sl_command_fail (SL_COMMAND_USAGE, _ ("Usage: %s %s. “%s --help” tells more."), name, names, name);
  return NULL;
}

GFile *
sl_command_parse_folder (char **arguments, const char *summary, const GOptionEntry *options)
{
  g_auto (GStrv) rest = sl_command_parse (arguments, _ ("FOLDER"), summary, options, 1, 1);

  return rest != NULL ? g_file_new_for_commandline_arg (rest[0]) : NULL;
}

/* One object on a line, with the names that the program's trace has for a finding. */
static void
print_json (const SlFinding *finding, FILE *stream)
{
  g_autoptr (GEnumClass) severities = g_type_class_ref (SL_TYPE_SEVERITY);
  g_autoptr (GString) line = g_string_new (NULL);
  GEnumValue *severity = g_enum_get_value (severities, (int)sl_finding_get_severity (finding));
  const char *place = sl_finding_get_place (finding);

  g_string_append_printf (line, "{\"severity\":\"%s\",\"code\":", severity->value_nick);
  sl_json_text_append (line, sl_finding_get_code (finding));
  g_string_append (line, ",\"file\":");
  sl_json_text_append (line, sl_finding_get_file (finding));
  g_string_append_printf (line, ",\"line\":%u,\"column\":%u,\"place\":", sl_finding_get_line (finding),
                          sl_finding_get_column (finding));
  sl_json_text_append (line, place != NULL ? place : "");
  g_string_append (line, ",\"text\":");
  sl_json_text_append (line, sl_finding_get_text (finding));
  fprintf (stream, "%s}\n", line->str); /* UTF-8 whatever the locale says */
}

void
sl_command_print_findings (GPtrArray *findings, gboolean as_json, FILE *stream)
{
  g_return_if_fail (findings != NULL && stream != NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = NULL;

      if (as_json)
        {
          print_json (findings->pdata[i], stream);
          continue;
        }
      line = sl_finding_to_string (findings->pdata[i]);
      fprintf (stream, "%s\n", line);
    }
}

SlCommandStatus
sl_command_write (const char *text, gsize length, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (text != NULL, SL_COMMAND_FAILED);

  if (path != NULL && !g_file_set_contents (path, text, (gssize)length, &error))
    return sl_command_fail (SL_COMMAND_FAILED, "%s", error->message);
  if (path == NULL && (fwrite (text, 1, length, stdout) != length || fflush (stdout) != 0))
    return sl_command_fail (SL_COMMAND_FAILED, _ ("This cannot be written: %s"), g_strerror (errno));
  return SL_COMMAND_DONE;
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
