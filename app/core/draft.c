/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A record on its way from the file to its immutable object. Rules that look at several records at once
 * work on drafts; when they are done the object is made in one go. What the rules are is not known here.
 */
#include "draft.h"

#include "document.h"

typedef struct
{
  GValue  value; /* of no type while it is not there */
  guint   entry;
  GArray *items; /* (element-type guint) (nullable): the entries of an array's strings */
} Slot;

struct _SlDraft
{
  grefcount       refs;
  const SlSchema *schema;
  SlDocument     *document;
  guint           entry;
  char           *place;
  guint           n_slots;
  Slot            slots[]; /* in the order of the schema's fields */
};

G_DEFINE_BOXED_TYPE (SlDraft, sl_draft, sl_draft_ref, sl_draft_unref)

static Slot *
get_slot (SlDraft *self, const char *key)
{
  const SlSchemaField *field = sl_schema_find_field (self->schema, key);

  g_assert (field != NULL);
  return &self->slots[field - self->schema->fields];
}

static void
clear_slot (Slot *slot)
{
  if (G_IS_VALUE (&slot->value))
    g_value_unset (&slot->value);
  g_clear_pointer (&slot->items, g_array_unref);
}

SlDraft *
sl_draft_new (const SlSchema *schema, SlDocument *document, guint entry, const char *place)
{
  SlDraft *self;
  guint    n_slots = 0;

  g_return_val_if_fail (schema != NULL && document != NULL && place != NULL, NULL);

  while (schema->fields[n_slots].kind != SL_SCHEMA_END)
    n_slots++;
  self = g_malloc0 (sizeof (SlDraft) + n_slots * sizeof (Slot));
  g_ref_count_init (&self->refs);
  self->schema = schema;
  self->document = sl_document_ref (document);
  self->entry = entry;
  self->place = g_strdup (place);
  self->n_slots = n_slots;
  return self;
}

SlDraft *
sl_draft_ref (SlDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->refs);
  return self;
}

void
sl_draft_unref (SlDraft *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->n_slots; i++)
    clear_slot (&self->slots[i]);
  sl_document_unref (self->document);
  g_free (self->place);
  g_free (self);
}

const SlSchema *
sl_draft_get_schema (SlDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->schema;
}

const char *
sl_draft_get_place (SlDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->place;
}

gboolean
sl_draft_has (SlDraft *self, const char *key)
{
  return sl_draft_get (self, key) != NULL;
}

gboolean
sl_draft_is_given (SlDraft *self, const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, FALSE);

  return sl_draft_has (self, key) && get_slot (self, key)->entry > 0;
}

const GValue *
sl_draft_get (SlDraft *self, const char *key)
{
  Slot *slot;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  slot = get_slot (self, key);
  return G_IS_VALUE (&slot->value) ? &slot->value : NULL;
}

const char *
sl_draft_get_string (SlDraft *self, const char *key)
{
  const GValue *value = sl_draft_get (self, key);

  return value != NULL ? g_value_get_string (value) : NULL;
}

const char *const *
sl_draft_get_strings (SlDraft *self, const char *key)
{
  const GValue *value = sl_draft_get (self, key);

  return value != NULL ? g_value_get_boxed (value) : NULL;
}

gint64
sl_draft_get_time (SlDraft *self, const char *key)
{
  const GValue *value = sl_draft_get (self, key);

  return value != NULL ? g_value_get_int64 (value) : 0;
}

gboolean
sl_draft_get_bool (SlDraft *self, const char *key)
{
  const GValue *value = sl_draft_get (self, key);

  return value != NULL && g_value_get_boolean (value);
}

SlDraft *
sl_draft_get_draft (SlDraft *self, const char *key)
{
  const GValue *value = sl_draft_get (self, key);

  return value != NULL ? g_value_get_boxed (value) : NULL;
}

GPtrArray *
sl_draft_get_list (SlDraft *self, const char *key)
{
  const GValue *value = sl_draft_get (self, key);

  return value != NULL ? g_value_get_boxed (value) : NULL;
}

