/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format.h"

G_BEGIN_DECLS

/* The events as JSON of TimelineJS. See SlImportFunc. */
gboolean sl_timelinejs_import (SlImport *import, GBytes *bytes, GError **error);

G_END_DECLS
