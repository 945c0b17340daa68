/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "iiif-values-importer.h"

G_BEGIN_DECLS

/* Reads pages of annotations, one or an array of them, into the records. */
void sl_iiif_read_pages (SlIiif *self, const SlJsonValue *pages);

G_END_DECLS
