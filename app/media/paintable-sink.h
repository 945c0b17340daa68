/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

#include "frame-stamper.h"
#include "mailbox.h"

G_BEGIN_DECLS

/**
 * SlPaintableSink: GStreamer's gtk4paintablesink, telling the place in the film of every picture that it hands over.
 *
 * The pictures go through its paintable to the screen; the mailbox gets a frame without pixels for each. It stays
 * ready from its making to its end: in between, no change of its state waits for the main thread.
 */
#define SL_TYPE_PAINTABLE_SINK (sl_paintable_sink_get_type ())
#define SL_IS_PAINTABLE_SINK(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), SL_TYPE_PAINTABLE_SINK))
GType sl_paintable_sink_get_type (void); /* G_TYPE_INVALID where that element is not installed */

/* On the main thread, with GTK begun. Returns: (transfer full) (nullable): NULL where that element is not
 * installed, or does not work here */
GstElement *sl_paintable_sink_new (void) G_GNUC_WARN_UNUSED_RESULT;
GObject    *sl_paintable_sink_get_paintable (GstElement *self); /* (transfer none): a GdkPaintable. Main thread. */

/* Returns: (transfer floating): the end of a pipeline, as it likes its pictures, around @self */
GstElement *sl_paintable_sink_wrap (GstElement *self) G_GNUC_WARN_UNUSED_RESULT;

/* It serves one pipeline at a time. Waits @patience (microseconds) at most until the one before has given it back;
 * if it has not, frames go nowhere any more. Otherwise they go to @mailbox. Returns: whether it was taken */
gboolean sl_paintable_sink_take (GstElement *self, SlMailbox *mailbox, gint64 patience);
/* The pipeline that has taken it stands still for good. */
void sl_paintable_sink_give_back (GstElement *self);
/* Whether frames go anywhere. Any thread. */
gboolean sl_paintable_sink_is_feeding (GstElement *self);

SlFrameStamper *sl_paintable_sink_get_stamper (GstElement *self); /* (transfer none) */

/* When the paintable has changed: from here on the frame of what it shows, or of a newer picture that it will show
 * before anything is drawn, is in the mailbox. */
void sl_paintable_sink_settle (GstElement *self);
/* Whether @frame is the last that was handed over. Any thread. */
gboolean sl_paintable_sink_is_newest (GstElement *self, const SlFrame *frame);

G_END_DECLS
