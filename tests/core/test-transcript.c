/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Transcripts of clips made by chance against what must hold for any, and against twins that look at everything; then a
 * casebook with a catalogue, and how much work ten thousand captions are.
 */
#include "casebook-reader.h"
#include "chapter.h"
#include "note.h"
#include "spoken.h"
#include "transcript.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

/* A clip made by chance, in which every word is there once: "a17" is all that the 17th caption of track a says. */
typedef struct
{
  GListStore *facts;
  GListStore *chapters;
  SlClip     *clip;
  SlCasebook *casebook;
} World;

static GListStore *
make_captions (char track, int n, gboolean has_ids)
{
  GListStore *captions = g_list_store_new (SL_TYPE_CAPTION);

  for (int i = 0; i < n; i++)
    {
      const gint64     start = g_test_rand_int_range (0, 120) * SECOND / 2;
      g_autofree char *time = sl_time_format (start), *text = g_strdup_printf ("%c%d%s", track, i, g_test_rand_int_range (0, 4) ? "" : ".");
      g_autofree char *id = has_ids && g_test_rand_int_range (0, 2) ? g_strdup_printf ("id%d", g_test_rand_int_range (0, 20)) : g_strdup (time);
      g_autofree char *speaker = g_test_rand_int_range (0, 3) ? g_strdup_printf ("S%d", g_test_rand_int_range (0, 2)) : NULL;
      g_autoptr (SlCaption) caption = g_object_new (SL_TYPE_CAPTION, "id", id, "start", start, "end", start + g_test_rand_int_range (0, 6) * SECOND,
                                                    "text", text, "speaker", speaker, NULL);

      g_list_store_append (captions, caption);
    }
  return captions;
}

static void
add_track (GListStore *tracks, const char *language, char letter, gboolean has_ids)
{
  g_autoptr (GListStore) captions = make_captions (letter, g_test_rand_int_range (0, 40), has_ids);
  g_autoptr (SlCaptionTrack) track = g_object_new (SL_TYPE_CAPTION_TRACK, "language", language, "file", "f", "kind", "captions", "captions", captions, NULL);

  g_list_store_append (tracks, track);
}

static GListStore *
make_facts (void)
{
  GListStore *facts = g_list_store_new (SL_TYPE_FACT);

  for (int i = 0; i < 6; i++)
    {
      g_autofree char *id = g_strdup_printf ("f%d", i);
      g_autoptr (SlFact) fact = g_object_new (SL_TYPE_FACT, "id", id, "statement", id, "attribution", "P", NULL);

      g_list_store_append (facts, fact);
    }
  return facts;
}

static int
compare_notes (gconstpointer a, gconstpointer b, gpointer data)
{
  const gint64 left = sl_note_get_start ((gpointer)a), right = sl_note_get_start ((gpointer)b);

  return left < right ? -1 : left > right;
}

static GListStore *
make_notes (void)
{
  GListStore *notes = g_list_store_new (SL_TYPE_NOTE);

  for (int i = g_test_rand_int_range (0, 8); i > 0; i--)
    {
      g_autofree char *id = g_strdup_printf ("n%d", i), *one = g_strdup_printf ("f%d", g_test_rand_int_range (0, 8)), *two = g_strdup_printf ("f%d", g_test_rand_int_range (0, 8));
      const char      *facts[] = {g_test_rand_int_range (0, 2) ? one : NULL, two, NULL};
      const gint64     start = g_test_rand_int_range (0, 60) * SECOND;
      g_autoptr (SlNote) note = g_object_new (SL_TYPE_NOTE, "id", id, "kind", g_test_rand_int_range (0, 3) ? SL_NOTE_KIND_CONTEXT : SL_NOTE_KIND_TITLE,
                                              "start", start, "end", start + SECOND, "title", id, "facts", facts, NULL);

      g_list_store_insert_sorted (notes, note, compare_notes, NULL);
    }
  return notes;
}

