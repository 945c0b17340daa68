/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SlPersonCard: a window about somebody: name, spellings, role, and the facts about them, each of which leads to itself.
 * A fact that is told later is only counted until it is asked for, where its viewer wants it so; one that is withheld is
 * not told here either. Actions used, of its parent: win.show-fact, win.show-source, win.show-moment and win.show-person.
 */
#define SL_TYPE_PERSON_CARD (sl_person_card_get_type ())
G_DECLARE_FINAL_TYPE (SlPersonCard, sl_person_card, SL, PERSON_CARD, AdwWindow)

/* @person: of the session's casebook */
SlPersonCard *sl_person_card_new (GtkWindow *parent, SlSession *session, SlPerson *person) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
