/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "link.h"
#include "player.h"
#include "trace.h"

G_BEGIN_DECLS

/**
 * SlWindow: the pages (opening, lobby, film, watch, message), the window's actions, and the one conductor.
 *
 * Property: "page", the name of the page that is shown.
 * Signal: "finished" (gboolean well): a film ended, or something could not be opened or played.
 */
#define SL_TYPE_WINDOW (sl_window_get_type ())
G_DECLARE_FINAL_TYPE (SlWindow, sl_window, SL, WINDOW, AdwApplicationWindow)

/* @player: (nullable): another one than its own, for tests; @trace: (nullable) */
SlWindow *sl_window_new (GtkApplication *application, SlPlayer *player, SlTrace *trace) G_GNUC_WARN_UNUSED_RESULT;

/* Where clips are left is remembered in the store at @path; without one (nullable) nothing is. */
void sl_window_remember (SlWindow *self, const char *path);

/* Opens the casebook in @folder and goes to @link (nullable: its lobby). */
void sl_window_open (SlWindow *self, GFile *folder, SlLink *link);

/* Opens the first of the casebooks that come with the program, or says that there is none. */
void sl_window_open_shipped (SlWindow *self);

/* Says in words that something could not be opened; @details (nullable) can be copied. */
void sl_window_show_message (SlWindow *self, const char *title, const char *text, const char *details);

const char  *sl_window_get_page (SlWindow *self);
SlConductor *sl_window_get_conductor (SlWindow *self); /* (transfer none) */

G_END_DECLS
