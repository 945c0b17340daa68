/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two bars at once would take the picture from those who watch it, and on a small one they would lie on each other. */
#include "bars.h"

#include "step-aside.h"

struct _SlBars
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SlBars, sl_bars, GTK_TYPE_WIDGET)

/* Returns: (transfer none) (nullable) */
static GtkWidget *
find_first (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child && !gtk_widget_get_visible (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* What matters more than the @first has nothing to say, and is shown as soon as it has. */
static void
hide_lesser (GtkWidget *widget, GtkWidget *first)
{
  gboolean lesser = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      if (lesser)
        sl_step_aside_from_focus (child);
      gtk_widget_set_child_visible (child, !lesser);
      lesser |= child == first;
    }
}

static GtkSizeRequestMode
sl_bars_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sl_bars_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *first = find_first (widget);

  *minimum = *natural = 0;
  if (first)
    gtk_widget_measure (first, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
sl_bars_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *first = find_first (widget);

  hide_lesser (widget, first);
  if (first)
    gtk_widget_size_allocate (first, &(GtkAllocation){0, 0, width, height}, -1);
}

static void
sl_bars_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sl_bars_parent_class)->dispose (object);
}

static void
sl_bars_class_init (SlBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_bars_dispose;
  widget_class->get_request_mode = sl_bars_get_request_mode;
  widget_class->measure = sl_bars_measure;
  widget_class->size_allocate = sl_bars_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "bars");
}

static void
sl_bars_init (SlBars *self)
{
}
