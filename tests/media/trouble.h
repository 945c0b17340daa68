/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/* Parts of a pipeline that fail on purpose, each in the way that the real thing does. */

/* A disk: "stall:///PATH" reads the file at PATH, and hangs for ever, deaf to everything, once the byte at @offset
 * is asked for. It does so @times times, then it answers. All threads that hang go on with trouble_disk_release(). */
void trouble_disk_register (void);
void trouble_disk_take_files (void); /* "file:///PATH" is on it, too, from now on */
#define TROUBLE_DISK_ANY G_MAXUINT64 /* an offset: whatever is asked for next */
void  trouble_disk_set (guint64 offset, guint times);
guint trouble_disk_get_n_hanging (void);
void  trouble_disk_release (void);

/* A decoder of VP8 that says it works in hardware and is better than any other, and fails at picture @number; before
 * that its pictures are black. */
void  trouble_decoder_register (guint number);
guint trouble_decoder_get_rank (void);

/* A sound device that breaks after @n_buffers. Returns: (transfer floating) */
GstElement *trouble_make_sound_device (guint n_buffers);

/* No element decodes @type, as where nobody has installed one. @hidden: (element-type GstPluginFeature): those that did,
 * until they are shown again */
void trouble_hide_decoders (GPtrArray *hidden, const char *type);
void trouble_show_decoders (GPtrArray *hidden);

G_END_DECLS
