/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the words of one language are: in a file of captions, in a catalogue, or, for the casebook's own, in its records.
 * Which of them are shown is decided by whoever shows them.
 */
#include "wording.h"

#include "casebook-folder.h"
#include "catalogue.h"

#include <string.h>

#define FOLDER "locale"
#define ENDING ".mo"

struct _SlWording
{
  gatomicrefcount refs;
  char           *language;
  char           *source;
  GListModel     *lines[SL_N_LINES];        /* (nullable) */
  GListModel     *source_lines[SL_N_LINES]; /* (nullable) */
  SlCatalogue    *catalogue;                /* (nullable) */
};

static gboolean
is_same (const char *a, const char *b)
{
  return a != NULL && b != NULL && g_ascii_strcasecmp (a, b) == 0;
}

static gboolean
has (GPtrArray *languages, const char *language)
{
  for (guint i = 0; i < languages->len; i++)
    if (is_same (languages->pdata[i], language))
      return TRUE;
  return FALSE;
}

/* Returns: (nullable): of SlCaptionTrack */
static GListModel *
get_tracks (SlClip *clip, SlLines lines)
{
  return lines == SL_LINES_DESCRIBED ? sl_clip_get_descriptions (clip) : sl_clip_get_captions (clip);
}

/* Captions that tell of sounds, too, rather than subtitles. @language: (nullable): any. Returns: (nullable) */
static GListModel *
find_lines (SlClip *clip, SlLines lines, const char *language)
{
  GListModel *tracks = get_tracks (clip, lines), *found = NULL;
  gboolean    found_subtitles = FALSE;

  for (guint i = 0; tracks && i < g_list_model_get_n_items (tracks); i++)
    {
      g_autoptr (SlCaptionTrack) track = g_list_model_get_item (tracks, i);
      GListModel    *captions = sl_caption_track_get_captions (track);
      const gboolean is_subtitles = g_strcmp0 (sl_caption_track_get_kind (track), "subtitles") == 0;

      if (captions == NULL || (language != NULL && !is_same (sl_caption_track_get_language (track), language)))
        continue;
      if (found != NULL && (is_subtitles || !found_subtitles))
        continue;
      found = captions; /* the clip keeps it alive */
      found_subtitles = is_subtitles;
    }
  return found;
}

static SlCatalogue *
read_catalogue (SlCasebook *casebook, const char *language)
{
  g_autoptr (SlCasebookFolder) folder = NULL;
  g_autoptr (GPtrArray) paths = NULL;
  g_autofree char *wanted = g_strconcat (FOLDER "/", language, ENDING, NULL);

  folder = sl_casebook_get_folder (casebook) ? sl_casebook_folder_new (sl_casebook_get_folder (casebook), NULL) : NULL;
  if (folder == NULL)
    return NULL;
  paths = sl_casebook_folder_list (folder, FOLDER, ENDING);
  for (guint i = 0; i < paths->len; i++)
    if (is_same (paths->pdata[i], wanted))
      {
        g_autoptr (GBytes) bytes = sl_casebook_folder_read (folder, paths->pdata[i], SL_CATALOGUE_MAX_BYTES, NULL);

        return bytes ? sl_catalogue_new (bytes, NULL) : NULL;
      }
  return NULL;
}

static void
add_tracks (GPtrArray *languages, SlClip *clip, SlLines lines)
{
  GListModel *tracks = get_tracks (clip, lines);

  for (guint i = 0; tracks && i < g_list_model_get_n_items (tracks); i++)
    {
      g_autoptr (SlCaptionTrack) track = g_list_model_get_item (tracks, i);

      if (sl_caption_track_get_captions (track) && !has (languages, sl_caption_track_get_language (track)))
        g_ptr_array_add (languages, g_strdup (sl_caption_track_get_language (track)));
    }
}

