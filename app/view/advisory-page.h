/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SlAdvisoryPage: what to know before a clip is watched, and the question whether to.
 *
 * Actions used: win.watch-anyway, win.back.
 */
#define SL_TYPE_ADVISORY_PAGE (sl_advisory_page_get_type ())
G_DECLARE_FINAL_TYPE (SlAdvisoryPage, sl_advisory_page, SL, ADVISORY_PAGE, GtkWidget)

/* @clip of @session's casebook is to be watched from @start. Returns: whether there is something to know first that was not
 * accepted yet; then the page tells it, and what the casebook says of itself, as nobody may have come by its page */
gboolean sl_advisory_page_ask (SlAdvisoryPage *self, SlSession *session, SlClip *clip, gint64 start);

/* It was accepted. @start: (out): as it was given. Returns: (transfer full) (nullable): the clip, where its casebook is still
 * open */
SlClip *sl_advisory_page_accept (SlAdvisoryPage *self, gint64 *start) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
