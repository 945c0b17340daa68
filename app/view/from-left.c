/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page in a language that is written from the right shows of time is turned back. */
#include "from-left.h"

void
sl_from_left_turn (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      sl_from_left_turn (child);
}
