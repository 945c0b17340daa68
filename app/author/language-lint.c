/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The catalogues in a casebook: what they lack, what they say about texts that read otherwise by now, and
 * what a translation must not change. Whether a translation is good only its readers can say.
 */
#include "config.h"

#include "language-lint.h"

#include "casebook-folder.h"
#include "casebook-texts.h"
#include "catalogue.h"
#include "markup.h"
#include "translation-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLDER "locale"
#define SUFFIX ".mo"
#define MAX_NAMED 3

typedef struct
{
  SlReport    *report;
  GPtrArray   *texts; /* of SlCasebookText */
  gboolean     each;  /* whether every text is told by itself */
  const char  *file;
  SlCatalogue *catalogue;
  GHashTable  *titles; /* (element-type utf8 int): of notes, their length in this language, by context */
  GString     *untranslated;
  guint        n_untranslated;
  GString     *stale;
  guint        n_stale;
} Lint;

G_GNUC_PRINTF (5, 6)
static void
report (Lint *self, SlSeverity severity, const char *code, const char *place, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sl_report_add (self->report, severity, self->file, NULL, code, place, "%s", text);
}

static void
add_name (GString *names, guint count, const char *context)
{
  if (count <= MAX_NAMED)
    g_string_append_printf (names, "%s%s", count > 1 ? ", " : "", context);
  else if (count == MAX_NAMED + 1)
    g_string_append (names, ", …");
}

static void
take_missing (Lint *self, const SlCasebookText *text)
{
  if (sl_catalogue_has_context (self->catalogue, text->context))
    {
      add_name (self->stale, ++self->n_stale, text->context);
      if (self->each)
        report (self, SL_SEVERITY_WARNING, "stale-translation", text->context,
                _ ("the text has changed since it was translated; look at the translation again"));
      return;
    }
  add_name (self->untranslated, ++self->n_untranslated, text->context);
  if (self->each)
    report (self, SL_SEVERITY_HINT, "untranslated", text->context, _ ("this text is not translated; translate it"));
}

static void
check_facts (Lint *self, const SlCasebookText *text, const char *translation)
{
  g_autofree char *detail = NULL;

  switch (sl_translation_facts_compare (text->text, translation, &detail))
    {
    case SL_TRANSLATION_NUMBERS:
      report (self, SL_SEVERITY_WARNING, "translation-facts", text->context,
              _ ("the number %s is not in both, the text and its translation; write the same numbers"), detail);
      break;
    case SL_TRANSLATION_MARKS:
      report (self, SL_SEVERITY_WARNING, "translation-facts", text->context,
              _ ("the mark %s is not in both, the text and its translation; set the same marks"), detail);
      break;
    case SL_TRANSLATION_URLS:
      report (self, SL_SEVERITY_WARNING, "translation-facts", text->context,
              _ ("the address %s is not in both, the text and its translation; write the same one"), detail);
      break;
    case SL_TRANSLATION_LINES:
      if (text->max_lines == 0 && !text->spoken) /* captions break where their language does */
        report (self, SL_SEVERITY_WARNING, "translation-facts", text->context,
                _ ("text and translation have not the same number of lines; break them alike"));
      break;
    case SL_TRANSLATION_SAME:
    default:
      break;
    }
}

static glong
measure (const char *text)
{
  g_autofree char *plain = sl_markup_to_plain (text);

  return g_utf8_strlen (plain, -1);
}

/* Title and text of a note are read together. Returns: the characters of the title of the same note */
static glong
measure_title (Lint *self, const SlCasebookText *text)
{
  const char      *slash = strrchr (text->context, '/');
  g_autofree char *title = g_strdup_printf ("%.*s/title", (int)(slash - text->context), text->context);

  if (text->max_lines > 0 || g_str_equal (title, text->context))
    return 0;
  return GPOINTER_TO_INT (g_hash_table_lookup (self->titles, title));
}

static void
check_length (Lint *self, const SlCasebookText *text, const char *translation)
{
  const glong length = text->max_lines > 0 ? g_utf8_strlen (translation, -1) : measure (translation) + measure_title (self, text);

  if (text->max_characters > 0 && length > (glong)text->max_characters)
    report (self, SL_SEVERITY_WARNING, "too-fast", text->context,
            ngettext ("the translation has %ld character, and %u can be read in its time; shorten it",
                      "the translation has %ld characters, and %u can be read in its time; shorten it", (gulong)length),
            length, text->max_characters);
}

static void
check_lines (Lint *self, const SlCasebookText *text, const char *translation)
{
  g_auto (GStrv) lines = g_strsplit (translation, "\n", -1);
  gboolean is_long = FALSE;

  if (text->max_lines == 0)
    return;
  for (guint i = 0; lines[i] != NULL; i++)
    is_long = is_long || g_utf8_strlen (lines[i], -1) > (glong)text->max_line;
  if (is_long || g_strv_length (lines) > text->max_lines)
    report (self, SL_SEVERITY_WARNING, "long-caption", text->context,
            _ ("a caption has at most %u lines of at most %u characters; shorten it or break it otherwise"), text->max_lines,
               text->max_line);
}

