/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "screening-page.h"
#include "watch-page.h"

G_BEGIN_DECLS

/**
 * SlViewerActions: all that a viewer can do with a film while it is shown, and what is set for every film.
 *
 * Actions: those of playback-actions and track-actions, "loop-point" (section-loop), "sign", "descriptions", those of copy-actions and mark-actions, and "caption-size" (state i),
 * "caption-look" and "caption-place" (state s), which are settings.
 */
#define SL_TYPE_VIEWER_ACTIONS (sl_viewer_actions_get_type ())
G_DECLARE_FINAL_TYPE (SlViewerActions, sl_viewer_actions, SL, VIEWER_ACTIONS, GObject)

/* Adds them to @map, a window, for @conductor and the @page that shows its film; with @screening go those that need none. */
SlViewerActions *sl_viewer_actions_new (GActionMap *map, SlConductor *conductor, SlWatchPage *page, SlScreeningPage *screening) G_GNUC_WARN_UNUSED_RESULT;

/* What has to be remembered is in the store at @path; without one (nullable) nothing is. */
void sl_viewer_actions_remember (SlViewerActions *self, const char *path);

G_END_DECLS
