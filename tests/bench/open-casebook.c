/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a casebook as the program does, and says how many records there are; for ./dev bench casebook. */
#include "casebook-reader.h"

static guint
count (GListModel *list)
{
  return list != NULL ? g_list_model_get_n_items (list) : 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) folder = argc == 2 ? g_file_new_for_commandline_arg (argv[1]) : NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = folder != NULL ? sl_casebook_reader_read_folder (folder, &findings, &error) : NULL;

  if (casebook == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "usage: open-casebook FOLDER");
      return 1;
    }
  g_print ("%u records, %u findings\n",
           count (sl_casebook_get_facts (casebook)) + count (sl_casebook_get_sources (casebook)) +
             count (sl_casebook_get_events (casebook)) + count (sl_casebook_get_people (casebook)),
           findings->len);
  return 0;
}
