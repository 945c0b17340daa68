/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and answers as forms: what asks is an open ring, what answers is filled. Neither has a face. */
#include "scenes.h"

#include "canvas.h"
#include "motion.h"
#include "shapes.h"

#include <math.h>

#define STEPS_MOST 12
#define TREAD 46.0
#define GAP 14.0
#define RING 30.0
#define RING_LINE 8.0
#define WAY SL_MS (1500) /* of the ring, from one step to the next */

#define PAGES 3
#define PAGE_LINES 9

#define VOICE 74.0
#define VOICE_LINE 12.0
#define BARS 12
#define BAR 16.0

/* A row of bars, as evenly cut as a recording that a machine made. */
static void
draw_bars (cairo_t *cr,
           double   x,
           double   direction,
           gint64   t,
           gint64   at)
{
  const double heights[BARS] = {0.30, 0.55, 0.85, 0.60, 1.00, 0.70, 0.40, 0.80, 0.55, 0.30, 0.45, 0.20};

  for (guint i = 0; i < BARS; i++)
    {
      double come = sl_motion_settle (t, at + SL_MS (130) * i, SL_MS (700));
      double height = 300 * heights[i] * come;

      if (height < 1)
        continue;
      sl_shapes_fill (cr,
                      (SlBox){x + direction * (VOICE + 48 + i * 34.0) - BAR / 2, SL_CANVAS_MIDDLE - height / 2, BAR, height},
                      MIN (BAR, height) / 2);
    }
}

/* One asks, from the left, and what answers comes from the right; their bars meet. */
static void
draw_voices (cairo_t            *cr,
             const SlParameters *parameters,
             gint64              t)
{
  gint64 asks = sl_parameters_get (parameters, "asks_at"), answers = sl_parameters_get (parameters, "answers_at");
  double left = SL_CANVAS_LEFT + VOICE, right = SL_CANVAS_RIGHT - VOICE;

  sl_palette_set (cr, SL_COLOUR_ACCENT, 1.0);
  sl_shapes_ring (cr, left, SL_CANVAS_MIDDLE, VOICE, VOICE_LINE);
  draw_bars (cr, left, 1, t, asks);
  sl_palette_set (cr, SL_COLOUR_LINE, 1.0);
  sl_shapes_ring (cr, right, SL_CANVAS_MIDDLE, VOICE, SL_CANVAS_FINE);
  sl_palette_set (cr, SL_COLOUR_TEXT, 1.0);
  sl_shapes_disc (cr, right, SL_CANVAS_MIDDLE, VOICE * sl_motion_settle (t, answers - SL_MS (300), SL_MS (800)));
  draw_bars (cr, right, -1, t, answers);
}

static SlBox
get_tread (guint i,
           guint n)
{
  double pitch = (SL_CANVAS_SPAN + GAP) / n;
  double rise = (SL_CANVAS_BOTTOM - SL_CANVAS_TOP - TREAD - 2 * RING - 2 * GAP) / MAX (n - 1, 1);

  return (SlBox){SL_CANVAS_LEFT + i * pitch, SL_CANVAS_BOTTOM - TREAD - i * rise, pitch - GAP, TREAD};
}

static void
get_stand (guint  i,
           guint  n,
           double point[2])
{
  SlBox tread = get_tread (i, n);

  point[0] = tread.x + tread.width / 2;
  point[1] = tread.y - RING - GAP;
}

/* What is answered stands on something: a step down to the ground, in the same colour and faint. */
static void
draw_step (cairo_t *cr,
           SlBox    tread,
           SlColour colour,
           double   filled)
{
  SlBox body = {tread.x, tread.y + TREAD + 8, tread.width, SL_CANVAS_BOTTOM - tread.y - TREAD - 8};

  sl_palette_set (cr, SL_COLOUR_LINE, 1.0);
  sl_shapes_outline (cr, tread, 8, SL_CANVAS_LINE);
  if (filled <= 0)
    return;
  sl_palette_set (cr, colour, filled);
  sl_shapes_fill (cr, tread, 8);
  if (body.height <= 16)
    return;
  sl_palette_set (cr, colour, filled * 0.16);
  sl_shapes_fill (cr, body, 8);
}

