/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The way into a casebook. What is left out or mended of the other file is told with its place. How a format
 * is read is its importer's business, how records get into a casebook is import-into's.
 */
#include "config.h"

#include "import.h"

#include "formats.h"
#include "import-into.h"
#include "json-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define MAX_BYTES (64 * 1024 * 1024)

typedef struct
{
  char           *into;
  char           *clip;
  gboolean        replace;
  gboolean        as_json;
  int             canvas;
  SlFormatOptions format;
} Options;

/* Reads no more than is told to be too much, as a device has no end. @path: a file, or "-" for standard input.
 * Returns: (transfer full): NULL with @error */
static GBytes *
read_file (const char *path, GError **error)
{
  FILE *stream = g_str_equal (path, "-") ? stdin : g_fopen (path, "rb");
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8   buffer[65536];
  gsize    length;
  gboolean is_bad;
  int      reason;

  while (stream != NULL && bytes->len <= MAX_BYTES && (length = fread (buffer, 1, sizeof buffer, stream)) > 0)
    g_byte_array_append (bytes, buffer, (guint)length);
  reason = errno;
  is_bad = stream == NULL || ferror (stream) != 0;
  if (is_bad)
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (reason), _ ("“%s” cannot be read: %s"), path, g_strerror (reason));
  if (stream != NULL && stream != stdin)
    fclose (stream);
  return is_bad ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static SlCommandStatus
write_records (SlRecords *records, const Options *options, SlReport *report, GError **error)
{
  g_autofree char *text = NULL;
  SlImportTarget   target = {options->into, options->clip, options->format.language, options->replace};

  if (options->into != NULL)
    return sl_import_into (records, &target, report, error) ? SL_COMMAND_DONE : SL_COMMAND_FAILED;
  text = sl_records_print (records);
  return sl_command_write (text, strlen (text), NULL);
}

static SlCommandStatus
run (const SlFormat *format, const char *path, Options *options)
{
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (SlRecords) records = sl_records_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = format->reads_file ? g_bytes_new (NULL, 0) : read_file (path, &error);
  SlImport        import = {path, &options->format, records, report};
  SlCommandStatus status = SL_COMMAND_FAILED;

  options->format.canvas = (guint)options->canvas;
  if (bytes != NULL && g_bytes_get_size (bytes) > MAX_BYTES)
    g_set_error (&error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_OTHER, _ ("“%s” is larger than %d MiB; make it smaller"), path, MAX_BYTES >> 20);
  else if (bytes != NULL && sl_formats_import (format, &import, bytes, &error))
    status = write_records (records, options, report, &error);
  sl_command_print_findings (sl_report_get_findings (report), options->as_json, stderr);
  if (error != NULL && error->domain != SL_JSON_ERROR) /* which is a finding, too */
    status = sl_command_fail (g_error_matches (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_USAGE) ? SL_COMMAND_USAGE : SL_COMMAND_FAILED,
                              "%s", error->message);
  if (status == SL_COMMAND_DONE && sl_command_count (sl_report_get_findings (report), SL_SEVERITY_ERROR) > 0)
    status = options->into == NULL ? SL_COMMAND_FAILED
                                   : sl_command_fail (SL_COMMAND_FAILED, _ ("the other records were written; import only what is mended now"));
  return status;
}

static void
options_clear (Options *options)
{
  g_free (options->into);
  g_free (options->clip);
  g_free ((char *)options->format.kind);
  g_free ((char *)options->format.language);
}

SlCommandStatus
sl_import_run (char **arguments)
{
  Options            options = {.canvas = 1};
  const GOptionEntry entries[] = {
    {"kind", 0, 0, G_OPTION_ARG_STRING, &options.format.kind, N_ ("What the file holds: captions, chapters or metadata; facts or events"), N_ ("KIND")},
     {"language", 0, 0, G_OPTION_ARG_STRING, &options.format.language, N_ ("The language that is wanted of several, and that of the captions"), N_ ("LANGUAGE")},
      {"canvas", 0, 0, G_OPTION_ARG_INT, &options.canvas, N_ ("Which canvas of a IIIF manifest, from 1"), N_ ("NUMBER")},
       {"into", 0, 0, G_OPTION_ARG_FILENAME, &options.into, N_ ("Write the records into the casebook in FOLDER"), N_ ("FOLDER")},
        {"clip", 0, 0, G_OPTION_ARG_STRING, &options.clip, N_ ("The clip that gets chapters, notes and captions"), N_ ("ID")},
         {"replace", 0, 0, G_OPTION_ARG_NONE, &options.replace, N_ ("Give records that are there already what the file says"), NULL},
          {"json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Print each finding as a JSON object on a line of its own"), NULL},
           {NULL},
         };
  g_auto (GStrv) rest = sl_command_parse (arguments, _ ("FORMAT FILE"),
                                                        _ ("Prints the records of a file of another format, or puts them into a casebook."),
                                                           entries, 2, 2);
  const SlFormat *format = rest != NULL ? sl_formats_find (rest[0]) : NULL;
  SlCommandStatus status = SL_COMMAND_USAGE;

  if (format != NULL && options.canvas < 1)
    sl_command_fail (status, _ ("There is no canvas %d; the first one is 1."), options.canvas);
  else if (format != NULL)
    status = run (format, rest[1], &options);
  else if (rest != NULL)
    {
      g_autofree char *names = sl_formats_list (TRUE);

      sl_command_fail (status, _ ("There is no format “%s”; choose one of these: %s"), rest[0], names);
    }
  options_clear (&options);
  return status;
}
