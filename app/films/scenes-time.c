/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time as a line: the years of a life, the course of the case, what came after, and the distance
 * between two dates. Every position is computed from its date. */
#include "scenes.h"

#include "canvas.h"
#include "motion.h"
#include "shapes.h"

#include <math.h>

#define AXIS_Y 470.0
#define STEM 270.0
#define DISC 20.0

#define FLAG 108.0

#define MONTHS 12

/* How many columns are on their way at once. */
#define COLUMNS_COMING 5.0

static gint64
first_of_year (guint year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, (GDateYear)year);

  return g_date_get_julian (&date);
}

static guint
year_of (double julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)julian);

  return g_date_get_year (&date);
}

/* Months counted on from year 0. */
static guint
month_of (gint64 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)julian);

  return g_date_get_year (&date) * MONTHS + (guint)g_date_get_month (&date) - 1;
}

static double
place (double day,
       double from,
       double to)
{
  return SL_CANVAS_LEFT + SL_CANVAS_SPAN * (day - from) / (to - from);
}

/* What leaves the line on its left goes quietly. */
static double
presence (double x)
{
  return x <= SL_CANVAS_RIGHT + 1 ? CLAMP ((x - SL_CANVAS_LEFT) / 60, 0.0, 1.0) : 0.0;
}

static void
draw_axis (cairo_t *cr,
           double   from,
           double   to,
           double   share)
{
  const double left[] = {SL_CANVAS_LEFT, AXIS_Y};
  const double right[] = {SL_CANVAS_RIGHT, AXIS_Y};
  double       end = sl_motion_mix (SL_CANVAS_LEFT, SL_CANVAS_RIGHT, share);

  sl_palette_set (cr, SL_COLOUR_LINE, 1.0);
  sl_shapes_line (cr, left, right, share, SL_CANVAS_LINE);
  for (guint year = year_of (from); year <= year_of (to) + 1; year++)
    {
      double       x = place (first_of_year (year), from, to);
      const double top[] = {x, AXIS_Y + 12};
      const double foot[] = {x, AXIS_Y + 28};

      if (x < SL_CANVAS_LEFT - 1 || x > end + 1)
        continue;
      sl_palette_set (cr, SL_COLOUR_LINE, CLAMP ((end - x) / 60, 0, 1));
      sl_shapes_line (cr, top, foot, 1.0, SL_CANVAS_FINE);
    }
}

static void
draw_mark (cairo_t *cr,
           double   x,
           SlColour colour,
           gint64   t,
           gint64   at)
{
  const double foot[] = {x, AXIS_Y};
  const double top[] = {x, AXIS_Y - STEM};
  double       lit = sl_motion_settle (t, at, SL_MS (700));
  double       ripple = sl_motion_settle (t, at + SL_MS (250), SL_MS (1400));

  sl_palette_set (cr, SL_COLOUR_LINE, 1.0);
  sl_shapes_disc (cr, x, AXIS_Y, 9);
  if (lit <= 0)
    return;

  sl_palette_set (cr, colour, 1.0);
  sl_shapes_disc (cr, x, AXIS_Y, 9 * lit);
  sl_shapes_line (cr, foot, top, lit, SL_CANVAS_LINE);
  sl_shapes_disc (cr, x, AXIS_Y - STEM * lit, DISC * lit);
  if (ripple > 0 && ripple < 1)
    {
      sl_palette_set (cr, colour, 0.45 * (1 - ripple));
      sl_shapes_ring (cr, x, AXIS_Y - STEM, DISC + 40 * ripple, 3);
    }
}

static void
draw_timeline (cairo_t            *cr,
               const SlParameters *parameters,
               gint64              t)
{
  double        from = sl_parameters_get (parameters, "from");
  double        to = sl_parameters_get (parameters, "to");
  double        line = sl_motion_ease (t, 0, sl_parameters_get (parameters, "draw"));
  double        end = sl_motion_mix (SL_CANVAS_LEFT, SL_CANVAS_RIGHT, line);
  double        held_x = place (sl_parameters_get (parameters, "held_from"), from, to);
  double        held = sl_motion_ease (t, sl_parameters_get (parameters, "held_at"), SL_MS (900));
  const double  held_from[] = {held_x, AXIS_Y};
  const double  held_to[] = {place (sl_parameters_get (parameters, "held_to"), from, to), AXIS_Y};
  guint         n;
  const gint64 *marks = sl_parameters_get_list (parameters, "marks", &n);
  const gint64 *colours = sl_parameters_get_list (parameters, "colours", &n);
  const gint64 *at = sl_parameters_get_list (parameters, "at", &n);

  draw_axis (cr, from, to, line);
  sl_palette_set (cr, SL_COLOUR_ACCENT, 1.0);
  sl_shapes_line (cr, held_from, held_to, held, 10);
  for (guint i = 0; i < n; i++)
    {
      double x = place (marks[i], from, to);

      if (x <= end)
        draw_mark (cr, x, (SlColour)colours[i], t, at[i]);
    }
}

