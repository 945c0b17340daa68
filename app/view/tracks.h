/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conductor.h"
#include "wording.h"

G_BEGIN_DECLS

/* Sound tracks are those of the film's file. Caption tracks are those of the clip, behind them the text tracks of the
 * file, which are known once it has answered, and last what the viewer has brought, which is not remembered. Both are
 * counted from 0; -1 is none. */

guint sl_tracks_count_sounds (SlConductor *conductor);
guint sl_tracks_count_captions (SlConductor *conductor);

/* For a viewer to choose by. Returns: (transfer full) */
char *sl_tracks_name_sound (SlConductor *conductor, guint n) G_GNUC_WARN_UNUSED_RESULT;
char *sl_tracks_name_captions (SlConductor *conductor, guint n) G_GNUC_WARN_UNUSED_RESULT;

int  sl_tracks_get_captions (SlConductor *conductor);
void sl_tracks_choose_captions (SlConductor *conductor, int n);
/* Of the clip, or else of the file: in the reader's language, or else the first. */
void sl_tracks_choose_usual_captions (SlConductor *conductor);
/* Of @tracks (of SlCaptionTrack, nullable): the one in the reader's language, or else the first. Returns: -1 without any */
int sl_tracks_find_usual (GListModel *tracks);
/* What a catalogue may have of @track, which is in the casebook's language, where that is not the reader's.
 * Returns: (transfer full) (nullable) */
SlWording *sl_tracks_find_wording (SlCasebook *casebook, SlClip *clip, SlCaptionTrack *track) G_GNUC_WARN_UNUSED_RESULT;
/* The session has another clip, and nothing is known of its film yet: of those of the clip, as above. */
void sl_tracks_begin_captions (SlConductor *conductor);

/* What is remembered of the captions that are chosen. Returns: (transfer full) (nullable): NULL for none */
char *sl_tracks_build_captions_key (SlConductor *conductor) G_GNUC_WARN_UNUSED_RESULT;
/* Whether only the film's file can have the captions of @key. */
gboolean sl_tracks_is_key_of_file (const char *key);
/* The track of @key or, without it, one in its language. Returns: -1 when there is none */
int sl_tracks_find_captions (SlConductor *conductor, const char *key);

G_END_DECLS
