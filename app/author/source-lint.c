/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What facts rest on. A standing above what its sources carry is refused by the reader where that can be
 * known; here is what an author should think about again. "Now" is the version of the casebook, so that
 * the same casebook always gives the same findings.
 */
#include "config.h"

#include "source-lint.h"

#include "draft-walk.h"
#include "source.h"
#include "standing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const SlDate *
get_date (SlDraft *draft, const char *key)
{
  const GValue *value = sl_draft_get (draft, key);

  return value != NULL ? g_value_get_boxed (value) : NULL;
}

static gboolean
has_field (SlDraft *draft, const char *key)
{
  return sl_schema_find_field (sl_draft_get_schema (draft), key) != NULL;
}

static void
check_copies (SlCasebookDrafts *drafts)
{
  GPtrArray *sources = drafts->records[SL_KIND_SOURCES];

  for (guint i = 0; i < sources->len; i++)
    if (sl_draft_has (sources->pdata[i], "url") && !sl_draft_has (sources->pdata[i], "archived_url") &&
        !sl_draft_has (sources->pdata[i], "file"))
      sl_draft_report (sources->pdata[i], drafts->report, SL_SEVERITY_HINT, "no-archived-copy", "url", -1,
                       _ ("when this page is gone the source is gone; add an “archived_url”, or the page as a “file”"));
}

/* What a court, a law or an authority says of itself needs no second voice: nobody is nearer to it. */
static gboolean
is_of_record (SlDraft *citation)
{
  const GValue      *value = sl_draft_get (citation, "=source");
  const SlSourceType type = sl_source_get_source_type (g_value_get_object (value));

  return type == SL_SOURCE_TYPE_COURT || type == SL_SOURCE_TYPE_LAW || type == SL_SOURCE_TYPE_OFFICIAL;
}

static guint
count_sources (GPtrArray *citations)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < citations->len; i++)
    g_hash_table_add (ids, (gpointer)sl_draft_get_string (citations->pdata[i], "source"));
  return g_hash_table_size (ids);
}

static void
check_strength (SlCasebookDrafts *drafts)
{
  GPtrArray *facts = drafts->records[SL_KIND_FACTS];

  for (guint i = 0; i < facts->len; i++)
    {
      SlDraft   *fact = facts->pdata[i];
      const int  standing = g_value_get_enum (sl_draft_get (fact, "standing"));
      GPtrArray *citations = sl_draft_get_list (fact, "sources");

      if ((standing == SL_STANDING_ESTABLISHED_RECORD || standing == SL_STANDING_ESTABLISHED_COURT ||
           standing == SL_STANDING_OFFICIAL_FINDING) &&
          citations != NULL && count_sources (citations) == 1 && !is_of_record (citations->pdata[0]))
        sl_draft_report (fact, drafts->report, SL_SEVERITY_HINT, "single-source", "sources", -1,
                         _ ("this standing rests on one source, which is no court, law or authority; add a second one "
                            "or lower the standing"));
    }
}

/* Compares the days that two dates begin with, as far as both are known. */
static gboolean
is_later (const SlDate *date, const SlDate *other)
{
  g_autofree char *text = sl_date_to_string (date);
  g_autofree char *limit = sl_date_to_string (other);
  const gsize      length = MIN (MIN (strspn (text, "0123456789-"), strspn (limit, "0123456789-")), strlen ("YYYY-MM-DD"));

  return strncmp (text, limit, length) > 0;
}

static void
check_future (SlDraft *draft, gpointer data)
{
  static const char *const keys[] = {"accessed", "as_of", "date"};
  SlCasebookDrafts        *drafts = data;
  const SlDate            *version = get_date (drafts->casebook, "version");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      /* Of the plain dates those of changes: an event may be announced. */
      if (!has_field (draft, keys[i]) || (g_str_equal (keys[i], "date") && !has_field (draft, "records")))
        continue;
      if (sl_draft_has (draft, keys[i]) && is_later (get_date (draft, keys[i]), version))
        sl_draft_report (draft, drafts->report, SL_SEVERITY_WARNING, "future-date", keys[i], -1,
                         _ ("this date is later than the “version” of the casebook; correct one of them"));
    }
}

static void
check_order (SlCasebookDrafts *drafts, GPtrArray *changes)
{
  int direction = 0;

  for (guint i = 1; i < changes->len; i++)
    {
      const int order = sl_date_compare (get_date (changes->pdata[i - 1], "date"), get_date (changes->pdata[i], "date"));

      if (order != 0 && direction != 0 && (order < 0) != (direction < 0))
        {
          sl_draft_report (changes->pdata[i], drafts->report, SL_SEVERITY_HINT, "date-order", "date", -1,
                           _ ("these entries go back and forth in time; put them in the order of their dates"));
          return;
        }
      direction = order != 0 ? order : direction;
    }
}

static void
check_orders (SlDraft *draft, gpointer data)
{
  static const char *const keys[] = {"changes", "corrections"};

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (has_field (draft, keys[i]) && sl_draft_has (draft, keys[i]))
      check_order (data, sl_draft_get_list (draft, keys[i]));
}

void
sl_source_lint_run (SlCasebookDrafts *drafts)
{
  g_return_if_fail (drafts != NULL);

  check_copies (drafts);
  check_strength (drafts);
  sl_draft_walk (drafts, check_future, drafts);
  sl_draft_walk (drafts, check_orders, drafts);
}
