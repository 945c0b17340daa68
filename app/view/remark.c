/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words for what a viewer changed and cannot see otherwise. What a film begins with was changed by nobody, so
 * nothing is said before it has answered.
 */
#include "config.h"

#include "remark.h"

#include "words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define A_MOMENT 1600 /* milliseconds */
#define SECOND 1000000000.0

struct _SlRemark
{
  GtkWidget parent_instance;

  SlConductor   *conductor;
  SlSectionLoop *section_loop;
  guint          leave_id;
  int            side;

  /* Template children. */
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (SlRemark, sl_remark, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_CONDUCTOR,
  PROP_SECTION_LOOP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
leave_cb (gpointer data)
{
  SlRemark *self = SL_REMARK (data);

  self->leave_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return G_SOURCE_REMOVE;
}

/* Says @text (transfer full) of something that has changed. */
static void
remark (SlRemark *self, char *text)
{
  const SlPlayerState state = sl_conductor_get_state (self->conductor);

  if (state == SL_PLAYER_PAUSED || state == SL_PLAYER_PLAYING || state == SL_PLAYER_ENDED)
    sl_remark_say (self, text, 0);
  g_free (text);
}

static void
volume_cb (SlRemark *self)
{
  const int percent = (int)round (sl_conductor_get_volume (self->conductor) * 100);

  if (sl_conductor_get_muted (self->conductor))
    remark (self, g_strdup (_ ("Sound off")));
  else
    /* Translators: how loud the film is, in percent of the loudest. */
    remark (self, g_strdup_printf (_ ("Volume %d %%"), percent));
}

static void
rate_cb (SlRemark *self)
{
  /* Translators: the speed of the film: “1.5×”. */
  remark (self, g_strdup_printf (C_ ("speed", "%g×"), sl_conductor_get_rate (self->conductor)));
}

static void
loop_cb (SlRemark *self)
{
  static const char *const words[] = {
    N_ ("Loop off"),
        N_ ("The clip goes round"),
            N_ ("The chapter goes round"),
                N_ ("The note goes round"),
                    N_ ("The section goes round"),
                };

  remark (self, g_strdup (_ (words[sl_conductor_get_loop (self->conductor)])));
}

static void
section_cb (SlRemark *self)
{
  g_autofree char *time = NULL;
  gint64           start;

  g_object_get (self->section_loop, "start", &start, NULL);
  if (start < 0)
    return;
  time = sl_words_time (start);
  /* Translators: a loop that the viewer is saying begins at %s, a time such as “1:23”. “b” is a key. */
  remark (self, g_strdup_printf (_ ("Loop from %s; b ends it"), time));
}

static void
delay_cb (SlRemark *self, GParamSpec *pspec, SlCaptions *captions)
{
  const gint64 delay = sl_captions_get_delay (captions);

  if (delay == 0)
    remark (self, g_strdup (_ ("Captions in time")));
  else if (delay > 0)
    /* Translators: seconds. */
    remark (self, g_strdup_printf (_ ("Captions %.1f s later"), (double)delay / SECOND));
  else
    /* Translators: seconds. */
    remark (self, g_strdup_printf (_ ("Captions %.1f s earlier"), (double)-delay / SECOND));
}

static void
described_cb (SlRemark *self, GParamSpec *pspec, SlDescriber *describer)
{
  remark (self, g_strdup (sl_describer_get_on (describer) ? _ ("Descriptions on") : _ ("Descriptions off")));
}

static void
follow (SlRemark *self)
{
  SlCaptions *captions = sl_session_get_captions (sl_conductor_get_session (self->conductor));

  g_signal_connect_object (self->conductor, "notify::volume", G_CALLBACK (volume_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->conductor, "notify::muted", G_CALLBACK (volume_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->conductor, "notify::rate", G_CALLBACK (rate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->conductor, "notify::loop", G_CALLBACK (loop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (captions, "notify::delay", G_CALLBACK (delay_cb), self, G_CONNECT_SWAPPED);
}

static void
sl_remark_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlRemark *self = SL_REMARK (object);

  switch (prop_id)
    {
    case PROP_CONDUCTOR:
      g_value_set_object (value, self->conductor);
      break;
    case PROP_SECTION_LOOP:
      g_value_set_object (value, self->section_loop);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_remark_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlRemark *self = SL_REMARK (object);

  switch (prop_id)
    {
    case PROP_CONDUCTOR:
      if (!g_set_object (&self->conductor, g_value_get_object (value)))
        return;
      if (self->conductor)
        follow (self);
      break;
    case PROP_SECTION_LOOP:
      if (!g_set_object (&self->section_loop, g_value_get_object (value)))
        return;
      if (self->section_loop)
        g_signal_connect_object (self->section_loop, "notify::start", G_CALLBACK (section_cb), self, G_CONNECT_SWAPPED);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
sl_remark_dispose (GObject *object)
{
  SlRemark  *self = SL_REMARK (object);
  GtkWidget *label = GTK_WIDGET (self->label);

  g_clear_handle_id (&self->leave_id, g_source_remove);
  g_clear_pointer (&label, gtk_widget_unparent);
  self->label = NULL;
  g_clear_object (&self->conductor);
  g_clear_object (&self->section_loop);

  G_OBJECT_CLASS (sl_remark_parent_class)->dispose (object);
}

static void
sl_remark_class_init (SlRemarkClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const int       flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_remark_dispose;
  object_class->get_property = sl_remark_get_property;
  object_class->set_property = sl_remark_set_property;

  properties[PROP_CONDUCTOR] = g_param_spec_object ("conductor", NULL, NULL, SL_TYPE_CONDUCTOR, flags);
  properties[PROP_SECTION_LOOP] = g_param_spec_object ("section-loop", NULL, NULL, SL_TYPE_SECTION_LOOP, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "remark");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/remark.ui");
  gtk_widget_class_bind_template_child (widget_class, SlRemark, label);
}

static void
sl_remark_init (SlRemark *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sl_remark_say (SlRemark *self, const char *text, int side)
{
  g_return_if_fail (SL_IS_REMARK (self));
  g_return_if_fail (text != NULL);

  self->side = side;
  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_queue_allocate (gtk_widget_get_parent (GTK_WIDGET (self)));
  g_clear_handle_id (&self->leave_id, g_source_remove);
  self->leave_id = g_timeout_add (A_MOMENT, leave_cb, self);
}

int
sl_remark_get_side (SlRemark *self)
{
  g_return_val_if_fail (SL_IS_REMARK (self), 0);

  return self->side;
}

void
sl_remark_follow_describer (SlRemark *self, SlDescriber *describer)
{
  g_return_if_fail (SL_IS_REMARK (self) && SL_IS_DESCRIBER (describer));

  g_signal_connect_object (describer, "notify::on", G_CALLBACK (described_cb), self, G_CONNECT_SWAPPED);
}
