/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cue.h"

G_BEGIN_DECLS

/**
 * SlFactCard: one fact, with its standing in word and icon, who says so and when, and the other side in the
 * same size on the same card; opened, all that fact-details has.
 *
 * Properties: "cue" (SlCue of a fact, nullable), "inside" (stands inside another card, so without a frame).
 */
#define SL_TYPE_FACT_CARD (sl_fact_card_get_type ())
G_DECLARE_FINAL_TYPE (SlFactCard, sl_fact_card, SL, FACT_CARD, GtkWidget)

SlFactCard *sl_fact_card_new_inside (SlCue *cue) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
