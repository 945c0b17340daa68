/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Counts what is in a casebook: its records, what its facts rest on, its clips, and how far its languages
 * are. Every figure is a number under two names, which are the format's own words, so that people and
 * programs read the same.
 */
#include "config.h"

#include "stats.h"

#include "caption.h"
#include "casebook-argument.h"
#include "casebook-folder.h"
#include "casebook-texts.h"
#include "catalogue.h"
#include "chapter.h"
#include "fact.h"
#include "json-text.h"
#include "note.h"
#include "source.h"

#include <glib/gi18n-lib.h>

#define NS_PER_S G_GINT64_CONSTANT (1000000000)
#define MAX_CATALOGUE (64 * 1024 * 1024)

typedef struct
{
  char *group;
  char *name;
  guint number;
} Figure;

static void
figure_free (gpointer data)
{
  Figure *self = data;

  g_free (self->group);
  g_free (self->name);
  g_free (self);
}

/* Adds @number to the figure of that name, which appears with its first use. */
static void
count (GPtrArray *figures, const char *group, const char *name, guint number)
{
  Figure *figure;

  for (guint i = 0; i < figures->len; i++)
    {
      figure = figures->pdata[i];
      if (g_str_equal (figure->group, group) && g_str_equal (figure->name, name))
        {
          figure->number += number;
          return;
        }
    }
  figure = g_new (Figure, 1);
  *figure = (Figure){g_strdup (group), g_strdup (name), number};
  g_ptr_array_add (figures, figure);
}

static guint
get_length (GListModel *list)
{
  return list != NULL ? g_list_model_get_n_items (list) : 0;
}

static char *
dup_word (GType type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  return g_strdelimit (g_strdup (g_enum_get_value (klass, value)->value_nick), "-", '_');
}

static void
count_records (GPtrArray *figures, SlCasebook *casebook)
{
  count (figures, "records", "films", get_length (sl_casebook_get_films (casebook)));
  count (figures, "records", "clips", get_length (sl_casebook_get_clips (casebook)));
  count (figures, "records", "facts", get_length (sl_casebook_get_facts (casebook)));
  count (figures, "records", "people", get_length (sl_casebook_get_people (casebook)));
  count (figures, "records", "places", get_length (sl_casebook_get_places (casebook)));
  count (figures, "records", "events", get_length (sl_casebook_get_events (casebook)));
  count (figures, "records", "sources", get_length (sl_casebook_get_sources (casebook)));
}

static void
count_facts (GPtrArray *figures, SlCasebook *casebook)
{
  GListModel *facts = sl_casebook_get_facts (casebook);

  for (guint i = 0; i < get_length (facts); i++)
    {
      g_autoptr (SlFact) fact = g_list_model_get_item (facts, i);
      g_autofree char *standing = dup_word (SL_TYPE_STANDING, (int)sl_fact_get_standing (fact));

      count (figures, "facts", standing, 1);
    }
}

static void
count_sources (GPtrArray *figures, SlCasebook *casebook)
{
  GListModel *sources = sl_casebook_get_sources (casebook);

  for (guint i = 0; i < get_length (sources); i++)
    {
      g_autoptr (SlSource) source = g_list_model_get_item (sources, i);
      g_autofree char *type = dup_word (SL_TYPE_SOURCE_TYPE, (int)sl_source_get_source_type (source));

      count (figures, "sources", type, 1);
      count (figures, "source_languages", sl_source_get_language (source), 1);
      count (figures, "source_copies", "archived_url", sl_source_get_archived_url (source) != NULL);
      count (figures, "source_copies", "file", sl_source_get_file (source) != NULL);
    }
}

static guint
count_chapters (GListModel *chapters)
{
  guint number = get_length (chapters);

  for (guint i = 0; i < get_length (chapters); i++)
    {
      g_autoptr (SlChapter) chapter = g_list_model_get_item (chapters, i);

      number += count_chapters (sl_chapter_get_chapters (chapter));
    }
  return number;
}

static void
count_tracks (GPtrArray *figures, const char *group, const char *kind, GListModel *tracks)
{
  for (guint i = 0; i < get_length (tracks); i++)
    {
      g_autoptr (SlCaptionTrack) track = g_list_model_get_item (tracks, i);
      g_autofree char *name = g_strdup_printf ("%s_%s", kind, sl_caption_track_get_language (track));

      count (figures, group, name, get_length (sl_caption_track_get_captions (track)));
    }
}

static void
count_clip (GPtrArray *figures, SlClip *clip)
{
  GListModel      *notes = sl_clip_get_notes (clip);
  g_autofree char *group = g_strdup_printf ("clip/%s", sl_clip_get_id (clip));

  count (figures, group, "seconds", (guint)(sl_clip_get_duration (clip) / NS_PER_S));
  count (figures, group, "chapters", count_chapters (sl_clip_get_chapters (clip)));
  for (guint i = 0; i < get_length (notes); i++)
    {
      g_autoptr (SlNote) note = g_list_model_get_item (notes, i);
      g_autofree char *kind = dup_word (SL_TYPE_NOTE_KIND, (int)sl_note_get_kind (note));
      g_autofree char *name = g_strdup_printf ("notes_%s", kind);

      count (figures, group, name, 1);
    }
  count_tracks (figures, group, "captions", sl_clip_get_captions (clip));
  count_tracks (figures, group, "descriptions", sl_clip_get_descriptions (clip));
}

