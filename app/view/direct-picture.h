/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "video-paintable.h"

G_BEGIN_DECLS

/**
 * SlDirectPicture: shows frames without the window being drawn for them, where that can be. Use it on the main thread.
 */
typedef struct _SlDirectPicture SlDirectPicture;

/* @picture: the widget that shows @paintable, without anything of its own; it has to outlive this. */
SlDirectPicture *sl_direct_picture_new (GtkWidget *picture, SlVideoPaintable *paintable) G_GNUC_WARN_UNUSED_RESULT;
void             sl_direct_picture_free (SlDirectPicture *self);

/* Gives @frame to the paintable. In the frame clock's update phase it is on the screen at the end of the cycle, with
 * what else changes in it. @cairo: whether the window is drawn with cairo; else it is only given on. */
void sl_direct_picture_show (SlDirectPicture *self, SlFrame *frame, gboolean cairo);

/* Lets go of the window, which is about to go. */
void sl_direct_picture_stop (SlDirectPicture *self);

/* How many frames went past the toolkit so far. */
guint sl_direct_picture_count (SlDirectPicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDirectPicture, sl_direct_picture_free)

G_END_DECLS
