/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A window with all keys, for @parent (nullable). Returns: (transfer none): GTK's, until it is closed */
GtkWindow *sl_shortcuts_new (GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
