/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gtk4paintablesink is worth it where GTK draws with a graphics processor. Where it draws with cairo every picture
 * would be scaled by it, at twice the price of our own way. Who draws is only known of a surface, so one is made
 * for the question, and only where that sink is installed.
 */
#include "config.h"

#include "video-output.h"

#include "paintable-sink.h"

#include <gsk/gsk.h>

static gboolean
is_drawn_with_cairo (GdkDisplay *display)
{
  GdkSurface *surface = gdk_surface_new_toplevel (display);
  g_autoptr (GskRenderer) renderer = gsk_renderer_new_for_surface (surface);
  const gboolean cairo = renderer == NULL || g_str_equal (G_OBJECT_TYPE_NAME (renderer), "GskCairoRenderer");

  if (renderer)
    gsk_renderer_unrealize (renderer);
  gdk_surface_destroy (surface);
  return cairo;
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
    output = is_drawn_with_cairo (display) ? SL_VIDEO_OUTPUT_OWN : SL_VIDEO_OUTPUT_GTK4;
  if (output == SL_VIDEO_OUTPUT_GTK4)
    sink = sl_paintable_sink_new ();
  return sl_player_new (&(SlPlayerWorld){.video_output = sink});
}
