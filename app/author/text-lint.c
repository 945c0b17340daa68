/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The marks in texts, as their readers will see them: a mark that is none is shown as it was typed, which
 * nobody meant.
 */
#include "config.h"

#include "text-lint.h"

#include "draft-walk.h"
#include "markup.h"
#include "span.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SlCasebookDrafts *drafts;
  GHashTable       *ids[SL_N_KINDS]; /* (element-type utf8 SlDraft) */
} Lint;

static void
report_problem (Lint *self, SlDraft *draft, const char *key, const SlMarkupProblem *problem)
{
  SlReport *report = self->drafts->report;

  switch (problem->code)
    {
    case SL_MARKUP_BAD_LINK:
      sl_draft_report (draft, report, SL_SEVERITY_WARNING, "bad-link", key, -1,
                       _ ("“%s” in “%s” is not a link; write it as [[fact:id|words]], or a clip with its time as "
                          "[[clip:id@1:05|words]]"),
                          problem->words, key);
      break;
    case SL_MARKUP_UNKNOWN_KIND:
      sl_draft_report (draft, report, SL_SEVERITY_WARNING, "unknown-link", key, -1,
                       _ ("“%s” in “%s” is not a link to a fact, person, event, source or clip; link to one of these"),
                          problem->words, key);
      break;
    case SL_MARKUP_HTML:
      sl_draft_report (draft, report, SL_SEVERITY_WARNING, "html", key, -1,
                       _ ("“%s” in “%s” is shown as it is typed; take *emphasis* or **strong** instead, or the "
                          "character itself"),
                          problem->words, key);
      break;
    case SL_MARKUP_STRAY:
    default:
      sl_draft_report (draft, report, SL_SEVERITY_WARNING, "stray-mark", key, -1,
                       _ ("“%s” in “%s” has no partner and is shown as it is typed; close it or take it out"),
                          problem->words, key);
    }
}

static SlKind
find_kind (SlMarkupLink link)
{
  const char *word = sl_markup_link_to_word (link);

  for (guint kind = SL_KIND_NONE + 1; word != NULL && kind < SL_N_KINDS; kind++)
    if (g_str_equal (sl_casebook_fields_get_kind (kind)->word, word))
      return kind;
  return SL_KIND_NONE;
}

/* A link to a time of a clip leads nowhere behind its end. That a clip does not last is told already. */
static void
check_time (Lint *self, SlDraft *draft, const char *key, SlDraft *clip, const SlMarkupRun *run)
{
  const gint64     duration = sl_draft_get_time (clip, "duration");
  g_autofree char *time = NULL;
  g_autofree char *end = NULL;

  if (run->time == SL_TIME_NONE || run->time <= duration || duration == 0)
    return;
  time = sl_time_format (run->time);
  end = sl_time_format (duration);
  sl_draft_report (draft, self->drafts->report, SL_SEVERITY_WARNING, "past-end", key, -1,
                   _ ("the link to “%s” at %s leads behind its end at %s; correct the time"), run->id, time, end);
}

static void
check_links (Lint *self, SlDraft *draft, const char *key, GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const SlMarkupRun *run = runs->pdata[i];
      const SlKind       kind = find_kind (run->link);
      SlDraft           *target = kind != SL_KIND_NONE ? g_hash_table_lookup (self->ids[kind], run->id) : NULL;

      if (target != NULL && kind == SL_KIND_CLIPS)
        check_time (self, draft, key, target, run);
      else if (kind != SL_KIND_NONE && target == NULL)
        sl_draft_report (draft, self->drafts->report, SL_SEVERITY_WARNING, "dangling-reference", key, -1,
                         _ ("there is no “%s/%s”; add it or take the reference out"),
                            sl_markup_link_to_word (run->link), run->id);
    }
}

static void
visit (SlDraft *draft, gpointer data)
{
  Lint *self = data;

  for (const SlSchemaField *field = sl_draft_get_schema (draft)->fields; field->kind != SL_SCHEMA_END; field++)
    {
      const char *text;
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GPtrArray) runs = NULL;

      if ((field->flags & SL_SCHEMA_TRANSLATED) == 0 || !sl_draft_has (draft, field->key))
        continue;
      text = sl_draft_get_string (draft, field->key);
      runs = sl_markup_parse (text, &problems);
      for (guint i = 0; i < problems->len; i++)
        report_problem (self, draft, field->key, problems->pdata[i]);
      check_links (self, draft, field->key, runs);
    }
}

void
sl_text_lint_run (SlCasebookDrafts *drafts)
{
  Lint self = {.drafts = drafts};

  g_return_if_fail (drafts != NULL);

  for (guint kind = SL_KIND_NONE + 1; kind < SL_N_KINDS; kind++)
    {
      self.ids[kind] = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < drafts->records[kind]->len; i++)
        g_hash_table_insert (self.ids[kind], (gpointer)sl_draft_get_string (drafts->records[kind]->pdata[i], "id"),
                             drafts->records[kind]->pdata[i]);
    }
  sl_draft_walk (drafts, visit, &self);
  for (guint kind = SL_KIND_NONE + 1; kind < SL_N_KINDS; kind++)
    g_hash_table_unref (self.ids[kind]);
}
