/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A GtkListView keeps 200 rows around one in sight, and in GTK 4.8 scrolling by a few pixels moves a tenth of them from one
 * end to the other and back: each is made anew although nobody sees it. A list that is no longer than that is never
 * touched: so it is given what is near, and two empty rows in place of the rest.
 */
#include "near-rows.h"

#include "growing-list.h"

#define NEAR 2.0 /* pages above and below what is seen that have rows */
#define FAR 4.0  /* and from where on they are given up */
#define MOST 190 /* rows, however low they are: GTK keeps 205 */
#define STEP 3   /* rows that come, or go, at an end with each drawn frame */
#define USUAL 96 /* pixels of a row, before any is laid out */
#define UNLAID 2
#define UNSETTLED 12

struct _SlNearRows
{
  GObject parent_instance;

  GtkListView   *list; /* (not owned) */
  GtkAdjustment *adjustment;
  GListModel    *foot;
  SlGrowingList *part; /* (nullable) */
  GListStore    *ends[2];
  GtkWidget     *empty[2];  /* in place of those before, and of those after */
  int            height[2]; /* of these, while they are in the list */
  int            average;   /* pixels of a row */
  guint          tick_id;
  guint          unlaid;    /* drawn frames until what has changed is laid out */
  guint          unsettled; /* and until whoever brings something into sight has done so */
};

G_DEFINE_FINAL_TYPE (SlNearRows, sl_near_rows, G_TYPE_OBJECT)

static guint
count_beyond (SlNearRows *self, gboolean after)
{
  return after ? sl_growing_list_count_after (self->part) : sl_growing_list_count_before (self->part);
}

/* Pixels with rows between what is seen and those that have none. */
static double
measure_room (SlNearRows *self, gboolean after)
{
  const double value = gtk_adjustment_get_value (self->adjustment);

  if (!after)
    return value - self->height[0];
  return gtk_adjustment_get_upper (self->adjustment) - self->height[1] - value - gtk_adjustment_get_page_size (self->adjustment);
}

/* What is not there is as high as what is. */
static void
measure_average (SlNearRows *self)
{
  const double known = gtk_adjustment_get_upper (self->adjustment) - self->height[0] - self->height[1];
  const guint  n = g_list_model_get_n_items (G_LIST_MODEL (self->part));

  if (known > 0 && n > 0)
    self->average = MAX ((int)(known / n), 1);
}

static void
show_empty (SlNearRows *self, gboolean after)
{
  const guint    n = self->part ? count_beyond (self, after) : 0;
  const gboolean is_there = g_list_model_get_n_items (G_LIST_MODEL (self->ends[after])) > 0;

  self->height[after] = (int)MIN ((gint64)n * self->average, G_MAXINT / 4);
  gtk_widget_set_size_request (self->empty[after], -1, self->height[after]);
  if (n > 0 && !is_there)
    g_list_store_append (self->ends[after], self->empty[after]);
  else if (n == 0 && is_there)
    g_list_store_remove_all (self->ends[after]);
}

static void
show_both (SlNearRows *self)
{
  show_empty (self, FALSE);
  show_empty (self, TRUE);
}

/* Whoever pulls at the scroll bar is in the middle of what has no rows. Returns: whether that is so */
static gboolean
find_way (SlNearRows *self)
{
  const double page = gtk_adjustment_get_page_size (self->adjustment), middle = gtk_adjustment_get_value (self->adjustment) + page / 2;
  const double tail = gtk_adjustment_get_upper (self->adjustment) - self->height[1];
  const guint  n_before = count_beyond (self, FALSE), n_after = count_beyond (self, TRUE);
  guint        place;

  if (n_before > 0 && middle < self->height[0])
    place = (guint)(n_before * middle / self->height[0]);
  else if (n_after > 0 && middle > tail)
    place = n_before + g_list_model_get_n_items (G_LIST_MODEL (self->part)) + (guint)(MIN ((middle - tail) / self->height[1], 1) * (n_after - 1));
  else
    return FALSE;
  sl_growing_list_begin (self->part, place);
  show_both (self);
  place = place - sl_growing_list_count_before (self->part) + g_list_model_get_n_items (G_LIST_MODEL (self->ends[0]));
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", place);
  return TRUE;
}

