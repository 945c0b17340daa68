/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Says what is wrong in a casebook: the findings of the same reader that shows it to viewers, so what
 * passes here opens there, and of all who look for more. What each of them looks for is in its own room.
 */
#include "config.h"

#include "check.h"

#include "acceptance.h"
#include "casebook-argument.h"
#include "file-lint.h"
#include "language-lint.h"
#include "media-lint.h"
#include "reference-lint.h"
#include "rights-lint.h"
#include "source-lint.h"
#include "text-lint.h"
#include "timing-lint.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

typedef struct
{
  gboolean as_json;
  gboolean is_strict;
  gboolean all;
  GStrv    languages; /* (nullable) */
} Options;

typedef struct
{
  SlCasebookArgument *argument;
  SlDraft            *casebook; /* (nullable): NULL when it was refused */
} Inspection;

static void
inspect (SlCasebookDrafts *drafts, gpointer data)
{
  Inspection *self = data;

  sl_text_lint_run (drafts);
  sl_reference_lint_run (drafts);
  sl_file_lint_run (drafts, sl_casebook_argument_get_folder (self->argument));
  sl_source_lint_run (drafts);
  sl_rights_lint_run (drafts);
  sl_timing_lint_run (drafts);
  sl_media_lint_run (drafts, sl_casebook_argument_get_folder (self->argument));
  self->casebook = sl_draft_ref (drafts->casebook);
}

static void
append (GPtrArray *findings, GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (findings, sl_finding_ref (others->pdata[i]));
}

/* Returns: (transfer full) (element-type SlFinding): those that stand, whoever sees them */
static GPtrArray *
leave_out (GPtrArray *findings, GPtrArray *accepted)
{
  GPtrArray *left = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_finding_unref);

  for (guint i = 0; i < findings->len; i++)
    if (!g_ptr_array_find (accepted, findings->pdata[i], NULL))
      g_ptr_array_add (left, sl_finding_ref (findings->pdata[i]));
  return left;
}

static void
print_count (guint count, guint n_accepted)
{
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;

  if (count == 0)
    text = g_strdup (_ ("Nothing is wrong here."));
  else
    text = g_strdup_printf (ngettext ("%u finding", "%u findings", count), count);
  g_printerr ("%s\n", text);
  if (n_accepted == 0)
    return;
  more = g_strdup_printf (ngettext ("%u finding is accepted by the casebook.", "%u findings are accepted by the casebook.",
                                    n_accepted),
                          n_accepted);
  g_printerr ("%s\n", more);
}

/* Prints what stands; with @all, what is accepted, too. Returns: what the word ends with */
static SlCommandStatus
tell (GPtrArray *findings, GPtrArray *accepted, const Options *options)
{
  g_autoptr (GPtrArray) left = leave_out (findings, accepted);

  sl_command_print_findings (options->all ? findings : left, options->as_json, stdout);
  if (!options->as_json)
    print_count (left->len, accepted->len);
  if (sl_command_count (left, SL_SEVERITY_ERROR) > 0 || (options->is_strict && sl_command_count (left, SL_SEVERITY_WARNING) > 0))
    return SL_COMMAND_FAILED;
  return SL_COMMAND_DONE;
}

/* For a casebook that was read. Returns: what the word ends with */
static SlCommandStatus
finish (Inspection *self, SlCasebook *casebook, GPtrArray *findings, const Options *options)
{
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (SlReport) about_acceptances = sl_report_new ();
  g_autoptr (GPtrArray) accepted = NULL;
  SlCommandStatus status;

  sl_language_lint_run (casebook, (const char *const *)options->languages, report);
  append (findings, sl_report_get_findings (report));
  accepted = sl_acceptance_apply (self->casebook, findings, about_acceptances);
  append (findings, sl_report_get_findings (about_acceptances));
  status = tell (findings, accepted, options);
  g_clear_pointer (&self->casebook, sl_draft_unref);
  return status;
}

static SlCommandStatus
run (SlCasebookArgument *argument, const Options *options)
{
  Inspection inspection = {argument, NULL};
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = NULL;

  casebook = sl_casebook_argument_read (argument, inspect, &inspection, &findings, &error);
  if (casebook == NULL && findings->len == 0)
    return sl_command_fail (SL_COMMAND_FAILED, "%s", error->message);
  if (casebook != NULL)
    return finish (&inspection, casebook, findings, options);
  tell (findings, none, options);
  return SL_COMMAND_FAILED;
}

SlCommandStatus
sl_check_run (char **arguments)
{
  Options            given = {FALSE};
  const GOptionEntry options[] = {
    {"json", 0, 0, G_OPTION_ARG_NONE, &given.as_json, N_ ("Print each finding as a JSON object on a line of its own"), NULL},
     {"strict", 0, 0, G_OPTION_ARG_NONE, &given.is_strict, N_ ("Fail for a warning, too"), NULL},
      {"all", 0, 0, G_OPTION_ARG_NONE, &given.all, N_ ("Print what the casebook accepts, too"), NULL},
       {"language", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given.languages, N_ ("Look at this translation, text by text; may be given again"), N_ ("LANGUAGE")},
        {NULL},
       };
  g_autoptr (SlCasebookArgument) argument = sl_casebook_argument_parse (arguments, _ ("Says what is wrong in a casebook."), options);
  SlCommandStatus status = SL_COMMAND_USAGE;

  if (argument != NULL)
    status = run (argument, &given);
  g_strfreev (given.languages);
  return status;
}
