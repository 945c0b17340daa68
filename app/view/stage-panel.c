/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every panel over the picture has in common: large words on a small stage. What it says is for others to know. */
#include "stage-panel.h"

#define MARGINS 48 /* pixels at both sides, as in the style */
#define GAP 8      /* between buttons, as in the template */

struct _SlStagePanel
{
  GtkWidget parent_instance;

  /* Template children. */
  GtkWidget *scroller;
  GtkWidget *box; /* what is in it */
  GtkLabel  *title;
  GtkLabel  *text;
  GtkWidget *buttons;
};

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  SlStagePanel      *self = SL_STAGE_PANEL (buildable);
  GtkBuildableIface *parent = g_type_interface_peek_parent (GTK_BUILDABLE_GET_IFACE (buildable));

  /* While the template is made there is nowhere else to put what it has. */
  if (self->buttons && GTK_IS_WIDGET (child))
    gtk_box_append (GTK_BOX (self->buttons), GTK_WIDGET (child));
  else
    parent->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SlStagePanel, sl_stage_panel, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static void
sl_stage_panel_dispose (GObject *object)
{
  g_clear_pointer (&SL_STAGE_PANEL (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (sl_stage_panel_parent_class)->dispose (object);
}

static void
sl_stage_panel_class_init (SlStagePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_stage_panel_dispose;

  gtk_widget_class_set_css_name (widget_class, "stage-panel");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/stage-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SlStagePanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, SlStagePanel, box);
  gtk_widget_class_bind_template_child (widget_class, SlStagePanel, title);
  gtk_widget_class_bind_template_child (widget_class, SlStagePanel, text);
  gtk_widget_class_bind_template_child (widget_class, SlStagePanel, buttons);
}

static void
sl_stage_panel_init (SlStagePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sl_stage_panel_say (SlStagePanel *self, GtkWidget *speaker, const char *title, const char *text)
{
  g_return_if_fail (SL_IS_STAGE_PANEL (self) && GTK_IS_WIDGET (speaker));
  g_return_if_fail (title != NULL && text != NULL);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (speaker), GTK_ACCESSIBLE_PROPERTY_LABEL, title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

void
sl_stage_panel_set_whole (SlStagePanel *self, gboolean whole)
{
  g_return_if_fail (SL_IS_STAGE_PANEL (self));

  gtk_widget_set_valign (self->scroller, whole ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  if (whole)
    gtk_widget_add_css_class (GTK_WIDGET (self), "whole");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "whole");
}

static void
place_buttons (SlStagePanel *self, int width)
{
  GtkOrientation wanted = GTK_ORIENTATION_HORIZONTAL;
  int            together = MARGINS - GAP;

  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button; button = gtk_widget_get_next_sibling (button))
    {
      int natural;

      if (!gtk_widget_get_visible (button))
        continue;
      gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      together += natural + GAP;
    }
  if (together > width)
    wanted = GTK_ORIENTATION_VERTICAL;
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->buttons)) != wanted)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons), wanted);
}

void
sl_stage_panel_fit (SlStagePanel *self, int width, int height)
{
  int least, wanted;

  g_return_if_fail (SL_IS_STAGE_PANEL (self));

  place_buttons (self, width);
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (self->box, GTK_ORIENTATION_VERTICAL, MAX (width, least), &wanted, NULL, NULL, NULL);
  /* By itself a scrolled window takes its words to be in lines as long as they please. */
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), MIN (wanted, height));
}
