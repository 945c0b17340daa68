/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "caption.h"
#include "media.h"

G_BEGIN_DECLS

typedef enum {
  SL_CLIP_KIND_TRAILER,
  SL_CLIP_KIND_INTERVIEW,
  SL_CLIP_KIND_EXPLAINER,
  SL_CLIP_KIND_FEATURE,
  SL_CLIP_KIND_AUDIO,
} SlClipKind;

#define SL_TYPE_CLIP_KIND (sl_clip_kind_get_type ())
GType sl_clip_kind_get_type (void);

/**
 * SlClip: something to watch or to hear, and all that is told beside it. An immutable record: its properties
 * are named as its getters, with dashes, and what a getter returns belongs to the record.
 */
#define SL_TYPE_CLIP (sl_clip_get_type ())
G_DECLARE_FINAL_TYPE (SlClip, sl_clip, SL, CLIP, GObject)

const char     *sl_clip_get_id (SlClip *self);
const char     *sl_clip_get_film (SlClip *self); /* (nullable): the film's id, NULL when there is no such film */
SlClipKind      sl_clip_get_kind (SlClip *self);
const char     *sl_clip_get_title (SlClip *self);
const char     *sl_clip_get_summary (SlClip *self);        /* (nullable) */
const char     *sl_clip_get_language (SlClip *self);       /* (nullable): BCP 47 */
GListModel     *sl_clip_get_media (SlClip *self);          /* (nullable): of SlMedia, best first; all are there */
GListModel     *sl_clip_get_sign_language (SlClip *self);  /* (nullable): of SlMedia, the clip interpreted; all are there */
SlBringYourOwn *sl_clip_get_bring_your_own (SlClip *self); /* (nullable) */
gint64          sl_clip_get_duration (SlClip *self);       /* nanoseconds */
const char     *sl_clip_get_poster (SlClip *self);         /* (nullable): path in the casebook */
const char     *sl_clip_get_alt (SlClip *self);            /* (nullable): the poster in words */
GListModel     *sl_clip_get_captions (SlClip *self);       /* (nullable): of SlCaptionTrack */
GListModel     *sl_clip_get_descriptions (SlClip *self);   /* (nullable): of SlCaptionTrack, to be read aloud */
GListModel     *sl_clip_get_chapters (SlClip *self);       /* (nullable): of SlChapter, in the file's order */
GListModel     *sl_clip_get_notes (SlClip *self);          /* (nullable): of SlNote, by start, then as in the file */
const char     *sl_clip_get_made_by (SlClip *self);        /* (nullable) */
const char     *sl_clip_get_advisory (SlClip *self);       /* (nullable) */

G_END_DECLS
