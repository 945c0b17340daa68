/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of diagram, by the names storyboards use. A scene is a pure function of its parameters
 * and the moment within its shot. Leaves out the ground and the passage from shot to shot. */
#pragma once

#include "parameters.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * SlSceneDraw:
 * @cr: a canvas of SL_CANVAS_WIDTH by SL_CANVAS_HEIGHT
 * @t: nanoseconds since the shot began
 *
 * Draws the scene as it is at @t, inside the band of canvas.h.
 */
typedef void (*SlSceneDraw) (cairo_t *cr, const SlParameters *parameters, gint64 t);

typedef struct
{
  const char            *name;
  const SlParameterSpec *specs; /* ends with a NULL name */
  SlSceneDraw            draw;
} SlScene;

/**
 * sl_scene_lookup:
 *
 * Returns: (transfer none) (nullable): the scene of that name
 */
const SlScene *sl_scene_lookup (const char *name);

/**
 * sl_scene_get_nth:
 *
 * Returns: (transfer none) (nullable): the scene at @position of the table, or %NULL past its end
 */
const SlScene *sl_scene_get_nth (guint position);

G_END_DECLS
