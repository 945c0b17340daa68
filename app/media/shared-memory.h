/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/**
 * SlSharedMemory: gives memory that other processes can map. Use it from any thread.
 */
#define SL_TYPE_SHARED_MEMORY (sl_shared_memory_get_type ())
G_DECLARE_FINAL_TYPE (SlSharedMemory, sl_shared_memory, SL, SHARED_MEMORY, GstAllocator)

GstAllocator *sl_shared_memory_new (void) G_GNUC_WARN_UNUSED_RESULT; /* (transfer full) */

/* @pixels: an address in @buffer's memory; @file: stays open as long as @buffer does; @offset: of @pixels in it, in
 * bytes. Returns: FALSE for a buffer of another kind */
gboolean sl_shared_memory_find (GstBuffer *buffer, const guint8 *pixels, int *file, gsize *offset);

G_END_DECLS
