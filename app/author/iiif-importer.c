/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A manifest of IIIF Presentation 3: the ranges over one canvas become chapters, the annotations on it become
 * notes or captions. A page of annotations may come by itself. Nothing that a manifest points to is fetched.
 */
#include "config.h"

#include "iiif-importer.h"

#include "iiif-annotations-importer.h"
#include "iiif-values-importer.h"
#include "records-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const manifest_keys[] = {"@context", "id", "type", "items", "structures", NULL};
static const char *const canvas_keys[] = {"id", "type", "duration", "items", "annotations", "width", "height", NULL};
static const char *const range_keys[] = {"id", "type", "label", "summary", "items", "behavior", NULL};
static const char *const page_keys[] = {"@context", "id", "type", "items", NULL};

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

/* Tells of the parts in @elsewhere (element-type SlJsonWalk), which are of a range that is also on this canvas. */
static void
report_elsewhere (SlIiif *self, GArray *elsewhere, const char *where)
{
  for (guint i = 0; i < elsewhere->len; i++)
    {
      const SlJsonWalk *part = &g_array_index (elsewhere, SlJsonWalk, i);
      g_autofree char  *place = g_strdup_printf ("%s.items[%u]", where, part->index - 1);

      sl_import_report (self->import, SL_SEVERITY_HINT, &part->value, "other-canvas", place,
                        _ ("this part of the range is on another canvas, so it is left out; choose that one with “--canvas”"));
    }
}

static JsonObject *read_range (SlIiif *self, const SlJsonValue *range, const char *where, SlIiifPlace *extent);

/* Reads what is in a range. @own: (out): where it is by itself; @inner: (out): where the ranges in it are */
static JsonArray *
read_items (SlIiif *self, const SlJsonValue *range, const char *where, SlIiifPlace *own, SlIiifPlace *inner)
{
  JsonArray *chapters = json_array_new ();
  g_autoptr (GArray) elsewhere = g_array_new (FALSE, FALSE, sizeof (SlJsonWalk));
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
          if (!part.is_here)
            g_array_append_val (elsewhere, walk);
        }
      else
        {
          sl_import_report (self->import, SL_SEVERITY_WARNING, &walk.value, "unknown-item", place,
                            _ ("this is neither a range nor a part of a canvas, so it is left out; correct it"));
        }
    }
  if (own->is_here || inner->is_here)
    report_elsewhere (self, elsewhere, where);
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
  sl_iiif_set_id (record, range, "/chapter/");
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
    sl_iiif_read_pages (self, &value);
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
      sl_iiif_read_pages (&self, &root);
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
