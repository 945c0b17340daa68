/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A manifest of IIIF Presentation 3: the ranges over one canvas become chapters, the annotations on it become
 * notes or captions. A page of annotations may come by itself. Nothing that a manifest points to is fetched.
 */
#include "config.h"

#include "iiif-importer.h"

#include "html-text.h"
#include "iiif-values-importer.h"
#include "records-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const manifest_keys[] = {"@context", "id", "type", "items", "structures", NULL};
static const char *const canvas_keys[] = {"id", "type", "duration", "items", "annotations", "width", "height", NULL};
static const char *const range_keys[] = {"id", "type", "label", "summary", "items", "behavior", NULL};
static const char *const annotation_keys[] = {"id", "type", "motivation", "body", "target", NULL};
static const char *const caption_keys[] = {"id", "type", "motivation", "provides", "body", "target", NULL};
static const char *const page_keys[] = {"@context", "id", "type", "items", NULL};
static const char *const note_kinds[] = {"context", "fact", "person", "place", "quote", "production", "title", NULL};

/* The id of a casebook at the end of an address that this program wrote. */
static void
set_id (SlIiif *self, JsonObject *record, const SlJsonValue *value, const char *folder)
{
  const char *address = sl_json_value_get_text (value, "id");
  const char *at = address != NULL ? g_strrstr (address, folder) : NULL;

  if (at != NULL && sl_record_is_id (at + strlen (folder)))
    sl_record_set_text (record, "id", at + strlen (folder));
}

static gboolean
is_range (const SlJsonValue *value)
{
  const char *type = sl_iiif_get_type (value);

  return g_strcmp0 (type, "Range") == 0 || g_strcmp0 (type, "sc:Range") == 0;
}

static void
widen (SlIiifPlace *whole, const SlIiifPlace *part)
{
  if (!part->is_here)
    return;
  if (!whole->is_here)
    {
      *whole = *part;
      return;
    }
  whole->span.start = MIN (whole->span.start, part->span.start);
  if (whole->span.end == SL_TIME_NONE || part->span.end == SL_TIME_NONE)
    whole->span.end = SL_TIME_NONE;
  else
    whole->span.end = MAX (whole->span.end, part->span.end);
  whole->is_point = whole->span.end == whole->span.start;
}

static JsonObject *read_range (SlIiif *self, const SlJsonValue *range, const char *where, SlIiifPlace *extent);

/* Reads what is in a range. @own: (out): where it is by itself; @inner: (out): where the ranges in it are */
static JsonArray *
read_items (SlIiif *self, const SlJsonValue *range, const char *where, SlIiifPlace *own, SlIiifPlace *inner)
{
  JsonArray  *chapters = json_array_new ();
  SlJsonValue items;
  SlJsonWalk  walk = {0};

  if (!sl_json_value_get (range, "items", &items))
    return chapters;
  while (sl_json_walk_each (&walk, &items))
    {
      g_autofree char *place = g_strdup_printf ("%s.items[%u]", where, walk.index - 1);
      SlIiifPlace      part = {0};

      if (is_range (&walk.value))
        {
          JsonObject *chapter = read_range (self, &walk.value, place, &part);

          if (chapter != NULL)
            json_array_add_object_element (chapters, chapter);
          widen (inner, &part);
        }
      else if (sl_iiif_read_place (self, &walk.value, place, &part))
        {
          widen (own, &part);
        }
      else
        {
          sl_import_report (self->import, SL_SEVERITY_WARNING, &walk.value, "unknown-item", place,
                            _ ("this is neither a range nor a part of a canvas, so it is left out; correct it"));
        }
    }
  return chapters;
}

static void
set_title (SlIiif *self, const SlJsonValue *range, const char *where, JsonObject *record)
{
  g_autofree char *title = sl_iiif_read_words (self, range, "label", where);
  g_autofree char *summary = sl_iiif_read_words (self, range, "summary", where);

  if (title == NULL)
    {
      title = g_strdup (_ ("Untitled"));
      sl_import_report (self->import, SL_SEVERITY_WARNING, range, "no-title", where, _ ("this range has no label; write a title"));
    }
  json_object_set_string_member (record, "title", title);
  sl_record_set_text (record, "summary", summary);
}

static void
set_behavior (SlIiif *self, const SlJsonValue *range, const char *where, JsonObject *record)
{
  SlJsonValue behavior;
  SlJsonWalk  walk = {0};

  if (!sl_json_value_get (range, "behavior", &behavior))
    return;
  while (sl_json_walk_each (&walk, &behavior))
    if (g_strcmp0 (sl_json_value_get_string (&walk.value), "no-nav") == 0)
      json_object_set_boolean_member (record, "hidden", TRUE);
    else
      sl_import_report (self->import, SL_SEVERITY_HINT, &walk.value, "not-carried", where,
                        _ ("“%s” has no place in a casebook and is left out; write it by hand where it matters"), "behavior");
}

