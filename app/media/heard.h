/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seeker.h"

G_BEGIN_DECLS

/* Which moment of the film it is, where pictures alone do not say it. On the engine's thread; times are nanoseconds of
 * stream time. */

/* Returns: what is heard or, of a silent film, what its clock says; -1 when nobody knows */
gint64 sl_heard_find (GstElement *playbin, SlSeeker *seeker);

/* The moment of a film with pictures. While it @moves, the one that is @heard, if that is another than is seen. */
gint64 sl_heard_get_now (SlFrameStamper *stamper, gboolean moves, gint64 heard);

/* Whether no picture can tell that it is @heard: before the first, while one stands for long, and behind the last. On a
 * machine that is too slow for them pictures can tell, late as they are. */
gboolean sl_heard_is_alone (SlFrameStamper *stamper, gboolean moves, gint64 heard);

G_END_DECLS
