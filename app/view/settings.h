/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the viewer has set, the same for every film: the schema is resources/sidelight.gschema.xml.in.
 * Returns: (transfer full) (nullable): NULL where the schema is not installed; then everything is as usual */
GSettings *sl_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
