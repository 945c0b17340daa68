/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Hides @widget. Who pressed a key in it goes on with the keys of the page around it: with its page.take-keys, where it has
 * that, else with what is focusable of it. */
void sl_step_aside (GtkWidget *widget);

/* The same of the keys alone, for one that is hidden by others. */
void sl_step_aside_from_focus (GtkWidget *widget);

G_END_DECLS
