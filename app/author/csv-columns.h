/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the value of a key is written in a cell. */
typedef enum {
  SL_CSV_TEXT,
  SL_CSV_DATE,
  SL_CSV_FLAG, /* true or nothing */
  SL_CSV_LIST, /* a; b; c, or JSON where that could not be read again */
  SL_CSV_JSON,
} SlCsvType;

typedef struct
{
  const char *key;
  SlCsvType   type;
} SlCsvColumn;

/* The columns of facts or of events, in the order in which they are written, with one without a key behind the
 * last. The column with the main words is the second one. */
const SlCsvColumn *sl_csv_columns_get (gboolean facts);

/* Returns: (nullable): the column of that key */
const SlCsvColumn *sl_csv_columns_find (const SlCsvColumn *columns, const char *key);

G_END_DECLS
