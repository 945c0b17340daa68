/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format.h"

G_BEGIN_DECLS

/* A clip as a manifest of IIIF Presentation 3: ranges are chapters, annotations are notes. See SlImportFunc. */
gboolean sl_iiif_import (SlImport *import, GBytes *bytes, GError **error);

G_END_DECLS
