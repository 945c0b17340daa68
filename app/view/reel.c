/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which file it is, where the clip lies in it, and what it lacks. When something moves, and why, is the conductor's. */
#include "reel.h"

#include "best-medium.h"
#include "notice.h"
#include "own-copy.h"

struct _SlReel
{
  SlSession *session;
  SlPlayer  *player;
  char      *uri;     /* (nullable): of what was loaded last */
  char      *copy;    /* (nullable): the viewer's */
  gint64     offset;  /* of the copy */
  gboolean   is_copy; /* what was loaded last */
  gboolean   still;
  gboolean   absent;
  SlFault   *notice; /* (nullable): what no player tells */
};

SlReel *
sl_reel_new (SlSession *session, SlPlayer *player)
{
  SlReel *self = g_new0 (SlReel, 1);

  self->session = g_object_ref (session);
  self->player = g_object_ref (player);
  return self;
}

void
sl_reel_free (SlReel *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->session);
  g_object_unref (self->player);
  g_free (self->uri);
  g_free (self->copy);
  g_clear_pointer (&self->notice, sl_fault_unref);
  g_free (self);
}

/* The two times */

gint64
sl_reel_get_offset (SlReel *self)
{
  return self->is_copy ? self->offset : 0;
}

gint64
sl_reel_to_clip (SlReel *self, gint64 time)
{
  return sl_own_copy_to_clip (sl_reel_get_offset (self), MAX (time, 0));
}

static gint64
to_file (SlReel *self, gint64 time)
{
  return sl_own_copy_to_file (sl_reel_get_offset (self), time);
}

void
sl_reel_set_offset (SlReel *self, gint64 offset)
{
  self->offset = sl_own_copy_clamp (offset);
}

gint64
sl_reel_clamp (SlReel *self, gint64 target)
{
  const gint64 first = sl_reel_to_clip (self, 0);

  return CLAMP (target, first, MAX (sl_session_get_duration (self->session), first));
}

guint
sl_reel_seek (SlReel *self, gint64 target, SlSeekMode mode)
{
  return sl_player_seek (self->player, to_file (self, target), mode);
}

guint
sl_reel_set_rate (SlReel *self, double rate, gint64 target)
{
  return sl_player_set_rate (self->player, rate, to_file (self, target));
}

guint
sl_reel_set_loop (SlReel *self, const SlSpan *round, gint64 target)
{
  const gint64 start = round->start < 0 ? -1 : to_file (self, round->start);
  const gint64 end = round->end < 0 ? -1 : to_file (self, round->end);

  return sl_player_set_loop (self->player, start, end, to_file (self, target));
}

gint64
sl_reel_time_of (SlReel *self, SlFrame *frame)
{
  return sl_reel_to_clip (self, sl_frame_get_time (frame));
}

gint64
sl_reel_number_of (SlReel *self, SlFrame *frame)
{
  return sl_reel_get_offset (self) == 0 ? sl_frame_get_number (frame) : -1;
}

gint64
sl_reel_get_position (SlReel *self)
{
  const gint64 position = sl_player_get_position (self->player);

  return position < 0 ? -1 : sl_reel_to_clip (self, position);
}

/* Which file */

void
sl_reel_set_copy (SlReel *self, const char *uri, gint64 offset)
{
  g_free (self->copy);
  self->copy = g_strdup (uri);
  self->offset = sl_own_copy_clamp (offset);
}

void
sl_reel_set_still (SlReel *self, gboolean still)
{
  self->still = still;
}

gboolean
sl_reel_is_copy (SlReel *self)
{
  return self->is_copy;
}

/* Returns: (transfer full) (nullable) */
static char *
find_file (SlReel *self, gboolean *is_copy)
{
  char *uri = sl_best_medium_find (self->session, self->still);

  *is_copy = uri == NULL && self->copy != NULL && sl_session_get_clip (self->session) != NULL;
  return *is_copy ? g_strdup (self->copy) : uri;
}

gboolean
sl_reel_is_in (SlReel *self)
{
  gboolean         is_copy;
  g_autofree char *uri = find_file (self, &is_copy);

  return uri != NULL && g_strcmp0 (uri, self->uri) == 0;
}

gboolean
sl_reel_load (SlReel *self, gint64 start, gboolean play, guint *serial)
{
  SlClip *clip = sl_session_get_clip (self->session);

  g_clear_pointer (&self->notice, sl_fault_unref);
  self->absent = FALSE;
  g_free (self->uri);
  self->uri = find_file (self, &self->is_copy);
  if (self->uri)
    {
      *serial = sl_player_load (self->player, self->uri, to_file (self, start), play);
      return TRUE;
    }
  /* What the viewer brings along is not missing. */
  if (clip && sl_clip_get_bring_your_own (clip) == NULL)
    self->notice = sl_notice_make_absent (self->session);
  self->absent = self->notice != NULL;
  sl_player_unload (self->player);
  sl_reel_stay (self, start);
  return FALSE;
}

void
sl_reel_stay (SlReel *self, gint64 target)
{
  if (sl_session_get_clip (self->session) && target > 0)
    sl_session_jump (self->session, MIN (target, sl_session_get_duration (self->session)), -1);
}

/* What it lacks */

/* Where the file should end: a copy of another cut was told to be one when it was opened. */
static gint64
expect_end (SlReel *self)
{
  const gint64 clip = sl_session_get_duration (self->session), length = sl_player_get_duration (self->player);

  return self->is_copy && length > 0 ? MIN (clip, sl_reel_to_clip (self, length)) : clip;
}

gint64
sl_reel_find_end (SlReel *self)
{
  const gint64 file = MAX (sl_reel_to_clip (self, MAX (sl_player_get_end (self->player), 0)), sl_session_get_time (self->session));
  const gint64 clip = sl_session_get_duration (self->session);

  if (file > 0 && file + SL_OWN_COPY_SLACK < expect_end (self))
    {
      g_clear_pointer (&self->notice, sl_fault_unref);
      self->notice = sl_notice_make_cut_short (self->uri, file, clip);
    }
  return file > 0 && file + SL_OWN_COPY_SLACK < clip ? file : MAX (file, clip);
}

/* The player does not know whose file it is, and only its viewer can find it again. */
static void
note_missing_copy (SlReel *self)
{
  SlFault *fault = sl_player_get_fault (self->player);

  if (self->is_copy && self->notice == NULL && fault && sl_fault_get_code (fault) == SL_FAULT_FILE_MISSING)
    self->notice = sl_fault_new (SL_FAULT_COPY_MISSING, NULL, sl_fault_get_details (fault));
}

SlFault *
sl_reel_get_fault (SlReel *self)
{
  note_missing_copy (self);
  return self->notice ? self->notice : sl_player_get_fault (self->player);
}

gboolean
sl_reel_is_absent (SlReel *self)
{
  return self->absent;
}

void
sl_reel_forgive (SlReel *self)
{
  g_clear_pointer (&self->notice, sl_fault_unref);
}
