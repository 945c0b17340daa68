/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every shape sets the pen it needs and leaves no path, dash or cap behind for the next one. */
#include "shapes.h"

#include "canvas.h"
#include "motion.h"

#include <math.h>

#define CURVE_STEPS 48

void
sl_shapes_round (cairo_t *cr,
                 SlBox    box,
                 double   radius)
{
  double right = box.x + box.width, bottom = box.y + box.height;
  double r = MIN (radius, MIN (box.width, box.height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, box.y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, box.x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, box.x + r, box.y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
sl_shapes_fill (cairo_t *cr,
                SlBox    box,
                double   radius)
{
  if (box.width <= 0 || box.height <= 0)
    return;
  sl_shapes_round (cr, box, radius);
  cairo_fill (cr);
}

void
sl_shapes_outline (cairo_t *cr,
                   SlBox    box,
                   double   radius,
                   double   line)
{
  SlBox inner = {box.x + line / 2, box.y + line / 2, box.width - line, box.height - line};

  if (inner.width <= 0 || inner.height <= 0)
    return;
  sl_shapes_round (cr, inner, radius);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

void
sl_shapes_dashes (cairo_t *cr,
                  SlBox    box,
                  double   radius,
                  double   line)
{
  const double dashes[] = {14, 12};

  cairo_save (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  sl_shapes_outline (cr, box, radius, line);
  cairo_restore (cr);
}

void
sl_shapes_disc (cairo_t *cr,
                double   x,
                double   y,
                double   radius)
{
  if (radius <= 0)
    return;
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

void
sl_shapes_ring (cairo_t *cr,
                double   x,
                double   y,
                double   radius,
                double   line)
{
  if (radius <= line / 2)
    return;
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius - line / 2, 0, 2 * G_PI);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

void
sl_shapes_line (cairo_t     *cr,
                const double from[2],
                const double to[2],
                double       share,
                double       line)
{
  if (share <= 0)
    return;
  cairo_save (cr);
  cairo_move_to (cr, from[0], from[1]);
  cairo_line_to (cr, sl_motion_mix (from[0], to[0], share), sl_motion_mix (from[1], to[1], share));
  cairo_set_line_width (cr, line);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
sl_shapes_curve_point (const double from[2],
                       const double to[2],
                       double       share,
                       double       point[2])
{
  double left = 1 - share;
  double middle = (from[0] + to[0]) / 2;
  double b0 = left * left * left, b1 = 3 * left * left * share;
  double b2 = 3 * left * share * share, b3 = share * share * share;

  point[0] = b0 * from[0] + (b1 + b2) * middle + b3 * to[0];
  point[1] = (b0 + b1) * from[1] + (b2 + b3) * to[1];
}

void
sl_shapes_curve (cairo_t     *cr,
                 const double from[2],
                 const double to[2],
                 double       share,
                 double       line)
{
  double point[2];

  if (share <= 0)
    return;
  cairo_save (cr);
  cairo_move_to (cr, from[0], from[1]);
  for (guint i = 1; i <= CURVE_STEPS; i++)
    {
      sl_shapes_curve_point (from, to, share * i / CURVE_STEPS, point);
      cairo_line_to (cr, point[0], point[1]);
    }
  cairo_set_line_width (cr, line);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
sl_shapes_page (cairo_t *cr,
                SlBox    box,
                guint    n_lines,
                SlColour colour)
{
  /* Lines of text end where they end: a short one closes the paragraph. */
  const double lengths[] = {1.0, 0.92, 0.97, 0.58};
  double       margin = box.width * 0.16;
  double       pitch = (box.height - 2 * margin) / MAX (n_lines, 1);

  sl_palette_set (cr, SL_COLOUR_RAISED, 1.0);
  sl_shapes_fill (cr, box, 6);
  sl_palette_set (cr, colour, 1.0);
  sl_shapes_outline (cr, box, 6, SL_CANVAS_FINE);
  for (guint i = 0; i < n_lines; i++)
    {
      double length = (box.width - 2 * margin) * lengths[i % G_N_ELEMENTS (lengths)];
      SlBox  bar = {box.x + margin, box.y + margin + i * pitch, length, pitch * 0.45};

      sl_shapes_fill (cr, bar, bar.height / 2);
    }
}

SlBox
sl_shapes_scaled (SlBox  box,
                  double share)
{
  return (SlBox){box.x + box.width * (1 - share) / 2, box.y + box.height * (1 - share) / 2,
                 box.width * share, box.height * share};
}
