/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The picture. A frame that the pipeline has already made as large as the widget is drawn pixel for pixel.
 * GTK 4.8's cairo renderer turns every pixel of a texture into floats and back, so under it the frame's own
 * memory is drawn as an opaque cairo surface; everywhere else it is a texture over the same memory.
 *
 * A surface that is finished while something recorded still refers to it is copied by cairo, all of it. The
 * window keeps what it drew last, so the last surfaces are kept a little longer than that.
 *
 * Of another output's picture a still copy is kept, which holds its texture and no pixels of its own: the output
 * empties its paintable between films, and may be ahead of what the session was told.
 */
#include "video-paintable.h"

/* The window's last drawing, the one under way, and one to be sure. */
#define N_SURFACES 3

/* What a drawing that outlives the paintable still refers to. */
typedef struct
{
  SlVideoPaintable *paintable; /* (nullable) (not owned) */
} Live;

struct _SlVideoPaintable
{
  GObject parent_instance;

  SlFrame    *frame;
  GdkTexture *texture; /* of the frame; made when it is first drawn */
  gboolean    cairo;

  cairo_surface_t *surfaces[N_SURFACES]; /* (nullable): those drawn last, the newest first */
  SlFrame         *drawn;                /* (transfer none) (nullable): the frame of the newest, to compare */

  gboolean        is_live;
  Live           *live;
  GskRenderNode  *live_node; /* (nullable): the same as long as the size is */
  cairo_region_t *anew;      /* (nullable): what of it has to be drawn */
  gboolean        is_odd;

  GstElement   *output;  /* (nullable) */
  GdkPaintable *source;  /* (nullable): of the output */
  GdkPaintable *still;   /* (nullable): what the source showed with the frame */
  guint         degrees; /* by which the still is turned */
};

