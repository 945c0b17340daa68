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

void
sl_calendar_leaf_draw (cairo_t              *cr,
                       SlBox                 box,
                       const SlCalendarLeaf *leaf)
{
  GDate  date;
  double margin = box.width * 0.1;
  double pitch = MIN ((box.width - 2 * margin) / (DAYS - 0.3), box.height * 0.77 / WEEKS);
  double left = box.x + (box.width - pitch * (DAYS - 0.3)) / 2;
  guint  first, n_days, marked;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)leaf->day);
  marked = g_date_get_day (&date) - 1u;
  n_days = g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date));
  g_date_set_day (&date, 1);
  first = (guint)g_date_get_weekday (&date) - 1;

  draw_sheet (cr, box);
  for (guint i = 0; i < n_days; i++)
    {
      guint place = first + i;
      SlBox cell = {left + place % DAYS * pitch, box.y + box.height * 0.225 + place / DAYS * pitch,
                    pitch * 0.7, pitch * 0.7};

      draw_day (cr, leaf, cell, (int)i - (int)marked);
    }
}

void
sl_calendar_leaf_draw_back (cairo_t *cr,
                            SlBox    box)
{
  draw_sheet (cr, box);
}
