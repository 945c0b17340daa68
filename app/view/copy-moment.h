/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For authors: copies the time of the picture that is shown, as a casebook has it, or the link to it, and says so in
 * @window. Without a clip nothing happens. Actions used: win.tell (s). */
void sl_copy_moment (GtkWidget *window, SlSession *session, gboolean as_link);

G_END_DECLS
