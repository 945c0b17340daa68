/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A handout as a page that any browser shows, now and in many years: headings, lists and sections that say what they are,
 * each text in its language and direction, and a style for paper. What it consists of is handout's.
 */
#include "config.h"

#include "handout-html.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is open around the block that comes. */
typedef enum {
  GROUP_NONE,
  GROUP_FACT,
  GROUP_SOURCES,
  GROUP_FOOT,
} Group;

typedef struct
{
  GString              *page;
  const SlHandoutWords *words;
  Group                 group;
  gboolean              in_source;
} Writing;

static const char style[] =
  "body{margin:0 auto;max-width:42em;padding:2em 1.5em;font:1.05rem/1.55 system-ui,sans-serif;color:#1b1e23;background:#fff}"
  "h1{font-size:2rem;line-height:1.2}h2,h3,h4,h5,h6{margin:2em 0 .5em;line-height:1.25}"
  ".time{color:#5a6068;font-size:.85em;font-variant-numeric:tabular-nums;margin-inline-end:.7em;font-weight:400}"
  ".label{font-weight:700;margin-inline-end:.5em}.lead,.summary,.description,.who,.place,footer{color:#454b53}.description .text{font-style:italic}"
  ".beside{margin-inline-start:1.5em;padding-inline-start:.8em;border-inline-start:2px solid #d4d8dd}"
  ".note,.fact{margin:1em 0;padding:.6em 1em;border-inline-start:4px solid #b27a1e;background:#f6f5f2;break-inside:avoid}"
  ".fact p,.note p{margin:.3em 0}.other-side{margin-inline-start:1em}a{color:#0b4f9e;overflow-wrap:anywhere}"
  "p,li,h1,h2,h3,h4,h5,h6{overflow-wrap:anywhere}li p{margin:.2em 0}footer{margin-top:3em;border-top:1px solid #d4d8dd;font-size:.9em}"
  "@media print{body{padding:0;max-width:none;font-size:11pt}h2,h3,h4,h5,h6{break-after:avoid}a{color:inherit}}"
  "@media screen and (prefers-color-scheme:dark){body{background:#16181c;color:#eceae5}.note,.fact{background:#22262c}"
  ".time,.lead,.summary,.description,.who,.place,footer{color:#b4b0a7}a{color:#9cc3f2}}";

/* What HTML cannot have, or nobody can see, is a mark that something was there. */
static void
write_text (GString *page, const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (c == '&')
        g_string_append (page, "&amp;");
      else if (c == '<')
        g_string_append (page, "&lt;");
      else if (c == '>')
        g_string_append (page, "&gt;");
      else if (c == '"')
        g_string_append (page, "&quot;");
      else if (c == '\'')
        g_string_append (page, "&#39;");
      else if (c == '\n')
        g_string_append (page, "<br>");
      else if (c == '\t')
        g_string_append_c (page, ' ');
      else if (g_unichar_iscntrl (c) || (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef))
        g_string_append (page, "\357\277\275");
      else
        g_string_append_unichar (page, c);
    }
}

/* A text of its own, which cannot turn those around it. */
static void
write_apart (GString *page, const char *name, const char *text)
{
  g_string_append_printf (page, "<bdi class=\"%s\">", name);
  write_text (page, text);
  g_string_append (page, "</bdi>");
}

static void
write_language (GString *page, const char *language)
{
  if (language == NULL)
    return;
  g_string_append (page, " lang=\"");
  write_text (page, language);
  g_string_append_printf (page, "\" dir=\"%s\"", sl_handout_is_right_to_left (language) ? "rtl" : "ltr");
}

static void
write_sources (GString *page, const SlBlock *block)
{
  for (guint i = 0; block->sources && i < block->sources->len; i++)
    {
      const guint number = g_array_index (block->sources, guint, i);

      g_string_append_printf (page, " <a href=\"#source-%u\">[%u]</a>", number, number);
    }
}

static void
write_inside (Writing *self, const SlBlock *block)
{
  if (block->time != SL_TIME_NONE)
    {
      g_autofree char *time = self->words->time (block->time);

      write_apart (self->page, "time", time);
      g_string_append_c (self->page, ' ');
    }
  if (block->label)
    {
      write_apart (self->page, "label", block->label);
      g_string_append_c (self->page, ' ');
    }
  write_apart (self->page, "text", block->text);
  write_sources (self->page, block);
}

/* @tag: such as "p"; @name: of its class */
static void
write_element (Writing *self, const SlBlock *block, const char *tag, const char *name)
{
  g_string_append_printf (self->page, "<%s class=\"%s%s\"", tag, name, block->is_beside ? " beside" : "");
  write_language (self->page, block->language);
  g_string_append_c (self->page, '>');
  write_inside (self, block);
  g_string_append_printf (self->page, "</%s>\n", tag);
}

static void
end_group (Writing *self)
{
  if (self->in_source)
    g_string_append (self->page, "</li>\n");
  self->in_source = FALSE;
  if (self->group == GROUP_FACT)
    g_string_append (self->page, "</section>\n");
  else if (self->group == GROUP_SOURCES)
    g_string_append (self->page, "</ol>\n");
  else if (self->group == GROUP_FOOT)
    g_string_append (self->page, "</footer>\n");
  self->group = GROUP_NONE;
}

