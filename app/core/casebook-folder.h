/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SL_CASEBOOK_FOLDER_ERROR (sl_casebook_folder_error_quark ())
GQuark sl_casebook_folder_error_quark (void);

typedef enum {
  SL_CASEBOOK_FOLDER_ERROR_PATH,       /* no path inside the casebook, or a link that leads out of it */
  SL_CASEBOOK_FOLDER_ERROR_NOT_FOUND,  /* there is no such file or folder */
  SL_CASEBOOK_FOLDER_ERROR_SPELLING,   /* there is one that differs in capital letters only */
  SL_CASEBOOK_FOLDER_ERROR_UNREADABLE, /* not readable, not local */
  SL_CASEBOOK_FOLDER_ERROR_NO_FILE,    /* a folder, a pipe, a socket or a device */
  SL_CASEBOOK_FOLDER_ERROR_TOO_LARGE,  /* more bytes than asked for at most */
} SlCasebookFolderError;

/**
 * SlCasebookFolder: the files of one casebook. For one thread.
 */
typedef struct _SlCasebookFolder SlCasebookFolder;

/* Returns: (transfer full): NULL with @error of SL_CASEBOOK_FOLDER_ERROR */
SlCasebookFolder *sl_casebook_folder_new (GFile *folder, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* @files: (element-type utf8 GBytes): path to contents, used instead of a folder; kept */
SlCasebookFolder *sl_casebook_folder_new_for_files (GHashTable *files) G_GNUC_WARN_UNUSED_RESULT;
void              sl_casebook_folder_free (SlCasebookFolder *self);

/* Returns: whether @path is relative, uses / and stays inside whatever it is resolved against */
gboolean sl_casebook_folder_is_path (const char *path);

/* Whether @path is a file of the casebook, spelled exactly so. @error: SL_CASEBOOK_FOLDER_ERROR */
gboolean sl_casebook_folder_check (SlCasebookFolder *self, const char *path, GError **error);

/* Whether @path is a folder of the casebook, spelled exactly so. @error: SL_CASEBOOK_FOLDER_ERROR */
gboolean sl_casebook_folder_check_folder (SlCasebookFolder *self, const char *path, GError **error);

/* Reads @path whole. Returns: (transfer full): NULL with @error of SL_CASEBOOK_FOLDER_ERROR */
GBytes *sl_casebook_folder_read (SlCasebookFolder *self, const char *path, gsize max_bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type utf8): the paths of the files just in @folder whose names end with
 * @suffix, sorted by byte; none when there is no such folder */
GPtrArray *sl_casebook_folder_list (SlCasebookFolder *self, const char *folder, const char *suffix) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCasebookFolder, sl_casebook_folder_free)

G_END_DECLS
