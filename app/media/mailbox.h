/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "frame.h"
#include "snapshot.h"
#include "track.h"

G_BEGIN_DECLS

/**
 * SlMailbox: the one place where the engine's threads leave things for the main thread.
 *
 * One slot for the newest frame, one for the newest snapshot and a list of words; nobody ever waits, and
 * between two looks of the main thread it is woken once. Thread-safe.
 */
typedef struct _SlMailbox SlMailbox;

/* @wake is called with @data on the thread-default main context of the caller. Returns: (transfer full) */
SlMailbox *sl_mailbox_new (GSourceFunc wake, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
SlMailbox *sl_mailbox_ref (SlMailbox *self);
void       sl_mailbox_unref (SlMailbox *self);

/* No wake after this. Call it on the thread that is woken. What is posted later is dropped. */
void sl_mailbox_close (SlMailbox *self);

/* A frame that was not taken is replaced and counted as missed. @frame: (transfer full) */
void     sl_mailbox_post_frame (SlMailbox *self, SlFrame *frame);
SlFrame *sl_mailbox_take_frame (SlMailbox *self); /* (transfer full) (nullable) */
guint64  sl_mailbox_get_missed (SlMailbox *self);

void sl_mailbox_post_snapshot (SlMailbox *self, const SlSnapshot *snapshot); /* copied */
/* Fills @snapshot (to be cleared by the caller). Returns: whether it is news since the last look */
gboolean sl_mailbox_look (SlMailbox *self, SlSnapshot *snapshot);

void       sl_mailbox_post_text (SlMailbox *self, SlTextCue *cue); /* @cue: (transfer full) */
GPtrArray *sl_mailbox_take_text (SlMailbox *self);                 /* (transfer full) (nullable) (element-type SlTextCue) */

/* A sign of life of the engine's thread; it wakes nobody. */
void  sl_mailbox_beat (SlMailbox *self);
guint sl_mailbox_get_beats (SlMailbox *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMailbox, sl_mailbox_unref)

G_END_DECLS