/* The ring comes from the step before, in a low arc; where there is none before, it appears. */
static void
draw_ring (cairo_t *cr,
           guint    asked,
           guint    n,
           gint64   t,
           gint64   at,
           double   closed)
{
  double way = asked > 1 ? sl_motion_ease (t, at, WAY) : 1;
  double come = asked > 1 ? 1 : sl_motion_settle (t, at, SL_MS (900));
  double from[2], to[2], x, y;

  get_stand (asked > 1 ? asked - 2 : 0, n, from);
  get_stand (asked - 1, n, to);
  x = sl_motion_mix (from[0], to[0], way);
  y = sl_motion_mix (from[1], to[1], way) - 16 * sin (G_PI * way);
  sl_palette_set (cr, SL_COLOUR_ACCENT, come);
  sl_shapes_ring (cr, x, MAX (y, SL_CANVAS_TOP + RING), RING, sl_motion_mix (RING_LINE, RING, closed));
}

/* A step for each question; those that are answered have the colour of the answer's standing. */
static void
draw_stairs (cairo_t            *cr,
             const SlParameters *parameters,
             gint64              t)
{
  guint         n;
  const gint64 *colours = sl_parameters_get_list (parameters, "colours", &n);
  guint         asked = (guint)sl_parameters_get (parameters, "asked");
  gint64        at = sl_parameters_get (parameters, "at");
  gint64        closes = sl_parameters_get (parameters, "answered_at");
  double        come = sl_motion_ease (t, at + WAY / 2, SL_MS (900));
  double        closed = sl_motion_ease (t, closes, SL_MS (1200));

  asked = MIN (asked, n);
  for (guint i = 0; i < n; i++)
    draw_step (cr, get_tread (i, n), (SlColour)colours[i], i + 1 < asked ? 1 : i + 1 == asked ? closed
                                                                                              : 0);
  sl_palette_set (cr, SL_COLOUR_ACCENT, come * (1 - closed));
  sl_shapes_outline (cr, get_tread (asked - 1, n), 8, 6);
  draw_ring (cr, asked, n, t, at, closed);
}

/* Pages that have all their lines but one alike. On each that one is the answer, in the colour of its side. */
static void
draw_stack (cairo_t *cr,
            double   x,
            SlColour colour,
            gint64   t)
{
  const double width = 330, height = 420;

  for (guint i = 0; i < PAGES; i++)
    {
      double come = sl_motion_settle (t, SL_MS (500) * i, SL_MS (800));
      double word = sl_motion_ease (t, SL_MS (1700 + 500 * i), SL_MS (900));
      SlBox  page = {x + i * 170.0, SL_CANVAS_TOP + 10 + i * 20.0 - 14 * (1 - come), width, height};

      if (come <= 0)
        continue;
      cairo_push_group (cr);
      sl_shapes_page (cr, page, PAGE_LINES, SL_COLOUR_LINE);
      if (word > 0)
        {
          sl_palette_set (cr, colour, 1.0);
          sl_shapes_fill (cr, (SlBox){page.x + 46, page.y + 79, 116 * word, 32}, 8);
        }
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, come);
    }
}

/* Two stacks of one size: what some call him, and what others do. */
static void
draw_papers (cairo_t            *cr,
             const SlParameters *parameters,
             gint64              t)
{
  double width = 330 + (PAGES - 1) * 170;

  draw_stack (cr, SL_CANVAS_LEFT, (SlColour)sl_parameters_get (parameters, "left"), t);
  draw_stack (cr, SL_CANVAS_RIGHT - width, (SlColour)sl_parameters_get (parameters, "right"),
              t - sl_parameters_get (parameters, "right_at"));
}

static const SlParameterSpec voices_specs[] = {
  {.name = "asks_at", .kind = SL_FIELD_TIME},
  {.name = "answers_at", .kind = SL_FIELD_TIME},
  {NULL},
};

static const SlParameterSpec stairs_specs[] = {
  {.name = "colours", .kind = SL_FIELD_COLOUR, .most = STEPS_MOST}, /* a step each */
  {.name = "asked", .kind = SL_FIELD_INTEGER, .low = 1, .high = STEPS_MOST},
  {.name = "at", .kind = SL_FIELD_TIME},
  {.name = "answered_at", .kind = SL_FIELD_TIME}, /* after the shot's end: not in it */
  {NULL},
};

static const SlParameterSpec papers_specs[] = {
  {.name = "left", .kind = SL_FIELD_COLOUR},
  {.name = "right", .kind = SL_FIELD_COLOUR},
  {.name = "right_at", .kind = SL_FIELD_TIME},
  {NULL},
};

const SlScene sl_scenes_questions[] = {
  {"papers", papers_specs, draw_papers},
  {"voices", voices_specs, draw_voices},
  {"stairs", stairs_specs, draw_stairs},
  {NULL},
};
