/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gtk4paintablesink is worth it where GTK draws with a graphics processor. Without one, whether GTK draws with cairo
 * or with GL that Mesa computes, it shows only some of the pictures for the same price (of 300 in 1080p 39 and 3, our
 * own way 280 and 214). Who draws is only known of a surface, so one is made for the question, and only where that
 * sink is installed.
 */
#include "config.h"

#include "video-output.h"

#include "paintable-sink.h"

#include <epoxy/gl.h>
#include <gsk/gsk.h>

/* Whether GL on @surface is there, and not computed. */
static gboolean
has_fast_gl (GdkSurface *surface)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkGLContext) context = gdk_surface_create_gl_context (surface, &error);
  const char *name = NULL;

  if (context == NULL || !gdk_gl_context_realize (context, &error))
    {
      g_debug ("no GL: %s", error->message);
      return FALSE;
    }
  gdk_gl_context_make_current (context);
  name = (const char *)glGetString (GL_RENDERER);
  g_debug ("GL: %s", name);
  gdk_gl_context_clear_current ();
  return name && strstr (name, "llvmpipe") == NULL && strstr (name, "softpipe") == NULL && strstr (name, "oftware") == NULL;
}

static gboolean
is_drawn_fast (GdkDisplay *display)
{
  GdkSurface *surface = gdk_surface_new_toplevel (display);
  g_autoptr (GskRenderer) renderer = gsk_renderer_new_for_surface (surface);
  const gboolean fast =
    renderer && !g_str_equal (G_OBJECT_TYPE_NAME (renderer), "GskCairoRenderer") && has_fast_gl (surface);

  if (renderer)
    gsk_renderer_unrealize (renderer);
  gdk_surface_destroy (surface);
  return fast;
}

gboolean
sl_video_output_parse (const char *name, SlVideoOutput *output)
{
  g_return_val_if_fail (output != NULL, FALSE);

  if (name == NULL)
    *output = SL_VIDEO_OUTPUT_BEST;
  else if (g_str_equal (name, "own"))
    *output = SL_VIDEO_OUTPUT_OWN;
  else if (g_str_equal (name, "gtk4"))
    *output = SL_VIDEO_OUTPUT_GTK4;
  else
    return FALSE;
  return TRUE;
}

SlPlayer *
sl_video_output_new_player (SlVideoOutput output, GdkDisplay *display)
{
  g_autoptr (GstElement) sink = NULL;

  g_return_val_if_fail (GDK_IS_DISPLAY (display), NULL);

  if (output == SL_VIDEO_OUTPUT_BEST && SL_TYPE_PAINTABLE_SINK != G_TYPE_INVALID)
    output = is_drawn_fast (display) ? SL_VIDEO_OUTPUT_GTK4 : SL_VIDEO_OUTPUT_OWN;
  if (output == SL_VIDEO_OUTPUT_GTK4)
    sink = sl_paintable_sink_new ();
  return sl_player_new (&(SlPlayerWorld){.video_output = sink});
}
