/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "link.h"
#include "session.h"

G_BEGIN_DECLS

/* Where in the session's clip @link points, nanoseconds; SL_TIME_NONE when it does not say. @problem: (out) (transfer full)
 * (nullable): in words, that the chapter or fact that it names is not there, so that it is the clip's start */
gint64 sl_link_start_find (SlLink *link, SlSession *session, char **problem);

/* Returns: (transfer full): the link to the moment that is shown of the session's clip, which there has to be */
char *sl_link_start_write (SlSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
