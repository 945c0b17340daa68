/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two languages beside each other, as far as their words have room. Asks for no more width than one of them. */
#include "columns.h"

#define GAP 16           /* pixels between columns */
#define LINE_GAP 6       /* pixels between those below each other */
#define LEAST_LETTERS 16 /* of a usual width, that a column must have room for */

struct _SlColumns
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SlColumns, sl_columns, GTK_TYPE_WIDGET)

static int
count_visible (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);
  return n;
}

/* As large as the reader has chosen letters to be. */
static int
get_least_width (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  const int         width = LEAST_LETTERS * PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

/* Returns: how wide a column is; 0 when they stand below each other */
static int
get_column_width (GtkWidget *widget, int width)
{
  const int n = count_visible (widget);
  const int column = n > 1 ? (width - (n - 1) * GAP) / n : 0;
  int       least = get_least_width (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int minimum;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
        least = MAX (least, minimum);
      }
  return column >= least ? column : 0;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int least, usual;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &usual, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += usual + (*natural > 0 ? GAP : 0);
    }
}

static void
sl_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  const int column = for_size > 0 ? get_column_width (widget, for_size) : 0;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int least;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, column > 0 ? column : for_size, &least, NULL, NULL, NULL);
      *minimum = column > 0 ? MAX (*minimum, least) : *minimum + least + (*minimum > 0 ? LINE_GAP : 0);
    }
  *natural = *minimum;
}

static void
sl_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  const int      column = get_column_width (widget, width);
  const gboolean turned = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation  place = {column > 0 && turned ? width - column : 0, 0, column > 0 ? column : width, 0};

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, &place.height, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &place, -1);
      if (column > 0)
        place.x += turned ? -(column + GAP) : column + GAP;
      else
        place.y += place.height + LINE_GAP;
    }
}

static GtkSizeRequestMode
sl_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sl_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sl_columns_parent_class)->dispose (object);
}

static void
sl_columns_class_init (SlColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_columns_dispose;
  widget_class->get_request_mode = sl_columns_get_request_mode;
  widget_class->measure = sl_columns_measure;
  widget_class->size_allocate = sl_columns_size_allocate;
}

static void
sl_columns_init (SlColumns *self)
{
}
