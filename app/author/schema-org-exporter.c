/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What search engines may know: films, clips and claims, and of them only those that their author marked with
 * "publish". A claim stands with who makes it and where, and without a verdict: that would be a review.
 */
#include "config.h"

#include "schema-org-exporter.h"

#include "lost.h"
#include "records-fields.h"
#include "records-print.h"
#include "span.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  SlExport *export;
  JsonObject *about;
  JsonArray  *graph;
} Graph;

static JsonObject *
make (const char *type)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "@type", type);
  return object;
}

static JsonObject *
make_named (const char *type, const char *name)
{
  JsonObject *object = make (type);

  sl_record_set_text (object, "name", name);
  return object;
}

static void
set_id (JsonObject *object, const char *kind, const char *id)
{
  g_autofree char *fragment = NULL;

  if (id == NULL)
    return;
  fragment = g_strdup_printf ("#%s-%s", kind, id);
  json_object_set_string_member (object, "@id", fragment);
}

static void
set_reference (JsonObject *object, const char *key, const char *kind, const char *id)
{
  JsonObject      *reference = json_object_new ();
  g_autofree char *fragment = g_strdup_printf ("#%s-%s", kind, id);

  json_object_set_string_member (reference, "@id", fragment);
  json_object_set_object_member (object, key, reference);
}

static void
set_names (JsonObject *object, const char *key, JsonArray *names, const char *type)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      JsonNode *node = json_array_get_element (names, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        continue;
      if (type != NULL)
        json_array_add_object_element (list, make_named (type, json_node_get_string (node)));
      else
        json_array_add_string_element (list, json_node_get_string (node));
    }
  if (json_array_get_length (list) > 0)
    json_object_set_array_member (object, key, list);
  else
    json_array_unref (list);
}

/* A time as ISO 8601 has it. */
static void
set_duration (JsonObject *object, const char *key, gint64 time)
{
  g_autofree char *text = NULL;
  gint64           seconds = time / G_GINT64_CONSTANT (1000000000);

  if (time == SL_TIME_NONE)
    return;
  text = g_strdup_printf ("PT%" G_GINT64_FORMAT "H%dM%dS", seconds / 3600, (int)(seconds / 60 % 60), (int)(seconds % 60));
  json_object_set_string_member (object, key, text);
}

/* Only a day, a month or a year is a date for schema.org. */
static void
set_date (JsonObject *object, const char *key, const char *date)
{
  if (date != NULL && strspn (date, "0123456789-") == strlen (date))
    sl_record_set_text (object, key, date);
}

/* A source by what makes it findable. */
static JsonObject *
make_source (Graph *self, JsonNode *citation)
{
  const char *id = JSON_NODE_HOLDS_OBJECT (citation) ? sl_record_get_text (json_node_get_object (citation), "source") : NULL;
  JsonObject *source;
  JsonObject *object;

  if (JSON_NODE_HOLDS_VALUE (citation) && json_node_get_value_type (citation) == G_TYPE_STRING)
    id = json_node_get_string (citation);
  source = id != NULL ? sl_record_find (sl_record_get_array (self->about, "sources"), "id", id) : NULL;
  if (source == NULL)
    return NULL;
  object = make_named ("CreativeWork", sl_record_get_text (source, "title"));
  sl_record_set_text (object, "url", sl_record_get_text (source, "url"));
  sl_record_set_text (object, "archivedAt", sl_record_get_text (source, "archived_url"));
  sl_record_set_text (object, "inLanguage", sl_record_get_text (source, "language"));
  set_date (object, "datePublished", sl_record_get_text (source, "date"));
  if (sl_record_get_text (source, "publisher") != NULL)
    json_object_set_object_member (object, "publisher", make_named ("Organization", sl_record_get_text (source, "publisher")));
  return object;
}

static void
set_sources (Graph *self, JsonObject *object, const char *key, JsonObject *record)
{
  JsonArray *sources = sl_record_get_array (record, "sources");
  JsonArray *list = json_array_new ();

  for (guint i = 0; sources != NULL && i < json_array_get_length (sources); i++)
    {
      JsonObject *source = make_source (self, json_array_get_element (sources, i));

      if (source != NULL)
        json_array_add_object_element (list, source);
    }
  if (json_array_get_length (list) > 0)
    json_object_set_array_member (object, key, list);
  else
    json_array_unref (list);
}

