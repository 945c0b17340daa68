/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* Where to begin so that what is told at @time is led up to for @length (both nanoseconds): so much before it, but not
 * before the chapter that it is in, nor before the film. Without a chapter the film alone counts. */
gint64 sl_run_up_find (SlSession *session, gint64 time, gint64 length);

G_END_DECLS
