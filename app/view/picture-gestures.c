/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A mouse acts at its first click, for a film that stops late is a nuisance. A finger's first tap waits for a second
 * one: it would pause the film for a moment before each double tap.
 */
#include "config.h"

#include "picture-gestures.h"

#include "taps.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define RUSH 2.0   /* times, while a finger is held down */
#define SWIPE 40.0 /* pixels that a finger goes for a step of the volume, and at least for one of the time */

struct _SlPictureGestures
{
  GObject parent_instance;

  GtkWidget     *picture; /* (not owned) */
  SlRemark      *remark;  /* (not owned) */
  SlConductor   *conductor;
  GtkGesture    *click; /* (not owned) */
  SlTaps         taps;
  guint          tap_id; /* until a tap is known to be a single one */
  double         scrolled;
  double         rate;   /* before a finger was held down; 0: none is */
  double         swiped; /* pixels upwards that the volume has followed */
  GtkOrientation swipe;  /* while a finger is on its way */
  gboolean       swipes;
};

G_DEFINE_FINAL_TYPE (SlPictureGestures, sl_picture_gestures, G_TYPE_OBJECT)

static gboolean
activate (SlPictureGestures *self, const char *action)
{
  return gtk_widget_activate_action (self->picture, action, NULL);
}

static guint
get_patience (SlPictureGestures *self)
{
  int milliseconds;

  g_object_get (gtk_widget_get_settings (self->picture), "gtk-double-click-time", &milliseconds, NULL);
  return (guint)milliseconds;
}

static gboolean
single_tap_cb (gpointer data)
{
  SlPictureGestures *self = data;

  self->tap_id = 0;
  activate (self, "win.play");
  return G_SOURCE_REMOVE;
}

/* By one step to @side; @seconds: that the steps in a row are worth by now. */
static void
skip (SlPictureGestures *self, int side, int seconds)
{
  g_autofree char *text = NULL;

  gtk_widget_activate_action (self->picture, "win.seek-by", "x", side * SL_TAPS_STEP * SECOND);
  if (seconds < 0)
    /* Translators: over the picture: so many seconds back. */
    text = g_strdup_printf (_ ("−%d s"), -seconds);
  else
    /* Translators: over the picture: so many seconds on. */
    text = g_strdup_printf (_ ("+%d s"), seconds);
  sl_remark_say (self->remark, text, side);
}

static void
tap (SlPictureGestures *self, double x)
{
  const guint  patience = get_patience (self);
  const double place = x / MAX (gtk_widget_get_width (self->picture), 1);

  g_clear_handle_id (&self->tap_id, g_source_remove);
  switch (sl_taps_take (&self->taps, g_get_monotonic_time (), place, patience * G_TIME_SPAN_MILLISECOND))
    {
    case SL_TAP_WAIT:
      self->tap_id = g_timeout_add (patience, single_tap_cb, self);
      break;
    case SL_TAP_SIDE:
      skip (self, self->taps.side, sl_taps_get_seconds (&self->taps));
      break;
    case SL_TAP_MIDDLE:
    default:
      activate (self, "win.fullscreen");
    }
}

static void
click_cb (SlPictureGestures *self, int n_press, double x, double y, GtkGesture *gesture)
{
  if (gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)) != NULL)
    {
      tap (self, x);
      return;
    }
  if (n_press <= 2)
    activate (self, "win.play");
  if (n_press == 2)
    activate (self, "win.fullscreen");
}

static void
held_cb (SlPictureGestures *self, double x, double y, GtkGesture *gesture)
{
  if (self->conductor == NULL || !sl_conductor_get_playing (self->conductor))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->rate = sl_conductor_get_rate (self->conductor);
  gtk_widget_activate_action (self->picture, "win.rate", "d", RUSH);
}

static void
let_go_cb (SlPictureGestures *self)
{
  if (self->rate > 0)
    gtk_widget_activate_action (self->picture, "win.rate", "d", self->rate);
  self->rate = 0;
}

