/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK 4.8 has no way to say of an item of a list that it takes the focus although a child of it could. */
#include "row-focus.h"

static gboolean
focus (GtkWidget *row, GtkDirectionType direction)
{
  GtkWidget     *child = gtk_widget_get_first_child (row);
  const gboolean inside = gtk_widget_get_focus_child (row) != NULL;

  if (!gtk_widget_get_focusable (row))
    return gtk_widget_child_focus (child, direction);
  if (gtk_widget_is_focus (row))
    return direction == GTK_DIR_TAB_FORWARD && gtk_widget_child_focus (child, direction);
  if ((inside || direction == GTK_DIR_TAB_BACKWARD) && gtk_widget_child_focus (child, direction))
    return TRUE;
  return (!inside || direction == GTK_DIR_TAB_BACKWARD) && gtk_widget_grab_focus (row);
}

static gboolean
choose_cb (GtkWidget *row, GVariant *arguments, gpointer data)
{
  return gtk_widget_activate (gtk_widget_get_parent (row));
}

void
sl_row_focus_bind (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  widget_class->focus = focus;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, choose_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, choose_cb, NULL);
}

/* The same card stands in lists, and in other rows. */
static void
parent_cb (GtkWidget *row)
{
  GtkWidget *parent = gtk_widget_get_parent (row);

  gtk_widget_set_focusable (row, parent && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (parent)) == GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

void
sl_row_focus_keep (GtkWidget *row)
{
  g_return_if_fail (GTK_IS_WIDGET (row));

  g_signal_connect (row, "notify::parent", G_CALLBACK (parent_cb), NULL);
}
