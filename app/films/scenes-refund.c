/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the refund is said to have come about: papers leave an office and companies change hands;
 * a debt on paper hides a profit and the tax goes back. Money is the accent, an allegation has the
 * colour of allegations. Leaves out people. */
#include "scenes.h"

#include "canvas.h"
#include "figures.h"
#include "motion.h"

#define COMPANIES 3
#define PAPERS 6

static const SlBox office = {SL_CANVAS_LEFT, 110, SL_FIGURES_OFFICE_WIDTH, SL_FIGURES_OFFICE_HEIGHT};
static const SlBox carton = {800, 350, 260, 210};

/* The mark the companies bear, as a thing that can be carried away. */
static void
draw_seal (cairo_t *cr,
           double   x,
           double   y)
{
  sl_palette_set (cr, SL_COLOUR_RAISED, 1.0);
  sl_shapes_disc (cr, x, y, 44);
  sl_palette_set (cr, SL_COLOUR_TEXT, 1.0);
  sl_shapes_ring (cr, x, y, 44, 8);
  sl_shapes_disc (cr, x, y, 18);
}

/* Five pages, and a seal at last. */
static void
draw_paper (cairo_t *cr,
            guint    i,
            gint64   start,
            gint64   t)
{
  const double from[] = {office.x + office.width, office.y + 150};
  const double over[] = {carton.x + carton.width / 2 + (i % 3 - 1.0) * 50, carton.y - 120};
  double       travel = sl_motion_ease (t, start, SL_MS (1150));
  double       drop = sl_motion_ease (t, start + SL_MS (1050), SL_MS (600));
  double       point[2];
  SlBox        page = {0, 0, 100, 130};

  if (travel <= 0 || drop >= 1)
    return;
  sl_shapes_curve_point (from, over, travel, point);
  page.x = point[0] - page.width / 2;
  page.y = point[1] - page.height / 2 + drop * 190;

  cairo_save (cr);
  /* Paper comes out of the wall and goes into the box. */
  cairo_rectangle (cr, office.x + office.width, SL_BAND_TOP, SL_CANVAS_SPAN,
                   carton.y + 20 - SL_BAND_TOP);
  cairo_clip (cr);
  if (i + 1 < PAPERS)
    sl_shapes_page (cr, page, 5, SL_COLOUR_TEXT);
  else
    draw_seal (cr, page.x + page.width / 2, page.y + page.height / 2);
  cairo_restore (cr);
}

static void
draw_carton (cairo_t *cr,
             double   come)
{
  SlBox front = {carton.x, carton.y + 20, carton.width, carton.height - 20};
  SlBox handle = {carton.x + 95, carton.y + 90, 70, 20};

  sl_palette_set (cr, SL_COLOUR_RAISED, come);
  sl_shapes_fill (cr, front, 6);
  sl_palette_set (cr, SL_COLOUR_QUIET, come);
  sl_shapes_outline (cr, front, 6, SL_CANVAS_LINE);
  sl_shapes_outline (cr, handle, 10, SL_CANVAS_LINE);
  sl_shapes_fill (cr, (SlBox){carton.x - 14, carton.y + 12, carton.width + 28, 18}, 5);
}

static void
draw_company (cairo_t            *cr,
              const SlParameters *parameters,
              guint               i,
              gint64              t)
{
  SlBox        box = {SL_CANVAS_RIGHT - SL_FIGURES_COMPANY_WIDTH, 110 + i * 163.0,
                      SL_FIGURES_COMPANY_WIDTH, SL_FIGURES_COMPANY_HEIGHT};
  const double from[] = {carton.x + carton.width + 14, carton.y + 21};
  const double to[] = {box.x - 12, box.y + box.height / 2};
  gint64       start = sl_parameters_get (parameters, "owners_at") + i * SL_MS (550);
  double       line = sl_motion_ease (t, start, SL_MS (900));
  double       taken = sl_motion_ease (t, start + SL_MS (850), SL_MS (700));
  SlColour     now = (SlColour)sl_parameters_get (parameters, "new");

  sl_palette_set (cr, now, 1.0);
  sl_shapes_curve (cr, from, to, line, SL_CANVAS_LINE);
  cairo_push_group (cr);
  sl_figures_company (cr, box.x, box.y, (SlColour)sl_parameters_get (parameters, "old"), SL_FIGURES_OWN);
  cairo_save (cr);
  cairo_rectangle (cr, box.x, box.y, box.width * taken, box.height);
  cairo_clip (cr);
  sl_figures_company (cr, box.x, box.y, now, SL_FIGURES_TAKEN);
  cairo_restore (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, sl_motion_settle (t, SL_MS (150 * (i + 1)), SL_MS (700)));
}

