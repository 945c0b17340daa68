/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every text of a casebook that is translated, with the place by which a catalogue knows it. Which fields
 * these are the tables say, see schema-texts; here are the files, and captions, which are no JSON.
 */
#include "casebook-texts.h"

#include "casebook-fields.h"
#include "casebook-folder.h"
#include "schema-texts.h"
#include "webvtt.h"
#include "wording.h"

#define NS_PER_MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  SlCasebookFolder *folder;
  SlReport         *report;   /* of findings that the casebook has already */
  const char       *file;     /* that is being read */
  GHashTable       *contexts; /* (element-type utf8): those that are taken */
  GPtrArray        *texts;    /* of SlCasebookText */
} Collecting;

static void
text_free (SlCasebookText *text)
{
  g_free (text->context);
  g_free (text->text);
  g_free (text->comment);
  g_free (text->speaker);
  g_free (text->file);
  g_free (text);
}

/* The first record with an id keeps it, so the first text with a context does. @text: (transfer full) */
static void
add (Collecting *self, SlCasebookText *text)
{
  text->file = g_strdup (self->file);
  if (g_hash_table_add (self->contexts, text->context))
    g_ptr_array_add (self->texts, text);
  else
    text_free (text);
}

static void
add_field_cb (const SlSchemaText *field, gpointer data)
{
  SlCasebookText *text = g_new0 (SlCasebookText, 1);

  text->context = g_strdup (field->context);
  text->text = g_strdup (field->text);
  text->comment = g_strdup (field->comment);
  text->line = field->at.line;
  text->duration = field->duration;
  text->max_characters = field->max_characters;
  add (data, text);
}

/* Returns: (nullable): NULL when the file is not there or not good */
static SlDocument *
open_document (Collecting *self, const char *path)
{
  g_autoptr (GBytes) bytes = sl_casebook_folder_read (self->folder, path, SL_JSON_MAX_BYTES, NULL);

  self->file = path;
  return bytes != NULL ? sl_document_new (path, bytes, self->report, NULL) : NULL;
}

static void
collect_object (Collecting *self, const SlSchema *schema, const char *word, gboolean by_id, const char *path)
{
  g_autoptr (SlDocument) document = open_document (self, path);

  if (document != NULL)
    sl_schema_texts_walk_object (schema, word, by_id, document, add_field_cb, self);
}

static void
collect_array (Collecting *self, const SlKindInfo *info)
{
  g_autoptr (SlDocument) document = open_document (self, info->file);

  if (document != NULL)
    sl_schema_texts_walk_array (info->schema, info->word, document, add_field_cb, self);
}

static void
limit_caption (SlCasebookText *text)
{
  text->max_lines = SL_CAPTION_LINES;
  text->max_line = SL_CAPTION_LINE;
  if (text->duration > 0)
    text->max_characters = (guint)MIN (text->duration / NS_PER_MS * SL_CAPTION_SPEED / 1000, SL_CAPTION_LINES * SL_CAPTION_LINE);
}

/* Where the film waits anyway a description is as long as it has to be. */
static void
limit_description (SlCasebookText *text, const SlTimedText *cue)
{
  text->spoken = TRUE;
  if (text->duration > 0 && !cue->extended)
    text->max_characters = (guint)MIN (text->duration / NS_PER_MS * SL_DESCRIPTION_SPEED / 1000, G_MAXINT);
}

static void
add_cue (Collecting *self, const SlTimedText *cue, const char *prefix, gboolean spoken)
{
  SlCasebookText  *text;
  g_autofree char *start = sl_time_format (cue->span.start);

  if (*cue->text == '\0')
    return;
  text = g_new0 (SlCasebookText, 1);
  text->context = g_strdup_printf ("%s/%s", prefix, *cue->id != '\0' ? cue->id : start);
  text->text = g_strdup (cue->text);
  text->speaker = g_strdup (cue->speaker);
  text->line = cue->line;
  text->duration = cue->span.end - cue->span.start;
  if (spoken)
    limit_description (text, cue);
  else
    limit_caption (text);
  add (self, text);
}

