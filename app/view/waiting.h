/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "conductor.h"

G_BEGIN_DECLS

/**
 * SlWaiting: a sign that the film is waited for: while it opens, and while a seek has not come to its picture. Hidden as long
 * as that takes no longer than anybody notices.
 *
 * Property: "conductor" (SlConductor, nullable).
 */
#define SL_TYPE_WAITING (sl_waiting_get_type ())
G_DECLARE_FINAL_TYPE (SlWaiting, sl_waiting, SL, WAITING, GtkWidget)

G_END_DECLS
