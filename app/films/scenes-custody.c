/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two places and a way between them, seen from far above: once there, once back. After the way back
 * all goes but one place. Nothing of what happened inside is shown. */
#include "scenes.h"

#include "canvas.h"
#include "motion.h"
#include "shapes.h"

#define SIDE 220.0
#define CELLS 6

typedef struct
{
  double way;       /* where the dot is: 0 the first place, 1 the second */
  double line;      /* how much of the way is drawn */
  double presence;  /* of all but the first place and the dot */
  double first;     /* presence of the first place */
  double treatment; /* presence of the sign of treatment */
} State;

/* Seen in plan: a ring of equal cells around a yard. */
static void
draw_place (cairo_t     *cr,
            const double middle[2],
            double       presence)
{
  SlBox  wall = {middle[0] - SIDE / 2, middle[1] - SIDE / 2, SIDE, SIDE};
  double pitch = (SIDE - 28) / CELLS;
  SlBox  cell = {0, 0, pitch - 6, pitch - 6};

  sl_palette_set (cr, SL_COLOUR_QUIET, presence);
  sl_shapes_outline (cr, wall, 10, SL_CANVAS_LINE);
  sl_palette_set (cr, SL_COLOUR_LINE, 0.8 * presence);
  for (guint i = 0; i < CELLS * CELLS; i++)
    {
      guint x = i % CELLS, y = i / CELLS;

      if (x > 0 && x < CELLS - 1 && y > 0 && y < CELLS - 1)
        continue;
      cell.x = wall.x + 17 + x * pitch;
      cell.y = wall.y + 17 + y * pitch;
      sl_shapes_fill (cr, cell, 3);
    }
}

static void
draw_treatment (cairo_t *cr,
                double   x,
                double   y,
                double   presence)
{
  sl_palette_set (cr, SL_COLOUR_OFFICIAL, presence);
  sl_shapes_fill (cr, (SlBox){x - 30, y - 9, 21, 18}, 0);
  sl_shapes_fill (cr, (SlBox){x + 9, y - 9, 21, 18}, 0);
  sl_shapes_fill (cr, (SlBox){x - 9, y - 30, 18, 60}, 0);
}

static void
draw_state (cairo_t     *cr,
            const State *state)
{
  const double first[] = {SL_CANVAS_LEFT + SIDE / 2, SL_CANVAS_TOP + SIDE / 2};
  const double second[] = {SL_CANVAS_RIGHT - SIDE / 2, SL_CANVAS_BOTTOM - SIDE / 2};
  const double gate[] = {first[0] + SIDE / 2 + 24, first[1]};
  const double other_gate[] = {second[0] - SIDE / 2 - 24, second[1]};
  double       point[2];

  draw_place (cr, first, state->first);
  draw_place (cr, second, state->presence);
  draw_treatment (cr, gate[0] + 50, first[1] - 78, state->treatment);
  sl_palette_set (cr, SL_COLOUR_LINE, state->presence);
  sl_shapes_curve (cr, gate, other_gate, state->line, SL_CANVAS_LINE);
  sl_shapes_curve_point (first, second, state->way, point);
  sl_palette_set_between (cr, SL_COLOUR_TEXT, SL_COLOUR_ACCENT, state->presence);
  sl_shapes_disc (cr, point[0], point[1], 30);
}

static void
draw_move (cairo_t            *cr,
           const SlParameters *parameters,
           gint64              t)
{
  gint64 at = sl_parameters_get (parameters, "at");
  gint64 length = sl_parameters_get (parameters, "length");
  State  state = {sl_motion_ease (t, at, length), sl_motion_ease (t, SL_MS (500), at),
                  1.0, 1.0, sl_motion_settle (t, SL_MS (500), SL_MS (800))};

  draw_state (cr, &state);
}

static void
draw_return (cairo_t            *cr,
             const SlParameters *parameters,
             gint64              t)
{
  gint64 fade = sl_parameters_get (parameters, "fade");
  double gone = sl_motion_ease (t, fade, sl_parameters_get (parameters, "fade_length"));
  State  state = {1 - sl_motion_ease (t, sl_parameters_get (parameters, "at"),
                                      sl_parameters_get (parameters, "length")),
                  1.0, 1 - gone, 1 - 0.62 * gone, 1 - gone};

  draw_state (cr, &state);
}

static const SlParameterSpec move_specs[] = {
  {.name = "at", .kind = SL_FIELD_TIME},
  {.name = "length", .kind = SL_FIELD_TIME},
  {NULL},
};

static const SlParameterSpec return_specs[] = {
  {.name = "at", .kind = SL_FIELD_TIME},
  {.name = "length", .kind = SL_FIELD_TIME},
  {.name = "fade", .kind = SL_FIELD_TIME},
  {.name = "fade_length", .kind = SL_FIELD_TIME},
  {NULL},
};

const SlScene sl_scenes_custody[] = {
  {"move", move_specs, draw_move},
  {"return", return_specs, draw_return},
  {NULL},
};
