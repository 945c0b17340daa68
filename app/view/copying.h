/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds to @map, for authors, the actions "copy-time" and "copy-link": the time of the picture that is shown, as a casebook
 * has it, or the link to it, goes to the clipboard. Which it was is said by the action win.tell (s). Without a clip in the
 * "session" of @page nothing happens. */
void sl_copying_add (GActionMap *map, GtkWidget *page);

G_END_DECLS
