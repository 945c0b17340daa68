/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list brings its items into sight, but not what is in one that is higher than the list: who goes through it by keys
 * would not see where they are. */
#include "focus-scroll.h"

#define ROOM 12 /* pixels that are left beside it */

static void
bring (GtkWidget *widget)
{
  GtkWidget      *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment  *adjustment;
  graphene_rect_t place;
  double          top, bottom;

  if (scrolled == NULL || !gtk_widget_compute_bounds (widget, scrolled, &place))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  top = place.origin.y - ROOM;
  bottom = place.origin.y + place.size.height + ROOM - gtk_widget_get_height (scrolled);
  /* The beginning of what is too high itself. */
  if (top < 0 || bottom > 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + (top < 0 ? top : MIN (bottom, top)));
}

static void
focus_cb (GtkWidget *row, GParamSpec *pspec, GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus == NULL || focus == row || !gtk_widget_is_ancestor (focus, row))
    return;
  bring (focus);
}

/* Lists take rows out and put them in again. */
static void
root_cb (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);

  if (GTK_IS_WINDOW (root) && g_signal_handler_find (root, G_SIGNAL_MATCH_FUNC | G_SIGNAL_MATCH_DATA, 0, 0, NULL, focus_cb, row) == 0)
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_cb), row, G_CONNECT_SWAPPED);
}

void
sl_focus_scroll_keep (GtkWidget *row)
{
  g_return_if_fail (GTK_IS_WIDGET (row));

  g_signal_connect (row, "notify::root", G_CALLBACK (root_cb), NULL);
}

void
sl_focus_scroll_bring (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  bring (widget);
}
