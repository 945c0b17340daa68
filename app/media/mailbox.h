/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "fault.h"
#include "frame.h"

G_BEGIN_DECLS

typedef enum {
  SL_PLAYER_IDLE,    /* nothing is loaded */
  SL_PLAYER_LOADING, /* the file was asked for and has not answered */
  SL_PLAYER_PAUSED,
  SL_PLAYER_PLAYING,
  SL_PLAYER_ENDED, /* the last frame was shown */
  SL_PLAYER_FAULT, /* see the fault; only a new load leads out */
} SlPlayerState;

/* What the engine last said of itself. */
typedef struct
{
  SlPlayerState state;
  guint         serial;   /* the load or seek that was last carried out */
  gint64        duration; /* nanoseconds; -1 while unknown */
  gint64        position; /* nanoseconds, of a film without picture; -1 otherwise */
  gint64        end;      /* stream time at which the last frame ended; meaningful in SL_PLAYER_ENDED */
  double        rate;
  gboolean      has_video;
  gboolean      has_audio;
  SlFault      *fault; /* (nullable): fatal in SL_PLAYER_FAULT, otherwise something to tell the viewer */
} SlSnapshot;

/**
 * SlMailbox: the one place where the engine's threads leave things for the main thread.
 *
 * One slot for the newest frame and one for the newest snapshot; nobody ever waits, and between two looks
 * of the main thread it is woken once. Thread-safe.
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
/* Fills @snapshot (its fault is owned by the caller). Returns: whether it is news since the last look */
gboolean sl_mailbox_look (SlMailbox *self, SlSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMailbox, sl_mailbox_unref)

G_END_DECLS
