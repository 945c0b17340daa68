/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which facts a viewer has been told so far, and which just now. */
#include "told-facts.h"

static void
collect (GHashTable *now, SlActiveCues *active)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (active)); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (G_LIST_MODEL (active), i);
      GListModel *facts = sl_cue_get_facts (cue);

      for (guint j = 0; facts && j < g_list_model_get_n_items (facts); j++)
        {
          g_autoptr (SlCue) fact = g_list_model_get_item (facts, j);

          g_hash_table_add (now, fact);
        }
    }
}

/* Makes @store hold @wanted, touching only what lies between the parts that stay at both ends. */
static void
replace_middle (GListStore *store, GPtrArray *wanted)
{
  GListModel *model = G_LIST_MODEL (store);
  const guint n_old = g_list_model_get_n_items (model);
  guint       head = 0, tail = 0;

  for (; head < MIN (n_old, wanted->len); head++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, head);

      if (item != g_ptr_array_index (wanted, head))
        break;
    }
  for (; tail < MIN (n_old, wanted->len) - head; tail++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, n_old - 1 - tail);

      if (item != g_ptr_array_index (wanted, wanted->len - 1 - tail))
        break;
    }
  if (n_old - head - tail > 0 || wanted->len - head - tail > 0)
    g_list_store_splice (store, head, n_old - head - tail, wanted->pdata + head, wanted->len - head - tail);
}

void
sl_told_facts_update (GListStore *told, GPtrArray *facts, gint64 time, SlActiveCues *const *now, guint n_now)
{
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  guint n_told = 0;

  g_return_if_fail (G_IS_LIST_STORE (told) && facts != NULL);

  for (guint i = 0; i < n_now; i++)
    collect (named, now[i]);
  for (guint i = 0; i < facts->len; i++)
    {
      SlCue         *fact = g_ptr_array_index (facts, i);
      const gboolean is_told = sl_cue_get_start (fact) <= time;

      n_told += is_told;
      sl_cue_set_told (fact, is_told);
      sl_cue_set_current (fact, g_hash_table_contains (named, fact));
      if (sl_cue_get_current (fact))
        g_ptr_array_add (wanted, fact);
    }
  for (guint i = n_told; i > 0; i--)
    {
      SlCue *fact = g_ptr_array_index (facts, i - 1);

      if (!sl_cue_get_current (fact))
        g_ptr_array_add (wanted, fact);
    }
  replace_middle (told, wanted);
}
