/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The values that IIIF manifests are made of: words in several languages, and parts of a canvas in the five
 * ways in which they are written.
 */
#include "config.h"

#include "iiif-values-importer.h"

#include "html-text.h"
#include "media-fragment.h"
#include "records-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
sl_iiif_get_type (const SlJsonValue *object)
{
  const char *type = sl_json_value_get_text (object, "type");

  return type != NULL ? type : sl_json_value_get_text (object, "@type");
}

gboolean
sl_iiif_has_word (const SlJsonValue *object, const char *key, const char *word)
{
  SlJsonValue value;
  SlJsonWalk  walk = {0};

  if (!sl_json_value_get (object, key, &value) || sl_json_value_is_object (&value))
    return FALSE;
  while (sl_json_walk_next (&walk, &value))
    if (g_strcmp0 (sl_json_value_get_string (&walk.value), word) == 0)
      return TRUE;
  return FALSE;
}

void
sl_iiif_set_id (JsonObject *record, const SlJsonValue *value, const char *folder)
{
  const char *address = sl_json_value_get_text (value, "id");
  const char *at = address != NULL ? g_strrstr (address, folder) : NULL;

  if (at != NULL && sl_record_is_id (at + strlen (folder)))
    sl_record_set_text (record, "id", at + strlen (folder));
}

/* Returns: (transfer full): the texts of an array, or one alone, in lines */
static char *
join (const SlJsonValue *value)
{
  GString   *text = g_string_new (NULL);
  SlJsonWalk walk = {0};

  while (!sl_json_value_is_object (value) && sl_json_walk_next (&walk, value))
    if (sl_json_value_get_string (&walk.value) != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sl_json_value_get_string (&walk.value));
  return g_string_free (text, FALSE);
}

/* How well @language answers what is asked for: 2 = exactly, 1 = without a region, 0 = not */
static guint
match (const char *asked, const char *language)
{
  gsize length = strcspn (asked, "-");

  if (g_ascii_strcasecmp (asked, language) == 0)
    return 2;
  return strcspn (language, "-") == length && g_ascii_strncasecmp (asked, language, length) == 0;
}

/* The best of a language map. @chosen: (out): its language */
static gboolean
choose (SlIiif *self, const SlJsonValue *map, SlJsonValue *best, const char **chosen)
{
  const char *asked = self->import->options->language;
  guint       score = 0;
  gboolean    found = FALSE;
  SlJsonWalk  walk = {0};

  while (sl_json_walk_next (&walk, map))
    {
      guint one = asked != NULL ? match (asked, walk.key) : 0;

      if (found && one <= score)
        continue;
      *best = walk.value;
      *chosen = walk.key;
      score = MAX (score, one);
      found = TRUE;
    }
  return found;
}

static void
report_languages (SlIiif *self, const SlJsonValue *map, const char *chosen, const char *place)
{
  g_autoptr (GString) others = g_string_new (NULL);
  SlJsonWalk walk = {0};

  while (sl_json_walk_next (&walk, map))
    if (!g_str_equal (walk.key, chosen))
      g_string_append_printf (others, "%s%s", others->len > 0 ? ", " : "", walk.key);
  if (others->len > 0)
    sl_import_report (self->import, SL_SEVERITY_HINT, map, "other-language", place,
                      _ ("“%s” was taken, and these languages are left out: %s; import again with “--language”"), chosen, others->str);
}

/* A text that is written as < … > is HTML there. */
static char *
strip_html (SlIiif *self, const SlJsonValue *value, char *words, const char *place)
{
  gboolean had_markup = FALSE;
  char    *plain;

  if (words == NULL || *words != '<' || !g_str_has_suffix (words, ">"))
    return words;
  plain = sl_html_text_strip (words, &had_markup);
  g_free (words);
  if (had_markup)
    sl_import_report (self->import, SL_SEVERITY_WARNING, value, "html", place, _ ("HTML was taken out of this text; look at the words"));
  return plain;
}

char *
sl_iiif_read_words (SlIiif *self, const SlJsonValue *object, const char *key, const char *place)
{
  SlJsonValue value;
  SlJsonValue best;
  const char *language = NULL;
  char       *words = NULL;

  if (!sl_json_value_get (object, key, &value))
    return NULL;
  if (!sl_json_value_is_object (&value))
    {
      sl_import_report (self->import, SL_SEVERITY_WARNING, &value, "plain-label", place,
                        _ ("“%s” is no language map; write lists of texts under language tags such as “en”"), key);
      words = join (&value);
    }
  else if (choose (self, &value, &best, &language))
    {
      report_languages (self, &value, language, place);
      words = join (&best);
    }
  words = strip_html (self, &value, words, place);
  if (words == NULL || *words != '\0')
    return words;
  g_free (words);
  return NULL;
}

static void
set_span (SlIiif *self, SlIiifPlace *place, gint64 start, gint64 end)
{
  place->is_whole = FALSE;
  place->span.start = start;
  place->span.end = end != SL_TIME_NONE ? end : self->duration;
}

