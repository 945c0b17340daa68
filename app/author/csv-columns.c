/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which keys of facts and events are columns of a table, for those who read one and those who write one. */
#include "csv-columns.h"

static const SlCsvColumn fact_columns[] = {
  {"id", SL_CSV_TEXT},
  {"statement", SL_CSV_TEXT},
  {"detail", SL_CSV_TEXT},
  {"standing", SL_CSV_TEXT},
  {"attribution", SL_CSV_TEXT},
  {"as_of", SL_CSV_DATE},
  {"voice", SL_CSV_TEXT},
  {"topics", SL_CSV_LIST},
  {"sources", SL_CSV_LIST},
  {"disputed_by", SL_CSV_JSON},
  {"people", SL_CSV_LIST},
  {"events", SL_CSV_LIST},
  {"places", SL_CSV_LIST},
  {"moments", SL_CSV_JSON},
  {"easy", SL_CSV_TEXT},
  {"withheld", SL_CSV_JSON},
  {"graphic", SL_CSV_FLAG},
  {"publish", SL_CSV_FLAG},
  {"changes", SL_CSV_JSON},
  {"comment", SL_CSV_TEXT},
  {NULL},
};

static const SlCsvColumn event_columns[] = {
  {"id", SL_CSV_TEXT},
  {"title", SL_CSV_TEXT},
  {"date", SL_CSV_DATE},
  {"text", SL_CSV_TEXT},
  {"attribution", SL_CSV_TEXT},
  {"standing", SL_CSV_TEXT},
  {"people", SL_CSV_LIST},
  {"places", SL_CSV_LIST},
  {"facts", SL_CSV_LIST},
  {"moments", SL_CSV_JSON},
  {"sources", SL_CSV_LIST},
  {"era", SL_CSV_TEXT},
  {"comment", SL_CSV_TEXT},
  {NULL},
};

const SlCsvColumn *
sl_csv_columns_get (gboolean facts)
{
  return facts ? fact_columns : event_columns;
}

const SlCsvColumn *
sl_csv_columns_find (const SlCsvColumn *columns, const char *key)
{
  g_return_val_if_fail (columns != NULL && key != NULL, NULL);

  for (; columns->key != NULL; columns++)
    if (g_str_equal (columns->key, key))
      return columns;
  return NULL;
}
