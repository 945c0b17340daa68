/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format.h"

G_BEGIN_DECLS

/* The events as JSON of TimelineJS. See SlExportFunc. */
gboolean sl_timelinejs_export (SlExport *export, GString *text, GError **error);

G_END_DECLS
