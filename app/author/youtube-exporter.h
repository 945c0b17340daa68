/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format.h"

G_BEGIN_DECLS

/* The chapters as lines of a description, as video sites read them. See SlExportFunc. */
gboolean sl_youtube_export (SlExport *export, GString *text, GError **error);

G_END_DECLS
