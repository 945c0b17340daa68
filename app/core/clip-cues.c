/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a clip's records to cues. A fact has no time of its own: it is told by the notes that name it, so its
 * place is that of the first of them. Nothing here knows what time it is.
 */
#include "clip-cues.h"

#include "chapter.h"
#include "cue-index.h"
#include "note.h"

#define READING_FLOOR (4 * G_GINT64_CONSTANT (1000000000))

/* What is in a chapter that is not listed is listed all the same, in its place. @n (inout): how many are listed beside
 * them; @inside: (nullable): the number of the chapter around them, in words */
static void
add_chapters (SlClipCues *self, GListModel *chapters, const char *inside, guint *n)
{
  const guint n_chapters = chapters ? g_list_model_get_n_items (chapters) : 0;

  for (guint i = 0; i < n_chapters; i++)
    {
      g_autoptr (SlChapter) chapter = g_list_model_get_item (chapters, i);
      const SlSpan span = {sl_chapter_get_start (chapter), sl_chapter_get_end (chapter)};
      g_autoptr (SlCue) cue = sl_cue_new (SL_CUE_CHAPTER, sl_chapter_get_id (chapter), G_OBJECT (chapter), &span);
      g_autofree char *place = NULL;
      guint            n_inside = 0;

      if (sl_chapter_get_hidden (chapter))
        {
          g_ptr_array_add (self->hidden_chapters, g_steal_pointer (&cue));
          add_chapters (self, sl_chapter_get_chapters (chapter), inside, n);
          continue;
        }
      place = inside ? g_strdup_printf ("%s.%u", inside, ++*n) : g_strdup_printf ("%u", ++*n);
      sl_cue_set_place (cue, place);
      g_list_store_append (self->chapters, cue);
      add_chapters (self, sl_chapter_get_chapters (chapter), place, &n_inside);
    }
}

/* Which facts are told in each chapter and in those within it, each once. */
static void
count_facts (SlClipCues *self, const SlCueIndex *index, SlCue *note, GHashTable *counted)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  GListModel *facts = sl_cue_get_facts (note);

  if (facts == NULL)
    return;
  sl_cue_index_covering (index, sl_cue_get_start (note), places);
  for (guint i = 0; i < places->len; i++)
    {
      g_autoptr (SlCue) chapter = g_list_model_get_item (G_LIST_MODEL (self->chapters), g_array_index (places, guint, i));
      GHashTable *seen = g_hash_table_lookup (counted, chapter);

      if (seen == NULL)
        {
          g_autoptr (GListStore) store = g_list_store_new (SL_TYPE_CUE);

          sl_cue_set_facts (chapter, G_LIST_MODEL (store));
          g_hash_table_insert (counted, chapter, seen = g_hash_table_new (NULL, NULL));
        }
      for (guint j = 0; j < g_list_model_get_n_items (facts); j++)
        {
          g_autoptr (SlCue) fact = g_list_model_get_item (facts, j);

          if (g_hash_table_add (seen, fact))
            g_list_store_append (G_LIST_STORE (sl_cue_get_facts (chapter)), fact);
        }
    }
}

/* The chapters by their spans, so that ten thousand notes find theirs. */
static SlCueIndex *
index_chapters (GListStore *chapters)
{
  const guint        n = g_list_model_get_n_items (G_LIST_MODEL (chapters));
  g_autofree SlSpan *spans = g_new (SlSpan, n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (G_LIST_MODEL (chapters), i);

      spans[i] = *sl_cue_get_span (cue);
    }
  return sl_cue_index_new (spans, n);
}

/* The innermost chapter that covers @time, of equally deep ones the last. Returns: (transfer none) (nullable) */
static SlCue *
chapter_at (GListStore *chapters, const SlCueIndex *index, gint64 time)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  SlCue *found = NULL;
  guint  depth = 0;

  sl_cue_index_covering (index, time, places);
  for (guint i = 0; i < places->len; i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (G_LIST_MODEL (chapters), g_array_index (places, guint, i));
      const guint its_depth = sl_chapter_get_depth (SL_CHAPTER (sl_cue_get_record (cue)));

      if (found && its_depth < depth)
        continue;
      found = cue; /* the list keeps it alive */
      depth = its_depth;
    }
  return found;
}

static SlCue *
fact_cue (SlClipCues *self, SlCasebook *casebook, GHashTable *seen, const char *id, const SlSpan *told)
{
  SlCue  *cue = g_hash_table_lookup (seen, id);
  SlFact *fact;

  if (cue)
    return cue;
  fact = sl_casebook_lookup_fact (casebook, id);
  if (fact == NULL)
    return NULL;
  cue = sl_cue_new (SL_CUE_FACT, id, G_OBJECT (fact), told);
  g_ptr_array_add (self->facts, cue);
  g_hash_table_insert (seen, (gpointer)sl_cue_get_id (cue), cue);
  return cue;
}

static void
give_facts (SlClipCues *self, SlCasebook *casebook, SlCue *note_cue, GHashTable *seen)
{
  SlNote            *note = SL_NOTE (sl_cue_get_record (note_cue));
  const char *const *ids = sl_note_get_facts (note);
  g_autoptr (GListStore) facts = g_list_store_new (SL_TYPE_CUE);

  for (guint i = 0; ids[i]; i++)
    {
      SlCue *cue = fact_cue (self, casebook, seen, ids[i], sl_cue_get_span (note_cue));

      if (cue)
        g_list_store_append (facts, cue);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (facts)) > 0)
    sl_cue_set_facts (note_cue, G_LIST_MODEL (facts));
}

