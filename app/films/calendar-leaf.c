/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weeks begin on Monday, as they do where the story happens; six rows hold any month. */
#include "calendar-leaf.h"

#include "canvas.h"
#include "motion.h"

#define DAYS 7
#define WEEKS 6

static void
draw_sheet (cairo_t *cr,
            SlBox    box)
{
  double head = box.height * 0.17;
  double hole = box.width * 0.022;

  sl_palette_set (cr, SL_COLOUR_RAISED, 1.0);
  sl_shapes_fill (cr, box, 12);

  cairo_save (cr);
  cairo_rectangle (cr, box.x, box.y, box.width, head);
  cairo_clip (cr);
  sl_palette_set (cr, SL_COLOUR_FAINT, 1.0);
  sl_shapes_fill (cr, box, 12);
  cairo_restore (cr);

  sl_palette_set (cr, SL_COLOUR_LINE, 1.0);
  sl_shapes_outline (cr, box, 12, SL_CANVAS_FINE);
  sl_palette_set (cr, SL_COLOUR_GROUND, 1.0);
  sl_shapes_disc (cr, box.x + box.width * 0.28, box.y + head / 2, hole);
  sl_shapes_disc (cr, box.x + box.width * 0.72, box.y + head / 2, hole);
}

static void
draw_day (cairo_t              *cr,
          const SlCalendarLeaf *leaf,
          SlBox                 cell,
          int                   distance)
{
  if (distance != 0)
    {
      double tint = distance > 0 ? leaf->after * 0.42 : 0.0;

      sl_palette_set_between (cr, SL_COLOUR_LINE, leaf->colour, tint);
      sl_shapes_fill (cr, cell, cell.width * 0.16);
      return;
    }

  sl_palette_set_between (cr, SL_COLOUR_LINE, leaf->colour, leaf->marked);
  sl_shapes_fill (cr, sl_shapes_scaled (cell, sl_motion_mix (1.0, 1.22, leaf->marked)),
                  cell.width * 0.18);
}

static double
get_pitch (SlBox box)
{
  double margin = box.width * 0.1;

  return MIN ((box.width - 2 * margin) / (DAYS - 0.3), box.height * 0.77 / WEEKS);
}

/* The square in place @place of the grid of weeks. */
static SlBox
get_cell (SlBox box,
          guint place)
{
  double pitch = get_pitch (box);
  double left = box.x + (box.width - pitch * (DAYS - 0.3)) / 2;

  return (SlBox){left + place % DAYS * pitch, box.y + box.height * 0.225 + place / DAYS * pitch,
                 pitch * 0.7, pitch * 0.7};
}

/* In which place of the grid the month of @date begins; makes @date that first day. */
static guint
get_first_place (GDate *date)
{
  g_date_set_day (date, 1);

  return (guint)g_date_get_weekday (date) - 1;
}

void
sl_calendar_leaf_draw (cairo_t              *cr,
                       SlBox                 box,
                       const SlCalendarLeaf *leaf)
{
  GDate date;
  guint first, n_days, marked;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)leaf->day);
  marked = g_date_get_day (&date) - 1u;
  n_days = g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date));
  first = get_first_place (&date);

  draw_sheet (cr, box);
  for (guint i = 0; i < n_days; i++)
    draw_day (cr, leaf, get_cell (box, first + i), (int)i - (int)marked);
}

void
sl_calendar_leaf_get_middle (SlBox  box,
                             gint64 day,
                             double point[2])
{
  GDate date;
  guint number;
  SlBox cell;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)day);
  number = g_date_get_day (&date) - 1u;
  cell = get_cell (box, get_first_place (&date) + number);
  point[0] = cell.x + cell.width / 2;
  point[1] = cell.y + cell.height / 2;
}

void
sl_calendar_leaf_draw_back (cairo_t *cr,
                            SlBox    box)
{
  draw_sheet (cr, box);
}
