/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one model between a casebook and all other formats: the casebook's own JSON, so that nothing is
 * translated twice. What a format makes of it is the business of that format's importer and exporter.
 */
#include "records.h"

#include "records-print.h"

struct _SlRecords
{
  JsonArray  *lists[SL_RECORDS_N_KINDS];
  JsonObject *about;
};

static const char *const names[SL_RECORDS_N_KINDS] = {"cues", "chapters", "notes", "facts", "events"};

SlRecords *
sl_records_new (void)
{
  SlRecords *self = g_new0 (SlRecords, 1);

  for (guint i = 0; i < SL_RECORDS_N_KINDS; i++)
    self->lists[i] = json_array_new ();
  self->about = json_object_new ();
  return self;
}

void
sl_records_free (SlRecords *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < SL_RECORDS_N_KINDS; i++)
    json_array_unref (self->lists[i]);
  json_object_unref (self->about);
  g_free (self);
}

const char *
sl_records_kind_name (SlRecordsKind kind)
{
  g_return_val_if_fail (kind < SL_RECORDS_N_KINDS, NULL);

  return names[kind];
}

JsonArray *
sl_records_get (SlRecords *self, SlRecordsKind kind)
{
  g_return_val_if_fail (self != NULL && kind < SL_RECORDS_N_KINDS, NULL);

  return self->lists[kind];
}

guint
sl_records_count (SlRecords *self, SlRecordsKind kind)
{
  g_return_val_if_fail (self != NULL && kind < SL_RECORDS_N_KINDS, 0);

  return json_array_get_length (self->lists[kind]);
}

void
sl_records_add (SlRecords *self, SlRecordsKind kind, JsonObject *record)
{
  g_return_if_fail (self != NULL && kind < SL_RECORDS_N_KINDS && record != NULL);

  json_array_add_object_element (self->lists[kind], record);
}

JsonObject *
sl_records_get_about (SlRecords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->about;
}

gboolean
sl_records_equal (SlRecords *a, SlRecords *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  for (guint i = 0; i < SL_RECORDS_N_KINDS; i++)
    if (!json_array_equal (a->lists[i], b->lists[i]))
      return FALSE;
  return TRUE;
}

char *
sl_records_print (SlRecords *self)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;
  GString    *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  root = json_node_new (JSON_NODE_OBJECT);
  object = json_object_new ();
  json_node_take_object (root, object);
  for (guint i = 0; i < SL_RECORDS_N_KINDS; i++)
    if (json_array_get_length (self->lists[i]) > 0)
      json_object_set_array_member (object, names[i], json_array_ref (self->lists[i]));
  sl_records_print_node (text, root, 0, SL_RECORDS_PRINT_PLAIN);
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}
