/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format.h"

G_BEGIN_DECLS

/* SubRip, which holds captions. See SlExportFunc. */
gboolean sl_subrip_export (SlExport *export, GString *text, GError **error);

G_END_DECLS
