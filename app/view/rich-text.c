/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From inline marks to what a label shows. Events have no page yet, so that links to them are words. A link's
 * address is made here from the parts that the casebook's own parser has let through, and read here again.
 */
#include "rich-text.h"

#include "markup.h"
#include "safe-text.h"

#include <string.h>

#define SCHEME "sidelight-record:"
#define MAX_LINES 12 /* of a shortened text, that its author has broken */
#define LONG 1200    /* bytes, from which on a label is not measured letter by letter */
#define LONG_LINE 12 /* characters that it asks for instead */

/* Returns: (transfer full) (nullable): NULL for a link that leads nowhere yet */
static char *
make_address (const SlMarkupRun *run)
{
  if (run->link == SL_MARKUP_CLIP)
    return g_strdup_printf (SCHEME "clip/%s/%" G_GINT64_FORMAT, run->id, run->time);
  if (run->link == SL_MARKUP_FACT || run->link == SL_MARKUP_SOURCE || run->link == SL_MARKUP_PERSON)
    return g_strdup_printf (SCHEME "%s/%s", sl_markup_link_to_word (run->link), run->id);
  return NULL;
}

static void
add_run (GString *out, const SlMarkupRun *run, const char *words, gboolean links)
{
  g_autofree char *address = links ? make_address (run) : NULL;
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  if (address)
    g_string_append_printf (out, "<a href=\"%s\">", address);
  g_string_append_printf (out, "%s%s%s%s%s",
                          run->style & SL_MARKUP_STRONG ? "<b>" : "",
                          run->style & SL_MARKUP_EMPHASIS ? "<i>" : "",
                          escaped,
                          run->style & SL_MARKUP_EMPHASIS ? "</i>" : "",
                          run->style & SL_MARKUP_STRONG ? "</b>" : "");
  if (address)
    g_string_append (out, "</a>");
}

/* Returns: (transfer full) (nullable): what there is room for, to the end of a word if one is near; NULL for all */
static char *
cut_words (const char *words, guint *n_chars, guint *n_lines)
{
  const char *space = NULL;
  const char *at = words;

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == ' ')
        space = at;
      if (*n_chars == 0 || (*at == '\n' && *n_lines == 0))
        {
          const char      *end = space && at - space < 24 && *at != '\n' ? space : at;
          g_autofree char *kept = g_strndup (words, (gsize)(end - words));

          return g_strconcat (kept, "…", NULL);
        }
      --*n_chars;
      *n_lines -= *at == '\n';
    }
  return NULL;
}

char *
sl_rich_text_shorten (const char *text, gboolean links, guint max_chars, gboolean *cut)
{
  GString         *out = g_string_new (NULL);
  g_autofree char *safe = sl_safe_text_paragraph (text, SL_SAFE_TEXT_WHOLE);
  g_autoptr (GPtrArray) runs = sl_markup_parse (safe, NULL);
  guint n_chars = max_chars, n_lines = max_chars < SL_SAFE_TEXT_WHOLE ? MAX_LINES : SL_SAFE_TEXT_WHOLE;

  g_return_val_if_fail (max_chars > 0 && cut != NULL, g_string_free (out, FALSE));

  *cut = FALSE;
  for (guint i = 0; i < runs->len && !*cut; i++)
    {
      const SlMarkupRun *run = g_ptr_array_index (runs, i);
      g_autofree char   *kept = cut_words (run->text, &n_chars, &n_lines);

      *cut = kept != NULL;
      add_run (out, run, kept ? kept : run->text, links);
    }
  return g_string_free (out, FALSE);
}

char *
sl_rich_text_build (const char *text, gboolean links)
{
  gboolean cut;

  return sl_rich_text_shorten (text, links, SL_SAFE_TEXT_WHOLE, &cut);
}

/* Made safe first, as in a label, so that the same marks are read. */
static char *
take_marks (const char *text)
{
  g_autofree char *safe = sl_safe_text_paragraph (text, SL_SAFE_TEXT_WHOLE);

  return sl_markup_to_plain (safe);
}

char *
sl_rich_text_plain (const char *text)
{
  g_autofree char *plain = take_marks (text);

  return sl_safe_text_line (plain, SL_SAFE_TEXT_TITLE);
}

char *
sl_rich_text_inside (const char *text)
{
  g_autofree char *plain = take_marks (text);

  return sl_safe_text_inside (plain);
}

/* Nothing else is ever opened: the label's own way, which hands an address to the desktop, is never gone. */
static gboolean
follow_cb (GtkLabel *label, const char *uri)
{
  g_auto (GStrv) parts = g_str_has_prefix (uri, SCHEME) ? g_strsplit (uri + strlen (SCHEME), "/", 3) : NULL;
  const guint n = parts ? g_strv_length (parts) : 0;

  if (n == 2 && g_str_equal (parts[0], "fact"))
    gtk_widget_activate_action (GTK_WIDGET (label), "win.show-fact", "s", parts[1]);
  else if (n == 2 && g_str_equal (parts[0], "source"))
    gtk_widget_activate_action (GTK_WIDGET (label), "win.show-source", "s", parts[1]);
  else if (n == 2 && g_str_equal (parts[0], "person"))
    gtk_widget_activate_action (GTK_WIDGET (label), "win.show-person", "s", parts[1]);
  else if (n == 3 && g_str_equal (parts[0], "clip"))
    gtk_widget_activate_action (GTK_WIDGET (label), "win.show-moment", "(sx)", parts[1], g_ascii_strtoll (parts[2], NULL, 10));
  return TRUE;
}

void
sl_rich_text_follow_links (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  g_signal_connect (label, "activate-link", G_CALLBACK (follow_cb), NULL);
}

/* A label wants to know how narrow it can be: Pango breaks all of its text at every letter for that. */
void
sl_rich_text_set_long (GtkLabel *label, gboolean is_long)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_width_chars (label, is_long ? LONG_LINE : -1);
}

void
sl_rich_text_show (GtkLabel *label, const char *text, gboolean links)
{
  gboolean         cut;
  g_autofree char *markup = sl_rich_text_shorten (text, links, links ? SL_SAFE_TEXT_WHOLE : SL_SAFE_TEXT_TITLE, &cut);

  g_return_if_fail (GTK_IS_LABEL (label));

  sl_rich_text_set_long (label, strlen (markup) > LONG);
  if (links && g_signal_handler_find (label, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, follow_cb, NULL) == 0)
    sl_rich_text_follow_links (label);
  gtk_label_set_markup (label, markup);
}
