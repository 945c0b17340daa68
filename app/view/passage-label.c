/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of a transcript, each kind in its look. Of a long text only the beginning is laid out until all of it is
 * asked for: whoever turns the pages of a list waits for every row in it.
 */
#include "passage-label.h"

#include "rich-text.h"
#include "safe-text.h"

#include <string.h>

#define SPARE 300 /* characters that are not worth a button */

static const char *
get_style (SlCueKind kind, SlPartKind part)
{
  switch (part)
    {
    case SL_PART_TITLE:
      return kind == SL_CUE_CHAPTER ? "passage-chapter" : "note-title";
    case SL_PART_SPEAKER:
      return "speaker";
    case SL_PART_ATTRIBUTION:
      return "quiet";
    case SL_PART_WHO:
      return "side-who";
    case SL_PART_CLAIM:
    case SL_PART_WORDS:
    default:
      return kind == SL_CUE_CAPTION || kind == SL_CUE_DESCRIPTION ? "said" : "note-text";
    }
}

/* In @ground; what is shown now is underlined, too. */
static void
add_hits (PangoAttrList *attributes, const SlPart *part)
{
  for (guint i = 0; part->hits && i < part->hits->len; i++)
    {
      const SlTextRange *range = &g_array_index (part->hits, SlTextRange, i);
      PangoAttribute    *marks[] = {
           pango_attr_background_new (0xf2f2, 0xd0d0, 0x6b6b),
           pango_attr_foreground_new (0x1212, 0x1414, 0x1717),
        (int)i == part->hit ? pango_attr_underline_new (PANGO_UNDERLINE_DOUBLE) : NULL,
        (int)i == part->hit ? pango_attr_weight_new (PANGO_WEIGHT_HEAVY) : NULL,
      };

      for (guint j = 0; j < G_N_ELEMENTS (marks) && marks[j]; j++)
        {
          marks[j]->start_index = (guint)range->start;
          marks[j]->end_index = (guint)range->end;
          pango_attr_list_insert (attributes, marks[j]);
        }
    }
}

/* Returns: whether the words of @label are those of @text, as far as they go */
static gboolean
begins (GtkLabel *label, const char *text)
{
  const char *shown = gtk_label_get_text (label);
  const gsize length = strlen (shown);

  return g_str_has_suffix (shown, "…") && strncmp (shown, text, length - strlen ("…")) == 0;
}

static void
show_beginning (GtkLabel *label, const SlPart *part)
{
  gboolean         cut;
  g_autofree char *markup = part->marked ? sl_rich_text_shorten (part->marked, TRUE, SL_PASSAGE_LABEL_BEGINNING, &cut) : NULL;
  g_autofree char *words = sl_safe_text_paragraph (part->text, SL_PASSAGE_LABEL_BEGINNING);

  if (markup)
    {
      sl_rich_text_follow_links (label);
      gtk_label_set_markup (label, markup);
    }
  if (markup == NULL || !begins (label, part->text))
    gtk_label_set_text (label, words);
}

/* Marks and links as in the notes; what is looked for is found by places in the same words without them. */
static void
show_words (GtkLabel *label, const SlPart *part, gboolean whole, gboolean *is_long)
{
  const gboolean too_long = g_utf8_strlen (part->text, -1) > SL_PASSAGE_LABEL_BEGINNING + SPARE;

  *is_long = *is_long || too_long;
  if (too_long && !whole)
    {
      show_beginning (label, part);
      return;
    }
  if (part->marked)
    sl_rich_text_show (label, part->marked, TRUE);
  if (part->marked == NULL || !g_str_equal (gtk_label_get_text (label), part->text))
    gtk_label_set_text (label, part->text);
  sl_rich_text_set_long (label, too_long);
}

void
sl_passage_label_mark (GtkLabel *label, const SlPart *part)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  g_return_if_fail (GTK_IS_LABEL (label) && part != NULL);

  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (part->language)));
  add_hits (attributes, part);
  gtk_label_set_attributes (label, attributes);
}

GtkWidget *
sl_passage_label_new (SlCueKind kind, const SlPart *part, gboolean whole, gboolean *is_long)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_return_val_if_fail (part != NULL && is_long != NULL, label);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, get_style (kind, part->kind));
  show_words (GTK_LABEL (label), part, whole, is_long);
  sl_passage_label_mark (GTK_LABEL (label), part);
  return label;
}

gboolean
sl_passage_label_hides_hit (GtkLabel *label, const SlPart *part)
{
  g_return_val_if_fail (GTK_IS_LABEL (label) && part != NULL, FALSE);

  return part->hits && part->hit >= 0 && g_array_index (part->hits, SlTextRange, part->hit).end > strlen (gtk_label_get_text (label));
}
