/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The few forms all diagrams are made of, so that a company or a calendar leaf looks the same
 * wherever it returns. Each draws with the present source of the context unless it says otherwise;
 * positions are canvas units, shares are 0 to 1. Leaves out what the forms mean. */
#pragma once

#include "palette.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} SlBox;

/* A path, to be filled or stroked by the caller. */
void sl_shapes_round (cairo_t *cr, SlBox box, double radius);

void sl_shapes_fill (cairo_t *cr, SlBox box, double radius);

/* Outlines lie inside of @box, so boxes of one size look the same filled and empty. */
void sl_shapes_outline (cairo_t *cr, SlBox box, double radius, double line);

/* The same with dashes: something that is missing, or only on paper. */
void sl_shapes_dashes (cairo_t *cr, SlBox box, double radius, double line);

void sl_shapes_disc (cairo_t *cr, double x, double y, double radius);
void sl_shapes_ring (cairo_t *cr, double x, double y, double radius, double line);

/* The first @share of a straight line. */
void sl_shapes_line (cairo_t     *cr,
                     const double from[2],
                     const double to[2],
                     double       share,
                     double       line);

/* The first @share of a curve that leaves and arrives level. */
void sl_shapes_curve (cairo_t     *cr,
                      const double from[2],
                      const double to[2],
                      double       share,
                      double       line);

/* The point that @share of that curve leads to. */
void sl_shapes_curve_point (const double from[2],
                            const double to[2],
                            double       share,
                            double       point[2]);

/* A page with bars in the place of lines, in @colour on an opaque ground. */
void sl_shapes_page (cairo_t *cr, SlBox box, guint n_lines, SlColour colour);

/* A box that shrinks towards its own middle: 0 is a point, 1 is @box. */
SlBox sl_shapes_scaled (SlBox box, double share);

G_END_DECLS
