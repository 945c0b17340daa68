/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A note need not have words of its own: it may be there for its facts, or for its picture. It is called by something all
 * the same, for eye and ear. */
#include "config.h"

#include "note-words.h"

#include "fact.h"
#include "rich-text.h"

#include <glib/gi18n-lib.h>

/* What is graphic is not told before it was asked for, on its own card. */
static const char *
say_fact (SlFact *fact)
{
  if (sl_fact_get_withheld (fact))
    return sl_fact_get_withheld (fact);
  return sl_fact_get_graphic (fact) ? _ ("A fact that describes injury or death") : sl_fact_get_statement (fact);
}

char *
sl_note_words_of_facts (SlCue *cue)
{
  GListModel *facts;
  GString    *words = NULL;

  g_return_val_if_fail (SL_IS_CUE (cue), NULL);

  facts = sl_cue_get_facts (cue);
  for (guint i = 0; facts && i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (SlCue) fact = g_list_model_get_item (facts, i);

      if (words)
        g_string_append (words, "\n\n");
      else
        words = g_string_new (NULL);
      g_string_append (words, say_fact (SL_FACT (sl_cue_get_record (fact))));
    }
  return words ? g_string_free (words, FALSE) : NULL;
}

char *
sl_note_words_name (SlCue *cue)
{
  SlNote          *note;
  g_autofree char *facts = NULL;

  g_return_val_if_fail (SL_IS_CUE (cue) && SL_IS_NOTE (sl_cue_get_record (cue)), NULL);

  note = SL_NOTE (sl_cue_get_record (cue));
  if (sl_note_get_title (note))
    return sl_rich_text_inside (sl_note_get_title (note));
  if (sl_note_get_text (note))
    return sl_rich_text_inside (sl_note_get_text (note));
  facts = sl_note_words_of_facts (cue);
  if (facts)
    return sl_rich_text_inside (facts);
  return sl_note_get_alt (note) ? sl_rich_text_inside (sl_note_get_alt (note)) : g_strdup (sl_note_words_kind (sl_note_get_kind (note)));
}

const char *
sl_note_words_kind (SlNoteKind kind)
{
  switch (kind)
    {
    case SL_NOTE_KIND_FACT:
      return C_ ("kind of note", "Facts");
    case SL_NOTE_KIND_PERSON:
      return C_ ("kind of note", "People");
    case SL_NOTE_KIND_PLACE:
      return C_ ("kind of note", "Places");
    case SL_NOTE_KIND_QUOTE:
      return C_ ("kind of note", "Quotes");
    case SL_NOTE_KIND_PRODUCTION:
      return C_ ("kind of note", "How It Was Made");
    case SL_NOTE_KIND_CONTEXT:
    case SL_NOTE_KIND_TITLE:
    default:
      return C_ ("kind of note", "Context");
    }
}
