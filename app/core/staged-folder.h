/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SlStagedFolder: a folder that appears whole or not at all. It is made beside its place under a hidden name
 * that only its owner can enter. For one thread. All errors are of G_IO_ERROR.
 */
typedef struct _SlStagedFolder SlStagedFolder;

/* @target: a local place where nothing is yet; the folder above it is there.
 * Returns: (transfer full): NULL with @error */
SlStagedFolder *sl_staged_folder_new (GFile *target, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Removes all that was made, unless it was committed. */
void sl_staged_folder_free (SlStagedFolder *self);

/* Makes the folders of @path, which is relative and has no "..", and the file in them, which must be new.
 * No link is followed. Returns: a descriptor to write to, for the caller to close; -1 with @error */
int sl_staged_folder_create_file (SlStagedFolder *self, const char *path, GError **error);

/* Copies the file @path from the folder @source, with its folders. No link is followed at its end. */
gboolean sl_staged_folder_copy (SlStagedFolder *self, GFile *source, const char *path, GError **error);

/* Makes @path a folder, and those around it; it may be one already. */
gboolean sl_staged_folder_create_folder (SlStagedFolder *self, const char *path, GError **error);

/* Where it is until it is committed. Returns: (transfer none) */
GFile *sl_staged_folder_get_place (SlStagedFolder *self);

/* Puts all on the disk and the folder in its place, if nothing has come there meanwhile. */
gboolean sl_staged_folder_commit (SlStagedFolder *self, GError **error);

/* Writes all of @data, for those who fill a file. @path: for @error */
gboolean sl_staged_folder_write (int fd, const void *data, gsize length, const char *path, GError **error);

/* Removes @folder, a local one, with all that is in it; links are removed, not followed. Failures are
 * passed over. */
void sl_staged_folder_remove (GFile *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlStagedFolder, sl_staged_folder_free)

G_END_DECLS
