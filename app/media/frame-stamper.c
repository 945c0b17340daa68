/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which moment of the film a picture is, and which seek it answers. The prerolled picture comes twice (once
 * paused, once when playing begins) and is stamped once.
 *
 * A serial changes with the flush of its seek, which gst_element_seek() carries out before it returns, so
 * a picture of the old position can never bear the new serial. A loop goes round without a flush: there the
 * new segment begins the next lap. Leaves out what becomes of the picture; that is the sink's.
 */
#include "frame-stamper.h"

#define FRAME_GUESS (40 * (gint64)GST_MSECOND)

struct _SlFrameStamper
{
  gatomicrefcount ref_count;
  GMutex          lock;
  guint           wanted_serial;
  gint64          wanted_target;
  gint64          wanted_lap;
  gint64          target;        /* of the seek or lap that the pictures answer; -1 */
  guint           n_laps_wanted; /* rounds that were asked for and have not come here */
  gboolean        fresh;         /* nothing was stamped since the last flush or start */
  gboolean        ended;
  int             fps_n;
  int             fps_d;
  guint64         n_arrived; /* since the last flush or start, as n_stamped */
  guint64         n_stamped;
  gint64          next; /* where what arrived last is */
  guint64         n_shown;
  SlFrameStamp    shown;
};

SlFrameStamper *
sl_frame_stamper_new (void)
{
  SlFrameStamper *self = g_new0 (SlFrameStamper, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->target = self->wanted_target = -1;
  self->fresh = TRUE;
  self->shown.number = -1;
  return self;
}

SlFrameStamper *
sl_frame_stamper_ref (SlFrameStamper *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sl_frame_stamper_unref (SlFrameStamper *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* Called with the lock held. */
static void
begin_anew (SlFrameStamper *self)
{
  self->shown.serial = self->wanted_serial;
  self->target = self->wanted_target;
  self->shown.lap = 0;
  self->fresh = TRUE;
  self->ended = FALSE;
  self->n_laps_wanted = 0;
  self->n_arrived = self->n_stamped = 0;
}

void
sl_frame_stamper_start (SlFrameStamper *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  begin_anew (self);
  self->shown.time = self->shown.duration = 0;
  self->shown.number = -1;
  self->n_shown = 0;
  g_mutex_unlock (&self->lock);
}

void
sl_frame_stamper_take_event (SlFrameStamper *self, GstEvent *event)
{
  g_return_if_fail (self != NULL && GST_IS_EVENT (event));

  g_mutex_lock (&self->lock);
  if (GST_EVENT_TYPE (event) == GST_EVENT_FLUSH_STOP)
    {
      begin_anew (self);
    }
  else if (GST_EVENT_TYPE (event) == GST_EVENT_EOS || GST_EVENT_TYPE (event) == GST_EVENT_SEGMENT_DONE)
    {
      self->ended = TRUE;
    }
  else if (GST_EVENT_TYPE (event) == GST_EVENT_GAP)
    {
      self->n_arrived++; /* nothing is to be seen for a while, and that is known */
      self->next = G_MAXINT64;
    }
  else if (GST_EVENT_TYPE (event) == GST_EVENT_SEGMENT)
    {
      self->ended = FALSE;
      /* The first segment after a flush may come after the next round was asked for. */
      if (self->n_laps_wanted > 0 && !self->fresh)
        {
          self->n_laps_wanted--;
          self->shown.lap++;
          self->target = self->wanted_lap;
          self->fresh = TRUE;
        }
    }
  g_mutex_unlock (&self->lock);
}

void
sl_frame_stamper_set_rate (SlFrameStamper *self, int fps_n, int fps_d)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  self->fps_n = fps_d > 0 ? fps_n : 0;
  self->fps_d = fps_d;
  g_mutex_unlock (&self->lock);
}

/* How much of a picture is inside its segment, in stream time: seeks cut its beginning off and loops its end. Some
 * decoders have cut it already. */
typedef struct
{
  gint64   time;
  gint64   duration; /* 0 when unknown */
  gboolean lacks_beginning;
  gboolean lacks_end;
} Part;

/* Returns: FALSE when nothing of it is inside, or nobody knows */
static gboolean
find_part (const GstSegment *segment, GstBuffer *buffer, Part *part)
{
  const GstClockTime time = GST_BUFFER_PTS (buffer);
  const gboolean     has_end = GST_CLOCK_TIME_IS_VALID (time) && GST_BUFFER_DURATION_IS_VALID (buffer);
  const GstClockTime end = has_end ? time + GST_BUFFER_DURATION (buffer) : GST_CLOCK_TIME_NONE;
  guint64            first, last;

  if (!GST_CLOCK_TIME_IS_VALID (time) || !gst_segment_clip (segment, GST_FORMAT_TIME, time, end, &first, &last))
    return FALSE;
  part->time = (gint64)gst_segment_to_stream_time (segment, GST_FORMAT_TIME, first);
  part->duration = has_end ? (gint64)(last - first) : 0;
  part->lacks_beginning = first > time;
  part->lacks_end = has_end && GST_CLOCK_TIME_IS_VALID (segment->stop) && end >= segment->stop;
  return part->time >= 0;
}

void
sl_frame_stamper_take_arrival (SlFrameStamper *self, GstPad *pad, GstBuffer *buffer)
{
  g_autoptr (GstEvent) event = NULL;
  const GstSegment *segment;
  Part              part = {.time = -1};

  g_return_if_fail (self != NULL && GST_IS_PAD (pad) && GST_IS_BUFFER (buffer));

  event = gst_pad_get_sticky_event (pad, GST_EVENT_SEGMENT, 0);
  if (event)
    {
      gst_event_parse_segment (event, &segment);
      if (!find_part (segment, buffer, &part))
        part.time = -1;
    }
  g_mutex_lock (&self->lock);
  self->n_arrived++;
  self->next = part.time;
  g_mutex_unlock (&self->lock);
}

/* From the end that is its own; from the middle when that may be cut off. */
static gint64
number_of (SlFrameStamper *self, const Part *part)
{
  const guint64 fps_n = (guint64)self->fps_n, second = (guint64)self->fps_d * GST_SECOND;

  if (self->fps_n <= 0)
    return -1;
  if (part->lacks_end || (part->duration == 0 && part->lacks_beginning))
    return (gint64)gst_util_uint64_scale ((guint64)(part->time + part->duration / 2), fps_n, second);
  if (part->duration > 0)
    return (gint64)gst_util_uint64_scale_round ((guint64)(part->time + part->duration), fps_n, second) - 1;
  return (gint64)gst_util_uint64_scale_round ((guint64)part->time, fps_n, second);
}

/* The picture that a seek cut at its nudged target is the one at the target. */
static void
take_nudge_back (SlFrameStamper *self, Part *part)
{
  const gint64 cut = part->time - self->target;

  if (self->target < 0 || cut <= 0 || cut > (gint64)SL_FRAME_STAMPER_NUDGE)
    return;
  part->time -= cut;
  if (part->duration > 0)
    part->duration += cut;
}

gboolean
sl_frame_stamper_stamp (SlFrameStamper *self, const GstSegment *segment, GstBuffer *buffer, SlFrameStamp *stamp)
{
  gboolean is_new;
  Part     part;

  g_return_val_if_fail (self != NULL && stamp != NULL && GST_IS_BUFFER (buffer), FALSE);

  if (!find_part (segment, buffer, &part))
    return FALSE;
  g_mutex_lock (&self->lock);
  self->n_stamped = self->n_arrived;
  take_nudge_back (self, &part);
  is_new = self->fresh || part.time != self->shown.time;
  if (is_new)
    {
      self->fresh = FALSE;
      self->n_shown++;
      self->shown.time = part.time;
      self->shown.duration = part.duration;
      self->shown.number = number_of (self, &part);
    }
  *stamp = self->shown;
  g_mutex_unlock (&self->lock);
  return is_new;
}

void
sl_frame_stamper_expect (SlFrameStamper *self, guint serial, gint64 target)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  self->wanted_serial = serial;
  self->wanted_target = target;
  self->n_laps_wanted = 0;
  g_mutex_unlock (&self->lock);
}

void
sl_frame_stamper_accept (SlFrameStamper *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  self->shown.serial = self->wanted_serial;
  g_mutex_unlock (&self->lock);
}

void
sl_frame_stamper_expect_lap (SlFrameStamper *self, gint64 target)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  self->n_laps_wanted++;
  self->wanted_lap = target;
  g_mutex_unlock (&self->lock);
}

