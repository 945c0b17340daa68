/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of the film, by the names storyboards use: the ground and its neutrals, one accent,
 * and the standings as the app shows them. Leaves out any other colour. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SL_COLOUR_GROUND,
  SL_COLOUR_RAISED,
  SL_COLOUR_FAINT,
  SL_COLOUR_LINE,
  SL_COLOUR_TEXT,
  SL_COLOUR_QUIET,
  SL_COLOUR_ACCENT,
  SL_COLOUR_COURT,
  SL_COLOUR_OFFICIAL,
  SL_COLOUR_REPORTED,
  SL_COLOUR_ALLEGED,
  SL_COLOUR_DISPUTED,
  SL_COLOUR_POSITION,
} SlColour;

/**
 * sl_palette_lookup:
 * @name: a colour's name, such as "accent"
 * @colour: (out): the colour
 *
 * Returns: whether there is a colour of that name
 */
gboolean sl_palette_lookup (const char *name, SlColour *colour);

/**
 * sl_palette_set:
 * @alpha: how much of it covers what is below, 0 to 1
 *
 * Makes @colour the source of @cr.
 */
void sl_palette_set (cairo_t *cr, SlColour colour, double alpha);

/**
 * sl_palette_set_between:
 * @share: 0 is @from, 1 is @to
 *
 * Makes an opaque colour between two the source of @cr.
 */
void sl_palette_set_between (cairo_t *cr, SlColour from, SlColour to, double share);

G_END_DECLS
