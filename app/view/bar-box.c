/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is over the picture has little room for large letters. */
#include "bar-box.h"

#include "flow-layout.h"

#define GAP 12     /* pixels beside what is said, and between buttons */
#define LINE_GAP 8 /* between lines */

struct _SlBarBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SlBarBox, sl_bar_box, GTK_TYPE_WIDGET)

static void
sl_bar_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sl_bar_box_parent_class)->dispose (object);
}

static void
sl_bar_box_class_init (SlBarBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_bar_box_dispose;
  gtk_widget_class_set_css_name (widget_class, "bar");
}

static void
sl_bar_box_init (SlBarBox *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), g_object_new (SL_TYPE_FLOW_LAYOUT, "gap", GAP, "line-gap", LINE_GAP, "words-first", TRUE, NULL));
}
