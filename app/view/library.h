/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook.h"

G_BEGIN_DECLS

/* The casebooks that are at hand, and how one is opened without the window waiting. */

/* Folders of casebooks: the shipped ones, those in the user's and the system's data folders.
 * Returns: (transfer full) (element-type GFile): in the order in which they are found; blocks on the disk */
GPtrArray *sl_library_list_folders (void) G_GNUC_WARN_UNUSED_RESULT;

/* The folder of the casebook @id among them. Returns: (transfer full) (nullable) */
GFile *sl_library_find_folder (const char *id) G_GNUC_WARN_UNUSED_RESULT;

/* Reads a casebook on a thread of its own; @callback comes on the caller's main context.
 * @place: its folder, or its archive, which is unpacked into the user's cache */
void sl_library_read_async (GFile *place, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/* @findings: (out) (transfer full) (element-type SlFinding): also on failure. Returns: (transfer full);
 * NULL with @error of SL_CASEBOOK_ERROR, or for an archive of SL_ARCHIVE_ERROR or G_IO_ERROR */
SlCasebook *sl_library_read_finish (GAsyncResult *result, GPtrArray **findings, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
