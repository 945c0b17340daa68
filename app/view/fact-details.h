/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What an opened fact tells besides its claim. Of one that is withheld only its sources and changes. */

/* Returns: whether there is anything of it */
gboolean sl_fact_details_are_there (SlFact *fact);

/* Adds it to @box: its detail, sources, people, events, the moments of film that tell it, a way to cite it, and its changes.
 * @session: (nullable): without one there is nobody to go to, and no film.
 * Actions used: win.show-person (s), win.seek-moment (x), win.show-moment (sx), win.copy-citation (s). */
void sl_fact_details_add (GtkWidget *box, SlFact *fact, SlSession *session);

G_END_DECLS
