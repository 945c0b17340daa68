/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Immutable records by table: a record type lists its members once, and its construct-only properties,
 * their copies and their release follow from that. What the members mean, and where their values come
 * from, is not known here.
 */
#include "record.h"

#define RECORD_FLAGS (G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS)

/* The first value of the enum is its default, as it is in a struct of zeros. */
static GParamSpec *
enum_spec (const SlRecordField *field)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (field->get_type ());

  return g_param_spec_enum (field->name, NULL, NULL, field->get_type (),
                            ((GEnumClass *)klass)->values[0].value, RECORD_FLAGS);
}

static GParamSpec *
field_spec (const SlRecordField *field)
{
  switch (field->kind)
    {
    case SL_RECORD_STRING:
      return g_param_spec_string (field->name, NULL, NULL, NULL, RECORD_FLAGS);
    case SL_RECORD_STRV:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, RECORD_FLAGS);
    case SL_RECORD_BOOL:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, RECORD_FLAGS);
    case SL_RECORD_INT:
      return g_param_spec_int (field->name, NULL, NULL, 0, G_MAXINT, 0, RECORD_FLAGS);
    case SL_RECORD_UINT:
      return g_param_spec_uint (field->name, NULL, NULL, 0, G_MAXUINT, 0, RECORD_FLAGS);
    case SL_RECORD_INT64:
      return g_param_spec_int64 (field->name, NULL, NULL, 0, G_MAXINT64, 0, RECORD_FLAGS);
    case SL_RECORD_ENUM:
      return enum_spec (field);
    case SL_RECORD_LIST:
      return g_param_spec_object (field->name, NULL, NULL, G_TYPE_LIST_MODEL, RECORD_FLAGS);
    case SL_RECORD_OBJECT:
      return g_param_spec_object (field->name, NULL, NULL, field->get_type (), RECORD_FLAGS);
    case SL_RECORD_BOXED:
      return g_param_spec_boxed (field->name, NULL, NULL, field->get_type (), RECORD_FLAGS);
    default:
      g_assert_not_reached ();
    }
}

static GType
boxed_type (const SlRecordField *field)
{
  return field->kind == SL_RECORD_STRV ? G_TYPE_STRV : field->get_type ();
}

void
sl_record_install (GObjectClass *klass, const SlRecordField *fields, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (klass, i + 1, field_spec (&fields[i]));
}

void
sl_record_get (GObject *record, const SlRecordField *field, GValue *value)
{
  gpointer member = G_STRUCT_MEMBER_P (record, field->offset);

  switch (field->kind)
    {
    case SL_RECORD_STRING:
      g_value_set_string (value, *(char **)member);
      break;
    case SL_RECORD_BOOL:
      g_value_set_boolean (value, *(gboolean *)member);
      break;
    case SL_RECORD_INT:
      g_value_set_int (value, *(int *)member);
      break;
    case SL_RECORD_UINT:
      g_value_set_uint (value, *(guint *)member);
      break;
    case SL_RECORD_INT64:
      g_value_set_int64 (value, *(gint64 *)member);
      break;
    case SL_RECORD_ENUM:
      g_value_set_enum (value, *(int *)member);
      break;
    case SL_RECORD_LIST:
    case SL_RECORD_OBJECT:
      g_value_set_object (value, *(GObject **)member);
      break;
    case SL_RECORD_STRV:
    case SL_RECORD_BOXED:
      g_value_set_boxed (value, *(gpointer *)member);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
sl_record_set (GObject *record, const SlRecordField *field, const GValue *value)
{
  gpointer member = G_STRUCT_MEMBER_P (record, field->offset);

  switch (field->kind)
    {
    case SL_RECORD_STRING:
      *(char **)member = g_value_dup_string (value);
      break;
    case SL_RECORD_BOOL:
      *(gboolean *)member = g_value_get_boolean (value);
      break;
    case SL_RECORD_INT:
      *(int *)member = g_value_get_int (value);
      break;
    case SL_RECORD_UINT:
      *(guint *)member = g_value_get_uint (value);
      break;
    case SL_RECORD_INT64:
      *(gint64 *)member = g_value_get_int64 (value);
      break;
    case SL_RECORD_ENUM:
      *(int *)member = g_value_get_enum (value);
      break;
    case SL_RECORD_LIST:
    case SL_RECORD_OBJECT:
      *(GObject **)member = g_value_dup_object (value);
      break;
    case SL_RECORD_STRV:
      *(char ***)member = g_value_dup_boxed (value);
      if (*(char ***)member == NULL)
        *(char ***)member = g_new0 (char *, 1);
      break;
    case SL_RECORD_BOXED:
      *(gpointer *)member = g_value_dup_boxed (value);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
clear_field (gpointer member, const SlRecordField *field)
{
  switch (field->kind)
    {
    case SL_RECORD_STRING:
      g_clear_pointer ((char **)member, g_free);
      break;
    case SL_RECORD_LIST:
    case SL_RECORD_OBJECT:
      g_clear_object ((GObject **)member);
      break;
    case SL_RECORD_STRV:
    case SL_RECORD_BOXED:
      if (*(gpointer *)member != NULL)
        g_boxed_free (boxed_type (field), *(gpointer *)member);
      *(gpointer *)member = NULL;
      break;
    case SL_RECORD_BOOL:
    case SL_RECORD_INT:
    case SL_RECORD_UINT:
    case SL_RECORD_INT64:
    case SL_RECORD_ENUM:
      break;
    default:
      g_assert_not_reached ();
    }
}

void
sl_record_clear (GObject *record, const SlRecordField *fields, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    clear_field (G_STRUCT_MEMBER_P (record, fields[i].offset), &fields[i]);
}
