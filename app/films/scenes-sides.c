/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where accounts differ, both sides stand side by side: of one size, at one height, in one moment.
 * Leaves out any sign of which is right. */
#include "scenes.h"

#include "canvas.h"
#include "motion.h"
#include "shapes.h"

#define SLABS 8
#define LIST_MOST 4

/* What is asked about, in squares as everywhere in the film: a sum of money is many of them, a day
 * is one. */
static void
draw_matter (cairo_t *cr,
             double   middle,
             guint    side,
             SlColour colour,
             gint64   t)
{
  double pitch = 192.0 / side;

  for (guint i = 0; i < side * side; i++)
    {
      SlBox cell = {middle - 95 + i % side * pitch, SL_CANVAS_MIDDLE - 73 + i / side * pitch,
                    pitch - 7, pitch - 7};

      sl_palette_set (cr, colour, sl_motion_settle (t, SL_MS (20 * i), SL_MS (600)));
      sl_shapes_fill (cr, cell, side > 1 ? 4 : 14);
    }
}

static void
draw_answer (cairo_t *cr,
             double   x,
             double   width,
             SlColour colour,
             gint64   t)
{
  double pitch = (SL_CANVAS_BOTTOM - SL_CANVAS_TOP - 44) / SLABS;
  double name = sl_motion_settle (t, SL_MS (2300), SL_MS (700));

  for (guint i = 0; i < SLABS; i++)
    {
      double come = sl_motion_settle (t, SL_MS (500 + 190 * i), SL_MS (600));
      double y = SL_CANVAS_BOTTOM - (i + 1) * pitch - 16 * (1 - come);

      sl_palette_set (cr, colour, come * 0.42);
      sl_shapes_fill (cr, (SlBox){x, y, width, pitch - 14}, 6);
    }
  sl_palette_set (cr, colour, name);
  sl_shapes_fill (cr, (SlBox){x, SL_CANVAS_TOP, 240 * name, 22}, 11);
}

/* One matter, and two columns that both answer for it: as high and as wide as each other, each in the
 * colour of its standing. */
static void
draw_answers (cairo_t            *cr,
              const SlParameters *parameters,
              gint64              t)
{
  double       width = 470, middle = (SL_CANVAS_LEFT + SL_CANVAS_RIGHT) / 2;
  double       y = SL_CANVAS_MIDDLE + 22;
  double       line = sl_motion_ease (t, SL_MS (2600), SL_MS (900));
  const double left_from[] = {middle - 120, y}, left_to[] = {SL_CANVAS_LEFT + width + 16, y};
  const double right_from[] = {middle + 120, y}, right_to[] = {SL_CANVAS_RIGHT - width - 16, y};

  draw_matter (cr, middle, (guint)sl_parameters_get (parameters, "side"),
               (SlColour)sl_parameters_get (parameters, "matter"), t);
  draw_answer (cr, SL_CANVAS_LEFT, width, (SlColour)sl_parameters_get (parameters, "left"), t);
  draw_answer (cr, SL_CANVAS_RIGHT - width, width, (SlColour)sl_parameters_get (parameters, "right"), t);
  sl_palette_set (cr, SL_COLOUR_QUIET, 1.0);
  sl_shapes_line (cr, left_from, left_to, line, SL_CANVAS_LINE);
  sl_shapes_line (cr, right_from, right_to, line, SL_CANVAS_LINE);
}

static void
draw_entry (cairo_t *cr,
            SlBox    row,
            SlColour colour,
            double   come)
{
  SlBox year = {row.x, row.y, 112, 44};
  SlBox first = {row.x + 152, row.y + 13, (row.width - 152) * come, 18};
  SlBox second = {row.x + 152, row.y + 53, (row.width - 152) * 0.62 * come, 18};

  sl_palette_set (cr, colour, come);
  sl_shapes_fill (cr, year, 8);
  sl_palette_set (cr, SL_COLOUR_QUIET, come);
  sl_shapes_fill (cr, first, 9);
  sl_palette_set (cr, SL_COLOUR_LINE, come);
  sl_shapes_fill (cr, second, 9);
}

static guint
count_before (const gint64 *dates,
              guint         n,
              gint64        date)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += dates[i] < date;

  return count;
}