/* Pixels of the outermost row that could go. */
static int
measure_last (SlNearRows *self, gboolean after)
{
  GtkWidget *item = after ? gtk_widget_get_last_child (GTK_WIDGET (self->list)) : gtk_widget_get_first_child (GTK_WIDGET (self->list));
  guint      others = g_list_model_get_n_items (G_LIST_MODEL (self->ends[after])) + (after ? g_list_model_get_n_items (self->foot) : 0);
  int        height = 0;

  for (; item && others > 0; others--)
    item = after ? gtk_widget_get_prev_sibling (item) : gtk_widget_get_next_sibling (item);
  if (item)
    gtk_widget_measure (item, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (GTK_WIDGET (self->list)), NULL, &height, NULL, NULL);
  return height;
}

/* Returns: whether rows went at that end */
static gboolean
shrink (SlNearRows *self, gboolean after)
{
  const double page = gtk_adjustment_get_page_size (self->adjustment);
  const guint  n = g_list_model_get_n_items (G_LIST_MODEL (self->part));
  double       room = measure_room (self, after);
  const double least = n > MOST && room > measure_room (self, !after) ? page : page * FAR;
  guint        n_gone = 0;

  while (n_gone < STEP && n_gone + 1 < n && (room -= measure_last (self, after)) > least)
    {
      sl_growing_list_shrink (self->part, after, 1);
      n_gone++;
    }
  return n_gone > 0;
}

/* Returns: whether rows came or went at that end */
static gboolean
fit (SlNearRows *self, gboolean after)
{
  const double page = gtk_adjustment_get_page_size (self->adjustment), room = measure_room (self, after);
  const guint  n = g_list_model_get_n_items (G_LIST_MODEL (self->part));

  /* All of them, where they are few: then nothing has to be guessed. */
  if (n + count_beyond (self, FALSE) + count_beyond (self, TRUE) <= MOST)
    return sl_growing_list_grow (self->part, after, STEP);
  /* Where there are many low ones they come at one end when they go at the other. */
  if (room < page * NEAR && (n + STEP <= MOST || measure_room (self, !after) > room + page / 2))
    return sl_growing_list_grow (self->part, after, STEP);
  return self->unsettled == 0 && shrink (self, after);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SlNearRows *self = data;
  gboolean    is_moved;

  if (self->unsettled > 0)
    self->unsettled--;
  if (self->unlaid > 0 && --self->unlaid > 0)
    return G_SOURCE_CONTINUE;
  measure_average (self);
  is_moved = self->unsettled == 0 && find_way (self);
  if (!is_moved && (fit (self, FALSE) | fit (self, TRUE)))
    {
      show_both (self);
      is_moved = TRUE;
    }
  if (is_moved || self->unsettled > 0)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
begin (SlNearRows *self)
{
  if (self->part && self->tick_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), tick_cb, self, NULL);
}

static gboolean
is_out_of (SlNearRows *self, gboolean after)
{
  const double page = gtk_adjustment_get_page_size (self->adjustment), room = measure_room (self, after);

  return (room < page * NEAR && count_beyond (self, after) > 0) || room > page * FAR;
}

static void
wait_for_layout (SlNearRows *self)
{
  self->unlaid = UNLAID;
  self->unsettled = UNSETTLED;
}

static void
value_cb (SlNearRows *self)
{
  if (self->part && (is_out_of (self, FALSE) || is_out_of (self, TRUE)))
    begin (self);
}

static void
end (SlNearRows *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->tick_id);
  self->tick_id = 0;
}

