/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A row of a table, with the line on which it begins, from 1. */
typedef struct
{
  guint      line;
  GPtrArray *cells;     /* of char*, UTF-8, as they are written but without quotation marks */
  gboolean   is_broken; /* a cell in it has no closing quotation mark */
} SlCsvRow;

/**
 * sl_csv_table_parse: reads a table by RFC 4180, with commas, semicolons or tabs, whichever its first row has
 * most of. Empty lines are passed over.
 * @text: UTF-8 with \n at the line ends
 *
 * Returns: (transfer full) (element-type SlCsvRow)
 */
GPtrArray *sl_csv_table_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Appends a cell, behind a comma unless @is_first, with quotation marks where it needs them. What a spreadsheet
 * would take for a formula gets an apostrophe before it. */
void sl_csv_table_append (GString *text, const char *cell, gboolean is_first);

/* Takes the apostrophe before a formula away again. Returns: (transfer none): in @cell */
const char *sl_csv_table_unguard (const char *cell);

G_END_DECLS
