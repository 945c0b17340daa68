/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "frame.h"

G_BEGIN_DECLS

/**
 * SlX11Put: puts frames on a window of a local X server, past the toolkit. Use it on the main thread.
 */
typedef struct _SlX11Put SlX11Put;

/* Returns: (transfer full) (nullable): NULL where @surface is no X window, or one that cannot be given frames */
SlX11Put *sl_x11_put_new (GdkSurface *surface) G_GNUC_WARN_UNUSED_RESULT;
void      sl_x11_put_free (SlX11Put *self);

/* @x, @y: where @frame's corner is in the window; @open: what of @frame is put; all in device pixels. Keeps @frame until
 * the server has read it. Returns: FALSE if that is not possible, now and later */
gboolean sl_x11_put_frame (SlX11Put *self, SlFrame *frame, int x, int y, const cairo_region_t *open);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlX11Put, sl_x11_put_free)

G_END_DECLS
