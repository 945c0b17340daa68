/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlShelf: the other casebooks at hand by their titles, in the lobby of the one that is open. Hidden while there are
 * none. One that is chosen asks for app.open-place (its URI).
 */
#define SL_TYPE_SHELF (sl_shelf_get_type ())
G_DECLARE_FINAL_TYPE (SlShelf, sl_shelf, SL, SHELF, GtkWidget)

/* Looks anew, on a thread. @open: (nullable): the id of the casebook to leave out */
void sl_shelf_show (SlShelf *self, const char *open);

G_END_DECLS
