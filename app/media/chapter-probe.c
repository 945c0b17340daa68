/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The chapters in a file, as GStreamer tells them. It puts the start of the next chapter in the place of an
 * end, also where that makes the chapter end before it begins, and joins titles of several languages; so
 * ends are worked out here, and the first title counts. Hidden chapters do not arrive at all.
 */
#include "chapter-probe.h"

#include "probe-chapter.h"

static void
chapter_free (SlProbeChapter *chapter)
{
  g_free (chapter->title);
  g_free (chapter);
}

static gint64
get_start (GstTocEntry *entry)
{
  gint64 start = -1;
  gint64 stop = -1;

  if (!gst_toc_entry_get_start_stop_times (entry, &start, &stop))
    return 0;
  return MAX (start, 0);
}

static char *
dup_title (GstTocEntry *entry)
{
  GstTagList *tags = gst_toc_entry_get_tags (entry);
  char       *title = NULL;

  if (tags != NULL)
    gst_tag_list_get_string_index (tags, GST_TAG_TITLE, 0, &title);
  return title;
}

/* The nearest start behind @start among @siblings, or @end. */
static gint64
find_end (GList *siblings, gint64 start, gint64 end)
{
  for (GList *item = siblings; item != NULL; item = item->next)
    {
      const gint64 other = get_start (item->data);

      if (other > start && (other < end || end < 0))
        end = other;
    }
  return MAX (end, start);
}

/* @end: of the parent, or of the file */
static void
add_entries (GPtrArray *chapters, GList *entries, gint64 end, guint depth)
{
  for (GList *item = entries; item != NULL; item = item->next)
    {
      SlProbeChapter *chapter = g_new0 (SlProbeChapter, 1);

      chapter->title = dup_title (item->data);
      chapter->start = get_start (item->data);
      chapter->end = find_end (entries, chapter->start, end);
      chapter->depth = depth;
      g_ptr_array_add (chapters, chapter);
      add_entries (chapters, gst_toc_entry_get_sub_entries (item->data), chapter->end, depth + 1);
    }
}

GPtrArray *
sl_chapter_probe_read (GstToc *toc, gint64 duration)
{
  GPtrArray *chapters = g_ptr_array_new_with_free_func ((GDestroyNotify)chapter_free);
  GList     *entries;

  g_return_val_if_fail (toc != NULL, chapters);

  entries = gst_toc_get_entries (toc);
  if (entries != NULL && gst_toc_entry_get_entry_type (entries->data) == GST_TOC_ENTRY_TYPE_EDITION)
    entries = gst_toc_entry_get_sub_entries (entries->data);
  add_entries (chapters, entries, duration, 0);
  return chapters;
}
