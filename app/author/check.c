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
add_json_text (GString *line, const char *key, const char *text)
{
  g_string_append_printf (line, ",\"%s\":\"", key);
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '"' || *at == '\\')
      g_string_append_printf (line, "\\%c", *at);
    else if ((guchar)*at < 0x20 || *at == 0x7f)
      g_string_append_printf (line, "\\u%04x", (guchar)*at);
    else
      g_string_append_c (line, *at);
  g_string_append_c (line, '"');
}

/* One object on a line, with the names that the program's trace has for a finding. */
static void
print_json (const SlFinding *finding)
{
  g_autoptr (GEnumClass) severities = g_type_class_ref (SL_TYPE_SEVERITY);
  GEnumValue *severity = g_enum_get_value (severities, (int)sl_finding_get_severity (finding));
  const char *place = sl_finding_get_place (finding);
  GString    *line = g_string_new (NULL);

  g_string_append_printf (line, "{\"severity\":\"%s\"", severity->value_nick);
  add_json_text (line, "code", sl_finding_get_code (finding));
  add_json_text (line, "file", sl_finding_get_file (finding));
  g_string_append_printf (line, ",\"line\":%u,\"column\":%u", sl_finding_get_line (finding),
                          sl_finding_get_column (finding));
  add_json_text (line, "place", place != NULL ? place : "");
  add_json_text (line, "text", sl_finding_get_text (finding));
  fprintf (stdout, "%s}\n", line->str); /* UTF-8 whatever the locale says */
  g_string_free (line, TRUE);
}

static void
print_line (const SlFinding *finding)
{
  g_autofree char *line = sl_finding_to_string (finding);

  g_print ("%s\n", line);
}

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
  g_autoptr (GFile) folder = sl_command_parse (arguments, _ ("Says what is wrong in a casebook."), options);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = NULL;

  if (folder == NULL)
    return SL_COMMAND_USAGE;
  casebook = sl_casebook_reader_read_folder (folder, &findings, &error);
  if (casebook == NULL && findings->len == 0)
    return sl_command_fail (SL_COMMAND_FAILED, "%s", error->message);
  for (guint i = 0; i < findings->len; i++)
    if (as_json)
      print_json (findings->pdata[i]);
    else
      print_line (findings->pdata[i]);
  if (!as_json)
    print_count (findings->len);
  if (casebook == NULL || sl_command_count (findings, SL_SEVERITY_ERROR) > 0 ||
      (is_strict && sl_command_count (findings, SL_SEVERITY_WARNING) > 0))
    return SL_COMMAND_FAILED;
  return SL_COMMAND_DONE;
}
