/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "conductor.h"

G_BEGIN_DECLS

/**
 * SlTimeEntry: where a viewer types the time to go to.
 *
 * Property: "conductor" (nullable). When it is shown, it has the time of the picture, ready to be typed over.
 */
#define SL_TYPE_TIME_ENTRY (sl_time_entry_get_type ())
G_DECLARE_FINAL_TYPE (SlTimeEntry, sl_time_entry, SL, TIME_ENTRY, GtkPopover)

G_END_DECLS
