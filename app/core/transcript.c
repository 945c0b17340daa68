/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A clip to be read. What happens in it is put in the order of time first, line by line, and then lines that belong
 * together become paragraphs: so nothing stands before what was said earlier. What it looks like is the view's.
 */
#include "transcript.h"

#include "chapter.h"
#include "markup.h"
#include "note.h"
#include "safe-text.h"
#include "spoken.h"

#define SILENCE (3 * G_GINT64_CONSTANT (1000000000)) /* that ends a paragraph */
#define LONG 280                                     /* bytes, after which it ends with a sentence */
#define TOO_LONG 700                                 /* bytes, after which it ends in any case */

typedef struct
{
  gint64        start;
  guint         rank; /* of what begins at the same time */
  guint         place;
  SlChapter    *chapter; /* one of these */
  SlSpokenLine *line;
  SlSpokenLine *described;
  SlNote       *note;
} Event;

typedef struct
{
  SlCasebook *casebook;
  SlClip     *clip;
  SlWording  *wordings[SL_PASSAGE_SIDES]; /* the second is nullable */
  GArray     *events;                     /* (element-type Event) */
  GHashTable *told;                       /* ids of facts */
  GListStore *cues;
  guint64     n_steps;

  /* The paragraph that is being made. */
  SlPassage    *paragraph; /* (nullable) */
  SlSpan        span;
  const char   *id;   /* of the first line in it */
  SlSpokenLine *line; /* the last in it */
  GString      *words[SL_PASSAGE_SIDES];
  GArray       *sayings[SL_PASSAGE_SIDES];
  gboolean      is_own[SL_PASSAGE_SIDES];
} Making;

/* In the order of time */

static void
add_event (Making *self, gint64 start, guint rank, Event event)
{
  event.start = start;
  event.rank = rank;
  event.place = self->events->len;
  g_array_append_val (self->events, event);
}

static void
add_chapters (Making *self, GListModel *chapters)
{
  for (guint i = 0; chapters && i < g_list_model_get_n_items (chapters); i++)
    {
      g_autoptr (SlChapter) chapter = g_list_model_get_item (chapters, i);

      /* The list keeps them alive. */
      if (!sl_chapter_get_hidden (chapter))
        add_event (self, sl_chapter_get_start (chapter), 0, (Event){.chapter = chapter});
      add_chapters (self, sl_chapter_get_chapters (chapter));
    }
}

static int
compare_events (gconstpointer a, gconstpointer b, gpointer data)
{
  const Event *left = a, *right = b;

  ++((Making *)data)->n_steps;
  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  return left->place < right->place ? -1 : left->place > right->place;
}

static void
collect (Making *self, GListModel *chapters, GPtrArray *lines, GPtrArray *described)
{
  GListModel *notes = sl_clip_get_notes (self->clip);

  add_chapters (self, chapters);
  for (guint i = 0; i < described->len; i++)
    add_event (self, ((SlSpokenLine *)described->pdata[i])->start, 1, (Event){.described = described->pdata[i]});
  for (guint i = 0; i < lines->len; i++)
    add_event (self, ((SlSpokenLine *)lines->pdata[i])->start, 2, (Event){.line = lines->pdata[i]});
  for (guint i = 0; notes && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (SlNote) note = g_list_model_get_item (notes, i);

      add_event (self, sl_note_get_start (note), 3, (Event){.note = note});
    }
  g_array_sort_with_data (self->events, compare_events, self);
}

/* Headings, notes and facts */

static void
put (Making *self, const char *id, SlPassage *passage, const SlSpan *span)
{
  g_autoptr (SlCue) cue = sl_cue_new (sl_passage_get_kind (passage), id, G_OBJECT (passage), span);

  g_list_store_append (self->cues, cue);
}

/* Made safe here, and not where it is shown: what is looked for is found by places in these very words. */
static char *
make_safe (SlPartKind kind, const char *said)
{
  const gboolean is_line = kind == SL_PART_TITLE || kind == SL_PART_ATTRIBUTION || kind == SL_PART_WHO;

  return is_line ? sl_safe_text_line (said, SL_SAFE_TEXT_TITLE) : sl_safe_text_paragraph (said, SL_SAFE_TEXT_WHOLE);
}

/* @text: (nullable): of the casebook; @context: of it, taken */
static void
add_said (Making *self, SlPassage *passage, SlPartKind kind, const char *text, char *context)
{
  g_autofree char *place = context;

  for (guint side = 0; text && side < SL_PASSAGE_SIDES && self->wordings[side]; side++)
    {
      SlWording       *wording = self->wordings[side];
      gboolean         is_own;
      g_autofree char *said = make_safe (kind, sl_wording_say (wording, place, text, &is_own));
      g_autofree char *plain = sl_markup_to_plain (said);
      SlPart          *part;

      self->n_steps++;
      part = sl_passage_add (passage, side, kind, plain, is_own ? sl_wording_get_language (wording) : sl_wording_get_source (wording), is_own);
      if (part && !g_str_equal (plain, said))
        part->marked = g_steal_pointer (&said);
    }
}

