/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine.h"

G_BEGIN_DECLS

/**
 * SlPlayer: plays one film at a time. Commands go in, a cached snapshot comes out; no call ever waits.
 *
 * Knows no notes and no GTK. Use it on one thread, whose thread-default main context brings its news.
 * Signals: "frame-ready", when sl_player_take_frame() has something, at most once between two takes;
 * "words" (GPtrArray of SlTextCue), when the text track that was selected brings some.
 * Property: "state" (SlPlayerState), notified with every news of duration, tracks, chapters or fault too.
 */
#define SL_TYPE_PLAYER (sl_player_get_type ())
G_DECLARE_FINAL_TYPE (SlPlayer, sl_player, SL, PLAYER, GObject)

#define SL_TYPE_PLAYER_STATE (sl_player_state_get_type ())
GType sl_player_state_get_type (void);

SlPlayer *sl_player_new (const SlPlayerWorld *world) G_GNUC_WARN_UNUSED_RESULT; /* (nullable): what viewers have */

/* How long a file may take to answer before it is a fault; milliseconds, 8000 unless told. A film that stands
 * still for five eighths of it while it should play is begun anew where it was. */
void sl_player_set_patience (SlPlayer *self, guint milliseconds);

/* Each returns the serial that the frames of the new place will bear. Times are nanoseconds.
 * Older frames are never handed out after a load or an exact seek. A load forgets loop and tracks. */
guint sl_player_load (SlPlayer *self, const char *uri, gint64 start, gboolean play);
guint sl_player_seek (SlPlayer *self, gint64 target, SlSeekMode mode);
guint sl_player_set_rate (SlPlayer *self, double rate, gint64 target); /* 0.25 to 4; goes to @target */
guint sl_player_step (SlPlayer *self, int n);                          /* pauses, and moves by @n pictures */
/* Goes to @target, and round in [@start, @end) from there on without a gap; @start -1: no more; @end -1: to the
 * film's end. A target outside is the start. */
guint sl_player_set_loop (SlPlayer *self, gint64 start, gint64 end, gint64 target);

void sl_player_unload (SlPlayer *self);
void sl_player_set_playing (SlPlayer *self, gboolean playing);
void sl_player_set_volume (SlPlayer *self, double volume, gboolean muted); /* 0 to 1, as loud as it seems (cubic) */
void sl_player_select (SlPlayer *self, SlTrackKind kind, int index);       /* as in SlSnapshot */

/* Pictures are turned clockwise by @degrees (0, 90, 180, 270) more than their film says. For an output of
 * another kind that is the business of who draws. */
void sl_player_set_turn (SlPlayer *self, guint degrees);

/* Pictures come @shift nanoseconds later than their time, or earlier where it is below 0. Holds until it is changed. */
void sl_player_set_shift (SlPlayer *self, gint64 shift);

/* The pixels in which frames will be shown; 0 x 0: as the film has them. */
void sl_player_set_output_size (SlPlayer *self, guint width, guint height);

SlFrame          *sl_player_take_frame (SlPlayer *self);   /* (transfer full) (nullable) */
const SlSnapshot *sl_player_get_snapshot (SlPlayer *self); /* valid until the next news; its rate is the engine's */
SlPlayerState     sl_player_get_state (SlPlayer *self);
gboolean          sl_player_get_playing (SlPlayer *self);      /* what was last asked for */
gint64            sl_player_get_duration (SlPlayer *self);     /* -1 while unknown */
gint64            sl_player_get_position (SlPlayer *self);     /* where no picture tells it; -1 otherwise */
gint64            sl_player_get_end (SlPlayer *self);          /* end of the last frame, in SL_PLAYER_ENDED */
double            sl_player_get_rate (SlPlayer *self);         /* what was last asked for */
SlFault          *sl_player_get_fault (SlPlayer *self);        /* (transfer none) (nullable) */
guint64           sl_player_get_missed (SlPlayer *self);       /* frames replaced before they were taken */
GstElement       *sl_player_get_video_output (SlPlayer *self); /* (transfer none) (nullable): of its world */
guint             sl_player_get_rebuilds (SlPlayer *self);     /* how often a film that stood was begun anew */

G_END_DECLS