static void
draw_flag (cairo_t *cr,
           double   x,
           double   height,
           SlColour colour,
           double   lit)
{
  const double foot[] = {x, AXIS_Y};
  const double top[] = {x, AXIS_Y - height};
  double       y = AXIS_Y - height;

  if (lit <= 0)
    return;
  sl_palette_set (cr, colour, 1.0);
  sl_shapes_disc (cr, x, AXIS_Y, 9 * lit);
  sl_shapes_line (cr, foot, top, MIN (1.0, lit * 1.6), SL_CANVAS_LINE);
  if (lit <= 0.5)
    return;
  /* The cloth unrolls once the pole stands. */
  lit = (lit - 0.5) * 2;
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + FLAG * lit, y);
  cairo_line_to (cr, x + (FLAG - 22) * lit, y + 34);
  cairo_line_to (cr, x + FLAG * lit, y + 68);
  cairo_line_to (cr, x, y + 68);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_flags (cairo_t            *cr,
            const SlParameters *parameters,
            gint64              t)
{
  /* Two that are close in time stand at different heights. */
  const double  heights[] = {230, 230, 360, 230};
  double        moved = sl_motion_ease (t, 0, sl_parameters_get (parameters, "move"));
  double        from = sl_motion_mix (sl_parameters_get (parameters, "from"),
                                      sl_parameters_get (parameters, "then_from"), moved);
  double        to = sl_motion_mix (sl_parameters_get (parameters, "to"),
                                    sl_parameters_get (parameters, "then_to"), moved);
  guint         n_past, n;
  const gint64 *past = sl_parameters_get_list (parameters, "past", &n_past);
  const gint64 *flags = sl_parameters_get_list (parameters, "flags", &n);
  const gint64 *colours = sl_parameters_get_list (parameters, "colours", &n);
  const gint64 *at = sl_parameters_get_list (parameters, "at", &n);

  draw_axis (cr, from, to, 1.0);
  for (guint i = 0; i < n_past; i++)
    {
      double x = place (past[i], from, to);

      sl_palette_set (cr, SL_COLOUR_QUIET, 0.7 * presence (x));
      sl_shapes_disc (cr, x, AXIS_Y, 9);
    }
  for (guint i = 0; i < n; i++)
    draw_flag (cr, place (flags[i], from, to), heights[i % G_N_ELEMENTS (heights)],
               (SlColour)colours[i], sl_motion_settle (t, at[i], SL_MS (1100)));
}

/* A life in months, a column for each calendar year, set one after the other like type. */
static void
draw_years (cairo_t            *cr,
            const SlParameters *parameters,
            gint64              t)
{
  guint  first = month_of (sl_parameters_get (parameters, "from"));
  guint  last = month_of (sl_parameters_get (parameters, "to"));
  guint  columns = last / MONTHS - first / MONTHS + 1;
  double pitch = MIN (SL_CANVAS_SPAN / (columns - 0.26), 480.0 / (MONTHS - 0.26));
  gint64 draw = sl_parameters_get (parameters, "draw");
  double set = (columns + COLUMNS_COMING) * sl_motion_progress (t, SL_MS (200), draw);

  for (guint month = first; month <= last; month++)
    {
      guint  column = month / MONTHS - first / MONTHS;
      double come = CLAMP ((set - column) / COLUMNS_COMING, 0, 1);
      SlBox  cell = {SL_CANVAS_LEFT + column * pitch, SL_CANVAS_TOP - 5 + month % MONTHS * pitch,
                     pitch * 0.74, pitch * 0.74};

      if (come <= 0)
        continue;
      /* White is the death wherever it is shown. */
      if (month == last)
        sl_palette_set (cr, SL_COLOUR_TEXT, come);
      else if (month == first)
        sl_palette_set (cr, SL_COLOUR_ACCENT, come);
      else
        sl_palette_set (cr, SL_COLOUR_LINE, 0.85 * come);
      sl_shapes_fill (cr, sl_shapes_scaled (cell, 0.5 + 0.5 * come), pitch * 0.11);
    }
}

