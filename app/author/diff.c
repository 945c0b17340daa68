/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Prints what differs between two casebooks, record by record. The second is read inside the reading of the
 * first, because drafts are there only while a casebook is read.
 */
#include "config.h"

#include "diff.h"

#include "casebook-argument.h"
#include "json-text.h"
#include "record-diff.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SlCasebookArgument *other;
  SlCasebookDrafts   *old_drafts;
  gboolean            as_json;
  guint               n_changes;
  GPtrArray          *findings; /* (nullable): of the comparison */
  GPtrArray          *other_findings;
  GError             *error;
} Diff;

static const char *const kind_words[] = {"added", "removed", "changed"};

static void
append_json (GString *line, const char *key, const char *text)
{
  g_string_append_printf (line, ",\"%s\":", key);
  if (text != NULL)
    sl_json_text_append (line, text);
  else
    g_string_append (line, "null");
}

static void
print_json (const SlRecordChange *change)
{
  g_autoptr (GString) line = g_string_new ("{\"record\":");

  sl_json_text_append (line, change->record);
  append_json (line, "change", kind_words[change->kind]);
  g_string_append (line, ",\"fields\":[");
  for (guint i = 0; i < change->fields->len; i++)
    {
      const SlFieldChange *field = change->fields->pdata[i];

      g_string_append (line, i > 0 ? ",{\"field\":" : "{\"field\":");
      sl_json_text_append (line, field->key);
      append_json (line, "old", field->old_text);
      append_json (line, "new", field->new_text);
      g_string_append_c (line, '}');
    }
  fprintf (stdout, "%s]}\n", line->str);
}

/* @text: (nullable). A value of several lines is told by lines, so that every line of the output has a mark. */
static void
print_side (const char *mark, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; text != NULL && lines[i] != NULL; i++)
    fprintf (stdout, "      %s %s\n", mark, lines[i]);
}

static void
print_lines (const SlRecordChange *change)
{
  static const char *const marks[] = {"+", "-", "~"};

  fprintf (stdout, "%s %s\n", marks[change->kind], change->record);
  for (guint i = 0; i < change->fields->len; i++)
    {
      const SlFieldChange *field = change->fields->pdata[i];

      fprintf (stdout, "    %s\n", field->key);
      print_side ("-", field->old_text);
      print_side ("+", field->new_text);
    }
}

static void
inspect_new_cb (SlCasebookDrafts *drafts, gpointer data)
{
  Diff *self = data;
  g_autoptr (GPtrArray) changes = sl_record_diff_compare (self->old_drafts, drafts);
  g_autoptr (SlReport) report = sl_report_new ();

  sl_record_diff_report (changes, self->old_drafts, drafts, report);
  for (guint i = 0; i < changes->len; i++)
    if (self->as_json)
      print_json (changes->pdata[i]);
    else
      print_lines (changes->pdata[i]);
  self->n_changes = changes->len;
  self->findings = g_ptr_array_ref (sl_report_get_findings (report));
}

static void
inspect_old_cb (SlCasebookDrafts *drafts, gpointer data)
{
  Diff *self = data;
  g_autoptr (SlCasebook) casebook = NULL;

  self->old_drafts = drafts;
  casebook = sl_casebook_argument_read (self->other, inspect_new_cb, self, &self->other_findings, &self->error);
}

/* What the reader left out is told as gone, so it must be said why. Returns: whether there were errors */
static gboolean
print_findings (GPtrArray *findings)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new ();

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    if (sl_finding_get_severity (findings->pdata[i]) != SL_SEVERITY_HINT)
      g_ptr_array_add (told, findings->pdata[i]);
  sl_command_print_findings (told, FALSE, stderr);
  return sl_command_count (told, SL_SEVERITY_ERROR) > 0;
}

static SlCommandStatus
compare (SlCasebookArgument *old, Diff *self)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = sl_casebook_argument_read (old, inspect_old_cb, self, &findings, &error);
  gboolean has_errors = print_findings (findings);

  has_errors = print_findings (self->other_findings) || has_errors;
  if (casebook == NULL || self->error != NULL)
    return sl_command_fail (SL_COMMAND_FAILED, "%s", casebook == NULL ? error->message : self->error->message);
  sl_command_print_findings (self->findings, FALSE, stderr);
  if (has_errors || sl_command_count (self->findings, SL_SEVERITY_ERROR) > 0)
    return SL_COMMAND_FAILED;
  if (self->n_changes == 0 && !self->as_json)
    g_printerr ("%s\n", _ ("The two casebooks say the same."));
  return SL_COMMAND_DONE;
}

SlCommandStatus
sl_diff_run (char **arguments)
{
  Diff               self = {0};
  const GOptionEntry options[] = {
    {"json", 0, 0, G_OPTION_ARG_NONE, &self.as_json, N_ ("Print each record that differs as a JSON object on a line of its own"), NULL},
     {NULL},
  };
  g_auto (GStrv) places = sl_command_parse (arguments, _ ("OLD NEW"), _ ("Tells what differs between two casebooks."), options, 2, 2);
  g_autoptr (GFile) old_place = NULL;
  g_autoptr (GFile) new_place = NULL;
  g_autoptr (SlCasebookArgument) old = NULL;
  SlCommandStatus status;

  if (places == NULL)
    return SL_COMMAND_USAGE;
  old_place = g_file_new_for_commandline_arg (places[0]);
  new_place = g_file_new_for_commandline_arg (places[1]);
  old = sl_casebook_argument_new (old_place);
  self.other = sl_casebook_argument_new (new_place);
  status = compare (old, &self);
  sl_casebook_argument_free (self.other);
  g_clear_pointer (&self.findings, g_ptr_array_unref);
  g_clear_pointer (&self.other_findings, g_ptr_array_unref);
  g_clear_error (&self.error);
  return status;
}
