/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One seek is under way at a time. A new one replaces the one that waits, so dragging never builds a queue.
 *
 * A loop is a segment seek: when its segment is done the next round is asked for without a flush, so the last
 * picture of a round and the first of the next follow each other as anywhere else in the film.
 */
#include "seeker.h"

#include "frame-step.h"

/* What is left of a round behind an exact seek may hold neither a picture nor a sound, and then it never ends. */
#define SHORTEST_REST (2 * (gint64)SL_FRAME_STAMPER_NUDGE)

struct _SlSeeker
{
  GstElement     *playbin;
  SlFrameStamper *stamper;
  gboolean        is_open;
  gint64          duration;
  double          rate;
  guint           serial;
  gboolean        seeking; /* a seek is under way, to @target */
  gboolean        again;   /* and what it brings has to be fetched once more */
  gint64          target;
  gboolean        has_next;
  gint64          next_target;
  SlSeekMode      next_mode;
  guint           next_serial;
  gint64          loop_start; /* -1: none */
  gint64          loop_end;   /* -1: where the film ends */
  guint32         seqnum;     /* of the last seek that was sent */
  gboolean        round_due;  /* its segment was done before it had arrived, or while the film rests */
  guint           refused;    /* serial of the last seek that the film would not carry out */
  SlFrameStep     step;
};

SlSeeker *
sl_seeker_new (GstElement *playbin, SlFrameStamper *stamper)
{
  SlSeeker *self = g_new0 (SlSeeker, 1);

  self->playbin = playbin;
  self->stamper = sl_frame_stamper_ref (stamper);
  self->duration = -1;
  self->rate = 1.0;
  self->loop_start = -1;
  return self;
}

void
sl_seeker_free (SlSeeker *self)
{
  g_return_if_fail (self != NULL);

  sl_frame_stamper_unref (self->stamper);
  g_free (self);
}

void
sl_seeker_reset (SlSeeker *self, guint serial)
{
  g_return_if_fail (self != NULL);

  self->is_open = self->seeking = self->again = self->has_next = self->round_due = FALSE;
  self->seqnum = GST_SEQNUM_INVALID;
  self->duration = -1;
  self->serial = serial;
  sl_frame_step_cancel (&self->step);
  sl_frame_stamper_expect (self->stamper, serial, -1);
}

void
sl_seeker_open (SlSeeker *self, gint64 duration)
{
  g_return_if_fail (self != NULL);

  self->is_open = TRUE;
  self->duration = duration;
}

void
sl_seeker_set_rate (SlSeeker *self, double rate)
{
  g_return_if_fail (self != NULL && rate > 0);

  self->rate = rate;
}

static gint64
clamp_to_film (SlSeeker *self, gint64 target)
{
  /* Behind the last frame there is nothing to show. */
  if (self->duration > 0)
    return CLAMP (target, 0, MAX (self->duration - sl_frame_stamper_get_frame_duration (self->stamper), 0));
  return MAX (target, 0);
}

static gint64
find_loop_start (SlSeeker *self)
{
  return clamp_to_film (self, self->loop_start);
}

/* A round is never shorter than a picture, and not so long that a little of the next one is in it, too.
 * Returns: -1 when nobody knows */
static gint64
find_loop_end (SlSeeker *self)
{
  const gint64 end = self->loop_end >= 0 ? self->loop_end : self->duration;
  const gint64 picture = sl_frame_stamper_get_frame_duration (self->stamper) - SHORTEST_REST;

  return end < 0 ? -1 : MAX (end, find_loop_start (self) + MAX (picture, 2 * SHORTEST_REST));
}

/* Whoever is at the end of the round goes to its start. */
static gint64
keep_in_round (SlSeeker *self, gint64 target)
{
  const gint64 end = self->loop_start >= 0 ? find_loop_end (self) : -1;

  return target < end && target + SHORTEST_REST > end ? find_loop_start (self) : target;
}

