/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "casebook.h"

G_BEGIN_DECLS

/* What to know before a clip is watched: its own advisory, and that of each chapter with when it comes. Adds labels to
 * @box. Returns: how many */
guint sl_advisories_add (GtkWidget *box, SlClip *clip);

G_END_DECLS
