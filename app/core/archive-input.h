/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* SlArchiveInput: the bytes of an archive, of which any part can be read. For one thread. */
typedef struct _SlArchiveInput SlArchiveInput;

/* @file: a plain local file. Never waits for a pipe. Returns: (transfer full): NULL with @error of G_IO_ERROR */
SlArchiveInput *sl_archive_input_open (GFile *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;
SlArchiveInput *sl_archive_input_new_for_bytes (GBytes *bytes, const char *name) G_GNUC_WARN_UNUSED_RESULT;
void            sl_archive_input_free (SlArchiveInput *self);

guint64     sl_archive_input_get_size (SlArchiveInput *self);
const char *sl_archive_input_get_name (SlArchiveInput *self); /* UTF-8, for findings */

/* Reads @length bytes at @offset. Returns: FALSE when they are not all there, or cannot be read */
gboolean sl_archive_input_read (SlArchiveInput *self, guint64 offset, void *buffer, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlArchiveInput, sl_archive_input_free)

G_END_DECLS
