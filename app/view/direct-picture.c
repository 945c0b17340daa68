/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GTK without a graphics processor clears, copies and copies again all that has changed, which for a film is the
 * screen. On a local X server a frame is put on the window itself, after GTK has drawn: no more than what nothing is
 * drawn over. What is covered GTK draws anew with each frame; and whenever it draws the picture, for whatever reason,
 * it is the frame of this moment.
 */
#include "config.h"

#include "direct-picture.h"

#include "cover.h"
#include "x11-put.h"

#define CORNER 24 /* pixels, of a window that may be round */

struct _SlDirectPicture
{
  GtkWidget        *picture; /* (not owned) */
  SlVideoPaintable *paintable;

  GdkSurface    *surface; /* (nullable): whose the rest is */
  SlX11Put      *put;     /* (nullable) */
  GdkFrameClock *clock;
  gulong         drawn_id;

  GskRenderNode  *drawing; /* (nullable): that the two below are of */
  cairo_region_t *open;    /* (nullable): what of the picture is seen; NULL when it is not drawn as it is */
  int             x;       /* of the picture, in the drawing */
  int             y;
  gboolean        is_awaited; /* a frame that is not on the screen yet */
  guint           count;
};

/* What only moves a drawing is made anew each time. */
static GskRenderNode *
unwrap (GskRenderNode *node)
{
  for (;;)
    if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
      node = gsk_transform_node_get_child (node);
    else
      return node;
}

static void
forget_drawing (SlDirectPicture *self)
{
  g_clear_pointer (&self->drawing, gsk_render_node_unref);
  g_clear_pointer (&self->open, cairo_region_destroy);
}

/* Returns: (transfer full) (nullable): what @window drew last; it was kept, and is not drawn for this */
static GskRenderNode *
take_drawing (GtkWidget *window)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (window); child; child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (window, child, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

/* How round a window is cannot be seen in its children. */
static void
leave_corners (SlDirectPicture *self, GtkWindow *window)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (window)), height = gtk_widget_get_height (GTK_WIDGET (window));

  if (self->open == NULL || gtk_window_is_fullscreen (window) || gtk_window_is_maximized (window) || !gtk_window_get_decorated (window))
    return;
  for (int i = 0; i < 4; i++)
    {
      const cairo_rectangle_int_t corner = {(i % 2 ? width - CORNER : 0) - self->x, (i / 2 ? height - CORNER : 0) - self->y, CORNER, CORNER};

      cairo_region_subtract_rectangle (self->open, &corner);
    }
}

/* Looks where the picture is in what GTK drew last. */
static void
look (SlDirectPicture *self)
{
  GskRenderNode *wanted = sl_video_paintable_get_live_node (self->paintable);
  g_autoptr (GskRenderNode) node = take_drawing (GTK_WIDGET (gtk_widget_get_native (self->picture)));

  if (node && self->drawing == unwrap (node))
    return;
  forget_drawing (self);
  if (node == NULL || wanted == NULL)
    return;
  self->drawing = gsk_render_node_ref (unwrap (node));
  sl_cover_find (node, wanted, &self->x, &self->y, &self->open);
  leave_corners (self, GTK_WINDOW (gtk_widget_get_native (self->picture)));
}

static void
give_up (SlDirectPicture *self)
{
  g_clear_pointer (&self->put, sl_x11_put_free);
  forget_drawing (self);
  sl_video_paintable_set_live (self->paintable, FALSE);
}

/* What GTK has to draw of the picture. Returns: (transfer full) */
static cairo_region_t *
find_covered (SlDirectPicture *self, SlFrame *frame)
{
  cairo_region_t *covered =
    cairo_region_create_rectangle (&(cairo_rectangle_int_t){0, 0, (int)sl_frame_get_width (frame), (int)sl_frame_get_height (frame)});

  if (self->open)
    cairo_region_subtract (covered, self->open);
  return covered;
}