enum {
  ARRIVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const cairo_user_data_key_t frame_key;

static cairo_surface_t *
make_surface (SlFrame *frame)
{
  cairo_surface_t *surface = cairo_image_surface_create_for_data ((guint8 *)sl_frame_get_pixels (frame),
                                                                  CAIRO_FORMAT_RGB24,
                                                                  (int)sl_frame_get_width (frame),
                                                                  (int)sl_frame_get_height (frame),
                                                                  (int)sl_frame_get_stride (frame));

  cairo_surface_set_user_data (surface, &frame_key, sl_frame_ref (frame), (cairo_destroy_func_t)sl_frame_unref);
  return surface;
}

/* Returns: (transfer none): the surface of the frame */
static cairo_surface_t *
get_surface (SlVideoPaintable *self)
{
  if (self->drawn == self->frame && self->surfaces[0] != NULL)
    return self->surfaces[0];
  g_clear_pointer (&self->surfaces[N_SURFACES - 1], cairo_surface_destroy);
  memmove (self->surfaces + 1, self->surfaces, sizeof self->surfaces[0] * (N_SURFACES - 1));
  self->surfaces[0] = make_surface (self->frame);
  self->drawn = self->frame;
  return self->surfaces[0];
}

static void
drop_surfaces (SlVideoPaintable *self)
{
  for (guint i = 0; i < N_SURFACES; i++)
    g_clear_pointer (&self->surfaces[i], cairo_surface_destroy);
  self->drawn = NULL;
}

static GdkTexture *
make_texture (SlFrame *frame)
{
  const gsize size = sl_frame_get_stride (frame) * (sl_frame_get_height (frame) - 1) + (gsize)sl_frame_get_width (frame) * 4;
  g_autoptr (GBytes) bytes =
    g_bytes_new_with_free_func (sl_frame_get_pixels (frame), size, (GDestroyNotify)sl_frame_unref, sl_frame_ref (frame));

  return gdk_memory_texture_new ((int)sl_frame_get_width (frame),
                                 (int)sl_frame_get_height (frame),
                                 GDK_MEMORY_B8G8R8A8_PREMULTIPLIED,
                                 bytes,
                                 sl_frame_get_stride (frame));
}

/* Pixel for pixel, where the pipeline made the frame for this place, cairo only copies. */
static void
draw_surface (SlVideoPaintable *self, GdkSnapshot *snapshot, double width, double height)
{
  const double frame_width = sl_frame_get_width (self->frame), frame_height = sl_frame_get_height (self->frame);
  cairo_t     *cr = gtk_snapshot_append_cairo (GTK_SNAPSHOT (snapshot), &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  if (ABS (width - frame_width) < 1 && ABS (height - frame_height) < 1)
    {
      cairo_set_source_surface (cr, get_surface (self), 0, 0);
      cairo_paint (cr);
    }
  else
    {
      cairo_scale (cr, width / frame_width, height / frame_height);
      cairo_set_source_surface (cr, get_surface (self), 0, 0);
      cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
      cairo_rectangle (cr, 0, 0, frame_width, frame_height);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

static cairo_surface_t *
acquire_cb (cairo_pattern_t *pattern, gpointer data, cairo_surface_t *target, const cairo_rectangle_int_t *extents)
{
  SlVideoPaintable *self = ((Live *)data)->paintable;

  if (self == NULL || self->frame == NULL || sl_frame_get_pixels (self->frame) == NULL)
    return cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  return cairo_surface_reference (get_surface (self));
}

static void
release_cb (cairo_pattern_t *pattern, gpointer data, cairo_surface_t *surface)
{
  cairo_surface_destroy (surface);
}

static cairo_status_t
copy_cb (cairo_pattern_t *pattern, gpointer data, const cairo_pattern_t *other)
{
  g_rc_box_acquire (data);
  return CAIRO_STATUS_SUCCESS;
}

static void
finish_cb (cairo_pattern_t *pattern, gpointer data)
{
  g_rc_box_release (data);
}

/* Asks for the frame when it is drawn, not now. */
static GskRenderNode *
make_live_node (SlVideoPaintable *self)
{
  const int        width = (int)sl_frame_get_width (self->frame), height = (int)sl_frame_get_height (self->frame);
  GskRenderNode   *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  cairo_t         *cr = gsk_cairo_node_get_draw_context (node);
  cairo_pattern_t *pattern = cairo_pattern_create_raster_source (g_rc_box_acquire (self->live), CAIRO_CONTENT_COLOR, width, height);

  cairo_raster_source_pattern_set_acquire (pattern, acquire_cb, release_cb);
  cairo_raster_source_pattern_set_copy (pattern, copy_cb);
  cairo_raster_source_pattern_set_finish (pattern, finish_cb);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source (cr, pattern);
  cairo_paint (cr);
  cairo_pattern_destroy (pattern);
  cairo_destroy (cr);
  return node;
}

/* A node that is the same is not drawn again. What is clear is not seen, but is another each time. */
static void
draw_live (SlVideoPaintable *self, GtkSnapshot *snapshot)
{
  if (self->live_node == NULL)
    self->live_node = make_live_node (self);
  gtk_snapshot_append_node (snapshot, self->live_node);
  self->is_odd = !self->is_odd;
  for (int i = 0; self->anew && i < cairo_region_num_rectangles (self->anew); i++)
    {
      cairo_rectangle_int_t part;

      cairo_region_get_rectangle (self->anew, i, &part);
      gtk_snapshot_append_color (snapshot,
                                 &(GdkRGBA){self->is_odd, 0, 0, 0},
                                 &GRAPHENE_RECT_INIT ((float)part.x, (float)part.y, (float)part.width, (float)part.height));
    }
}

static gboolean
fits (SlVideoPaintable *self, double width, double height)
{
  return ABS (width - sl_frame_get_width (self->frame)) < 0.01 && ABS (height - sl_frame_get_height (self->frame)) < 0.01;
}

/* A frame of a paused film in READY leaves nothing in the source, and is no picture. */
static gboolean
is_source_empty (SlVideoPaintable *self)
{
  return gdk_paintable_get_intrinsic_width (self->source) <= 0 || gdk_paintable_get_intrinsic_height (self->source) <= 0;
}

/* Returns: (transfer full): @paintable as it is now, turned clockwise */
static GdkPaintable *
keep (GdkPaintable *paintable, guint degrees)
{
  const float     width = (float)gdk_paintable_get_intrinsic_width (paintable);
  const float     height = (float)gdk_paintable_get_intrinsic_height (paintable);
  const gboolean  sideways = degrees % 180 != 0;
  graphene_size_t size = sideways ? GRAPHENE_SIZE_INIT (height, width) : GRAPHENE_SIZE_INIT (width, height);
  GtkSnapshot    *snapshot = gtk_snapshot_new ();

  if (degrees != 0)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (size.width / 2, size.height / 2));
      gtk_snapshot_rotate (snapshot, (float)degrees);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-width / 2, -height / 2));
    }
  gdk_paintable_snapshot (paintable, snapshot, (double)width, (double)height);
  return gtk_snapshot_free_to_paintable (snapshot, &size);
}

