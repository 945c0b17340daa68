/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A clip as a manifest of IIIF Presentation 3. Its addresses are made up below one that the author gives;
 * whoever publishes the manifest puts the files there.
 */
#include "config.h"

#include "iiif-exporter.h"

#include "html-text.h"
#include "lost.h"
#include "media-fragment.h"
#include "records-chapters.h"
#include "records-fields.h"
#include "records-print.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CONTEXT "http://iiif.io/api/presentation/3/context.json"
#define DEFAULT_BASE "https://example.org/iiif/"

typedef struct
{
  SlExport *export;
  char       *base;     /* without a / behind it */
  char       *canvas;   /* the address of the canvas */
  const char *language; /* of all words */
  JsonObject *clip;     /* (nullable) */
  gint64      duration; /* nanoseconds, or SL_TIME_NONE */
} Manifest;

static JsonObject *
make (const char *type, const char *base, const char *path, const char *id)
{
  JsonObject *object = json_object_new ();

  if (base != NULL)
    {
      g_autofree char *address = g_strconcat (base, path, id, NULL);

      json_object_set_string_member (object, "id", address);
    }
  json_object_set_string_member (object, "type", type);
  return object;
}

static void
set_words (Manifest *self, JsonObject *object, const char *key, const char *words)
{
  JsonObject      *map;
  JsonArray       *array;
  g_autofree char *html = NULL;

  if (words == NULL || *words == '\0')
    return;
  if (*words == '<' && g_str_has_suffix (words, ">")) /* which would be taken for HTML */
    {
      g_autofree char *escaped = sl_html_text_escape (words, FALSE);

      words = html = g_strdup_printf ("<span>%s</span>", escaped);
    }
  map = json_object_new ();
  array = json_array_new ();
  json_array_add_string_element (array, words);
  json_object_set_array_member (map, self->language, array);
  json_object_set_object_member (object, key, map);
}

static void
set_seconds (JsonObject *object, const char *key, gint64 time)
{
  if (time % G_GINT64_CONSTANT (1000000000) == 0)
    json_object_set_int_member (object, key, time / G_GINT64_CONSTANT (1000000000));
  else
    json_object_set_double_member (object, key, (double)(time / 1000000) / 1000);
}

/* The part of the canvas that a span is. */
static JsonObject *
make_place (Manifest *self, const SlSpan *span)
{
  JsonObject *resource = make ("SpecificResource", NULL, NULL, NULL);
  JsonObject *source = make ("Canvas", self->canvas, "", NULL);
  JsonObject *selector;

  json_object_set_object_member (resource, "source", source);
  if (span->end > span->start)
    {
      g_autofree char *value = sl_media_fragment_format (span->start, span->end);

      selector = make ("FragmentSelector", NULL, NULL, NULL);
      json_object_set_string_member (selector, "conformsTo", "http://www.w3.org/TR/media-frags/");
      json_object_set_string_member (selector, "value", value);
    }
  else
    {
      selector = make ("PointSelector", NULL, NULL, NULL);
      set_seconds (selector, "t", span->start);
    }
  json_object_set_object_member (resource, "selector", selector);
  return resource;
}

static JsonObject *
make_range (Manifest *self, const SlFlatChapter *chapter, guint number)
{
  static const char *const carried[] = {"id", "title", "from", "to", "summary", "hidden", "chapters", NULL};
  g_autofree char         *made = g_strdup_printf ("%u", number);
  const char              *id = sl_record_get_text (chapter->record, "id");
  JsonObject              *range = make ("Range", self->base, id != NULL ? "/chapter/" : "/range/", id != NULL ? id : made);
  JsonArray               *items = json_array_new ();

  sl_lost_check (self->export->lost, SL_RECORDS_CHAPTERS, chapter->record, carried);
  if (!chapter->own_end && chapter->has_end)
    sl_lost_count (self->export->lost, "chapters", _ ("a chapter without an end has the one that follows from the others now"));
  set_words (self, range, "label", sl_record_get_text (chapter->record, "title"));
  set_words (self, range, "summary", sl_record_get_text (chapter->record, "summary"));
  if (sl_record_get_flag (chapter->record, "hidden"))
    {
      JsonArray *behavior = json_array_new ();

      json_array_add_string_element (behavior, "no-nav");
      json_object_set_array_member (range, "behavior", behavior);
    }
  json_array_add_object_element (items, make_place (self, &chapter->span));
  json_object_set_array_member (range, "items", items);
  return range;
}

