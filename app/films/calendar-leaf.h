/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One month as a leaf of a wall calendar: a square for each day, standing under its true weekday.
 * Leaves out names and numbers: the app writes them below. */
#pragma once

#include "shapes.h"

G_BEGIN_DECLS

/**
 * SlCalendarLeaf:
 * @day: the day that is marked, as a Julian day; its month is the one that is drawn
 * @colour: what marks it
 * @marked: how far the mark has come, 0 to 1
 * @after: how far the days after it are tinted, 0 to 1: something that began and went on
 */
typedef struct
{
  gint64   day;
  SlColour colour;
  double   marked;
  double   after;
} SlCalendarLeaf;

/**
 * sl_calendar_leaf_draw:
 * @box: where the whole leaf goes
 */
void sl_calendar_leaf_draw (cairo_t *cr, SlBox box, const SlCalendarLeaf *leaf);

/**
 * sl_calendar_leaf_get_middle:
 * @box: where the whole leaf goes
 * @day: a Julian day
 * @point: (out): the middle of that day's square on the leaf of its month
 */
void sl_calendar_leaf_get_middle (SlBox box, gint64 day, double point[2]);

/**
 * sl_calendar_leaf_draw_back:
 *
 * Draws an empty leaf: the back of one that is being turned.
 */
void sl_calendar_leaf_draw_back (cairo_t *cr, SlBox box);

G_END_DECLS
