/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reel.h"

G_BEGIN_DECLS

/**
 * SlHandover: what the film's own file says of itself goes from the player to the session: its chapters, once, and the
 * words of its text track as they come. Where no clip is chosen nothing goes.
 */
#define SL_TYPE_HANDOVER (sl_handover_get_type ())
G_DECLARE_FINAL_TYPE (SlHandover, sl_handover, SL, HANDOVER, GObject)

/* Whoever listens to @player after this was made finds the session told already. @reel: outlives this */
SlHandover *sl_handover_new (SlSession *session, SlPlayer *player, SlReel *reel) G_GNUC_WARN_UNUSED_RESULT;

/* Another file is loaded; what it says is new. */
void sl_handover_begin (SlHandover *self);
/* It is the same file, but its clip lies elsewhere in it: what it says is told anew. */
void sl_handover_again (SlHandover *self);

G_END_DECLS
