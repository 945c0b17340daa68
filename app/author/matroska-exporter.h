/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format.h"

G_BEGIN_DECLS

/* The chapters as XML for a Matroska file. See SlExportFunc. */
gboolean sl_matroska_export (SlExport *export, GString *text, GError **error);

G_END_DECLS
