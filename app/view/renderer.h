/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of GTK's renderers to ask for, where GTK's own choice is not the best one. @devices: the folder of device
 * files; @wanted: (nullable): what the viewer asked for. Returns: (nullable): a name for GSK_RENDERER, NULL to leave it */
const char *sl_renderer_choose (const char *devices, const char *wanted);

G_END_DECLS
