/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the findings of one reading are gathered. A hostile or a badly broken file could make millions of
 * them, each with a text as long as the file, so here they are kept to what somebody can read.
 */
#include "config.h"

#include "report.h"

#include <glib/gi18n-lib.h>

/* Characters of a finding's text at most. */
#define MAX_TEXT 400

struct _SlReport
{
  GPtrArray *findings; /* (element-type SlFinding) */
  guint      counts[SL_SEVERITY_HINT + 1];
};

/* One line of words: what a file has in it must not look like a second finding. */
static char *
one_line (const char *text)
{
  GString    *line = g_string_new (NULL);
  glong       n_characters = 0;
  const char *at;

  for (at = text; *at != '\0' && n_characters < MAX_TEXT; at = g_utf8_next_char (at), n_characters++)
    {
      gunichar character = g_utf8_get_char (at);

      g_string_append_unichar (line, g_unichar_iscntrl (character) ? ' ' : character);
    }
  if (*at != '\0')
    g_string_append (line, "…");
  return g_string_free (line, FALSE);
}

SlReport *
sl_report_new (void)
{
  SlReport *self = g_new0 (SlReport, 1);

  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_finding_unref);
  return self;
}

void
sl_report_free (SlReport *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->findings);
  g_free (self);
}

void
sl_report_add (SlReport          *self,
               SlSeverity         severity,
               const char        *file,
               const SlTextPlace *at,
               const char        *code,
               const char        *place,
               const char        *format,
               ...)
{
  SlTextPlace      whole = {0, 0};
  g_autofree char *raw = NULL;
  g_autofree char *text = NULL;
  g_autofree char *file_line = NULL;
  va_list          args;

  g_return_if_fail (self != NULL && file != NULL && code != NULL && format != NULL);

  if (self->counts[severity] > SL_REPORT_MAX)
    return;
  if (self->counts[severity]++ == SL_REPORT_MAX)
    {
      code = "too-many-findings";
      place = NULL;
      raw = g_strdup_printf (_ ("there are more than these %d findings; mend them and look again"),
                                SL_REPORT_MAX);
    }
  else
    {
      va_start (args, format);
      raw = g_strdup_vprintf (format, args);
      va_end (args);
    }
  text = one_line (raw);
  file_line = one_line (file);
  at = at != NULL ? at : &whole;
  g_ptr_array_add (self->findings, sl_finding_new (severity, file_line, at->line, at->column, code,
                                                   place, text));
}

GPtrArray *
sl_report_get_findings (SlReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->findings;
}
