/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "conductor.h"

G_BEGIN_DECLS

/* Whether there is a film to go through: one that is being opened, or is open. */
gboolean sl_needs_film_has (SlConductor *conductor);

/* From now on @widget, a control of the film, is insensitive while @conductor has none, and its tooltip and description say
 * why. A focus that is in it then goes to what it stands on. */
void sl_needs_film_add (GtkWidget *widget, SlConductor *conductor);

G_END_DECLS
