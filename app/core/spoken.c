/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The captions of two languages beside each other, line by line. Files of captions that were cut alike have the same ids
 * or the same starts; where they were not, words go to what is being said when they are.
 */
#include "spoken.h"

#include "safe-text.h"

#define NEAR (3 * G_GINT64_CONSTANT (1000000000)) /* after the end of a line, in which others' words are still for it */

static void
line_free (SlSpokenLine *line)
{
  for (guint i = 0; i < SL_PASSAGE_SIDES; i++)
    if (line->words[i])
      g_string_free (line->words[i], TRUE);
  g_free (line->id);
  g_free (line->speaker);
  g_free (line);
}

/* Scripts whose words stand together. */
static gboolean
is_without_spaces (gunichar c)
{
  static const GUnicodeScript scripts[] = {
    G_UNICODE_SCRIPT_HAN,
    G_UNICODE_SCRIPT_HIRAGANA,
    G_UNICODE_SCRIPT_KATAKANA,
    G_UNICODE_SCRIPT_BOPOMOFO,
    G_UNICODE_SCRIPT_THAI,
    G_UNICODE_SCRIPT_LAO,
    G_UNICODE_SCRIPT_KHMER,
    G_UNICODE_SCRIPT_MYANMAR,
    G_UNICODE_SCRIPT_TIBETAN,
    G_UNICODE_SCRIPT_YI,
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (scripts[i] == g_unichar_get_script (c))
      return TRUE;
  return (c >= 0x3000 && c <= 0x303f) || (c >= 0xff00 && c <= 0xff0f); /* their punctuation */
}

/* Somebody else speaks: not a number below zero. */
static gboolean
begins_dialogue (const char *line)
{
  const gunichar c = g_utf8_get_char (line);

  return (c == '-' || c == 0x2010 || c == 0x2013 || c == 0x2014) && !g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (line)));
}

void
sl_spoken_join (GString *words, const char *more)
{
  g_return_if_fail (words != NULL && more != NULL);

  if (words->len > 0 && *more != '\0')
    {
      const gunichar before = g_utf8_get_char (g_utf8_prev_char (words->str + words->len));
      const gunichar behind = g_utf8_get_char (more);

      if (begins_dialogue (more))
        g_string_append_c (words, '\n');
      else if (!g_unichar_isspace (before) && !(is_without_spaces (before) && is_without_spaces (behind)))
        g_string_append_c (words, ' ');
    }
  g_string_append (words, more);
}

/* Lines of a caption are there because of its width, unless somebody else speaks in them. @words: (nullable) */
static GString *
add_words (GString *words, const char *text)
{
  g_autofree char *safe = sl_safe_text_paragraph (text, SL_SAFE_TEXT_WHOLE);
  g_auto (GStrv) lines = g_strsplit (safe, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] == '\0')
        continue;
      if (words == NULL)
        words = g_string_new (NULL);
      sl_spoken_join (words, lines[i]);
    }
  return words;
}

static SlSpokenLine *
line_new (SlCaption *caption, guint side, const char *text, gboolean is_own)
{
  GString      *words = add_words (NULL, text);
  SlSpokenLine *line;

  if (words == NULL)
    return NULL;
  line = g_new0 (SlSpokenLine, 1);
  line->start = sl_caption_get_start (caption);
  line->end = MAX (sl_caption_get_end (caption), line->start);
  line->id = g_strdup (sl_caption_get_id (caption));
  line->speaker = sl_caption_get_speaker (caption) ? sl_safe_text_line (sl_caption_get_speaker (caption), SL_SAFE_TEXT_TITLE) : NULL;
  line->words[side] = words;
  line->is_own[side] = is_own;
  return line;
}

/* What @wording has for @text of a caption in the casebook's language. */
static const char *
translate (SlWording *wording, SlClip *clip, SlLines kind, const char *id, const char *text, gboolean *is_own)
{
  g_autofree char *context = g_strdup_printf ("clip/%s/%s/%s", sl_clip_get_id (clip), sl_wording_get_context (kind), id);

  return sl_wording_say (wording, context, text, is_own);
}

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer n_steps)
{
  const SlSpokenLine *left = *(SlSpokenLine *const *)a, *right = *(SlSpokenLine *const *)b;

  ++*(guint64 *)n_steps;
  return left->start < right->start ? -1 : left->start > right->start;
}

static void
sort (GPtrArray *lines, guint64 *n_steps)
{
  g_ptr_array_sort_with_data (lines, compare_lines, n_steps);
}

