/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session that a pane looks at, and the end of its children. */
#include "pane.h"

typedef struct
{
  SlSession *session;
} SlPanePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SlPane, sl_pane, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
sl_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlPanePrivate *priv = sl_pane_get_instance_private (SL_PANE (object));

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_pane_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlPanePrivate *priv = sl_pane_get_instance_private (SL_PANE (object));

  switch (prop_id)
    {
    case PROP_SESSION:
      if (g_set_object (&priv->session, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_pane_dispose (GObject *object)
{
  SlPanePrivate *priv = sl_pane_get_instance_private (SL_PANE (object));
  GtkWidget     *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (sl_pane_parent_class)->dispose (object);
}

static void
sl_pane_class_init (SlPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sl_pane_dispose;
  object_class->get_property = sl_pane_get_property;
  object_class->set_property = sl_pane_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sl_pane_init (SlPane *self)
{
}

SlSession *
sl_pane_get_session (SlPane *self)
{
  SlPanePrivate *priv = sl_pane_get_instance_private (self);

  g_return_val_if_fail (SL_IS_PANE (self), NULL);

  return priv->session;
}

SlSession *
sl_pane_find_session (GtkWidget *widget)
{
  GtkWidget *pane = gtk_widget_get_ancestor (widget, SL_TYPE_PANE);

  return pane ? sl_pane_get_session (SL_PANE (pane)) : NULL;
}
