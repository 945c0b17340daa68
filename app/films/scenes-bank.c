/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The refund step by step: all steps in a row, the claims that are said to have been staged, the two
 * offices and their one day, and the two banks. What is only alleged is drawn in dashes. Leaves out
 * people, and shares of a sum that nobody has told. */
#include "scenes.h"

#include "calendar-leaf.h"
#include "canvas.h"
#include "figures.h"
#include "motion.h"

#define STEPS_MOST 6
#define TILE 208.0
#define SIGN 124.0 /* what signs are drawn in, before they are made as large as a tile */

#define ROWS 3
#define SLIP_WIDTH 300.0

#define MONEY_COLUMNS 24
#define MONEY_PITCH 20.0
#define MONEY_WIDTH (MONEY_COLUMNS * MONEY_PITCH)

#define COINS 44
#define COIN_PAUSE SL_MS (130)
#define COIN_WAY SL_MS (2100)

typedef void (*DrawSign) (cairo_t *cr, SlBox box, SlColour colour, gint64 day);

static void
sign_search (cairo_t *cr,
             SlBox    box,
             SlColour colour,
             gint64   day)
{
  sl_figures_office (cr, (SlBox){box.x + 18, box.y + 4, box.width - 54, box.height - 8}, 1.0);
  sl_palette_set (cr, SL_COLOUR_RAISED, 1.0);
  sl_shapes_disc (cr, box.x + 74, box.y + 94, 22);
  sl_palette_set (cr, colour, 1.0);
  sl_shapes_ring (cr, box.x + 74, box.y + 94, 22, 7);
}

static void
sign_owners (cairo_t *cr,
             SlBox    box,
             SlColour colour,
             gint64   day)
{
  for (guint i = 0; i < ROWS; i++)
    {
      SlBox company = {box.x, box.y + 8 + i * 38.0, box.width, 28};

      sl_palette_set (cr, colour, 1.0);
      sl_shapes_fill (cr, company, 5);
      sl_palette_set (cr, SL_COLOUR_GROUND, 1.0);
      sl_shapes_disc (cr, company.x + 16, company.y + 14, 7);
      sl_shapes_fill (cr, (SlBox){company.x + 32, company.y + 10, company.width - 44, 8}, 4);
    }
}

static void
sign_lawsuits (cairo_t *cr,
               SlBox    box,
               SlColour colour,
               gint64   day)
{
  sl_shapes_page (cr, (SlBox){box.x + 34, box.y, 82, 104}, 5, colour);
  sl_shapes_page (cr, (SlBox){box.x + 8, box.y + 16, 82, 104}, 5, colour);
}

static void
sign_claim (cairo_t *cr,
            SlBox    box,
            SlColour colour,
            gint64   day)
{
  sl_palette_set (cr, SL_COLOUR_QUIET, 1.0);
  sl_shapes_fill (cr, (SlBox){box.x, box.y + 12, box.width, 36}, 5);
  sl_palette_set (cr, SL_COLOUR_GROUND, 1.0);
  sl_shapes_fill (cr, (SlBox){box.x, box.y + 12, box.width * 0.76, 36}, 0);
  sl_palette_set (cr, colour, 1.0);
  sl_shapes_dashes (cr, (SlBox){box.x, box.y + 12, box.width * 0.76, 36}, 5, SL_CANVAS_LINE);
  sl_shapes_fill (cr, (SlBox){box.x, box.y + 76, box.width * 0.24, 36}, 5);
  for (guint i = 0; i < 4; i++)
    sl_shapes_disc (cr, box.x + box.width * 0.24 + 18 + i * 20, box.y + 94, 4);
}

static void
sign_day (cairo_t *cr,
          SlBox    box,
          SlColour colour,
          gint64   day)
{
  SlCalendarLeaf leaf = {.day = day, .colour = colour, .marked = 1.0};

  sl_calendar_leaf_draw (cr, (SlBox){box.x + 4, box.y, box.width - 8, box.height}, &leaf);
}

static void
sign_banks (cairo_t *cr,
            SlBox    box,
            SlColour colour,
            gint64   day)
{
  sl_figures_bank (cr, (SlBox){box.x + 6, box.y + 12, box.width - 12, 98}, 1.0, 0.0);
  sl_palette_set (cr, colour, 1.0);
  sl_shapes_disc (cr, box.x + box.width / 2, box.y + 36, 8);
}

