/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "conductor.h"

G_BEGIN_DECLS

/**
 * SlAnnouncer: tells screen readers of new chapters, new notes and what goes wrong, politely. Nothing of it is seen.
 *
 * Properties: "conductor". What the settings switch off, and what is quiet, is not told; faults are.
 */
#define SL_TYPE_ANNOUNCER (sl_announcer_get_type ())
G_DECLARE_FINAL_TYPE (SlAnnouncer, sl_announcer, SL, ANNOUNCER, GtkWidget)

/* Says @text when its turn comes. */
void sl_announcer_say (SlAnnouncer *self, const char *text);

/* Returns: (transfer none): what was said last, or "" */
const char *sl_announcer_get_said (SlAnnouncer *self);

G_END_DECLS
