/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A transcript with its sources, to be taken home: what there is, in which order, and which number a source has. What it
 * looks like is for those who write it, see handout-html, and the view's printer.
 */
#include "config.h"

#include "handout.h"

#include "chapter.h"
#include "citation.h"
#include "safe-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  SlCasebook           *casebook;
  const SlHandoutWords *words;
  GPtrArray            *blocks;
  GPtrArray            *sources; /* (element-type SlSource): by number; the casebook keeps them alive */
  GPtrArray            *uses;    /* (element-type GPtrArray of SlCitation): of each source */
} Making;

static void
block_free (SlBlock *block)
{
  g_free (block->label);
  g_free (block->text);
  g_free (block->language);
  g_clear_pointer (&block->sources, g_array_unref);
  g_free (block);
}

/* @text: (nullable): nothing is added. Returns: (transfer none) (nullable) */
static SlBlock *
add (Making *self, SlBlockKind kind, const char *text, const char *language)
{
  SlBlock *block;

  if (text == NULL || *text == '\0')
    return NULL;
  block = g_new0 (SlBlock, 1);
  block->kind = kind;
  block->text = kind == SL_BLOCK_LINK ? g_strdup (text) : sl_safe_text_paragraph (text, SL_SAFE_TEXT_WHOLE);
  block->language = g_strdup (language);
  block->time = SL_TIME_NONE;
  g_ptr_array_add (self->blocks, block);
  return block;
}

/* Returns: the number of @source, from 1 */
static guint
number_source (Making *self, SlSource *source)
{
  guint place;

  if (!g_ptr_array_find (self->sources, source, &place))
    {
      place = self->sources->len;
      g_ptr_array_add (self->sources, source);
      g_ptr_array_add (self->uses, g_ptr_array_new_with_free_func (g_object_unref));
    }
  return place + 1;
}

/* Returns: whether @citation says the same of its source as @other */
static gboolean
is_same_use (SlCitation *citation, SlCitation *other)
{
  return g_strcmp0 (sl_citation_get_where (citation), sl_citation_get_where (other)) == 0 &&
         g_strcmp0 (sl_citation_get_quote (citation), sl_citation_get_quote (other)) == 0 &&
         g_strcmp0 (sl_citation_get_supports (citation), sl_citation_get_supports (other)) == 0;
}

static void
use (Making *self, guint number, SlCitation *citation)
{
  GPtrArray *uses = self->uses->pdata[number - 1];

  for (guint i = 0; i < uses->len; i++)
    if (is_same_use (citation, uses->pdata[i]))
      return;
  g_ptr_array_add (uses, g_object_ref (citation));
}

/* @block: (nullable); @citations: (nullable): of SlCitation */
static void
cite (Making *self, SlBlock *block, GListModel *citations)
{
  for (guint i = 0; block && citations && i < g_list_model_get_n_items (citations); i++)
    {
      g_autoptr (SlCitation) citation = g_list_model_get_item (citations, i);
      const guint number = number_source (self, sl_citation_get_source (citation));

      use (self, number, citation);
      if (block->sources == NULL)
        block->sources = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (block->sources, number);
    }
}

/* Passages */

/* Nothing that was not translated is there twice. Returns: (nullable) */
static const SlPart *
find_part (SlPassage *passage, guint side, SlPartKind kind, guint skip)
{
  for (guint i = 0; i < sl_passage_count_parts (passage, side); i++)
    {
      const SlPart *part = sl_passage_get_part (passage, side, i);

      if (part->kind == kind && skip-- == 0)
        return side == 0 || part->is_own ? part : NULL;
    }
  return NULL;
}

static SlBlock *
add_part (Making *self, SlPassage *passage, guint side, SlPartKind kind, SlBlockKind block_kind, const char *label)
{
  const SlPart *part = find_part (passage, side, kind, 0);
  SlBlock      *block = part ? add (self, block_kind, part->text, part->language) : NULL;

  if (block)
    {
      block->label = g_strdup (label);
      block->is_beside = side > 0;
    }
  return block;
}