static GListStore *
make_chapters (gint64 start, gint64 end, guint depth, int *n)
{
  GListStore *chapters = g_list_store_new (SL_TYPE_CHAPTER);

  for (int i = g_test_rand_int_range (0, 4); i > 0 && end - start > 4 * SECOND && depth < 3; i--)
    {
      const gint64     from = start + g_test_rand_int_range (0, (gint32)((end - start) / SECOND)) * SECOND;
      g_autofree char *id = g_strdup_printf ("c%d", ++*n);
      g_autoptr (GListStore) inner = make_chapters (from, end, depth + 1, n);
      g_autoptr (SlChapter) chapter = g_object_new (SL_TYPE_CHAPTER, "id", id, "title", id, "start", from, "end", end, "depth", depth,
                                                    "hidden", g_test_rand_int_range (0, 5) == 0, "chapters", inner, NULL);

      g_list_store_append (chapters, chapter);
    }
  return chapters;
}

static void
make_world (World *world)
{
  g_autoptr (GListStore) tracks = g_list_store_new (SL_TYPE_CAPTION_TRACK);
  g_autoptr (GListStore) notes = make_notes ();
  int n = 0;

  add_track (tracks, "en", 'a', g_test_rand_int_range (0, 2));
  add_track (tracks, "de", 'b', g_test_rand_int_range (0, 2));
  world->facts = make_facts ();
  world->chapters = make_chapters (0, 60 * SECOND, 0, &n);
  world->clip = g_object_new (SL_TYPE_CLIP, "id", "k", "title", "K", "duration", 60 * SECOND, "captions", tracks, "notes", notes, "chapters", world->chapters, NULL);
  world->casebook = g_object_new (SL_TYPE_CASEBOOK, "id", "w", "title", "W", "language", "en", "facts", world->facts, NULL);
}

static void
end_world (World *world)
{
  g_clear_object (&world->facts);
  g_clear_object (&world->chapters);
  g_clear_object (&world->clip);
  g_clear_object (&world->casebook);
}

static GListModel *
make_transcript (World *world, const char *first, const char *other)
{
  g_autoptr (SlWording) wording = sl_wording_new (world->casebook, world->clip, first);
  g_autoptr (SlWording) beside = other ? sl_wording_new (world->casebook, world->clip, other) : NULL;

  return sl_transcript_new (world->casebook, world->clip, G_LIST_MODEL (world->chapters), wording, beside, NULL);
}

static SlPassage *
get_passage (GListModel *transcript, guint i, SlCue **cue)
{
  g_autoptr (SlCue) found = g_list_model_get_item (transcript, i);

  *cue = found; /* the list keeps it alive */
  return SL_PASSAGE (sl_cue_get_record (found));
}

static SlPart *
get_words (SlPassage *passage, guint side)
{
  for (guint i = 0; i < sl_passage_count_parts (passage, side); i++)
    if (sl_passage_get_part (passage, side, i)->kind == SL_PART_WORDS)
      return sl_passage_get_part (passage, side, i);
  return NULL;
}

static GListModel *
get_captions (World *world, guint side)
{
  g_autoptr (SlCaptionTrack) track = g_list_model_get_item (sl_clip_get_captions (world->clip), side);

  return sl_caption_track_get_captions (track);
}

/* Where a word is that a caption alone says. Returns: the place of the passage, and when it is said */
static guint
find_word (GListModel *transcript, guint side, const char *word, gint64 *time)
{
  guint found = G_MAXUINT;

  for (guint i = 0; i < g_list_model_get_n_items (transcript); i++)
    {
      SlCue     *cue;
      SlPassage *passage = get_passage (transcript, i, &cue);
      SlPart    *part = sl_passage_get_kind (passage) == SL_CUE_CAPTION ? get_words (passage, side) : NULL;
      g_auto (GStrv) words = part ? g_strsplit (part->text, " ", -1) : NULL;
      gsize offset = 0;

      for (guint j = 0; words && words[j]; j++, offset += strlen (words[j - 1]) + 1)
        if (g_str_equal (words[j], word))
          {
            g_assert_cmpuint (found, ==, G_MAXUINT);
            found = i;
            *time = sl_part_find_time (part, offset);
            g_assert_cmpint (*time, ==, sl_part_find_time (part, offset + strlen (word) - 1));
          }
    }
  return found;
}

static void
check_order (GListModel *transcript)
{
  gint64 last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (transcript); i++)
    {
      SlCue     *cue;
      SlPassage *passage = get_passage (transcript, i, &cue);
      SlPart    *part = get_words (passage, 0);

      g_assert_cmpint (sl_cue_get_kind (cue), ==, sl_passage_get_kind (passage));
      g_assert_cmpint (sl_cue_get_start (cue), >=, last);
      g_assert_cmpint (sl_cue_get_end (cue), >=, sl_cue_get_start (cue));
      last = sl_cue_get_start (cue);
      if (sl_passage_get_kind (passage) != SL_CUE_CAPTION)
        continue;
      g_assert_true (part || get_words (passage, 1));
      for (guint j = 0; part && j < part->sayings->len; j++)
        {
          const SlSaying *saying = &g_array_index (part->sayings, SlSaying, j);

          g_assert_cmpint (saying->start, >=, last);
          last = saying->start;
        }
    }
}

