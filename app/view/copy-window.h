/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "own-copies.h"

G_BEGIN_DECLS

/**
 * SlCopyWindow: the viewer's own copy of the film that is watched: which file, and how its notes are set right, while it
 * plays beside it. Closes when another clip or copy is watched.
 */
#define SL_TYPE_COPY_WINDOW (sl_copy_window_get_type ())
G_DECLARE_FINAL_TYPE (SlCopyWindow, sl_copy_window, SL, COPY_WINDOW, AdwWindow)

/* @parent: has the actions win.choose-copy and win.forget-copy. Returns: (transfer none): GTK's, until it is closed */
SlCopyWindow *sl_copy_window_new (GtkWindow *parent, SlOwnCopies *copies) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
