/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlDisplayMemory: keeps the memory in which cairo hands a window's pixels to an X server from one frame to the next.
 * Everywhere but under X11 with the cairo renderer it does nothing. Use it on the main thread.
 */
typedef struct _SlDisplayMemory SlDisplayMemory;

SlDisplayMemory *sl_display_memory_new (void) G_GNUC_WARN_UNUSED_RESULT;
void             sl_display_memory_free (SlDisplayMemory *self);

/* Keeps enough for frames of all of @surface as large as it is now. Cheap to call again. */
void sl_display_memory_keep (SlDisplayMemory *self, GdkSurface *surface);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDisplayMemory, sl_display_memory_free)

G_END_DECLS
