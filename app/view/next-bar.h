/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "announcer.h"
#include "conductor.h"

G_BEGIN_DECLS

/**
 * SlNextBar: at the end of a clip, over its last picture, offers the one that follows it in its film. Nothing begins by
 * itself. It stays until it is answered, or the film is at its end no more.
 *
 * Actions used: win.watch (s), win.tell (s).
 */
#define SL_TYPE_NEXT_BAR (sl_next_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlNextBar, sl_next_bar, SL, NEXT_BAR, GtkWidget)

/* Follows @conductor, and has what it offers announced. Once. */
void sl_next_bar_follow (SlNextBar *self, SlConductor *conductor, SlAnnouncer *announcer);

/* Watches what follows now, or tells that nothing does. */
void sl_next_bar_go_on (SlNextBar *self);

G_END_DECLS
