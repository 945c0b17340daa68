/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the picture of the MP4 film at @path lies, which GStreamer's muxer does not write: @word is one of the eight of
 * GST_TAG_IMAGE_ORIENTATION. Fails the test when the film has no picture. */
void clip_orientation_write (const char *path, const char *word);

G_END_DECLS