static gboolean
send (SlSeeker *self, gint64 target, SlSeekMode mode, GstSeekFlags flags)
{
  const gint64   end = find_loop_end (self);
  const gboolean exact = mode == SL_SEEK_EXACT;
  const gboolean looping = self->loop_start >= 0 && (end < 0 || target < end);
  const gboolean stops = looping && end >= 0;
  const guint32  seqnum = self->seqnum;
  GstEvent      *event;

  flags |= exact ? GST_SEEK_FLAG_ACCURATE : GST_SEEK_FLAG_KEY_UNIT;
  if (looping)
    flags |= GST_SEEK_FLAG_SEGMENT;
  event = gst_event_new_seek (self->rate,
                              GST_FORMAT_TIME,
                              flags,
                              GST_SEEK_TYPE_SET,
                              exact && target > 0 ? target + (gint64)SL_FRAME_STAMPER_NUDGE : target,
                              GST_SEEK_TYPE_SET, /* NONE would keep the stop of a loop before */
                              stops ? end : -1);
  self->seqnum = gst_event_get_seqnum (event);
  self->round_due = FALSE;
  if (gst_element_send_event (self->playbin, event))
    return TRUE;
  self->seqnum = seqnum;
  return FALSE;
}

/* @serial: 0 for a picture on the way to another, which nobody is shown */
static void
start (SlSeeker *self, gint64 target, SlSeekMode mode, guint serial)
{
  self->target = clamp_to_film (self, target);
  if (mode == SL_SEEK_EXACT)
    self->target = keep_in_round (self, self->target);
  self->seeking = TRUE;
  self->again = FALSE;
  if (serial != 0)
    self->serial = serial;
  sl_frame_stamper_expect (self->stamper, serial, mode == SL_SEEK_EXACT ? self->target : -1);
  if (send (self, self->target, mode, GST_SEEK_FLAG_FLUSH))
    return;
  /* The film goes on where it is; its frames are those that are wanted now. */
  self->seeking = FALSE;
  self->refused = serial != 0 ? serial : self->step.serial;
  if (serial == 0)
    sl_frame_stamper_expect (self->stamper, self->step.serial, -1);
  sl_frame_step_cancel (&self->step);
  sl_frame_stamper_accept (self->stamper);
}

void
sl_seeker_seek (SlSeeker *self, gint64 target, SlSeekMode mode, guint serial)
{
  g_return_if_fail (self != NULL);

  sl_frame_step_cancel (&self->step);
  if (self->is_open && !self->seeking)
    {
      start (self, target, mode, serial);
      return;
    }
  self->has_next = TRUE;
  self->next_target = target;
  self->next_mode = mode;
  self->next_serial = serial;
}

void
sl_seeker_fetch_again (SlSeeker *self, gint64 time)
{
  g_return_if_fail (self != NULL);

  if (!self->is_open || self->has_next)
    return; /* a seek is still to come */
  if (self->seeking)
    self->again = TRUE; /* its picture may be on its way already, as it was wanted then */
  else
    start (self, time, SL_SEEK_EXACT, self->serial);
}

static void
go_on_stepping (SlSeeker *self)
{
  SlFrameStamp shown;
  gint64       target;
  guint        serial;

  if (!self->is_open || self->seeking || self->has_next)
    return;
  sl_frame_stamper_get_shown (self->stamper, &shown);
  if (sl_frame_step_next (&self->step, self->stamper, &shown, &target, &serial))
    start (self, target, SL_SEEK_EXACT, serial);
}

void
sl_seeker_step (SlSeeker *self, int n, guint serial)
{
  g_return_if_fail (self != NULL);

  sl_frame_step_add (&self->step, n, serial);
  go_on_stepping (self);
}

gboolean
sl_seeker_find_unanswered (SlSeeker *self, gint64 *target, guint *serial)
{
  const gboolean stepping = sl_frame_step_is_under_way (&self->step);
  gint64         newest;
  SlFrameStamp   shown;

  g_return_val_if_fail (self != NULL && target != NULL && serial != NULL, FALSE);

  newest = sl_seeker_get_target (self);
  if (newest < 0 && !stepping)
    return FALSE;
  sl_frame_stamper_get_shown (self->stamper, &shown);
  if (stepping && self->step.phase != SL_FRAME_STEP_REST)
    newest = self->step.begin;
  *target = newest >= 0 ? newest : shown.time;
  *serial = stepping ? self->step.serial : self->has_next ? self->next_serial
                                                          : self->serial;
  return TRUE;
}