/* A step stands on a tile with the colour of its standing below: dashes where it is alleged. */
static void
draw_step (cairo_t *cr,
           double   x,
           DrawSign sign,
           SlColour colour,
           gint64   day,
           double   lit)
{
  SlBox  tile = {x, SL_CANVAS_MIDDLE - TILE / 2, TILE, TILE};
  double large = (TILE - 68) / SIGN;

  sl_palette_set (cr, SL_COLOUR_RAISED, 1.0);
  sl_shapes_fill (cr, tile, 14);
  sl_palette_set (cr, SL_COLOUR_LINE, 1 - lit);
  sl_shapes_outline (cr, tile, 14, SL_CANVAS_FINE);
  if (lit <= 0)
    return;
  cairo_push_group (cr);
  sl_palette_set (cr, colour, 1.0);
  if (colour == SL_COLOUR_ALLEGED)
    sl_shapes_dashes (cr, tile, 14, SL_CANVAS_LINE);
  else
    sl_shapes_outline (cr, tile, 14, SL_CANVAS_LINE);
  cairo_translate (cr, tile.x + 34, tile.y + 34);
  cairo_scale (cr, large, large);
  sign (cr, (SlBox){0, 0, SIGN, SIGN}, colour, day);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, lit);
}

/* Search, owners, lawsuits, claim, day, banks: as many of them as there are colours. */
static void
draw_steps (cairo_t            *cr,
            const SlParameters *parameters,
            gint64              t)
{
  const DrawSign signs[STEPS_MOST] = {sign_search, sign_owners, sign_lawsuits,
                                      sign_claim, sign_day, sign_banks};
  guint          n;
  const gint64  *colours = sl_parameters_get_list (parameters, "colours", &n);
  const gint64  *at = sl_parameters_get_list (parameters, "at", &n);
  double         pitch = (SL_CANVAS_SPAN - TILE) / (STEPS_MOST - 1);

  for (guint i = 0; i < n; i++)
    {
      double       x = SL_CANVAS_LEFT + i * pitch;
      const double from[] = {x - pitch + TILE + 10, SL_CANVAS_MIDDLE};
      const double to[] = {x - 10, SL_CANVAS_MIDDLE};

      sl_palette_set (cr, SL_COLOUR_QUIET, 1.0);
      if (i > 0)
        sl_shapes_line (cr, from, to, sl_motion_ease (t, at[i] - SL_MS (500), SL_MS (600)),
                        SL_CANVAS_LINE);
      draw_step (cr, x, signs[i], (SlColour)colours[i], sl_parameters_get (parameters, "day"),
                 sl_motion_settle (t, at[i], SL_MS (700)));
    }
}

/* What a claim leaves behind once it is admitted: a debt on paper. */
static void
draw_slip (cairo_t *cr,
           SlBox    slip,
           SlColour colour,
           double   grown)
{
  if (grown <= 0)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, slip.x + slip.width / 2 * (1 - grown), slip.y, slip.width * grown, slip.height);
  cairo_clip (cr);
  sl_palette_set (cr, SL_COLOUR_GROUND, 1.0);
  cairo_paint (cr);
  sl_palette_set (cr, colour, 0.10);
  sl_shapes_fill (cr, slip, 8);
  sl_palette_set (cr, colour, 0.55);
  for (guint i = 0; i < 3; i++)
    sl_shapes_fill (cr, (SlBox){slip.x + 30, slip.y + 26 + i * 22.0, (slip.width - 60) * (i == 2 ? 0.5 : 1), 8}, 4);
  sl_palette_set (cr, colour, 1.0);
  sl_shapes_dashes (cr, slip, 8, SL_CANVAS_LINE);
  cairo_restore (cr);
}

/* That the claim was admitted, at the foot of the slip. */
static void
draw_tick (cairo_t *cr,
           SlBox    slip,
           SlColour colour,
           gint64   t,
           gint64   at)
{
  const double left[] = {slip.x + slip.width - 84, slip.y + 70};
  const double foot[] = {left[0] + 18, left[1] + 18};
  const double right[] = {foot[0] + 34, foot[1] - 36};

  sl_palette_set (cr, colour, 1.0);
  sl_shapes_line (cr, left, foot, sl_motion_ease (t, at, SL_MS (250)), 7);
  sl_shapes_line (cr, foot, right, sl_motion_ease (t, at + SL_MS (220), SL_MS (380)), 7);
}

