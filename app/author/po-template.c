/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The PO syntax, as far as a template needs it. What it says to translators is English, as in every
 * template. Leaves out where the texts come from.
 */
#include "po-template.h"

#include "casebook-texts.h"
#include "span.h"

#include <string.h>

#define NS_PER_MS G_GINT64_CONSTANT (1000000)

/* Appends @text in quotation marks, with a line of its own for each of its lines. */
static void
append_string (GString *pot, const char *keyword, const char *text)
{
  const char *line_end = strchr (text, '\n');

  g_string_append_printf (pot, "%s \"", keyword);
  if (line_end != NULL && line_end[1] != '\0')
    g_string_append (pot, "\"\n\"");
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '\n')
      g_string_append (pot, at[1] != '\0' ? "\\n\"\n\"" : "\\n");
    else if (*at == '\t')
      g_string_append (pot, "\\t");
    else if (*at == '"' || *at == '\\')
      g_string_append_printf (pot, "\\%c", *at);
    else if (g_ascii_iscntrl (*at))
      g_string_append_printf (pot, "\\%03o", (guchar)*at);
    else
      g_string_append_c (pot, *at);
  g_string_append (pot, "\"\n");
}

/* Appends what somebody has written, as comments of one kind. */
static void
append_comment (GString *pot, const char *mark, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (pot, "%s%s%s\n", mark, *lines[i] != '\0' ? " " : "", lines[i]);
}

static void
append_limits (GString *pot, const SlCasebookText *text)
{
  char seconds[G_ASCII_DTOSTR_BUF_SIZE];

  if (text->spoken && text->max_characters == 0)
    {
      g_string_append (pot, "#. Read aloud, however long it takes.\n");
    }
  else if (text->duration > 0)
    {
      g_ascii_formatd (seconds, sizeof seconds, "%.10g", (double)(text->duration / NS_PER_MS) / 1000);
      if (text->spoken)
        g_string_append_printf (pot, "#. Read aloud in %s s, time to say %u characters.\n", seconds, text->max_characters);
      else
        g_string_append_printf (pot, "#. On the screen for %s s, time to read %u characters%s.\n", seconds,
                                text->max_characters, text->max_lines > 0 ? "" : ", title and text together");
    }
  if (text->max_lines > 0)
    g_string_append_printf (pot, "#. At most %u lines of at most %u characters.\n", text->max_lines,
                            text->max_line);
}

static void
append_text (GString *pot, const SlCasebookText *text)
{
  const gboolean has_space = strchr (text->file, ' ') != NULL; /* marked as gettext does it */

  g_string_append_c (pot, '\n');
  if (text->comment != NULL)
    append_comment (pot, "#.", text->comment);
  if (text->speaker != NULL)
    g_string_append_printf (pot, "#. Said by: %s\n", text->speaker);
  append_limits (pot, text);
  g_string_append_printf (pot, "#: %s%s%s:%u\n", has_space ? "\xE2\x81\xA8" : "", text->file,
                          has_space ? "\xE2\x81\xA9" : "", text->line);
  append_string (pot, "msgctxt", text->context);
  append_string (pot, "msgid", text->text);
  g_string_append (pot, "msgstr \"\"\n");
}

/* The first day that the version may mean: a template made again says the same. */
static char *
dup_creation_date (const SlDate *version)
{
  g_autofree char *text = sl_date_to_string (version);
  char            *date = g_strdup ("0000-01-01 00:00+0000");

  for (guint i = 0; i < strlen ("0000-00-00") && (text[i] == '-' || g_ascii_isdigit (text[i])); i++)
    date[i] = text[i];
  return date;
}

static void
append_header (GString *pot, SlCasebook *casebook)
{
  g_autofree char *version = sl_date_to_string (sl_casebook_get_version (casebook));
  g_autofree char *created = dup_creation_date (sl_casebook_get_version (casebook));
  const char      *contact = sl_casebook_get_contact (casebook);
  g_autofree char *fields = NULL;

  g_string_append_printf (pot, "# Template for translations of the casebook %s.\n", sl_casebook_get_id (casebook));
  append_comment (pot, "#", "This file is distributed under the licence of the casebook:");
  append_comment (pot, "#", sl_casebook_get_licence (casebook));
  g_string_append (pot, "#\n#, fuzzy\nmsgid \"\"\n");
  fields = g_strdup_printf ("Project-Id-Version: %s %s\n"
                            "Report-Msgid-Bugs-To: %s\n"
                            "POT-Creation-Date: %s\n"
                            "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\n"
                            "Last-Translator: FULL NAME <EMAIL@ADDRESS>\n"
                            "Language-Team: LANGUAGE <LL@li.org>\n"
                            "Language: \n"
                            "MIME-Version: 1.0\n"
                            "Content-Type: text/plain; charset=UTF-8\n"
                            "Content-Transfer-Encoding: 8bit\n"
                            "X-Source-Language: %s\n",
                            sl_casebook_get_id (casebook), version, contact != NULL ? contact : "", created,
                            sl_casebook_get_language (casebook));
  append_string (pot, "msgstr", fields);
}

char *
sl_po_template_write (SlCasebook *casebook, GPtrArray *texts)
{
  GString *pot = g_string_new (NULL);

  g_return_val_if_fail (SL_IS_CASEBOOK (casebook), NULL);
  g_return_val_if_fail (texts != NULL, NULL);

  append_header (pot, casebook);
  for (guint i = 0; i < texts->len; i++)
    append_text (pot, texts->pdata[i]);
  return g_string_free (pot, FALSE);
}
