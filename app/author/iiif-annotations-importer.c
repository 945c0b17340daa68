/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Annotations on a canvas as notes, or as captions where their words say what is heard. What lies elsewhere is
 * not fetched.
 */
#include "config.h"

#include "iiif-annotations-importer.h"

#include "html-text.h"
#include "records-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const note_kinds[] = {"context", "fact", "person", "place", "quote", "production", "title", NULL};
static const char *const caption_keys[] = {"id", "type", "motivation", "provides", "body", "target", NULL};
static const char *const annotation_keys[] = {"id", "type", "motivation", "body", "target", NULL};
static void
append_words (JsonObject *record, const char *key, const char *words)
{
  const char      *before = sl_record_get_text (record, key);
  g_autofree char *all = before != NULL ? g_strdup_printf ("%s\n\n%s", before, words) : g_strdup (words);

  sl_record_set_text (record, key, all);
}

static gboolean
is_other_language (SlIiif *self, const SlJsonValue *body)
{
  const char *asked = self->import->options->language;
  const char *language = sl_json_value_get_text (body, "language");

  return asked != NULL && language != NULL && g_ascii_strncasecmp (asked, language, strcspn (asked, "-")) != 0;
}

/* Whether @body is words that are wanted. */
static gboolean
has_words (SlIiif *self, const SlJsonValue *body)
{
  return (sl_json_value_get_string (body) != NULL ||
          (g_strcmp0 (sl_iiif_get_type (body), "TextualBody") == 0 && sl_json_value_get_text (body, "value") != NULL)) &&
         !is_other_language (self, body);
}

/* Takes the first text of those that a body of the type Choice offers, and tells of the others. Another body stays. */
static SlJsonValue
choose_body (SlIiif *self, const SlJsonValue *body, const char *where)
{
  SlJsonValue items;
  SlJsonValue chosen = *body;
  gboolean    found = FALSE;
  SlJsonWalk  walk = {0};

  if (g_strcmp0 (sl_iiif_get_type (body), "Choice") != 0 || !sl_json_value_get (body, "items", &items))
    return chosen;
  while (sl_json_walk_each (&walk, &items))
    if (!found && has_words (self, &walk.value))
      {
        chosen = walk.value;
        found = TRUE;
      }
    else
      {
        sl_import_report (self->import, SL_SEVERITY_HINT, &walk.value, "not-carried", where,
                          _ ("this is another choice of the same annotation, so it is left out; write it by hand where it matters"));
      }
  return chosen;
}

/* One body of an annotation. */
static void
read_body (SlIiif *self, const SlJsonValue *body, const char *where, JsonObject *record)
{
  const char      *value = sl_json_value_get_string (body);
  const char      *purpose = sl_json_value_get_text (body, "purpose");
  const char      *format = sl_json_value_get_text (body, "format");
  g_autofree char *words = NULL;
  gboolean         had_markup;

  if (value == NULL && g_strcmp0 (sl_iiif_get_type (body), "TextualBody") == 0)
    value = sl_json_value_get_text (body, "value");
  if (value == NULL)
    {
      sl_import_report (self->import, SL_SEVERITY_HINT, body, "not-fetched", where,
                        _ ("what this annotation points to is not fetched; save it and import it by itself"));
      return;
    }
  if (is_other_language (self, body))
    {
      sl_import_report (self->import, SL_SEVERITY_HINT, body, "other-language", where,
                        _ ("words in “%s” are left out; import again with “--language”"), sl_json_value_get_text (body, "language"));
      return;
    }
  words = g_strcmp0 (format, "text/html") == 0 ? sl_html_text_strip (value, &had_markup) : g_strdup (value);
  if (g_strcmp0 (format, "text/html") == 0 && had_markup)
    sl_import_report (self->import, SL_SEVERITY_WARNING, body, "html", where, _ ("HTML was taken out of this text; look at the words"));
  if (g_strcmp0 (purpose, "identifying") == 0)
    append_words (record, "title", words);
  else if (g_strcmp0 (purpose, "classifying") == 0 && g_strv_contains (note_kinds, words))
    json_object_set_string_member (record, "kind", words);
  else
    append_words (record, "text", words);
}

