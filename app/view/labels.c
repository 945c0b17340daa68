/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a casebook says, on the screen. */
#include "labels.h"

#include "rich-text.h"

void
sl_labels_set (GtkLabel *label, const char *text)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  sl_rich_text_show (label, text, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

void
sl_labels_add (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label;

  g_return_if_fail (GTK_IS_BOX (box));

  if (text == NULL || *text == '\0')
    return;
  label = gtk_label_new (NULL);
  sl_rich_text_show (GTK_LABEL (label), text, TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

void
sl_labels_clear (GtkWidget *box)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (box)))
    gtk_box_remove (GTK_BOX (box), child);
}
