/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format.h"

G_BEGIN_DECLS

/* The chapters that a media file holds. @bytes: not used: the file of @import is opened */
gboolean sl_embedded_import (SlImport *import, GBytes *bytes, GError **error);

G_END_DECLS
