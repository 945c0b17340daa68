/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who made it, and what others may do with it. An SPDX expression is read by its form alone: the list of
 * licences grows faster than programs do.
 */
#include "config.h"

#include "rights-lint.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One word or parenthesis of an expression; empty at its end. */
static char *
next_token (const char **at)
{
  const char *start;

  *at += strspn (*at, " ");
  start = *at;
  if (*start == '(' || *start == ')')
    return g_strndup (start, (gsize)(++(*at) - start));
  *at += strcspn (start, " ()");
  return g_strndup (start, (gsize)(*at - start));
}

/* Letters, digits, dots and hyphens, with a + for "or later"; or a reference to a text of one's own. */
static gboolean
is_licence (const char *token)
{
  const char *name = strrchr (token, ':');
  gsize       length;

  if (name != NULL && !g_str_has_prefix (token, "DocumentRef-"))
    return FALSE;
  if (g_strcmp0 (token, "AND") == 0 || g_strcmp0 (token, "OR") == 0 || g_strcmp0 (token, "WITH") == 0)
    return FALSE;
  name = name != NULL ? name + 1 : token;
  length = strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-");
  return length > 0 && (name[length] == '\0' || g_str_equal (name + length, "+"));
}

gboolean
sl_rights_lint_is_expression (const char *text)
{
  const char *at = text;
  guint       depth = 0;
  gboolean    wants_licence = TRUE;

  g_return_val_if_fail (text != NULL, FALSE);

  for (;;)
    {
      g_autofree char *token = next_token (&at);

      if (*token == '\0')
        return !wants_licence && depth == 0 && *at == '\0';
      if (wants_licence && g_str_equal (token, "("))
        depth++;
      else if (!wants_licence && g_str_equal (token, ")") && depth > 0)
        depth--;
      else if (wants_licence && is_licence (token))
        wants_licence = FALSE;
      else if (!wants_licence && (g_str_equal (token, "AND") || g_str_equal (token, "OR") || g_str_equal (token, "WITH")))
        wants_licence = TRUE;
      else
        return FALSE;
    }
}

void
sl_rights_lint_run (SlCasebookDrafts *drafts)
{
  GPtrArray *clips;

  g_return_if_fail (drafts != NULL);

  clips = drafts->records[SL_KIND_CLIPS];
  if (!sl_rights_lint_is_expression (sl_draft_get_string (drafts->casebook, "licence")))
    sl_draft_report (drafts->casebook, drafts->report, SL_SEVERITY_WARNING, "licence-form", "licence", -1,
                     _ ("this is not an SPDX licence expression; write one such as CC-BY-SA-4.0 or "
                        "LicenseRef-all-rights-reserved"));
  if (!sl_draft_has (drafts->casebook, "credits"))
    sl_draft_report (drafts->casebook, drafts->report, SL_SEVERITY_HINT, "no-credits", NULL, -1,
                     _ ("nobody is credited for this casebook; say in “credits” who made it"));
  for (guint i = 0; i < clips->len; i++)
    if (sl_draft_has (clips->pdata[i], "media") && !sl_draft_has (clips->pdata[i], "made_by"))
      sl_draft_report (clips->pdata[i], drafts->report, SL_SEVERITY_HINT, "no-credits", "media", -1,
                       _ ("nobody is credited for this film; say in “made_by” who made it, and from what"));
}
