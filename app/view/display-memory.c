/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cairo shares memory with the X server in pools, and gives a pool back as soon as nothing lies in it any more. A
 * window that is drawn with cairo uses it for the length of one frame, so each frame had a pool of its own, fresh
 * from the kernel, which clears every page of it: for a film in full screen that is a quarter of all the drawing.
 * One image that is never drawn stays in the pool, and the pool stays.
 */
#include "config.h"

#include "display-memory.h"

#ifdef HAVE_X11
#include <cairo-xlib.h>
#include <gdk/x11/gdkx.h>
#endif

struct _SlDisplayMemory
{
  cairo_surface_t *kept; /* (nullable) */
  int              width;
  int              height;
};

SlDisplayMemory *
sl_display_memory_new (void)
{
  return g_new0 (SlDisplayMemory, 1);
}

void
sl_display_memory_free (SlDisplayMemory *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->kept, cairo_surface_destroy);
  g_free (self);
}

/* Returns: (nullable) (transfer full) */
static cairo_surface_t *
make_image (GdkSurface *surface, int width, int height)
{
  cairo_surface_t *image = NULL;

#ifdef HAVE_X11
  if (GDK_IS_X11_SURFACE (surface))
    {
      Display          *display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));
      const Window      window = gdk_x11_surface_get_xid (surface);
      XWindowAttributes attributes;
      cairo_surface_t  *on_screen;

      if (!XGetWindowAttributes (display, window, &attributes))
        return NULL;
      on_screen = cairo_xlib_surface_create (display, window, attributes.visual, width, height);
      image = cairo_surface_create_similar_image (on_screen, CAIRO_FORMAT_ARGB32, width, height);
      cairo_surface_destroy (on_screen);
    }
#endif
  return image;
}

void
sl_display_memory_keep (SlDisplayMemory *self, GdkSurface *surface)
{
  const int scale = gdk_surface_get_scale_factor (surface);
  const int width = gdk_surface_get_width (surface) * scale, height = gdk_surface_get_height (surface) * scale;

  g_return_if_fail (self != NULL && GDK_IS_SURFACE (surface));

  if (width < 1 || height < 1 || (width <= self->width && height <= self->height))
    return;
  g_clear_pointer (&self->kept, cairo_surface_destroy);
  self->kept = make_image (surface, width, height);
  self->width = width;
  self->height = height;
}
