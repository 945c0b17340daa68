/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scale and the conductor say the same, whichever of them was moved. */
#include "config.h"

#include "volume-button.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _SlVolumeButton
{
  GtkWidget parent_instance;

  SlConductor *conductor;
  gboolean     showing; /* the scale is moved by what it shows, not by hand */

  /* Template children. */
  GtkMenuButton *button;
  GtkRange      *scale;
  GtkLabel      *percent;
};

G_DEFINE_FINAL_TYPE (SlVolumeButton, sl_volume_button, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_CONDUCTOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
find_icon (double volume, gboolean muted)
{
  if (muted || volume <= 0)
    return "audio-volume-muted-symbolic";
  if (volume < 1.0 / 3)
    return "audio-volume-low-symbolic";
  return volume < 2.0 / 3 ? "audio-volume-medium-symbolic" : "audio-volume-high-symbolic";
}

static void
show (SlVolumeButton *self)
{
  const double   volume = sl_conductor_get_volume (self->conductor);
  const gboolean muted = sl_conductor_get_muted (self->conductor);
  const double   percent = round (volume * 100);
  /* Translators: how loud the film is. */
  g_autofree char *text = g_strdup_printf (C_ ("volume", "%.0f %%"), percent);
  /* Translators: spoken name of the button; %s is how loud the film is, such as “50 %”. */
  g_autofree char *name = muted ? g_strdup (_ ("Volume, sound off")) : g_strdup_printf (_ ("Volume, %s"), text);

  gtk_menu_button_set_icon_name (self->button, find_icon (volume, muted));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* Which has the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->button))), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->showing = TRUE;
  gtk_range_set_value (self->scale, percent);
  self->showing = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  gtk_label_set_label (self->percent, text);
}

static void
moved_cb (SlVolumeButton *self)
{
  if (self->showing || self->conductor == NULL)
    return;
  sl_conductor_set_volume (self->conductor, gtk_range_get_value (self->scale) / 100);
  sl_conductor_set_muted (self->conductor, FALSE);
}

static void
sl_volume_button_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CONDUCTOR:
      g_value_set_object (value, SL_VOLUME_BUTTON (object)->conductor);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_volume_button_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlVolumeButton *self = SL_VOLUME_BUTTON (object);

  switch (prop_id)
    {
    case PROP_CONDUCTOR:
      if (!g_set_object (&self->conductor, g_value_get_object (value)))
        return;
      if (self->conductor)
        {
          g_signal_connect_object (self->conductor, "notify::volume", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (self->conductor, "notify::muted", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
          show (self);
        }
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_volume_button_dispose (GObject *object)
{
  SlVolumeButton *self = SL_VOLUME_BUTTON (object);
  GtkWidget      *button = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&button, gtk_widget_unparent);
  g_clear_object (&self->conductor);

  G_OBJECT_CLASS (sl_volume_button_parent_class)->dispose (object);
}

static void
sl_volume_button_class_init (SlVolumeButtonClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const int       flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_volume_button_dispose;
  object_class->get_property = sl_volume_button_get_property;
  object_class->set_property = sl_volume_button_set_property;

  properties[PROP_CONDUCTOR] = g_param_spec_object ("conductor", NULL, NULL, SL_TYPE_CONDUCTOR, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/volume-button.ui");
  gtk_widget_class_bind_template_child (widget_class, SlVolumeButton, button);
  gtk_widget_class_bind_template_child (widget_class, SlVolumeButton, scale);
  gtk_widget_class_bind_template_child (widget_class, SlVolumeButton, percent);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
}

static void
sl_volume_button_init (SlVolumeButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
