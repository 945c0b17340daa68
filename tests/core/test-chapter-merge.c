/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The author's chapters with a file's beneath them: what is there, and what must hold whatever is merged. */
#include "chapter-merge.h"
#include "chapter.h"

#define SECOND G_GINT64_CONSTANT (1000000000)

static SlChapter *
make_chapter (const char *id, gint64 start, gint64 end, guint depth, guint number, GListModel *inner)
{
  return g_object_new (SL_TYPE_CHAPTER,
                       "id", id,
                       "title", id,
                       "start", start * SECOND,
                       "end", end * SECOND,
                       "summary", "as it was",
                       "depth", depth,
                       "number", number,
                       "chapters", inner,
                       NULL);
}

/* 0-60: one (0-20), two (20-60) with three (30-40) in it */
static GListModel *
make_authors (void)
{
  GListStore *chapters = g_list_store_new (SL_TYPE_CHAPTER);
  g_autoptr (GListStore) inner = g_list_store_new (SL_TYPE_CHAPTER);
  g_autoptr (SlChapter) three = make_chapter ("three", 30, 40, 1, 1, NULL);
  g_autoptr (SlChapter) one = make_chapter ("one", 0, 20, 0, 1, NULL);
  g_autoptr (SlChapter) two = NULL;

  g_list_store_append (inner, three);
  two = make_chapter ("two", 20, 60, 0, 2, G_LIST_MODEL (inner));
  g_list_store_append (chapters, one);
  g_list_store_append (chapters, two);
  return G_LIST_MODEL (chapters);
}

static void
write_down (GListModel *chapters, guint depth, GString *text)
{
  for (guint i = 0; chapters && i < g_list_model_get_n_items (chapters); i++)
    {
      g_autoptr (SlChapter) chapter = g_list_model_get_item (chapters, i);

      g_assert_cmpuint (sl_chapter_get_depth (chapter), ==, depth);
      g_assert_cmpuint (sl_chapter_get_number (chapter), ==, i + 1);
      g_string_append_printf (text, "%s(", sl_chapter_get_id (chapter));
      write_down (sl_chapter_get_chapters (chapter), depth + 1, text);
      g_string_append (text, ")");
    }
}

