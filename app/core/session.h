/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "active-cues.h"
#include "captions.h"
#include "casebook.h"
#include "chapter-merge.h"
#include "mark.h"
#include "reading.h"

G_BEGIN_DECLS

/**
 * SlSession: what is being watched, and where in it. The one object that every pane looks at.
 *
 * Time is an argument: the session has no clock, no timer and no thread, and is used on the main thread.
 * Signals: "cue-entered" (SlCue *cue) and "cue-left" (SlCue *cue), for chapters, titles, notes and captions,
 * at their exact times and in the order of the film; `time` and `number` are those of the frame.
 */
#define SL_TYPE_SESSION (sl_session_get_type ())
G_DECLARE_FINAL_TYPE (SlSession, sl_session, SL, SESSION, GObject)

SlSession *sl_session_new (void) G_GNUC_WARN_UNUSED_RESULT;

SlCasebook *sl_session_get_casebook (SlSession *self); /* (transfer none) (nullable) */
void        sl_session_set_casebook (SlSession *self, SlCasebook *casebook);

/* How what is told is to be read; one for the life of the session. (transfer none) */
SlReading *sl_session_get_reading (SlSession *self);

/* Makes @clip (nullable) what is watched; its moment is before its first frame and nothing is current.
 * What was current in the clip before is left first. */
SlClip *sl_session_get_clip (SlSession *self); /* (transfer none) (nullable) */
void    sl_session_set_clip (SlSession *self, SlClip *clip);

/* The clip's film has chapters (array) of its own, which are put under the casebook's, see sl_chapter_merge(). They
 * hold until another clip is set. */
void sl_session_set_file_chapters (SlSession *self, const SlFileChapter *chapters, guint n_chapters);

/* The film went on to the frame of @time (nanoseconds) and @number; or it is at that frame after a seek. */
void sl_session_advance (SlSession *self, gint64 time, gint64 number);
void sl_session_jump (SlSession *self, gint64 time, gint64 number);

gint64   sl_session_get_time (SlSession *self);   /* nanoseconds; 0 before the first frame */
gboolean sl_session_has_moment (SlSession *self); /* whether that is a place in its clip: it has been moved to it */
gint64   sl_session_get_number (SlSession *self);
gint64   sl_session_get_duration (SlSession *self); /* nanoseconds, as the clip says */

/* All (transfer none) and of SlCue; new objects with each clip. Chapters are flat, parents before children, without the
 * hidden ones;
 * notes are all but the titles; titles are those at the moment; facts are those told so far,
 * what is told now first (SlToldFacts). */
GListModel *sl_session_get_chapters (SlSession *self);
GListModel *sl_session_get_notes (SlSession *self);
GListModel *sl_session_get_notes_now (SlSession *self);
GListModel *sl_session_get_titles (SlSession *self);
SlCaptions *sl_session_get_captions (SlSession *self);     /* one for the life of the session */
SlCaptions *sl_session_get_descriptions (SlSession *self); /* the same; only they themselves tell what enters and leaves */
GListModel *sl_session_get_facts (SlSession *self);
GListStore *sl_session_get_marks (SlSession *self);     /* of SlMark, in their order: what its viewer has marked in the clip, as
                                                       far as somebody keeps that; one for the life of the session */
SlCue      *sl_session_get_chapter (SlSession *self);   /* the innermost at the moment (nullable) */
SlCue      *sl_session_get_note (SlSession *self);      /* of those that are on, the one that began last (nullable) */
SlCue      *sl_session_get_near_note (SlSession *self); /* that one or, between notes, the one that began last (nullable) */
SlCue      *sl_session_get_fact (SlSession *self);      /* the first of `facts` (nullable) */

/* A cue by kind ("note" finds titles too) and id. Returns: (transfer none) (nullable) */
SlCue *sl_session_lookup_cue (SlSession *self, SlCueKind kind, const char *id);

/* Where the chapter before (@direction < 0) or after @time starts. Going back within the first three seconds
 * of a chapter leads to the one before it. Returns: nanoseconds, or SL_TIME_NONE */
gint64 sl_session_find_chapter (SlSession *self, gint64 time, int direction);

/* The span of the innermost chapter, or of the note that began last, that covers @time.
 * @kind: SL_CUE_CHAPTER or SL_CUE_NOTE. Returns: FALSE when there is none, or only a point */
gboolean sl_session_find_span (SlSession *self, SlCueKind kind, gint64 time, SlSpan *span);

/* Characters a second at which notes can be read: a note stays current in `notes` and `facts` until it can
 * have been read. 0 keeps to the casebook's own times. Takes effect at once. */
void sl_session_set_reading_speed (SlSession *self, guint characters);

G_END_DECLS
