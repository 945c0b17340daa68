/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the colours go by. The colours themselves are the style's. */
#include "lights.h"

#include "settings.h"

#define SCHEME "color-scheme"

struct _SlLights
{
  GObject parent_instance;

  GtkWindow *window;   /* (nullable) (weak) */
  GSettings *settings; /* (nullable) */
  gboolean   watching;
};

G_DEFINE_FINAL_TYPE (SlLights, sl_lights, G_TYPE_OBJECT)

static AdwColorScheme
find_scheme (SlLights *self)
{
  g_autofree char *wanted = self->settings ? g_settings_get_string (self->settings, SCHEME) : NULL;

  if (self->watching || g_strcmp0 (wanted, "dark") == 0)
    return ADW_COLOR_SCHEME_FORCE_DARK;
  return g_strcmp0 (wanted, "light") == 0 ? ADW_COLOR_SCHEME_FORCE_LIGHT : ADW_COLOR_SCHEME_DEFAULT;
}

static void
update (SlLights *self)
{
  if (self->window == NULL)
    return;
  adw_style_manager_set_color_scheme (adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self->window))),
                                      find_scheme (self));
  if (self->watching)
    gtk_widget_add_css_class (GTK_WIDGET (self->window), "watching");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->window), "watching");
}

static void
sl_lights_dispose (GObject *object)
{
  SlLights *self = SL_LIGHTS (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sl_lights_parent_class)->dispose (object);
}

static void
sl_lights_class_init (SlLightsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_lights_dispose;
}

static void
sl_lights_init (SlLights *self)
{
  self->settings = sl_settings_new ();
  if (self->settings)
    g_signal_connect_object (self->settings, "changed::" SCHEME, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

SlLights *
sl_lights_new (GtkWindow *window)
{
  SlLights *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  self = g_object_new (SL_TYPE_LIGHTS, NULL);
  g_set_weak_pointer (&self->window, window);
  return self;
}

void
sl_lights_dim (SlLights *self, gboolean watching)
{
  g_return_if_fail (SL_IS_LIGHTS (self));

  self->watching = watching;
  update (self);
}