/* Everything that is said is there once, at its time, under whoever says it. */
static void
check_said (World *world, GListModel *transcript)
{
  GListModel *captions = get_captions (world, 0);

  for (guint i = 0; i < g_list_model_get_n_items (captions); i++)
    {
      g_autoptr (SlCaption) caption = g_list_model_get_item (captions, i);
      SlCue *cue;
      gint64 time;
      guint  place = find_word (transcript, 0, sl_caption_get_text (caption), &time);

      g_assert_cmpuint (place, !=, G_MAXUINT);
      g_assert_cmpint (time, ==, sl_caption_get_start (caption));
      g_assert_cmpstr (sl_passage_find_text (get_passage (transcript, place, &cue), 0, SL_PART_SPEAKER), ==, sl_caption_get_speaker (caption));
      g_assert_cmpint (sl_cue_get_end (cue), >=, sl_caption_get_end (caption));
    }
}

/* Returns: (transfer full) (nullable): the caption that @other has the words for, by looking at each of them */
static SlCaption *
find_twin (GListModel *captions, SlCaption *other)
{
  g_autoptr (SlCaption) by_id = NULL, by_start = NULL, by_time = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (captions); i++)
    {
      g_autoptr (SlCaption) caption = g_list_model_get_item (captions, i);
      const gint64 start = sl_caption_get_start (caption);

      if (g_str_equal (sl_caption_get_id (caption), sl_caption_get_id (other)) && (by_id == NULL || start < sl_caption_get_start (by_id)))
        g_set_object (&by_id, caption);
      if (start == sl_caption_get_start (other) && by_start == NULL)
        g_set_object (&by_start, caption);
      if (start <= sl_caption_get_start (other) && (by_time == NULL || start >= sl_caption_get_start (by_time)))
        g_set_object (&by_time, caption);
    }
  if (by_id)
    return g_steal_pointer (&by_id);
  if (by_start)
    return g_steal_pointer (&by_start);
  return by_time && sl_caption_get_start (other) <= sl_caption_get_end (by_time) + 3 * SECOND ? g_steal_pointer (&by_time) : NULL;
}

static void
check_other (World *world, GListModel *transcript)
{
  GListModel *others = get_captions (world, 1);

  for (guint i = 0; i < g_list_model_get_n_items (others); i++)
    {
      g_autoptr (SlCaption) other = g_list_model_get_item (others, i);
      g_autoptr (SlCaption) twin = find_twin (get_captions (world, 0), other);
      SlCue      *cue;
      gint64      time, twins;
      const guint place = find_word (transcript, 1, sl_caption_get_text (other), &time);

      g_assert_cmpuint (place, !=, G_MAXUINT);
      if (twin)
        g_assert_cmpuint (place, ==, find_word (transcript, 0, sl_caption_get_text (twin), &twins));
      g_assert_cmpint (time, ==, sl_caption_get_start (twin ? twin : other));
      g_assert_true (get_words (get_passage (transcript, place, &cue), 1)->is_own);
    }
}

static guint
count_kind (GListModel *transcript, SlCueKind kind)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (transcript); i++)
    {
      SlCue *cue;

      n += sl_passage_get_kind (get_passage (transcript, i, &cue)) == kind;
    }
  return n;
}

static guint
count_chapters (GListModel *chapters)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (chapters); i++)
    {
      g_autoptr (SlChapter) chapter = g_list_model_get_item (chapters, i);

      n += !sl_chapter_get_hidden (chapter) + count_chapters (sl_chapter_get_chapters (chapter));
    }
  return n;
}

