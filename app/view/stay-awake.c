/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only what has shown a frame has a picture: that is known a moment after the film begins to play. */
#include "config.h"

#include "stay-awake.h"

#include <glib/gi18n-lib.h>

struct _SlStayAwake
{
  GObject parent_instance;

  GtkWindow   *window; /* (nullable): weak */
  SlConductor *conductor;
  gboolean     pictured; /* a frame of this clip was shown */
  /* The one that was asked, which a window that is closed has no more. NULL: it need not be asked back. */
  GtkApplication *application;
  guint           cookie;
};

G_DEFINE_FINAL_TYPE (SlStayAwake, sl_stay_awake, G_TYPE_OBJECT)

static void
set_awake (SlStayAwake *self, gboolean awake)
{
  if (!awake && self->application)
    gtk_application_uninhibit (self->application, self->cookie);
  if (!awake)
    g_clear_object (&self->application);
  if (!awake || self->application || self->window == NULL || gtk_window_get_application (self->window) == NULL)
    return;
  self->cookie =
    gtk_application_inhibit (gtk_window_get_application (self->window), self->window, GTK_APPLICATION_INHIBIT_IDLE, _ ("A film is playing"));
  if (self->cookie != 0)
    self->application = g_object_ref (gtk_window_get_application (self->window));
}

static void
update (SlStayAwake *self)
{
  set_awake (self, self->pictured && sl_conductor_get_state (self->conductor) == SL_PLAYER_PLAYING);
}

static void
frame_cb (SlStayAwake *self)
{
  if (self->pictured)
    return;
  self->pictured = TRUE;
  update (self);
}

static void
clip_cb (SlStayAwake *self)
{
  self->pictured = FALSE;
  update (self);
}

static void
sl_stay_awake_dispose (GObject *object)
{
  SlStayAwake *self = SL_STAY_AWAKE (object);

  set_awake (self, FALSE);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->conductor);

  G_OBJECT_CLASS (sl_stay_awake_parent_class)->dispose (object);
}

static void
sl_stay_awake_class_init (SlStayAwakeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_stay_awake_dispose;
}

static void
sl_stay_awake_init (SlStayAwake *self)
{
}

SlStayAwake *
sl_stay_awake_new (GtkWindow *window, SlConductor *conductor)
{
  SlStayAwake *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor), NULL);

  self = g_object_new (SL_TYPE_STAY_AWAKE, NULL);
  g_set_weak_pointer (&self->window, window);
  self->conductor = g_object_ref (conductor);
  g_signal_connect_object (conductor, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sl_conductor_get_session (conductor), "notify::clip", G_CALLBACK (clip_cb), self, G_CONNECT_SWAPPED);
  return self;
}