static guint
count_words (const char *text)
{
  guint    number = 0;
  gboolean was_space = TRUE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gboolean is_space = g_unichar_isspace (g_utf8_get_char (at));

      number += was_space && !is_space;
      was_space = is_space;
    }
  return number;
}

/* How many of @texts each catalogue of the casebook has. */
static void
count_languages (GPtrArray *figures, SlCasebook *casebook, GPtrArray *texts)
{
  g_autoptr (SlCasebookFolder) folder = sl_casebook_folder_new (sl_casebook_get_folder (casebook), NULL);
  g_autoptr (GPtrArray) paths = NULL;

  if (folder == NULL)
    return;
  paths = sl_casebook_folder_list (folder, "locale", ".mo");
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GBytes) bytes = sl_casebook_folder_read (folder, paths->pdata[i], MAX_CATALOGUE, NULL);
      g_autoptr (SlCatalogue) catalogue = bytes != NULL ? sl_catalogue_new (bytes, NULL) : NULL;
      g_autofree char *name = g_path_get_basename (paths->pdata[i]);
      guint            n_translated = 0;

      if (catalogue == NULL) /* which `check` tells */
        continue;
      for (guint j = 0; j < texts->len; j++)
        {
          const SlCasebookText *text = texts->pdata[j];

          n_translated += sl_catalogue_lookup (catalogue, text->context, text->text) != NULL;
        }
      name[strlen (name) - strlen (".mo")] = '\0';
      count (figures, "translated", name, n_translated);
    }
}

static void
count_texts (GPtrArray *figures, SlCasebook *casebook)
{
  g_autoptr (GPtrArray) texts = sl_casebook_texts_collect (casebook);

  count (figures, "texts", "to_translate", texts->len);
  count (figures, "texts", "words", 0);
  for (guint i = 0; i < texts->len; i++)
    count (figures, "texts", "words", count_words (((SlCasebookText *)texts->pdata[i])->text));
  count_languages (figures, casebook, texts);
}

/* One object of objects, on one line. */
static void
print_json (GPtrArray *figures)
{
  g_autoptr (GString) line = g_string_new ("{");
  const char *group = NULL;

  for (guint i = 0; i < figures->len; i++)
    {
      const Figure *figure = figures->pdata[i];

      if (group != NULL && g_str_equal (figure->group, group))
        {
          g_string_append_c (line, ',');
        }
      else
        {
          g_string_append (line, group != NULL ? "}," : "");
          sl_json_text_append (line, figure->group);
          g_string_append (line, ":{");
          group = figure->group;
        }
      sl_json_text_append (line, figure->name);
      g_string_append_printf (line, ":%u", figure->number);
    }
  fprintf (stdout, "%s}}\n", line->str);
}

static void
print_lines (GPtrArray *figures)
{
  const char *group = "";

  for (guint i = 0; i < figures->len; i++)
    {
      const Figure *figure = figures->pdata[i];

      if (!g_str_equal (figure->group, group))
        fprintf (stdout, "%s%s\n", i > 0 ? "\n" : "", figure->group);
      group = figure->group;
      fprintf (stdout, "  %-32s%8u\n", figure->name, figure->number);
    }
}

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer data)
{
  const Figure *left = *(Figure *const *)a;
  const Figure *right = *(Figure *const *)b;
  GHashTable   *order = data;

  return GPOINTER_TO_INT (g_hash_table_lookup (order, left->group)) - GPOINTER_TO_INT (g_hash_table_lookup (order, right->group));
}

/* Puts the figures of a group together, groups and names in the order of their first use. */
static void
group_figures (GPtrArray *figures)
{
  g_autoptr (GHashTable) order = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < figures->len; i++)
    if (!g_hash_table_contains (order, ((Figure *)figures->pdata[i])->group))
      g_hash_table_insert (order, ((Figure *)figures->pdata[i])->group, GINT_TO_POINTER ((int)i));
  g_ptr_array_sort_with_data (figures, compare_groups, order); /* stable */
}

SlCommandStatus
sl_stats_run (char **arguments)
{
  gboolean           as_json = FALSE;
  const GOptionEntry options[] = {
    {"json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object"), NULL},
     {NULL},
  };
  g_autoptr (SlCasebookArgument) argument =
    sl_casebook_argument_parse (arguments, _ ("Counts what is in a casebook."), options);
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (figure_free);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = NULL;
  GListModel *clips;

  if (argument == NULL)
    return SL_COMMAND_USAGE;
  casebook = sl_casebook_argument_read (argument, NULL, NULL, &findings, &error);
  if (casebook == NULL)
    return sl_command_fail (SL_COMMAND_FAILED, "%s", error->message);
  count_records (figures, casebook);
  count_facts (figures, casebook);
  count_sources (figures, casebook);
  clips = sl_casebook_get_clips (casebook);
  for (guint i = 0; i < get_length (clips); i++)
    {
      g_autoptr (SlClip) clip = g_list_model_get_item (clips, i);

      count_clip (figures, clip);
    }
  count_texts (figures, casebook);
  group_figures (figures);
  if (as_json)
    print_json (figures);
  else
    print_lines (figures);
  return SL_COMMAND_DONE;
}
