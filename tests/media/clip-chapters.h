/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

#include "clip-maker.h"

G_BEGIN_DECLS

/* Chapters of Matroska as GStreamer's muxer cannot write them: it makes room, and they are put there by hand. */

/* Returns: (transfer full): what the muxer is given */
GstToc *clip_chapters_make_room (void);

/* Fails the test when the film at @path has no such room, or it is too small. */
void clip_chapters_write (const char *path, const ClipChapter *chapters);

G_END_DECLS
