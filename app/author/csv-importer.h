/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format.h"

G_BEGIN_DECLS

/* The facts or the events as a table of comma-separated values. See SlImportFunc. */
gboolean sl_csv_import (SlImport *import, GBytes *bytes, GError **error);

G_END_DECLS
