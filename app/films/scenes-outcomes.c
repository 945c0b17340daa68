/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How proceedings ended: the ladder from charge to conviction, and what a court found and did not
 * find. An empty place is as large as a full one. */
#include "scenes.h"

#include "canvas.h"
#include "motion.h"
#include "shapes.h"

#define STEPS 4
#define RADIUS 52.0

static double
step_x (guint step)
{
  return SL_CANVAS_LEFT + step * (SL_CANVAS_SPAN + 30) / STEPS;
}

static double
step_y (guint step)
{
  return 244 + step * 100.0;
}

static void
draw_steps (cairo_t *cr,
            gint64   t)
{
  double width = (SL_CANVAS_SPAN + 30) / STEPS - 30;

  for (guint i = 0; i < STEPS; i++)
    {
      const double from[] = {step_x (i), step_y (i)}, to[] = {step_x (i) + width, step_y (i)};

      sl_palette_set (cr, SL_COLOUR_QUIET, 1.0);
      sl_shapes_line (cr, from, to, sl_motion_ease (t, SL_MS (180) * i, SL_MS (800)),
                      SL_CANVAS_LINE);
    }
}

/* A ring of dashes: a place where nobody is. */
static void
draw_empty (cairo_t *cr,
            double   x,
            double   y,
            double   presence)
{
  SlBox box = {x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS};

  if (presence <= 0)
    return;
  sl_palette_set (cr, SL_COLOUR_QUIET, 0.75 * presence);
  sl_shapes_dashes (cr, box, RADIUS, SL_CANVAS_LINE);
}

/* One shape on its way from the first step to its own; @open is how far it has been let go. */
static void
draw_shape (cairo_t *cr,
            double   from_x,
            guint    step,
            gint64   t,
            gint64   at,
            gboolean falls)
{
  const double from[] = {from_x, step_y (0) - RADIUS - 12};
  const double to[] = {step_x (step) + 172, step_y (step) - RADIUS - 12};
  double       come = sl_motion_settle (t, SL_MS (400), SL_MS (700));
  double       way = sl_motion_ease (t, at, SL_MS (1200));
  double       end = sl_motion_ease (t, at + SL_MS (1200), SL_MS (900));
  double       point[2];

  sl_shapes_curve_point (from, to, way, point);
  /* Who was charged stays to be counted. */
  sl_palette_set (cr, SL_COLOUR_LINE, come);
  sl_shapes_disc (cr, from[0], from[1], RADIUS);
  if (falls)
    {
      draw_empty (cr, to[0], to[1], end);
      sl_palette_set (cr, SL_COLOUR_TEXT, come * (1 - end));
      sl_shapes_disc (cr, point[0], point[1] + 90 * end * end, RADIUS);
      return;
    }
  sl_palette_set (cr, SL_COLOUR_TEXT, come);
  sl_shapes_ring (cr, point[0], point[1], RADIUS, sl_motion_mix (RADIUS, 7, end));
}

static void
draw_outcomes (cairo_t            *cr,
               const SlParameters *parameters,
               gint64              t)
{
  gint64 dropped = sl_parameters_get (parameters, "dropped_at");
  gint64 acquitted = sl_parameters_get (parameters, "acquitted_at");

  draw_steps (cr, t);
  draw_shape (cr, step_x (0) + 172 - 66, 1, t, dropped, TRUE);
  draw_shape (cr, step_x (0) + 172 + 66, 2, t, acquitted, FALSE);
  draw_empty (cr, step_x (3) + 172, step_y (3) - RADIUS - 12,
              sl_motion_settle (t, sl_parameters_get (parameters, "none_at"), SL_MS (800)));
}

static void
draw_cross (cairo_t *cr,
            SlBox    box,
            gint64   t,
            gint64   at)
{
  double       x = box.x + box.width / 2, y = box.y + box.height / 2, arm = 34;
  const double left_top[] = {x - arm, y - arm}, right_foot[] = {x + arm, y + arm};
  const double right_top[] = {x + arm, y - arm}, left_foot[] = {x - arm, y + arm};

  sl_palette_set (cr, SL_COLOUR_QUIET, 1.0);
  sl_shapes_line (cr, left_top, right_foot, sl_motion_ease (t, at, SL_MS (400)), 8);
  sl_shapes_line (cr, right_top, left_foot,
                  sl_motion_ease (t, at + SL_MS (350), SL_MS (400)), 8);
}

static void
draw_findings (cairo_t            *cr,
               const SlParameters *parameters,
               gint64              t)
{
  guint    held = (guint)sl_parameters_get (parameters, "held");
  guint    refused = (guint)sl_parameters_get (parameters, "refused");
  gint64   at = sl_parameters_get (parameters, "at");
  gint64   every = sl_parameters_get (parameters, "every");
  SlColour colour = (SlColour)sl_parameters_get (parameters, "colour");
  double   width = MIN (132, SL_CANVAS_SPAN / (held + refused) * 0.7);
  double   pitch = (SL_CANVAS_SPAN - width) / (held + refused - 1);

  for (guint i = 0; i < held + refused; i++)
    {
      SlBox  box = {SL_CANVAS_LEFT + i * pitch, SL_CANVAS_TOP, width,
                    SL_CANVAS_BOTTOM - SL_CANVAS_TOP};
      double come = sl_motion_settle (t, SL_MS (100) * i, SL_MS (600));
      double full = sl_motion_ease (t, at + i * every, SL_MS (1000));

      sl_palette_set (cr, SL_COLOUR_RAISED, come);
      sl_shapes_fill (cr, box, 10);
      sl_palette_set (cr, SL_COLOUR_LINE, come);
      sl_shapes_outline (cr, box, 10, SL_CANVAS_LINE);
      if (i >= held)
        {
          draw_cross (cr, box, t, at + i * every);
          continue;
        }
      cairo_save (cr);
      cairo_rectangle (cr, box.x, box.y + box.height * (1 - full), box.width, box.height * full);
      cairo_clip (cr);
      sl_palette_set (cr, colour, 1.0);
      sl_shapes_fill (cr, box, 10);
      cairo_restore (cr);
    }
}

static const SlParameterSpec outcomes_specs[] = {
  {.name = "dropped_at", .kind = SL_FIELD_TIME},
  {.name = "acquitted_at", .kind = SL_FIELD_TIME},
  {.name = "none_at", .kind = SL_FIELD_TIME},
  {NULL},
};

static const SlParameterSpec findings_specs[] = {
  {.name = "held", .kind = SL_FIELD_INTEGER, .low = 1, .high = 8},
  {.name = "refused", .kind = SL_FIELD_INTEGER, .low = 1, .high = 8},
  {.name = "at", .kind = SL_FIELD_TIME},
  {.name = "every", .kind = SL_FIELD_TIME},
  {.name = "colour", .kind = SL_FIELD_COLOUR},
  {NULL},
};

const SlScene sl_scenes_outcomes[] = {
  {"outcomes", outcomes_specs, draw_outcomes},
  {"findings", findings_specs, draw_findings},
  {NULL},
};