/* Each fact once, behind the note that is the first to name it. */
static void
check_notes (World *world, GListModel *transcript)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GString) found = g_string_new (NULL);
  GListModel *notes = sl_clip_get_notes (world->clip);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (SlNote) note = g_list_model_get_item (notes, i);
      const char *const *facts = sl_note_get_facts (note);

      g_string_append_printf (expected, "%s ", sl_note_get_id (note));
      for (guint j = 0; facts[j]; j++)
        if (sl_casebook_lookup_fact (world->casebook, facts[j]) && g_hash_table_add (told, (gpointer)facts[j]))
          g_string_append_printf (expected, "%s ", facts[j]);
    }
  for (guint i = 0; i < g_list_model_get_n_items (transcript); i++)
    {
      SlCue     *cue;
      SlPassage *passage = get_passage (transcript, i, &cue);

      if (sl_passage_get_kind (passage) != SL_CUE_CAPTION && sl_passage_get_kind (passage) != SL_CUE_CHAPTER)
        g_string_append_printf (found, "%s ", sl_cue_get_id (cue));
    }
  g_assert_cmpstr (found->str, ==, expected->str);
  g_assert_cmpuint (count_kind (transcript, SL_CUE_CHAPTER), ==, count_chapters (G_LIST_MODEL (world->chapters)));
}

/* Neighbours are apart for a reason, and what is together has none to be apart. */
static void
check_paragraphs (GListModel *transcript)
{
  for (guint i = 1; i < g_list_model_get_n_items (transcript); i++)
    {
      SlCue      *cue, *before;
      SlPassage  *passage = get_passage (transcript, i, &cue), *last = get_passage (transcript, i - 1, &before);
      const char *text = sl_passage_find_text (last, 0, SL_PART_WORDS);

      if (sl_passage_get_kind (passage) != SL_CUE_CAPTION || sl_passage_get_kind (last) != SL_CUE_CAPTION)
        continue;
      if (g_strcmp0 (sl_passage_find_text (passage, 0, SL_PART_SPEAKER), sl_passage_find_text (last, 0, SL_PART_SPEAKER)) != 0)
        continue;
      g_assert_true (sl_cue_get_start (cue) - sl_cue_get_end (before) > 3 * SECOND || text == NULL || strlen (text) >= 280 ||
                     sl_passage_find_text (passage, 0, SL_PART_WORDS) == NULL);
    }
}

static void
test_random (void)
{
  for (guint round = 0; round < 400; round++)
    {
      World world;

      make_world (&world);
      {
        g_autoptr (GListModel) alone = make_transcript (&world, "en", NULL);
        g_autoptr (GListModel) both = make_transcript (&world, "en", "de");

        check_order (alone);
        check_said (&world, alone);
        check_notes (&world, alone);
        check_paragraphs (alone);
        check_order (both);
        check_said (&world, both);
        check_other (&world, both);
        check_notes (&world, both);
      }
      end_world (&world);
    }
}

/* A casebook as authors write it, in English with Ukrainian in a catalogue and German in a file of captions. */