/* Lengths of titles first, for a text may stand before its title. */
static void
measure_titles (Lint *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const SlCasebookText *text = self->texts->pdata[i];
      const char           *translation = sl_catalogue_lookup (self->catalogue, text->context, text->text);

      if (translation != NULL && text->duration != SL_TIME_NONE && g_str_has_suffix (text->context, "/title"))
        g_hash_table_insert (self->titles, text->context, GINT_TO_POINTER ((int)measure (translation)));
    }
}

static void
report_counts (Lint *self, guint n_known)
{
  const guint n_messages = sl_catalogue_get_n_messages (self->catalogue);

  if (!self->each && self->n_untranslated > 0)
    report (self, SL_SEVERITY_HINT, "untranslated", NULL,
            ngettext ("%u text is not translated: %s; translate it", "%u texts are not translated: %s; translate them", self->n_untranslated),
            self->n_untranslated, self->untranslated->str);
  if (!self->each && self->n_stale > 0)
    report (self, SL_SEVERITY_WARNING, "stale-translation", NULL,
            ngettext ("%u text has changed since it was translated: %s; look at the translation again",
                      "%u texts have changed since they were translated: %s; look at the translations again", self->n_stale),
            self->n_stale, self->stale->str);
  if (n_messages > n_known)
    report (self, SL_SEVERITY_WARNING, "stale-translation", NULL,
            ngettext ("%u translation is of a text that is gone; make the catalogue anew",
                      "%u translations are of texts that are gone; make the catalogue anew", n_messages - n_known),
            n_messages - n_known);
}

static void
check_texts (Lint *self)
{
  guint n_found = 0;

  self->titles = g_hash_table_new (g_str_hash, g_str_equal);
  self->untranslated = g_string_new (NULL);
  self->stale = g_string_new (NULL);
  self->n_untranslated = self->n_stale = 0;
  measure_titles (self);
  for (guint i = 0; i < self->texts->len; i++)
    {
      const SlCasebookText *text = self->texts->pdata[i];
      const char           *translation = sl_catalogue_lookup (self->catalogue, text->context, text->text);

      if (translation == NULL)
        {
          take_missing (self, text);
          continue;
        }
      n_found++;
      check_facts (self, text, translation);
      check_length (self, text, translation);
      check_lines (self, text, translation);
    }
  report_counts (self, n_found + self->n_stale);
  g_hash_table_unref (self->titles);
  g_string_free (self->untranslated, TRUE);
  g_string_free (self->stale, TRUE);
}

/* Whether the header says the language that the name of the file says; pt_BR and pt-BR are alike. */
static void
check_language (Lint *self, const char *language)
{
  const char      *said = sl_catalogue_get_field (self->catalogue, "Language");
  g_autofree char *tag = g_strdelimit (g_strdup (said != NULL ? said : ""), "_", '-');

  if (g_ascii_strcasecmp (tag, language) != 0)
    report (self, SL_SEVERITY_WARNING, "bad-catalogue", NULL,
            _ ("the catalogue says that its language is “%s”; correct the “Language” in its header, or name the file by it"), tag);
}

static void
check_catalogue (Lint *self, SlCasebookFolder *folder, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *language = g_strndup (name, strlen (name) - strlen (SUFFIX));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sl_casebook_folder_read (folder, path, SL_CATALOGUE_MAX_BYTES, &error);
  g_autoptr (SlCatalogue) catalogue = bytes != NULL ? sl_catalogue_new (bytes, &error) : NULL;

  self->file = path;
  self->catalogue = catalogue;
  if (catalogue == NULL)
    {
      report (self, SL_SEVERITY_ERROR, "bad-catalogue", NULL, "%s", error->message);
      return;
    }
  check_language (self, language);
  check_texts (self);
}

void
sl_language_lint_run (SlCasebook *casebook, const char *const *languages, SlReport *report_to)
{
  g_autoptr (SlCasebookFolder) folder = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GPtrArray) paths = NULL;
  Lint self = {.report = report_to, .each = languages != NULL};

  g_return_if_fail (SL_IS_CASEBOOK (casebook) && report_to != NULL);

  folder = sl_casebook_folder_new (sl_casebook_get_folder (casebook), NULL);
  if (folder == NULL)
    return;
  if (languages == NULL)
    paths = sl_casebook_folder_list (folder, FOLDER, SUFFIX);
  else
    paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    g_ptr_array_add (paths, g_strconcat (FOLDER "/", languages[i], SUFFIX, NULL));
  if (paths->len == 0)
    return;
  texts = sl_casebook_texts_collect (casebook);
  self.texts = texts;
  for (guint i = 0; i < paths->len; i++)
    check_catalogue (&self, folder, paths->pdata[i]);
}