/* Returns: (transfer full) (nullable): NULL when it is not on this canvas; @extent: (out): where it is */
static JsonObject *
read_range (SlIiif *self, const SlJsonValue *range, const char *where, SlIiifPlace *extent)
{
  SlIiifPlace own = {0};
  SlIiifPlace inner = {0};
  JsonArray  *chapters = read_items (self, range, where, &own, &inner);
  JsonObject *record;

  *extent = own.is_here ? own : inner;
  if (!extent->is_here)
    {
      json_array_unref (chapters);
      sl_import_report (self->import, SL_SEVERITY_HINT, range, "other-canvas", where,
                        _ ("this range is not on the canvas that is imported, so it is left out; choose another one with “--canvas”"));
      return NULL;
    }
  record = json_object_new ();
  set_id (self, record, range, "/chapter/");
  set_title (self, range, where, record);
  sl_record_set_span (record, &extent->span);
  set_behavior (self, range, where, record);
  sl_import_report_others (self->import, range, where, range_keys);
  if (json_array_get_length (chapters) > 0)
    json_object_set_array_member (record, "chapters", chapters);
  else
    json_array_unref (chapters);
  return record;
}

/* Whether @structures is one range that only holds others: a table of contents, and no chapter itself. */
static gboolean
unwrap (const SlJsonValue *structures, SlJsonValue *items)
{
  SlJsonWalk  walk = {0};
  SlJsonWalk  inner = {0};
  SlJsonValue list;

  if (!sl_json_value_is_array (structures) || json_array_get_length (json_node_get_array (structures->node)) != 1 ||
      !sl_json_walk_each (&walk, structures) || !is_range (&walk.value) || !sl_json_value_get (&walk.value, "items", &list))
    return FALSE;
  while (sl_json_walk_each (&inner, &list))
    if (!is_range (&inner.value))
      return FALSE;
  *items = list;
  return inner.index > 0;
}

static void
read_structures (SlIiif *self, const SlJsonValue *structures)
{
  SlJsonValue items = *structures;
  SlJsonWalk  walk = {0};

  if (unwrap (structures, &items))
    sl_import_report (self->import, SL_SEVERITY_HINT, structures, "contents", "structures",
                      _ ("the only range holds all others, so it is taken for the table of contents; nothing needs to be done"));
  while (sl_json_walk_each (&walk, &items))
    {
      g_autofree char *where = g_strdup_printf ("structures[%u]", walk.index - 1);
      SlIiifPlace      extent = {0};
      JsonObject      *record = NULL;

      if (is_range (&walk.value))
        record = read_range (self, &walk.value, where, &extent);
      else
        sl_import_report (self->import, SL_SEVERITY_WARNING, &walk.value, "unknown-item", where,
                          _ ("this is not a range, so it is left out; correct it"));
      if (record != NULL)
        sl_records_add (self->import->records, SL_RECORDS_CHAPTERS, record);
    }
}

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

  if (!sl_json_value_get (annotation, "target", &target) || !sl_iiif_read_place (self, &target, where, place))
    {
      sl_import_report (self->import, SL_SEVERITY_ERROR, annotation, "no-target", where,
                        _ ("this annotation has no target, so it is left out; add it"));
      return FALSE;
    }
  if (!place->is_here)
    sl_import_report (self->import, SL_SEVERITY_HINT, annotation, "other-canvas", where,
                      _ ("this annotation is not on the canvas that is imported, so it is left out; choose another one with “--canvas”"));
  return place->is_here;
}

/* Captions whose words stand in the annotation itself. Returns: FALSE when they do not */
static gboolean
read_caption (SlIiif *self, const SlJsonValue *annotation, const char *where)
{
  g_autoptr (JsonObject) record = json_object_new ();
  SlIiifPlace place;
  SlJsonValue body;
  SlJsonWalk  walk = {0};

  if (!sl_json_value_get (annotation, "body", &body) || sl_json_value_get_text (&body, "value") == NULL)
    return FALSE;
  if (!read_target (self, annotation, where, &place))
    return TRUE;
  sl_record_set_span (record, &place.span);
  while (sl_json_walk_each (&walk, &body))
    read_body (self, &walk.value, where, record);
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
  set_id (self, record, annotation, "/note/");
  sl_record_set_span (record, &place.span);
  json_object_set_string_member (record, "kind", "context");
  if (sl_json_value_get (annotation, "body", &body))
    while (sl_json_walk_each (&walk, &body))
      read_body (self, &walk.value, where, record);
  sl_import_report_others (self->import, annotation, where, annotation_keys);
  if (json_object_has_member (record, "title") || json_object_has_member (record, "text"))
    sl_records_add (self->import->records, SL_RECORDS_NOTES, g_steal_pointer (&record));
  else
    sl_import_report (self->import, SL_SEVERITY_WARNING, annotation, "no-text", where,
                      _ ("this annotation has no words, so it is left out; write some"));
}

