/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shot that begins is laid over the last picture of the shot before, as one opaque sheet that
 * becomes visible: where both show the same, nothing flickers. All of that falls into the time of
 * the shot that begins, so a frame belongs to the shot of its time. */
#include "picture.h"

#include "canvas.h"
#include "motion.h"
#include "palette.h"

static gint64
frame_length (SlStoryboard *storyboard)
{
  return SL_MOTION_SECOND / sl_storyboard_get_frame_rate (storyboard);
}

static guint
find_shot (SlStoryboard *storyboard,
           gint64        t)
{
  guint position = 0;

  while (sl_storyboard_get_shot (storyboard, position)->end <= t)
    position++;

  return position;
}

/* The clip makes the promise of canvas.h hold whatever a scene does. */
static void
draw_sheet (cairo_t      *cr,
            const SlShot *shot,
            gint64        t)
{
  sl_palette_set (cr, SL_COLOUR_GROUND, 1.0);
  cairo_paint (cr);

  cairo_save (cr);
  cairo_rectangle (cr, SL_BAND_LEFT, SL_BAND_TOP,
                   SL_BAND_RIGHT - SL_BAND_LEFT, SL_BAND_BOTTOM - SL_BAND_TOP);
  cairo_clip (cr);
  shot->scene->draw (cr, shot->parameters, t);
  cairo_restore (cr);
}

static void
draw_shot (SlStoryboard *storyboard,
           cairo_t      *cr,
           guint         position,
           gint64        t)
{
  const SlShot *shot = sl_storyboard_get_shot (storyboard, position);
  const SlShot *before = position > 0 ? sl_storyboard_get_shot (storyboard, position - 1) : NULL;
  double        share = sl_motion_ease (t, shot->start, shot->dissolve);

  if (share >= 1.0)
    {
      draw_sheet (cr, shot, t - shot->start);
      return;
    }

  if (before != NULL)
    draw_sheet (cr, before, before->end - before->start - frame_length (storyboard));
  cairo_push_group_with_content (cr, CAIRO_CONTENT_COLOR);
  draw_sheet (cr, shot, t - shot->start);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, share);
}

void
sl_picture_draw (SlStoryboard *storyboard,
                 guint         frame,
                 cairo_t      *cr)
{
  gint64 t, ending;

  g_return_if_fail (SL_IS_STORYBOARD (storyboard));
  g_return_if_fail (frame < sl_storyboard_get_n_frames (storyboard));

  t = frame * SL_MOTION_SECOND / sl_storyboard_get_frame_rate (storyboard);
  ending = sl_storyboard_get_ending (storyboard);

  cairo_save (cr);
  cairo_scale (cr, sl_storyboard_get_width (storyboard) / SL_CANVAS_WIDTH,
               sl_storyboard_get_height (storyboard) / SL_CANVAS_HEIGHT);
  sl_palette_set (cr, SL_COLOUR_GROUND, 1.0);
  cairo_paint (cr);
  draw_shot (storyboard, cr, find_shot (storyboard, t), t);
  if (ending > 0)
    {
      gint64 start = sl_storyboard_get_duration (storyboard) - ending;

      sl_palette_set (cr, SL_COLOUR_GROUND,
                      sl_motion_ease (t + frame_length (storyboard), start, ending));
      cairo_paint (cr);
    }
  cairo_restore (cr);
}

cairo_surface_t *
sl_picture_new (SlStoryboard *storyboard,
                guint         frame)
{
  cairo_surface_t *surface;
  cairo_t         *cr;

  g_return_val_if_fail (SL_IS_STORYBOARD (storyboard), NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                        (int)sl_storyboard_get_width (storyboard),
                                        (int)sl_storyboard_get_height (storyboard));
  cr = cairo_create (surface);
  sl_picture_draw (storyboard, frame, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

guint
sl_picture_frame_at (SlStoryboard *storyboard,
                     double        seconds)
{
  guint  last = sl_storyboard_get_n_frames (storyboard) - 1;
  double frame = seconds * sl_storyboard_get_frame_rate (storyboard) + 1e-6;

  return frame < last ? (guint)MAX (frame, 0.0) : last;
}