void
sl_seeker_cancel_steps (SlSeeker *self)
{
  gint64 target;
  guint  serial;

  g_return_if_fail (self != NULL);

  /* Whoever asked for them waits for pictures of their serial. */
  if (sl_frame_step_is_under_way (&self->step) && sl_seeker_find_unanswered (self, &target, &serial))
    sl_seeker_seek (self, target, SL_SEEK_EXACT, serial);
}

gint64
sl_seeker_set_loop (SlSeeker *self, gint64 start, gint64 end, gint64 now)
{
  g_return_val_if_fail (self != NULL && (end < 0 || start < end), now);

  self->loop_start = start;
  self->loop_end = end;
  return start >= 0 && (now < start || (end >= 0 && now >= end)) ? start : now;
}

gboolean
sl_seeker_is_looping (SlSeeker *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->loop_start >= 0;
}

/* A round begins without a flush: the demuxer has to come to rest first, and where the sink holds its first picture and
 * all queues are full, it never does. So a film that rests goes round once it plays. */
static void
go_round (SlSeeker *self)
{
  const gint64 target = find_loop_start (self);

  self->round_due = self->seeking || GST_STATE (self->playbin) != GST_STATE_PLAYING;
  if (self->round_due)
    return;
  sl_frame_stamper_expect_lap (self->stamper, target);
  if (!send (self, target, SL_SEEK_EXACT, GST_SEEK_FLAG_NONE))
    start (self, target, SL_SEEK_EXACT, self->serial);
}

void
sl_seeker_take_segment_done (SlSeeker *self, GstMessage *message)
{
  g_return_if_fail (self != NULL && GST_IS_MESSAGE (message));

  /* What is said of a segment before the last seek is of no interest. */
  if (self->loop_start < 0 || gst_message_get_seqnum (message) != self->seqnum)
    return;
  go_round (self);
}

void
sl_seeker_take_state (SlSeeker *self)
{
  g_return_if_fail (self != NULL);

  if (self->round_due)
    go_round (self);
}

static void
start_next (SlSeeker *self)
{
  if (!self->has_next)
    return;
  self->has_next = FALSE;
  start (self, self->next_target, self->next_mode, self->next_serial);
}

void
sl_seeker_take_done (SlSeeker *self)
{
  g_return_if_fail (self != NULL);

  self->seeking = FALSE;
  start_next (self);
  go_on_stepping (self);
  if (self->again && !self->seeking)
    start (self, sl_frame_stamper_get_place (self->stamper), SL_SEEK_EXACT, self->serial);
  sl_seeker_take_state (self);
}

gboolean
sl_seeker_take_end (SlSeeker *self, GstMessage *message)
{
  g_return_val_if_fail (self != NULL && GST_IS_MESSAGE (message), FALSE);

  /* Numbers grow: this end was reached before the film was sent elsewhere. Once the seek is done, whatever is told was
   * told after it, and of several streams one may still bear an older number. */
  if (self->seeking && self->seqnum != GST_SEQNUM_INVALID &&
      gst_util_seqnum_compare (gst_message_get_seqnum (message), self->seqnum) < 0)
    return TRUE;
  self->seeking = FALSE;
  if (!self->has_next)
    return FALSE;
  start_next (self);
  return TRUE;
}

gboolean
sl_seeker_is_seeking (SlSeeker *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->seeking;
}

guint
sl_seeker_get_serial (SlSeeker *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->serial;
}

guint
sl_seeker_get_refused (SlSeeker *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->refused;
}

gint64
sl_seeker_get_target (SlSeeker *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->has_next ? self->next_target : self->seeking ? self->target
                                                            : -1;
}