static void
read_pages (SlIiif *self, const SlJsonValue *pages)
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

static void
read_canvas (SlIiif *self, const SlJsonValue *canvas)
{
  SlJsonValue value;
  double      seconds;
  gboolean    odd;

  self->canvas = sl_json_value_get_text (canvas, "id") != NULL ? sl_json_value_get_text (canvas, "id") : "";
  self->duration = SL_TIME_NONE;
  if (!sl_json_value_get (canvas, "duration", &value))
    sl_import_report (self->import, SL_SEVERITY_WARNING, canvas, "no-duration", "canvas",
                      _ ("this canvas has no duration, so what goes to its end has no end; add it"));
  else if (!sl_json_value_get_number (&value, &seconds, &odd) || !sl_import_seconds (seconds, &self->duration, &odd))
    sl_import_report (self->import, SL_SEVERITY_WARNING, &value, "bad-time", "canvas",
                      _ ("“%s” is not a number of seconds; correct it"), "duration");
  sl_import_report_others (self->import, canvas, "canvas", canvas_keys);
  if (sl_json_value_get (canvas, "items", &value))
    sl_import_report (self->import, SL_SEVERITY_HINT, &value, "not-fetched", "canvas",
                      _ ("captions, transcripts and films are not fetched; save them and import them by themselves"));
  if (sl_json_value_get (canvas, "annotations", &value))
    read_pages (self, &value);
}

/* Finds the canvas that is asked for, and tells of the others. */
static gboolean
choose_canvas (SlIiif *self, const SlJsonValue *items, SlJsonValue *canvas, GError **error)
{
  guint      wanted = MAX (self->import->options->canvas, 1);
  guint      number = 0;
  gboolean   found = FALSE;
  SlJsonWalk walk = {0};

  while (sl_json_walk_each (&walk, items))
    {
      g_autofree char *where = g_strdup_printf ("items[%u]", walk.index - 1);

      if (g_strcmp0 (sl_iiif_get_type (&walk.value), "Canvas") != 0)
        {
          sl_import_report (self->import, SL_SEVERITY_WARNING, &walk.value, "unknown-item", where,
                            _ ("this is not a canvas, so it is left out; correct it"));
          continue;
        }
      if (++number == wanted)
        {
          *canvas = walk.value;
          found = TRUE;
        }
      else
        sl_import_report (self->import, SL_SEVERITY_HINT, &walk.value, "other-canvas", where,
                          _ ("this is another canvas; import it with “--canvas %u” into a clip of its own"), number);
    }
  if (!found)
    g_set_error (error, SL_FORMAT_ERROR, number > 0 ? SL_FORMAT_ERROR_USAGE : SL_FORMAT_ERROR_OTHER,
                 _ ("there is no canvas %u in this manifest, which has %u; choose one that is there"), wanted, number);
  return found;
}

static gboolean
check_type (SlImport *import, const SlJsonValue *root, GError **error)
{
  const char *type = sl_iiif_get_type (root);

  if (g_strcmp0 (type, "Manifest") == 0)
    return TRUE;
  if (g_strcmp0 (type, "sc:Manifest") == 0 || g_strcmp0 (type, "sc:Collection") == 0)
    g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_OTHER,
                 _ ("“%s” is of IIIF Presentation 2, which has no time; ask for version 3"), import->file);
  else if (g_strcmp0 (type, "Collection") == 0)
    g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_OTHER, _ ("“%s” is a collection; import one of its manifests"), import->file);
  else
    g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_OTHER,
                 _ ("“%s” is not a manifest of IIIF Presentation 3; choose its own format"), import->file);
  return FALSE;
}

gboolean
sl_iiif_import (SlImport *import, GBytes *bytes, GError **error)
{
  SlJsonValue root;
  g_autoptr (SlDocument) document = sl_import_json_open (import, bytes, &root, error);
  SlIiif      self = {import, NULL, SL_TIME_NONE};
  SlJsonValue items;
  SlJsonValue canvas;
  SlJsonValue structures;

  if (document == NULL)
    return FALSE;
  if (g_strcmp0 (sl_iiif_get_type (&root), "AnnotationPage") == 0)
    {
      sl_import_report_others (import, &root, NULL, page_keys);
      read_pages (&self, &root);
      return TRUE;
    }
  if (!check_type (import, &root, error))
    return FALSE;
  if (!sl_json_value_get (&root, "items", &items) || !sl_json_value_is_array (&items))
    {
      g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_OTHER, _ ("“%s” has no list “items” of canvases; add it"), import->file);
      return FALSE;
    }
  if (!choose_canvas (&self, &items, &canvas, error))
    return FALSE;
  sl_import_report_others (import, &root, NULL, manifest_keys);
  read_canvas (&self, &canvas);
  if (sl_json_value_get (&root, "structures", &structures))
    read_structures (&self, &structures);
  return TRUE;
}