/* Everything that GTK had to draw in this cycle is drawn. */
static void
drawn_cb (GdkFrameClock *clock, SlDirectPicture *self)
{
  SlFrame *frame = sl_video_paintable_get_frame (self->paintable);
  double   x, y;

  if (!self->is_awaited || frame == NULL || self->put == NULL)
    return;
  self->is_awaited = FALSE;
  if (!gtk_widget_get_mapped (self->picture))
    return;
  look (self);
  if (self->open == NULL)
    {
      cairo_region_t *all = find_covered (self, frame);

      sl_video_paintable_draw_anew (self->paintable, all);
      cairo_region_destroy (all);
      return;
    }
  gtk_native_get_surface_transform (gtk_widget_get_native (self->picture), &x, &y);
  if (!sl_x11_put_frame (self->put, frame, self->x + (int)x, self->y + (int)y, self->open))
    give_up (self);
  else
    self->count++;
}

static void
take_surface (SlDirectPicture *self, GdkSurface *surface)
{
  self->surface = g_object_ref (surface);
  self->put = sl_x11_put_new (surface);
  if (self->put == NULL)
    return;
  self->clock = g_object_ref (gdk_surface_get_frame_clock (surface));
  self->drawn_id = g_signal_connect (self->clock, "after-paint", G_CALLBACK (drawn_cb), self);
}

/* Whether @frame fits the picture pixel for pixel, on a window that frames can be put on. */
static gboolean
is_possible (SlDirectPicture *self, SlFrame *frame)
{
  GtkNative  *native = gtk_widget_get_native (self->picture);
  GdkSurface *surface = native ? gtk_native_get_surface (native) : NULL;
  gsize       offset;
  int         file;

  if (surface == NULL || !GTK_IS_WINDOW (native) || !gtk_widget_get_mapped (self->picture) || !sl_frame_get_shared (frame, &file, &offset))
    return FALSE;
  if (surface != self->surface)
    {
      sl_direct_picture_stop (self);
      take_surface (self, surface);
    }
  return self->put && gdk_surface_get_scale_factor (surface) == 1 &&
         gtk_widget_get_opacity (GTK_WIDGET (native)) >= 1 &&
         (int)sl_frame_get_width (frame) == gtk_widget_get_width (self->picture) &&
         (int)sl_frame_get_height (frame) == gtk_widget_get_height (self->picture);
}

SlDirectPicture *
sl_direct_picture_new (GtkWidget *picture, SlVideoPaintable *paintable)
{
  SlDirectPicture *self = g_new0 (SlDirectPicture, 1);

  g_return_val_if_fail (GTK_IS_WIDGET (picture) && SL_IS_VIDEO_PAINTABLE (paintable), NULL);

  self->picture = picture;
  self->paintable = g_object_ref (paintable);
  return self;
}

void
sl_direct_picture_free (SlDirectPicture *self)
{
  g_return_if_fail (self != NULL);

  sl_direct_picture_stop (self);
  g_object_unref (self->paintable);
  g_free (self);
}

void
sl_direct_picture_show (SlDirectPicture *self, SlFrame *frame, gboolean cairo)
{
  gboolean possible;

  g_return_if_fail (self != NULL && frame != NULL);

  possible = cairo && is_possible (self, frame);
  sl_video_paintable_set_live (self->paintable, possible);
  sl_video_paintable_set_frame (self->paintable, frame);
  self->is_awaited = possible;
  if (possible)
    {
      cairo_region_t *covered = find_covered (self, frame);

      sl_video_paintable_draw_anew (self->paintable, covered);
      cairo_region_destroy (covered);
    }
  else
    {
      forget_drawing (self);
    }
}

void
sl_direct_picture_stop (SlDirectPicture *self)
{
  g_return_if_fail (self != NULL);

  self->is_awaited = FALSE;
  if (self->surface)
    give_up (self);
  if (self->clock)
    g_clear_signal_handler (&self->drawn_id, self->clock);
  g_clear_object (&self->clock);
  g_clear_object (&self->surface);
}

guint
sl_direct_picture_count (SlDirectPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->count;
}
