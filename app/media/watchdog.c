/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is a stall, the stall watch says; here it is asked, and what only slept is woken. */
#include "watchdog.h"

#include "heard.h"
#include "sources.h"
#include "stall-watch.h"

#define INTERVAL 1 /* seconds */

struct _SlWatchdog
{
  GMainContext   *context;
  GstElement     *playbin;
  SlFrameStamper *stamper;
  SlSeeker       *seeker;
  SlMailbox      *mailbox;
  void (*stalled) (gpointer data);
  gpointer        data;
  GSource        *source;
  SlStallWatch    watch;
  gint64          patience;
  SlWatchdogOrder order;
};

SlWatchdog *
sl_watchdog_new (GMainContext *context, GstElement *playbin, SlFrameStamper *stamper, SlSeeker *seeker, SlMailbox *mailbox, void (*stalled) (gpointer data), gpointer data)
{
  SlWatchdog *self;

  g_return_val_if_fail (GST_IS_ELEMENT (playbin) && stamper && seeker && mailbox && stalled, NULL);

  self = g_new0 (SlWatchdog, 1);
  self->context = context;
  self->playbin = playbin;
  self->stamper = stamper;
  self->seeker = seeker;
  self->mailbox = mailbox;
  self->stalled = stalled;
  self->data = data;
  self->patience = G_MAXINT64;
  return self;
}

void
sl_watchdog_free (SlWatchdog *self)
{
  g_return_if_fail (self != NULL);

  sl_sources_clear (&self->source);
  g_free (self);
}

void
sl_watchdog_set_patience (SlWatchdog *self, gint64 patience)
{
  g_return_if_fail (self != NULL);

  self->patience = patience;
}

static guint64
get_progress (SlWatchdog *self)
{
  gint64 position = 0;

  if (self->order.has_video)
    return sl_frame_stamper_get_n_shown (self->stamper);
  gst_element_query_position (self->playbin, GST_FORMAT_TIME, &position);
  return (guint64)position;
}

/* Told to pause and to play while it was still on its way, a pipeline may rest in PAUSED. */
static void
wake (SlWatchdog *self)
{
  if (self->order.should_play && GST_STATE (self->playbin) == GST_STATE_PAUSED &&
      GST_STATE_PENDING (self->playbin) == GST_STATE_VOID_PENDING)
    gst_element_set_state (self->playbin, GST_STATE_PLAYING);
}

static gboolean
look_cb (gpointer data)
{
  SlWatchdog *self = data;
  g_autoptr (GstClock) clock = gst_element_get_clock (self->playbin);
  const guint64 now = clock ? gst_clock_get_time (clock) : 0;
  /* A picture that was too late, and left out, is not waited for. */
  const gint64   heard = sl_heard_find (self->playbin, self->seeker);
  const gboolean waiting = heard >= 0 && heard < sl_frame_stamper_get_next (self->stamper);

  sl_mailbox_beat (self->mailbox);
  wake (self);
  if (sl_stall_watch_look (&self->watch, g_get_monotonic_time (), get_progress (self), waiting, now, self->patience))
    {
      sl_stall_watch_rest (&self->watch);
      self->stalled (self->data);
    }
  return G_SOURCE_CONTINUE;
}

void
sl_watchdog_order (SlWatchdog *self, const SlWatchdogOrder *order)
{
  g_return_if_fail (self != NULL && order != NULL);

  self->order = *order;
  if (!order->should_move)
    {
      sl_sources_clear (&self->source);
    }
  else if (self->source == NULL)
    {
      sl_stall_watch_rest (&self->watch);
      sl_sources_attach (&self->source, self->context, g_timeout_source_new_seconds (INTERVAL), look_cb, self, "sl_watchdog look");
    }
}
