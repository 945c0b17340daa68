/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mailbox.h"
#include "seeker.h"

G_BEGIN_DECLS

/**
 * SlWatchdog: looks once a second whether a film that should move does, and says in the mailbox that its thread lives.
 *
 * Belongs to the engine's thread. A film that stands has no timer.
 */
typedef struct _SlWatchdog SlWatchdog;

/* What it watches for now. */
typedef struct
{
  gboolean should_move; /* else nothing is watched */
  gboolean should_play;
  gboolean has_video;
} SlWatchdogOrder;

/* @playbin, @stamper, @seeker, @mailbox have to outlive it. @stalled is called with @data when the film has stood for the
 * patience, and again when it has stood so long once more. Returns: (transfer full) */
SlWatchdog *sl_watchdog_new (GMainContext *context, GstElement *playbin, SlFrameStamper *stamper, SlSeeker *seeker, SlMailbox *mailbox, void (*stalled) (gpointer data), gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void        sl_watchdog_free (SlWatchdog *self);
void        sl_watchdog_set_patience (SlWatchdog *self, gint64 patience); /* microseconds */
void        sl_watchdog_order (SlWatchdog *self, const SlWatchdogOrder *order);

G_END_DECLS
