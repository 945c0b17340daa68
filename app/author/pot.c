/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes the template for translators of a casebook. A casebook with errors gets none: what is left out
 * today would be missing in it, and its translations with it.
 */
#include "config.h"

#include "pot.h"

#include "casebook-argument.h"
#include "casebook-texts.h"
#include "po-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static SlCommandStatus
refuse (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (sl_finding_get_severity (findings->pdata[i]) == SL_SEVERITY_ERROR)
      {
        g_autofree char *line = sl_finding_to_string (findings->pdata[i]);

        g_printerr ("%s\n", line);
      }
  return sl_command_fail (SL_COMMAND_FAILED, _ ("There is no template of a casebook with errors; mend them first."));
}

SlCommandStatus
sl_pot_run (char **arguments)
{
  g_autofree char   *output = NULL;
  const GOptionEntry options[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write the template to FILE"), N_ ("FILE")},
     {NULL},
    };
  g_autoptr (SlCasebookArgument) argument = sl_casebook_argument_parse (arguments, _ ("Writes the template for translators of a casebook."), options);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = NULL;
  g_autofree char *pot = NULL;

  if (argument == NULL)
    return SL_COMMAND_USAGE;
  casebook = sl_casebook_argument_read (argument, NULL, NULL, &findings, &error);
  if (casebook == NULL && findings->len == 0)
    return sl_command_fail (SL_COMMAND_FAILED, "%s", error->message);
  if (casebook == NULL || sl_command_count (findings, SL_SEVERITY_ERROR) > 0)
    return refuse (findings);
  texts = sl_casebook_texts_collect (casebook);
  pot = sl_po_template_write (casebook, texts);
  return sl_command_write (pot, strlen (pot), output);
}
