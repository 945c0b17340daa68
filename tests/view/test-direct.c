/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Frames that go past the toolkit, on the screen of a real X server: what is read back from it is the frame of this
 * cycle, with what lies over it, and memory that was given back is never seen. Needs a display.
 */
#include "direct-picture.h"
#include "shared-memory.h"
#include "view-world.h"

#include <X11/Xutil.h>
#include <gdk/x11/gdkx.h>

#define WIDTH 320
#define HEIGHT 180
#define GONE 0x00ff00ff

typedef struct
{
  GtkWidget        *window;
  GtkWidget        *picture;
  GtkWidget        *cover;
  SlVideoPaintable *paintable;
  SlDirectPicture  *direct;
  GstAllocator     *allocator;
  SlFrame          *next; /* (nullable) */
  gboolean          cairo;
  guint             n_cycles;
  guint             n_frames; /* that are not given back */
} Show;

typedef struct
{
  Show      *show;
  GstBuffer *buffer;
} Lent;

static void
fill (GstBuffer *buffer, guint32 color)
{
  GstMapInfo map;

  g_assert_true (gst_buffer_map (buffer, &map, GST_MAP_WRITE));
  for (gsize i = 0; i < map.size / 4; i++)
    ((guint32 *)(gpointer)map.data)[i] = color;
  gst_buffer_unmap (buffer, &map);
}

/* Whoever has the memory next writes to it at once. */
static void
give_back (gpointer data)
{
  Lent *lent = data;

  fill (lent->buffer, 0xff000000 | GONE);
  gst_buffer_unref (lent->buffer);
  lent->show->n_frames--;
  g_free (lent);
}

static SlFrame *
make_frame (Show *show, guint32 color, gboolean shared)
{
  const gsize        size = WIDTH * HEIGHT * 4;
  const SlFrameStamp stamp = {0, 0, -1, 0, 0};
  Lent              *lent = g_new0 (Lent, 1);
  GstMapInfo         map;
  SlFrame           *frame;
  gsize              offset;
  int                file;

  lent->show = show;
  lent->buffer = gst_buffer_new_allocate (shared ? show->allocator : NULL, size, NULL);
  fill (lent->buffer, 0xff000000 | color);
  g_assert_true (gst_buffer_map (lent->buffer, &map, GST_MAP_READ));
  frame = sl_frame_new (&stamp, map.data, WIDTH, HEIGHT, WIDTH * 4, lent, give_back);
  g_assert_cmpint (sl_shared_memory_find (lent->buffer, map.data, &file, &offset), ==, shared);
  if (shared)
    sl_frame_share (frame, file, offset);
  gst_buffer_unmap (lent->buffer, &map);
  show->n_frames++;
  return frame;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Show *show = data;
  g_autoptr (SlFrame) frame = g_steal_pointer (&show->next);

  sl_direct_picture_show (show->direct, frame, show->cairo);
  return G_SOURCE_REMOVE;
}

static void
cycle_cb (Show *show)
{
  show->n_cycles++;
}

/* Shows @frame (transfer full), or only waits for a drawing. */
static void
run_cycle (Show *show, SlFrame *frame)
{
  guint before;

  show->next = frame;
  if (frame)
    gtk_widget_add_tick_callback (show->picture, tick_cb, show, NULL);
  else
    gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (show->window), GDK_FRAME_CLOCK_PHASE_PAINT);
  before = show->n_cycles;
  wait_until (show->n_cycles > before && show->next == NULL);
}

static guint32
read_pixel (Show *show, int x, int y)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (show->window));
  Display    *display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));
  XImage     *image = XGetImage (display, gdk_x11_surface_get_xid (surface), x, y, 1, 1, AllPlanes, ZPixmap);
  guint32     value;

  g_assert_nonnull (image);
  value = (guint32)XGetPixel (image, 0, 0) & 0xffffff;
  XDestroyImage (image);
  return value;
}

/* All over the picture, without what is covered. */
static void
assert_color (Show *show, guint32 color)
{
  static const int places[][2] = {{1, 1}, {WIDTH - 2, 1}, {1, HEIGHT - 2}, {WIDTH - 2, HEIGHT - 2}, {WIDTH / 2, HEIGHT - 40}, {60, 30}};

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmphex (read_pixel (show, places[i][0], places[i][1]), ==, color);
}

/* 40 x 40 pixels of white through which half is seen. */
static GdkTexture *
make_veil (void)
{
  g_autofree guint8 *pixels = g_malloc (40 * 40 * 4);
  g_autoptr (GBytes) bytes = NULL;

  memset (pixels, 0x80, 40 * 40 * 4);
  bytes = g_bytes_new_take (g_steal_pointer (&pixels), 40 * 40 * 4);
  return gdk_memory_texture_new (40, 40, GDK_MEMORY_B8G8R8A8_PREMULTIPLIED, bytes, 40 * 4);
}

static gboolean
begin (Show *show)
{
  g_autoptr (GdkTexture) veil = make_veil ();
  GtkWidget *overlay;

  if (!GDK_IS_X11_DISPLAY (gdk_display_get_default ()) || g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") != 0)
    {
      g_test_skip ("only under X11 with cairo");
      return FALSE;
    }
  show->cairo = TRUE;
  show->allocator = sl_shared_memory_new ();
  show->paintable = sl_video_paintable_new ();
  sl_video_paintable_set_cairo (show->paintable, TRUE);
  show->picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (show->paintable));
  gtk_picture_set_can_shrink (GTK_PICTURE (show->picture), TRUE);
  gtk_picture_set_content_fit (GTK_PICTURE (show->picture), GTK_CONTENT_FIT_FILL);
  show->cover = gtk_picture_new_for_paintable (GDK_PAINTABLE (veil));
  g_object_set (show->cover, "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_START, "visible", FALSE, NULL);
  overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (overlay), show->picture);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), show->cover);
  show->direct = sl_direct_picture_new (show->picture, show->paintable);
  show->window = g_object_new (GTK_TYPE_WINDOW, "child", overlay, "decorated", FALSE, "default-width", WIDTH, "default-height", HEIGHT, NULL);
  gtk_window_present (GTK_WINDOW (show->window));
  view_world_wait_for_paint (show->window);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (show->window), "after-paint", G_CALLBACK (cycle_cb), show);
  run_cycle (show, make_frame (show, 0x102030, TRUE));
  return TRUE;
}