static const char *const files[][2] = {
  {"casebook.json", "{\"format\":1,\"id\":\"small\",\"version\":\"2026-11-22\",\"title\":\"S\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"sources.json", "[{\"id\":\"s\",\"title\":\"S\",\"publisher\":\"P\",\"type\":\"news\",\"language\":\"en\",\"accessed\":\"2026\"}]"},
  {"facts.json",
   "[{\"id\":\"a\",\"statement\":\"It was *paid*.\",\"standing\":\"disputed\",\"attribution\":\"The ministry\",\"as_of\":\"2026\","
   "\"sources\":[{\"source\":\"s\"}],\"disputed_by\":[{\"who\":\"A bank\",\"statement\":\"Not by us.\"}]},"
   "{\"id\":\"b\",\"statement\":\"B.\",\"standing\":\"reported\",\"attribution\":\"P\",\"as_of\":\"2026\",\"withheld\":{\"reason\":\"A child is named.\"}}]"},
  {"films.json", "[{\"id\":\"f\",\"title\":\"F\",\"year\":2026,\"clips\":[\"k\"]}]"},
  {"clips/k.json",
   "{\"id\":\"k\",\"film\":\"f\",\"kind\":\"interview\",\"title\":\"K\",\"duration\":\"01:00\","
   "\"captions\":[{\"language\":\"en\",\"file\":\"clips/k.vtt\",\"kind\":\"captions\"},{\"language\":\"de\",\"file\":\"clips/k.de.vtt\",\"kind\":\"subtitles\"}],"
   "\"descriptions\":[{\"language\":\"en\",\"file\":\"clips/k.seen.vtt\"}],"
   "\"chapters\":[{\"id\":\"one\",\"title\":\"The refund\",\"summary\":\"How it went.\",\"from\":\"00:00\"}],"
   "\"notes\":[{\"id\":\"n\",\"from\":\"00:20\",\"to\":\"00:25\",\"kind\":\"fact\",\"title\":\"Who paid\",\"text\":\"Old words.\",\"facts\":[\"a\",\"b\"]}]}"},
  {"clips/k.vtt",
   "WEBVTT\n\none\n00:01.000 --> 00:03.000\n<v Anna>The tax\nwas paid\n\ntwo\n00:03.000 --> 00:05.000\n<v Anna>back to them.\n\n"
   "three\n00:05.500 --> 00:07.000\n<v Boris>When?\n\nfour\n00:30.000 --> 00:31.000\n- In 2007.\n- No.\n"},
  {"clips/k.de.vtt",
   "WEBVTT\n\n00:01.000 --> 00:03.000\nDie Steuer\n\ntwo\n00:03.500 --> 00:05.000\nwurde erstattet.\n\n"
   "00:45.000 --> 00:46.000\nNur auf Deutsch.\n"},
  {"clips/k.seen.vtt", "WEBVTT\n\nshe\n00:02.000 --> 00:04.000\nShe opens\na ledger.\n\nhe\n00:05.500 --> 00:05.600\nHe looks up.\n"},
  {"locale/uk.po",
   "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
   "msgctxt \"clip/k/chapter/one/title\"\nmsgid \"The refund\"\nmsgstr \"Повернення\"\n"
   "msgctxt \"clip/k/note/n/text\"\nmsgid \"Older words.\"\nmsgstr \"Старі слова.\"\n"
   "msgctxt \"fact/a/statement\"\nmsgid \"It was *paid*.\"\nmsgstr \"Його *сплатили*.\"\n"
   "msgctxt \"fact/a/disputed_by/0/statement\"\nmsgid \"Not by us.\"\nmsgstr \"Не нами.\"\n"
   "msgctxt \"clip/k/description/he\"\nmsgid \"He looks up.\"\nmsgstr \"Він дивиться.\"\n"
   "msgctxt \"clip/k/caption/three\"\nmsgid \"When?\"\nmsgstr \"Коли?\"\n"},
};

typedef struct
{
  char       *folder;
  SlCasebook *casebook;
  SlClip     *clip;
} Fixture;

static void
compile (const char *folder)
{
  g_autofree char *source = g_build_filename (folder, "locale", "uk.po", NULL), *target = g_build_filename (folder, "locale", "uk.mo", NULL);
  const char      *arguments[] = {"msgfmt", "-o", target, source, NULL};
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpint (g_remove (source), ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = NULL;

  fixture->folder = g_dir_make_tmp ("sidelight-transcript-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i][0], NULL), *parent = g_path_get_dirname (path);

      g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
      g_assert_true (g_file_set_contents (path, files[i][1], -1, NULL));
    }
  compile (fixture->folder);
  folder = g_file_new_for_path (fixture->folder);
  fixture->casebook = sl_casebook_reader_read_folder (folder, &findings, &error);
  g_assert_no_error (error);
  fixture->clip = sl_casebook_lookup_clip (fixture->casebook, "k");
  g_assert_nonnull (fixture->clip);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *const folders[] = {"clips", "locale", ""};

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i][0], NULL);

      g_remove (path);
    }
  {
    g_autofree char *path = g_build_filename (fixture->folder, "locale", "uk.mo", NULL);

    g_remove (path);
  }
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, folders[i], NULL);

      g_assert_cmpint (g_rmdir (path), ==, 0);
    }
  g_free (fixture->folder);
  g_assert_finalize_object (fixture->casebook);
}

