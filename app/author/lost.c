/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Nothing is lost in silence: whoever exports is told what the other format has no place for. Which that is
 * only the exporters know.
 */
#include "config.h"

#include "lost.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *place;
  char *key;      /* (nullable): of the records */
  char *sentence; /* (nullable): instead of the key */
  guint count;
} Loss;

struct _SlLost
{
  SlReport  *report;
  char      *file;
  char      *format;
  gboolean   one_kind;
  GPtrArray *losses; /* of Loss, in the order in which they were met */
};

static void
loss_free (Loss *loss)
{
  g_free (loss->place);
  g_free (loss->key);
  g_free (loss->sentence);
  g_free (loss);
}

SlLost *
sl_lost_new (SlReport *report, const char *file, const char *format, gboolean one_kind)
{
  SlLost *self;

  g_return_val_if_fail (report != NULL && file != NULL && format != NULL, NULL);

  self = g_new0 (SlLost, 1);
  self->report = report;
  self->file = g_strdup (file);
  self->format = g_strdup (format);
  self->one_kind = one_kind;
  self->losses = g_ptr_array_new_with_free_func ((GDestroyNotify)loss_free);
  return self;
}

static Loss *
find (SlLost *self, const char *place, const char *key, const char *sentence)
{
  Loss *loss;

  for (guint i = 0; i < self->losses->len; i++)
    {
      loss = self->losses->pdata[i];
      if (g_str_equal (loss->place, place) && g_strcmp0 (loss->key, key) == 0 &&
          g_strcmp0 (loss->sentence, sentence) == 0)
        return loss;
    }
  loss = g_new0 (Loss, 1);
  loss->place = g_strdup (place);
  loss->key = g_strdup (key);
  loss->sentence = g_strdup (sentence);
  g_ptr_array_add (self->losses, loss);
  return loss;
}

void
sl_lost_count (SlLost *self, const char *place, const char *sentence)
{
  g_return_if_fail (self != NULL && place != NULL && sentence != NULL);

  find (self, place, NULL, sentence)->count++;
}

void
sl_lost_check (SlLost *self, SlRecordsKind kind, JsonObject *record, const char *const *carried)
{
  JsonObjectIter iter;
  const char    *key;

  g_return_if_fail (self != NULL && record != NULL && carried != NULL);

  json_object_iter_init_ordered (&iter, record);
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    if (!g_strv_contains (carried, key))
      find (self, sl_records_kind_name (kind), key, NULL)->count++;
}

void
sl_lost_check_kinds (SlLost *self, SlRecords *records, guint carried)
{
  g_return_if_fail (self != NULL && records != NULL);

  for (guint i = 0; i < SL_RECORDS_N_KINDS; i++)
    if (!self->one_kind && !(carried & 1U << i) && sl_records_count (records, i) > 0)
      find (self, sl_records_kind_name (i), NULL, NULL)->count = sl_records_count (records, i);
}

void
sl_lost_finish (SlLost *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->losses->len; i++)
    {
      const Loss      *loss = self->losses->pdata[i];
      g_autofree char *text = NULL;

      if (loss->sentence != NULL)
        text = g_strdup_printf ("%s (%u)", loss->sentence, loss->count);
      else if (loss->key != NULL)
        text = g_strdup_printf (ngettext ("%u record has “%s”, which %s cannot carry; keep the casebook as well",
                                          "%u records have “%s”, which %s cannot carry; keep the casebook as well",
                                          loss->count),
                                loss->count, loss->key, self->format);
      else
        text = g_strdup_printf (ngettext ("%u record is not in this file; export it apart, or keep the casebook as well",
                                          "%u records are not in this file; export them apart, or keep the casebook as well",
                                          loss->count),
                                loss->count);
      sl_report_add (self->report, SL_SEVERITY_HINT, self->file, NULL, "not-carried", loss->place, "%s", text);
    }
  g_ptr_array_unref (self->losses);
  g_free (self->file);
  g_free (self->format);
  g_free (self);
}