static JsonArray *
make_structures (Manifest *self)
{
  g_autoptr (GArray) flat = sl_chapters_flatten (sl_records_get (self->export->records, SL_RECORDS_CHAPTERS), self->duration);
  g_autoptr (GPtrArray) lists = g_ptr_array_new (); /* of JsonArray, for each depth */
  JsonArray  *structures = json_array_new ();
  JsonObject *root = make ("Range", self->base, "/range/contents", NULL);
  JsonArray  *items = json_array_new ();

  set_words (self, root, "label", _ ("Chapters"));
  json_object_set_array_member (root, "items", items);
  json_array_add_object_element (structures, root);
  g_ptr_array_add (lists, items);
  for (guint i = 0; i < flat->len; i++)
    {
      const SlFlatChapter *chapter = &g_array_index (flat, SlFlatChapter, i);
      JsonObject          *range = make_range (self, chapter, i + 1);

      g_ptr_array_set_size (lists, (int)chapter->depth + 1);
      json_array_add_object_element (lists->pdata[chapter->depth], range);
      g_ptr_array_add (lists, sl_record_get_array (range, "items"));
    }
  return structures;
}

static void
add_body (Manifest *self, JsonArray *bodies, const char *purpose, const char *words)
{
  JsonObject *body;

  if (words == NULL || *words == '\0')
    return;
  body = make ("TextualBody", NULL, NULL, NULL);
  json_object_set_string_member (body, "purpose", purpose);
  json_object_set_string_member (body, "value", words);
  json_object_set_string_member (body, "format", "text/plain");
  if (!g_str_equal (purpose, "classifying") && !g_str_equal (self->language, "none"))
    json_object_set_string_member (body, "language", self->language);
  json_array_add_object_element (bodies, body);
}

static JsonObject *
make_annotation (Manifest *self, JsonObject *note, guint number)
{
  static const char *const carried[] = {"id", "from", "to", "kind", "title", "text", NULL};
  g_autofree char         *made = g_strdup_printf ("%u", number);
  const char              *id = sl_record_get_text (note, "id");
  JsonObject              *annotation = make ("Annotation", self->base, id != NULL ? "/note/" : "/annotation/", id != NULL ? id : made);
  JsonArray               *bodies = json_array_new ();
  SlSpan                   span = sl_record_get_span (note);
  const char              *kind = sl_record_get_text (note, "kind");

  sl_lost_check (self->export->lost, SL_RECORDS_NOTES, note, carried);
  json_object_set_string_member (annotation, "motivation", "commenting");
  if (g_strcmp0 (kind, "context") != 0)
    add_body (self, bodies, "classifying", kind);
  add_body (self, bodies, "identifying", sl_record_get_text (note, "title"));
  add_body (self, bodies, "commenting", sl_record_get_text (note, "text"));
  json_object_set_array_member (annotation, "body", bodies);
  json_object_set_object_member (annotation, "target", make_place (self, &span));
  return annotation;
}

static JsonArray *
make_annotations (Manifest *self)
{
  JsonArray  *notes = sl_records_get (self->export->records, SL_RECORDS_NOTES);
  JsonArray  *pages = json_array_new ();
  JsonObject *page = make ("AnnotationPage", self->base, "/page/notes", NULL);
  JsonArray  *items = json_array_new ();

  for (guint i = 0; i < json_array_get_length (notes); i++)
    json_array_add_object_element (items, make_annotation (self, sl_record_get_element (notes, i), i + 1));
  json_object_set_array_member (page, "items", items);
  json_array_add_object_element (pages, page);
  return pages;
}

/* The film itself, if the casebook has it. */
static JsonArray *
make_painting (Manifest *self)
{
  JsonArray  *media = sl_record_get_array (self->clip, "media");
  JsonObject *medium = media != NULL && json_array_get_length (media) > 0 ? sl_record_get_element (media, 0) : NULL;
  const char *file = sl_record_get_text (medium, "file");
  JsonArray  *pages = json_array_new ();
  JsonArray  *items;
  JsonObject *page;
  JsonObject *annotation;
  JsonObject *body;

  if (file == NULL || self->duration == SL_TIME_NONE)
    return pages;
  page = make ("AnnotationPage", self->base, "/page/media", NULL);
  annotation = make ("Annotation", self->base, "/annotation/media", NULL);
  body = make (json_object_has_member (medium, "width") ? "Video" : "Sound", self->base, "/", file);
  set_seconds (body, "duration", self->duration);
  if (json_object_has_member (medium, "width") && json_object_has_member (medium, "height"))
    {
      json_object_set_member (body, "width", json_node_copy (json_object_get_member (medium, "width")));
      json_object_set_member (body, "height", json_node_copy (json_object_get_member (medium, "height")));
    }
  json_object_set_string_member (annotation, "motivation", "painting");
  json_object_set_object_member (annotation, "body", body);
  json_object_set_string_member (annotation, "target", self->canvas);
  items = json_array_new ();
  json_array_add_object_element (items, annotation);
  json_object_set_array_member (page, "items", items);
  json_array_add_object_element (pages, page);
  return pages;
}