static void
add_chapter (Making *self, SlPassage *passage, gint64 start)
{
  for (guint side = 0; side < SL_PASSAGE_SIDES; side++)
    {
      SlBlock *block = add_part (self, passage, side, SL_PART_TITLE, SL_BLOCK_CHAPTER, NULL);

      if (block)
        {
          block->level = sl_chapter_get_depth (SL_CHAPTER (sl_passage_get_record (passage)));
          block->time = side == 0 ? start : SL_TIME_NONE;
        }
    }
  for (guint side = 0; side < SL_PASSAGE_SIDES; side++)
    add_part (self, passage, side, SL_PART_WORDS, SL_BLOCK_SUMMARY, NULL);
}

/* What is said, or noted: who says it, or its title, is the label of the first. */
static void
add_words (Making *self, SlPassage *passage, gint64 start, SlPartKind label_kind, SlBlockKind kind)
{
  gboolean is_timed = FALSE;

  for (guint side = 0; side < SL_PASSAGE_SIDES; side++)
    {
      const SlPart *label = find_part (passage, side, label_kind, 0);
      /* What is to be seen is nobody's words: the first block says so. */
      const char *nobody = kind == SL_BLOCK_DESCRIPTION && !is_timed ? C_ ("to be seen", "Description") : NULL;
      SlBlock    *block = add_part (self, passage, side, SL_PART_WORDS, kind, label ? label->text : nobody);

      /* A note may be only a title. */
      if (block == NULL && label != NULL)
        block = add_part (self, passage, side, label_kind, kind, NULL);
      if (block && !is_timed)
        block->time = start;
      is_timed = is_timed || block != NULL;
    }
}

static void
add_disputes (Making *self, SlPassage *passage, SlFact *fact, gboolean is_closed)
{
  GListModel *disputes = sl_fact_get_disputes (fact);

  for (guint i = 0; disputes && i < g_list_model_get_n_items (disputes); i++)
    for (guint side = 0; side < SL_PASSAGE_SIDES; side++)
      {
        g_autoptr (SlDispute) dispute = g_list_model_get_item (disputes, i);
        const SlPart *who = find_part (passage, side, SL_PART_WHO, i), *claim = find_part (passage, side, SL_PART_CLAIM, i);
        SlBlock      *block = claim ? add (self, SL_BLOCK_OTHER_SIDE, claim->text, claim->language) : NULL;

        if (block == NULL)
          continue;
        block->label = g_strdup (who ? who->text : NULL);
        block->is_beside = side > 0;
        block->is_closed = is_closed;
        if (side == 0)
          cite (self, block, sl_dispute_get_citations (dispute));
      }
}

static void
add_fact (Making *self, SlPassage *passage, gint64 start)
{
  SlFact          *fact = SL_FACT (sl_passage_get_record (passage));
  const gboolean   is_closed = sl_fact_get_graphic (fact) && sl_fact_get_withheld (fact) == NULL;
  const SlPart    *who = find_part (passage, 0, SL_PART_ATTRIBUTION, 0);
  g_autofree char *attribution = self->words->attribution (who ? who->text : NULL, sl_fact_get_as_of (fact));

  for (guint side = 0; side < SL_PASSAGE_SIDES; side++)
    {
      SlBlock *block = add_part (self, passage, side, SL_PART_WORDS, SL_BLOCK_FACT, side == 0 ? self->words->standing (sl_fact_get_standing (fact)) : NULL);

      if (block == NULL)
        continue;
      block->is_closed = is_closed;
      block->time = side == 0 ? start : SL_TIME_NONE;
      if (side == 0)
        cite (self, block, sl_fact_get_citations (fact));
    }
  add (self, SL_BLOCK_WHO, attribution, who ? who->language : NULL);
  add_disputes (self, passage, fact, is_closed);
}

