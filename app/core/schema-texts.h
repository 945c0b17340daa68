/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "schema-field.h"

G_BEGIN_DECLS

/* One value of a field that is translated, as the file has it. Its strings live as long as the document. */
typedef struct
{
  const char *context;        /* only during the call */
  const char *text;           /* never empty */
  const char *comment;        /* (nullable): to translators, from the object that holds the value */
  SlTextPlace at;             /* of the value */
  gint64      duration;       /* nanoseconds on the screen, 0 for a point; SL_TIME_NONE when it is not timed */
  guint       max_characters; /* that can be read in this time; 0 when that does not matter */
} SlSchemaText;

typedef void (*SlSchemaTextFunc) (const SlSchemaText *text, gpointer data);

/**
 * sl_schema_texts_walk_object: calls @func with every translated text of a file that is one object, in the
 *   order of the file.
 * @word: the context of the record; its id is added when it has one and @by_id says so
 *
 * A list's record is named by its id when its schema has a word for it ("clip/explainer/note/n7"), and else
 * by its number from 0 ("fact/refund/disputed_by/0"). What has no good id where it needs one is passed over,
 * as is every value that is not what its field asks for: the reader leaves them out as well.
 */
void sl_schema_texts_walk_object (const SlSchema  *schema,
                                  const char      *word,
                                  gboolean         by_id,
                                  SlDocument      *document,
                                  SlSchemaTextFunc func,
                                  gpointer         data);

/* The same for a file that is an array of objects, all of them named by their ids. */
void sl_schema_texts_walk_array (const SlSchema  *schema,
                                 const char      *word,
                                 SlDocument      *document,
                                 SlSchemaTextFunc func,
                                 gpointer         data);

G_END_DECLS
