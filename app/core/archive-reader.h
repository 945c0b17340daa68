/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "archive-index.h"

G_BEGIN_DECLS

/* SlArchiveReader: the data of an archive's entries, one after the other. For one thread, between its making
 * and its end. */
typedef struct _SlArchiveReader SlArchiveReader;

/* @input: kept by whoever calls, and longer. Returns: (transfer full) (nullable): NULL when it is no archive */
SlArchiveReader *sl_archive_reader_new (SlArchiveInput *input) G_GNUC_WARN_UNUSED_RESULT;
void             sl_archive_reader_free (SlArchiveReader *self);

/* Goes to the next entry. Returns: whether it is @entry of the index */
gboolean sl_archive_reader_next (SlArchiveReader *self, const SlArchiveEntry *entry);

/* Reads what comes next of the entry's data. Returns: how many bytes; 0 at the end, when all of it was there
 * and its checksum is right; -1 when not, and as soon as there is more than the entry says */
gssize sl_archive_reader_read (SlArchiveReader *self, void *buffer, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlArchiveReader, sl_archive_reader_free)

G_END_DECLS