/* What is drawn over the picture is no click on it. */
static void
drag_cb (SlPictureGestures *self, double dx, double dy, GtkGesture *drag)
{
  if (gtk_drag_check_threshold (self->picture, 0, 0, (int)dx, (int)dy))
    gtk_gesture_set_state (self->click, GTK_EVENT_SEQUENCE_DENIED);
}

/* Up and down, the volume goes with the finger. */
static void
swipe_cb (SlPictureGestures *self, double dx, double dy, GtkGesture *swipe)
{
  if (!self->swipes && gtk_drag_check_threshold (self->picture, 0, 0, (int)dx, (int)dy))
    {
      self->swipes = TRUE;
      self->swipe = fabs (dx) > fabs (dy) ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;
      self->swiped = 0;
      gtk_gesture_set_state (swipe, GTK_EVENT_SEQUENCE_CLAIMED);
    }
  if (!self->swipes || self->swipe == GTK_ORIENTATION_HORIZONTAL)
    return;
  for (; - dy - self->swiped >= SWIPE; self->swiped += SWIPE)
    activate (self, "win.louder");
  for (; - dy - self->swiped <= -SWIPE; self->swiped -= SWIPE)
    activate (self, "win.quieter");
}

/* Sideways it is one step, however far: to a place in the film leads the strip. */
static void
swiped_cb (SlPictureGestures *self, double dx, double dy)
{
  const int side = dx < 0 ? -1 : 1;

  if (self->swipes && self->swipe == GTK_ORIENTATION_HORIZONTAL && fabs (dx) >= SWIPE)
    skip (self, side, side * SL_TAPS_STEP);
  self->swipes = FALSE;
}

static void
swipe_cancelled_cb (SlPictureGestures *self)
{
  self->swipes = FALSE;
}

static gboolean
scroll_cb (SlPictureGestures *self, double dx, double dy)
{
  self->scrolled += dy;
  for (; self->scrolled >= 1; self->scrolled--)
    activate (self, "win.quieter");
  for (; self->scrolled <= -1; self->scrolled++)
    activate (self, "win.louder");
  return GDK_EVENT_STOP;
}

static void
sl_picture_gestures_dispose (GObject *object)
{
  SlPictureGestures *self = SL_PICTURE_GESTURES (object);

  g_clear_handle_id (&self->tap_id, g_source_remove);
  g_clear_object (&self->conductor);

  G_OBJECT_CLASS (sl_picture_gestures_parent_class)->dispose (object);
}

static void
sl_picture_gestures_class_init (SlPictureGesturesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_picture_gestures_dispose;
}

static void
sl_picture_gestures_init (SlPictureGestures *self)
{
}

SlPictureGestures *
sl_picture_gestures_new (GtkWidget *picture, SlRemark *remark)
{
  SlPictureGestures  *self;
  GtkGesture         *click = gtk_gesture_click_new (), *hold = gtk_gesture_long_press_new ();
  GtkGesture         *drag = gtk_gesture_drag_new (), *swipe = gtk_gesture_drag_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_return_val_if_fail (GTK_IS_WIDGET (picture) && SL_IS_REMARK (remark), NULL);

  self = g_object_new (SL_TYPE_PICTURE_GESTURES, NULL);
  self->picture = picture;
  self->remark = remark;
  self->click = click;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_object (click, "released", G_CALLBACK (click_cb), self, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (swipe, "drag-update", G_CALLBACK (swipe_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (swipe, "drag-end", G_CALLBACK (swiped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (swipe, "cancel", G_CALLBACK (swipe_cancelled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (held_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hold, "end", G_CALLBACK (let_go_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (picture, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (picture, GTK_EVENT_CONTROLLER (hold));
  gtk_widget_add_controller (picture, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (picture, GTK_EVENT_CONTROLLER (swipe));
  gtk_widget_add_controller (picture, scroll);
  return self;
}

void
sl_picture_gestures_set_conductor (SlPictureGestures *self, SlConductor *conductor)
{
  g_return_if_fail (SL_IS_PICTURE_GESTURES (self));

  g_set_object (&self->conductor, conductor);
}
