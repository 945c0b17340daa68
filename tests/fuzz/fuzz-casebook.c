/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whole casebooks: an input is several files, each behind a line "@path". What is read keeps the promises
 * on which those who show it rely.
 */
#include "casebook-reader.h"
#include "chapter.h"
#include "citation.h"
#include "note.h"
#include "span.h"
#include "target.h"

#include <string.h>

static GHashTable *
split_files (const char *data, gsize size)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  const char *end = data + size;

  while (data < end && *data == '@')
    {
      const char *line_end = memchr (data, '\n', (gsize)(end - data));
      const char *next;
      const char *body;

      if (line_end == NULL)
        break;
      body = line_end + 1;
      next = g_strstr_len (line_end, end - line_end, "\n@");
      next = next != NULL ? next + 1 : end;
      g_hash_table_insert (files, g_strndup (data + 1, (gsize)(line_end - data - 1)),
                           g_bytes_new (body, (gsize)(MAX (next, body) - body)));
      data = next;
    }
  return files;
}

static void
check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static guint
count (GListModel *list)
{
  g_assert_true (list == NULL || g_list_model_get_n_items (list) > 0);
  return list != NULL ? g_list_model_get_n_items (list) : 0;
}

static void
check_chapters (GListModel *chapters, gint64 start, gint64 end, guint depth)
{
  for (guint i = 0; i < count (chapters); i++)
    {
      g_autoptr (SlChapter) chapter = g_list_model_get_item (chapters, i);

      g_assert_cmpuint (sl_chapter_get_depth (chapter), ==, depth);
      g_assert_cmpuint (sl_chapter_get_number (chapter), ==, i + 1);
      g_assert_cmpint (sl_chapter_get_start (chapter), >=, start);
      g_assert_cmpint (sl_chapter_get_start (chapter), <=, sl_chapter_get_end (chapter));
      g_assert_cmpint (sl_chapter_get_end (chapter), <=, end);
      check_text (sl_chapter_get_title (chapter));
      check_chapters (sl_chapter_get_chapters (chapter), sl_chapter_get_start (chapter), sl_chapter_get_end (chapter), depth + 1);
    }
}

static void
check_note (SlCasebook *casebook, SlNote *note, gint64 *last_start, gint64 duration)
{
  const char *const *facts = sl_note_get_facts (note);

  g_assert_cmpint (sl_note_get_start (note), >=, *last_start);
  g_assert_cmpint (sl_note_get_start (note), <=, sl_note_get_end (note));
  g_assert_cmpint (sl_note_get_end (note), <=, duration);
  *last_start = sl_note_get_start (note);
  for (guint i = 0; facts[i] != NULL; i++)
    g_assert_nonnull (sl_casebook_lookup_fact (casebook, facts[i]));
}

static void
check_clip (SlCasebook *casebook, SlClip *clip)
{
  gint64 duration = sl_clip_get_duration (clip);
  gint64 last_start = 0;

  g_assert_cmpint (duration, <=, SL_TIME_MAX);
  g_assert_true (sl_clip_get_film (clip) == NULL || sl_casebook_lookup_film (casebook, sl_clip_get_film (clip)) != NULL);
  check_chapters (sl_clip_get_chapters (clip), 0, duration, 0);
  for (guint i = 0; i < count (sl_clip_get_notes (clip)); i++)
    {
      g_autoptr (SlNote) note = g_list_model_get_item (sl_clip_get_notes (clip), i);

      check_note (casebook, note, &last_start, duration);
    }
}

static void
check_fact (SlFact *fact)
{
  gboolean has_court = FALSE;

  for (guint i = 0; i < count (sl_fact_get_citations (fact)); i++)
    {
      g_autoptr (SlCitation) citation = g_list_model_get_item (sl_fact_get_citations (fact), i);

      g_assert_nonnull (sl_citation_get_source (citation));
      if (sl_source_get_source_type (sl_citation_get_source (citation)) == SL_SOURCE_TYPE_COURT)
        has_court = TRUE;
    }
  g_assert_nonnull (sl_fact_get_as_of (fact));
  g_assert_cmpint (sl_fact_get_standing (fact), !=, SL_STANDING_NONE);
  check_text (sl_fact_get_statement (fact));
  if (sl_fact_get_withheld (fact) != NULL)
    return;
  g_assert_cmpuint (count (sl_fact_get_citations (fact)), >, 0);
  g_assert_true (has_court || sl_fact_get_standing (fact) != SL_STANDING_ESTABLISHED_COURT);
  g_assert_true (count (sl_fact_get_disputes (fact)) > 0 || sl_fact_get_standing (fact) != SL_STANDING_DISPUTED);
}

static void
check_casebook (SlCasebook *casebook)
{
  g_assert_nonnull (sl_casebook_get_version (casebook));
  check_text (sl_casebook_get_title (casebook));
  for (guint i = 0; i < count (sl_casebook_get_facts (casebook)); i++)
    {
      g_autoptr (SlFact) fact = g_list_model_get_item (sl_casebook_get_facts (casebook), i);

      check_fact (fact);
      g_assert_true (sl_casebook_lookup_fact (casebook, sl_fact_get_id (fact)) == fact);
    }
  for (guint i = 0; i < count (sl_casebook_get_clips (casebook)); i++)
    {
      g_autoptr (SlClip) clip = g_list_model_get_item (sl_casebook_get_clips (casebook), i);

      check_clip (casebook, clip);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GHashTable) files = split_files ((const char *)data, size);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = sl_casebook_reader_read_bytes (files, &findings, &error);

  g_assert_true ((casebook != NULL) == (error == NULL));
  g_assert_nonnull (findings);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = sl_finding_to_string (findings->pdata[i]);

      g_assert_null (strchr (line, '\n'));
      check_text (line);
    }
  if (casebook != NULL)
    check_casebook (casebook);
  else
    g_assert_cmpuint (findings->len, >, 0);
  return 0;
}
