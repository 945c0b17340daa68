/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _SlSchema      SlSchema;
typedef struct _SlSchemaField SlSchemaField;

/* What a value must be in the file; behind it the GType that it has in the draft and in the property. */
typedef enum {
  SL_SCHEMA_END = 0,
  SL_SCHEMA_TEXT,     /* words: string */
  SL_SCHEMA_ID,       /* [a-z0-9][a-z0-9-]{0,63}: string */
  SL_SCHEMA_WORD,     /* one of the field's words: string */
  SL_SCHEMA_ENUM,     /* the nick of a value of the field's type, with _ for -: that enum */
  SL_SCHEMA_TIME,     /* see span: int64, nanoseconds */
  SL_SCHEMA_SECONDS,  /* a number: int64, nanoseconds */
  SL_SCHEMA_DATE,     /* see date: SlDate */
  SL_SCHEMA_LANGUAGE, /* BCP 47: string */
  SL_SCHEMA_URL,      /* http or https: string */
  SL_SCHEMA_PATH,     /* relative, inside the casebook: string */
  SL_SCHEMA_COLOUR,   /* #rrggbb: string */
  SL_SCHEMA_SHA256,   /* 64 lower-case hex digits: string */
  SL_SCHEMA_BOOL,     /* gboolean */
  SL_SCHEMA_COUNT,    /* a whole number from 0: int */
  SL_SCHEMA_SIZE,     /* a whole number from 0: int64 */
  SL_SCHEMA_TEXTS,    /* an array of texts: GStrv */
  SL_SCHEMA_IDS,      /* an array of ids: GStrv */
  SL_SCHEMA_GROUP,    /* an object whose fields are this record's: SlDraft */
  SL_SCHEMA_OBJECT,   /* a record: SlDraft, later its object */
  SL_SCHEMA_LIST,     /* an array of records: GPtrArray of SlDraft, later a GListModel */
  SL_SCHEMA_ANY,      /* known, and read by somebody else */
  SL_SCHEMA_COMPUTED, /* not in the file: set by rules */
} SlSchemaKind;

typedef enum {
  SL_SCHEMA_OPTIONAL = 0,
  SL_SCHEMA_REQUIRED = 1 << 0,
  /* A bad value costs the whole record: without it the record would say more than its author does. */
  SL_SCHEMA_GUARD = 1 << 1,
  /* Words for the reader, so translators get them. Only of TEXT. */
  SL_SCHEMA_TRANSLATED = 1 << 2,
  /* They are read while the record is on the screen, so they must not be too long for its time. */
  SL_SCHEMA_TIMED = 1 << 3,
} SlSchemaFlags;

struct _SlSchemaField
{
  const char   *key;      /* in the file */
  const char   *property; /* (nullable): of the object; NULL when the value is for the rules only */
  SlSchemaKind  kind;
  SlSchemaFlags flags;
  GType (*get_type) (void);  /* of ENUM */
  const char *const *words;  /* of WORD, with a NULL behind the last */
  const SlSchema    *schema; /* of GROUP, OBJECT and LIST */
  guint              refers; /* of ID and IDS: the kind of record they name, in the rules' numbers; 0 = none */
};

struct _SlSchema
{
  GType (*get_type) (void);       /* NULL for the schema of a GROUP */
  const char          *shorthand; /* (nullable): a string instead of the object means this field */
  const SlSchemaField *fields;    /* with one of SL_SCHEMA_END behind the last */
  const char          *word;      /* (nullable): for one record of a list, named by its id, as in "note/n7" */
  guint                speed;     /* of reading its timed words, in characters a second; 0 = it has none */
};

/* Returns: (nullable): the field with that key */
const SlSchemaField *sl_schema_find_field (const SlSchema *schema, const char *key);

G_END_DECLS
