/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "schema-field.h"

G_BEGIN_DECLS

/* The newest format that this program reads. */
#define SL_CASEBOOK_FORMAT 1

/* Where a casebook says what it is, and where its clips are, a file for each. */
#define SL_CASEBOOK_FILE "casebook.json"
#define SL_CASEBOOK_CLIPS "clips"

/* The kinds of records that other records may name; also what an SlSchemaField refers to. */
typedef enum {
  SL_KIND_NONE,
  SL_KIND_SOURCES,
  SL_KIND_PEOPLE,
  SL_KIND_PLACES,
  SL_KIND_EVENTS,
  SL_KIND_FACTS,
  SL_KIND_FILMS,
  SL_KIND_CLIPS,
  SL_N_KINDS,
} SlKind;

/* Where the records of a kind are. */
typedef struct
{
  const char     *word; /* for one record, as in "fact/refund" */
  const char     *name; /* for all of them: in places, and the casebook's property */
  const char     *key;  /* of the computed field of the casebook's schema that holds them */
  const char     *file; /* (nullable): the array of them; NULL when each has a file of its own */
  const SlSchema *schema;
} SlKindInfo;

/* @kind: not SL_KIND_NONE */
const SlKindInfo *sl_casebook_fields_get_kind (SlKind kind);

/* The schema of casebook.json; and whether one is that of a film's file. */
const SlSchema *sl_casebook_fields_get_casebook (void);
gboolean        sl_casebook_fields_is_medium (const SlSchema *schema);

G_END_DECLS
