/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who made it, and what others may do with it. An SPDX expression is right or wrong by its form alone: the
 * list of licences grows faster than programs do. What is not among the usual ones is worth a second look.
 */
#include "config.h"

#include "rights-lint.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The licences of the SPDX list that texts, pictures, films, data, fonts and programs usually have. */
static const char *const usual[] = {
  "0BSD",
  "AGPL-3.0-only",
  "AGPL-3.0-or-later",
  "Apache-2.0",
  "Artistic-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BSL-1.0",
  "CC-BY-1.0",
  "CC-BY-2.0",
  "CC-BY-2.5",
  "CC-BY-3.0",
  "CC-BY-4.0",
  "CC-BY-NC-1.0",
  "CC-BY-NC-2.0",
  "CC-BY-NC-2.5",
  "CC-BY-NC-3.0",
  "CC-BY-NC-4.0",
  "CC-BY-NC-ND-1.0",
  "CC-BY-NC-ND-2.0",
  "CC-BY-NC-ND-2.5",
  "CC-BY-NC-ND-3.0",
  "CC-BY-NC-ND-4.0",
  "CC-BY-NC-SA-1.0",
  "CC-BY-NC-SA-2.0",
  "CC-BY-NC-SA-2.5",
  "CC-BY-NC-SA-3.0",
  "CC-BY-NC-SA-4.0",
  "CC-BY-ND-1.0",
  "CC-BY-ND-2.0",
  "CC-BY-ND-2.5",
  "CC-BY-ND-3.0",
  "CC-BY-ND-4.0",
  "CC-BY-SA-1.0",
  "CC-BY-SA-2.0",
  "CC-BY-SA-2.5",
  "CC-BY-SA-3.0",
  "CC-BY-SA-4.0",
  "CC-PDDC",
  "CC0-1.0",
  "EPL-2.0",
  "EUPL-1.2",
  "GFDL-1.1-only",
  "GFDL-1.1-or-later",
  "GFDL-1.2-only",
  "GFDL-1.2-or-later",
  "GFDL-1.3-only",
  "GFDL-1.3-or-later",
  "GPL-2.0",
  "GPL-2.0-only",
  "GPL-2.0-or-later",
  "GPL-3.0",
  "GPL-3.0-only",
  "GPL-3.0-or-later",
  "ISC",
  "LAL-1.3",
  "LGPL-2.1-only",
  "LGPL-2.1-or-later",
  "LGPL-3.0-only",
  "LGPL-3.0-or-later",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "ODbL-1.0",
  "ODC-By-1.0",
  "OFL-1.1",
  "OGL-UK-3.0",
  "PDDL-1.0",
  "Unlicense",
  "WTFPL",
  "Zlib"};

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

static gboolean
is_usual (const char *licence)
{
  g_autofree char *plain = g_strdup (licence);

  if (g_str_has_prefix (licence, "LicenseRef-") || g_str_has_prefix (licence, "DocumentRef-"))
    return TRUE;
  if (g_str_has_suffix (plain, "+"))
    plain[strlen (plain) - 1] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (g_ascii_strcasecmp (usual[i], plain) == 0)
      return TRUE;
  return FALSE;
}

char *
sl_rights_lint_find_unknown (const char *expression)
{
  const char *at = expression;
  gboolean    is_exception = FALSE;

  g_return_val_if_fail (expression != NULL, NULL);

  for (;;)
    {
      g_autofree char *token = next_token (&at);

      if (*token == '\0')
        return NULL;
      if (!is_exception && is_licence (token) && !is_usual (token))
        return g_steal_pointer (&token);
      is_exception = g_str_equal (token, "WITH");
    }
}

static void
check_licence (SlCasebookDrafts *drafts)
{
  const char      *licence = sl_draft_get_string (drafts->casebook, "licence");
  g_autofree char *unknown = NULL;

  if (!sl_rights_lint_is_expression (licence))
    {
      sl_draft_report (drafts->casebook, drafts->report, SL_SEVERITY_WARNING, "licence-form", "licence", -1,
                       _ ("this is not an SPDX licence expression; write one such as CC-BY-SA-4.0 or "
                          "LicenseRef-all-rights-reserved"));
      return;
    }
  unknown = sl_rights_lint_find_unknown (licence);
  if (unknown != NULL)
    sl_draft_report (drafts->casebook, drafts->report, SL_SEVERITY_HINT, "unknown-licence", "licence", -1,
                     _ ("“%s” is not one of the usual licences; look it up in the SPDX list, or write LicenseRef- before a "
                        "name of your own"),
                        unknown);
}

void
sl_rights_lint_run (SlCasebookDrafts *drafts)
{
  GPtrArray *clips;

  g_return_if_fail (drafts != NULL);

  clips = drafts->records[SL_KIND_CLIPS];
  check_licence (drafts);
  if (!sl_draft_has (drafts->casebook, "credits"))
    sl_draft_report (drafts->casebook, drafts->report, SL_SEVERITY_HINT, "no-credits", NULL, -1,
                     _ ("nobody is credited for this casebook; say in “credits” who made it"));
  for (guint i = 0; i < clips->len; i++)
    if (sl_draft_has (clips->pdata[i], "media") && !sl_draft_has (clips->pdata[i], "made_by"))
      sl_draft_report (clips->pdata[i], drafts->report, SL_SEVERITY_HINT, "no-credits", "media", -1,
                       _ ("nobody is credited for this film; say in “made_by” who made it, and from what"));
}
