/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which windows belong to which, as far as GTK tells, so that nothing is opened twice. */
#include "toplevels.h"

GtkWindow *
sl_toplevels_find_over (GtkWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow  *found = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (other) == window && gtk_widget_get_visible (GTK_WIDGET (other)))
        found = other;
    }
  return found;
}