/* Each passage on a line: its kind, its parts in both languages with ! for another language than asked for. */
static char *
describe (Fixture *fixture, const char *first, const char *other)
{
  g_autoptr (SlWording) wording = sl_wording_new (fixture->casebook, fixture->clip, first);
  g_autoptr (SlWording) beside = other ? sl_wording_new (fixture->casebook, fixture->clip, other) : NULL;
  g_autoptr (GListModel) transcript = sl_transcript_new (fixture->casebook, fixture->clip, sl_clip_get_chapters (fixture->clip), wording, beside, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (transcript); i++)
    {
      SlCue     *cue;
      SlPassage *passage = get_passage (transcript, i, &cue);

      g_string_append (text, sl_cue_kind_to_word (sl_passage_get_kind (passage)));
      for (guint side = 0; side < SL_PASSAGE_SIDES; side++)
        for (guint j = 0; j < sl_passage_count_parts (passage, side); j++)
          {
            const SlPart *part = sl_passage_get_part (passage, side, j);

            g_assert_cmpstr (part->language, ==, !part->is_own ? "en" : side == 0 ? first
                                                                                  : other);
            g_string_append_printf (text, "%s%s%s", side == 1 && j == 0 ? " || " : " | ", part->is_own ? "" : "!", part->text);
          }
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_plain (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = describe (fixture, "en", NULL);

  g_assert_cmpstr (text, ==,
                   "chapter | The refund | How it went.\n"
                   "caption | Anna | The tax was paid\n"
                   "description | She opens a ledger.\n"
                   "caption | Anna | back to them.\n"
                   "description | He looks up.\n"
                   "caption | Boris | When?\n"
                   "note | Who paid | Old words.\n"
                   "fact | It was paid. | The ministry | A bank | Not by us.\n"
                   "fact | A child is named. | P\n"
                   "caption | - In 2007.\n- No.\n");
}

static void
test_beside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *german = describe (fixture, "en", "de"), *ukrainian = describe (fixture, "en", "uk"), *alone = describe (fixture, "uk", NULL);

  g_assert_cmpstr (german, ==,
                   "chapter | The refund | How it went. || !The refund | !How it went.\n"
                   "caption | Anna | The tax was paid || Die Steuer\n"
                   "description | She opens a ledger.\n"
                   "caption | Anna | back to them. || wurde erstattet.\n"
                   "description | He looks up.\n"
                   "caption | Boris | When?\n"
                   "note | Who paid | Old words. || !Who paid | !Old words.\n"
                   "fact | It was paid. | The ministry | A bank | Not by us. || !It was paid. | !The ministry | !A bank | !Not by us.\n"
                   "fact | A child is named. | P || !A child is named. | !P\n"
                   "caption | - In 2007.\n- No.\n"
                   "caption || Nur auf Deutsch.\n");
  g_assert_nonnull (strstr (ukrainian, "chapter | The refund | How it went. || Повернення | !How it went.\n"));
  g_assert_nonnull (strstr (ukrainian, "caption | Boris | When? || Коли?\n"));
  /* What was translated has been written anew since. */
  g_assert_nonnull (strstr (ukrainian, "|| !Who paid | !Old words.\n"));
  g_assert_nonnull (strstr (ukrainian, "|| Його сплатили. | !The ministry | !A bank | Не нами.\n"));
  g_assert_nonnull (strstr (alone, "chapter | Повернення | !How it went.\ncaption | Anna | !The tax was paid\n"));
  g_assert_nonnull (strstr (alone, "description | !She opens a ledger.\ncaption | Anna | !back to them.\ndescription | Він дивиться.\ncaption | Boris | Коли?\n"));
  g_assert_nonnull (strstr (ukrainian, "description | He looks up. || Він дивиться.\n"));
}

static void
test_languages (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) languages = sl_wording_list_languages (fixture->casebook, fixture->clip);
  g_autofree char *list = g_strjoinv (" ", languages);

  g_assert_cmpstr (list, ==, "en de uk");
}

