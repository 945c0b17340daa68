/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each picture shows the middle of its three seconds: cuts are no use to somebody who looks. */
#include "contact-sheet.h"

#include "palette.h"
#include "picture.h"

#define SECONDS 3
#define COLUMNS 5
#define WIDTH 384
#define HEIGHT 216
#define GAP 8

static void
draw_small (cairo_t      *cr,
            SlStoryboard *storyboard,
            guint         frame,
            guint         position)
{
  cairo_surface_t *picture = sl_picture_new (storyboard, frame);

  cairo_save (cr);
  cairo_translate (cr, GAP + position % COLUMNS * (WIDTH + GAP),
                   GAP + position / COLUMNS * (HEIGHT + GAP));
  cairo_scale (cr, (double)WIDTH / sl_storyboard_get_width (storyboard),
               (double)HEIGHT / sl_storyboard_get_height (storyboard));
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (picture);
}

cairo_surface_t *
sl_contact_sheet_new (SlStoryboard *storyboard)
{
  cairo_surface_t *sheet;
  cairo_t         *cr;
  guint            every, n_frames, n, rows;

  g_return_val_if_fail (SL_IS_STORYBOARD (storyboard), NULL);

  every = SECONDS * sl_storyboard_get_frame_rate (storyboard);
  n_frames = sl_storyboard_get_n_frames (storyboard);
  n = (n_frames + every - 1) / every;
  rows = (n + COLUMNS - 1) / COLUMNS;
  sheet = cairo_image_surface_create (CAIRO_FORMAT_RGB24, GAP + COLUMNS * (WIDTH + GAP),
                                      (int)(GAP + rows * (HEIGHT + GAP)));
  cr = cairo_create (sheet);
  sl_palette_set (cr, SL_COLOUR_LINE, 1.0);
  cairo_paint (cr);
  for (guint i = 0; i < n; i++)
    draw_small (cr, storyboard, MIN (i * every + every / 2, n_frames - 1), i);
  cairo_destroy (cr);
  cairo_surface_flush (sheet);

  return sheet;
}
