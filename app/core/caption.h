/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SlCaption: one caption. SlCaption and SlCaptionTrack are immutable records: their properties are named as
 * the getters, with dashes, and what a getter returns belongs to the record.
 */
#define SL_TYPE_CAPTION (sl_caption_get_type ())
G_DECLARE_FINAL_TYPE (SlCaption, sl_caption, SL, CAPTION, GObject)

const char *sl_caption_get_id (SlCaption *self);       /* the cue's, or its start as H:MM:SS.mmm */
gint64      sl_caption_get_start (SlCaption *self);    /* nanoseconds */
gint64      sl_caption_get_end (SlCaption *self);      /* nanoseconds; the start for a point */
const char *sl_caption_get_text (SlCaption *self);     /* plain, in its lines */
const char *sl_caption_get_speaker (SlCaption *self);  /* (nullable) */
gboolean    sl_caption_get_extended (SlCaption *self); /* of a description: the film waits until it was said */

/* @cues: (element-type SlTimedText). Returns: (transfer full): of SlCaption, in the same order */
GListModel *sl_caption_list_new (GPtrArray *cues) G_GNUC_WARN_UNUSED_RESULT;

/* SlCaptionTrack: the captions of a clip in one language. */
#define SL_TYPE_CAPTION_TRACK (sl_caption_track_get_type ())
G_DECLARE_FINAL_TYPE (SlCaptionTrack, sl_caption_track, SL, CAPTION_TRACK, GObject)

const char *sl_caption_track_get_language (SlCaptionTrack *self); /* BCP 47 */
const char *sl_caption_track_get_file (SlCaptionTrack *self);     /* path in the casebook */
const char *sl_caption_track_get_kind (SlCaptionTrack *self);     /* "captions" or "subtitles" */
GListModel *sl_caption_track_get_captions (SlCaptionTrack *self); /* (nullable): of SlCaption, as in the file */

G_END_DECLS
