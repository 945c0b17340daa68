/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlStagePanel: something to say over the picture, and what can be done about it: title, text, and buttons, which are
 * its children in a .ui. It lies on all of the stage, and takes as much of it as it needs; what it says can be scrolled
 * where that is too little. Those of type "main" are always in view.
 */
#define SL_TYPE_STAGE_PANEL (sl_stage_panel_get_type ())
G_DECLARE_FINAL_TYPE (SlStagePanel, sl_stage_panel, SL, STAGE_PANEL, GtkWidget)

/* @speaker: what is named by it: the panel itself, or the widget that it fills */
void sl_stage_panel_say (SlStagePanel *self, GtkWidget *speaker, const char *title, const char *text);

/* Whole: in the middle of a stage without a picture; otherwise at its head, over the picture. */
void sl_stage_panel_set_whole (SlStagePanel *self, gboolean whole);

G_END_DECLS