static char *
in_clip (Making *self, const char *kind, const char *id, const char *field)
{
  return g_strdup_printf ("clip/%s/%s/%s/%s", sl_clip_get_id (self->clip), kind, id, field);
}

static void
put_chapter (Making *self, SlChapter *chapter)
{
  const SlSpan span = {sl_chapter_get_start (chapter), sl_chapter_get_end (chapter)};
  g_autoptr (SlPassage) passage = sl_passage_new (SL_CUE_CHAPTER, G_OBJECT (chapter));
  const char *id = sl_chapter_get_id (chapter);

  add_said (self, passage, SL_PART_TITLE, sl_chapter_get_title (chapter), in_clip (self, "chapter", id, "title"));
  add_said (self, passage, SL_PART_WORDS, sl_chapter_get_summary (chapter), in_clip (self, "chapter", id, "summary"));
  put (self, id, passage, &span);
}

static void
add_disputes (Making *self, SlPassage *passage, SlFact *fact)
{
  GListModel *disputes = sl_fact_get_disputes (fact);

  for (guint i = 0; disputes && i < g_list_model_get_n_items (disputes); i++)
    {
      g_autoptr (SlDispute) dispute = g_list_model_get_item (disputes, i);
      const char *id = sl_fact_get_id (fact);

      add_said (self, passage, SL_PART_WHO, sl_dispute_get_who (dispute), g_strdup_printf ("fact/%s/disputed_by/%u/who", id, i));
      add_said (self, passage, SL_PART_CLAIM, sl_dispute_get_statement (dispute), g_strdup_printf ("fact/%s/disputed_by/%u/statement", id, i));
    }
}

static void
put_fact (Making *self, SlFact *fact, const SlSpan *span)
{
  g_autoptr (SlPassage) passage = sl_passage_new (SL_CUE_FACT, G_OBJECT (fact));
  const char *id = sl_fact_get_id (fact);

  if (sl_fact_get_withheld (fact))
    add_said (self, passage, SL_PART_WORDS, sl_fact_get_withheld (fact), g_strdup_printf ("fact/%s/withheld/reason", id));
  else
    add_said (self, passage, SL_PART_WORDS, sl_fact_get_statement (fact), g_strdup_printf ("fact/%s/statement", id));
  add_said (self, passage, SL_PART_ATTRIBUTION, sl_fact_get_attribution (fact), g_strdup_printf ("fact/%s/attribution", id));
  add_disputes (self, passage, fact);
  put (self, id, passage, span);
}

static void
put_note (Making *self, SlNote *note)
{
  const gboolean     is_title = sl_note_get_kind (note) == SL_NOTE_KIND_TITLE;
  const SlSpan       span = {sl_note_get_start (note), sl_note_get_end (note)};
  const char *const *facts = sl_note_get_facts (note);
  const char        *id = sl_note_get_id (note);
  g_autoptr (SlPassage) passage = sl_passage_new (is_title ? SL_CUE_TITLE : SL_CUE_NOTE, G_OBJECT (note));

  add_said (self, passage, SL_PART_TITLE, sl_note_get_title (note), in_clip (self, "note", id, "title"));
  add_said (self, passage, SL_PART_WORDS, sl_note_get_text (note), in_clip (self, "note", id, "text"));
  /* One without words is there for its picture, or for its facts, which come by themselves. */
  if (sl_note_get_title (note) == NULL && sl_note_get_text (note) == NULL)
    add_said (self, passage, SL_PART_WORDS, sl_note_get_alt (note), in_clip (self, "note", id, "alt"));
  if (sl_note_get_title (note) || sl_note_get_text (note) || sl_note_get_alt (note))
    put (self, id, passage, &span);
  for (guint i = 0; facts[i]; i++)
    {
      SlFact *fact = sl_casebook_lookup_fact (self->casebook, facts[i]);

      if (fact && g_hash_table_add (self->told, (gpointer)sl_fact_get_id (fact)))
        put_fact (self, fact, &span);
    }
}

static const char *
get_language (Making *self, guint side, gboolean is_own)
{
  return is_own ? sl_wording_get_language (self->wordings[side]) : sl_wording_get_source (self->wordings[side]);
}

static void
put_described (Making *self, const SlSpokenLine *line)
{
  const SlSpan span = {line->start, line->end};
  g_autoptr (SlPassage) passage = sl_passage_new (SL_CUE_DESCRIPTION, NULL);

  self->n_steps++;
  for (guint side = 0; side < SL_PASSAGE_SIDES; side++)
    if (line->words[side])
      sl_passage_add (passage, side, SL_PART_WORDS, line->words[side]->str, get_language (self, side, line->is_own[side]), line->is_own[side]);
  put (self, line->id, passage, &span);
}

/* Paragraphs */

static void
end_side (Making *self, guint side)
{
  gboolean is_own = self->is_own[side];
  SlPart  *part;

  if (self->words[side] == NULL)
    return;
  part = sl_passage_add (self->paragraph, side, SL_PART_WORDS, self->words[side]->str, get_language (self, side, is_own), is_own);
  part->sayings = g_steal_pointer (&self->sayings[side]);
  g_string_free (g_steal_pointer (&self->words[side]), TRUE);
}

