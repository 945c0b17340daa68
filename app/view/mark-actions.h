/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "screening-page.h"
#include "watch-page.h"

G_BEGIN_DECLS

/**
 * SlMarkActions: what viewers do with notes of their own: win.add-mark, while there is a moment for it; of one with an id
 * win.reword-mark(ss), win.remove-mark(s), win.put-mark-back(s); win.keep-marks, once more; and win.save-marks(s), as "text",
 * "json" or "webvtt".
 */
#define SL_TYPE_MARK_ACTIONS (sl_mark_actions_get_type ())
G_DECLARE_FINAL_TYPE (SlMarkActions, sl_mark_actions, SL, MARK_ACTIONS, GObject)

/* @map: the window, which has win.offer(sssmv) and win.tell(s); they are written on @page, or on @screening while that is seen */
SlMarkActions *sl_mark_actions_new (GActionMap *map, SlSession *session, SlWatchPage *page, SlScreeningPage *screening) G_GNUC_WARN_UNUSED_RESULT;

/* @path: (nullable): of the store; without one nothing is remembered. What is to be written is, before this returns. */
void sl_mark_actions_remember (SlMarkActions *self, const char *path);

G_END_DECLS
