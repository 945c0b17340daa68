/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words out of the HTML that other formats have in their texts. Casebooks have none, and nothing of it may
 * get into them.
 */
#include "html-text.h"

#include "character-reference.h"

#include <string.h>

/* The lower-case name of the tag at @at, behind < or </. Returns: (transfer full) */
static char *
read_name (const char *at)
{
  gsize length = 0;

  while (g_ascii_isalnum (at[length]))
    length++;
  return g_ascii_strdown (at, (gssize)length);
}

static gboolean
is_block (const char *name)
{
  static const char *const blocks[] = {"p", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", NULL};

  return g_strv_contains (blocks, name);
}

/* Where what the element @name has in it ends, when that is no text. */
static const char *
skip_content (const char *at, const char *name)
{
  g_autofree char *end = NULL;
  const char      *next;

  if (!g_str_equal (name, "script") && !g_str_equal (name, "style"))
    return at;
  end = g_strdup_printf ("</%s", name);
  for (next = at; *next != '\0' && g_ascii_strncasecmp (next, end, strlen (end)) != 0; next++)
    ;
  return next;
}

/* Takes the tag at @at, which is on its <. @last: (nullable): the last > of the text. Returns: what follows it, or NULL when it is none */
static const char *
take_tag (const char *at, const char *last, GString *text, gboolean *had_markup)
{
  g_autofree char *name = NULL;
  const char      *end;
  gboolean         is_end = at[1] == '/';

  if (g_str_has_prefix (at, "<!--"))
    {
      end = strstr (at, "-->");
      *had_markup = TRUE;
      return end != NULL ? end + 3 : at + strlen (at);
    }
  if (!g_ascii_isalpha (at[1 + is_end]))
    return NULL;
  if (last == NULL || last < at)
    return NULL;
  end = strchr (at, '>');
  name = read_name (at + 1 + is_end);
  if (g_str_equal (name, "br"))
    {
      g_string_append_c (text, '\n');
      return end + 1;
    }
  *had_markup = TRUE;
  if (is_block (name) && text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
  return is_end ? end + 1 : skip_content (end + 1, name);
}

char *
sl_html_text_strip (const char *html, gboolean *had_markup)
{
  GString    *text = g_string_new (NULL);
  const char *end;
  const char *last;

  g_return_val_if_fail (html != NULL && had_markup != NULL, NULL);

  *had_markup = FALSE;
  end = html + strlen (html);
  last = strrchr (html, '>');
  while (html < end)
    {
      const char *next = *html == '<' ? take_tag (html, last, text, had_markup) : NULL;

      if (next != NULL)
        html = next;
      else if (*html == '&')
        html = sl_character_reference_take (text, html, end);
      else
        g_string_append_c (text, *html++);
    }
  if (*had_markup)
    g_strchomp (text->str);
  return g_string_free (text, FALSE);
}

char *
sl_html_text_escape (const char *text, gboolean breaks)
{
  GString *html = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  for (; *text != '\0'; text++)
    if (*text == '&')
      g_string_append (html, "&amp;");
    else if (*text == '<')
      g_string_append (html, "&lt;");
    else if (*text == '>')
      g_string_append (html, "&gt;");
    else if (*text == '"')
      g_string_append (html, "&quot;");
    else if (*text == '\n' && breaks)
      g_string_append (html, "<br>");
    else
      g_string_append_c (html, *text);
  return g_string_free (html, FALSE);
}
