/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says it and goes of its own accord, but not from under a pointer, nor while the keyboard is in it. */
#include "config.h"

#include "resume-bar.h"

#include "bar-box.h"
#include "step-aside.h"
#include "words.h"

#include <glib/gi18n-lib.h>

#define A_WHILE 10 /* seconds */

struct _SlResumeBar
{
  GtkWidget parent_instance;

  gint64 at;
  guint  leave_id;

  /* Template children. */
  GtkWidget                *box;
  GtkLabel                 *label;
  GtkEventControllerMotion *motion;
  GtkEventControllerFocus  *focus;
};

G_DEFINE_FINAL_TYPE (SlResumeBar, sl_resume_bar, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_AT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
close_cb (SlResumeBar *self)
{
  g_clear_handle_id (&self->leave_id, g_source_remove);
  sl_step_aside (GTK_WIDGET (self));
}

static gboolean
leave_cb (gpointer data)
{
  SlResumeBar *self = SL_RESUME_BAR (data);

  if (gtk_event_controller_motion_contains_pointer (self->motion) || gtk_event_controller_focus_contains_focus (self->focus))
    return G_SOURCE_CONTINUE;
  self->leave_id = 0;
  close_cb (self);
  return G_SOURCE_REMOVE;
}

static void
show (SlResumeBar *self)
{
  g_autofree char *time = sl_words_time (self->at);
  /* Translators: the film goes on where it was left; %s is a time such as “1:23”. */
  g_autofree char *text = g_strdup_printf (_ ("Goes on at %s"), time);

  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  g_clear_handle_id (&self->leave_id, g_source_remove);
  self->leave_id = g_timeout_add_seconds (A_WHILE, leave_cb, self);
}

static void
sl_resume_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_AT:
      g_value_set_int64 (value, SL_RESUME_BAR (object)->at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_resume_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlResumeBar *self = SL_RESUME_BAR (object);

  switch (prop_id)
    {
    case PROP_AT:
      if (self->at == g_value_get_int64 (value))
        return;
      self->at = g_value_get_int64 (value);
      if (self->at >= 0)
        show (self);
      else
        close_cb (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_resume_bar_dispose (GObject *object)
{
  SlResumeBar *self = SL_RESUME_BAR (object);

  g_clear_handle_id (&self->leave_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (sl_resume_bar_parent_class)->dispose (object);
}

static void
sl_resume_bar_class_init (SlResumeBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const int       flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_resume_bar_dispose;
  object_class->get_property = sl_resume_bar_get_property;
  object_class->set_property = sl_resume_bar_set_property;

  properties[PROP_AT] = g_param_spec_int64 ("at", NULL, NULL, -1, G_MAXINT64, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SL_TYPE_BAR_BOX);
  gtk_widget_class_set_css_name (widget_class, "resume");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/resume-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SlResumeBar, box);
  gtk_widget_class_bind_template_child (widget_class, SlResumeBar, label);
  gtk_widget_class_bind_template_child (widget_class, SlResumeBar, motion);
  gtk_widget_class_bind_template_child (widget_class, SlResumeBar, focus);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
sl_resume_bar_init (SlResumeBar *self)
{
  self->at = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}