static void
add_catalogues (GPtrArray *languages, SlCasebook *casebook)
{
  g_autoptr (SlCasebookFolder) folder = NULL;
  g_autoptr (GPtrArray) paths = NULL;

  folder = sl_casebook_get_folder (casebook) ? sl_casebook_folder_new (sl_casebook_get_folder (casebook), NULL) : NULL;
  paths = folder ? sl_casebook_folder_list (folder, FOLDER, ENDING) : NULL;
  for (guint i = 0; paths && i < paths->len; i++)
    {
      g_autofree char *name = g_path_get_basename (paths->pdata[i]);

      name[strlen (name) - strlen (ENDING)] = '\0';
      if (!has (languages, name))
        g_ptr_array_add (languages, g_steal_pointer (&name));
    }
}

GStrv
sl_wording_list_languages (SlCasebook *casebook, SlClip *clip)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new ();

  g_return_val_if_fail (SL_IS_CASEBOOK (casebook) && SL_IS_CLIP (clip), NULL);

  g_ptr_array_add (languages, g_strdup (sl_casebook_get_language (casebook)));
  for (SlLines lines = 0; lines < SL_N_LINES; lines++)
    add_tracks (languages, clip, lines);
  add_catalogues (languages, casebook);
  g_ptr_array_add (languages, NULL);
  return (GStrv)g_ptr_array_free (g_steal_pointer (&languages), FALSE);
}

SlWording *
sl_wording_new (SlCasebook *casebook, SlClip *clip, const char *language)
{
  SlWording *self;

  g_return_val_if_fail (SL_IS_CASEBOOK (casebook) && SL_IS_CLIP (clip) && language != NULL, NULL);

  self = g_new0 (SlWording, 1);
  g_atomic_ref_count_init (&self->refs);
  self->language = g_strdup (language);
  self->source = g_strdup (sl_casebook_get_language (casebook));
  for (SlLines lines = 0; lines < SL_N_LINES; lines++)
    {
      g_set_object (&self->lines[lines], find_lines (clip, lines, language));
      g_set_object (&self->source_lines[lines], find_lines (clip, lines, self->source));
      if (self->source_lines[lines] == NULL)
        g_set_object (&self->source_lines[lines], find_lines (clip, lines, NULL));
    }
  if (!is_same (language, self->source))
    self->catalogue = read_catalogue (casebook, language);
  return self;
}

SlWording *
sl_wording_new_with_captions (SlCasebook *casebook, SlClip *clip, GListModel *captions)
{
  SlWording *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (captions), NULL);

  self = sl_wording_new (casebook, clip, sl_casebook_get_language (casebook));
  g_set_object (&self->lines[SL_LINES_SPOKEN], captions);
  return self;
}

SlWording *
sl_wording_ref (SlWording *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sl_wording_unref (SlWording *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->language);
  g_free (self->source);
  for (SlLines lines = 0; lines < SL_N_LINES; lines++)
    {
      g_clear_object (&self->lines[lines]);
      g_clear_object (&self->source_lines[lines]);
    }
  g_clear_pointer (&self->catalogue, sl_catalogue_unref);
  g_free (self);
}

const char *
sl_wording_get_language (SlWording *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

const char *
sl_wording_get_source (SlWording *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->source;
}

GListModel *
sl_wording_get_lines (SlWording *self, SlLines lines)
{
  g_return_val_if_fail (self != NULL && lines < SL_N_LINES, NULL);

  return self->lines[lines];
}

GListModel *
sl_wording_get_source_lines (SlWording *self, SlLines lines)
{
  g_return_val_if_fail (self != NULL && lines < SL_N_LINES, NULL);

  return self->source_lines[lines];
}

const char *
sl_wording_get_context (SlLines lines)
{
  return lines == SL_LINES_DESCRIBED ? "description" : "caption";
}

gboolean
sl_wording_has_catalogue (SlWording *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->catalogue != NULL;
}

const char *
sl_wording_say (SlWording *self, const char *context, const char *text, gboolean *is_own)
{
  const char *said;

  g_return_val_if_fail (self != NULL && context != NULL && text != NULL && is_own != NULL, text);

  said = self->catalogue ? sl_catalogue_lookup (self->catalogue, context, text) : NULL;
  *is_own = said != NULL || is_same (self->language, self->source);
  return said ? said : text;
}