/* @still: (transfer full) */
static void
set_still (SlVideoPaintable *self, GdkPaintable *still)
{
  const gboolean same_size =
    self->still && gdk_paintable_get_intrinsic_width (still) == gdk_paintable_get_intrinsic_width (self->still) &&
    gdk_paintable_get_intrinsic_height (still) == gdk_paintable_get_intrinsic_height (self->still);

  g_clear_object (&self->still);
  self->still = still;
  if (!same_size)
    gdk_paintable_invalidate_size (GDK_PAINTABLE (self));
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

static void
source_changed_cb (SlVideoPaintable *self)
{
  if (is_source_empty (self))
    return;
  sl_paintable_sink_settle (self->output);
  g_signal_emit (self, signals[ARRIVED], 0);
  /* If the source is behind its newest frame, it says so again before anything is drawn. */
  if (self->frame && sl_frame_get_pixels (self->frame) == NULL && sl_paintable_sink_is_newest (self->output, self->frame))
    set_still (self, keep (self->source, self->degrees));
}

static void
sl_video_paintable_snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  SlVideoPaintable *self = SL_VIDEO_PAINTABLE (paintable);

  if (self->frame == NULL || width < 1 || height < 1)
    return;
  if (self->still)
    {
      gdk_paintable_snapshot (self->still, snapshot, width, height);
      return;
    }
  if (sl_frame_get_pixels (self->frame) == NULL)
    return;
  if (self->is_live && fits (self, width, height))
    {
      draw_live (self, GTK_SNAPSHOT (snapshot));
      return;
    }
  if (self->cairo)
    {
      draw_surface (self, snapshot, width, height);
      return;
    }
  if (self->texture == NULL)
    self->texture = make_texture (self->frame);
  gdk_paintable_snapshot (GDK_PAINTABLE (self->texture), snapshot, width, height);
}

static int
sl_video_paintable_get_intrinsic_width (GdkPaintable *paintable)
{
  SlVideoPaintable *self = SL_VIDEO_PAINTABLE (paintable);

  if (self->still)
    return gdk_paintable_get_intrinsic_width (self->still);
  return self->frame ? (int)sl_frame_get_width (self->frame) : 0;
}

static int
sl_video_paintable_get_intrinsic_height (GdkPaintable *paintable)
{
  SlVideoPaintable *self = SL_VIDEO_PAINTABLE (paintable);

  if (self->still)
    return gdk_paintable_get_intrinsic_height (self->still);
  return self->frame ? (int)sl_frame_get_height (self->frame) : 0;
}

static void
sl_video_paintable_paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = sl_video_paintable_snapshot;
  iface->get_intrinsic_width = sl_video_paintable_get_intrinsic_width;
  iface->get_intrinsic_height = sl_video_paintable_get_intrinsic_height;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SlVideoPaintable,
                               sl_video_paintable,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, sl_video_paintable_paintable_init))

static void
sl_video_paintable_dispose (GObject *object)
{
  SlVideoPaintable *self = SL_VIDEO_PAINTABLE (object);

  drop_surfaces (self);
  if (self->live)
    self->live->paintable = NULL;
  g_clear_pointer (&self->live, g_rc_box_release);
  g_clear_pointer (&self->live_node, gsk_render_node_unref);
  g_clear_pointer (&self->anew, cairo_region_destroy);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->frame, sl_frame_unref);
  g_clear_object (&self->still);
  g_clear_object (&self->source);
  g_clear_object (&self->output);

  G_OBJECT_CLASS (sl_video_paintable_parent_class)->dispose (object);
}

