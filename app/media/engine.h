/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "playback.h"

G_BEGIN_DECLS

/**
 * SlEngine: a playback on a thread of its own.
 *
 * Every call here returns at once and is carried out on that thread, in order, as the function of SlPlayback that
 * has its name; what came of it is posted to the mailbox. A file that hangs can hang that thread and nothing else.
 * Not reference counted by users: sl_engine_abandon() lets go of it whatever it is doing.
 */
typedef struct _SlEngine SlEngine;

SlEngine *sl_engine_new (SlMailbox *mailbox, const SlPlayerWorld *world) G_GNUC_WARN_UNUSED_RESULT;

/* Asks the engine to stop and waits at most @patience (microseconds, may be 0) until it has; an engine that
 * does not answer is left to itself. Returns: whether it stopped in time */
gboolean sl_engine_abandon (SlEngine *self, gint64 patience);

/* How many calls it was given that it has not carried out yet. */
guint sl_engine_get_backlog (SlEngine *self);

void sl_engine_load (SlEngine *self, const SlLoad *load);
void sl_engine_unload (SlEngine *self, guint serial);
void sl_engine_set_playing (SlEngine *self, gboolean playing);
void sl_engine_seek (SlEngine *self, gint64 target, SlSeekMode mode, guint serial);
void sl_engine_set_rate (SlEngine *self, double rate, gint64 target, guint serial);
void sl_engine_step (SlEngine *self, int n, guint serial);
void sl_engine_set_loop (SlEngine *self, gint64 start, gint64 end, gint64 target, guint serial);
void sl_engine_select (SlEngine *self, SlTrackKind kind, int index, guint choice);
void sl_engine_set_volume (SlEngine *self, double volume, gboolean muted); /* linear, 0 to 1 */
void sl_engine_set_turn (SlEngine *self, guint degrees);
void sl_engine_set_shift (SlEngine *self, gint64 shift);
void sl_engine_set_output_size (SlEngine *self, guint width, guint height);

G_END_DECLS
