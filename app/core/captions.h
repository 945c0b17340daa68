/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "clip.h"
#include "cue.h"

G_BEGIN_DECLS

/* What can be chosen besides the number of one of the clip's tracks. */
#define SL_CAPTIONS_NONE (-1)
#define SL_CAPTIONS_OF_FILE (-2)   /* the words that the film's own file brings, as they come */
#define SL_CAPTIONS_OF_VIEWER (-3) /* a file that the viewer has brought */

/**
 * SlCaptions: the captions that are on, of the track that was chosen.
 *
 * Time is an argument. Properties: "now", a GListModel of SlCue of SlCaption, a new object with each choice;
 * "choice" (int) and "delay" (gint64), as below. Signals "cue-entered" and "cue-left" (SlCue *cue), as the session's.
 * Use it on the main thread.
 */
#define SL_TYPE_CAPTIONS (sl_captions_get_type ())
G_DECLARE_FINAL_TYPE (SlCaptions, sl_captions, SL, CAPTIONS, GObject)

SlCaptions *sl_captions_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Its tracks are the clip's descriptions. */
SlCaptions *sl_captions_new_of_descriptions (void) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer none) (nullable): of SlCaptionTrack: those of the clip; and the one that is chosen of them */
GListModel     *sl_captions_get_tracks (SlCaptions *self);
SlCaptionTrack *sl_captions_get_track (SlCaptions *self);

/* Another clip (nullable): its first track is chosen without a delay, words of another file and of the viewer are
 * forgotten. What was on is left first. */
void sl_captions_set_clip (SlCaptions *self, SlClip *clip);
/* The clip is the one before, read again: what was chosen and brought for it, and what its file had said, is there again. */
void sl_captions_go_on (SlCaptions *self);

/* @choice: the number of a track of the clip, or one of the above; one that is not there is none. */
void sl_captions_choose (SlCaptions *self, int choice);
int  sl_captions_get_choice (SlCaptions *self);

/* Nanoseconds by which captions come later than their track says, or earlier where it is below 0. */
void   sl_captions_set_delay (SlCaptions *self, gint64 delay);
gint64 sl_captions_get_delay (SlCaptions *self);

/* The film's file brings @text for [@start, @end), nanoseconds, as sl_subrip_to_plain() reads it; what is
 * known already is not taken twice, and what has no words not at all. */
void sl_captions_add (SlCaptions *self, gint64 start, gint64 end, const char *text);
/* It has another text track now. */
void sl_captions_forget_added (SlCaptions *self);

/* The viewer has brought @captions (of SlCaption) for this clip, in a file called @name: they are chosen. */
void sl_captions_bring (SlCaptions *self, GListModel *captions, const char *name);
/* Returns: (transfer none) (nullable): the name of that file; NULL without one */
const char *sl_captions_get_brought (SlCaptions *self);
/* Returns: (transfer none) (nullable): what is in it, of SlCaption */
GListModel *sl_captions_get_brought_captions (SlCaptions *self);
/* (nullable) (transfer none) */
SlClip *sl_captions_get_clip (SlCaptions *self);

void sl_captions_advance (SlCaptions *self, gint64 time);
void sl_captions_jump (SlCaptions *self, gint64 time);

GListModel *sl_captions_get_now (SlCaptions *self);                /* (transfer none) */
SlCue      *sl_captions_lookup (SlCaptions *self, const char *id); /* (transfer none) (nullable): of those chosen */

G_END_DECLS
