/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the panel has come, and where the keys were before. Where it stands is watch-layout's. */
#include "drawer.h"

#include "step-aside.h"

#include <adwaita.h>
#include <math.h>

#define SLIDE 200  /* milliseconds */
#define EDGE 24.0  /* pixels at the page's end in which a swipe begins */
#define SWIPE 40.0 /* pixels that a finger goes */

struct _SlDrawer
{
  GObject parent_instance;

  GtkWidget    *page;  /* (not owned) */
  GtkWidget    *panel; /* (not owned) */
  AdwAnimation *animation;
  double        share;
  GtkWidget    *before; /* (nullable) (weak): had the keys when it was opened */
};

G_DEFINE_FINAL_TYPE (SlDrawer, sl_drawer, G_TYPE_OBJECT)

static void
move_cb (double share, gpointer data)
{
  SlDrawer *self = data;

  self->share = share;
  gtk_widget_queue_allocate (self->page);
}

static GtkWidget *
find_focus (SlDrawer *self)
{
  GtkRoot *root = gtk_widget_get_root (self->page);

  return root ? gtk_root_get_focus (root) : NULL;
}

static gboolean
is_inside (SlDrawer *self, GtkWidget *widget)
{
  return widget && (widget == self->panel || gtk_widget_is_ancestor (widget, self->panel));
}

static void
take_keys (SlDrawer *self)
{
  GtkWidget *focus = find_focus (self);

  if (is_inside (self, focus))
    return;
  g_set_weak_pointer (&self->before, focus);
  gtk_widget_set_child_visible (self->panel, TRUE); /* what is not seen takes none */
  gtk_widget_child_focus (self->panel, GTK_DIR_TAB_FORWARD);
}

static void
give_keys_back (SlDrawer *self)
{
  GtkWidget *before = self->before;

  if (!is_inside (self, find_focus (self)))
    return;
  if (before == NULL || !gtk_widget_get_mapped (before) || is_inside (self, before) || !gtk_widget_grab_focus (before))
    sl_step_aside_from_focus (self->panel);
  g_clear_weak_pointer (&self->before);
}

/* The side that lines end at, 1 or -1. */
static int
get_side (SlDrawer *self)
{
  return gtk_widget_get_direction (self->page) == GTK_TEXT_DIR_RTL ? -1 : 1;
}

static gboolean
is_full_and (SlDrawer *self, gboolean wanted)
{
  gboolean fullscreen, shown;

  g_object_get (self->page, "fullscreen", &fullscreen, "panel-shown", &shown, NULL);
  return fullscreen && shown == wanted;
}

static void
begin_open_cb (SlDrawer *self, double x, double y, GtkGesture *gesture)
{
  if (!sl_drawer_is_edge (self, x))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

static void
begin_close_cb (SlDrawer *self, double x, double y, GtkGesture *gesture)
{
  if (!is_full_and (self, TRUE))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

static void
swipe (SlDrawer *self, GtkGesture *gesture, double inwards, double dy, gboolean open)
{
  if (inwards < SWIPE || fabs (dy) > inwards || !is_full_and (self, !open))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_object_set (self->page, "panel-shown", open, NULL);
}

static void
open_cb (SlDrawer *self, double dx, double dy, GtkGesture *gesture)
{
  swipe (self, gesture, -dx * get_side (self), dy, TRUE);
}

static void
close_cb (SlDrawer *self, double dx, double dy, GtkGesture *gesture)
{
  swipe (self, gesture, dx * get_side (self), dy, FALSE);
}

static void
sl_drawer_dispose (GObject *object)
{
  SlDrawer *self = SL_DRAWER (object);

  if (self->animation)
    adw_animation_reset (self->animation);
  g_clear_object (&self->animation);
  g_clear_weak_pointer (&self->before);

  G_OBJECT_CLASS (sl_drawer_parent_class)->dispose (object);
}

static void
sl_drawer_class_init (SlDrawerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_drawer_dispose;
}

static void
sl_drawer_init (SlDrawer *self)
{
}

static void
add_swipe (SlDrawer *self, GtkWidget *widget, GtkPropagationPhase phase, GCallback begin, GCallback update)
{
  GtkGesture *gesture = gtk_gesture_drag_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (gesture), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), phase);
  g_signal_connect_object (gesture, "drag-begin", begin, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gesture, "drag-update", update, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));
}

SlDrawer *
sl_drawer_new (GtkWidget *page, GtkWidget *panel)
{
  SlDrawer *self;

  g_return_val_if_fail (GTK_IS_WIDGET (page) && GTK_IS_WIDGET (panel), NULL);

  self = g_object_new (SL_TYPE_DRAWER, NULL);
  self->page = page;
  self->panel = panel;
  self->animation = adw_timed_animation_new (page, 0, 1, SLIDE, adw_callback_animation_target_new (move_cb, self, NULL));
  add_swipe (self, page, GTK_PHASE_CAPTURE, G_CALLBACK (begin_open_cb), G_CALLBACK (open_cb));
  add_swipe (self, panel, GTK_PHASE_BUBBLE, G_CALLBACK (begin_close_cb), G_CALLBACK (close_cb));
  return self;
}

void
sl_drawer_set_open (SlDrawer *self, gboolean open, gboolean slides)
{
  AdwTimedAnimation *animation;

  g_return_if_fail (SL_IS_DRAWER (self));

  animation = ADW_TIMED_ANIMATION (self->animation);
  adw_timed_animation_set_value_from (animation, slides ? self->share : open);
  adw_timed_animation_set_value_to (animation, open);
  adw_animation_play (self->animation);
  if (!slides)
    adw_animation_skip (self->animation);
  else if (open)
    take_keys (self);
  else
    give_keys_back (self);
}

double
sl_drawer_get_share (SlDrawer *self)
{
  g_return_val_if_fail (SL_IS_DRAWER (self), 0);

  return self->share;
}

gboolean
sl_drawer_is_edge (SlDrawer *self, double x)
{
  const double width = gtk_widget_get_width (self->page);

  g_return_val_if_fail (SL_IS_DRAWER (self), FALSE);

  return is_full_and (self, FALSE) && (get_side (self) > 0 ? width - x : x) <= EDGE;
}