static void
read_fragment (SlIiif *self, const SlJsonValue *value, const char *text, const char *where, SlIiifPlace *place)
{
  SlMediaFragment fragment;

  if (!sl_media_fragment_parse (text, &fragment))
    sl_import_report (self->import, SL_SEVERITY_WARNING, value, "bad-time", where,
                      _ ("the times in “%s” cannot be read; write them as t=10,20"), text);
  else if (fragment.has_time)
    set_span (self, place, fragment.start, fragment.end);
  if (fragment.has_space)
    sl_import_report (self->import, SL_SEVERITY_HINT, value, "not-carried", where,
                      _ ("a part of the picture has no place in a casebook, and only the time is kept; nothing needs to be done"));
}

static gboolean
read_point (SlIiif *self, const SlJsonValue *selector, const char *where, gint64 *time)
{
  SlJsonValue value;
  double      seconds;
  gboolean    odd;

  if (sl_json_value_get (selector, "t", &value) && sl_json_value_get_number (&value, &seconds, &odd) &&
      sl_import_seconds (seconds, time, &odd))
    return TRUE;
  sl_import_report (self->import, SL_SEVERITY_WARNING, selector, "bad-time", where, _ ("this point has no time “t” in seconds; add it"));
  return FALSE;
}

static void
read_selector (SlIiif *self, const SlJsonValue *selector, const char *where, SlIiifPlace *place)
{
  const char *type = sl_iiif_get_type (selector);
  SlJsonValue begin;
  SlJsonValue end;
  gint64      times[2];

  if (g_strcmp0 (type, "FragmentSelector") == 0 && sl_json_value_get_text (selector, "value") != NULL)
    {
      const char *value = sl_json_value_get_text (selector, "value");

      read_fragment (self, selector, *value == '#' ? value + 1 : value, where, place);
    }
  else if (g_strcmp0 (type, "PointSelector") == 0)
    {
      if (read_point (self, selector, where, &times[0]))
        {
          set_span (self, place, times[0], times[0]);
          place->is_point = TRUE;
        }
    }
  else if (g_strcmp0 (type, "RangeSelector") == 0 && sl_json_value_get (selector, "startSelector", &begin) &&
           sl_json_value_get (selector, "endSelector", &end))
    {
      if (read_point (self, &begin, where, &times[0]) && read_point (self, &end, where, &times[1]))
        set_span (self, place, times[0], times[1]);
    }
  else
    {
      sl_import_report (self->import, SL_SEVERITY_WARNING, selector, "unknown-selector", where,
                        _ ("a selector of the type “%s” is not known, and the whole is meant; use a FragmentSelector"),
                           type != NULL ? type : "?");
    }
}

/* An address of a canvas, perhaps with a fragment. */
static gboolean
read_address (SlIiif *self, const SlJsonValue *value, const char *address, const char *where, SlIiifPlace *place)
{
  const char *hash = strchr (address, '#');
  gsize       length = hash != NULL ? (gsize)(hash - address) : strlen (address);

  place->is_here = self->canvas == NULL || (strlen (self->canvas) == length && strncmp (address, self->canvas, length) == 0);
  if (place->is_here && hash != NULL)
    read_fragment (self, value, hash + 1, where, place);
  return TRUE;
}

static gboolean
read_resource (SlIiif *self, const SlJsonValue *value, const char *where, SlIiifPlace *place)
{
  const char *id = sl_json_value_get_string (value);
  SlJsonValue inner;
  SlJsonWalk  walk = {0};

  if (id == NULL)
    id = sl_json_value_get_text (value, "id");
  if (id == NULL)
    id = sl_json_value_get_text (value, "@id");
  if (!sl_json_value_get (value, "source", &inner))
    return id != NULL && read_address (self, value, id, where, place);
  id = sl_json_value_get_string (&inner);
  if (id == NULL)
    id = sl_json_value_get_text (&inner, "id");
  if (id == NULL)
    return FALSE;
  read_address (self, value, id, where, place);
  if (place->is_here && sl_json_value_get (value, "selector", &inner))
    {
      while (sl_json_walk_each (&walk, &inner))
        read_selector (self, &walk.value, where, place);
    }
  return TRUE;
}

gboolean
sl_iiif_read_place (SlIiif *self, const SlJsonValue *value, const char *where, SlIiifPlace *place)
{
  *place = (SlIiifPlace){FALSE, FALSE, TRUE, {0, self->duration}};
  if (!read_resource (self, value, where, place))
    return FALSE;
  if (!place->is_here)
    return TRUE;
  if (place->span.end != SL_TIME_NONE && !place->is_point && !place->is_whole && place->span.end <= place->span.start)
    {
      sl_import_report (self->import, SL_SEVERITY_WARNING, value, "empty-span", where,
                        _ ("this ends when or before it begins, so it counts as a point; correct it"));
      place->span.end = place->span.start;
      place->is_point = TRUE;
    }
  if (self->duration != SL_TIME_NONE && MAX (place->span.start, place->span.end) > self->duration)
    sl_import_report (self->import, SL_SEVERITY_WARNING, value, "past-end", where,
                      _ ("this lies past the end of the canvas; it is kept, look at it"));
  return TRUE;
}
