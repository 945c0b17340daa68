/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "casebook.h"

G_BEGIN_DECLS

/* What to know before a clip is watched: its own advisory, and that of each chapter with when it comes. Adds labels to
 * @box. Returns: how many */
guint sl_advisories_add (GtkWidget *box, SlClip *clip);

/* What sl_reading_accept() takes: another where they say something else. Returns: (transfer full) (nullable): NULL without any */
char *sl_advisories_name (SlClip *clip) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
