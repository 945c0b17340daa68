/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "conductor.h"

G_BEGIN_DECLS

/**
 * SlVolumeButton: shows how loud the film is, and opens a scale to change it.
 *
 * Property: "conductor" (nullable). The scale goes by how loud it seems, and is spoken in percent.
 */
#define SL_TYPE_VOLUME_BUTTON (sl_volume_button_get_type ())
G_DECLARE_FINAL_TYPE (SlVolumeButton, sl_volume_button, SL, VOLUME_BUTTON, GtkWidget)

G_END_DECLS
