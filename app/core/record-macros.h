/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What every record type repeats: its GObject class made from its table, and its getters. Included by the
 * .c files of the records only.
 */
#pragma once

#include "record.h"

/* The vfuncs of a record whose table is type##_fields and whose type is defined already. */
#define SL_RECORD_VFUNCS(type)                                                                   \
  static void type##_get_property (GObject *o, guint id, GValue *value, GParamSpec *pspec)       \
  {                                                                                              \
    sl_record_get (o, &type##_fields[id - 1], value);                                            \
  }                                                                                              \
  static void type##_set_property (GObject *o, guint id, const GValue *value, GParamSpec *pspec) \
  {                                                                                              \
    sl_record_set (o, &type##_fields[id - 1], value);                                            \
  }                                                                                              \
  static void type##_finalize (GObject *o)                                                       \
  {                                                                                              \
    sl_record_clear (o, type##_fields, G_N_ELEMENTS (type##_fields));                            \
    G_OBJECT_CLASS (type##_parent_class)->finalize (o);                                          \
  }

/* A whole record: the final type TypeName with the table type##_fields. */
#define SL_DEFINE_RECORD(TypeName, type)                                           \
  G_DEFINE_FINAL_TYPE (TypeName, type, G_TYPE_OBJECT)                              \
  SL_RECORD_VFUNCS (type)                                                          \
  static void type##_class_init (TypeName##Class *klass)                           \
  {                                                                                \
    GObjectClass *object_class = G_OBJECT_CLASS (klass);                           \
                                                                                   \
    object_class->get_property = type##_get_property;                              \
    object_class->set_property = type##_set_property;                              \
    object_class->finalize = type##_finalize;                                      \
    sl_record_install (object_class, type##_fields, G_N_ELEMENTS (type##_fields)); \
  }                                                                                \
  static void type##_init (TypeName *self)                                         \
  {                                                                                \
  }

/* The getter of one member. */
#define SL_RECORD_GETTER(TypeName, type, ReturnType, member)                                     \
  ReturnType type##_get_##member (TypeName *self)                                                \
  {                                                                                              \
    g_return_val_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (self, type##_get_type ()), (ReturnType)0); \
    return (ReturnType)self->member;                                                             \
  }