static void
add_film (Graph *self, JsonObject *film)
{
  JsonObject *object = make_named ("Movie", sl_record_get_text (film, "title"));
  JsonNode   *year = json_object_get_member (film, "year");

  set_id (object, "film", sl_record_get_text (film, "id"));
  sl_record_set_text (object, "alternateName", sl_record_get_text (film, "original_title"));
  sl_record_set_text (object, "description", sl_record_get_text (film, "synopsis"));
  if (year != NULL && JSON_NODE_HOLDS_VALUE (year) && json_node_get_value_type (year) == G_TYPE_INT64)
    {
      g_autofree char *text = g_strdup_printf ("%04" G_GINT64_FORMAT, json_node_get_int (year));

      json_object_set_string_member (object, "dateCreated", text);
    }
  set_duration (object, "duration", sl_record_get_time (film, "runtime"));
  set_names (object, "director", sl_record_get_array (film, "directors"), "Person");
  set_names (object, "countryOfOrigin", sl_record_get_array (film, "countries"), "Country");
  set_names (object, "inLanguage", sl_record_get_array (film, "languages"), NULL);
  set_sources (self, object, "citation", film);
  json_array_add_object_element (self->graph, object);
}

static void
add_clip (Graph *self, JsonObject *clip)
{
  JsonObject *object = make_named ("Clip", sl_record_get_text (clip, "title"));
  const char *film = sl_record_get_text (clip, "film");
  JsonObject *whole = sl_record_find (sl_record_get_array (self->about, "films"), "id", film);

  set_id (object, "clip", sl_record_get_text (clip, "id"));
  sl_record_set_text (object, "description", sl_record_get_text (clip, "summary"));
  sl_record_set_text (object, "inLanguage", sl_record_get_text (clip, "language"));
  set_duration (object, "duration", sl_record_get_time (clip, "duration"));
  if (whole != NULL && sl_record_get_flag (whole, "publish"))
    set_reference (object, "isPartOf", "film", film);
  json_array_add_object_element (self->graph, object);
}

/* Both sides, or the claim would say more than its author does. */
static void
set_disputes (JsonObject *object, JsonArray *disputes)
{
  JsonArray *list;

  if (disputes == NULL || json_array_get_length (disputes) == 0)
    return;
  list = json_array_new ();
  for (guint i = 0; i < json_array_get_length (disputes); i++)
    {
      JsonObject *dispute = sl_record_get_element (disputes, i);
      JsonObject *comment = make ("Comment");

      if (dispute != NULL)
        {
          sl_record_set_text (comment, "text", sl_record_get_text (dispute, "statement"));
          sl_record_set_text (comment, "creditText", sl_record_get_text (dispute, "who"));
        }
      json_array_add_object_element (list, comment);
    }
  json_object_set_array_member (object, "comment", list);
}

/* A fact that is held back has no statement here, whatever else its author marked. */
static void
add_claim (Graph *self, JsonObject *fact)
{
  JsonObject *object;

  if (json_object_has_member (fact, "withheld"))
    {
      sl_lost_count (self->export->lost, "facts", _ ("a fact that is withheld is not published; take away “publish” or “withheld”"));
      return;
    }
  object = make ("Claim");
  set_id (object, "fact", sl_record_get_text (fact, "id"));
  sl_record_set_text (object, "text", sl_record_get_text (fact, "statement"));
  sl_record_set_text (object, "description", sl_record_get_text (fact, "detail"));
  set_date (object, "dateModified", sl_record_get_text (fact, "as_of"));
  if (sl_record_get_text (fact, "attribution") != NULL)
    json_object_set_string_member (object, "creditText", sl_record_get_text (fact, "attribution"));
  set_names (object, "keywords", sl_record_get_array (fact, "topics"), NULL);
  set_sources (self, object, "appearance", fact);
  set_disputes (object, sl_record_get_array (fact, "disputed_by"));
  json_array_add_object_element (self->graph, object);
}

static void
add_marked (Graph *self, JsonArray *records, void (*add) (Graph *, JsonObject *))
{
  for (guint i = 0; records != NULL && i < json_array_get_length (records); i++)
    {
      JsonObject *record = sl_record_get_element (records, i);

      if (record != NULL && sl_record_get_flag (record, "publish"))
        add (self, record);
    }
}

gboolean
sl_schema_org_export (SlExport *export, GString *text, GError **error)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  Graph       self = {.export = export, .about = sl_records_get_about (export->records), .graph = json_array_new ()};

  json_node_take_object (root, object);
  json_object_set_string_member (object, "@context", "https://schema.org");
  json_object_set_array_member (object, "@graph", self.graph);
  add_marked (&self, sl_record_get_array (self.about, "films"), add_film);
  add_marked (&self, sl_record_get_array (self.about, "clips"), add_clip);
  add_marked (&self, sl_records_get (export->records, SL_RECORDS_FACTS), add_claim);
  if (json_array_get_length (self.graph) == 0)
    {
      g_set_error (error, SL_FORMAT_ERROR, SL_FORMAT_ERROR_EMPTY,
                   _ ("nothing in this casebook is marked with “publish”; mark what may be published"));
      return FALSE;
    }
  sl_records_print_node (text, root, 0, SL_RECORDS_PRINT_IN_HTML);
  g_string_append_c (text, '\n');
  return TRUE;
}
