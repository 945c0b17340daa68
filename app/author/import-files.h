/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook-folder.h"
#include "report.h"

G_BEGIN_DECLS

/**
 * SlImportFiles: files of a casebook that are written together or not at all. While there is one, every other
 * import into the same casebook waits. For one thread.
 */
typedef struct _SlImportFiles SlImportFiles;

/* @folder: of the casebook. Returns: (transfer full): NULL with @error of SL_CASEBOOK_FOLDER_ERROR or G_FILE_ERROR */
SlImportFiles *sl_import_files_new (const char *folder, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void           sl_import_files_free (SlImportFiles *self);

/* Returns: (transfer none): the casebook, for reading */
SlCasebookFolder *sl_import_files_get_folder (SlImportFiles *self);

/* Whether there is nothing to be written. */
gboolean sl_import_files_is_empty (SlImportFiles *self);

/**
 * sl_import_files_add: has @path written with the next sl_import_files_write ().
 * @path: in the casebook; a link in it is followed when it stays inside
 * @old: (nullable): what was read of it; NULL when it is not there
 * @text: (transfer full)
 * @error: SL_CASEBOOK_FOLDER_ERROR when @path is no place inside the casebook
 */
gboolean sl_import_files_add (SlImportFiles *self, const char *path, GBytes *old, char *text, GError **error);

/* Writes all, unless one of them is no longer as it was read; modes stay. On failure nothing has changed but what
 * @report tells. @error: G_FILE_ERROR or SL_CASEBOOK_FOLDER_ERROR */
gboolean sl_import_files_write (SlImportFiles *self, SlReport *report, GError **error);

/* Takes back what was written; what others have changed since stays, and @report tells. */
void sl_import_files_put_back (SlImportFiles *self, SlReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlImportFiles, sl_import_files_free)

G_END_DECLS
