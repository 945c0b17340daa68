/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

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

/* Another film: nothing is known. */
void sl_track_switch_reset (SlTrackSwitch *self);

/* Returns: whether @message changed what is known */
gboolean sl_track_switch_take_message (SlTrackSwitch *self, GstMessage *message);

/* Whether the film has a picture at all. */
gboolean sl_track_switch_has_video (SlTrackSwitch *self);

/* What can be chosen now. Returns: (transfer full) (element-type SlTrack) */
GPtrArray *sl_track_switch_list (SlTrackSwitch *self) G_GNUC_WARN_UNUSED_RESULT;

/* The number, within its kind, of what plays; -1: none. */
int sl_track_switch_get_current (SlTrackSwitch *self, SlTrackKind kind);

/* Plays number @index of @kind. Returns: FALSE when there is no such track */
gboolean sl_track_switch_select (SlTrackSwitch *self, SlTrackKind kind, int index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTrackSwitch, sl_track_switch_free)

G_END_DECLS