gint64
sl_frame_stamper_get_frame_duration (SlFrameStamper *self)
{
  const gint64 duration = sl_frame_stamper_get_time_of (self, 1);

  return duration > 0 ? duration : FRAME_GUESS;
}

gint64
sl_frame_stamper_get_time_of (SlFrameStamper *self, gint64 number)
{
  gint64 time = -1;

  g_return_val_if_fail (self != NULL && number >= 0, -1);

  g_mutex_lock (&self->lock);
  if (self->fps_n > 0)
    time = (gint64)gst_util_uint64_scale ((guint64)number, (guint64)self->fps_d * GST_SECOND, (guint64)self->fps_n);
  g_mutex_unlock (&self->lock);
  return time;
}

void
sl_frame_stamper_get_shown (SlFrameStamper *self, SlFrameStamp *stamp)
{
  g_return_if_fail (self != NULL && stamp != NULL);

  g_mutex_lock (&self->lock);
  *stamp = self->shown;
  g_mutex_unlock (&self->lock);
}

gint64
sl_frame_stamper_get_place (SlFrameStamper *self)
{
  gint64 place, target;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->lock);
  target = self->shown.serial != self->wanted_serial ? self->wanted_target : self->fresh ? self->target
                                                                                         : -1;
  place = target >= 0 ? target : self->shown.time;
  g_mutex_unlock (&self->lock);
  return place;
}

guint64
sl_frame_stamper_get_n_shown (SlFrameStamper *self)
{
  guint64 n_shown;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->lock);
  n_shown = self->n_shown;
  g_mutex_unlock (&self->lock);
  return n_shown;
}

gboolean
sl_frame_stamper_is_bare (SlFrameStamper *self)
{
  gboolean bare;

  g_return_val_if_fail (self != NULL, TRUE);

  g_mutex_lock (&self->lock);
  bare = self->n_stamped == 0;
  g_mutex_unlock (&self->lock);
  return bare;
}

gint64
sl_frame_stamper_get_next (SlFrameStamper *self)
{
  gint64 next = -1;

  g_return_val_if_fail (self != NULL, -1);

  g_mutex_lock (&self->lock);
  if (self->ended)
    next = G_MAXINT64;
  else if (self->n_stamped < self->n_arrived)
    next = self->next;
  g_mutex_unlock (&self->lock);
  return next;
}

gboolean
sl_frame_stamper_has_ended (SlFrameStamper *self)
{
  gboolean ended;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->lock);
  ended = self->ended;
  g_mutex_unlock (&self->lock);
  return ended;
}
