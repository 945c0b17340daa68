/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

G_BEGIN_DECLS

/**
 * SlStoreWriter: writes to a store without making its caller wait for the disk. What has not been
 * written when another of its kind and clip comes is not written at all.
 */
typedef struct _SlStoreWriter SlStoreWriter;

/* @failed: called with @data by the main loop, once, when something could not be written */
SlStoreWriter *sl_store_writer_new (const char *path, GSourceOnceFunc failed, gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/* Waits until all is written, though not for ever: a disk that does not answer does not hold up the end. */
void sl_store_writer_free (SlStoreWriter *self);

void sl_store_writer_keep (SlStoreWriter *self, const SlResumePoint *point);
/* @copy: one without a URI is forgotten */
void sl_store_writer_keep_copy (SlStoreWriter *self, const SlOwnCopy *copy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlStoreWriter, sl_store_writer_free)

G_END_DECLS
