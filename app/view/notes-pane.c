/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes. What is shown and followed is bound in notes-pane.ui. */
#include "notes-pane.h"

#include "following-list.h"
#include "note-row.h"

struct _SlNotesPane
{
  GtkWidget parent_instance;

  SlSession *session;

  GtkWidget *content; /* Template child. */
};

G_DEFINE_FINAL_TYPE (SlNotesPane, sl_notes_pane, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
sl_notes_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, SL_NOTES_PANE (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_notes_pane_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      if (g_set_object (&SL_NOTES_PANE (object)->session, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_notes_pane_dispose (GObject *object)
{
  SlNotesPane *self = SL_NOTES_PANE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sl_notes_pane_parent_class)->dispose (object);
}

static void
sl_notes_pane_class_init (SlNotesPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_notes_pane_dispose;
  object_class->get_property = sl_notes_pane_get_property;
  object_class->set_property = sl_notes_pane_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SL_TYPE_FOLLOWING_LIST);
  g_type_ensure (SL_TYPE_NOTE_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/notes-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SlNotesPane, content);
}

static void
sl_notes_pane_init (SlNotesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
