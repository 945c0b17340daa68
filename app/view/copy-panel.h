/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "announcer.h"
#include "own-copies.h"

G_BEGIN_DECLS

/**
 * SlCopyPanel: over the stage, asks for the viewer's own copy of a film, or whether one of another length shall do.
 * Hidden where there is nothing to ask.
 *
 * Actions used: win.choose-copy, win.accept-copy, win.adjust-copy.
 */
#define SL_TYPE_COPY_PANEL (sl_copy_panel_get_type ())
G_DECLARE_FINAL_TYPE (SlCopyPanel, sl_copy_panel, SL, COPY_PANEL, GtkWidget)

/* Asks for those of @copies, from now on, and has that announced. Once. */
void sl_copy_panel_follow (SlCopyPanel *self, SlOwnCopies *copies, SlAnnouncer *announcer);

G_END_DECLS
