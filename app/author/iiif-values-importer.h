/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import-json.h"
#include "span.h"

G_BEGIN_DECLS

/* The canvas that is imported, and what is known about it. */
typedef struct
{
  SlImport   *import;
  const char *canvas;   /* (nullable): its id; NULL when any will do */
  gint64      duration; /* nanoseconds, or SL_TIME_NONE */
} SlIiif;

/* What part of a canvas a resource is about. */
typedef struct
{
  gboolean is_here;  /* on the canvas that is imported */
  gboolean is_point; /* by a PointSelector */
  gboolean is_whole; /* all of it */
  SlSpan   span;     /* end is SL_TIME_NONE when it is open and the canvas has no duration */
} SlIiifPlace;

/* Reads a language map, or a plain text where there should be one, in the language that is asked for, else in
 * the first one. Returns: (transfer full) (nullable) */
char *sl_iiif_read_words (SlIiif *self, const SlJsonValue *object, const char *key, const char *place);

/* Reads a canvas, a part of one or a SpecificResource. What is odd is told. Returns: FALSE when it is none */
gboolean sl_iiif_read_place (SlIiif *self, const SlJsonValue *value, const char *where, SlIiifPlace *place);

/* Gives @record the id at the end of the address of @value, when this program wrote it below @folder. */
void sl_iiif_set_id (JsonObject *record, const SlJsonValue *value, const char *folder);

/* Whether @key of @object is @word, or an array with it. */
gboolean sl_iiif_has_word (const SlJsonValue *object, const char *key, const char *word);

/* Returns: (nullable): the type of a resource, also when it is written as before version 3 */
const char *sl_iiif_get_type (const SlJsonValue *object);

G_END_DECLS
