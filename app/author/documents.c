/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sidelight-documents: prints what the program knows about itself, for the documents that are made from it: the
 * codes of findings, and the JSON Schema of each file. It is not installed; `./dev documents` runs it.
 */
#include "finding-codes.h"
#include "schema-writer.h"

#include <stdio.h>

/* A line for each code: the code, its severities, its meaning, with tabs between them. */
static int
print_codes (void)
{
  static const struct
  {
    SlFindingSeverities flag;
    const char         *word;
  } severities[] = {{SL_FINDING_IS_ERROR, "error"}, {SL_FINDING_IS_WARNING, "warning"}, {SL_FINDING_IS_HINT, "hint"}};

  for (const SlFindingCode *code = sl_finding_codes_get_all (); code->code != NULL; code++)
    {
      g_autoptr (GString) words = g_string_new (NULL);

      for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
        if ((code->severities & severities[i].flag) != 0)
          g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", severities[i].word);
      printf ("%s\t%s\t%s\n", code->code, words->str, code->meaning);
    }
  return 0;
}

static int
print_list (void)
{
  g_autoptr (GPtrArray) files = sl_schema_writer_list ();

  for (guint i = 0; i < files->len; i++)
    printf ("%s\n", (const char *)files->pdata[i]);
  return 0;
}

static int
print_schema (const char *file)
{
  g_autofree char *schema = sl_schema_writer_write (file);

  if (schema == NULL)
    {
      fprintf (stderr, "sidelight-documents: a casebook has no file \"%s\"\n", file);
      return 1;
    }
  fputs (schema, stdout);
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], "codes"))
    return print_codes ();
  if (argc == 2 && g_str_equal (argv[1], "schemas"))
    return print_list ();
  if (argc == 3 && g_str_equal (argv[1], "schema"))
    return print_schema (argv[2]);
  fprintf (stderr, "sidelight-documents codes | schemas | schema FILE\n");
  return 2;
}
