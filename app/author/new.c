/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes a small casebook that is whole and of which `check` finds nothing, for an author to change piece by
 * piece. What stands in it: resources/template.
 */
#include "config.h"

#include "new.h"

#include "casebook-reader.h"
#include "json-text.h"
#include "staged-folder.h"
#include "template-resources.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define TEMPLATE "/sidelight/template/"

static const char *const files[] = {"casebook.json", "films.json", "facts.json", "sources.json", "clips/trailer.json"};

/* What stands in the template for what only the author knows. */
typedef struct
{
  char *id;
  char *title;
  char *language;
} Answers;

static char *
quote (const char *text)
{
  GString *json = g_string_new (NULL);

  sl_json_text_append (json, text);
  return g_string_free (json, FALSE);
}

static char *
fill_in (const char *text, const Answers *answers)
{
  g_autoptr (GString) filled = g_string_new (text);
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (today, "%Y-%m-%d");
  g_autofree char *year = g_date_time_format (today, "%Y");
  g_autofree char *id = quote (answers->id);
  g_autofree char *title = quote (answers->title);
  g_autofree char *language = quote (answers->language);

  g_string_replace (filled, "@DATE@", day, 0);
  g_string_replace (filled, "@YEAR@", year, 0);
  g_string_replace (filled, "\"@ID@\"", id, 0);
  g_string_replace (filled, "\"@LANGUAGE@\"", language, 0);
  g_string_replace (filled, "\"@TITLE@\"", title, 0); /* last: a title may look like one of the others */
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

static gboolean
write_file (SlStagedFolder *folder, const char *path, const Answers *answers, GError **error)
{
  g_autofree char *name = g_strconcat (TEMPLATE, path, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (sl_template_get_resource (), name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *text = bytes != NULL ? fill_in (g_bytes_get_data (bytes, NULL), answers) : NULL;
  gboolean         good;
  int              fd;

  if (text == NULL)
    return FALSE;
  fd = sl_staged_folder_create_file (folder, path, error);
  if (fd < 0)
    return FALSE;
  good = sl_staged_folder_write (fd, text, strlen (text), path, error);
  close (fd);
  return good;
}

/* The reader knows best whether an id or a language is none. */
static SlCommandStatus
try (GFile *folder)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = sl_casebook_reader_read_folder (folder, &findings, &error);

  if (casebook != NULL && findings->len == 0)
    return SL_COMMAND_DONE;
  sl_command_print_findings (findings, FALSE, stderr);
  return sl_command_fail (SL_COMMAND_USAGE, _ ("Nothing was made. An id of small letters, digits and hyphens can be "
                                               "given with --id, a language tag such as “en” with --language."));
}

static SlCommandStatus
make (GFile *place, const Answers *answers)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStagedFolder) folder = sl_staged_folder_new (place, &error);
  SlCommandStatus status;

  for (guint i = 0; folder != NULL && error == NULL && i < G_N_ELEMENTS (files); i++)
    write_file (folder, files[i], answers, &error);
  if (error != NULL)
    return sl_command_fail (SL_COMMAND_FAILED, "%s", error->message);
  status = try (sl_staged_folder_get_place (folder));
  if (status != SL_COMMAND_DONE)
    return status;
  if (!sl_staged_folder_commit (folder, &error))
    return sl_command_fail (SL_COMMAND_FAILED, "%s", error->message);
  return SL_COMMAND_DONE;
}

/* A name as people write folders: small letters, and a hyphen for everything that is no letter or digit. */
static char *
dup_id (GFile *place)
{
  g_autofree char *name = g_file_get_basename (place);
  g_autofree char *plain = g_str_to_ascii (name, "C");
  GString         *id = g_string_new (NULL);

  for (const char *at = plain; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (id, g_ascii_tolower (*at));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  if (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  return g_string_free (id, FALSE);
}

SlCommandStatus
sl_new_run (char **arguments)
{
  g_autofree char   *id = NULL;
  g_autofree char   *title = NULL;
  g_autofree char   *language = NULL;
  const GOptionEntry options[] = {
    {"id", 0, 0, G_OPTION_ARG_STRING, &id, N_ ("The casebook’s id (default: the name of the folder)"), N_ ("ID")},
     {"title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("What viewers see (default: the name of the folder)"), N_ ("TITLE")},
      {"language", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("The language that it is written in (default: en)"), N_ ("LANGUAGE")},
       {NULL},
      };
  g_autoptr (GFile) place = sl_command_parse_folder (arguments, _ ("Makes a small casebook to begin with."), options);

  if (place == NULL)
    return SL_COMMAND_USAGE;
  id = id != NULL ? id : dup_id (place);
  title = title != NULL ? title : g_file_get_basename (place);
  language = language != NULL ? language : g_strdup ("en");
  return make (place, &(Answers){id, title, language});
}
