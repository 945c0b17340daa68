/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format.h"

G_BEGIN_DECLS

/* The chapters as JSON of Podcasting 2.0. See SlExportFunc. */
gboolean sl_podcasting_export (SlExport *export, GString *text, GError **error);

G_END_DECLS
