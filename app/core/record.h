/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a field of a record is; in brackets the C type of the struct's member. */
typedef enum {
  SL_RECORD_STRING, /* [char *] */
  SL_RECORD_STRV,   /* [char **], never NULL once the record is made */
  SL_RECORD_BOOL,   /* [gboolean] */
  SL_RECORD_INT,    /* [int], zero or more */
  SL_RECORD_UINT,   /* [guint] */
  SL_RECORD_INT64,  /* [gint64], zero or more: nanoseconds, bytes */
  SL_RECORD_ENUM,   /* [int], of the type's enum */
  SL_RECORD_LIST,   /* [GListModel *] */
  SL_RECORD_OBJECT, /* [GObject *], of the type */
  SL_RECORD_BOXED,  /* [gpointer], of the type */
} SlRecordKind;

typedef struct
{
  const char  *name; /* of the property */
  SlRecordKind kind;
  gsize        offset;
  GType (*get_type) (void); /* of an enum, an object, a boxed value */
} SlRecordField;

/* Installs a construct-only property for each of @fields, numbered from 1. */
void sl_record_install (GObjectClass *klass, const SlRecordField *fields, guint n_fields);
/* The bodies of a record's get_property, set_property and finalize; @field is the property's. */
void sl_record_get (GObject *record, const SlRecordField *field, GValue *value);
void sl_record_set (GObject *record, const SlRecordField *field, const GValue *value);
void sl_record_clear (GObject *record, const SlRecordField *fields, guint n_fields);

G_END_DECLS
