/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time in custody: a cell with more people than beds, and what was written from there. Diagrams, not
 * plans: the record has no number of beds. Leaves out anybody who could be known. */
#include "scenes.h"

#include "canvas.h"
#include "motion.h"
#include "shapes.h"

#define BEDS 8
#define PEOPLE 15
#define PERSON 27.0

/* Pages beyond those that are counted fade away: there were more. */
#define MORE 8

static const SlBox room = {SL_CANVAS_LEFT, SL_CANVAS_TOP, SL_CANVAS_SPAN, SL_CANVAS_BOTTOM - SL_CANVAS_TOP};

static SlBox
get_bed (guint i)
{
  double pitch = 300;

  return (SlBox){room.x + 60 + i % 4 * pitch, i < 4 ? room.y + 30 : room.y + room.height - 126, 220, 96};
}

/* The first have a bed; the others stand between the two rows of beds, the last one in the middle. */
static void
get_stand (guint  i,
           double point[2])
{
  SlBox bed;

  if (i < BEDS)
    {
      bed = get_bed (i);
      point[0] = bed.x + bed.width / 2;
      point[1] = bed.y + bed.height / 2;
      return;
    }
  i -= BEDS;
  point[0] = room.x + 170 + (i < 3 ? i : i + 1) * 150.0;
  point[1] = room.y + room.height / 2 + (i % 2 == 0 ? -26 : 26);
  if (i == PEOPLE - BEDS - 1)
    {
      point[0] = room.x + 170 + 3 * 150.0;
      point[1] = room.y + room.height / 2;
    }
}

static void
draw_crowd (cairo_t            *cr,
            const SlParameters *parameters,
            gint64              t)
{
  SlColour     colour = (SlColour)sl_parameters_get (parameters, "colour");
  gint64       at = sl_parameters_get (parameters, "at"), every = sl_parameters_get (parameters, "every");
  double       come = sl_motion_settle (t, 0, SL_MS (700));
  const double door[] = {room.x + room.width + PERSON, room.y + room.height / 2};

  sl_palette_set (cr, SL_COLOUR_QUIET, come);
  sl_shapes_outline (cr, room, 10, SL_CANVAS_LINE);
  sl_palette_set (cr, SL_COLOUR_GROUND, 1.0);
  sl_shapes_fill (cr, (SlBox){room.x + room.width - 8, door[1] - 50, 16, 100}, 0);
  for (guint i = 0; i < BEDS; i++)
    {
      SlBox bed = get_bed (i);

      sl_palette_set (cr, SL_COLOUR_LINE, come);
      sl_shapes_outline (cr, bed, 12, SL_CANVAS_LINE);
      sl_shapes_fill (cr, (SlBox){bed.x + 14, bed.y + 18, 34, bed.height - 36}, 8);
    }
  for (guint i = 0; i < PEOPLE; i++)
    {
      double way = sl_motion_ease (t, at + i * every, SL_MS (1100));
      double stand[2], point[2];

      if (way <= 0)
        continue;
      get_stand (i, stand);
      sl_shapes_curve_point (door, stand, way, point);
      sl_palette_set (cr, i + 1 == PEOPLE ? colour : SL_COLOUR_QUIET, MIN (1.0, way * 4));
      sl_shapes_disc (cr, point[0], point[1], PERSON);
    }
}

static void
draw_sheet (cairo_t *cr,
            SlBox    page,
            SlColour colour,
            double   presence)
{
  sl_palette_set_between (cr, SL_COLOUR_GROUND, colour, presence);
  sl_shapes_fill (cr, page, 2);
  sl_palette_set (cr, SL_COLOUR_GROUND, 1.0);
  for (guint i = 0; i < 3; i++)
    sl_shapes_fill (cr, (SlBox){page.x + 4, page.y + 7 + i * 8.0, page.width - (i == 2 ? 13 : 8), 3}, 0);
}

/* One small page for each of what was written, row by row, and more. */
static void
draw_sheets (cairo_t            *cr,
             const SlParameters *parameters,
             gint64              t)
{
  guint    count = (guint)sl_parameters_get (parameters, "count");
  guint    columns = (guint)sl_parameters_get (parameters, "columns");
  guint    rows = (count + MORE + columns - 1) / columns;
  SlColour colour = (SlColour)sl_parameters_get (parameters, "colour");
  double   pitch = SL_CANVAS_SPAN / (columns - 0.3);
  double   pitch_y = (SL_CANVAS_BOTTOM - SL_CANVAS_TOP) / (rows - 0.25);
  double   shown = (count + MORE + columns) * sl_motion_ease (t, SL_MS (400),
                                                              sl_parameters_get (parameters, "fill"));

  for (guint i = 0; i < count + MORE && i < shown; i++)
    {
      double come = CLAMP ((shown - i) / columns, 0, 1);
      SlBox  page = {SL_CANVAS_LEFT + i % columns * pitch, SL_CANVAS_TOP + i / columns * pitch_y,
                     pitch * 0.7, pitch_y * 0.75};

      if (i >= count)
        come *= 0.6 * (MORE - (i - count)) / MORE;
      draw_sheet (cr, page, colour, come);
    }
}

static const SlParameterSpec crowd_specs[] = {
  {.name = "at", .kind = SL_FIELD_TIME},
  {.name = "every", .kind = SL_FIELD_TIME},
  {.name = "colour", .kind = SL_FIELD_COLOUR},
  {NULL},
};

static const SlParameterSpec sheets_specs[] = {
  {.name = "count", .kind = SL_FIELD_INTEGER, .low = 1, .high = 2000},
  {.name = "columns", .kind = SL_FIELD_INTEGER, .low = 2, .high = 60},
  {.name = "fill", .kind = SL_FIELD_TIME},
  {.name = "colour", .kind = SL_FIELD_COLOUR},
  {NULL},
};

const SlScene sl_scenes_held[] = {
  {"crowd", crowd_specs, draw_crowd},
  {"sheets", sheets_specs, draw_sheets},
  {NULL},
};