static void
add_first (GPtrArray *lines, SlClip *clip, SlLines kind, SlWording *wording, guint64 *n_steps)
{
  GListModel   *own = sl_wording_get_lines (wording, kind);
  GListModel   *captions = own ? own : sl_wording_get_source_lines (wording, kind);
  SlSpokenLine *line;

  for (guint i = 0; captions && i < g_list_model_get_n_items (captions); i++)
    {
      g_autoptr (SlCaption) caption = g_list_model_get_item (captions, i);
      const char *text = sl_caption_get_text (caption);
      gboolean    is_own = TRUE;

      ++*n_steps;
      if (own == NULL)
        text = translate (wording, clip, kind, sl_caption_get_id (caption), text, &is_own);
      line = line_new (caption, 0, text, is_own);
      if (line)
        g_ptr_array_add (lines, line);
    }
  sort (lines, n_steps);
}

/* Returns: (nullable): of the lines that begin until @time, the last */
static SlSpokenLine *
find_line_at (GPtrArray *lines, gint64 time, guint64 *n_steps)
{
  guint low = 0, high = lines->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      ++*n_steps;
      if (((SlSpokenLine *)lines->pdata[middle])->start <= time)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? lines->pdata[low - 1] : NULL;
}

/* Returns: (nullable): the line that @caption has the words for */
static SlSpokenLine *
find_match (GPtrArray *lines, GHashTable *by_id, GHashTable *by_start, SlCaption *caption, guint64 *n_steps)
{
  const gint64  start = sl_caption_get_start (caption);
  SlSpokenLine *line = g_hash_table_lookup (by_id, sl_caption_get_id (caption));

  ++*n_steps;
  if (line == NULL)
    line = g_hash_table_lookup (by_start, &start);
  if (line == NULL)
    {
      line = find_line_at (lines, start, n_steps);
      if (line && start > line->end + NEAR)
        line = NULL;
    }
  return line;
}

/* Those that begin with something of their own first: of many lines with one id or start the first has it. */
static void
index_lines (GPtrArray *lines, GHashTable *by_id, GHashTable *by_start)
{
  for (guint i = lines->len; i > 0; i--)
    {
      SlSpokenLine *line = lines->pdata[i - 1];

      g_hash_table_insert (by_id, line->id, line);
      g_hash_table_insert (by_start, &line->start, line);
    }
}

static void
add_other (GPtrArray *lines, GListModel *captions, guint64 *n_steps)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_start = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  index_lines (lines, by_id, by_start);
  for (guint i = 0; i < g_list_model_get_n_items (captions); i++)
    {
      g_autoptr (SlCaption) caption = g_list_model_get_item (captions, i);
      SlSpokenLine *line = find_match (lines, by_id, by_start, caption, n_steps);

      if (line)
        {
          line->words[1] = add_words (line->words[1], sl_caption_get_text (caption));
          line->is_own[1] = TRUE;
        }
      else if ((line = line_new (caption, 1, sl_caption_get_text (caption), TRUE)))
        g_ptr_array_add (alone, line);
    }
  g_ptr_array_extend (lines, alone, NULL, NULL);
  sort (lines, n_steps);
}

/* Without captions of its own a language may have them in its catalogue. */
static void
add_translations (GPtrArray *lines, SlClip *clip, SlLines kind, SlWording *other, guint64 *n_steps)
{
  GListModel *source = sl_wording_get_source_lines (other, kind);
  g_autoptr (GListStore) captions = g_list_store_new (SL_TYPE_CAPTION);

  for (guint i = 0; source && i < g_list_model_get_n_items (source); i++)
    {
      g_autoptr (SlCaption) caption = g_list_model_get_item (source, i);
      g_autoptr (SlCaption) translated = NULL;
      gboolean    is_own;
      const char *text = translate (other, clip, kind, sl_caption_get_id (caption), sl_caption_get_text (caption), &is_own);

      if (!is_own)
        continue;
      translated = g_object_new (SL_TYPE_CAPTION, "id", sl_caption_get_id (caption), "start", sl_caption_get_start (caption),
                                 "end", sl_caption_get_end (caption), "text", text, NULL);
      g_list_store_append (captions, translated);
    }
  add_other (lines, G_LIST_MODEL (captions), n_steps);
}

GPtrArray *
sl_spoken_collect (SlClip *clip, SlLines kind, SlWording *first, SlWording *other, guint64 *n_steps)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);

  g_return_val_if_fail (SL_IS_CLIP (clip) && first != NULL && n_steps != NULL, lines);

  add_first (lines, clip, kind, first, n_steps);
  if (other && sl_wording_get_lines (other, kind))
    add_other (lines, sl_wording_get_lines (other, kind), n_steps);
  else if (other && sl_wording_has_catalogue (other))
    add_translations (lines, clip, kind, other, n_steps);
  return lines;
}
