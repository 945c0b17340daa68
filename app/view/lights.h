/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SlLights: dark where a film is watched, and elsewhere as the reader or the system prefers.
 */
#define SL_TYPE_LIGHTS (sl_lights_get_type ())
G_DECLARE_FINAL_TYPE (SlLights, sl_lights, SL, LIGHTS, GObject)

/* For @window, which is not kept alive. */
SlLights *sl_lights_new (GtkWindow *window) G_GNUC_WARN_UNUSED_RESULT;

void sl_lights_dim (SlLights *self, gboolean watching);

G_END_DECLS