static void
end_paragraph (Making *self)
{
  if (self->paragraph == NULL)
    return;
  for (guint side = 0; side < SL_PASSAGE_SIDES; side++)
    end_side (self, side);
  put (self, self->id, self->paragraph, &self->span);
  g_clear_object (&self->paragraph);
}

/* The full stops of many scripts, and what asks and calls in them. */
static gboolean
is_end (gunichar c)
{
  static const gunichar ends[] = {'.', '!', '?', ';', 0x037e, 0x0589, 0x061f, 0x06d4, 0x0964, 0x1362, 0x104b, 0x17d4, 0x2026, 0x3002, 0xff01, 0xff1f};

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (ends[i] == c)
      return TRUE;
  return FALSE;
}

static gboolean
is_closing (gunichar c)
{
  const GUnicodeType type = g_unichar_type (c);

  return c == '"' || c == '\'' || type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

static gboolean
ends_sentence (const GString *words)
{
  const char *at = words->str + words->len;

  while (at > words->str)
    {
      at = g_utf8_prev_char (at);
      if (!is_closing (g_utf8_get_char (at)))
        return is_end (g_utf8_get_char (at));
    }
  return FALSE;
}

static gboolean
goes_on (Making *self, const SlSpokenLine *line)
{
  const GString *words = self->words[0] ? self->words[0] : self->words[1];

  if (self->paragraph == NULL || line->start - self->span.end > SILENCE)
    return FALSE;
  if (g_strcmp0 (line->speaker, self->line->speaker) != 0 || (line->words[0] == NULL) != (self->words[0] == NULL))
    return FALSE;
  if (line->words[0] && line->is_own[0] != self->line->is_own[0])
    return FALSE;
  return words->len < LONG || (words->len < TOO_LONG && !ends_sentence (words));
}

static void
add_speaker (Making *self, guint side, const char *name)
{
  SlPart   *part = sl_passage_add (self->paragraph, side, SL_PART_SPEAKER, name, sl_wording_get_language (self->wordings[side]), TRUE);
  SlPerson *person = sl_casebook_find_person (self->casebook, name);

  if (part && person)
    part->person = g_strdup (sl_person_get_id (person));
}

static void
begin_paragraph (Making *self, SlSpokenLine *line)
{
  end_paragraph (self);
  self->paragraph = sl_passage_new (SL_CUE_CAPTION, NULL);
  self->span = (SlSpan){line->start, line->end};
  self->id = line->id;
  if (line->speaker)
    add_speaker (self, line->words[0] ? 0 : 1, line->speaker);
}

static void
put_line (Making *self, SlSpokenLine *line)
{
  self->n_steps++;
  if (!goes_on (self, line))
    begin_paragraph (self, line);
  for (guint side = 0; side < SL_PASSAGE_SIDES; side++)
    {
      SlSaying saying = {0, line->start};

      if (line->words[side] == NULL)
        continue;
      if (self->words[side] == NULL)
        {
          self->words[side] = g_string_new (NULL);
          self->sayings[side] = g_array_new (FALSE, FALSE, sizeof (SlSaying));
        }
      self->is_own[side] = line->is_own[side];
      sl_spoken_join (self->words[side], line->words[side]->str);
      saying.offset = self->words[side]->len - line->words[side]->len;
      g_array_append_val (self->sayings[side], saying);
    }
  self->span.end = MAX (self->span.end, line->end);
  self->line = line;
}

static void
put_all (Making *self)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      const Event *event = &g_array_index (self->events, Event, i);

      if (event->line)
        {
          put_line (self, event->line);
          continue;
        }
      end_paragraph (self);
      if (event->chapter)
        put_chapter (self, event->chapter);
      else if (event->described)
        put_described (self, event->described);
      else
        put_note (self, event->note);
    }
  end_paragraph (self);
}

GListModel *
sl_transcript_new (SlCasebook *casebook, SlClip *clip, GListModel *chapters, SlWording *first, SlWording *other, guint64 *n_steps)
{
  Making self = {.casebook = casebook, .clip = clip, .wordings = {first, other}};
  g_autoptr (GPtrArray) lines = NULL, described = NULL;

  g_return_val_if_fail (SL_IS_CASEBOOK (casebook) && SL_IS_CLIP (clip), NULL);
  g_return_val_if_fail (first != NULL && (chapters == NULL || G_IS_LIST_MODEL (chapters)), NULL);

  self.cues = g_list_store_new (SL_TYPE_CUE);
  self.events = g_array_new (FALSE, FALSE, sizeof (Event));
  self.told = g_hash_table_new (g_str_hash, g_str_equal);
  lines = sl_spoken_collect (clip, SL_LINES_SPOKEN, first, other, &self.n_steps);
  described = sl_spoken_collect (clip, SL_LINES_DESCRIBED, first, other, &self.n_steps);
  collect (&self, chapters, lines, described);
  put_all (&self);
  if (n_steps)
    *n_steps = self.n_steps;
  g_array_unref (self.events);
  g_hash_table_unref (self.told);
  return G_LIST_MODEL (self.cues);
}
