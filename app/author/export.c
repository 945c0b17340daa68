/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The way out of a casebook. What a format cannot carry is told, so that nobody takes the other file for the
 * whole. How a format is written is its exporter's business.
 */
#include "config.h"

#include "export.h"

#include "casebook-argument.h"
#include "export-source.h"
#include "formats.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

typedef struct
{
  char           *clip;
  char           *output;
  gboolean        replace;
  gboolean        as_json;
  SlFormatOptions format;
} Options;

static SlCommandStatus
run (const SlFormat *format, const char *path, Options *options)
{
  g_autoptr (GFile) place = g_file_new_for_commandline_arg (path);
  g_autoptr (SlCasebookArgument) argument = sl_casebook_argument_new (place);
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = sl_casebook_argument_read (argument, NULL, NULL, &findings, &error);
  g_autoptr (SlRecords) records = NULL;
  GString        *text = NULL;
  SlCommandStatus status;

  if (casebook == NULL && findings != NULL)
    sl_command_print_findings (findings, options->as_json, stderr);
  if (casebook != NULL)
    records = sl_export_source_read (sl_casebook_argument_get_folder (argument), options->clip, format->needs_clip, options->format.language, report, &error);
  if (records != NULL)
    text = sl_formats_export (format, records, &options->format, path, report, &error);
  sl_command_print_findings (sl_report_get_findings (report), options->as_json, stderr);
  if (text == NULL)
    return sl_command_fail (g_error_matches (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_USAGE) ? SL_COMMAND_USAGE : SL_COMMAND_FAILED,
                            "%s", error->message);
  status = sl_command_write (text->str, text->len, options->output);
  g_string_free (text, TRUE);
  return status;
}

/* A file that is there may be one of the casebook itself. Returns: FALSE when it must stay, which was told */
static gboolean
check_output (const Options *options)
{
  g_autoptr (GFile) output = options->output != NULL ? g_file_new_for_path (options->output) : NULL;
  g_autofree char *name = output != NULL ? g_filename_display_name (options->output) : NULL;

  if (output == NULL || options->replace || g_file_query_file_type (output, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    return TRUE;
  sl_command_fail (SL_COMMAND_FAILED, _ ("“%s” is there already; name another file with --output or use --replace."), name);
  return FALSE;
}

static void
options_clear (Options *options)
{
  g_free (options->clip);
  g_free (options->output);
  g_free ((char *)options->format.kind);
  g_free ((char *)options->format.language);
  g_free ((char *)options->format.base);
}

SlCommandStatus
sl_export_run (char **arguments)
{
  Options            options = {0};
  const GOptionEntry entries[] = {
    {"clip", 0, 0, G_OPTION_ARG_STRING, &options.clip, N_ ("The clip whose chapters, notes and captions are meant"), N_ ("ID")},
     {"kind", 0, 0, G_OPTION_ARG_STRING, &options.format.kind, N_ ("What the file is to hold: captions, chapters or metadata; facts or events"), N_ ("KIND")},
      {"language", 0, 0, G_OPTION_ARG_STRING, &options.format.language, N_ ("The language of the captions"), N_ ("LANGUAGE")},
       {"base", 0, 0, G_OPTION_ARG_STRING, &options.format.base, N_ ("The address below which IIIF names things"), N_ ("URL")},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Write to FILE"), N_ ("FILE")},
         {"replace", 0, 0, G_OPTION_ARG_NONE, &options.replace, N_ ("Replace a file that is there"), NULL},
          {"json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Print each finding as a JSON object on a line of its own"), NULL},
           {NULL},
         };
  g_auto (GStrv) rest = sl_command_parse (arguments, _ ("FORMAT FOLDER"),
                                                        _ ("Writes records of a casebook as another format, and tells what that cannot carry."),
                                                           entries, 2, 2);
  const SlFormat *format = rest != NULL ? sl_formats_find (rest[0]) : NULL;
  SlCommandStatus status = SL_COMMAND_USAGE;

  if (format != NULL)
    {
      status = check_output (&options) ? run (format, rest[1], &options) : SL_COMMAND_FAILED;
    }
  else if (rest != NULL)
    {
      g_autofree char *names = sl_formats_list (FALSE);

      sl_command_fail (status, _ ("There is no format “%s”; choose one of these: %s"), rest[0], names);
    }
  options_clear (&options);
  return status;
}
