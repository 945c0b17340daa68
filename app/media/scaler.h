/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/**
 * SlScaler: the part of the pipeline that turns decoded pictures into the pixels that are shown: their format,
 * their size, and which side is up (as the film's own orientation tag says).
 *
 * A bin with one sink pad, ending in the given sink.
 */
#define SL_TYPE_SCALER (sl_scaler_get_type ())
G_DECLARE_FINAL_TYPE (SlScaler, sl_scaler, SL, SCALER, GstBin)

/* Whether the plugins that it is made of are installed. */
gboolean sl_scaler_is_possible (void);

GstElement *sl_scaler_new (GstElement *sink) G_GNUC_WARN_UNUSED_RESULT; /* @sink: (transfer floating) */

/* Pictures are made as large as fits @width x @height with their shape kept; 0 x 0 leaves their size.
 * Any thread. Returns: whether the pictures will look different from now on, so that a still one has to be
 * fetched again */
gboolean sl_scaler_set_size (SlScaler *self, guint width, guint height);

/* Pictures are turned clockwise by @degrees (0, 90, 180, 270) more than their film says. Any thread.
 * Returns: as above */
gboolean sl_scaler_set_turn (SlScaler *self, guint degrees);

G_END_DECLS
