/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks what is heard in a WebM as what it is: every block of it can be begun with. The muxer marks pictures alone,
 * and where a player asks the sound for the beginning, as Chromium does, it finds none. Leaves out all else in the
 * file. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sl_sound_blocks_mark:
 * @path: (type filename): a whole WebM on this disk
 * @track: the number of its sound's track
 * @n_blocks: (out) (optional): how many blocks of it there are
 * @n_marked: (out) (optional): how many were not marked before
 *
 * Returns: %FALSE with @error set where the file cannot be changed or is not understood
 */
gboolean sl_sound_blocks_mark (const char *path,
                               guint       track,
                               guint      *n_blocks,
                               guint      *n_marked,
                               GError    **error);

G_END_DECLS
