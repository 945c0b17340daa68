/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is at a time of a film, in the words that stand over the seek strip. Leaves out what is looked for, and marks. */
#include "config.h"

#include "strip-words.h"

#include "chapter.h"
#include "note-words.h"
#include "rich-text.h"
#include "words.h"

#include <glib/gi18n-lib.h>

/* The innermost chapter at @time. Returns: (transfer none) (nullable) */
static SlChapter *
chapter_at (SlSession *session, gint64 time)
{
  GListModel *chapters = sl_session_get_chapters (session);
  SlChapter  *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (chapters); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (chapters, i);

      if (sl_span_contains (sl_cue_get_span (cue), time))
        found = SL_CHAPTER (sl_cue_get_record (cue));
    }
  return found;
}

/* Returns: the place of the first of @notes that begins at @time or later. They stand in the order of their beginnings. */
static guint
find_first (GListModel *notes, gint64 time)
{
  guint first = 0, end = g_list_model_get_n_items (notes);

  while (first < end)
    {
      const guint middle = first + (end - first) / 2;
      g_autoptr (SlCue) cue = g_list_model_get_item (notes, middle);

      if (sl_cue_get_start (cue) < time)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

/* The note that begins the nearest to @time, at most @near from it. What comes later and is hidden stays without a name.
 * This is asked with every movement of a pointer, of films with ten thousand notes. Returns: (transfer full) (nullable) */
static SlCue *
find_note (SlSession *session, gint64 time, gint64 near)
{
  GListModel    *notes = sl_session_get_notes (session);
  const gboolean hides_later = sl_reading_get_hides_later (sl_session_get_reading (session));
  const gint64   last = hides_later ? MIN (time + near, sl_session_get_time (session)) : time + near;
  SlCue         *nearest = NULL;
  gint64         least = near;

  for (guint i = find_first (notes, time - near); i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (notes, i);
      const gint64 start = sl_cue_get_start (cue), way = ABS (start - time);

      if (start > last)
        break;
      if (way > least)
        continue;
      least = way;
      nearest = cue; /* the list keeps it */
    }
  return nearest ? g_object_ref (nearest) : NULL;
}

char *
sl_strip_words_name (SlSession *session, gint64 time, gint64 near)
{
  SlChapter       *chapter = chapter_at (session, time);
  g_autofree char *at = sl_words_time (time);
  g_autofree char *title = chapter ? sl_rich_text_inside (sl_chapter_get_title (chapter)) : NULL;
  g_autoptr (SlCue) note = find_note (session, time, near);
  g_autofree char *name = note ? sl_note_words_name (note) : NULL;

  if (name && title)
    /* Translators: shown while pointing at a note on the film’s time: the time, the note’s title, the chapter’s title. */
    return g_strdup_printf (C_ ("time in a film", "%1$s %2$s (%3$s)"), at, name, title);
  if (name || title)
    /* Translators: shown while pointing at the film’s time: the time, then the chapter’s title. */
    return g_strdup_printf (C_ ("time in a film", "%1$s %2$s"), at, name ? name : title);
  return g_steal_pointer (&at);
}
