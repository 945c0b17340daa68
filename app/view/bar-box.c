/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A box in one line would squeeze its words to a column of letters where letters are large and the picture is small. */
#include "bar-box.h"

#define GAP 12     /* pixels beside what is said, and between buttons */
#define LINE_GAP 8 /* between lines */

struct _SlBarBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SlBarBox, sl_bar_box, GTK_TYPE_WIDGET)

static GtkWidget *
first_seen (GtkWidget *child)
{
  while (child && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
next_seen (GtkWidget *child)
{
  return first_seen (gtk_widget_get_next_sibling (child));
}

static int
natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
height_for (GtkWidget *child, int width)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  return least;
}

/* What stands in one line from @first on. */
typedef struct
{
  GtkWidget *next; /* (nullable): what begins the one after it */
  int        width, height;
} Line;

static Line
find_line (GtkWidget *first, int width, gboolean alone)
{
  Line line = {first, 0, 0};

  for (; line.next; line.next = next_seen (line.next))
    {
      const int wanted = natural_width (line.next);
      const int one = MIN (wanted, width);

      if (line.width > 0 && (alone || line.width + GAP + wanted > width))
        break;
      line.width += (line.width > 0 ? GAP : 0) + one;
      line.height = MAX (line.height, height_for (line.next, one));
    }
  return line;
}

/* Puts what is between @first and @line.next at @y, in @width. */
static void
place_line (GtkWidget *first, const Line *line, int y, int width)
{
  const gboolean rtl = gtk_widget_get_direction (gtk_widget_get_parent (first)) == GTK_TEXT_DIR_RTL;
  int            x = 0;

  for (GtkWidget *child = first; child != line->next; child = next_seen (child))
    {
      const int one = MIN (natural_width (child), width);

      gtk_widget_size_allocate (child, &(GtkAllocation){rtl ? width - x - one : x, y, one, line->height}, -1);
      x += one + GAP;
    }
}

/* @placed: whether the children are put where they belong. Returns: how high it is in all */
static int
go_through (GtkWidget *widget, int width, gboolean placed)
{
  GtkWidget     *first = first_seen (gtk_widget_get_first_child (widget));
  const gboolean in_one = first && find_line (first, width, FALSE).next == NULL;
  int            y = 0;

  for (gboolean words = TRUE; first; words = FALSE)
    {
      const Line line = find_line (first, width, words && !in_one);

      y += y > 0 ? LINE_GAP : 0;
      if (placed)
        place_line (first, &line, y, width);
      y += line.height;
      first = line.next;
    }
  return y;
}

static GtkSizeRequestMode
sl_bar_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sl_bar_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = first_seen (gtk_widget_get_first_child (widget)); child; child = next_seen (child))
    {
      int least, wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += (*natural > 0 ? GAP : 0) + wanted;
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = go_through (widget, for_size >= 0 ? for_size : *natural, FALSE);
}

static void
sl_bar_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  go_through (widget, width, TRUE);
}

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
  widget_class->get_request_mode = sl_bar_box_get_request_mode;
  widget_class->measure = sl_bar_box_measure;
  widget_class->size_allocate = sl_bar_box_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "bar");
}

static void
sl_bar_box_init (SlBarBox *self)
{
}
