/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "resume.h"

G_BEGIN_DECLS

/**
 * SlWatchPage: the picture with its controls, and the panel of notes, facts and chapters.
 *
 * Wide: side by side. Below 900 pixels: the panel below. In full screen: the picture everywhere, controls and
 * panel over it; controls and pointer go away while the film plays and nothing moves.
 * Properties: "session", "conductor", "resume" (nullable), "panel-shown", "captions-shown", "fullscreen".
 */
#define SL_TYPE_WATCH_PAGE (sl_watch_page_get_type ())
G_DECLARE_FINAL_TYPE (SlWatchPage, sl_watch_page, SL, WATCH_PAGE, GtkWidget)

G_END_DECLS
