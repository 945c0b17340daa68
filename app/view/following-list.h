/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cue.h"

G_BEGIN_DECLS

/**
 * SlFollowingList: a list of cues that keeps the one that is on in sight, until the reader scrolls; then it
 * stays where it is and offers "Back to now".
 *
 * Properties: "model" (GListModel of SlCue), "factory" (rows with a property "cue"), "target" (the SlCue to
 * keep in sight, nullable), "following". A row that is activated asks for win.seek(x) to its start.
 */
#define SL_TYPE_FOLLOWING_LIST (sl_following_list_get_type ())
G_DECLARE_FINAL_TYPE (SlFollowingList, sl_following_list, SL, FOLLOWING_LIST, GtkWidget)

G_END_DECLS
