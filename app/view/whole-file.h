/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes all of @bytes to @file, or leaves what is there. Blocks: for a thread. */
gboolean sl_whole_file_write (GFile *file, GBytes *bytes, GError **error);

/* What no file system takes, or people stumble over, is a dash. Returns: (transfer full): never empty, nor hidden */
char *sl_whole_file_make_name (const char *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