static void
draw_handover (cairo_t            *cr,
               const SlParameters *parameters,
               gint64              t)
{
  double come = sl_motion_settle (t, 0, SL_MS (700));

  for (guint i = 0; i < PAPERS; i++)
    draw_paper (cr, i, SL_MS (500) + i * sl_parameters_get (parameters, "papers_every"), t);
  sl_figures_office (cr, office, come);
  draw_carton (cr, come);
  for (guint i = 0; i < COMPANIES; i++)
    draw_company (cr, parameters, i, t);
}

/* A written page as long as a whole year's profit; what is behind it is no longer seen. */
static void
draw_debt_page (cairo_t *cr,
                SlBox    debt,
                SlColour colour)
{
  sl_palette_set (cr, SL_COLOUR_GROUND, 1.0);
  cairo_paint (cr);
  sl_palette_set (cr, colour, 0.10);
  sl_shapes_fill (cr, debt, 8);
  sl_palette_set (cr, colour, 0.55);
  for (guint i = 0; i < 3; i++)
    {
      double length = (debt.width - 72) * (i == 2 ? 0.56 : 1.0);

      sl_shapes_fill (cr, (SlBox){debt.x + 36, debt.y + 32 + i * 24.0, length, 8}, 4);
    }
  sl_palette_set (cr, colour, 1.0);
  sl_shapes_dashes (cr, debt, 8, SL_CANVAS_LINE);
}

/* The debt grows to the length of the profit and is laid over it: what is left to see is paper. */
static void
draw_debt (cairo_t *cr,
           SlBox    profit,
           SlColour colour,
           gint64   t)
{
  double grown = sl_motion_ease (t, SL_MS (2700), SL_MS (1500));
  double raised = sl_motion_ease (t, SL_MS (4500), SL_MS (1300));
  SlBox  debt = {profit.x, profit.y + 148 * (1 - raised), profit.width, profit.height};

  if (grown <= 0)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, debt.x, debt.y, debt.width * grown, debt.height);
  cairo_clip (cr);
  draw_debt_page (cr, debt, colour);
  cairo_restore (cr);
}

/* The tax is paid out of the profit to the treasury, on the right, and goes back to the left. */
static void
draw_tax (cairo_t *cr,
          SlBox    profit,
          double   share,
          gint64   t)
{
  double come = sl_motion_settle (t, 0, SL_MS (900));
  double paid = sl_motion_ease (t, SL_MS (1500), SL_MS (1200));
  double back = sl_motion_ease (t, SL_MS (6200), SL_MS (1600));
  double width = profit.width * share, y = 440, height = 120;
  SlBox  treasury = {SL_CANVAS_RIGHT - width, y, width, height};
  SlBox  claim = {SL_CANVAS_LEFT, y, width, height};
  SlBox  tax = {sl_motion_mix (treasury.x, claim.x, back), sl_motion_mix (profit.y, y, paid),
                width, height};

  sl_palette_set (cr, SL_COLOUR_LINE, come);
  sl_shapes_outline (cr, treasury, 8, SL_CANVAS_LINE);
  sl_shapes_dashes (cr, claim, 8, SL_CANVAS_LINE);
  sl_palette_set (cr, SL_COLOUR_LINE, sl_motion_settle (t, SL_MS (5700), SL_MS (600)));
  for (double x = claim.x + width + 34; x < treasury.x - 20; x += 34)
    sl_shapes_disc (cr, x, y + height / 2, 4);
  sl_palette_set (cr, SL_COLOUR_ACCENT, sl_motion_settle (t, SL_MS (1000), SL_MS (500)));
  sl_shapes_fill (cr, tax, 8);
}

static void
draw_offset (cairo_t            *cr,
             const SlParameters *parameters,
             gint64              t)
{
  SlBox    profit = {SL_CANVAS_LEFT, SL_CANVAS_TOP, SL_CANVAS_SPAN, 120};
  SlBox    shown = profit;
  double   share = sl_parameters_get (parameters, "tax_percent") / 100.0;
  SlColour paper = (SlColour)sl_parameters_get (parameters, "paper");

  shown.width *= sl_motion_ease (t, SL_MS (300), SL_MS (900));
  sl_palette_set (cr, SL_COLOUR_QUIET, 1.0);
  sl_shapes_fill (cr, shown, 8);
  draw_tax (cr, profit, share, t);
  draw_debt (cr, profit, paper, t);
}

static const SlParameterSpec handover_specs[] = {
  {.name = "old", .kind = SL_FIELD_COLOUR},
  {.name = "new", .kind = SL_FIELD_COLOUR},
  {.name = "papers_every", .kind = SL_FIELD_TIME},
  {.name = "owners_at", .kind = SL_FIELD_TIME},
  {NULL},
};

static const SlParameterSpec offset_specs[] = {
  {.name = "tax_percent", .kind = SL_FIELD_INTEGER, .low = 1, .high = 40},
  {.name = "paper", .kind = SL_FIELD_COLOUR},
  {NULL},
};

const SlScene sl_scenes_refund[] = {
  {"handover", handover_specs, draw_handover},
  {"offset", offset_specs, draw_offset},
  {NULL},
};
