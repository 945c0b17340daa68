/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Houses are drawn in measures of their own and scaled, so that their parts keep their proportions. */
#include "figures.h"

#include "canvas.h"
#include "motion.h"

#define BANK_COLUMNS 4

void
sl_figures_company (cairo_t         *cr,
                    double           x,
                    double           y,
                    SlColour         colour,
                    SlFiguresCompany state)
{
  SlBox  box = {x, y, SL_FIGURES_COMPANY_WIDTH, SL_FIGURES_COMPANY_HEIGHT};
  double middle = y + box.height / 2;

  sl_palette_set (cr, state == SL_FIGURES_TAKEN ? colour : SL_COLOUR_RAISED, 1.0);
  sl_shapes_fill (cr, box, 10);
  sl_palette_set (cr, colour, 1.0);
  if (state == SL_FIGURES_ALLEGED)
    sl_shapes_dashes (cr, box, 10, SL_CANVAS_LINE);
  else
    sl_shapes_outline (cr, box, 10, SL_CANVAS_LINE);
  if (state == SL_FIGURES_TAKEN)
    sl_palette_set (cr, SL_COLOUR_GROUND, 1.0);
  sl_shapes_ring (cr, box.x + 62, middle, 30, 6);
  sl_shapes_fill (cr, (SlBox){box.x + 118, middle - 24, box.width - 160, 14}, 7);
  sl_shapes_fill (cr, (SlBox){box.x + 118, middle + 10, box.width - 220, 14}, 7);
}

void
sl_figures_office (cairo_t *cr,
                   SlBox    box,
                   double   come)
{
  SlBox house = {0, 0, SL_FIGURES_OFFICE_WIDTH, SL_FIGURES_OFFICE_HEIGHT};
  SlBox door = {105, house.height - 76, 60, 76};

  cairo_save (cr);
  cairo_translate (cr, box.x, box.y);
  cairo_scale (cr, box.width / house.width, box.height / house.height);
  sl_palette_set (cr, SL_COLOUR_RAISED, come);
  sl_shapes_fill (cr, house, 8);
  sl_palette_set (cr, SL_COLOUR_QUIET, come);
  sl_shapes_outline (cr, house, 8, SL_CANVAS_LINE);
  sl_shapes_outline (cr, door, 4, SL_CANVAS_LINE);
  for (guint i = 0; i < 15; i++)
    {
      SlBox window = {43 + i % 3 * 70, 40 + i / 3 * 64, 44, 38};

      sl_palette_set (cr, SL_COLOUR_LINE, come);
      sl_shapes_fill (cr, window, 4);
    }
  cairo_restore (cr);
}

static void
draw_gable (cairo_t *cr)
{
  cairo_move_to (cr, 4, 66);
  cairo_line_to (cr, 120, 4);
  cairo_line_to (cr, 236, 66);
  cairo_close_path (cr);
}

/* What a closed bank has lost: its roof's filling and its columns. */
static void
draw_bank_inside (cairo_t *cr,
                  double   presence)
{
  sl_palette_set (cr, SL_COLOUR_RAISED, presence);
  draw_gable (cr);
  cairo_fill (cr);
  sl_palette_set (cr, SL_COLOUR_LINE, presence);
  for (guint i = 0; i < BANK_COLUMNS; i++)
    sl_shapes_fill (cr, (SlBox){28 + i * 54.0, 80, 22, 80}, 3);
}

void
sl_figures_bank (cairo_t *cr,
                 SlBox    box,
                 double   come,
                 double   closed)
{
  const double dashes[] = {14, 12};

  cairo_save (cr);
  cairo_translate (cr, box.x, box.y);
  cairo_scale (cr, box.width / 240, box.height / 200);
  draw_bank_inside (cr, come * (1 - closed));
  cairo_set_line_width (cr, SL_CANVAS_LINE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  sl_palette_set (cr, SL_COLOUR_QUIET, come * (1 - closed));
  draw_gable (cr);
  cairo_stroke (cr);
  sl_shapes_outline (cr, (SlBox){4, 172, 232, 26}, 4, SL_CANVAS_LINE);
  sl_palette_set (cr, SL_COLOUR_QUIET, 0.75 * come * closed);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  draw_gable (cr);
  cairo_stroke (cr);
  sl_shapes_dashes (cr, (SlBox){4, 172, 232, 26}, 4, SL_CANVAS_LINE);
  cairo_restore (cr);
}