/* Without a duration of the clip, the end of what is in it. */
static gint64
find_end (SlExport *export)
{
  g_autoptr (GArray) flat = sl_chapters_flatten (sl_records_get (export->records, SL_RECORDS_CHAPTERS), SL_TIME_NONE);
  JsonArray *notes = sl_records_get (export->records, SL_RECORDS_NOTES);
  gint64     end = 0;

  for (guint i = 0; i < flat->len; i++)
    end = MAX (end, g_array_index (flat, SlFlatChapter, i).span.end);
  for (guint i = 0; i < json_array_get_length (notes); i++)
    end = MAX (end, sl_record_get_span (sl_record_get_element (notes, i)).end);
  return end;
}

static JsonObject *
make_canvas (Manifest *self)
{
  JsonObject *canvas = make ("Canvas", self->canvas, "", NULL);
  JsonArray  *media = sl_record_get_array (self->clip, "media");
  JsonObject *medium = media != NULL && json_array_get_length (media) > 0 ? sl_record_get_element (media, 0) : NULL;

  set_words (self, canvas, "label", sl_record_get_text (self->clip, "title"));
  set_seconds (canvas, "duration", self->duration != SL_TIME_NONE ? self->duration : find_end (self->export));
  if (medium != NULL && json_object_has_member (medium, "width") && json_object_has_member (medium, "height"))
    {
      json_object_set_member (canvas, "width", json_node_copy (json_object_get_member (medium, "width")));
      json_object_set_member (canvas, "height", json_node_copy (json_object_get_member (medium, "height")));
    }
  json_object_set_array_member (canvas, "items", make_painting (self));
  if (sl_records_count (self->export->records, SL_RECORDS_NOTES) > 0)
    json_object_set_array_member (canvas, "annotations", make_annotations (self));
  return canvas;
}

static char *
make_base (SlExport *export)
{
  JsonObject *casebook = sl_record_get_object (sl_records_get_about (export->records), "casebook");
  const char *id = sl_record_get_text (casebook, "id");
  char       *base = export->options->base != NULL ? g_strdup (export->options->base)
                                                   : g_strconcat (DEFAULT_BASE, id != NULL ? id : "casebook", NULL);

  while (g_str_has_suffix (base, "/"))
    base[strlen (base) - 1] = '\0';
  return base;
}

static JsonObject *
make_manifest (Manifest *self)
{
  const char *title = sl_record_get_text (self->clip, "title");
  JsonObject *object = json_object_new ();
  JsonObject *rest = make ("Manifest", self->base, "/manifest.json", NULL);
  JsonArray  *items = json_array_new ();

  json_object_set_string_member (object, "@context", CONTEXT);
  json_object_set_string_member (object, "id", json_object_get_string_member (rest, "id"));
  json_object_set_string_member (object, "type", "Manifest");
  json_object_unref (rest);
  set_words (self, object, "label", title != NULL ? title : _ ("Untitled"));
  set_words (self, object, "summary", sl_record_get_text (self->clip, "summary"));
  json_array_add_object_element (items, make_canvas (self));
  json_object_set_array_member (object, "items", items);
  if (sl_records_count (self->export->records, SL_RECORDS_CHAPTERS) > 0)
    json_object_set_array_member (object, "structures", make_structures (self));
  return object;
}

gboolean
sl_iiif_export (SlExport *export, GString *text, GError **error)
{
  JsonObject *about = sl_records_get_about (export->records);
  Manifest    self = {.export = export, .clip = sl_record_get_object (about, "clip"), .language = "none"};
  const char *id = sl_record_get_text (self.clip, "id");
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  if (sl_record_get_text (sl_record_get_object (about, "casebook"), "language") != NULL)
    self.language = sl_record_get_text (sl_record_get_object (about, "casebook"), "language");
  self.duration = sl_record_get_time (self.clip, "duration");
  self.base = make_base (export);
  self.canvas = g_strconcat (self.base, "/canvas/", id != NULL ? id : "1", NULL);
  json_node_take_object (root, make_manifest (&self));
  sl_lost_check_kinds (export->lost, export->records, 1 << SL_RECORDS_CHAPTERS | 1 << SL_RECORDS_NOTES);
  sl_records_print_node (text, root, 0, SL_RECORDS_PRINT_PLAIN);
  g_string_append_c (text, '\n');
  g_free (self.base);
  g_free (self.canvas);
  return TRUE;
}