static Group
get_group (const SlBlock *block)
{
  switch (block->kind)
    {
    case SL_BLOCK_FACT:
    case SL_BLOCK_WHO:
    case SL_BLOCK_OTHER_SIDE:
      return GROUP_FACT;
    case SL_BLOCK_SOURCE:
    case SL_BLOCK_LINK:
    case SL_BLOCK_PLACE:
      return GROUP_SOURCES;
    case SL_BLOCK_FOOT:
      return GROUP_FOOT;
    case SL_BLOCK_TITLE:
    case SL_BLOCK_LEAD:
    case SL_BLOCK_CHAPTER:
    case SL_BLOCK_SUMMARY:
    case SL_BLOCK_SPEECH:
    case SL_BLOCK_DESCRIPTION:
    case SL_BLOCK_NOTE:
    case SL_BLOCK_HEADING:
    default:
      return GROUP_NONE;
    }
}

static void
begin_group (Writing *self, const SlBlock *block)
{
  static const char *const openings[] = {"", "<section class=\"fact\">\n", "<ol>\n", "<footer>\n"};
  const Group              group = get_group (block);
  const gboolean           is_new = block->kind == SL_BLOCK_FACT && !block->is_beside;

  if (group == self->group && !is_new)
    return;
  end_group (self);
  g_string_append (self->page, openings[group]);
  self->group = group;
}

static void
write_source (Writing *self, const SlBlock *block)
{
  if (self->in_source)
    g_string_append (self->page, "</li>\n");
  g_string_append_printf (self->page, "<li id=\"source-%u\" value=\"%u\">", block->number, block->number);
  self->in_source = TRUE;
  write_element (self, block, "p", "source");
}

/* Only what the web is made of: nothing else is ever a link. */
static void
write_link (Writing *self, const SlBlock *block)
{
  const gboolean is_web = g_ascii_strncasecmp (block->text, "https://", 8) == 0 || g_ascii_strncasecmp (block->text, "http://", 7) == 0;

  if (!is_web)
    {
      write_element (self, block, "p", "place");
      return;
    }
  g_string_append (self->page, "<p class=\"place\">");
  write_apart (self->page, "label", block->label ? block->label : "");
  g_string_append (self->page, "<a rel=\"noreferrer noopener\" href=\"");
  write_text (self->page, block->text);
  g_string_append (self->page, "\">");
  write_apart (self->page, "text", block->text);
  g_string_append (self->page, "</a></p>\n");
}

/* On paper it stays closed. */
static void
write_closed (Writing *self, const SlBlock *block, const char *name)
{
  g_string_append (self->page, "<details><summary>");
  write_text (self->page, _ ("Show: it describes injury or death"));
  g_string_append (self->page, "</summary>\n");
  write_element (self, block, "p", name);
  g_string_append (self->page, "</details>\n");
}

static void
write_chapter (Writing *self, const SlBlock *block)
{
  const char tag[] = {'h', (char)('2' + MIN (block->level, 4)), '\0'};

  write_element (self, block, tag, "chapter");
}

static void
write_block (Writing *self, const SlBlock *block)
{
  static const char *const names[] = {
    [SL_BLOCK_LEAD] = "lead",
    [SL_BLOCK_SUMMARY] = "summary",
    [SL_BLOCK_SPEECH] = "speech",
    [SL_BLOCK_DESCRIPTION] = "description",
    [SL_BLOCK_FACT] = "statement",
    [SL_BLOCK_WHO] = "who",
    [SL_BLOCK_OTHER_SIDE] = "other-side",
    [SL_BLOCK_PLACE] = "place",
    [SL_BLOCK_FOOT] = "foot",
  };

  begin_group (self, block);
  if (block->kind == SL_BLOCK_TITLE)
    write_element (self, block, "h1", "title");
  else if (block->kind == SL_BLOCK_HEADING)
    write_element (self, block, "h2", "heading");
  else if (block->kind == SL_BLOCK_CHAPTER)
    write_chapter (self, block);
  else if (block->kind == SL_BLOCK_NOTE)
    write_element (self, block, "aside", "note");
  else if (block->kind == SL_BLOCK_SOURCE)
    write_source (self, block);
  else if (block->kind == SL_BLOCK_LINK)
    write_link (self, block);
  else if (block->is_closed)
    write_closed (self, block, names[block->kind]);
  else
    write_element (self, block, "p", names[block->kind]);
}

char *
sl_handout_html_write (GPtrArray *blocks, const SlHandoutWords *words)
{
  Writing        self = {.page = g_string_new ("<!DOCTYPE html>\n<html"), .words = words};
  const SlBlock *title;

  g_return_val_if_fail (blocks != NULL && blocks->len > 0 && words != NULL, NULL);

  title = blocks->pdata[0];
  write_language (self.page, title->language);
  g_string_append (self.page, ">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
  write_text (self.page, title->text);
  g_string_append_printf (self.page, "</title>\n<style>%s</style>\n</head>\n<body>\n", style);
  for (guint i = 0; i < blocks->len; i++)
    write_block (&self, blocks->pdata[i]);
  end_group (&self);
  g_string_append (self.page, "</body>\n</html>\n");
  return g_string_free (self.page, FALSE);
}