static void
sl_video_paintable_class_init (SlVideoPaintableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_video_paintable_dispose;

  signals[ARRIVED] = g_signal_new ("arrived", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_video_paintable_init (SlVideoPaintable *self)
{
  self->live = g_rc_box_new0 (Live);
  self->live->paintable = self;
}

SlVideoPaintable *
sl_video_paintable_new (void)
{
  return g_object_new (SL_TYPE_VIDEO_PAINTABLE, NULL);
}

static gboolean
same_size (SlFrame *a, SlFrame *b)
{
  return a && b && sl_frame_get_width (a) == sl_frame_get_width (b) && sl_frame_get_height (a) == sl_frame_get_height (b);
}

void
sl_video_paintable_set_frame (SlVideoPaintable *self, SlFrame *frame)
{
  const gboolean elsewhere = frame && sl_frame_get_pixels (frame) == NULL;
  gboolean       resized;

  g_return_if_fail (SL_IS_VIDEO_PAINTABLE (self));

  if (self->frame == frame)
    return;
  resized = self->still || !same_size (self->frame, frame);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->frame, sl_frame_unref);
  self->frame = frame ? sl_frame_ref (frame) : NULL;
  if (frame == NULL || elsewhere || self->is_live)
    drop_surfaces (self);
  if (resized)
    g_clear_pointer (&self->live_node, gsk_render_node_unref);
  if (elsewhere)
    return; /* the still of it comes at once */
  g_clear_object (&self->still);
  if (resized)
    gdk_paintable_invalidate_size (GDK_PAINTABLE (self));
  if (!self->is_live || self->live_node == NULL)
    gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

SlFrame *
sl_video_paintable_get_frame (SlVideoPaintable *self)
{
  g_return_val_if_fail (SL_IS_VIDEO_PAINTABLE (self), NULL);

  return self->frame;
}

void
sl_video_paintable_set_cairo (SlVideoPaintable *self, gboolean cairo)
{
  g_return_if_fail (SL_IS_VIDEO_PAINTABLE (self));

  self->cairo = cairo;
}

void
sl_video_paintable_set_live (SlVideoPaintable *self, gboolean live)
{
  g_return_if_fail (SL_IS_VIDEO_PAINTABLE (self));

  if (self->is_live == live)
    return;
  self->is_live = live;
  g_clear_pointer (&self->live_node, gsk_render_node_unref);
  g_clear_pointer (&self->anew, cairo_region_destroy);
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

void
sl_video_paintable_draw_anew (SlVideoPaintable *self, const cairo_region_t *region)
{
  g_return_if_fail (SL_IS_VIDEO_PAINTABLE (self) && region != NULL);

  g_clear_pointer (&self->anew, cairo_region_destroy);
  if (cairo_region_is_empty (region))
    return;
  self->anew = cairo_region_copy (region);
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

GskRenderNode *
sl_video_paintable_get_live_node (SlVideoPaintable *self)
{
  g_return_val_if_fail (SL_IS_VIDEO_PAINTABLE (self), NULL);

  return self->live_node;
}

void
sl_video_paintable_set_output (SlVideoPaintable *self, GstElement *output)
{
  g_return_if_fail (SL_IS_VIDEO_PAINTABLE (self));
  g_return_if_fail (SL_IS_PAINTABLE_SINK (output) && self->output == NULL);

  g_set_object (&self->output, output);
  g_set_object (&self->source, GDK_PAINTABLE (sl_paintable_sink_get_paintable (output)));
  g_signal_connect_object (self->source, "invalidate-contents", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
}

gboolean
sl_video_paintable_is_fed (SlVideoPaintable *self)
{
  g_return_val_if_fail (SL_IS_VIDEO_PAINTABLE (self), FALSE);

  return self->output && sl_paintable_sink_is_feeding (self->output);
}

gboolean
sl_video_paintable_has_picture (SlVideoPaintable *self)
{
  g_return_val_if_fail (SL_IS_VIDEO_PAINTABLE (self), FALSE);

  return self->still != NULL || (self->frame != NULL && sl_frame_get_pixels (self->frame) != NULL);
}

/* What only a graphics processor has is brought into memory, where any thread may read it. Takes @texture. */
static GdkTexture *
bring_into_memory (GdkTexture *texture)
{
  const int   width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  const gsize stride = (gsize)width * 4;
  guchar     *pixels;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) taken = texture;

  if (GDK_IS_MEMORY_TEXTURE (texture))
    return g_steal_pointer (&taken);
  pixels = g_malloc (stride * (gsize)height);
  gdk_texture_download (texture, pixels, stride);
  bytes = g_bytes_new_take (pixels, stride * (gsize)height);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

GdkTexture *
sl_video_paintable_take_picture (SlVideoPaintable *self, GskRenderer *renderer)
{
  GtkSnapshot *snapshot;
  g_autoptr (GskRenderNode) node = NULL;
  int width, height;

  g_return_val_if_fail (SL_IS_VIDEO_PAINTABLE (self), NULL);
  g_return_val_if_fail (GSK_IS_RENDERER (renderer), NULL);

  if (self->still == NULL)
    return self->frame && sl_frame_get_pixels (self->frame) ? make_texture (self->frame) : NULL;
  width = gdk_paintable_get_intrinsic_width (GDK_PAINTABLE (self));
  height = gdk_paintable_get_intrinsic_height (GDK_PAINTABLE (self));
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (GDK_PAINTABLE (self), snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return NULL;
  return bring_into_memory (gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height)));
}

void
sl_video_paintable_set_turn (SlVideoPaintable *self, guint degrees)
{
  guint more;

  g_return_if_fail (SL_IS_VIDEO_PAINTABLE (self));
  g_return_if_fail (degrees % 90 == 0 && degrees < 360);

  more = (degrees + 360 - self->degrees) % 360;
  self->degrees = degrees;
  if (self->still && more != 0)
    set_still (self, keep (self->still, more));
}