void
sl_draft_set (SlDraft *self, const char *key, const GValue *value, guint entry)
{
  Slot *slot;

  g_return_if_fail (self != NULL && key != NULL && G_IS_VALUE (value));

  sl_draft_clear (self, key);
  slot = get_slot (self, key);
  g_value_init (&slot->value, G_VALUE_TYPE (value));
  g_value_copy (value, &slot->value);
  if (entry > 0)
    slot->entry = entry;
}

void
sl_draft_set_strings (SlDraft *self, const char *key, GPtrArray *strings, GArray *items, guint entry)
{
  g_auto (GValue) value = G_VALUE_INIT;
  GStrvBuilder *builder = g_strv_builder_new ();

  g_return_if_fail (strings != NULL && items != NULL && strings->len == items->len);

  for (guint i = 0; i < strings->len; i++)
    g_strv_builder_add (builder, strings->pdata[i]);
  g_value_init (&value, G_TYPE_STRV);
  g_value_take_boxed (&value, g_strv_builder_end (builder));
  g_strv_builder_unref (builder);
  sl_draft_set (self, key, &value, entry);
  get_slot (self, key)->items = g_array_ref (items);
}

void
sl_draft_keep_strings (SlDraft *self, const char *key, SlDraftStringFunc keep, gpointer data)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *const *old = sl_draft_get_strings (self, key);
  GArray            *old_items = get_slot (self, key)->items;

  if (old == NULL)
    return;
  for (guint i = 0; old[i] != NULL; i++)
    if (keep (self, key, i, old[i], data))
      {
        g_ptr_array_add (strings, g_strdup (old[i]));
        g_array_append_val (items, g_array_index (old_items, guint, i));
      }
  if (strings->len < old_items->len)
    sl_draft_set_strings (self, key, strings, items, 0);
}

void
sl_draft_set_time (SlDraft *self, const char *key, gint64 time)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, time);
  sl_draft_set (self, key, &value, 0);
}

void
sl_draft_set_uint (SlDraft *self, const char *key, guint number)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, number);
  sl_draft_set (self, key, &value, 0);
}

void
sl_draft_set_string (SlDraft *self, const char *key, const char *string)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, string);
  sl_draft_set (self, key, &value, 0);
}

void
sl_draft_set_object (SlDraft *self, const char *key, gpointer object)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_return_if_fail (G_IS_OBJECT (object));

  g_value_init (&value, G_OBJECT_TYPE (object));
  g_value_set_object (&value, object);
  sl_draft_set (self, key, &value, 0);
}

void
sl_draft_clear (SlDraft *self, const char *key)
{
  g_return_if_fail (self != NULL && key != NULL);

  clear_slot (get_slot (self, key));
}

void
sl_draft_report (SlDraft    *self,
                 SlReport   *report,
                 SlSeverity  severity,
                 const char *code,
                 const char *key,
                 int         item,
                 const char *format,
                 ...)
{
  g_autofree char *text = NULL;
  guint            entry;
  Slot            *slot;
  SlTextPlace      at;
  va_list          args;

  g_return_if_fail (self != NULL && report != NULL && code != NULL && format != NULL);

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  slot = key != NULL ? get_slot (self, key) : NULL;
  entry = slot != NULL && slot->entry > 0 ? slot->entry : self->entry;
  if (slot != NULL && slot->items != NULL && item >= 0 && (guint)item < slot->items->len)
    entry = g_array_index (slot->items, guint, item);
  at = sl_document_locate (self->document, entry);
  sl_report_add (report, severity, sl_document_get_file (self->document), &at, code, self->place,
                 "%s", text);
}

void
sl_draft_filter (GPtrArray *drafts, SlDraftFunc keep, gpointer data)
{
  guint n_kept = 0;

  g_return_if_fail (drafts != NULL && keep != NULL);

  for (guint i = 0; i < drafts->len; i++)
    if (keep (drafts->pdata[i], data))
      {
        gpointer kept = drafts->pdata[i];

        drafts->pdata[i] = drafts->pdata[n_kept];
        drafts->pdata[n_kept++] = kept;
      }
  g_ptr_array_set_size (drafts, (int)n_kept);
}
