/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "casebook.h"

G_BEGIN_DECLS

/**
 * SlLobby: an opened casebook: what it is about and its films. Actions used: win.show-film(s)
 * and win.watch(s), with ids.
 */
#define SL_TYPE_LOBBY (sl_lobby_get_type ())
G_DECLARE_FINAL_TYPE (SlLobby, sl_lobby, SL, LOBBY, GtkWidget)

void sl_lobby_show (SlLobby *self, SlCasebook *casebook);

/* Offers to go on with @clip (nullable: with none) at @time, nanoseconds. */
void sl_lobby_offer (SlLobby *self, SlClip *clip, gint64 time);

G_END_DECLS
