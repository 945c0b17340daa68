/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sink that waits for its time stands in the clock's list. What it showed before is in the mailbox by then.
 * So: take note of who waits first, look at what was shown, then let just that one through.
 */
#include "virtual-time.h"

#include <gst/check/gsttestclock.h>

struct _VirtualTime
{
  GstTestClock *clock;
};

VirtualTime *
virtual_time_new (void)
{
  VirtualTime *self = g_new0 (VirtualTime, 1);

  self->clock = GST_TEST_CLOCK (gst_test_clock_new ());
  return self;
}

void
virtual_time_free (VirtualTime *self)
{
  gst_object_unref (self->clock);
  g_free (self);
}

GstClock *
virtual_time_get_clock (VirtualTime *self)
{
  return GST_CLOCK (self->clock);
}

GstElement *
virtual_time_make_audio_sink (VirtualTime *self)
{
  GstElement *sink = gst_element_factory_make ("fakesink", NULL);

  g_object_set (sink, "sync", TRUE, NULL);
  return sink;
}

static gboolean
late_cb (gpointer data)
{
  g_error ("nothing happened for five minutes");
  return G_SOURCE_REMOVE;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
run (VirtualTime *self, gboolean moving, void (*look) (gpointer), gboolean (*done) (gpointer), gpointer data)
{
  guint late = g_timeout_add_seconds (300, late_cb, NULL);

  while (!done (data))
    {
      GstClockID id = NULL;

      while (g_main_context_iteration (NULL, FALSE))
        ;
      if (moving && gst_test_clock_peek_next_pending_id (self->clock, &id))
        {
          const GstClockTime due = gst_clock_id_get_time (id);

          look (data);
          if (due > gst_clock_get_time (GST_CLOCK (self->clock)))
            gst_test_clock_set_time (self->clock, due);
          /* A flush may have taken it away meanwhile; then it is not on the list any more. */
          gst_test_clock_process_id_list (self->clock, &(GList){.data = id});
          gst_clock_id_unref (id);
          g_source_remove (late);
          late = g_timeout_add_seconds (300, late_cb, NULL);
        }
      else
        {
          /* Others have the processor now. */
          guint wake = g_timeout_add (1, wake_cb, NULL);

          g_main_context_iteration (NULL, TRUE);
          g_source_remove (wake);
          look (data);
        }
    }
  g_source_remove (late);
}

void
virtual_time_run (VirtualTime *self, void (*look) (gpointer), gboolean (*done) (gpointer), gpointer data)
{
  run (self, TRUE, look, done, data);
}

void
virtual_time_wait (VirtualTime *self, void (*look) (gpointer), gboolean (*done) (gpointer), gpointer data)
{
  run (self, FALSE, look, done, data);
}
