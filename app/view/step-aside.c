/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands over a picture for a while takes no focus along when it goes: GTK would leave it nowhere. */
#include "step-aside.h"

void
sl_step_aside_from_focus (GtkWidget *widget)
{
  GtkRoot   *root;
  GtkWidget *focus, *page;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  root = gtk_widget_get_root (widget);
  focus = root ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || (focus != widget && !gtk_widget_is_ancestor (focus, widget)))
    return;
  if (gtk_widget_activate_action (widget, "page.take-keys", NULL))
    return;
  page = gtk_widget_get_parent (widget);
  while (page && !gtk_widget_get_focusable (page))
    page = gtk_widget_get_parent (page);
  if (page)
    gtk_widget_grab_focus (page);
}

void
sl_step_aside (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  sl_step_aside_from_focus (widget);
  gtk_widget_set_visible (widget, FALSE);
}
