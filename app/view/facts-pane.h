/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pane.h"

G_BEGIN_DECLS

/**
 * SlFactsPane: the facts that the film has told so far, what it tells now on top.
 */
#define SL_TYPE_FACTS_PANE (sl_facts_pane_get_type ())
G_DECLARE_FINAL_TYPE (SlFactsPane, sl_facts_pane, SL, FACTS_PANE, SlPane)

/* Brings @fact, one of the session's clip, into sight with its sources; asks for what comes later if it is one of those. */
void sl_facts_pane_show (SlFactsPane *self, SlCue *fact);

G_END_DECLS