/* One lawsuit: a claim goes over, and comes back to the middle as a debt that was admitted. */
static void
draw_claim (cairo_t            *cr,
            const SlParameters *parameters,
            guint               i,
            gint64              t)
{
  SlColour     paper = (SlColour)sl_parameters_get (parameters, "paper");
  gint64       start = sl_parameters_get (parameters, "at") + i * sl_parameters_get (parameters, "every");
  double       y = 110 + i * 163.0, middle = y + SL_FIGURES_COMPANY_HEIGHT / 2;
  double       left = SL_CANVAS_LEFT + SL_FIGURES_COMPANY_WIDTH + 16;
  double       right = SL_CANVAS_RIGHT - SL_FIGURES_COMPANY_WIDTH - 16;
  double       sent = sl_motion_ease (t, start, SL_MS (1200));
  double       back = sl_motion_ease (t, start + SL_MS (1300), SL_MS (800));
  double       x = sl_motion_mix (sl_motion_mix (left + 40, right - 40, sent), (left + right) / 2, back);
  double       come = sl_motion_settle (t, start - SL_MS (400), SL_MS (500));
  const double from[] = {left, middle}, to[] = {right, middle};
  SlBox        slip = {(left + right - SLIP_WIDTH) / 2, y + 8, SLIP_WIDTH, SL_FIGURES_COMPANY_HEIGHT - 16};

  sl_palette_set (cr, paper, 0.7);
  sl_shapes_line (cr, from, to, sent, SL_CANVAS_FINE);
  cairo_push_group (cr);
  sl_shapes_page (cr, (SlBox){x - 37, middle - 48, 74, 96}, 5, paper);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, come);
  draw_slip (cr, slip, paper, sl_motion_ease (t, start + SL_MS (1900), SL_MS (800)));
  draw_tick (cr, slip, paper, t, start + SL_MS (2700));
}

/* Left who sues, right the companies with their new owners. Who stood behind whom is not drawn: what is
 * alleged is that the lawsuits were staged, and that every claim was admitted. */
static void
draw_claims (cairo_t            *cr,
             const SlParameters *parameters,
             gint64              t)
{
  SlColour owner = (SlColour)sl_parameters_get (parameters, "owner");
  double   come = sl_motion_settle (t, 0, SL_MS (700));

  for (guint i = 0; i < ROWS; i++)
    {
      double y = 110 + i * 163.0;

      sl_figures_company (cr, SL_CANVAS_RIGHT - SL_FIGURES_COMPANY_WIDTH, y, owner, SL_FIGURES_TAKEN);
      cairo_push_group (cr);
      sl_figures_company (cr, SL_CANVAS_LEFT, y, (SlColour)sl_parameters_get (parameters, "paper"),
                          SL_FIGURES_ALLEGED);
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, come);
      draw_claim (cr, parameters, i, t);
    }
}

/* Squares of the same amount each, column by column as far as @share, and places for the others; @kept is
 * where they begin. */
static void
draw_money (cairo_t *cr,
            double   left,
            guint    count,
            SlColour colour,
            double   share,
            double   kept)
{
  guint  rows = (count + MONEY_COLUMNS - 1) / MONEY_COLUMNS;
  double top = SL_CANVAS_MIDDLE - rows * MONEY_PITCH / 2;

  for (guint i = 0; i < count; i++)
    {
      SlBox  cell = {left + i / rows * MONEY_PITCH, top + i % rows * MONEY_PITCH, MONEY_PITCH * 0.78,
                     MONEY_PITCH * 0.78};
      double come = CLAMP (share * (count + 2.0 * rows) - i, 0, 2.0 * rows) / (2.0 * rows);
      double gone = CLAMP (kept * (count + 2.0 * rows) - (count - i), 0, 2.0 * rows) / (2.0 * rows);

      sl_palette_set_between (cr, SL_COLOUR_FAINT, colour, gone > 0 ? 1 - gone : come);
      sl_shapes_fill (cr, cell, MONEY_PITCH * 0.12);
    }
}

/* Two offices say yes on the same day, and the sum is paid. */
static void
draw_approval (cairo_t            *cr,
               const SlParameters *parameters,
               gint64              t)
{
  gint64         at = sl_parameters_get (parameters, "at");
  SlColour       colour = (SlColour)sl_parameters_get (parameters, "colour");
  SlCalendarLeaf leaf = {.day = sl_parameters_get (parameters, "day"), .colour = colour};
  SlBox          sheet = {560, SL_CANVAS_TOP + 25, 420, 420};
  double         come = sl_motion_settle (t, 0, SL_MS (700)), day[2];

  leaf.marked = sl_motion_settle (t, at + SL_MS (1100), SL_MS (600));
  sl_calendar_leaf_get_middle (sheet, leaf.day, day);
  cairo_push_group (cr);
  sl_calendar_leaf_draw (cr, sheet, &leaf);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, come);
  for (guint i = 0; i < 2; i++)
    {
      SlBox        office = {SL_CANVAS_LEFT, SL_CANVAS_TOP + i * 245.0, 135, 225};
      const double from[] = {office.x + office.width + 12, office.y + office.height / 2};

      sl_figures_office (cr, office, come);
      sl_palette_set (cr, colour, 1.0);
      sl_shapes_curve (cr, from, day, sl_motion_ease (t, at, SL_MS (1200)), SL_CANVAS_LINE);
    }
  draw_money (cr, SL_CANVAS_RIGHT - MONEY_WIDTH, (guint)sl_parameters_get (parameters, "count"), colour,
              sl_motion_ease (t, sl_parameters_get (parameters, "paid_at"), SL_MS (2600)), 0);
}

