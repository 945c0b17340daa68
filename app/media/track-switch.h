/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

#include "snapshot.h"
#include "track.h"

G_BEGIN_DECLS

/**
 * SlTrackSwitch: which tracks a playbin or playbin3 has found, and which of them it plays.
 *
 * On the engine's thread only. playbin counts its tracks, playbin3 names streams; the difference ends here.
 */
typedef struct _SlTrackSwitch SlTrackSwitch;

/* @playbin: (transfer none) and outliving the switch */
SlTrackSwitch *sl_track_switch_new (GstElement *playbin) G_GNUC_WARN_UNUSED_RESULT;
void           sl_track_switch_free (SlTrackSwitch *self);

typedef enum {
  SL_TRACKS_NOTHING,
  SL_TRACKS_FETCH_AGAIN, /* what stands on the screen comes once more, with its sound and words */
  SL_TRACKS_BEGIN_AGAIN, /* the film is opened once more, and plays them from then on */
} SlTracksDue;

/* Another film, or the same one anew: nothing is known. What is wanted holds until it is forgotten. */
void sl_track_switch_reset (SlTrackSwitch *self);
void sl_track_switch_forget_wishes (SlTrackSwitch *self);

/* Returns: whether @message changed what is known */
gboolean sl_track_switch_take_message (SlTrackSwitch *self, GstMessage *message);

/* Whether the film has a picture at all. */
gboolean sl_track_switch_has_video (SlTrackSwitch *self);

/* Tells @snapshot which tracks can be chosen now, and which of them are. */
void sl_track_switch_tell (SlTrackSwitch *self, SlSnapshot *snapshot);

/* Number @index of @kind shall play; -1: what the file would have, which of words is none. A track that is not there
 * changes nothing. */
void     sl_track_switch_want (SlTrackSwitch *self, SlTrackKind kind, int index);
gboolean sl_track_switch_wants_text (SlTrackSwitch *self);

/* Sees to what is wanted. Returns: what has to be done for it */
SlTracksDue sl_track_switch_carry_out (SlTrackSwitch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTrackSwitch, sl_track_switch_free)

G_END_DECLS
