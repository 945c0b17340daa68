/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conductor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What this program is, and apart from it what the open casebook is, with details to copy. @conductor: (nullable)
 * Returns: (transfer none): GTK's, until it is closed */
GtkWindow *sl_about_new (GtkWindow *parent, SlConductor *conductor) G_GNUC_WARN_UNUSED_RESULT;

/* What somebody who is to help has to know: versions, the renderer and, where there is one, the fault of the film.
 * @window: (nullable) Returns: (transfer full) */
char *sl_about_write_details (GtkWindow *window, SlConductor *conductor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
