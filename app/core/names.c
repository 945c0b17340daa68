/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a name, as captions have it, to the record. Knows nothing of parts of names: who is only called “Anna” there needs
 * that spelling in the record. */
#include "names.h"

#include "folded.h"

struct _SlNames
{
  GHashTable *people; /* (element-type utf8 SlPerson): by what is left of a name when it is folded; NULL: of several */
};

static char *
fold (const char *name)
{
  g_autoptr (SlFolded) folded = sl_folded_new (name);

  return sl_folded_dup_words (folded);
}

static void
add (SlNames *self, const char *name, SlPerson *person)
{
  g_autofree char *key = fold (name);
  gpointer         before;

  if (*key == '\0')
    return;
  if (!g_hash_table_lookup_extended (self->people, key, NULL, &before))
    g_hash_table_insert (self->people, g_steal_pointer (&key), g_object_ref (person));
  else if (before != person && before != NULL)
    g_hash_table_insert (self->people, g_steal_pointer (&key), NULL);
}

static void
release (gpointer person)
{
  if (person)
    g_object_unref (person);
}

SlNames *
sl_names_new (GListModel *people)
{
  SlNames *self = g_new0 (SlNames, 1);

  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, release);
  for (guint i = 0; people && i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (SlPerson) person = g_list_model_get_item (people, i);
      const char *const *others = sl_person_get_other_names (person);

      add (self, sl_person_get_name (person), person);
      for (guint j = 0; others && others[j]; j++)
        add (self, others[j], person);
    }
  return self;
}

void
sl_names_free (SlNames *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->people);
  g_free (self);
}

SlPerson *
sl_names_find (const SlNames *self, const char *name)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  key = fold (name);
  return g_hash_table_lookup (self->people, key);
}
