/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every panel over the picture has in common: large words on a small stage. What it says is for others to know. */
#include "stage-panel.h"

#include "bar-box.h"

#define LEAST 32 /* pixels of what is said that are always seen */

struct _SlStagePanel
{
  GtkWidget parent_instance;

  gboolean whole;

  /* Template children. */
  GtkWidget *scroller;
  GtkWidget *box; /* what is in it */
  GtkLabel  *title;
  GtkLabel  *text;
  GtkWidget *more;
  GtkWidget *foot;
  GtkWidget *main; /* what is in it */
};

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  SlStagePanel      *self = SL_STAGE_PANEL (buildable);
  GtkBuildableIface *parent = g_type_interface_peek_parent (GTK_BUILDABLE_GET_IFACE (buildable));

  /* While the template is made there is nowhere else to put what it has. */
  if (self->main && GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), g_strcmp0 (type, "main") == 0 ? self->main : self->more);
  else
    parent->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SlStagePanel, sl_stage_panel, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static int
natural_height (GtkWidget *widget, int width)
{
  int least, natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width < 0 ? -1 : MAX (width, least), NULL, &natural, NULL, NULL);
  return natural;
}

static GtkSizeRequestMode
sl_stage_panel_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sl_stage_panel_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  SlStagePanel *self = SL_STAGE_PANEL (widget);
  int           least[2], wanted[2];

  gtk_widget_measure (self->scroller, orientation, for_size, &least[0], &wanted[0], NULL, NULL);
  gtk_widget_measure (self->foot, orientation, for_size, &least[1], &wanted[1], NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (least[0], least[1]);
      *natural = MAX (wanted[0], wanted[1]);
      return;
    }
  *minimum = MAX (least[0], LEAST) + least[1];
  /* By itself a scrolled window takes its words to be in lines as long as they please. */
  *natural = MAX (natural_height (self->box, for_size) + wanted[1], *minimum);
}

static void
sl_stage_panel_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlStagePanel *self = SL_STAGE_PANEL (widget);
  const int     foot = natural_height (self->foot, width);
  const int     body = MAX (MIN (natural_height (self->box, width), height - foot), LEAST);
  const int     y = self->whole ? MAX ((height - body - foot) / 2, 0) : 0;

  gtk_widget_size_allocate (self->scroller, &(GtkAllocation){0, y, width, body}, -1);
  gtk_widget_size_allocate (self->foot, &(GtkAllocation){0, y + body, width, foot}, -1);
}

static void
sl_stage_panel_dispose (GObject *object)
{
  SlStagePanel *self = SL_STAGE_PANEL (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->foot, gtk_widget_unparent);

  G_OBJECT_CLASS (sl_stage_panel_parent_class)->dispose (object);
}

static void
sl_stage_panel_class_init (SlStagePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_stage_panel_dispose;
  widget_class->get_request_mode = sl_stage_panel_get_request_mode;
  widget_class->measure = sl_stage_panel_measure;
  widget_class->size_allocate = sl_stage_panel_size_allocate;

  g_type_ensure (SL_TYPE_BAR_BOX);
  gtk_widget_class_set_css_name (widget_class, "stage-panel");
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/stage-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SlStagePanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, SlStagePanel, box);
  gtk_widget_class_bind_template_child (widget_class, SlStagePanel, title);
  gtk_widget_class_bind_template_child (widget_class, SlStagePanel, text);
  gtk_widget_class_bind_template_child (widget_class, SlStagePanel, more);
  gtk_widget_class_bind_template_child (widget_class, SlStagePanel, foot);
  gtk_widget_class_bind_template_child (widget_class, SlStagePanel, main);
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

  self->whole = whole;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (whole)
    gtk_widget_add_css_class (GTK_WIDGET (self), "whole");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "whole");
}