/* One square on its way: to the bank, and out of the picture on the other side. */
static void
draw_coin (cairo_t     *cr,
           const double bank[2],
           SlColour     colour,
           double       way)
{
  const double from[] = {SL_CANVAS_LEFT + MONEY_WIDTH + 30, SL_CANVAS_MIDDLE};
  const double in[] = {bank[0] - 150, bank[1]}, out[] = {bank[0] + 150, bank[1]};
  const double to[] = {SL_CANVAS_RIGHT, bank[1]};
  double       point[2];

  if (way <= 0 || way >= 1 || (way > 0.5 && way < 0.56))
    return;
  if (way <= 0.5)
    sl_shapes_curve_point (from, in, way / 0.5, point);
  else
    sl_shapes_curve_point (out, to, (way - 0.56) / 0.44, point);
  sl_palette_set (cr, colour, MIN (1, MIN (way, 1 - way) * 12));
  sl_shapes_fill (cr, (SlBox){point[0] - 8, point[1] - 8, 16, 16}, 3);
}

/* The sum makes room where it lay when it was paid, and leaves by turns to one bank and the other: nobody
 * has told in what shares. Then one of the two is gone, with what was written in it. */
static void
draw_banks (cairo_t            *cr,
            const SlParameters *parameters,
            gint64              t)
{
  SlColour colour = (SlColour)sl_parameters_get (parameters, "colour");
  gint64   at = sl_parameters_get (parameters, "at");
  double   moved = sl_motion_ease (t, SL_MS (500), SL_MS (1100));
  double   come = sl_motion_settle (t, SL_MS (1000), SL_MS (700));
  double   closed = sl_motion_ease (t, sl_parameters_get (parameters, "closed_at"), SL_MS (1200));

  draw_money (cr, sl_motion_mix (SL_CANVAS_RIGHT - MONEY_WIDTH, SL_CANVAS_LEFT, moved),
              (guint)sl_parameters_get (parameters, "count"), colour, 1,
              sl_motion_progress (t, at, COINS * COIN_PAUSE));
  for (guint i = 0; i < 2; i++)
    {
      const double bank[] = {1240, 210 + i * 250.0};

      sl_figures_bank (cr, (SlBox){bank[0] - 120, bank[1] - 100, 240, 200}, come, i == 1 ? closed : 0);
    }
  for (guint i = 0; i < COINS; i++)
    {
      const double bank[] = {1240, 210 + i % 2 * 250.0};

      draw_coin (cr, bank, colour, sl_motion_progress (t, at + i * COIN_PAUSE, COIN_WAY));
    }
}

static const SlParameterSpec steps_specs[] = {
  {.name = "colours", .kind = SL_FIELD_COLOUR, .most = STEPS_MOST},
  {.name = "at", .kind = SL_FIELD_TIME, .most = STEPS_MOST, .like = "colours"},
  {.name = "day", .kind = SL_FIELD_DATE},
  {NULL},
};

static const SlParameterSpec claims_specs[] = {
  {.name = "paper", .kind = SL_FIELD_COLOUR},
  {.name = "owner", .kind = SL_FIELD_COLOUR},
  {.name = "at", .kind = SL_FIELD_TIME},
  {.name = "every", .kind = SL_FIELD_TIME},
  {NULL},
};

static const SlParameterSpec approval_specs[] = {
  {.name = "count", .kind = SL_FIELD_INTEGER, .low = 1, .high = 552},
  {.name = "day", .kind = SL_FIELD_DATE},
  {.name = "at", .kind = SL_FIELD_TIME},
  {.name = "paid_at", .kind = SL_FIELD_TIME},
  {.name = "colour", .kind = SL_FIELD_COLOUR},
  {NULL},
};

static const SlParameterSpec banks_specs[] = {
  {.name = "count", .kind = SL_FIELD_INTEGER, .low = 1, .high = 552},
  {.name = "at", .kind = SL_FIELD_TIME},
  {.name = "closed_at", .kind = SL_FIELD_TIME},
  {.name = "colour", .kind = SL_FIELD_COLOUR},
  {NULL},
};

const SlScene sl_scenes_bank[] = {
  {"steps", steps_specs, draw_steps},
  {"claims", claims_specs, draw_claims},
  {"approval", approval_specs, draw_approval},
  {"banks", banks_specs, draw_banks},
  {NULL},
};