static void
add_passage (Making *self, SlCue *cue)
{
  SlPassage   *passage = SL_PASSAGE (sl_cue_get_record (cue));
  const gint64 start = sl_cue_get_start (cue);

  switch (sl_passage_get_kind (passage))
    {
    case SL_CUE_CHAPTER:
      add_chapter (self, passage, start);
      break;
    case SL_CUE_FACT:
      add_fact (self, passage, start);
      break;
    case SL_CUE_NOTE:
    case SL_CUE_TITLE:
      add_words (self, passage, start, SL_PART_TITLE, SL_BLOCK_NOTE);
      break;
    case SL_CUE_DESCRIPTION:
      add_words (self, passage, start, SL_PART_SPEAKER, SL_BLOCK_DESCRIPTION);
      break;
    case SL_CUE_CAPTION:
    default:
      add_words (self, passage, start, SL_PART_SPEAKER, SL_BLOCK_SPEECH);
      break;
    }
}

/* Sources */

static void
add_link (Making *self, const char *url, const char *label)
{
  SlBlock *block = add (self, SL_BLOCK_LINK, url, NULL);

  if (block)
    block->label = g_strdup (label);
}

static void
add_use (Making *self, SlCitation *citation)
{
  const char *language = sl_casebook_get_language (self->casebook);
  SlBlock    *block;

  add (self, SL_BLOCK_PLACE, sl_citation_get_where (citation), language);
  add (self, SL_BLOCK_PLACE, sl_citation_get_supports (citation), language);
  block = add (self, SL_BLOCK_PLACE, sl_citation_get_quote (citation), sl_citation_get_quote_language (citation) ? sl_citation_get_quote_language (citation) : language);
  if (block)
    block->label = g_strdup (_ ("Quote"));
  block = add (self, SL_BLOCK_PLACE, sl_citation_get_quote_translation (citation), language);
  if (block)
    block->label = g_strdup (_ ("Quote, translated"));
}

static void
add_source (Making *self, guint number)
{
  SlSource        *source = self->sources->pdata[number - 1];
  GPtrArray       *uses = self->uses->pdata[number - 1];
  g_autofree char *made = self->words->attribution (sl_source_get_publisher (source), sl_source_get_date (source));
  g_autofree char *seen = sl_date_format (sl_source_get_accessed (source));
  g_autofree char *author = sl_safe_text_inside (sl_source_get_author (source)), *title = sl_safe_text_inside (sl_source_get_title (source));
  g_autofree char *whole = NULL, *accessed = NULL, *kind = NULL;
  SlBlock         *block;

  if (*author)
    /* Translators: a source in a list: its author, its title, then its publisher and date. */
    whole = g_strdup_printf (C_ ("source", "%1$s: %2$s. %3$s"), author, title, made);
  else
    /* Translators: a source in a list: its title, then its publisher and date. */
    whole = g_strdup_printf (C_ ("source", "%1$s. %2$s"), title, made);
  block = add (self, SL_BLOCK_SOURCE, whole, sl_source_get_language (source));
  block->number = number;
  block->label = g_strdup (self->words->source_type (sl_source_get_source_type (source)));
  /* A reader should know of a warning before the address. */
  if (sl_source_get_sensitive (source) || sl_casebook_get_sensitive_links (self->casebook))
    add (self, SL_BLOCK_PLACE, _ ("The address leads to contents that may disturb you, or be dangerous to open where you are."), NULL);
  add_link (self, sl_source_get_url (source), _ ("Address"));
  add_link (self, sl_source_get_archived_url (source), _ ("Archived copy"));
  accessed = seen ? g_strdup_printf (_ ("Read on %s"), seen) : NULL;
  add (self, SL_BLOCK_PLACE, accessed, NULL);
  add (self, SL_BLOCK_PLACE, sl_source_get_independence (source), sl_casebook_get_language (self->casebook));
  for (guint i = 0; i < uses->len; i++)
    add_use (self, uses->pdata[i]);
}

/* The whole */

