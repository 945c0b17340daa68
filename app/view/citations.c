/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One way of naming sources, for facts, awards and disclosures alike. Leaves out the page of a source itself. */
#include "config.h"

#include "citations.h"

#include "citation.h"
#include "labels.h"
#include "safe-text.h"
#include "words.h"

#include <glib/gi18n-lib.h>

/* The source's own words, in its own language, then what they mean. */
static void
add_quote (GtkWidget *box, SlCitation *citation)
{
  g_autofree char *quote = NULL;
  g_autofree char *words = NULL;

  if (sl_citation_get_quote (citation) == NULL)
    return;
  /* What turns its words ends before the quotation mark does. */
  quote = sl_safe_text_paragraph (sl_citation_get_quote (citation), SL_SAFE_TEXT_WHOLE);
  /* Translators: words quoted from a source; use the quotation marks of your language. */
  words = g_strdup_printf (_ ("“%s”"), quote);
  sl_labels_add (box, words, "source-words");
  sl_labels_add (box, sl_citation_get_quote_translation (citation), "quiet");
}

static void
add_kind (GtkWidget *box, SlSource *source)
{
  g_autofree char *independence = NULL;
  g_autofree char *kind = NULL;

  if (sl_source_get_independence (source) == NULL)
    return;
  independence = sl_safe_text_inside (sl_source_get_independence (source));
  /* Translators: the kind of a source, and how independent it is of the people in the case. */
  kind = g_strdup_printf (C_ ("source", "%s; %s"),
                              sl_words_source_type (sl_source_get_source_type (source)),
                              independence);
  sl_labels_add (box, kind, "quiet");
}

void
sl_citations_add (GtkWidget *box, GListModel *citations)
{
  g_return_if_fail (GTK_IS_BOX (box));

  for (guint i = 0; citations && i < g_list_model_get_n_items (citations); i++)
    {
      g_autoptr (SlCitation) citation = g_list_model_get_item (citations, i);
      g_autofree char *words = sl_words_citation (citation);

      sl_labels_add (box, words, "citation");
      sl_labels_add (box, sl_citation_get_supports (citation), "quiet");
      add_quote (box, citation);
      add_kind (box, sl_citation_get_source (citation));
    }
}

GtkWidget *
sl_citations_make_expander (GListModel *citations)
{
  const guint      n = citations ? g_list_model_get_n_items (citations) : 0;
  g_autofree char *words = g_strdup_printf (ngettext ("%u source", "%u sources", n), n);
  GtkWidget       *box, *expander;

  if (n == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  sl_citations_add (box, citations);
  expander = gtk_expander_new (words);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  gtk_widget_add_css_class (expander, "sources");
  return expander;
}
