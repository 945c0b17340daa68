/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The measures every scene draws by. The picture carries no words: the app lays them over it, so
 * scenes keep to the upper band and the ground below stays calm. Leaves out colour and motion. */
#pragma once

/* Scenes draw on a canvas of this size, whatever the size of the film. */
#define SL_CANVAS_WIDTH 1920.0
#define SL_CANVAS_HEIGHT 1080.0

/* The band of the picture; nothing is ever drawn outside it (8-92 % across, 8-54 % down). */
#define SL_BAND_LEFT 153.6
#define SL_BAND_RIGHT 1766.4
#define SL_BAND_TOP 86.4
#define SL_BAND_BOTTOM 583.2

/* The edges diagrams align to: the left one is where the words below begin. */
#define SL_CANVAS_LEFT 211.0
#define SL_CANVAS_RIGHT 1709.0
#define SL_CANVAS_SPAN (SL_CANVAS_RIGHT - SL_CANVAS_LEFT)
#define SL_CANVAS_TOP 100.0
#define SL_CANVAS_BOTTOM 570.0
#define SL_CANVAS_MIDDLE ((SL_CANVAS_TOP + SL_CANVAS_BOTTOM) / 2)

/* Widths of lines: one for outlines, one for what is only hinted at. */
#define SL_CANVAS_LINE 4.0
#define SL_CANVAS_FINE 2.5
