/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "remark.h"

G_BEGIN_DECLS

/**
 * SlPictureGestures: what pointer, wheel and fingers do on the picture.
 *
 * A click plays or pauses, a double click is full screen, the wheel is the volume. A finger's double tap on the left or
 * right third goes ten seconds back or on, and each further tap another ten; held down, it plays at double speed. Swiped
 * sideways it goes ten seconds back or on, up and down it is the volume. Each is an action at the widget.
 */
#define SL_TYPE_PICTURE_GESTURES (sl_picture_gestures_get_type ())
G_DECLARE_FINAL_TYPE (SlPictureGestures, sl_picture_gestures, SL, PICTURE_GESTURES, GObject)

/* @picture and @remark have to outlive it */
SlPictureGestures *sl_picture_gestures_new (GtkWidget *picture, SlRemark *remark) G_GNUC_WARN_UNUSED_RESULT;

/* @conductor: (nullable): to know how fast the film is before a finger is held down */
void sl_picture_gestures_set_conductor (SlPictureGestures *self, SlConductor *conductor);

G_END_DECLS