static void
sl_near_rows_dispose (GObject *object)
{
  SlNearRows *self = SL_NEAR_ROWS (object);

  end (self);
  g_clear_object (&self->part);
  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&self->ends[i]);
      g_clear_object (&self->empty[i]);
    }
  g_clear_object (&self->foot);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (sl_near_rows_parent_class)->dispose (object);
}

static void
sl_near_rows_class_init (SlNearRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_near_rows_dispose;
}

static void
sl_near_rows_init (SlNearRows *self)
{
  self->average = USUAL;
  for (guint i = 0; i < 2; i++)
    {
      self->ends[i] = g_list_store_new (GTK_TYPE_WIDGET);
      self->empty[i] = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
    }
}

static GtkSelectionModel *
make_selection (SlNearRows *self)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  g_list_store_append (parts, self->ends[0]);
  if (self->part)
    g_list_store_append (parts, self->part);
  g_list_store_append (parts, self->ends[1]);
  g_list_store_append (parts, self->foot);
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)))));
}

SlNearRows *
sl_near_rows_new (GtkListView *list, GListModel *foot)
{
  SlNearRows *self;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (list) && G_IS_LIST_MODEL (foot), NULL);

  self = g_object_new (SL_TYPE_NEAR_ROWS, NULL);
  self->list = list;
  self->foot = g_object_ref (foot);
  self->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (value_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
sl_near_rows_set_source (SlNearRows *self, GListModel *source, SlCue *aim)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_return_if_fail (SL_IS_NEAR_ROWS (self) && (source == NULL || SL_IS_CUE_FINDER (source)));

  end (self);
  g_clear_object (&self->part);
  if (source)
    {
      self->part = sl_growing_list_new (source);
      sl_growing_list_reach (self->part, aim);
    }
  wait_for_layout (self);
  show_both (self);
  selection = make_selection (self);
  gtk_list_view_set_model (self->list, selection);
  begin (self);
}

void
sl_near_rows_follow (SlNearRows *self)
{
  g_return_if_fail (SL_IS_NEAR_ROWS (self));

  wait_for_layout (self);
  show_both (self);
  begin (self);
}

void
sl_near_rows_reach (SlNearRows *self, SlCue *cue)
{
  g_return_if_fail (SL_IS_NEAR_ROWS (self));

  if (self->part == NULL)
    return;
  if (sl_near_rows_find (self, cue) == G_MAXUINT && sl_growing_list_reach (self->part, cue))
    {
      self->unlaid = UNLAID;
      show_both (self);
    }
  self->unsettled = UNSETTLED;
  begin (self);
}

void
sl_near_rows_reach_end (SlNearRows *self, gboolean last)
{
  guint n;

  g_return_if_fail (SL_IS_NEAR_ROWS (self));

  if (self->part == NULL || count_beyond (self, last) == 0)
    return;
  n = g_list_model_get_n_items (G_LIST_MODEL (self->part)) + count_beyond (self, FALSE) + count_beyond (self, TRUE);
  sl_growing_list_begin (self->part, last ? n - 1 : 0);
  sl_near_rows_follow (self);
}

guint
sl_near_rows_find (SlNearRows *self, SlCue *cue)
{
  guint position;

  g_return_val_if_fail (SL_IS_NEAR_ROWS (self), G_MAXUINT);

  if (self->part == NULL || !sl_cue_finder_find (SL_CUE_FINDER (self->part), cue, &position))
    return G_MAXUINT;
  return position + g_list_model_get_n_items (G_LIST_MODEL (self->ends[0]));
}

void
sl_near_rows_bind (SlNearRows *self, gpointer thing, gboolean is_bound)
{
  GtkWidget *item;

  g_return_if_fail (SL_IS_NEAR_ROWS (self));

  if (thing != self->empty[0] && thing != self->empty[1])
    return;
  item = gtk_widget_get_parent (thing);
  gtk_widget_set_focusable (item, !is_bound);
  gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_HIDDEN, is_bound, -1);
}
