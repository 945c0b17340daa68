/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What has changed from each format to the next, as tables. A tree is never changed but copied, with all
 * that no table names: unknown keys, comments and the order of the members stay as they are.
 */
#include "config.h"

#include "migration-steps.h"

#include "casebook-fields.h"
#include "span.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct _Copying Copying;

/* A member that has another name, another value or both. */
typedef struct
{
  const char *file;  /* or, with a slash at the end, the folder of such files */
  const char *place; /* the keys that lead to the object, "" for that of a record; how deep a key lies in
                      * itself does not matter */
  const char *key;
  const char *new_key;
  JsonNode *(*convert) (Copying *self, JsonNode *value); /* (nullable): NULL copies; returns (transfer full) */
} Rule;

struct _Copying
{
  const Rule *rules;
  const char *file;
  SlReport   *report;
  gboolean    has_changed;
};

static JsonNode *copy (Copying *self, JsonNode *node, const char *place);

/* A number of seconds becomes a time of the format; all else is left to the reader to judge. */
static JsonNode *
convert_seconds (Copying *self, JsonNode *value)
{
  g_autofree char *time = NULL;
  double           seconds;
  double           milliseconds;

  if (!JSON_NODE_HOLDS_VALUE (value) ||
      (json_node_get_value_type (value) != G_TYPE_INT64 && json_node_get_value_type (value) != G_TYPE_DOUBLE))
    return copy (self, value, "");
  seconds = json_node_get_double (value);
  if (!(seconds >= 0 && seconds <= (double)SL_TIME_MAX / 1e9))
    return copy (self, value, "");
  milliseconds = floor (seconds * 1000 + 0.5);
  time = sl_time_format ((gint64)milliseconds * 1000000);
  if (fabs (milliseconds - seconds * 1000) > 1e-3)
    sl_report_add (self->report, SL_SEVERITY_WARNING, self->file, NULL, "rounded-time", NULL,
                   _ ("a time has more than milliseconds and becomes %s; look whether it still fits"), time);
  return json_node_init_string (json_node_alloc (), time);
}

static JsonNode *
convert_format (Copying *self, JsonNode *value)
{
  return json_node_init_int (json_node_alloc (), 1);
}

/* clang-format off */
static const Rule rules_0[] = {
  {SL_CASEBOOK_FILE, "", "format", "format", convert_format},
  {SL_CASEBOOK_FILE, "", "license", "licence", NULL},
  {"facts.json", "", "status", "standing", NULL},
  {"facts.json", "moments", "start", "from", convert_seconds},
  {"facts.json", "moments", "end", "to", convert_seconds},
  {"events.json", "", "status", "standing", NULL},
  {"events.json", "moments", "start", "from", convert_seconds},
  {"events.json", "moments", "end", "to", convert_seconds},
  {"films.json", "", "runtime", "runtime", convert_seconds},
  {"films.json", "awards", "status", "standing", NULL},
  {SL_CASEBOOK_CLIPS "/", "", "duration", "duration", convert_seconds},
  {SL_CASEBOOK_CLIPS "/", "bring_your_own", "duration", "duration", convert_seconds},
  {SL_CASEBOOK_CLIPS "/", "chapters", "start", "from", convert_seconds},
  {SL_CASEBOOK_CLIPS "/", "chapters", "end", "to", convert_seconds},
  {SL_CASEBOOK_CLIPS "/", "notes", "start", "from", convert_seconds},
  {SL_CASEBOOK_CLIPS "/", "notes", "end", "to", convert_seconds},
  {NULL},
};
/* clang-format on */

/* Returns: (nullable): the rule for the member @key of @object; none when its new name is taken, so that
 * nothing is lost */
static const Rule *
find_rule (Copying *self, JsonObject *object, const char *place, const char *key)
{
  for (const Rule *rule = self->rules; rule->file != NULL; rule++)
    {
      const gboolean is_folder = g_str_has_suffix (rule->file, "/");

      if (!g_str_equal (rule->key, key) || !g_str_equal (rule->place, place) ||
          !(is_folder ? g_str_has_prefix (self->file, rule->file) : g_str_equal (self->file, rule->file)))
        continue;
      if (g_str_equal (rule->key, rule->new_key) || !json_object_has_member (object, rule->new_key))
        return rule;
    }
  return NULL;
}

/* Returns: (transfer full): where the value of @key is, for an object at @place */
static char *
enter (const char *place, const char *key)
{
  const char *last = strrchr (place, '/');

  last = last != NULL ? last + 1 : place;
  if (g_str_equal (last, key))
    return g_strdup (place);
  return g_strconcat (place, *place != '\0' ? "/" : "", key, NULL);
}

static void
copy_member (Copying *self, JsonObject *from, JsonObject *to, const char *key, const char *place)
{
  JsonNode        *value = json_object_get_member (from, key);
  const Rule      *rule = find_rule (self, from, place, key);
  g_autofree char *inner = enter (place, key);
  JsonNode        *copied;

  if (rule == NULL || rule->convert == NULL)
    copied = copy (self, value, inner);
  else
    copied = rule->convert (self, value);
  self->has_changed |= rule != NULL;
  json_object_set_member (to, rule != NULL ? rule->new_key : key, copied);
}

static JsonNode *
copy_object (Copying *self, JsonObject *from, const char *place)
{
  g_autoptr (JsonObject) to = json_object_new ();
  g_autoptr (GList) members = json_object_get_members (from);

  for (GList *at = members; at != NULL; at = at->next)
    copy_member (self, from, to, at->data, place);
  return json_node_init_object (json_node_alloc (), to);
}

static JsonNode *
copy (Copying *self, JsonNode *node, const char *place)
{
  g_autoptr (JsonArray) to = NULL;
  JsonArray *from;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return copy_object (self, json_node_get_object (node), place);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return json_node_copy (node);
  from = json_node_get_array (node);
  to = json_array_sized_new (json_array_get_length (from));
  for (guint i = 0; i < json_array_get_length (from); i++)
    json_array_add_element (to, copy (self, json_array_get_element (from, i), place));
  return json_node_init_array (json_node_alloc (), to);
}

static JsonNode *
apply (const Rule *rules, const char *file, JsonNode *root, SlReport *report)
{
  Copying self = {rules, file, report, FALSE};
  g_autoptr (JsonNode) copied = copy (&self, root, "");

  return self.has_changed ? g_steal_pointer (&copied) : NULL;
}

static JsonNode *
migrate_0 (const char *file, JsonNode *root, SlReport *report)
{
  return apply (rules_0, file, root, report);
}

const SlMigrationStep *
sl_migration_steps_find (gint64 from)
{
  static const SlMigrationStep steps[] = {{0, migrate_0}};

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].from == from)
      return &steps[i];
  return NULL;
}
