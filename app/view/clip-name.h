/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): what the session's clip is known by, also when its casebook is read again; NULL
 * where it has none */
char *sl_clip_name_build (SlSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
