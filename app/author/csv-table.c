/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables as spreadsheets write and read them. A cell that begins like a formula would be run by whoever opens
 * the file, so it is guarded. What the columns mean is left to the importer and the exporter.
 */
#include "csv-table.h"

#include <string.h>

/* What makes a spreadsheet compute, and the guard itself. */
#define GUARDED "=+-@\t\r\n'"

typedef struct
{
  const char *at;
  guint       line;
  char        separator;
} Reader;

static void
row_free (SlCsvRow *row)
{
  g_ptr_array_unref (row->cells);
  g_free (row);
}

static char
find_separator (const char *text)
{
  static const char separators[] = {',', ';', '\t'};
  guint             counts[G_N_ELEMENTS (separators)] = {0};
  guint             best = 0;
  gboolean          quoted = FALSE;

  for (const char *at = text; *at != '\0' && (*at != '\n' || quoted); at++)
    {
      quoted = quoted != (*at == '"');
      for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
        counts[i] += !quoted && *at == separators[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (counts[i] > counts[best])
      best = i;
  return separators[best];
}

/* Reads what is inside quotation marks, which may have line ends in it. Returns: whether they are closed */
static gboolean
take_quoted (Reader *self, GString *cell)
{
  for (self->at++; *self->at != '\0'; self->at++)
    {
      if (*self->at == '"' && *++self->at != '"')
        return TRUE;
      self->line += *self->at == '\n';
      g_string_append_c (cell, *self->at);
    }
  return FALSE;
}

static void
take_cell (Reader *self, SlCsvRow *row)
{
  GString *cell = g_string_new (NULL);

  if (*self->at == '"' && !take_quoted (self, cell))
    row->is_broken = TRUE;
  while (*self->at != '\0' && *self->at != '\n' && *self->at != self->separator)
    g_string_append_c (cell, *self->at++);
  g_ptr_array_add (row->cells, g_string_free (cell, FALSE));
}

GPtrArray *
sl_csv_table_parse (const char *text)
{
  Reader     self = {text, 1, ','};
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);

  g_return_val_if_fail (text != NULL, rows);

  self.separator = find_separator (text);
  while (*self.at != '\0')
    {
      SlCsvRow *row;

      if (*self.at == '\n')
        {
          self.at++;
          self.line++;
          continue;
        }
      row = g_new0 (SlCsvRow, 1);
      row->line = self.line;
      row->cells = g_ptr_array_new_with_free_func (g_free);
      take_cell (&self, row);
      while (*self.at == self.separator)
        {
          self.at++;
          take_cell (&self, row);
        }
      g_ptr_array_add (rows, row);
    }
  return rows;
}

void
sl_csv_table_append (GString *text, const char *cell, gboolean is_first)
{
  gboolean needs_quotes;

  g_return_if_fail (text != NULL && cell != NULL);

  needs_quotes = strpbrk (cell, ",;\t\"\r\n") != NULL || *cell == ' ' || g_str_has_suffix (cell, " ");
  g_string_append (text, is_first ? "" : ",");
  g_string_append (text, needs_quotes ? "\"" : "");
  if (*cell != '\0' && strchr (GUARDED, *cell) != NULL)
    g_string_append_c (text, '\'');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  g_string_append (text, needs_quotes ? "\"" : "");
}

const char *
sl_csv_table_unguard (const char *cell)
{
  g_return_val_if_fail (cell != NULL, NULL);

  return *cell == '\'' && cell[1] != '\0' && strchr (GUARDED, cell[1]) != NULL ? cell + 1 : cell;
}
