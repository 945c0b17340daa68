/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "casebook.h"

G_BEGIN_DECLS

/**
 * SlLobby: an opened casebook: what it is about and its films. Action used: win.show-film(s), with its id.
 */
#define SL_TYPE_LOBBY (sl_lobby_get_type ())
G_DECLARE_FINAL_TYPE (SlLobby, sl_lobby, SL, LOBBY, GtkWidget)

void sl_lobby_show (SlLobby *self, SlCasebook *casebook);

G_END_DECLS