static void
check (GListModel *authors, const SlFileChapter *file, guint n, const char *expected)
{
  g_autoptr (GListModel) merged = sl_chapter_merge (authors, file, n);
  g_autoptr (GString) text = g_string_new (NULL);

  write_down (merged, 0, text);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_places (void)
{
  g_autoptr (GListModel) authors = make_authors ();
  const SlFileChapter file[] = {
    {{0, 20 * SECOND + SECOND / 4}, "the same as one"},
    {{2 * SECOND, 6 * SECOND}, "in one"},
    {{3 * SECOND, 4 * SECOND}, "in that"},
    {{18 * SECOND, 22 * SECOND}, "across"},
    {{31 * SECOND, 32 * SECOND}, "in three"},
    {{50 * SECOND, 55 * SECOND}, "in two, behind three"},
    {{70 * SECOND, 80 * SECOND}, NULL},
    {{90 * SECOND, 90 * SECOND}, "of no length"},
    {{-5 * SECOND, 90 * SECOND}, "from before the film"},
  };
  g_autoptr (GListModel) merged = NULL;
  g_autoptr (SlChapter) one = NULL;

  check (authors, file, G_N_ELEMENTS (file), "one(file-2(file-3()))two(three(file-5())file-6())file-7()");
  check (authors, file, 1, "one()two(three())");
  check (NULL, file, 3, "file-1(file-2(file-3()))");
  check (NULL, NULL, 0, "");
  merged = sl_chapter_merge (authors, file, G_N_ELEMENTS (file));
  one = g_list_model_get_item (merged, 0);
  g_assert_cmpstr (sl_chapter_get_summary (one), ==, "as it was");
  g_clear_object (&merged);
  merged = sl_chapter_merge (authors, file, 1);
  g_assert_true (merged == authors);
}

/* Whatever a file says: each of the author's is there, children lie within their parents, siblings do not overlap
 * unless the author's did, and all are in order. */
static void
check_level (GListModel *chapters, gint64 from, gint64 until, guint *n_authors)
{
  gint64 last = from;

  for (guint i = 0; chapters && i < g_list_model_get_n_items (chapters); i++)
    {
      g_autoptr (SlChapter) chapter = g_list_model_get_item (chapters, i);

      g_assert_cmpint (sl_chapter_get_start (chapter), >=, last);
      g_assert_cmpint (sl_chapter_get_end (chapter), <=, until);
      *n_authors += !g_str_has_prefix (sl_chapter_get_id (chapter), "file-");
      last = sl_chapter_get_end (chapter);
      check_level (sl_chapter_get_chapters (chapter), sl_chapter_get_start (chapter), sl_chapter_get_end (chapter), n_authors);
    }
}

static void
test_any (void)
{
  g_autoptr (GListModel) authors = make_authors ();

  for (guint round = 0; round < 500; round++)
    {
      SlFileChapter file[40];
      const guint   n = (guint)g_test_rand_int_range (0, 40);
      guint         n_authors = 0;
      g_autoptr (GListModel) merged = NULL;

      for (guint i = 0; i < n; i++)
        {
          const gint64 start = g_test_rand_int_range (-10, 1000) * SECOND / 10;

          file[i] = (SlFileChapter){{start, start + g_test_rand_int_range (-10, 400) * SECOND / 10}, "x"};
        }
      merged = sl_chapter_merge (authors, file, n);
      check_level (merged, 0, G_MAXINT64, &n_authors);
      g_assert_cmpuint (n_authors, ==, 3);
    }
}

/* The same said again without a tree: what was taken, with its parent, in the order in which it was taken. */
typedef struct
{
  gint64 start, end;
  int    parent;
  guint  depth;
  guint  number;
} Taken;

static void
write_twin (const Taken *taken, guint n, int parent, GString *text)
{
  gint64 last = -1;

  for (;;)
    {
      const Taken *next = NULL;

      for (guint i = 0; i < n; i++)
        if (taken[i].parent == parent && taken[i].start > last && (next == NULL || taken[i].start < next->start))
          next = &taken[i];
      if (next == NULL)
        return;
      last = next->start;
      g_string_append_printf (text, "file-%u(", next->number);
      write_twin (taken, n, (int)(next - taken), text);
      g_string_append (text, ")");
    }
}

/* @start, @end: cut to what holds it, by no more than half a second. Returns: the innermost, -1 for none, or -2 where
 * it runs across a border */
static int
find_parent (const Taken *taken, guint n, gint64 *start, gint64 *end)
{
  int parent = -1;

  for (gboolean deeper = TRUE; deeper;)
    {
      deeper = FALSE;
      for (guint i = 0; i < n && !deeper; i++)
        {
          const Taken *other = &taken[i];

          if (other->parent != parent || *start >= other->end || *end <= other->start)
            continue;
          if (other->start - *start > SECOND / 2 || *end - other->end > SECOND / 2)
            return -2;
          *start = MAX (*start, other->start);
          *end = MIN (*end, other->end);
          parent = (int)i;
          deeper = TRUE;
        }
    }
  return parent;
}

/* Many equal spans, and spans in one another without end. */
static void
test_deep (void)
{
  for (guint round = 0; round < 300; round++)
    {
      SlFileChapter file[60];
      Taken         taken[60];
      guint         n_taken = 0;
      g_autoptr (GListModel) merged = NULL;
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint i = 0; i < G_N_ELEMENTS (file); i++)
        {
          const gint64 a = g_test_rand_int_range (0, 6), b = g_test_rand_int_range (0, 6);
          gint64       start = MIN (a, b) * SECOND, end = (MAX (a, b) + 1) * SECOND;
          int          parent;

          if (round % 2)
            start = (gint64)i * SECOND / 10, end = (200 - (gint64)i) * SECOND / 10;
          file[i] = (SlFileChapter){{start, end}, (char *)"x"};
          parent = find_parent (taken, n_taken, &start, &end);
          if (parent == -2 || (parent >= 0 && taken[parent].depth == 7))
            continue;
          taken[n_taken++] = (Taken){start, end, parent, parent < 0 ? 0 : taken[parent].depth + 1, i + 1};
        }
      merged = sl_chapter_merge (NULL, file, G_N_ELEMENTS (file));
      write_down (merged, 0, found);
      write_twin (taken, n_taken, -1, expected);
      g_assert_cmpstr (found->str, ==, expected->str);
    }
}

/* As many as there are, none needs more of the stack than the one before. */
static void
test_endless (void)
{
  const guint               n = 300000;
  g_autofree SlFileChapter *file = g_new0 (SlFileChapter, n);
  g_autoptr (GListModel) merged = NULL;

  for (guint i = 0; i < n; i++)
    file[i].span = (SlSpan){0, 60 * SECOND};
  merged = sl_chapter_merge (NULL, file, n);
  g_assert_cmpuint (g_list_model_get_n_items (merged), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chapter-merge/places", test_places);
  g_test_add_func ("/chapter-merge/any", test_any);
  g_test_add_func ("/chapter-merge/deep", test_deep);
  g_test_add_func ("/chapter-merge/endless", test_endless);
  return g_test_run ();
}
