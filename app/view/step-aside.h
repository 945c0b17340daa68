/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Hides @widget. Who pressed a key in it goes on with the keys of the page around it. */
void sl_step_aside (GtkWidget *widget);

G_END_DECLS
