/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A box in one line would squeeze its words to a column of letters, or cut its end off, where letters are large. */
#include "flow-layout.h"

struct _SlFlowLayout
{
  GtkLayoutManager parent_instance;

  int      gap, line_gap; /* pixels */
  gboolean words_first;
  gboolean one_line;
  gboolean even;
};

G_DEFINE_FINAL_TYPE (SlFlowLayout, sl_flow_layout, GTK_TYPE_LAYOUT_MANAGER)

enum {
  PROP_0,
  PROP_GAP,
  PROP_LINE_GAP,
  PROP_WORDS_FIRST,
  PROP_ONE_LINE,
  PROP_EVEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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

/* @cell: that of each child, or 0: as wide as it would be */
static int
width_of (GtkWidget *child, int width, int cell)
{
  return cell > 0 ? cell : MIN (natural_width (child), width);
}

static Line
find_line (SlFlowLayout *self, GtkWidget *first, int width, int cell, gboolean alone)
{
  Line line = {first, 0, 0};

  for (; line.next; line.next = next_seen (line.next))
    {
      const int one = width_of (line.next, width, cell);

      if (line.width > 0 && (alone || line.width + self->gap + one > width))
        break;
      line.width += (line.width > 0 ? self->gap : 0) + one;
      line.height = MAX (line.height, height_for (line.next, one));
    }
  return line;
}

/* Puts what is between @first and @line.next at @y, in @width. */
static void
place_line (SlFlowLayout *self, GtkWidget *first, const Line *line, int y, int width, int cell)
{
  const gboolean rtl = gtk_widget_get_direction (gtk_widget_get_parent (first)) == GTK_TEXT_DIR_RTL;
  int            x = 0;

  for (GtkWidget *child = first; child != line->next; child = next_seen (child))
    {
      const int one = width_of (child, width, cell);

      gtk_widget_size_allocate (child, &(GtkAllocation){rtl ? width - x - one : x, y, one, line->height}, -1);
      x += one + self->gap;
    }
}

/* As many columns, of equal width, as need no more lines than words would that stand as they come. Returns: how wide one
 * is; 0 where that cannot be */
static int
find_cell (SlFlowLayout *self, GtkWidget *widget, int width)
{
  int n = 0, n_lines = 0, widest = 1, columns;

  for (GtkWidget *child = first_seen (gtk_widget_get_first_child (widget)); child; child = next_seen (child), n++)
    widest = MAX (widest, natural_width (child));
  for (GtkWidget *first = first_seen (gtk_widget_get_first_child (widget)); first; n_lines++)
    first = find_line (self, first, width, 0, FALSE).next;
  if (n_lines < 2)
    return 0;
  columns = (n + n_lines - 1) / n_lines;
  return columns * widest + (columns - 1) * self->gap <= width ? (width - (columns - 1) * self->gap) / columns : 0;
}

/* What has no room in the first line is not seen. Returns: how high that is */
static int
go_once (SlFlowLayout *self, GtkWidget *widget, int width, gboolean placed)
{
  GtkWidget *first = first_seen (gtk_widget_get_first_child (widget));
  const Line line = first ? find_line (self, first, width, 0, FALSE) : (Line){NULL, 0, 0};
  gboolean   seen = TRUE;

  if (placed && first)
    place_line (self, first, &line, 0, width, 0);
  for (GtkWidget *child = first; placed && child; child = next_seen (child))
    {
      seen = seen && child != line.next;
      gtk_widget_set_child_visible (child, seen);
    }
  return line.height;
}

/* @placed: whether the children are put where they belong. Returns: how high it is in all */
static int
go_through (SlFlowLayout *self, GtkWidget *widget, int width, gboolean placed)
{
  const int      cell = self->even ? find_cell (self, widget, width) : 0;
  GtkWidget     *first = first_seen (gtk_widget_get_first_child (widget));
  const gboolean in_one = first && find_line (self, first, width, cell, FALSE).next == NULL;
  int            y = 0;

  if (self->one_line)
    return go_once (self, widget, width, placed);
  for (gboolean words = TRUE; first; words = FALSE)
    {
      const Line line = find_line (self, first, width, cell, words && !in_one && self->words_first);

      y += y > 0 ? self->line_gap : 0;
      if (placed)
        place_line (self, first, &line, y, width, cell);
      y += line.height;
      first = line.next;
    }
  return y;
}

static GtkSizeRequestMode
sl_flow_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sl_flow_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  SlFlowLayout *self = SL_FLOW_LAYOUT (manager);

  *minimum = *natural = 0;
  for (GtkWidget *child = first_seen (gtk_widget_get_first_child (widget)); child; child = next_seen (child))
    {
      int least, wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += (*natural > 0 ? self->gap : 0) + wanted;
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = go_through (self, widget, for_size >= 0 ? for_size : *natural, FALSE);
}

static void
sl_flow_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  go_through (SL_FLOW_LAYOUT (manager), widget, width, TRUE);
}

static void
sl_flow_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlFlowLayout *self = SL_FLOW_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_GAP:
      g_value_set_int (value, self->gap);
      break;
    case PROP_LINE_GAP:
      g_value_set_int (value, self->line_gap);
      break;
    case PROP_WORDS_FIRST:
      g_value_set_boolean (value, self->words_first);
      break;
    case PROP_ONE_LINE:
      g_value_set_boolean (value, self->one_line);
      break;
    case PROP_EVEN:
      g_value_set_boolean (value, self->even);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_flow_layout_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlFlowLayout *self = SL_FLOW_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_GAP:
      self->gap = g_value_get_int (value);
      break;
    case PROP_LINE_GAP:
      self->line_gap = g_value_get_int (value);
      break;
    case PROP_WORDS_FIRST:
      self->words_first = g_value_get_boolean (value);
      break;
    case PROP_ONE_LINE:
      self->one_line = g_value_get_boolean (value);
      break;
    case PROP_EVEN:
      self->even = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
sl_flow_layout_class_init (SlFlowLayoutClass *klass)
{
  GObjectClass          *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  const int              flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sl_flow_layout_get_property;
  object_class->set_property = sl_flow_layout_set_property;
  manager_class->get_request_mode = sl_flow_layout_get_request_mode;
  manager_class->measure = sl_flow_layout_measure;
  manager_class->allocate = sl_flow_layout_allocate;

  properties[PROP_GAP] = g_param_spec_int ("gap", NULL, NULL, 0, G_MAXINT16, 0, flags);
  properties[PROP_LINE_GAP] = g_param_spec_int ("line-gap", NULL, NULL, 0, G_MAXINT16, 0, flags);
  properties[PROP_WORDS_FIRST] = g_param_spec_boolean ("words-first", NULL, NULL, FALSE, flags);
  properties[PROP_ONE_LINE] = g_param_spec_boolean ("one-line", NULL, NULL, FALSE, flags);
  properties[PROP_EVEN] = g_param_spec_boolean ("even", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_flow_layout_init (SlFlowLayout *self)
{
}
