/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "player.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * SlReel: the file that a clip's pictures and sound come from, and where in it the clip's time is.
 *
 * Two times (own-copy.h): above this room everybody speaks the clip's, session, panes, strip, loops, links, resume
 * points and remotes alike; the player below it speaks the file's. They differ by an offset in a copy that the viewer
 * has brought, and are the same in a file of the casebook. Here, and nowhere else, one becomes the other.
 * Serials are the player's. Use it on the main thread.
 */
typedef struct _SlReel SlReel;

SlReel *sl_reel_new (SlSession *session, SlPlayer *player) G_GNUC_WARN_UNUSED_RESULT;
void    sl_reel_free (SlReel *self);

/* The viewer's copy of the session's clip, for the next load; @uri: (nullable): none. What the casebook brings goes
 * before it. */
void sl_reel_set_copy (SlReel *self, const char *uri, gint64 offset);
/* Whether the next load takes a version without motion where the casebook has one. */
void sl_reel_set_still (SlReel *self, gboolean still);
/* From now on the clip begins at @offset in the file. Nothing moves by it. */
void     sl_reel_set_offset (SlReel *self, gint64 offset);
gint64   sl_reel_get_offset (SlReel *self); /* 0 in a file of the casebook */
gboolean sl_reel_is_copy (SlReel *self);    /* what was loaded last */

/* Whether there is a file for the session's clip, and it is what was loaded last. */
gboolean sl_reel_is_in (SlReel *self);
/* Loads that file at @start. Returns: FALSE when there is none; then nothing is loaded any more */
gboolean sl_reel_load (SlReel *self, gint64 start, gboolean play, guint *serial);
/* The session is at @target, to which no picture comes: what is told there can be read. */
void sl_reel_stay (SlReel *self, gint64 target);

/* Returns: the moment nearest to @target that both the clip and its file have */
gint64 sl_reel_clamp (SlReel *self, gint64 target);
guint  sl_reel_seek (SlReel *self, gint64 target, SlSeekMode mode);
guint  sl_reel_set_rate (SlReel *self, double rate, gint64 target);
guint  sl_reel_set_loop (SlReel *self, const SlSpan *round, gint64 target); /* an end of -1 is the file's; a start of -1: none */

gint64 sl_reel_to_clip (SlReel *self, gint64 time); /* the clip's time of the file's */
gint64 sl_reel_time_of (SlReel *self, SlFrame *frame);
gint64 sl_reel_number_of (SlReel *self, SlFrame *frame); /* -1 where it would not be the clip's */
gint64 sl_reel_get_position (SlReel *self);              /* as the player's; -1: none */

/* Where the film is over, now that its file is: with its clip or, when the file is much shorter, with the file; which
 * is then a fault, unless the file never was longer and its viewer knows. */
gint64 sl_reel_find_end (SlReel *self);

/* What there is to tell: no file, one that ends too early, or what the player says. (transfer none) (nullable) */
SlFault *sl_reel_get_fault (SlReel *self);
gboolean sl_reel_is_absent (SlReel *self); /* the clip should have a file in its casebook, and it is not there */
void     sl_reel_forgive (SlReel *self);   /* it goes on: that it ended too early is no news any more */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReel, sl_reel_free)

G_END_DECLS
