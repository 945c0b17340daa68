/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* @still: whether a version without motion is better, where there is one
 * Returns: (transfer full) (nullable): the URI of what @session's clip is best played from; NULL without a clip or a medium */
char *sl_best_medium_find (SlSession *session, gboolean still) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
