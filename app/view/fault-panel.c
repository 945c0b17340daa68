/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong with the film. Never black, never silent. */
#include "config.h"

#include "fault-panel.h"

#include <glib/gi18n-lib.h>

#define MARGINS 48 /* pixels at both sides, as in the style */
#define GAP 8      /* between buttons, as in the template */

struct _SlFaultPanel
{
  GtkWidget parent_instance;

  SlFault *fault;
  SlFault *closed; /* (nullable): what the viewer has read: a film that is opened once more for another track says it again */
  gboolean fatal;

  /* Template children. */
  GtkWidget *scroller; /* large words on a small stage */
  GtkWidget *box;      /* what is in it */
  GtkLabel  *title;
  GtkLabel  *advice;
  GtkWidget *buttons;
  GtkWidget *retry;
  GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (SlFaultPanel, sl_fault_panel, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_FAULT,
  PROP_FATAL,
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

static void
update (SlFaultPanel *self)
{
  g_autofree char *advice = self->fault ? sl_fault_get_advice (self->fault) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->fault != NULL && (self->fatal || self->fault != self->closed));
  gtk_label_set_label (self->title, self->fault ? sl_fault_get_title (self->fault) : "");
  gtk_label_set_label (self->advice, advice ? advice : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (self->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_label (self->advice),
                                  -1);
  gtk_widget_set_visible (self->retry, self->fatal || (self->fault && sl_fault_can_be_mended (self->fault)));
  gtk_widget_set_visible (self->close, !self->fatal);
  gtk_widget_set_valign (self->scroller, self->fatal ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  if (self->fatal)
    gtk_widget_add_css_class (GTK_WIDGET (self), "fatal");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "fatal");
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

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
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
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "fault");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/fault-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SlFaultPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, SlFaultPanel, box);
  gtk_widget_class_bind_template_child (widget_class, SlFaultPanel, title);
  gtk_widget_class_bind_template_child (widget_class, SlFaultPanel, advice);
  gtk_widget_class_bind_template_child (widget_class, SlFaultPanel, buttons);
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

static void
place_buttons (SlFaultPanel *self, int width)
{
  GtkOrientation wanted = GTK_ORIENTATION_HORIZONTAL;
  int            together = MARGINS - GAP;

  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button; button = gtk_widget_get_next_sibling (button))
    {
      int natural;

      if (!gtk_widget_get_visible (button))
        continue;
      gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      together += natural + GAP;
    }
  if (together > width)
    wanted = GTK_ORIENTATION_VERTICAL;
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->buttons)) != wanted)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons), wanted);
}

void
sl_fault_panel_fit (SlFaultPanel *self, int width, int height)
{
  int least, wanted;

  g_return_if_fail (SL_IS_FAULT_PANEL (self));

  place_buttons (self, width);
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (self->box, GTK_ORIENTATION_VERTICAL, MAX (width, least), &wanted, NULL, NULL, NULL);
  /* By itself a scrolled window takes its words to be in lines as long as they please. */
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), MIN (wanted, height));
}
