/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The casebook's accent as named colours for the style sheet. What stands on it is dark or light by its
 * luminance (WCAG 2.2, relative luminance), so a casebook cannot make a button unreadable.
 */
#include "accent.h"

#include <math.h>

#define OWN_ACCENT "#e8ae4a"

struct _SlAccent
{
  GdkDisplay     *display;
  GtkCssProvider *provider;
};

static double
linear (float channel)
{
  return channel <= 0.04045f ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) + 0.0722 * linear (colour->blue);
}

SlAccent *
sl_accent_new (GdkDisplay *display)
{
  SlAccent *self = g_new0 (SlAccent, 1);

  self->display = g_object_ref (display);
  self->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  sl_accent_set (self, NULL);
  return self;
}

void
sl_accent_free (SlAccent *self)
{
  gtk_style_context_remove_provider_for_display (self->display, GTK_STYLE_PROVIDER (self->provider));
  g_object_unref (self->provider);
  g_object_unref (self->display);
  g_free (self);
}

void
sl_accent_set (SlAccent *self, const char *colour)
{
  GdkRGBA          parsed;
  g_autofree char *css = NULL;

  g_return_if_fail (self != NULL);

  if (colour == NULL || !gdk_rgba_parse (&parsed, colour))
    {
      colour = OWN_ACCENT;
      gdk_rgba_parse (&parsed, colour);
    }
  css = g_strdup_printf ("@define-color sl_accent %s; @define-color accent_bg_color %s; @define-color accent_fg_color %s;",
                         colour,
                         colour,
                         luminance (&parsed) > 0.18 ? "#121417" : "#ffffff");
  gtk_css_provider_load_from_data (self->provider, css, -1);
}