/* @prefix: the context of the clip and the word for the cues */
static void
collect_track (Collecting *self, SlCaptionTrack *track, const char *prefix, gboolean spoken)
{
  const char *path = sl_caption_track_get_file (track);
  g_autoptr (GBytes) bytes = sl_casebook_folder_read (self->folder, path, SL_WEBVTT_MAX_BYTES, NULL);
  g_autoptr (GPtrArray) cues = NULL;

  self->file = path;
  if (bytes != NULL)
    cues = sl_webvtt_parse (bytes, path, self->report, NULL);
  for (guint i = 0; cues != NULL && i < cues->len; i++)
    add_cue (self, cues->pdata[i], prefix, spoken);
}

/* @tracks: (nullable): of SlCaptionTrack */
static void
collect_tracks (Collecting *self, SlClip *clip, GListModel *tracks, gboolean spoken, const char *language)
{
  const SlKindInfo *info = sl_casebook_fields_get_kind (SL_KIND_CLIPS);
  g_autofree char  *prefix = g_strdup_printf ("%s/%s/%s", info->word, sl_clip_get_id (clip), sl_wording_get_context (spoken ? SL_LINES_DESCRIBED : SL_LINES_SPOKEN));

  for (guint i = 0; tracks != NULL && i < g_list_model_get_n_items (tracks); i++)
    {
      g_autoptr (SlCaptionTrack) track = g_list_model_get_item (tracks, i);

      if (g_ascii_strcasecmp (sl_caption_track_get_language (track), language) == 0)
        collect_track (self, track, prefix, spoken);
    }
}

/* Each clip's file, and then its captions. */
static void
collect_clips (Collecting *self, SlCasebook *casebook)
{
  const SlKindInfo *info = sl_casebook_fields_get_kind (SL_KIND_CLIPS);
  const char       *language = sl_casebook_get_language (casebook);
  GListModel       *clips = sl_casebook_get_clips (casebook);
  g_autoptr (GPtrArray) paths = sl_casebook_folder_list (self->folder, SL_CASEBOOK_CLIPS, ".json");

  for (guint i = 0; i < paths->len; i++)
    collect_object (self, info->schema, info->word, TRUE, paths->pdata[i]);
  for (guint i = 0; clips != NULL && i < g_list_model_get_n_items (clips); i++)
    {
      g_autoptr (SlClip) clip = g_list_model_get_item (clips, i);

      collect_tracks (self, clip, sl_clip_get_captions (clip), FALSE, language);
      collect_tracks (self, clip, sl_clip_get_descriptions (clip), TRUE, language);
    }
}

GPtrArray *
sl_casebook_texts_collect (SlCasebook *casebook)
{
  static const SlKind order[] = {SL_KIND_FACTS, SL_KIND_EVENTS, SL_KIND_PEOPLE, SL_KIND_PLACES, SL_KIND_SOURCES};
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GHashTable) contexts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (SlCasebookFolder) folder = NULL;
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify)text_free);

  g_return_val_if_fail (SL_IS_CASEBOOK (casebook), texts);
  g_return_val_if_fail (sl_casebook_get_folder (casebook) != NULL, texts);

  folder = sl_casebook_folder_new (sl_casebook_get_folder (casebook), NULL);
  if (folder == NULL)
    return texts;
  Collecting self = {folder, report, NULL, contexts, texts};
  collect_object (&self, sl_casebook_fields_get_casebook (), "casebook", FALSE, SL_CASEBOOK_FILE);
  collect_array (&self, sl_casebook_fields_get_kind (SL_KIND_FILMS));
  collect_clips (&self, casebook);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    collect_array (&self, sl_casebook_fields_get_kind (order[i]));
  return texts;
}
