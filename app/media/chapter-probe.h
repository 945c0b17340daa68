/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/* Reads the chapters of the first edition that @toc has.
 * @duration: nanoseconds, of the file; below zero when it is not known.
 * Returns: (transfer full) (element-type SlProbeChapter): each before those in it */
GPtrArray *sl_chapter_probe_read (GstToc *toc, gint64 duration) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
