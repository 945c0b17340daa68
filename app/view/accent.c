/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The casebook's accent as named colours for the style sheet. What stands on it is dark or light by its
 * luminance (WCAG 2.2, relative luminance), and where it stands by itself, as around what has the focus, it is
 * as dark or as light as it has to be there, so a casebook cannot make anything unreadable. Where the desktop asks for
 * high contrast, the cinema is black and white with lines around what belongs together.
 */
#include "accent.h"

#include <adwaita.h>
#include <math.h>

#define OWN_ACCENT "#e8ae4a"
#define LEAST 4.5      /* contrast to what is behind it (WCAG 2.2, 1.4.3) */
#define LEAST_CINEMA 7 /* and where one reads in the dark (1.4.6) */
#define STEP 0.04
#define CINEMA_GROUND 0.026 /* luminance of a card that is on */
#define DARK_GROUND 0.04    /* luminance of the lightest ground in the dark, which is that of menus */
#define LIGHT_GROUND 0.8    /* and of the darkest in the light, which is that of bars */

struct _SlAccent
{
  GdkDisplay     *display;
  GtkCssProvider *provider;
  GdkRGBA         colour;
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

static double
contrast (double one, double other)
{
  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

/* Makes @colour lighter, or darker, until it has @least contrast to a ground of luminance @ground. */
static void
stand_out (GdkRGBA *colour, double ground, double least)
{
  const float end = ground < 0.18 ? 1 : 0;

  while (contrast (luminance (colour), ground) < least)
    {
      colour->red += (end - colour->red) * (float)STEP;
      colour->green += (end - colour->green) * (float)STEP;
      colour->blue += (end - colour->blue) * (float)STEP;
    }
}

static const char *
get_contrast_colours (AdwStyleManager *style)
{
  if (!adw_style_manager_get_high_contrast (style))
    return "";
  return " @define-color sl_ground #000000; @define-color sl_raised #000000; @define-color sl_card #000000;"
         " @define-color sl_card_edge #b0b0b0; @define-color sl_edge #b0b0b0; @define-color sl_line #808080;"
         " @define-color sl_text #ffffff; @define-color sl_quiet #e4e4e4;";
}

static void
update (SlAccent *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (self->display);
  GdkRGBA          alone = self->colour, in_dark = self->colour;
  g_autofree char *on = gdk_rgba_to_string (&self->colour);
  g_autofree char *by_itself = NULL;
  g_autofree char *in_cinema = NULL;
  g_autofree char *css = NULL;

  stand_out (&alone, adw_style_manager_get_dark (style) ? DARK_GROUND : LIGHT_GROUND, LEAST);
  stand_out (&in_dark, CINEMA_GROUND, LEAST_CINEMA);
  in_cinema = gdk_rgba_to_string (&in_dark); /* where it is dark whatever the system prefers */
  by_itself = gdk_rgba_to_string (&alone);
  css = g_strdup_printf ("@define-color sl_accent %s; @define-color accent_bg_color %s; @define-color accent_fg_color %s;"
                         " @define-color accent_color %s;%s",
                         in_cinema, on, luminance (&self->colour) > 0.18 ? "#121417" : "#ffffff", by_itself, get_contrast_colours (style));
  gtk_css_provider_load_from_data (self->provider, css, -1);
}

SlAccent *
sl_accent_new (GdkDisplay *display)
{
  SlAccent *self = g_new0 (SlAccent, 1);

  self->display = g_object_ref (display);
  self->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_swapped (adw_style_manager_get_for_display (display), "notify::dark", G_CALLBACK (update), self);
  g_signal_connect_swapped (adw_style_manager_get_for_display (display), "notify::high-contrast", G_CALLBACK (update), self);
  sl_accent_set (self, NULL);
  return self;
}

void
sl_accent_free (SlAccent *self)
{
  g_signal_handlers_disconnect_by_data (adw_style_manager_get_for_display (self->display), self);
  gtk_style_context_remove_provider_for_display (self->display, GTK_STYLE_PROVIDER (self->provider));
  g_object_unref (self->provider);
  g_object_unref (self->display);
  g_free (self);
}

void
sl_accent_set (SlAccent *self, const char *colour)
{
  g_return_if_fail (self != NULL);

  if (colour == NULL || !gdk_rgba_parse (&self->colour, colour))
    gdk_rgba_parse (&self->colour, OWN_ACCENT);
  update (self);
}