/* Marks stay at hand for those who can show them. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlWording) wording = sl_wording_new (fixture->casebook, fixture->clip, "uk");
  g_autoptr (GListModel) transcript = sl_transcript_new (fixture->casebook, fixture->clip, NULL, wording, NULL, NULL);
  guint n_marked = 0;

  for (guint i = 0; i < g_list_model_get_n_items (transcript); i++)
    {
      SlCue     *cue;
      SlPassage *passage = get_passage (transcript, i, &cue);

      for (guint j = 0; j < sl_passage_count_parts (passage, 0); j++)
        if (sl_passage_get_part (passage, 0, j)->marked)
          {
            g_assert_cmpstr (sl_passage_get_part (passage, 0, j)->marked, ==, "Його *сплатили*.");
            n_marked++;
          }
    }
  g_assert_cmpuint (n_marked, ==, 1);
}

static void
count_hits_cb (SlPassage *passage, GParamSpec *pspec, guint *n)
{
  ++*n;
}

static void
test_hits (void)
{
  g_autoptr (SlPassage) passage = sl_passage_new (SL_CUE_CAPTION, NULL);
  SlPart *part = sl_passage_add (passage, 0, SL_PART_WORDS, "words", "en", TRUE);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (SlTextRange));
  guint n = 0;

  g_assert_null (sl_passage_add (passage, 0, SL_PART_WORDS, "", "en", TRUE));
  g_signal_connect (passage, "notify::hits", G_CALLBACK (count_hits_cb), &n);
  sl_passage_mark (passage, part, hits, 0);
  g_assert_true (part->hits == hits && part->hit == 0);
  sl_passage_mark (passage, part, hits, -1);
  sl_passage_mark (passage, part, NULL, -1);
  g_assert_true (part->hits == NULL && part->hit == -1);
  g_assert_cmpuint (n, ==, 3);
}

/* Scripts in which words stand together are joined as they are. */
static void
test_join (void)
{
  static const char *const cases[][3] = {
    {"one", "two", "one two"},
    {"彼は", "払った。", "彼は払った。"},
    {"払った。", "後で", "払った。後で"},
    {"จ่าย", "ภาษี", "จ่ายภาษี"},
    {"彼は", "Anna", "彼は Anna"},
    {"one", "- two", "one\n- two"},
    {"one", "-40 degrees", "one -40 degrees"},
    {"one", "— two", "one\n— two"},
    {"", "two", "two"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GString *words = g_string_new (cases[i][0]);

      sl_spoken_join (words, cases[i][1]);
      g_assert_cmpstr (words->str, ==, cases[i][2]);
      g_string_free (words, TRUE);
    }
}

static guint64
count_steps (guint n)
{
  g_autoptr (GListStore) tracks = g_list_store_new (SL_TYPE_CAPTION_TRACK);
  g_autoptr (SlClip) clip = NULL;
  g_autoptr (SlCasebook) casebook = g_object_new (SL_TYPE_CASEBOOK, "id", "w", "title", "W", "language", "en", NULL);
  g_autoptr (SlWording) first = NULL;
  g_autoptr (SlWording) other = NULL;
  g_autoptr (GListModel) transcript = NULL;
  guint64 n_steps;

  for (guint track = 0; track < 2; track++)
    {
      g_autoptr (GListStore) captions = g_list_store_new (SL_TYPE_CAPTION);
      g_autoptr (SlCaptionTrack) it = g_object_new (SL_TYPE_CAPTION_TRACK, "language", track ? "de" : "en", "file", "f", "captions", captions, NULL);

      /* The others neither begin nor are called alike, and the last comes first. */
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("%u-%u", track, i);
          const gint64     start = (track ? i : n - i) * SECOND + track;
          g_autoptr (SlCaption) caption = g_object_new (SL_TYPE_CAPTION, "id", id, "start", start, "end", start + SECOND, "text", "Some words.", NULL);

          g_list_store_append (captions, caption);
        }
      g_list_store_append (tracks, it);
    }
  clip = g_object_new (SL_TYPE_CLIP, "id", "k", "title", "K", "captions", tracks, NULL);
  first = sl_wording_new (casebook, clip, "en");
  other = sl_wording_new (casebook, clip, "de");
  transcript = sl_transcript_new (casebook, clip, NULL, first, other, &n_steps);
  g_assert_cmpuint (g_list_model_get_n_items (transcript), <, n / 8);
  return n_steps;
}

static void
test_ten_thousand (void)
{
  const guint64 few = count_steps (1000), many = count_steps (10000);

  g_test_message ("%" G_GUINT64_FORMAT " steps for 1,000, %" G_GUINT64_FORMAT " for 10,000", few, many);
  g_assert_cmpuint (many, <, 15 * few);
  g_assert_cmpuint (many, <, 100 * 10000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transcript/random", test_random);
  g_test_add ("/transcript/plain", Fixture, NULL, set_up, test_plain, tear_down);
  g_test_add ("/transcript/beside", Fixture, NULL, set_up, test_beside, tear_down);
  g_test_add ("/transcript/languages", Fixture, NULL, set_up, test_languages, tear_down);
  g_test_add ("/transcript/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add_func ("/transcript/hits", test_hits);
  g_test_add_func ("/transcript/join", test_join);
  g_test_add_func ("/transcript/ten-thousand", test_ten_thousand);
  return g_test_run ();
}
