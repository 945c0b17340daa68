/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format.h"

G_BEGIN_DECLS

/* What its author set free of films, clips and facts, as JSON-LD of schema.org. See SlExportFunc. */
gboolean sl_schema_org_export (SlExport *export, GString *text, GError **error);

G_END_DECLS
