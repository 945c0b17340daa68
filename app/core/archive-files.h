/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "report.h"

G_BEGIN_DECLS

/* A file that is to be packed, or a folder in which there is none. */
typedef struct
{
  char    *path; /* in the casebook; a folder's ends with a slash */
  guint64  size; /* in bytes */
  gboolean is_folder;
} SlArchiveFile;

/* Finds all that is to be packed of @folder, a local one. What cannot be packed is an error in @report, what
 * is left out a hint.
 * Returns: (transfer full) (element-type SlArchiveFile): sorted by byte; NULL with @error of G_IO_ERROR */
GPtrArray *sl_archive_files_list (GFile *folder, SlReport *report, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
