/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a track, and what a text track brings. How tracks are found and switched is elsewhere. */
#include "track.h"

void
sl_track_free (SlTrack *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->language);
  g_free (self->title);
  g_free (self->codec);
  g_free (self);
}

const SlTrack *
sl_track_find (GPtrArray *tracks, SlTrackKind kind, int index)
{
  for (guint i = 0; tracks && i < tracks->len; i++)
    {
      const SlTrack *track = g_ptr_array_index (tracks, i);

      if (track->kind == kind && index-- == 0)
        return track;
    }
  return NULL;
}

void
sl_text_cue_free (SlTextCue *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_free (self);
}
