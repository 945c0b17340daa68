/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/* What a file has in it, without decoding any of it. */
typedef struct
{
  gboolean has_data;     /* whether anything of any track came */
  gint64   data_end;     /* nanoseconds, up to which something came; below zero when nothing did */
  gint64   last_picture; /* nanoseconds; below zero without a picture */
  gint64   last_key;     /* nanoseconds, the last keyframe of the first picture track; below zero without one */
  gint64   longest_gap;  /* nanoseconds from the start, or a keyframe, to the next one */
} SlKeyframeScan;

/**
 * sl_keyframe_probe_scan: reads a whole file.
 * @patience: nanoseconds without progress, after which it gives up
 * @progress: counted up atomically with everything that comes from the file
 * @scan: (out caller-allocates)
 * @error: of GStreamer; GST_RESOURCE_ERROR_BUSY when it gave up
 *
 * Returns: whether the end was reached; @scan is set in any case
 */
gboolean sl_keyframe_probe_scan (const char     *path,
                                 gint64          patience,
                                 gint           *progress,
                                 SlKeyframeScan *scan,
                                 GError        **error);

G_END_DECLS
