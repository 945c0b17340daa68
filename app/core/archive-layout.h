/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "archive-input.h"

G_BEGIN_DECLS

#define SL_ARCHIVE_STORED 0
#define SL_ARCHIVE_DEFLATED 8

#define SL_ARCHIVE_FLAG_ENCRYPTED (1u << 0)
#define SL_ARCHIVE_FLAG_DESCRIPTOR (1u << 3) /* the sizes stand behind the data */
#define SL_ARCHIVE_FLAG_STRONG (1u << 6)
#define SL_ARCHIVE_FLAG_MASKED (1u << 13)

/* One file or folder of an archive, as its directory says; each local header says the same. */
typedef struct
{
  char    *name; /* as it stands in the archive; a folder's ends with a slash */
  gsize    name_length;
  guint64  offset;     /* of its local header */
  guint64  size;       /* unpacked, in bytes */
  guint64  compressed; /* in bytes */
  guint64  end;        /* behind its data */
  guint32  checksum;
  guint16  method;
  guint16  flags;
  guint32  attributes; /* with the mode of Unix in the upper half */
  gboolean is_folder;
} SlArchiveEntry;

/* Where the directory of an archive is. It ends where the records begin that tell of it. */
typedef struct
{
  guint64 offset;
  guint64 size;
  guint64 n_entries;
} SlArchiveDirectory;

/* Reads the records at the very end of @input. Returns: FALSE when they are not there or not in order */
gboolean sl_archive_layout_find_directory (SlArchiveInput *input, SlArchiveDirectory *directory);

/* Reads the record of the directory at *@at and passes it. Returns: (transfer full) (nullable): NULL when
 * there is none; its end is not known yet */
SlArchiveEntry *sl_archive_layout_take_entry (const guchar **at, const guchar *end) G_GNUC_WARN_UNUSED_RESULT;

/* Finds the end of @entry's data. Returns: whether its local header says what the directory says */
gboolean sl_archive_layout_check_local (SlArchiveInput *input, SlArchiveEntry *entry);

void sl_archive_layout_free_entry (gpointer entry);

G_END_DECLS
