/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and sums in small squares: leaves of a calendar, a sum that piles up within one day, and the
 * days in custody, one square each. What is counted is computed from dates, never set by hand. */
#include "scenes.h"

#include "calendar-leaf.h"
#include "canvas.h"
#include "motion.h"
#include "shapes.h"

#include <math.h>

#define LEAVES_MOST 3

/* How many squares are on their way from empty to full at once. */
#define HEAD 20.0

static void
draw_leaves (cairo_t            *cr,
             const SlParameters *parameters,
             gint64              t)
{
  guint         n;
  const gint64 *days = sl_parameters_get_list (parameters, "days", &n);
  const gint64 *colours = sl_parameters_get_list (parameters, "colours", &n);
  const gint64 *at = sl_parameters_get_list (parameters, "at", &n);
  const gint64 *goes_on = sl_parameters_get_list (parameters, "goes_on", &n);
  double        width = 430;
  double        gap = (SL_CANVAS_SPAN - LEAVES_MOST * width) / (LEAVES_MOST - 1);

  for (guint i = 0; i < n; i++)
    {
      double         come = sl_motion_settle (t, at[i], SL_MS (700));
      double         after = sl_motion_ease (t, at[i] + SL_MS (1200), SL_MS (900));
      SlCalendarLeaf leaf = {days[i], (SlColour)colours[i],
                             sl_motion_settle (t, at[i] + SL_MS (600), SL_MS (500)),
                             goes_on[i] ? after : 0};
      SlBox          box = {SL_CANVAS_LEFT + i * (width + gap),
                            SL_CANVAS_TOP + 24 * (1 - come), width,
                            SL_CANVAS_BOTTOM - SL_CANVAS_TOP - 24};

      if (come <= 0)
        continue;
      cairo_push_group (cr);
      sl_calendar_leaf_draw (cr, box, &leaf);
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, come);
    }
}

/* The leaf above is turned over its upper edge once, and shows the marked day below. */
static void
draw_turning_leaf (cairo_t *cr,
                   SlBox    box,
                   gint64   day,
                   SlColour colour,
                   gint64   t,
                   gint64   at)
{
  double         turned = sl_motion_ease (t, at, SL_MS (1300));
  double         mark = sl_motion_settle (t, at + SL_MS (1100), SL_MS (600));
  SlCalendarLeaf below = {day, colour, mark, 0};
  SlCalendarLeaf above = {day, colour, 0, 0};
  double         height = cos (turned * G_PI);
  GDate          date;

  sl_calendar_leaf_draw (cr, box, &below);
  if (height <= 0)
    return;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)day);
  g_date_subtract_months (&date, 1);
  above.day = g_date_get_julian (&date);
  cairo_save (cr);
  cairo_translate (cr, 0, box.y);
  cairo_scale (cr, 1, MAX (height, 0.004));
  cairo_translate (cr, 0, -box.y);
  sl_calendar_leaf_draw (cr, box, &above);
  cairo_restore (cr);
}

/* Squares fall in row by row from the ground up: the same amount each, so the height is the sum. */
static void
draw_sum (cairo_t            *cr,
          const SlParameters *parameters,
          gint64              t)
{
  guint    count = (guint)sl_parameters_get (parameters, "count");
  guint    columns = (guint)sl_parameters_get (parameters, "columns");
  guint    rows = (count + columns - 1) / columns;
  SlColour colour = (SlColour)sl_parameters_get (parameters, "colour");
  gint64   fill = sl_parameters_get (parameters, "fill");
  double   pitch = MIN (1044.0 / columns, (SL_CANVAS_BOTTOM - SL_CANVAS_TOP) / rows);
  double   shown = (count + columns) * sl_motion_ease (t, SL_MS (200), fill);
  double   base = SL_CANVAS_TOP + rows * pitch;
  SlBox    leaf = {SL_CANVAS_RIGHT - 370, SL_CANVAS_TOP, 370, rows * pitch - pitch * 0.22};

  for (guint i = 0; i < count && i < shown; i++)
    {
      double come = CLAMP ((shown - i) / columns, 0, 1);
      SlBox  cell = {SL_CANVAS_LEFT + i % columns * pitch,
                     base - (i / columns + 1) * pitch - 12 * (1 - come) * (1 - come),
                     pitch * 0.78, pitch * 0.78};

      sl_palette_set (cr, colour, come);
      sl_shapes_fill (cr, cell, pitch * 0.12);
    }
  draw_turning_leaf (cr, leaf, sl_parameters_get (parameters, "day"), colour, t,
                     SL_MS (300) + fill);
}

