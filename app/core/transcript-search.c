/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looking for words in a transcript. Its texts are folded once, with the first search; after that each search only
 * walks through them, and only what was found, or is no longer, is touched.
 */
#include "transcript-search.h"

#include "fact.h"

typedef struct
{
  SlCue     *cue; /* the transcript keeps it alive */
  guint      place;
  SlPassage *passage;
  SlPart    *part;
  SlFolded  *folded;
} Text;

typedef struct
{
  Text *text;
  int   number; /* in its part */
} Hit;

struct _SlTranscriptSearch
{
  GListModel  *transcript;
  SlCueFinder *finder; /* of those that a reader sees */
  GArray      *texts;  /* (nullable) (element-type Text) */
  GArray      *hits;   /* (element-type Hit) */
  int          shown;
};

static void
text_clear (gpointer data)
{
  sl_folded_free (((Text *)data)->folded);
}

SlTranscriptSearch *
sl_transcript_search_new (GListModel *transcript, SlCueFinder *shown)
{
  SlTranscriptSearch *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (transcript) && SL_IS_CUE_FINDER (shown), NULL);

  self = g_new0 (SlTranscriptSearch, 1);
  self->transcript = g_object_ref (transcript);
  self->finder = g_object_ref (shown);
  self->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  self->shown = -1;
  return self;
}

/* What must be opened to be read does not come to light by being looked for. */
static gboolean
is_closed (SlPassage *passage)
{
  SlFact *fact = sl_passage_get_kind (passage) == SL_CUE_FACT ? SL_FACT (sl_passage_get_record (passage)) : NULL;

  return fact && sl_fact_get_graphic (fact) && sl_fact_get_withheld (fact) == NULL;
}

static void
fold_passage (SlTranscriptSearch *self, SlCue *cue, guint place)
{
  SlPassage *passage = SL_PASSAGE (sl_cue_get_record (cue));

  if (is_closed (passage))
    return;
  for (guint side = 0; side < SL_PASSAGE_SIDES; side++)
    for (guint i = 0; i < sl_passage_count_parts (passage, side); i++)
      {
        SlPart    *part = sl_passage_get_part (passage, side, i);
        const Text text = {cue, place, passage, part, sl_folded_new (part->text)};

        /* Beside what it was not translated from it is not shown twice. */
        if (side == 0 || part->is_own)
          g_array_append_val (self->texts, text);
        else
          sl_folded_free (text.folded);
      }
}

static void
fold (SlTranscriptSearch *self)
{
  if (self->texts)
    return;
  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_array_set_clear_func (self->texts, text_clear);
  for (guint i = 0; i < g_list_model_get_n_items (self->transcript); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (self->transcript, i);

      fold_passage (self, cue, i);
    }
}

static void
forget (SlTranscriptSearch *self)
{
  for (guint i = 0; i < self->hits->len; i++)
    {
      const Hit *hit = &g_array_index (self->hits, Hit, i);

      if (hit->number == 0)
        sl_passage_mark (hit->text->passage, hit->text->part, NULL, -1);
    }
  g_array_set_size (self->hits, 0);
  self->shown = -1;
}

void
sl_transcript_search_free (SlTranscriptSearch *self)
{
  g_return_if_fail (self != NULL);

  forget (self);
  g_array_unref (self->hits);
  g_clear_pointer (&self->texts, g_array_unref);
  g_object_unref (self->transcript);
  g_object_unref (self->finder);
  g_free (self);
}

static void
show (SlTranscriptSearch *self, int shown)
{
  const Hit *before = self->shown >= 0 ? &g_array_index (self->hits, Hit, self->shown) : NULL;
  const Hit *hit = &g_array_index (self->hits, Hit, shown);

  if (before && before->text != hit->text)
    sl_passage_mark (before->text->passage, before->text->part, before->text->part->hits, -1);
  self->shown = shown;
  sl_passage_mark (hit->text->passage, hit->text->part, hit->text->part->hits, hit->number);
}

static void
find (SlTranscriptSearch *self, Text *text, const SlFolded *wanted)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (SlTextRange));
  guint position;

  if (!sl_cue_finder_find (self->finder, text->cue, &position) || sl_folded_find (text->folded, wanted, ranges) == 0)
    return;
  for (guint i = 0; i < ranges->len; i++)
    {
      const Hit hit = {text, (int)i};

      g_array_append_val (self->hits, hit);
    }
  sl_passage_mark (text->passage, text->part, ranges, -1);
}

void
sl_transcript_search_look_for (SlTranscriptSearch *self, const char *words, guint place)
{
  g_autoptr (SlFolded) wanted = NULL;
  guint first = 0;

  g_return_if_fail (self != NULL && words != NULL);

  forget (self);
  wanted = sl_folded_new (words);
  if (sl_folded_is_empty (wanted))
    return;
  fold (self);
  for (guint i = 0; i < self->texts->len; i++)
    find (self, &g_array_index (self->texts, Text, i), wanted);
  while (first < self->hits->len && g_array_index (self->hits, Hit, first).text->place < place)
    first++;
  if (self->hits->len > 0)
    show (self, first < self->hits->len ? (int)first : 0);
}

void
sl_transcript_search_go (SlTranscriptSearch *self, int direction)
{
  const int n = self ? (int)self->hits->len : 0;

  g_return_if_fail (self != NULL && direction != 0);

  if (n > 0)
    show (self, (self->shown + (direction > 0 ? 1 : n - 1)) % n);
}

guint
sl_transcript_search_count (SlTranscriptSearch *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->hits->len;
}

static gint64
find_time (const Hit *hit)
{
  const SlTextRange *range = &g_array_index (hit->text->part->hits, SlTextRange, hit->number);
  const gint64       time = sl_part_find_time (hit->text->part, range->start);

  return time != SL_TIME_NONE ? time : sl_cue_get_start (hit->text->cue);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *)a, right = *(const gint64 *)b;

  return left < right ? -1 : left > right;
}

GArray *
sl_transcript_search_list_times (SlTranscriptSearch *self)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint   n = 0;

  g_return_val_if_fail (self != NULL, times);

  for (guint i = 0; i < self->hits->len; i++)
    {
      const gint64 time = find_time (&g_array_index (self->hits, Hit, i));

      g_array_append_val (times, time);
    }
  g_array_sort (times, compare_times);
  for (guint i = 0; i < times->len; i++)
    if (n == 0 || g_array_index (times, gint64, i) != g_array_index (times, gint64, n - 1))
      g_array_index (times, gint64, n++) = g_array_index (times, gint64, i);
  g_array_set_size (times, n);
  return times;
}

int
sl_transcript_search_get_shown (SlTranscriptSearch *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->shown;
}

SlCue *
sl_transcript_search_get_cue (SlTranscriptSearch *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->shown >= 0 ? g_array_index (self->hits, Hit, self->shown).text->cue : NULL;
}
