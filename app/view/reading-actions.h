/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conductor.h"
#include "watch-page.h"

G_BEGIN_DECLS

/**
 * SlReadingActions: what a reader can do with the words: win.show-later; win.easy-words, win.hide-later and
 * win.note-kind-context (and its kin), which have a state and are kept in @settings; and what links ask for,
 * win.show-fact(s), win.show-source(s), win.show-person(s), win.show-moment(sx); and win.copy-citation(s), of a fact.
 */
#define SL_TYPE_READING_ACTIONS (sl_reading_actions_get_type ())
G_DECLARE_FINAL_TYPE (SlReadingActions, sl_reading_actions, SL, READING_ACTIONS, GObject)

/* @map: the window, which has win.watch-at(sx) and win.tell(s); @settings: (nullable) */
SlReadingActions *sl_reading_actions_new (GActionMap *map, SlConductor *conductor, SlWatchPage *page, GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
