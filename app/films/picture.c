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

/* The clip makes the promise of canvas.h hold whatever a scene does. */
static void
draw_scene (cairo_t      *cr,
            const SlShot *shot,
            gint64        t)
{
  cairo_rectangle (cr, SL_BAND_LEFT, SL_BAND_TOP,
                   SL_BAND_RIGHT - SL_BAND_LEFT, SL_BAND_BOTTOM - SL_BAND_TOP);
  cairo_clip (cr);
  shot->scene->draw (cr, shot->parameters, t);
}

/* The ground, and a shot on it if there is one, as it is at @t of its own time. */
static cairo_surface_t *
draw_sheet (SlStoryboard *storyboard,
            const SlShot *shot,
            gint64        t)
{
  int              width = (int)sl_storyboard_get_width (storyboard);
  int              height = (int)sl_storyboard_get_height (storyboard);
  cairo_surface_t *sheet = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (sheet);

  sl_palette_set (cr, SL_COLOUR_GROUND, 1.0);
  cairo_paint (cr);
  cairo_scale (cr, width / SL_CANVAS_WIDTH, height / SL_CANVAS_HEIGHT);
  if (shot != NULL)
    draw_scene (cr, shot, t);
  cairo_destroy (cr);
  cairo_surface_flush (sheet);

  return sheet;
}

/* Turns @picture into @share of @other. Where they are the same they stay so to the last bit, which
 * painting with alpha does not promise. Takes @other. */
static void
blend (cairo_surface_t *picture,
       cairo_surface_t *other,
       double           share)
{
  guint   part = (guint)(share * 256 + 0.5);
  gsize   stride = (gsize)cairo_image_surface_get_stride (picture);
  gsize   size = stride * (gsize)cairo_image_surface_get_height (picture);
  guint8 *to = cairo_image_surface_get_data (picture);
  guint8 *from = cairo_image_surface_get_data (other);

  for (gsize i = 0; i < size; i++)
    to[i] = (guint8)((to[i] * (256 - part) + from[i] * part + 128) >> 8);
  cairo_surface_mark_dirty (picture);
  cairo_surface_destroy (other);
}

cairo_surface_t *
sl_picture_new (SlStoryboard *storyboard,
                guint         frame)
{
  cairo_surface_t *picture;
  const SlShot    *shot;
  const SlShot    *before = NULL;
  gint64           t, ending;
  guint            position;
  double           share;

  g_return_val_if_fail (SL_IS_STORYBOARD (storyboard), NULL);
  g_return_val_if_fail (frame < sl_storyboard_get_n_frames (storyboard), NULL);

  t = sl_storyboard_find_picture (storyboard, frame) * SL_MOTION_SECOND / sl_storyboard_get_frame_rate (storyboard);
  position = sl_storyboard_find_shot (storyboard, t);
  shot = sl_storyboard_get_shot (storyboard, position);
  if (position > 0)
    before = sl_storyboard_get_shot (storyboard, position - 1);
  picture = draw_sheet (storyboard, shot, t - shot->start);

  share = sl_motion_ease (t, shot->start, shot->dissolve);
  if (share < 1)
    {
      gint64 last = before != NULL ? before->end - before->start - frame_length (storyboard) : 0;

      blend (picture, draw_sheet (storyboard, before, last), 1 - share);
    }
  ending = sl_storyboard_get_ending (storyboard);
  share = sl_motion_ease (t + frame_length (storyboard),
                          sl_storyboard_get_duration (storyboard) - ending, ending);
  if (ending > 0 && share > 0)
    blend (picture, draw_sheet (storyboard, NULL, 0), share);

  return picture;
}

guint
sl_picture_frame_at (SlStoryboard *storyboard,
                     double        seconds)
{
  guint  last = sl_storyboard_get_n_frames (storyboard) - 1;
  double frame = seconds * sl_storyboard_get_frame_rate (storyboard) + 1e-6;

  return frame < last ? (guint)MAX (frame, 0.0) : last;
}
