/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chapters as a tree and as a list: casebooks nest them, and most other formats know times only.
 */
#include "records-chapters.h"

#include "records-fields.h"

/* Deeper than people nest chapters, and flatter than the JSON that is read again may be. */
#define MAX_DEPTH 16

/* Returns: (transfer full) (element-type gint64): where the chapters begin that say it, in order */
static GArray *
sort_starts (JsonArray *chapters)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < json_array_get_length (chapters); i++)
    {
      JsonObject *record = sl_record_get_element (chapters, i);
      gint64      start = record != NULL ? sl_record_get_time (record, "from") : SL_TIME_NONE;

      if (start != SL_TIME_NONE)
        g_array_append_val (starts, start);
    }
  sl_times_sort (starts);
  return starts;
}

/* Where a chapter from @start on ends by what stands around it. */
static gint64
find_end (GArray *starts, gint64 start, gint64 around)
{
  const gint64 next = sl_times_find_after (starts, start);

  if (next == SL_TIME_NONE || around == SL_TIME_NONE)
    return next != SL_TIME_NONE ? next : around;
  return MIN (next, around);
}

static void
flatten (GArray *flat, JsonArray *chapters, guint depth, gint64 around)
{
  g_autoptr (GArray) starts = sort_starts (chapters);

  for (guint i = 0; i < json_array_get_length (chapters); i++)
    {
      JsonObject   *record = sl_record_get_element (chapters, i);
      SlFlatChapter chapter = {.record = record, .depth = depth};
      JsonArray    *inner;
      gint64        end;

      if (record == NULL)
        continue;
      chapter.span.start = MAX (sl_record_get_time (record, "from"), 0);
      end = sl_record_get_time (record, "to");
      chapter.own_end = end != SL_TIME_NONE;
      if (!chapter.own_end)
        end = find_end (starts, sl_record_get_time (record, "from"), around);
      chapter.has_end = end > chapter.span.start;
      chapter.span.end = MAX (end, chapter.span.start);
      g_array_append_val (flat, chapter);
      inner = sl_record_get_array (record, "chapters");
      if (inner != NULL)
        flatten (flat, inner, depth + 1, chapter.has_end ? chapter.span.end : around);
    }
}

GArray *
sl_chapters_flatten (JsonArray *chapters, gint64 duration)
{
  GArray *flat = g_array_new (FALSE, TRUE, sizeof (SlFlatChapter));

  g_return_val_if_fail (chapters != NULL, flat);

  flatten (flat, chapters, 0, duration);
  return flat;
}

/* Every chapter with its place, as g_array_sort () does not keep the order of equals. */
typedef struct
{
  SlFlatChapter chapter;
  guint         order;
} Sorted;

static int
compare (gconstpointer a, gconstpointer b)
{
  const Sorted *one = a;
  const Sorted *other = b;

  if (one->chapter.span.start != other->chapter.span.start)
    return one->chapter.span.start < other->chapter.span.start ? -1 : 1;
  if (one->chapter.span.end != other->chapter.span.end)
    return one->chapter.span.end > other->chapter.span.end ? -1 : 1;
  return one->order < other->order ? -1 : 1;
}

gboolean
sl_chapters_sort (GArray *flat)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));
  gboolean changed = FALSE;

  g_return_val_if_fail (flat != NULL, FALSE);

  for (guint i = 0; i < flat->len; i++)
    {
      Sorted item = {g_array_index (flat, SlFlatChapter, i), i};

      g_array_append_val (sorted, item);
    }
  g_array_sort (sorted, compare);
  for (guint i = 0; i < flat->len; i++)
    {
      const Sorted *item = &g_array_index (sorted, Sorted, i);

      changed = changed || item->order != i;
      g_array_index (flat, SlFlatChapter, i) = item->chapter;
    }
  return changed;
}

static gboolean
is_inside (const SlFlatChapter *inner, const SlFlatChapter *outer)
{
  return inner->span.start < outer->span.end && inner->span.end <= outer->span.end;
}

gboolean
sl_chapters_nest (GArray *flat)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint)); /* numbers of those around */
  gboolean changed = FALSE;

  g_return_val_if_fail (flat != NULL, FALSE);

  for (guint i = 0; i < flat->len; i++)
    {
      SlFlatChapter *chapter = &g_array_index (flat, SlFlatChapter, i);

      while (open->len > 0 &&
             !is_inside (chapter, &g_array_index (flat, SlFlatChapter, g_array_index (open, guint, open->len - 1))))
        g_array_set_size (open, open->len - 1);
      changed = changed || chapter->depth != open->len;
      chapter->depth = open->len;
      if (open->len < MAX_DEPTH)
        g_array_append_val (open, i);
    }
  return changed;
}

void
sl_chapters_build (GArray *flat, JsonArray *chapters)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new (); /* the list for each depth that is open */

  g_return_if_fail (flat != NULL && chapters != NULL);

  g_ptr_array_add (lists, chapters);
  for (guint i = 0; i < flat->len; i++)
    {
      const SlFlatChapter *chapter = &g_array_index (flat, SlFlatChapter, i);
      gboolean             has_inner = i + 1 < flat->len && chapter[1].depth > chapter->depth;

      g_ptr_array_set_size (lists, (int)MIN (chapter->depth + 1, lists->len));
      json_array_add_object_element (lists->pdata[lists->len - 1], chapter->record);
      if (has_inner)
        {
          JsonArray *inner = json_array_new ();

          json_object_set_array_member (chapter->record, "chapters", inner);
          g_ptr_array_add (lists, inner);
        }
    }
}
