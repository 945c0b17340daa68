/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fault.h"

G_BEGIN_DECLS

/**
 * SlFaultPanel: what went wrong with the film, in plain words, with one thing to do and the details.
 *
 * Properties: "fault" (SlFault, nullable: the panel hides), "fatal" (a page in the middle; else a line at the
 * top, which can be put away), "own" (the film is a copy of the viewer's, who can choose another).
 * Actions used: win.try-again, win.choose-copy.
 */
#define SL_TYPE_FAULT_PANEL (sl_fault_panel_get_type ())
G_DECLARE_FINAL_TYPE (SlFaultPanel, sl_fault_panel, SL, FAULT_PANEL, GtkWidget)

/* Before it is given @width by @height pixels: its buttons stand beside each other, or below where there is no room, and
 * all of it is seen where that has the height. */
void sl_fault_panel_fit (SlFaultPanel *self, int width, int height);

G_END_DECLS
