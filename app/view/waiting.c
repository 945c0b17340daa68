/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Most films are there before a sign that they are coming could be read, and so are most seeks. */
#include "waiting.h"

#define PATIENCE 400 /* milliseconds */

struct _SlWaiting
{
  GtkWidget parent_instance;

  SlConductor *conductor;
  guint        wanted; /* the last seek */
  gboolean     unanswered;
  guint        wait_id;
  GtkWidget   *spinner;
};

G_DEFINE_FINAL_TYPE (SlWaiting, sl_waiting, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_CONDUCTOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show (SlWaiting *self, gboolean visible)
{
  g_clear_handle_id (&self->wait_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), visible);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), visible);
}

static gboolean
wait_cb (gpointer data)
{
  SlWaiting *self = SL_WAITING (data);

  self->wait_id = 0;
  show (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
update (SlWaiting *self)
{
  const SlPlayerState state = sl_conductor_get_state (self->conductor);
  const gboolean      open = state != SL_PLAYER_IDLE && state != SL_PLAYER_FAULT;

  if (!open || (state != SL_PLAYER_LOADING && !self->unanswered))
    show (self, FALSE);
  else if (self->wait_id == 0 && !gtk_widget_get_visible (GTK_WIDGET (self)))
    self->wait_id = g_timeout_add (PATIENCE, wait_cb, self);
}

static void
sought_cb (SlWaiting *self, gint64 target, SlSeekMode mode, guint serial)
{
  self->wanted = serial;
  self->unanswered = TRUE;
  update (self);
}

/* While it is dragged, pictures of seeks before the last are an answer, too. */
static void
frame_cb (SlWaiting *self, SlFrame *frame)
{
  if (sl_frame_get_serial (frame) >= self->wanted)
    self->unanswered = FALSE;
  show (self, FALSE);
  update (self);
}

static void
state_cb (SlWaiting *self)
{
  const SlSnapshot *snapshot = sl_conductor_get_snapshot (self->conductor);

  if ((snapshot->position >= 0 && snapshot->answered >= self->wanted) || snapshot->refused >= self->wanted || snapshot->state == SL_PLAYER_ENDED)
    self->unanswered = FALSE;
  update (self);
}

static void
set_conductor (SlWaiting *self, SlConductor *conductor)
{
  if (!g_set_object (&self->conductor, conductor))
    return;
  if (conductor)
    {
      g_signal_connect_object (conductor, "sought", G_CALLBACK (sought_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (conductor, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (conductor, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONDUCTOR]);
}

static void
sl_waiting_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_CONDUCTOR)
    g_value_set_object (value, SL_WAITING (object)->conductor);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sl_waiting_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_CONDUCTOR)
    set_conductor (SL_WAITING (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sl_waiting_dispose (GObject *object)
{
  SlWaiting *self = SL_WAITING (object);

  g_clear_handle_id (&self->wait_id, g_source_remove);
  g_clear_pointer (&self->spinner, gtk_widget_unparent);
  g_clear_object (&self->conductor);

  G_OBJECT_CLASS (sl_waiting_parent_class)->dispose (object);
}

static void
sl_waiting_class_init (SlWaitingClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_waiting_dispose;
  object_class->get_property = sl_waiting_get_property;
  object_class->set_property = sl_waiting_set_property;

  properties[PROP_CONDUCTOR] =
    g_param_spec_object ("conductor", NULL, NULL, SL_TYPE_CONDUCTOR, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "waiting");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/waiting.ui");
  gtk_widget_class_bind_template_child (widget_class, SlWaiting, spinner);
}

static void
sl_waiting_init (SlWaiting *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
