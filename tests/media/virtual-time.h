/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/**
 * VirtualTime: a clock that moves only when the test has seen everything that was due. Nothing here depends
 * on how fast the machine is.
 */
typedef struct _VirtualTime VirtualTime;

VirtualTime *virtual_time_new (void);
void         virtual_time_free (VirtualTime *self);

GstClock   *virtual_time_get_clock (VirtualTime *self);
GstElement *virtual_time_make_audio_sink (VirtualTime *self); /* (transfer floating): keeps the clock's time */

/* Lets the film go on step by step until @done says so. @look is called after every step, before the next
 * one is let through, so it sees every frame. Fails the test when nothing happens for five minutes. */
void virtual_time_run (VirtualTime *self, void (*look) (gpointer data), gboolean (*done) (gpointer data), gpointer data);

/* Runs the main context, with the clock standing still, until @done; @look as above. */
void virtual_time_wait (VirtualTime *self, void (*look) (gpointer data), gboolean (*done) (gpointer data), gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VirtualTime, virtual_time_free)

G_END_DECLS
