/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format.h"

G_BEGIN_DECLS

/* SubRip, which holds captions. See SlImportFunc. */
gboolean sl_subrip_import (SlImport *import, GBytes *bytes, GError **error);

G_END_DECLS
