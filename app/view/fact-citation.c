/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fact that is quoted goes with what it rests on. Plain text alone: where it is put is not known. */
#include "config.h"

#include "fact-citation.h"

#include "citation.h"
#include "link.h"
#include "moment.h"
#include "rich-text.h"
#include "told-at.h"
#include "words.h"

#include <glib/gi18n-lib.h>

/* @text: (nullable) */
static void
add_line (GString *out, const char *text)
{
  if (text && *text)
    g_string_append_printf (out, "%s\n", text);
}

/* A reader should know of a warning before the address. */
static void
add_addresses (GString *out, SlCasebook *casebook, SlSource *source)
{
  const char *url = sl_source_get_url (source), *archived = sl_source_get_archived_url (source);

  if ((url || archived) && (sl_source_get_sensitive (source) || sl_casebook_get_sensitive_links (casebook)))
    add_line (out, _ ("The address leads to contents that may disturb you, or be dangerous to open where you are."));
  add_line (out, url);
  add_line (out, archived);
}

static void
add_sources (GString *out, SlCasebook *casebook, GListModel *citations)
{
  for (guint i = 0; citations && i < g_list_model_get_n_items (citations); i++)
    {
      g_autoptr (SlCitation) citation = g_list_model_get_item (citations, i);
      g_autofree char *words = sl_words_citation (citation);

      g_string_append (out, "– ");
      add_line (out, words);
      add_addresses (out, casebook, sl_citation_get_source (citation));
    }
}

static void
add_disputes (GString *out, SlCasebook *casebook, SlFact *fact)
{
  GListModel *disputes = sl_fact_get_disputes (fact);

  for (guint i = 0; disputes && i < g_list_model_get_n_items (disputes); i++)
    {
      g_autoptr (SlDispute) dispute = g_list_model_get_item (disputes, i);
      g_autofree char *who = sl_rich_text_inside (sl_dispute_get_who (dispute));
      g_autofree char *statement = sl_rich_text_inside (sl_dispute_get_statement (dispute));

      /* Translators: the other side of a fact: who says so, and what they say. */
      g_string_append_printf (out, C_ ("other side", "%1$s: %2$s"), who, statement);
      g_string_append_c (out, '\n');
      add_sources (out, casebook, sl_dispute_get_citations (dispute));
    }
}

static void
add_statement (GString *out, SlFact *fact)
{
  const char      *standing = sl_words_standing (sl_fact_get_standing (fact));
  g_autofree char *said = sl_rich_text_inside (sl_fact_get_withheld (fact) ? sl_fact_get_withheld (fact) : sl_fact_get_statement (fact));
  g_autofree char *who = sl_words_fact_attribution (fact);

  add_line (out, said);
  /* Translators: how far a fact is carried, then who says so and when: “Found by a court: The court · 27 August 2019”. */
  g_string_append_printf (out, C_ ("citation", "%1$s: %2$s"), standing ? standing : "", who);
  g_string_append_c (out, '\n');
}

/* Where a film tells it, and whose words these are. */
static void
add_origin (GString *out, SlCasebook *casebook, SlFact *fact, SlClip *clip)
{
  g_autoptr (GPtrArray) moments = sl_told_at_list (casebook, sl_fact_get_id (fact), clip);
  g_autofree char *version = sl_date_format (sl_casebook_get_version (casebook));
  g_autofree char *title = sl_rich_text_inside (sl_casebook_get_title (casebook));

  g_string_append_printf (out, _ ("From the casebook “%1$s” of %2$s, under the licence %3$s."), title, version, sl_casebook_get_licence (casebook));
  g_string_append_c (out, '\n');
  if (moments->len > 0 && sl_fact_get_withheld (fact) == NULL)
    {
      g_autoptr (SlLink) link = sl_link_new_for_fact (sl_casebook_get_id (casebook), sl_moment_get_clip (moments->pdata[0]), sl_fact_get_id (fact));
      g_autofree char *address = sl_link_to_string (link);

      add_line (out, address);
    }
}

char *
sl_fact_citation_write (SlCasebook *casebook, SlFact *fact, SlClip *clip)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (SL_IS_CASEBOOK (casebook) && SL_IS_FACT (fact), NULL);

  add_statement (out, fact);
  add_sources (out, casebook, sl_fact_get_citations (fact));
  if (sl_fact_get_withheld (fact) == NULL)
    add_disputes (out, casebook, fact);
  add_origin (out, casebook, fact, clip);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