static void
add_notes (SlClipCues *self, SlCasebook *casebook, SlClip *clip)
{
  GListModel *notes = sl_clip_get_notes (clip);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) counted = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  SlCue *last_chapter = NULL;
  g_autoptr (SlCueIndex) index = index_chapters (self->chapters);
  const guint n = notes ? g_list_model_get_n_items (notes) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SlNote) note = g_list_model_get_item (notes, i);
      const SlSpan   span = {sl_note_get_start (note), sl_note_get_end (note)};
      const gboolean title = sl_note_get_kind (note) == SL_NOTE_KIND_TITLE;
      g_autoptr (SlCue) cue = sl_cue_new (title ? SL_CUE_TITLE : SL_CUE_NOTE, sl_note_get_id (note), G_OBJECT (note), &span);

      give_facts (self, casebook, cue, seen);
      count_facts (self, index, cue, counted);
      if (title)
        {
          g_ptr_array_add (self->titles, g_steal_pointer (&cue));
        }
      else
        {
          SlCue *chapter = chapter_at (self->chapters, index, span.start);

          sl_cue_set_chapter (cue, chapter, chapter != NULL && chapter != last_chapter);
          last_chapter = chapter;
          g_ptr_array_add (self->notes_in_order, g_steal_pointer (&cue));
        }
    }
}

/* How long it takes to read a note, at @speed characters a second. */
static gint64
reading_time (SlNote *note, guint speed)
{
  const char *title = sl_note_get_title (note);
  const char *text = sl_note_get_text (note);
  glong       length = (title ? g_utf8_strlen (title, -1) : 0) + (text ? g_utf8_strlen (text, -1) : 0);

  return MAX (READING_FLOOR, length * G_GINT64_CONSTANT (1000000000) / speed);
}

SlClipCues *
sl_clip_cues_new (SlCasebook *casebook, SlClip *clip, GListModel *chapters)
{
  SlClipCues *self = g_new0 (SlClipCues, 1);
  guint       n_chapters = 0;

  self->chapters = g_list_store_new (SL_TYPE_CUE);
  self->hidden_chapters = g_ptr_array_new_with_free_func (g_object_unref);
  self->notes = g_list_store_new (SL_TYPE_CUE);
  self->notes_in_order = g_ptr_array_new_with_free_func (g_object_unref);
  self->titles = g_ptr_array_new_with_free_func (g_object_unref);
  self->facts = g_ptr_array_new_with_free_func (g_object_unref);
  if (clip)
    {
      add_chapters (self, chapters, NULL, &n_chapters);
      add_notes (self, casebook, clip);
      g_list_store_splice (self->notes, 0, 0, self->notes_in_order->pdata, self->notes_in_order->len);
    }
  return self;
}

void
sl_clip_cues_free (SlClipCues *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->chapters);
  g_ptr_array_unref (self->hidden_chapters);
  g_object_unref (self->notes);
  g_ptr_array_unref (self->notes_in_order);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->facts);
  g_free (self);
}

static SlCue *
find_cue (GListModel *model, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (model, i);

      if (g_strcmp0 (sl_cue_get_id (cue), id) == 0)
        return cue; /* the list keeps it alive */
    }
  return NULL;
}

static SlCue *
find_in_array (GPtrArray *cues, const char *id)
{
  for (guint i = 0; i < cues->len; i++)
    if (g_strcmp0 (sl_cue_get_id (g_ptr_array_index (cues, i)), id) == 0)
      return g_ptr_array_index (cues, i);
  return NULL;
}

SlCue *
sl_clip_cues_lookup (SlClipCues *self, SlCueKind kind, const char *id)
{
  SlCue *cue;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  switch (kind)
    {
    case SL_CUE_CHAPTER:
      cue = find_cue (G_LIST_MODEL (self->chapters), id);
      return cue ? cue : find_in_array (self->hidden_chapters, id);
    case SL_CUE_NOTE:
    case SL_CUE_TITLE:
      cue = find_cue (G_LIST_MODEL (self->notes), id);
      return cue ? cue : find_in_array (self->titles, id);
    case SL_CUE_FACT:
      return find_in_array (self->facts, id);
    case SL_CUE_CAPTION:
    case SL_CUE_DESCRIPTION:
    default:
      g_return_val_if_reached (NULL);
    }
}

SlSpan *
sl_clip_cues_readable_spans (GPtrArray *notes, guint speed)
{
  SlSpan *spans;

  g_return_val_if_fail (notes != NULL, NULL);

  spans = g_new (SlSpan, notes->len);
  for (guint i = 0; i < notes->len; i++)
    {
      SlCue  *cue = g_ptr_array_index (notes, i);
      SlNote *note = SL_NOTE (sl_cue_get_record (cue));
      gint64  minimum = sl_note_get_minimum (note);

      spans[i] = *sl_cue_get_span (cue);
      if (speed > 0)
        minimum = MAX (minimum, reading_time (note, speed));
      spans[i].end = MAX (spans[i].end, spans[i].start + minimum);
    }
  return spans;
}