/* The entries of both lists come in the order of their dates. */
static void
draw_lists (cairo_t            *cr,
            const SlParameters *parameters,
            gint64              t)
{
  guint         n;
  const gint64 *dates[] = {sl_parameters_get_list (parameters, "left", &n),
                           sl_parameters_get_list (parameters, "right", &n)};
  const gint64 *colours[] = {sl_parameters_get_list (parameters, "left_colours", &n),
                             sl_parameters_get_list (parameters, "right_colours", &n)};
  double        width = 690, pitch = (SL_CANVAS_BOTTOM - SL_CANVAS_TOP) / n;
  double        wall = sl_motion_ease (t, 0, SL_MS (900));
  double        middle = (SL_CANVAS_LEFT + SL_CANVAS_RIGHT) / 2;
  const double  top[] = {middle, SL_CANVAS_TOP}, foot[] = {middle, SL_CANVAS_BOTTOM};

  sl_palette_set (cr, SL_COLOUR_LINE, 1.0);
  sl_shapes_line (cr, top, foot, wall, SL_CANVAS_FINE);
  for (guint side = 0; side < 2; side++)
    {
      for (guint i = 0; i < n; i++)
        {
          guint order = count_before (dates[0], n, dates[side][i]) +
                        count_before (dates[1], n, dates[side][i]);
          double come = sl_motion_settle (t, SL_MS (500 + 700 * order), SL_MS (900));
          SlBox  row = {side == 0 ? SL_CANVAS_LEFT : SL_CANVAS_RIGHT - width,
                       SL_CANVAS_TOP + i * pitch + (pitch - 72) / 2, width, 72};

          draw_entry (cr, row, (SlColour)colours[side][i], come);
        }
    }
}

/* A film as a plate with its perforation; the bars are what is said about it. */
static void
draw_plate (cairo_t *cr,
            SlBox    plate,
            SlColour colour,
            gint64   t)
{
  const double lengths[] = {0.86, 0.78, 0.5};
  double       come = sl_motion_settle (t, SL_MS (200), SL_MS (800));
  double       pitch = plate.width / 16;

  sl_palette_set (cr, SL_COLOUR_RAISED, come);
  sl_shapes_fill (cr, plate, 12);
  sl_palette_set (cr, SL_COLOUR_LINE, come);
  sl_shapes_outline (cr, plate, 12, SL_CANVAS_FINE);
  for (guint i = 0; i < 16; i++)
    {
      double x = plate.x + i * pitch + pitch * 0.26;

      sl_shapes_fill (cr, (SlBox){x, plate.y + 20, pitch * 0.48, 28}, 5);
      sl_shapes_fill (cr, (SlBox){x, plate.y + plate.height - 48, pitch * 0.48, 28}, 5);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      double line = sl_motion_ease (t, SL_MS (700 + 500 * i), SL_MS (900));
      SlBox  bar = {plate.x + 60, plate.y + 134 + i * 72.0,
                    (plate.width - 120) * lengths[i] * line, 34};

      if (line <= 0)
        continue;
      sl_palette_set (cr, i == 0 ? colour : SL_COLOUR_QUIET, 1.0);
      sl_shapes_fill (cr, bar, 8);
    }
}

static void
draw_plates (cairo_t            *cr,
             const SlParameters *parameters,
             gint64              t)
{
  SlBox plate = {SL_CANVAS_LEFT, SL_CANVAS_TOP, 719, SL_CANVAS_BOTTOM - SL_CANVAS_TOP};

  draw_plate (cr, plate, (SlColour)sl_parameters_get (parameters, "left"), t);
  plate.x = SL_CANVAS_RIGHT - plate.width;
  draw_plate (cr, plate, (SlColour)sl_parameters_get (parameters, "right"), t);
}

static const SlParameterSpec answers_specs[] = {
  {.name = "side", .kind = SL_FIELD_INTEGER, .low = 1, .high = 12}, /* squares a side */
  {.name = "matter", .kind = SL_FIELD_COLOUR},
  {.name = "left", .kind = SL_FIELD_COLOUR},
  {.name = "right", .kind = SL_FIELD_COLOUR},
  {NULL},
};

static const SlParameterSpec lists_specs[] = {
  {.name = "left", .kind = SL_FIELD_DATE, .most = LIST_MOST},
  {.name = "left_colours", .kind = SL_FIELD_COLOUR, .most = LIST_MOST, .like = "left"},
  {.name = "right", .kind = SL_FIELD_DATE, .most = LIST_MOST, .like = "left"},
  {.name = "right_colours", .kind = SL_FIELD_COLOUR, .most = LIST_MOST, .like = "right"},
  {NULL},
};

static const SlParameterSpec plates_specs[] = {
  {.name = "left", .kind = SL_FIELD_COLOUR},
  {.name = "right", .kind = SL_FIELD_COLOUR},
  {NULL},
};

const SlScene sl_scenes_sides[] = {
  {"answers", answers_specs, draw_answers},
  {"lists", lists_specs, draw_lists},
  {"plates", plates_specs, draw_plates},
  {NULL},
};
