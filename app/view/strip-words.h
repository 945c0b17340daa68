/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* @time (nanoseconds), the chapter in which it is, and the note that begins the nearest to it, at most @near nanoseconds
 * away, unless that comes later and is hidden. Returns: (transfer full) */
char *sl_strip_words_name (SlSession *session, gint64 time, gint64 near) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
