/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fault.h"
#include "session.h"

G_BEGIN_DECLS

/* What the conductor itself has to tell of a film, each with what a bug report needs to know. (transfer full) */

/* None of the media of the session's clip is there. */
SlFault *sl_notice_make_absent (SlSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* The film at @uri ends at @end, and its clip lasts until @duration; nanoseconds. */
SlFault *sl_notice_make_cut_short (const char *uri, gint64 end, gint64 duration) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