static void
draw_days (cairo_t            *cr,
           const SlParameters *parameters,
           gint64              t)
{
  gint64   first = sl_parameters_get (parameters, "from");
  guint    count = (guint)(sl_parameters_get (parameters, "to") - first + 1);
  guint    marked = (guint)(sl_parameters_get (parameters, "mark") - first);
  guint    columns = (guint)sl_parameters_get (parameters, "columns");
  guint    rows = (count + columns - 1) / columns;
  SlColour colour = (SlColour)sl_parameters_get (parameters, "colour");
  SlColour mark_colour = (SlColour)sl_parameters_get (parameters, "mark_colour");
  SlColour after_colour = (SlColour)sl_parameters_get (parameters, "after_colour");
  SlColour last_colour = (SlColour)sl_parameters_get (parameters, "last_colour");
  double   pitch = MIN (SL_CANVAS_SPAN / (columns - 0.26), 492.0 / (rows - 0.26));
  double   reached = (count + HEAD) * sl_motion_progress (t, SL_MS (600),
                                                          sl_parameters_get (parameters, "fill"));

  for (guint i = 0; i < count; i++)
    {
      SlBox cell = {SL_CANVAS_LEFT + i % columns * pitch, SL_BAND_TOP + 3 + i / columns * pitch,
                    pitch * 0.74, pitch * 0.74};

      sl_palette_set_between (cr, SL_COLOUR_FAINT,
                              i + 1 == count ? last_colour : i == marked ? mark_colour
                                                           : i > marked  ? after_colour
                                                                         : colour,
                              CLAMP ((reached - i) / HEAD, 0, 1));
      sl_shapes_fill (cr, cell, pitch * 0.11);
    }
}

static const SlParameterSpec leaves_specs[] = {
  {.name = "days", .kind = SL_FIELD_DATE, .most = LEAVES_MOST},
  {.name = "colours", .kind = SL_FIELD_COLOUR, .most = LEAVES_MOST, .like = "days"},
  {.name = "at", .kind = SL_FIELD_TIME, .most = LEAVES_MOST, .like = "days"},
  /* 1 where something began that day and went on, else 0 */
  {.name = "goes_on", .kind = SL_FIELD_INTEGER, .most = LEAVES_MOST, .high = 1, .like = "days"},
  {NULL},
};

static const SlParameterSpec sum_specs[] = {
  {.name = "count", .kind = SL_FIELD_INTEGER, .low = 1, .high = 2000},
  {.name = "columns", .kind = SL_FIELD_INTEGER, .low = 1, .high = 100},
  {.name = "fill", .kind = SL_FIELD_TIME},
  {.name = "day", .kind = SL_FIELD_DATE},
  {.name = "colour", .kind = SL_FIELD_COLOUR},
  {NULL},
};

static const SlParameterSpec days_specs[] = {
  {.name = "from", .kind = SL_FIELD_DATE},
  {.name = "to", .kind = SL_FIELD_DATE, .after = "from"},
  {.name = "mark", .kind = SL_FIELD_DATE, .after = "from"},
  {.name = "columns", .kind = SL_FIELD_INTEGER, .low = 2, .high = 100},
  {.name = "fill", .kind = SL_FIELD_TIME},
  {.name = "colour", .kind = SL_FIELD_COLOUR},
  {.name = "mark_colour", .kind = SL_FIELD_COLOUR},
  {.name = "after_colour", .kind = SL_FIELD_COLOUR},
  {.name = "last_colour", .kind = SL_FIELD_COLOUR},
  {NULL},
};

const SlScene sl_scenes_calendar[] = {
  {"leaves", leaves_specs, draw_leaves},
  {"sum", sum_specs, draw_sum},
  {"days", days_specs, draw_days},
  {NULL},
};