static void
end (Show *show)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (show->window), show);
  sl_direct_picture_free (show->direct);
  sl_video_paintable_set_frame (show->paintable, NULL);
  gtk_window_destroy (GTK_WINDOW (show->window));
  g_assert_finalize_object (show->paintable);
  g_assert_cmpuint (show->n_frames, ==, 0);
  gst_object_unref (show->allocator);
}

static guint32
color_of (guint i)
{
  return (i * 7919 + 0x010203) & 0xffffff;
}

static void
test_frames (void)
{
  Show  show = {0};
  guint before;

  if (!begin (&show))
    return;
  before = sl_direct_picture_count (show.direct);
  for (guint i = 0; i < 100; i++)
    {
      run_cycle (&show, make_frame (&show, color_of (i), TRUE));
      assert_color (&show, color_of (i));
      g_assert_cmphex (read_pixel (&show, WIDTH / 2, 20), ==, color_of (i));
      g_assert_cmpuint (show.n_frames, <=, 4);
    }
  g_assert_cmpuint (sl_direct_picture_count (show.direct), ==, before + 100);
  /* What lost its pixels gets them back: those of now. */
  gtk_widget_queue_draw (show.picture);
  run_cycle (&show, NULL);
  assert_color (&show, color_of (99));
  end (&show);
}

static guint32
veiled (guint32 color)
{
  guint32 result = 0;

  for (int shift = 0; shift < 24; shift += 8)
    result |= (0x80 + ((((color >> shift) & 255) * 127 + 127) / 255)) << shift;
  return result;
}

/* By one, as cairo rounds. */
static void
assert_near (guint32 a, guint32 b)
{
  for (int shift = 0; shift < 24; shift += 8)
    g_assert_cmpint (ABS ((int)((a >> shift) & 255) - (int)((b >> shift) & 255)), <=, 1);
}

/* What comes and goes over a film lies over the frame of the moment. */
static void
test_cover (void)
{
  Show  show = {0};
  guint before;

  if (!begin (&show))
    return;
  before = sl_direct_picture_count (show.direct);
  for (guint i = 0; i < 60; i++)
    {
      gtk_widget_set_visible (show.cover, i % 6 < 3);
      run_cycle (&show, make_frame (&show, color_of (i), TRUE));
      assert_color (&show, color_of (i));
      assert_near (read_pixel (&show, WIDTH / 2, 20), i % 6 < 3 ? veiled (color_of (i)) : color_of (i));
    }
  g_assert_cmpuint (sl_direct_picture_count (show.direct), ==, before + 60);
  gtk_widget_set_visible (show.cover, TRUE);
  run_cycle (&show, NULL);
  assert_near (read_pixel (&show, WIDTH / 2, 20), veiled (color_of (59)));
  gtk_widget_set_visible (show.cover, FALSE);
  run_cycle (&show, NULL);
  g_assert_cmphex (read_pixel (&show, WIDTH / 2, 20), ==, color_of (59));
  end (&show);
}

/* Where a frame cannot go past the toolkit it goes through it, and back again. */
static void
test_ways (void)
{
  Show show = {0};

  if (!begin (&show))
    return;
  for (guint i = 0; i < 40; i++)
    {
      const guint before = sl_direct_picture_count (show.direct);
      const guint way = i % 4;
      guint32     shown;

      show.cairo = way != 1;
      gtk_widget_set_opacity (show.picture, way == 2 ? 0.5 : 1);
      run_cycle (&show, make_frame (&show, color_of (i), way != 3));
      if (way == 2)
        {
          /* It is known only now that it has to be drawn, which is done in the next cycle. */
          run_cycle (&show, NULL);
          shown = read_pixel (&show, WIDTH / 2, 100);
          run_cycle (&show, make_frame (&show, color_of (i), TRUE));
          g_assert_cmphex (read_pixel (&show, WIDTH / 2, 100), ==, shown);
        }
      else
        {
          assert_color (&show, color_of (i));
        }
      g_assert_cmpuint (sl_direct_picture_count (show.direct), ==, before + (way == 0));
    }
  end (&show);
}

/* Without a picture there is none, and the next is one again. */
static void
test_nothing (void)
{
  Show show = {0};

  if (!begin (&show))
    return;
  for (guint i = 0; i < 10; i++)
    {
      sl_video_paintable_set_frame (show.paintable, NULL);
      run_cycle (&show, NULL);
      g_assert_cmphex (read_pixel (&show, WIDTH / 2, 100), !=, color_of (i - 1));
      run_cycle (&show, make_frame (&show, color_of (i), TRUE));
      assert_color (&show, color_of (i));
    }
  end (&show);
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);

  g_test_add_func ("/direct/frames", test_frames);
  g_test_add_func ("/direct/cover", test_cover);
  g_test_add_func ("/direct/ways", test_ways);
  g_test_add_func ("/direct/nothing", test_nothing);

  return g_test_run ();
}
