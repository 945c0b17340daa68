/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a deep link. Whether what it names exists is for whoever opens it. */
#include "config.h"

#include "link.h"

#include <glib/gi18n-lib.h>

#define SCHEME "sidelight:"
#define SECOND G_GINT64_CONSTANT (1000000000)

struct _SlLink
{
  gatomicrefcount ref_count;
  char           *casebook;
  char           *clip;
  char           *chapter;
  char           *fact;
  GString        *ignored;
  gint64          start;
  gint64          end;
};

G_DEFINE_BOXED_TYPE (SlLink, sl_link, sl_link_ref, sl_link_unref)

G_DEFINE_QUARK (sl - link - error - quark, sl_link_error)

/* As casebook.md has it: [a-z0-9][a-z0-9-]{0,63} */
static gboolean
is_id (const char *text)
{
  gsize length = 0;

  if (*text == '-')
    return FALSE;
  for (; text[length]; length++)
    if (!g_ascii_islower (text[length]) && !g_ascii_isdigit (text[length]) && text[length] != '-')
      return FALSE;
  return length > 0 && length <= 64;
}

static gboolean
read_digits (const char **text, gint64 *number)
{
  const char *p = *text;

  *number = 0;
  while (g_ascii_isdigit (*p) && *number < 1000000000)
    *number = *number * 10 + (*p++ - '0');
  if (p == *text || g_ascii_isdigit (*p))
    return FALSE;
  *text = p;
  return TRUE;
}

/* Normal play time: seconds, minutes:seconds or hours:minutes:seconds, each with a fraction. */
static gboolean
read_npt (const char **text, gint64 *time)
{
  gint64 part, total = 0, scale = SECOND;
  guint  parts = 0;

  do
    {
      if (parts > 0)
        (*text)++;
      if (!read_digits (text, &part) || (parts > 0 && part > 59))
        return FALSE;
      total = total * 60 + part;
      parts++;
  } while (**text == ':' && parts < 3);
  if (parts == 3 && total > SL_TIME_MAX / SECOND)
    return FALSE;
  total = MIN (total, SL_TIME_MAX / SECOND) * SECOND;
  if (**text == '.')
    for ((*text)++; g_ascii_isdigit (**text); (*text)++)
      {
        scale /= 10;
        total += (**text - '0') * scale;
      }
  *time = total;
  return TRUE;
}

static gboolean
read_time (SlLink *self, const char *value)
{
  gint64 start = 0, end = SL_TIME_NONE;

  if (g_str_has_prefix (value, "npt:"))
    value += strlen ("npt:");
  if (*value != ',' && !read_npt (&value, &start))
    return FALSE;
  if (*value == ',')
    {
      value++;
      if (!read_npt (&value, &end) || end <= start)
        return FALSE;
    }
  if (*value != '\0')
    return FALSE;
  self->start = start;
  self->end = end;
  return TRUE;
}

static gboolean
take_id (char **field, const char *value)
{
  if (!is_id (value))
    return FALSE;
  g_free (*field);
  *field = g_strdup (value);
  return TRUE;
}

static void
read_pair (SlLink *self, const char *pair)
{
  const char      *equals = strchr (pair, '=');
  g_autofree char *key = equals ? g_uri_unescape_segment (pair, equals, NULL) : NULL;
  g_autofree char *value = equals ? g_uri_unescape_string (equals + 1, NULL) : NULL;
  gboolean         understood = FALSE;

  if (*pair == '\0')
    return;
  if (key == NULL || value == NULL)
    understood = FALSE;
  else if (g_str_equal (key, "t"))
    understood = read_time (self, value);
  else if (g_str_equal (key, "chapter"))
    understood = take_id (&self->chapter, value);
  else if (g_str_equal (key, "fact"))
    understood = take_id (&self->fact, value);
  if (understood)
    return;
  if (self->ignored == NULL)
    self->ignored = g_string_new (NULL);
  else
    g_string_append (self->ignored, ", ");
  g_string_append (self->ignored, pair);
}

static gboolean
read_path (SlLink *self, const char *path, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", 3);
  const guint n = g_strv_length (parts);

  if (n == 0 || n > 2 || !take_id (&self->casebook, parts[0]) || (n == 2 && *parts[1] && !take_id (&self->clip, parts[1])))
    {
      g_set_error (error, SL_LINK_ERROR, SL_LINK_ERROR_SHAPE,
                   /* Translators: %s is what somebody typed. Leave the example as it is. */
                   _ ("“%s” names no casebook. A link looks like sidelight:justice-for-sergei/explainer#t=1:05"), path);
      return FALSE;
    }
  return TRUE;
}

SlLink *
sl_link_parse (const char *text, GError **error)
{
  g_autoptr (SlLink) self = NULL;
  g_auto (GStrv) halves = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_ascii_strncasecmp (text, SCHEME, strlen (SCHEME)) != 0)
    {
      g_set_error (error, SL_LINK_ERROR, SL_LINK_ERROR_SCHEME,
                   /* Translators: %s is what somebody typed. */
                   _ ("“%s” is not a link to a casebook. Such links begin with “sidelight:”"), text);
      return NULL;
    }

  self = g_new0 (SlLink, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->start = self->end = SL_TIME_NONE;
  halves = g_strsplit (text + strlen (SCHEME), "#", 2);
  if (!read_path (self, halves[0] ? halves[0] : "", error))
    return NULL;
  if (halves[0] && halves[1])
    {
      g_auto (GStrv) pairs = g_strsplit (halves[1], "&", -1);

      for (guint i = 0; pairs[i]; i++)
        read_pair (self, pairs[i]);
    }
  return g_steal_pointer (&self);
}

SlLink *
sl_link_ref (SlLink *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sl_link_unref (SlLink *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->casebook);
  g_free (self->clip);
  g_free (self->chapter);
  g_free (self->fact);
  if (self->ignored)
    g_string_free (self->ignored, TRUE);
  g_free (self);
}

const char *
sl_link_get_casebook (const SlLink *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->casebook;
}

const char *
sl_link_get_clip (const SlLink *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->clip;
}

gint64
sl_link_get_start (const SlLink *self)
{
  g_return_val_if_fail (self != NULL, SL_TIME_NONE);

  return self->start;
}

gint64
sl_link_get_end (const SlLink *self)
{
  g_return_val_if_fail (self != NULL, SL_TIME_NONE);

  return self->end;
}

const char *
sl_link_get_chapter (const SlLink *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->chapter;
}

const char *
sl_link_get_fact (const SlLink *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fact;
}

const char *
sl_link_get_ignored (const SlLink *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->ignored ? self->ignored->str : NULL;
}
