/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody in a list of people. What else is known of them is person-card's. */
#include "config.h"

#include "person-row.h"

#include "rich-text.h"

#include <glib/gi18n-lib.h>

/* Words in a button lead where the button does: none of them is a link. */
static void
add_line (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, "xalign", 0.0, NULL);
  sl_rich_text_show (GTK_LABEL (label), text, FALSE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

GtkWidget *
sl_person_row_new (SlPerson *person)
{
  GtkWidget       *row, *inside, *lines;
  g_autofree char *name = NULL, *role = NULL, *spoken = NULL;

  g_return_val_if_fail (SL_IS_PERSON (person), NULL);

  row = gtk_button_new ();
  inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  name = sl_rich_text_inside (sl_person_get_name (person));
  role = sl_rich_text_inside (sl_person_get_role (person));
  gtk_box_append (GTK_BOX (inside), g_object_new (GTK_TYPE_IMAGE, "icon-name", "avatar-default-symbolic", "valign", GTK_ALIGN_START, NULL));
  gtk_box_append (GTK_BOX (inside), lines);
  add_line (lines, sl_person_get_name (person), "person-name");
  add_line (lines, sl_person_get_role (person), "quiet");
  gtk_button_set_child (GTK_BUTTON (row), inside);
  gtk_widget_set_halign (row, GTK_ALIGN_START);
  gtk_widget_add_css_class (row, "flat");
  gtk_widget_add_css_class (row, "person");
  /* Translators: spoken name of a button: somebody’s name, then what they are in the case. */
  spoken = *role ? g_strdup_printf (C_ ("person", "%1$s, %2$s"), name, role) : g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-person");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", sl_person_get_id (person));
  return row;
}
