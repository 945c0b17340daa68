/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cue.h"

G_BEGIN_DECLS

/**
 * SlFollowingList: a list of cues that keeps the one that is on in sight, until the reader scrolls; then it
 * stays where it is and offers "Back to now".
 *
 * Properties: "model" (SlCueFinder), "row-type" (GType of widgets with a property "cue"), "activatable" (whether rows
 * are), "target" (the SlCue to keep in sight, nullable), "following", "later" (write only; what a last row tells of
 * what is hidden; nullable: there is none), "placeholder" (write only; what is shown where there is no row). A row that is activated asks for win.seek(x) to its start, or for
 * win.seek-moment(x); the last one for win.show-later. "following.follow" and "following.stay" are
 * actions for its rows.
 */
#define SL_TYPE_FOLLOWING_LIST (sl_following_list_get_type ())
G_DECLARE_FINAL_TYPE (SlFollowingList, sl_following_list, SL, FOLLOWING_LIST, GtkWidget)

/* Brings @cue, one of the model, into sight and gives it the focus, once: somebody has asked for it. */
void sl_following_list_show (SlFollowingList *self, SlCue *cue);
/* The same, and the focus stays where it is: somebody goes on looking for something. */
void sl_following_list_reveal (SlFollowingList *self, SlCue *cue);

/* Somebody begins to look for something, and may want to come back: the place is kept until then, or until it is
 * forgotten, or the film is followed. Without a place that was kept one comes back to where one is. The focus goes there. */
void sl_following_list_keep_place (SlFollowingList *self);
void sl_following_list_forget_place (SlFollowingList *self);
void sl_following_list_go_back (SlFollowingList *self);

G_END_DECLS
