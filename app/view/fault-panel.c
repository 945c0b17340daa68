/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong with the film. Never black, never silent. */
#include "config.h"

#include "fault-panel.h"

#include "stage-panel.h"

#include <glib/gi18n-lib.h>

struct _SlFaultPanel
{
  GtkWidget parent_instance;

  SlFault *fault;
  SlFault *closed; /* (nullable): what the viewer has read: a film that is opened once more for another track says it again */
  gboolean fatal;
  gboolean own; /* the film is the viewer's own copy */

  /* Template children. */
  GtkWidget *panel;
  GtkWidget *retry;
  GtkWidget *choose;
  GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (SlFaultPanel, sl_fault_panel, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_FAULT,
  PROP_FATAL,
  PROP_OWN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
copy_cb (SlFaultPanel *self)
{
  g_autofree char *report = sl_fault_write_report (self->fault);
  g_autofree char *text = g_strdup_printf ("%s\nSidelight %s, GTK %u.%u.%u\n", report, SL_VERSION, gtk_get_major_version (),
                                           gtk_get_minor_version (), gtk_get_micro_version ());

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Details copied"));
}

static void
close_cb (SlFaultPanel *self)
{
  g_clear_pointer (&self->closed, sl_fault_unref);
  self->closed = sl_fault_ref (self->fault);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Returns: (transfer full): what a viewer can do, who has no way to the place of a casebook's film but has one's own */
static char *
get_advice (SlFaultPanel *self)
{
  if (self->fault == NULL)
    return g_strdup ("");
  if (self->own && sl_fault_get_code (self->fault) == SL_FAULT_NOT_A_FILM)
    return g_strdup (_ ("No sound or picture was found in it. Choose the file of the film."));
  return sl_fault_get_advice (self->fault);
}

/* There is one thing to do first: with a copy of one's own, to choose another. */
static void
suggest (GtkWidget *button, gboolean suggested)
{
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

static void
update (SlFaultPanel *self)
{
  g_autofree char *advice = get_advice (self);

  gtk_widget_set_visible (GTK_WIDGET (self), self->fault != NULL && (self->fatal || self->fault != self->closed));
  sl_stage_panel_say (SL_STAGE_PANEL (self->panel), GTK_WIDGET (self), self->fault ? sl_fault_get_title (self->fault) : "", advice);
  gtk_widget_set_visible (self->retry, self->fatal || (self->fault && sl_fault_can_be_mended (self->fault)));
  gtk_widget_set_visible (self->choose, self->fatal && self->own);
  suggest (self->retry, !(self->fatal && self->own));
  gtk_widget_set_visible (self->close, !self->fatal);
  sl_stage_panel_set_whole (SL_STAGE_PANEL (self->panel), self->fatal);
}

static void
sl_fault_panel_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlFaultPanel *self = SL_FAULT_PANEL (object);

  switch (prop_id)
    {
    case PROP_FAULT:
      g_value_set_boxed (value, self->fault);
      break;
    case PROP_FATAL:
      g_value_set_boolean (value, self->fatal);
      break;
    case PROP_OWN:
      g_value_set_boolean (value, self->own);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_fault_panel_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlFaultPanel *self = SL_FAULT_PANEL (object);
  SlFault      *old = self->fault;

  switch (prop_id)
    {
    case PROP_FAULT:
      if (g_value_get_boxed (value) == old)
        return;
      self->fault = g_value_dup_boxed (value);
      g_clear_pointer (&old, sl_fault_unref);
      break;
    case PROP_FATAL:
      if (self->fatal == g_value_get_boolean (value))
        return;
      self->fatal = g_value_get_boolean (value);
      break;
    case PROP_OWN:
      if (self->own == g_value_get_boolean (value))
        return;
      self->own = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  update (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
sl_fault_panel_dispose (GObject *object)
{
  SlFaultPanel *self = SL_FAULT_PANEL (object);

  g_clear_pointer (&self->panel, gtk_widget_unparent);
  g_clear_pointer (&self->fault, sl_fault_unref);
  g_clear_pointer (&self->closed, sl_fault_unref);

  G_OBJECT_CLASS (sl_fault_panel_parent_class)->dispose (object);
}

static void
sl_fault_panel_class_init (SlFaultPanelClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const int       flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_fault_panel_dispose;
  object_class->get_property = sl_fault_panel_get_property;
  object_class->set_property = sl_fault_panel_set_property;

  properties[PROP_FAULT] = g_param_spec_boxed ("fault", NULL, NULL, SL_TYPE_FAULT, flags);
  properties[PROP_FATAL] = g_param_spec_boolean ("fatal", NULL, NULL, FALSE, flags);
  properties[PROP_OWN] = g_param_spec_boolean ("own", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SL_TYPE_STAGE_PANEL);
  gtk_widget_class_set_css_name (widget_class, "fault");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/fault-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SlFaultPanel, panel);
  gtk_widget_class_bind_template_child (widget_class, SlFaultPanel, choose);
  gtk_widget_class_bind_template_child (widget_class, SlFaultPanel, retry);
  gtk_widget_class_bind_template_child (widget_class, SlFaultPanel, close);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
sl_fault_panel_init (SlFaultPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}
