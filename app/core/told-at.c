/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a fact to the film: the way back from what a note names. What it leads to is the view's. */
#include "told-at.h"

#include "moment.h"
#include "note.h"

static void
add (GPtrArray *moments, SlClip *clip, gint64 start, gint64 end)
{
  if (start > sl_clip_get_duration (clip))
    return;
  g_ptr_array_add (moments, g_object_new (SL_TYPE_MOMENT, "clip", sl_clip_get_id (clip), "start", start, "end", end, NULL));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const gint64 left = sl_moment_get_start (*(SlMoment *const *)a), right = sl_moment_get_start (*(SlMoment *const *)b);

  return left < right ? -1 : left > right;
}

/* What @fact says itself, and what the notes do. */
static void
add_clip (GPtrArray *all, SlFact *fact, SlClip *clip)
{
  g_autoptr (GPtrArray) moments = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *own = sl_fact_get_moments (fact), *notes = sl_clip_get_notes (clip);

  for (guint i = 0; own && i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (SlMoment) moment = g_list_model_get_item (own, i);

      if (g_str_equal (sl_moment_get_clip (moment), sl_clip_get_id (clip)))
        add (moments, clip, sl_moment_get_start (moment), sl_moment_get_end (moment));
    }
  for (guint i = 0; notes && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (SlNote) note = g_list_model_get_item (notes, i);

      const char *const *facts = sl_note_get_facts (note);

      if (facts && g_strv_contains (facts, sl_fact_get_id (fact)))
        add (moments, clip, sl_note_get_start (note), sl_note_get_end (note));
    }
  g_ptr_array_sort (moments, compare);
  for (guint i = 0; i < moments->len; i++)
    if (i == 0 || compare (&moments->pdata[i - 1], &moments->pdata[i]) != 0)
      g_ptr_array_add (all, g_object_ref (moments->pdata[i]));
}

GPtrArray *
sl_told_at_list (SlCasebook *casebook, const char *id, SlClip *first)
{
  GPtrArray  *all = g_ptr_array_new_with_free_func (g_object_unref);
  SlFact     *fact;
  GListModel *clips;

  g_return_val_if_fail (SL_IS_CASEBOOK (casebook) && id != NULL, all);

  fact = sl_casebook_lookup_fact (casebook, id);
  clips = sl_casebook_get_clips (casebook);
  if (fact && first)
    add_clip (all, fact, first);
  for (guint i = 0; fact && clips && i < g_list_model_get_n_items (clips); i++)
    {
      g_autoptr (SlClip) clip = g_list_model_get_item (clips, i);

      if (clip != first)
        add_clip (all, fact, clip);
    }
  return all;
}
