/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The author's chapters and those in the film's file, as one tree. Chapters never change, so what gets a new child
 * is made anew with it.
 */
#include "chapter-merge.h"

#include "chapter.h"

#define DEEPEST 8                            /* levels; beyond that nobody finds the way, and a file of equal spans would have as many as chapters */
#define SAME (G_GINT64_CONSTANT (500000000)) /* nanoseconds that the two may differ by and mean the same */

typedef struct
{
  SlChapter           *author; /* (nullable) (not owned) */
  const SlFileChapter *file;   /* (nullable) */
  guint                number; /* of the file's, from 1 */
  SlSpan               span;
  gboolean             changed; /* something was added in it */
  GPtrArray           *nodes;
} Node;

static void
node_free (gpointer data)
{
  Node *node = data;

  g_ptr_array_unref (node->nodes);
  g_free (node);
}

static GPtrArray *
new_level (void)
{
  return g_ptr_array_new_with_free_func (node_free);
}

static GPtrArray *
list_authors (GListModel *chapters)
{
  GPtrArray  *level = new_level ();
  const guint n = chapters ? g_list_model_get_n_items (chapters) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SlChapter) chapter = g_list_model_get_item (chapters, i);
      Node *node = g_new0 (Node, 1);

      node->author = chapter; /* the list keeps it alive */
      node->span = (SlSpan){sl_chapter_get_start (chapter), sl_chapter_get_end (chapter)};
      node->nodes = list_authors (sl_chapter_get_chapters (chapter));
      g_ptr_array_add (level, node);
    }
  return level;
}

static gboolean
is_same (const SlSpan *a, const SlSpan *b)
{
  return ABS (a->start - b->start) <= SAME && ABS (a->end - b->end) <= SAME;
}

/* Whether @outer holds all of @inner, but for a little that @inner then loses. */
static gboolean
holds (const SlSpan *outer, SlSpan *inner)
{
  const SlSpan kept = {MAX (inner->start, outer->start), MIN (inner->end, outer->end)};

  if (kept.end <= kept.start || kept.start - inner->start > SAME || inner->end - kept.end > SAME)
    return FALSE;
  *inner = kept;
  return TRUE;
}

/* @span: what of @chapter is inside the levels around. Returns: whether it found a place in @level */
static gboolean
add (GPtrArray *level, guint depth, const SlFileChapter *chapter, SlSpan span, guint number)
{
  guint place = 0;
  Node *added;

  for (guint i = 0; i < level->len; i++)
    {
      Node *node = g_ptr_array_index (level, i);

      if (node->author && is_same (&node->span, &span))
        return FALSE;
      if (holds (&node->span, &span))
        {
          const gboolean found = depth + 1 < DEEPEST && add (node->nodes, depth + 1, chapter, span, number);

          node->changed |= found;
          return found;
        }
      if (span.start < node->span.end && node->span.start < span.end)
        return FALSE;
      if (node->span.start <= span.start)
        place = i + 1;
    }
  added = g_new0 (Node, 1);
  added->file = chapter;
  added->number = number;
  added->span = span;
  added->nodes = new_level ();
  g_ptr_array_insert (level, (int)place, added);
  return TRUE;
}

static GListModel *build (GPtrArray *level, guint depth);

static SlChapter *
copy_author (Node *node, GListModel *inner, guint depth, guint number)
{
  return g_object_new (SL_TYPE_CHAPTER,
                       "id", sl_chapter_get_id (node->author),
                       "title", sl_chapter_get_title (node->author),
                       "start", node->span.start,
                       "end", node->span.end,
                       "summary", sl_chapter_get_summary (node->author),
                       "image", sl_chapter_get_image (node->author),
                       "alt", sl_chapter_get_alt (node->author),
                       "approximate", sl_chapter_get_approximate (node->author),
                       "hidden", sl_chapter_get_hidden (node->author),
                       "advisory", sl_chapter_get_advisory (node->author),
                       "depth", depth,
                       "number", number,
                       "chapters", inner,
                       NULL);
}

static SlChapter *
make_chapter (Node *node, guint depth, guint number)
{
  g_autoptr (GListModel) inner = build (node->nodes, depth + 1);
  g_autofree char *id = g_strdup_printf ("file-%u", node->number);

  if (node->author && !node->changed && sl_chapter_get_number (node->author) == number)
    return g_object_ref (node->author);
  if (node->author)
    return copy_author (node, inner, depth, number);
  return g_object_new (SL_TYPE_CHAPTER,
                       "id", id,
                       "title", node->file->title ? node->file->title : "",
                       "start", node->span.start,
                       "end", node->span.end,
                       "depth", depth,
                       "number", number,
                       "chapters", inner,
                       NULL);
}

/* Returns: (transfer full) (nullable): NULL where there are none */
static GListModel *
build (GPtrArray *level, guint depth)
{
  GListStore *chapters;

  if (level->len == 0)
    return NULL;
  chapters = g_list_store_new (SL_TYPE_CHAPTER);
  for (guint i = 0; i < level->len; i++)
    {
      g_autoptr (SlChapter) chapter = make_chapter (g_ptr_array_index (level, i), depth, i + 1);

      g_list_store_append (chapters, chapter);
    }
  return G_LIST_MODEL (chapters);
}

GListModel *
sl_chapter_merge (GListModel *authors, const SlFileChapter *file, guint n_file)
{
  g_autoptr (GPtrArray) level = list_authors (authors);
  gboolean changed = FALSE;

  for (guint i = 0; i < n_file; i++)
    if (file[i].span.start >= 0 && file[i].span.end > file[i].span.start)
      changed |= add (level, 0, &file[i], file[i].span, i + 1);
  if (!changed)
    return authors ? g_object_ref (authors) : NULL;
  return build (level, 0);
}
