/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SL_TRACK_AUDIO,
  SL_TRACK_TEXT,
} SlTrackKind;

/* SlTrack: one of the sound or text tracks in a film's file. Made once, never changed. */
typedef struct
{
  SlTrackKind kind;
  char       *language; /* (nullable): as the file has it, ISO 639 */
  char       *title;    /* (nullable): what its maker called it */
  char       *codec;    /* (nullable): as GStreamer names it */
} SlTrack;

void sl_track_free (SlTrack *self);

/* The track of @kind that is number @index of that kind in @tracks. Returns: (nullable) (transfer none) */
const SlTrack *sl_track_find (GPtrArray *tracks, SlTrackKind kind, int index);

/* Words that come with the file's own text track, to be drawn while the film is in [start, end). */
typedef struct
{
  gint64 start; /* nanoseconds */
  gint64 end;
  char  *text;   /* plain, in its lines */
  guint  choice; /* number of the choice of a film or a track that they came of */
} SlTextCue;

void sl_text_cue_free (SlTextCue *self);

G_END_DECLS
