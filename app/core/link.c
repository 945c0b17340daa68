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
  if (total > SL_TIME_MAX / SECOND)
    return FALSE;
  total *= SECOND;
  if (**text == '.')
    for ((*text)++; g_ascii_isdigit (**text); (*text)++)
      {
        scale /= 10;
        total += (**text - '0') * scale;
      }
  *time = total;
  return total <= SL_TIME_MAX;
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
ignore (SlLink *self, const char *part)
{
  if (self->ignored == NULL)
    self->ignored = g_string_new (NULL);
  else
    g_string_append (self->ignored, ", ");
  g_string_append (self->ignored, part);
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
  if (!understood)
    ignore (self, pair);
}

/* Whatever stands behind a casebook that can be named, the casebook can be opened. */
static gboolean
read_path (SlLink *self, const char *path, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", 2);

  if (parts[0] == NULL || !take_id (&self->casebook, parts[0]))
    {
      g_set_error (error, SL_LINK_ERROR, SL_LINK_ERROR_SHAPE,
                   /* Translators: %s is what somebody typed. Leave the example as it is. */
                   _ ("“%s” names no casebook. A link looks like sidelight:justice-for-sergei/explainer#t=1:05"), path);
      return FALSE;
    }
  if (parts[1] != NULL && *parts[1] != '\0' && !take_id (&self->clip, parts[1]))
    ignore (self, parts[1]);
  return TRUE;
}

static SlLink *
link_new (void)
{
  SlLink *self = g_new0 (SlLink, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->start = self->end = SL_TIME_NONE;
  return self;
}

SlLink *
sl_link_new_for_moment (const char *casebook, const char *clip, gint64 time)
{
  SlLink *self;

  g_return_val_if_fail (casebook != NULL && is_id (casebook), NULL);
  g_return_val_if_fail (clip != NULL && is_id (clip), NULL);
  g_return_val_if_fail (time >= 0 && time <= SL_TIME_MAX, NULL);

  self = link_new ();
  self->casebook = g_strdup (casebook);
  self->clip = g_strdup (clip);
  self->start = time;
  return self;
}

SlLink *
sl_link_new_for_fact (const char *casebook, const char *clip, const char *fact)
{
  SlLink *self;

  g_return_val_if_fail (casebook != NULL && is_id (casebook), NULL);
  g_return_val_if_fail (clip != NULL && is_id (clip), NULL);
  g_return_val_if_fail (fact != NULL && is_id (fact), NULL);

  self = link_new ();
  self->casebook = g_strdup (casebook);
  self->clip = g_strdup (clip);
  self->fact = g_strdup (fact);
  return self;
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

  self = link_new ();
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

/* Appends @time as short as it can be said: 1:05, 1:05.4, 1:02:03. */
static void
append_time (GString *text, gint64 time)
{
  const gint64 seconds = time / SECOND;
  const gint64 minutes = seconds / 60;
  gint64       fraction = time % SECOND;

  if (minutes >= 60)
    g_string_append_printf (text, "%" G_GINT64_FORMAT ":%02d:%02d", minutes / 60, (int)(minutes % 60), (int)(seconds % 60));
  else
    g_string_append_printf (text, "%d:%02d", (int)minutes, (int)(seconds % 60));
  if (fraction == 0)
    return;
  g_string_append_c (text, '.');
  for (gint64 digit = SECOND / 10; fraction > 0; digit /= 10)
    {
      g_string_append_printf (text, "%d", (int)(fraction / digit));
      fraction %= digit;
    }
}

char *
sl_link_to_string (const SlLink *self)
{
  GString *text;
  char     mark = '#';

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (SCHEME);
  g_string_append (text, self->casebook);
  if (self->clip != NULL)
    g_string_append_printf (text, "/%s", self->clip);
  if (self->start != SL_TIME_NONE)
    {
      g_string_append (text, "#t=");
      append_time (text, self->start);
      mark = '&';
    }
  if (self->end != SL_TIME_NONE)
    {
      g_string_append_c (text, ',');
      append_time (text, self->end);
    }
  if (self->chapter != NULL)
    g_string_append_printf (text, "%cchapter=%s", mark, self->chapter);
  if (self->fact != NULL)
    g_string_append_printf (text, "%cfact=%s", self->chapter != NULL ? '&' : mark, self->fact);
  return g_string_free (text, FALSE);
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
