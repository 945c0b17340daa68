/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first and the last picture: an empty card, on which nothing will be staged, and a list of
 * sources that runs on beyond what is shown. */
#include "scenes.h"

#include "canvas.h"
#include "motion.h"
#include "shapes.h"

#define ROW_PITCH 58.0
#define ROW_HEIGHT 16.0
#define ROW_FADE 90.0

static void
draw_card (cairo_t            *cr,
           const SlParameters *parameters,
           gint64              t)
{
  SlBox card = {SL_CANVAS_LEFT, SL_CANVAS_TOP, SL_CANVAS_SPAN, SL_CANVAS_BOTTOM - SL_CANVAS_TOP};

  sl_palette_set (cr, SL_COLOUR_RAISED, 1.0);
  sl_shapes_fill (cr, card, 12);
  sl_palette_set (cr, SL_COLOUR_FAINT, 1.0);
  sl_shapes_outline (cr, card, 12, SL_CANVAS_FINE);
}

/* Rows fade near the edges of the band instead of being cut. */
static double
row_presence (double y)
{
  double above = (y - SL_CANVAS_TOP) / ROW_FADE;
  double below = (SL_CANVAS_BOTTOM - ROW_HEIGHT - y) / ROW_FADE;

  return CLAMP (MIN (above, below), 0.0, 1.0);
}

static void
draw_source (cairo_t *cr,
             guint    row,
             double   y)
{
  /* Publisher, title, date: bars of the lengths such lines have. */
  const double publishers[] = {190, 130, 240, 160, 210, 110, 175};
  const double titles[] = {720, 560, 640, 830, 480, 690, 770, 530, 610};
  double       presence = row_presence (y);
  double       publisher = publishers[row % G_N_ELEMENTS (publishers)];
  SlBox        bar = {SL_CANVAS_LEFT + 56, y, publisher, ROW_HEIGHT};

  if (presence <= 0)
    return;
  sl_palette_set (cr, SL_COLOUR_ACCENT, presence);
  sl_shapes_fill (cr, (SlBox){SL_CANVAS_LEFT, y, ROW_HEIGHT, ROW_HEIGHT}, 3);
  sl_palette_set (cr, SL_COLOUR_QUIET, presence);
  sl_shapes_fill (cr, bar, ROW_HEIGHT / 2);
  bar.x = SL_CANVAS_LEFT + 340;
  bar.width = titles[row % G_N_ELEMENTS (titles)];
  sl_palette_set (cr, SL_COLOUR_LINE, presence);
  sl_shapes_fill (cr, bar, ROW_HEIGHT / 2);
  bar.x = SL_CANVAS_RIGHT - 110;
  bar.width = 110;
  sl_shapes_fill (cr, bar, ROW_HEIGHT / 2);
}

static void
draw_sources (cairo_t            *cr,
              const SlParameters *parameters,
              gint64              t)
{
  guint  rows = (guint)sl_parameters_get (parameters, "rows");
  double shift = sl_parameters_get (parameters, "speed") * (double)t / SL_MOTION_SECOND;

  for (guint i = 0; i < rows; i++)
    draw_source (cr, i, SL_CANVAS_TOP + 40 + i * ROW_PITCH - shift);
}

static const SlParameterSpec card_specs[] = {{NULL}};

static const SlParameterSpec sources_specs[] = {
  {.name = "rows", .kind = SL_FIELD_INTEGER, .low = 1, .high = 200},
  {.name = "speed", .kind = SL_FIELD_INTEGER, .low = 0, .high = 400}, /* canvas units a second */
  {NULL},
};

const SlScene sl_scenes_page[] = {
  {"card", card_specs, draw_card},
  {"sources", sources_specs, draw_sources},
  {NULL},
};
