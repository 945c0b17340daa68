/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page that has a poster in wide windows. It asks for no more width than its text, so that nothing but the window
 * decides. Leaves out what the children are.
 */
#include "beside.h"

#define WIDE 840 /* pixels, from where on both stand side by side */
#define GAP 48

struct _SlBeside
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SlBeside, sl_beside, GTK_TYPE_WIDGET)

static int
width_of_first (GtkWidget *first)
{
  int natural;

  gtk_widget_measure (first, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Returns: what the first and the gap take of @width pixels, 0 where there is no room for them */
static int
room_for_first (SlBeside *self, int width)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  const int  needed = width_of_first (first) + GAP;

  return width >= WIDE && width - needed >= WIDE / 2 ? needed : 0;
}

static GtkSizeRequestMode
sl_beside_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sl_beside_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  int        least, taken;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (second, orientation, -1, minimum, natural, NULL, NULL);
      *natural = MAX (*natural + width_of_first (first) + GAP, *minimum);
      return;
    }
  taken = for_size < 0 ? 0 : room_for_first (SL_BESIDE (widget), for_size);
  gtk_widget_measure (second, orientation, for_size < 0 ? -1 : for_size - taken, minimum, natural, NULL, NULL);
  if (taken == 0)
    return;
  gtk_widget_measure (first, orientation, taken - GAP, &least, NULL, NULL, NULL);
  *minimum = MAX (*minimum, least);
  *natural = MAX (*natural, least);
}

static void
sl_beside_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget     *first = gtk_widget_get_first_child (widget);
  GtkWidget     *second = gtk_widget_get_last_child (widget);
  const int      taken = room_for_first (SL_BESIDE (widget), width);
  const gboolean turned = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation  place = {turned ? 0 : taken, 0, width - taken, height};

  gtk_widget_set_child_visible (first, taken > 0);
  gtk_widget_size_allocate (second, &place, baseline);
  if (taken == 0)
    return;
  place.x = turned ? width - taken + GAP : 0;
  place.width = taken - GAP;
  gtk_widget_measure (first, GTK_ORIENTATION_VERTICAL, place.width, &place.height, NULL, NULL, NULL);
  gtk_widget_size_allocate (first, &place, -1);
}

static void
sl_beside_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sl_beside_parent_class)->dispose (object);
}

static void
sl_beside_class_init (SlBesideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_beside_dispose;
  widget_class->get_request_mode = sl_beside_get_request_mode;
  widget_class->measure = sl_beside_measure;
  widget_class->size_allocate = sl_beside_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "beside");
}

static void
sl_beside_init (SlBeside *self)
{
}