static void
add_head (Making *self, SlClip *clip)
{
  const char      *language = sl_casebook_get_language (self->casebook);
  SlFilm          *film = sl_clip_get_film (clip) ? sl_casebook_lookup_film (self->casebook, sl_clip_get_film (clip)) : NULL;
  g_autofree char *length = self->words->time (sl_clip_get_duration (clip));
  g_autofree char *title = film ? sl_safe_text_inside (sl_film_get_title (film)) : NULL;
  g_autofree char *of_film = NULL;

  add (self, SL_BLOCK_TITLE, sl_clip_get_title (clip), language);
  if (film)
    /* Translators: the title of a film, its year, and how long a part of it is: “Justice for Sergei, 2010. 2:00”. */
    of_film = g_strdup_printf (C_ ("handout", "%1$s, %2$d. %3$s"), title, sl_film_get_year (film), length);
  add (self, SL_BLOCK_LEAD, of_film, language);
  add (self, SL_BLOCK_LEAD, sl_clip_get_summary (clip), language);
  add (self, SL_BLOCK_LEAD, sl_casebook_get_advisory (self->casebook), language);
  add (self, SL_BLOCK_LEAD, sl_clip_get_advisory (clip), language);
}

static void
add_foot (Making *self, SlClip *clip)
{
  const char      *language = sl_casebook_get_language (self->casebook);
  g_autofree char *version = sl_casebook_get_version (self->casebook) ? sl_date_format (sl_casebook_get_version (self->casebook)) : NULL;
  g_autofree char *title = sl_safe_text_inside (sl_casebook_get_title (self->casebook)), *licence = sl_safe_text_inside (sl_casebook_get_licence (self->casebook));
  g_autofree char *from = version ? g_strdup_printf (_ ("From the casebook “%1$s” of %2$s, under the licence %3$s."), title, version, licence) : NULL;

  add (self, SL_BLOCK_FOOT, from, NULL);
  add (self, SL_BLOCK_FOOT, sl_clip_get_made_by (clip), language);
  add (self, SL_BLOCK_FOOT, sl_casebook_get_credits (self->casebook), language);
}

GPtrArray *
sl_handout_new (SlCasebook *casebook, SlClip *clip, GListModel *transcript, const SlHandoutWords *words)
{
  Making self = {.casebook = casebook, .words = words};

  g_return_val_if_fail (SL_IS_CASEBOOK (casebook) && SL_IS_CLIP (clip), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (transcript) && words != NULL, NULL);

  self.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)block_free);
  self.sources = g_ptr_array_new ();
  self.uses = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  add_head (&self, clip);
  for (guint i = 0; i < g_list_model_get_n_items (transcript); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (transcript, i);

      add_passage (&self, cue);
    }
  if (self.sources->len > 0)
    add (&self, SL_BLOCK_HEADING, _ ("Sources"), NULL);
  for (guint i = 1; i <= self.sources->len; i++)
    add_source (&self, i);
  add_foot (&self, clip);
  g_ptr_array_unref (self.sources);
  g_ptr_array_unref (self.uses);
  return self.blocks;
}

gboolean
sl_handout_is_right_to_left (const char *language)
{
  static const char *const languages[] = {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "nqo", "ps", "sd", "syr", "ug", "ur", "yi", NULL};
  static const char *const scripts[] = {"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa", NULL};
  g_auto (GStrv) tags = NULL;
  g_autofree char *primary = NULL;

  g_return_val_if_fail (language != NULL, FALSE);

  tags = g_strsplit (language, "-", -1);
  if (tags[0] == NULL)
    return FALSE;
  for (guint i = 1; tags[i]; i++)
    if (strlen (tags[i]) == 4 && g_ascii_isalpha (*tags[i]))
      {
        for (guint j = 0; scripts[j]; j++)
          if (g_ascii_strcasecmp (scripts[j], tags[i]) == 0)
            return TRUE;
        return FALSE;
      }
  primary = g_ascii_strdown (tags[0], -1);
  return g_strv_contains (languages, primary);
}
