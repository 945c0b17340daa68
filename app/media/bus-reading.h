/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/* What a message of the pipeline is about, where GStreamer says it in many ways. */

/* Whether it comes from where the sound leaves the pipeline. */
gboolean sl_bus_reading_is_about_sound (GstMessage *message);

/* Of a message of GST_MESSAGE_QOS: where in the film the picture or sound ends that was left out because the
 * machine is too slow. Returns: nanoseconds, or 0 when it does not say */
gint64 sl_bus_reading_get_dropped_end (GstMessage *message);

G_END_DECLS