/* The months between two dates; a new year stands taller. */
static void
draw_months (cairo_t *cr,
             double   from,
             double   to,
             double   left,
             double   right,
             double   share)
{
  GDate  date;
  double y = SL_CANVAS_MIDDLE, reach = sl_motion_mix (left + 40, right - 40, share);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)from);
  g_date_set_day (&date, 1);
  for (; g_date_get_julian (&date) < to; g_date_add_months (&date, 1))
    {
      gboolean     january = g_date_get_month (&date) == G_DATE_JANUARY;
      double       half = january ? 64 : 20;
      double       day = (g_date_get_julian (&date) - from) / (to - from);
      double       x = sl_motion_mix (left, right, day);
      const double top[] = {x, y - half}, foot[] = {x, y + half};

      if (x > reach || x < left + 40)
        continue;
      sl_palette_set (cr, january ? SL_COLOUR_QUIET : SL_COLOUR_LINE, MIN ((reach - x) / 40, 1));
      sl_shapes_line (cr, top, foot, 1.0, SL_CANVAS_LINE);
    }
}

/* Two dates, and the line between them. */
static void
draw_distance (cairo_t            *cr,
               const SlParameters *parameters,
               gint64              t)
{
  gint64       draw = sl_parameters_get (parameters, "draw");
  double       from = sl_parameters_get (parameters, "from");
  double       to = sl_parameters_get (parameters, "to");
  double       left = SL_CANVAS_LEFT + 40, right = SL_CANVAS_RIGHT - 40, y = SL_CANVAS_MIDDLE;
  double       begun = sl_motion_settle (t, 0, SL_MS (700));
  double       line = sl_motion_ease (t, SL_MS (500), draw);
  double       arrived = sl_motion_settle (t, SL_MS (300) + draw, SL_MS (800));
  const double line_from[] = {left + 40, y}, line_to[] = {right - 40, y};

  draw_months (cr, from, to, left, right, line);
  sl_palette_set (cr, SL_COLOUR_QUIET, 1.0);
  sl_shapes_line (cr, line_from, line_to, line, SL_CANVAS_LINE);
  sl_palette_set (cr, SL_COLOUR_TEXT, begun);
  sl_shapes_ring (cr, left, y, 40 * begun, 6);
  sl_palette_set (cr, (SlColour)sl_parameters_get (parameters, "colour"), arrived);
  sl_shapes_disc (cr, right, y, 40 * arrived);
}

#define LIST_OF_MARKS 12

static const SlParameterSpec timeline_specs[] = {
  {.name = "from", .kind = SL_FIELD_DATE},
  {.name = "to", .kind = SL_FIELD_DATE, .after = "from"},
  {.name = "draw", .kind = SL_FIELD_TIME},
  {.name = "marks", .kind = SL_FIELD_DATE, .most = LIST_OF_MARKS},
  {.name = "colours", .kind = SL_FIELD_COLOUR, .most = LIST_OF_MARKS, .like = "marks"},
  {.name = "at", .kind = SL_FIELD_TIME, .most = LIST_OF_MARKS, .like = "marks"},
  {.name = "held_from", .kind = SL_FIELD_DATE, .after = "from"},
  {.name = "held_to", .kind = SL_FIELD_DATE, .after = "held_from"},
  {.name = "held_at", .kind = SL_FIELD_TIME},
  {NULL},
};

static const SlParameterSpec flags_specs[] = {
  {.name = "from", .kind = SL_FIELD_DATE},
  {.name = "to", .kind = SL_FIELD_DATE, .after = "from"},
  {.name = "then_from", .kind = SL_FIELD_DATE},
  {.name = "then_to", .kind = SL_FIELD_DATE, .after = "then_from"},
  {.name = "move", .kind = SL_FIELD_TIME},
  {.name = "past", .kind = SL_FIELD_DATE, .most = LIST_OF_MARKS},
  {.name = "flags", .kind = SL_FIELD_DATE, .most = LIST_OF_MARKS},
  {.name = "colours", .kind = SL_FIELD_COLOUR, .most = LIST_OF_MARKS, .like = "flags"},
  {.name = "at", .kind = SL_FIELD_TIME, .most = LIST_OF_MARKS, .like = "flags"},
  {NULL},
};

static const SlParameterSpec years_specs[] = {
  {.name = "from", .kind = SL_FIELD_DATE},
  {.name = "to", .kind = SL_FIELD_DATE, .after = "from"},
  {.name = "draw", .kind = SL_FIELD_TIME},
  {NULL},
};

static const SlParameterSpec distance_specs[] = {
  {.name = "from", .kind = SL_FIELD_DATE},
  {.name = "to", .kind = SL_FIELD_DATE, .after = "from"},
  {.name = "draw", .kind = SL_FIELD_TIME},
  {.name = "colour", .kind = SL_FIELD_COLOUR},
  {NULL},
};

const SlScene sl_scenes_time[] = {
  {"timeline", timeline_specs, draw_timeline},
  {"flags", flags_specs, draw_flags},
  {"years", years_specs, draw_years},
  {"distance", distance_specs, draw_distance},
  {NULL},
};
