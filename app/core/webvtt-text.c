/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of a WebVTT cue as plain words. Captions are drawn in the reader's own way, so classes,
 * italics and colours are dropped; who is speaking is kept.
 */
#include "webvtt-text.h"

#include "character-reference.h"

#include <string.h>

typedef struct
{
  GString *plain;
  char    *speaker; /* (nullable): of the cue */
  char    *voice;   /* (nullable): the last one that began */
  gboolean in_rt;   /* inside the small text of a ruby */
} Words;

/* Returns: (transfer full) (nullable): the name behind <v, in one line and without needless space */
static char *
read_name (const char *at, const char *end)
{
  g_autoptr (GString) name = g_string_new (NULL);

  while (at < end)
    if (*at == '&')
      at = sl_character_reference_take (name, at, end);
    else if (g_ascii_isspace (*at))
      {
        if (name->len > 0 && name->str[name->len - 1] != ' ')
          g_string_append_c (name, ' ');
        at++;
      }
    else
      g_string_append_c (name, *at++);
  g_strchomp (name->str);
  return *name->str != '\0' ? g_strdup (name->str) : NULL;
}

static void
begin_voice (Words *words, const char *at, const char *end)
{
  g_autofree char *name = read_name (at, end);

  if (name == NULL || g_strcmp0 (name, words->voice) == 0)
    return;
  if (words->plain->len == 0 && words->speaker == NULL)
    {
      words->speaker = g_strdup (name);
    }
  else
    {
      while (words->plain->len > 0 && g_ascii_isspace (words->plain->str[words->plain->len - 1]))
        g_string_truncate (words->plain, words->plain->len - 1);
      g_string_append_printf (words->plain, "%s%s: ", words->plain->len > 0 ? "\n" : "", name);
    }
  g_free (words->voice);
  words->voice = g_steal_pointer (&name);
}

static void
end_rt (Words *words)
{
  if (words->in_rt)
    g_string_append_c (words->plain, ')');
  words->in_rt = FALSE;
}

/* @at to @end: what stands between < and >. */
static void
take_tag (Words *words, const char *at, const char *end)
{
  gsize length = 0;

  while (at + length < end && !g_ascii_isspace (at[length]) && at[length] != '.')
    length++;
  if (length == 1 && *at == 'v')
    {
      const char *name = at;

      while (name < end && !g_ascii_isspace (*name))
        name++;
      begin_voice (words, name, end);
    }
  else if (length == 2 && strncmp (at, "rt", 2) == 0)
    {
      end_rt (words);
      g_string_append_c (words->plain, '(');
      words->in_rt = TRUE;
    }
  else if ((length == 3 && strncmp (at, "/rt", 3) == 0) ||
           (length == 5 && strncmp (at, "/ruby", 5) == 0))
    {
      end_rt (words);
    }
}

char *
sl_webvtt_text_to_plain (const char *text, char **speaker, gboolean *unclosed)
{
  Words       words = {.plain = g_string_new (NULL)};
  const char *end;

  g_return_val_if_fail (text != NULL && speaker != NULL && unclosed != NULL, NULL);

  end = text + strlen (text);
  *unclosed = FALSE;
  while (text < end)
    if (*text == '<')
      {
        const char *close = strchr (text, '>');

        *unclosed = close == NULL;
        take_tag (&words, text + 1, close != NULL ? close : end);
        text = close != NULL ? close + 1 : end;
      }
    else if (*text == '&')
      text = sl_character_reference_take (words.plain, text, end);
    else if (g_ascii_iscntrl (*text) && *text != '\n' && *text != '\t')
      text++;
    else
      g_string_append_c (words.plain, *text++);

  end_rt (&words);
  g_free (words.voice);
  *speaker = words.speaker;
  return g_string_free (words.plain, FALSE);
}

/* @at to @end: what stands between < and >; classes stand behind its name, each after a point. */
static gboolean
tag_has_class (const char *at, const char *end, const char *name)
{
  const gsize length = strlen (name);
  const char *stop = at;

  while (stop < end && !g_ascii_isspace (*stop))
    stop++;
  while ((at = memchr (at, '.', (gsize)(stop - at))) != NULL)
    {
      at++;
      if ((gsize)(stop - at) >= length && strncmp (at, name, length) == 0 && (at + length == stop || at[length] == '.'))
        return TRUE;
    }
  return FALSE;
}

gboolean
sl_webvtt_text_has_class (const char *text, const char *name)
{
  g_return_val_if_fail (text != NULL && name != NULL && *name != '\0', FALSE);

  while ((text = strchr (text, '<')) != NULL)
    {
      const char *close = strchr (++text, '>');

      if (close == NULL)
        return FALSE;
      if (tag_has_class (text, close, name))
        return TRUE;
      text = close;
    }
  return FALSE;
}