static gboolean
read_target (SlIiif *self, const SlJsonValue *annotation, const char *where, SlIiifPlace *place)
{
  SlJsonValue target;
  SlJsonWalk  walk = {0};

  if (!sl_json_value_get (annotation, "target", &target) || !sl_json_walk_each (&walk, &target) ||
      !sl_iiif_read_place (self, &walk.value, where, place))
    {
      sl_import_report (self->import, SL_SEVERITY_ERROR, annotation, "no-target", where,
                        _ ("this annotation has no target, so it is left out; add it"));
      return FALSE;
    }
  while (sl_json_walk_each (&walk, &target))
    sl_import_report (self->import, SL_SEVERITY_HINT, &walk.value, "not-carried", where,
                      _ ("this is another target of the same annotation, so it is left out; give it an annotation of its own"));
  if (!place->is_here)
    sl_import_report (self->import, SL_SEVERITY_HINT, annotation, "other-canvas", where,
                      _ ("this annotation is not on the canvas that is imported, so it is left out; choose another one with “--canvas”"));
  return place->is_here;
}

/* Whether there are words in one of the bodies or choices of @body. */
static gboolean
has_text (const SlJsonValue *body)
{
  SlJsonValue items;
  SlJsonWalk  walk = {0};

  while (sl_json_walk_each (&walk, body))
    if (sl_json_value_get_text (&walk.value, "value") != NULL)
      return TRUE;
    else if (g_strcmp0 (sl_iiif_get_type (&walk.value), "Choice") == 0 && sl_json_value_get (&walk.value, "items", &items) && has_text (&items))
      return TRUE;
  return FALSE;
}

/* Captions whose words stand in the annotation itself. Returns: FALSE when they do not */
static gboolean
read_caption (SlIiif *self, const SlJsonValue *annotation, const char *where)
{
  g_autoptr (JsonObject) record = json_object_new ();
  SlIiifPlace place;
  SlJsonValue body;
  SlJsonWalk  walk = {0};

  if (!sl_json_value_get (annotation, "body", &body) || !has_text (&body))
    return FALSE;
  if (!read_target (self, annotation, where, &place))
    return TRUE;
  sl_record_set_span (record, &place.span);
  while (sl_json_walk_each (&walk, &body))
    {
      SlJsonValue one = choose_body (self, &walk.value, where);

      read_body (self, &one, where, record);
    }
  sl_import_report_others (self->import, annotation, where, caption_keys);
  if (json_object_has_member (record, "text"))
    sl_records_add (self->import->records, SL_RECORDS_CUES, g_steal_pointer (&record));
  return TRUE;
}

static void
read_annotation (SlIiif *self, const SlJsonValue *annotation, const char *where)
{
  g_autoptr (JsonObject) record = json_object_new ();
  SlIiifPlace place;
  SlJsonValue body;
  SlJsonWalk  walk = {0};

  if (sl_iiif_has_word (annotation, "motivation", "supplementing") && read_caption (self, annotation, where))
    return;
  if (sl_iiif_has_word (annotation, "motivation", "supplementing") || sl_iiif_has_word (annotation, "motivation", "painting"))
    {
      sl_import_report (self->import, SL_SEVERITY_HINT, annotation, "not-fetched", where,
                        _ ("captions, transcripts and films are not fetched; save them and import them by themselves"));
      return;
    }
  if (!read_target (self, annotation, where, &place))
    return;
  sl_iiif_set_id (record, annotation, "/note/");
  sl_record_set_span (record, &place.span);
  json_object_set_string_member (record, "kind", "context");
  if (sl_json_value_get (annotation, "body", &body))
    while (sl_json_walk_each (&walk, &body))
      {
        SlJsonValue one = choose_body (self, &walk.value, where);

        read_body (self, &one, where, record);
      }
  sl_import_report_others (self->import, annotation, where, annotation_keys);
  if (json_object_has_member (record, "title") || json_object_has_member (record, "text"))
    sl_records_add (self->import->records, SL_RECORDS_NOTES, g_steal_pointer (&record));
  else
    sl_import_report (self->import, SL_SEVERITY_WARNING, annotation, "no-text", where,
                      _ ("this annotation has no words, so it is left out; write some"));
}

void
sl_iiif_read_pages (SlIiif *self, const SlJsonValue *pages)
{
  SlJsonWalk walk = {0};
  guint      number = 0;

  while (sl_json_walk_each (&walk, pages))
    {
      SlJsonValue items;
      SlJsonWalk  inner = {0};

      if (!sl_json_value_get (&walk.value, "items", &items))
        {
          sl_import_report (self->import, SL_SEVERITY_WARNING, &walk.value, "not-fetched", "annotations",
                            _ ("this page of annotations is somewhere else and is not fetched; save it and import it by itself"));
          continue;
        }
      while (sl_json_walk_each (&inner, &items))
        {
          g_autofree char *where = g_strdup_printf ("annotations[%u]", number++);

          read_annotation (self, &inner.value, where);
        }
    }
}
