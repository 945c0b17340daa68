/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SL_MPRIS_PATH "/org/mpris/MediaPlayer2"
#define SL_MPRIS_NO_TRACK "/org/mpris/MediaPlayer2/TrackList/NoTrack"
#define SL_MPRIS_ROOT "org.mpris.MediaPlayer2"
#define SL_MPRIS_PLAYER "org.mpris.MediaPlayer2.Player"

/* Returns: (transfer full): both interfaces of MPRIS 2.2 that a player without a track list has */
GDBusNodeInfo *sl_mpris_interfaces_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
