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

G_END_DECLS
