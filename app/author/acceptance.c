/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Findings that an author knows and has a reason for. A check whose every run says the same hundred things
 * is a check that nobody reads; one that can be told to keep quiet has to say what it keeps quiet about. So
 * an acceptance gives its reason, never covers an error, and is found when nothing needs it any more.
 */
#include "config.h"

#include "acceptance.h"

#include "casebook-fields.h"
#include "finding-codes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The word for one of the records that a place calls @name, as in "facts" or "notes". Returns: (nullable) */
static const char *
find_word (const char *name, gsize length)
{
  static const char *const inner[] = {"note", "chapter", "caption"};

  for (guint kind = SL_KIND_NONE + 1; kind < SL_N_KINDS; kind++)
    {
      const SlKindInfo *info = sl_casebook_fields_get_kind (kind);

      if ((strlen (info->name) == length && strncmp (info->name, name, length) == 0) ||
          (strlen (info->word) == length && strncmp (info->word, name, length) == 0))
        return info->word;
    }
  for (guint i = 0; i < G_N_ELEMENTS (inner); i++)
    if (strncmp (inner[i], name, strlen (inner[i])) == 0 && length - strlen (inner[i]) <= 1)
      return inner[i];
  return NULL;
}

/* Reads one step of a place, such as `notes[3] "n7" `. Returns: (nullable): where the next begins */
static const char *
read_step (const char *at, const char **word, char **id)
{
  const gsize length = strcspn (at, "[ \"");
  const char *end = at + length;

  *word = find_word (at, length);
  *id = NULL;
  if (*end == '[')
    end += strcspn (end, "]") + 1;
  if (g_str_has_prefix (end, " \""))
    {
      const char *close = strchr (end + 2, '"');

      if (close == NULL)
        return NULL;
      *id = g_strndup (end + 2, (gsize)(close - end - 2));
      end = close + 1;
    }
  return *end == ' ' ? end + 1 : NULL;
}

char *
sl_acceptance_name_record (const SlFinding *finding)
{
  const char      *at = sl_finding_get_place (finding);
  g_autofree char *root = NULL;
  g_autofree char *name = NULL;

  /* What is said about a translation names its place as catalogues do. */
  if (at == NULL || (strchr (at, '"') == NULL && strchr (at, '/') != NULL))
    return g_strdup (at);
  while (at != NULL)
    {
      g_autofree char *id = NULL;
      const char      *word;

      at = read_step (at, &word, &id);
      if (word == NULL || id == NULL)
        break;
      g_free (name);
      name = root != NULL ? g_strdup_printf ("%s/%s/%s", root, word, id) : g_strdup_printf ("%s/%s", word, id);
      if (root == NULL)
        root = g_strdup (name);
    }
  return g_steal_pointer (&name);
}

/* Whether @name is @record, or something in it. */
static gboolean
is_in_record (const char *name, const char *record)
{
  const gsize length = strlen (record);

  return name != NULL && strncmp (name, record, length) == 0 && (name[length] == '\0' || name[length] == '/');
}

/* Whether a finding can be accepted by this code; if not, that is reported. */
static gboolean
check_code (SlDraft *acceptance, SlReport *report)
{
  const char          *code = sl_draft_get_string (acceptance, "code");
  const SlFindingCode *known = sl_finding_codes_find (code);

  if (known != NULL && known->severities != SL_FINDING_IS_ERROR)
    return TRUE;
  if (known == NULL)
    sl_draft_report (acceptance, report, SL_SEVERITY_ERROR, "bad-acceptance", "code", -1,
                     _ ("there is no finding “%s”; correct the code or take the entry out"), code);
  else
    sl_draft_report (acceptance, report, SL_SEVERITY_ERROR, "bad-acceptance", "code", -1,
                     _ ("“%s” is an error, which nobody can accept; mend what it is about"), code);
  return FALSE;
}

typedef struct
{
  GPtrArray  *findings;
  GHashTable *accepted; /* (element-type SlFinding) */
} Matching;

/* @record: (nullable): NULL for any. Returns: whether there was a finding */
static gboolean
accept (Matching *self, const char *code, const char *record)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->findings->len; i++)
    {
      SlFinding       *finding = self->findings->pdata[i];
      g_autofree char *name = NULL;

      if (sl_finding_get_severity (finding) == SL_SEVERITY_ERROR || !g_str_equal (sl_finding_get_code (finding), code))
        continue;
      name = sl_acceptance_name_record (finding);
      if (record != NULL && !is_in_record (name, record))
        continue;
      g_hash_table_add (self->accepted, finding);
      found = TRUE;
    }
  return found;
}

static void
apply_one (Matching *self, SlDraft *acceptance, SlReport *report)
{
  const char        *code = sl_draft_get_string (acceptance, "code");
  const char *const *records = sl_draft_get_strings (acceptance, "records");

  if (!check_code (acceptance, report))
    return;
  if (records == NULL && !accept (self, code, NULL))
    sl_draft_report (acceptance, report, SL_SEVERITY_HINT, "unused-acceptance", "code", -1,
                     _ ("nothing gives the finding “%s” any more; take this entry out"), code);
  for (guint i = 0; records != NULL && records[i] != NULL; i++)
    if (!accept (self, code, records[i]))
      sl_draft_report (acceptance, report, SL_SEVERITY_HINT, "unused-acceptance", "records", (int)i,
                       _ ("“%s” does not give the finding “%s”; take it out"), records[i], code);
}

GPtrArray *
sl_acceptance_apply (SlDraft *casebook, GPtrArray *findings, SlReport *report)
{
  GPtrArray *accepted = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_finding_unref);
  GPtrArray *acceptances;
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  Matching matching = {findings, set};

  g_return_val_if_fail (casebook != NULL && findings != NULL && report != NULL, accepted);

  acceptances = sl_draft_get_list (casebook, "accepted");
  for (guint i = 0; acceptances != NULL && i < acceptances->len; i++)
    apply_one (&matching, acceptances->pdata[i], report);
  for (guint i = 0; i < findings->len; i++)
    if (g_hash_table_contains (set, findings->pdata[i]))
      g_ptr_array_add (accepted, sl_finding_ref (findings->pdata[i]));
  return accepted;
}
