/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sink alone: what it says of each picture's place, when it lets it through, and how fast it goes. */
#include "frame-sink.h"

#include "shared-memory.h"

#include <gst/check/gstharness.h>
#include <gst/check/gsttestclock.h>
#include <unistd.h>

#define WIDTH 8
#define HEIGHT 4
#define FRAME (GST_SECOND / 25)

typedef struct
{
  SlMailbox      *mailbox;
  GstElement     *sink;
  SlFrameStamper *stamper;
  GstHarness     *harness;
} Fixture;

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

static void
set_caps (Fixture *self, guint width, guint height, int fps)
{
  g_autoptr (GstCaps) caps = gst_caps_new_simple ("video/x-raw",
                                                  "format", G_TYPE_STRING, "BGRA",
                                                  "width", G_TYPE_INT, (int)width,
                                                  "height", G_TYPE_INT, (int)height,
                                                  "framerate", GST_TYPE_FRACTION, fps, 1,
                                                  NULL);

  gst_harness_push_event (self->harness, gst_event_new_caps (caps));
}

static void
set_segment (Fixture *self, const GstSegment *segment)
{
  g_assert_true (gst_harness_push_event (self->harness, gst_event_new_segment (segment)));
}

static GstSegment
make_segment (void)
{
  GstSegment segment;

  gst_segment_init (&segment, GST_FORMAT_TIME);
  return segment;
}

static void
set_up (Fixture *self, gboolean sync)
{
  const GstSegment segment = make_segment ();

  self->mailbox = sl_mailbox_new (wake_cb, NULL);
  self->sink = gst_object_ref_sink (sl_frame_sink_new (self->mailbox));
  self->stamper = sl_frame_sink_get_stamper (SL_FRAME_SINK (self->sink));
  g_object_set (self->sink, "async", FALSE, "qos", FALSE, "max-lateness", G_GINT64_CONSTANT (-1), NULL);
  self->harness = gst_harness_new_with_element (self->sink, "sink", NULL);
  g_object_set (self->sink, "sync", sync, NULL);
  gst_harness_push_event (self->harness, gst_event_new_stream_start ("film"));
  set_caps (self, WIDTH, HEIGHT, 25);
  set_segment (self, &segment);
}

static void
tear_down (Fixture *self)
{
  gst_harness_teardown (self->harness);
  g_assert_finalize_object (self->sink);
  sl_mailbox_close (self->mailbox);
  sl_mailbox_unref (self->mailbox);
}

/* Every pixel says which picture it is of. */
static GstBuffer *
make_buffer (guint width, guint height, guint value, GstClockTime time, GstClockTime duration)
{
  GstBuffer *buffer = gst_buffer_new_allocate (NULL, (gsize)width * height * 4, NULL);

  gst_buffer_memset (buffer, 0, (guint8)value, (gsize)width * height * 4);
  GST_BUFFER_PTS (buffer) = time;
  GST_BUFFER_DURATION (buffer) = duration;
  return buffer;
}

static SlFrame *
show (Fixture *self, GstClockTime time, GstClockTime duration)
{
  g_assert_cmpint (gst_harness_push (self->harness, make_buffer (WIDTH, HEIGHT, 1, time, duration)), ==, GST_FLOW_OK);
  return sl_mailbox_take_frame (self->mailbox);
}

static void
check_place (SlFrame *frame, gint64 time, gint64 duration, gint64 number)
{
  g_assert_nonnull (frame);
  g_assert_cmpint (sl_frame_get_time (frame), ==, time);
  g_assert_cmpint (sl_frame_get_duration (frame), ==, duration);
  g_assert_cmpint (sl_frame_get_number (frame), ==, number);
  sl_frame_unref (frame);
}

static void
flush (Fixture *self)
{
  const GstSegment segment = make_segment ();

  gst_harness_push_event (self->harness, gst_event_new_flush_start ());
  gst_harness_push_event (self->harness, gst_event_new_flush_stop (TRUE));
  set_segment (self, &segment);
}

/* A frame is the memory that came, rows as long as they are. */
static void
test_no_copy (void)
{
  gsize              offsets[GST_VIDEO_MAX_PLANES] = {12};
  int                strides[GST_VIDEO_MAX_PLANES] = {WIDTH * 4 + 20};
  g_autofree guint8 *memory = g_malloc0 (12 + (WIDTH * 4 + 20) * HEIGHT);
  GstBuffer         *buffer = gst_buffer_new_wrapped_full (0, memory, 12 + (WIDTH * 4 + 20) * HEIGHT, 0, 12 + (WIDTH * 4 + 20) * HEIGHT, NULL, NULL);
  Fixture            fixture;
  g_autoptr (SlFrame) frame = NULL;

  set_up (&fixture, FALSE);
  gst_buffer_add_video_meta_full (buffer, GST_VIDEO_FRAME_FLAG_NONE, GST_VIDEO_FORMAT_BGRA, WIDTH, HEIGHT, 1, offsets, strides);
  GST_BUFFER_PTS (buffer) = 0;
  g_assert_cmpint (gst_harness_push (fixture.harness, buffer), ==, GST_FLOW_OK);
  frame = sl_mailbox_take_frame (fixture.mailbox);
  g_assert_true (sl_frame_get_pixels (frame) == memory + 12);
  g_assert_cmpuint (sl_frame_get_stride (frame), ==, WIDTH * 4 + 20);
  g_assert_cmpuint (sl_frame_get_width (frame), ==, WIDTH);
  g_assert_cmpuint (sl_frame_get_height (frame), ==, HEIGHT);
  tear_down (&fixture);
}

/* Another size in the middle; what was shown before stays what it was, also when the sink is gone. */
static void
test_caps_change (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) frames = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_frame_unref);

  set_up (&fixture, FALSE);
  for (guint i = 0; i < 60; i++)
    {
      const guint width = 1 + i * 7 % 50, height = 1 + i * 5 % 31;

      set_caps (&fixture, width, height, 25);
      g_assert_cmpint (gst_harness_push (fixture.harness, make_buffer (width, height, i, i * FRAME, FRAME)), ==, GST_FLOW_OK);
      g_ptr_array_add (frames, sl_mailbox_take_frame (fixture.mailbox));
    }
  tear_down (&fixture);
  for (guint i = 0; i < 60; i++)
    {
      SlFrame *frame = g_ptr_array_index (frames, i);

      g_assert_cmpuint (sl_frame_get_width (frame), ==, 1 + i * 7 % 50);
      g_assert_cmpuint (sl_frame_get_height (frame), ==, 1 + i * 5 % 31);
      for (gsize byte = 0; byte < sl_frame_get_stride (frame) * sl_frame_get_height (frame); byte++)
        g_assert_cmpuint (sl_frame_get_pixels (frame)[byte], ==, i);
    }
}

/* A serial begins with the flush of its seek, never before: against a twin that counts along. */
static void
test_serials (void)
{
  Fixture fixture;
  guint   wanted = 0, serial = 0;

  set_up (&fixture, FALSE);
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (SlFrame) frame = NULL;

      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          wanted++;
          sl_frame_stamper_expect (fixture.stamper, wanted, -1);
          break;
        case 1:
          flush (&fixture);
          serial = wanted;
          break;
        default:
          frame = show (&fixture, i * FRAME, FRAME);
          g_assert_cmpuint (sl_frame_get_serial (frame), ==, serial);
        }
    }
  sl_frame_stamper_expect (fixture.stamper, wanted + 1, -1);
  sl_frame_stamper_accept (fixture.stamper);
  {
    g_autoptr (SlFrame) frame = show (&fixture, 0, FRAME);

    g_assert_cmpuint (sl_frame_get_serial (frame), ==, wanted + 1);
  }
  tear_down (&fixture);
}

/* Stream time, whatever the file's own begins with. */
static void
test_segments (void)
{
  Fixture fixture;

  set_up (&fixture, FALSE);
  for (guint i = 0; i < 300; i++)
    {
      GstSegment   segment = make_segment ();
      const gint64 time = g_test_rand_int_range (0, 1000) * (gint64)FRAME, start = g_test_rand_int_range (0, 1000) * (gint64)FRAME;
      const gint64 into = g_test_rand_int_range (0, 100) * (gint64)FRAME;

      segment.start = (guint64)start;
      segment.time = (guint64)time;
      segment.base = (guint64)g_test_rand_int_range (0, 1000) * GST_SECOND;
      segment.rate = g_test_rand_bit () ? 2.0 : 1.0;
      gst_harness_push_event (fixture.harness, gst_event_new_flush_start ());
      gst_harness_push_event (fixture.harness, gst_event_new_flush_stop (TRUE));
      set_segment (&fixture, &segment);
      check_place (show (&fixture, (GstClockTime)(start + into), FRAME), time + into, FRAME, (time + into) / (gint64)FRAME);
    }
  tear_down (&fixture);
}

/* Where nobody cuts the pictures at the ends of a segment (raw video), the sink does, and the number stays. */
static void
test_cut (void)
{
  GstSegment segment = make_segment ();
  Fixture    fixture;

  set_up (&fixture, FALSE);
  segment.start = segment.time = 10 * FRAME + FRAME / 2;
  segment.stop = 20 * FRAME + FRAME / 4;
  set_segment (&fixture, &segment);
  g_assert_null (show (&fixture, 9 * FRAME, FRAME));
  check_place (show (&fixture, 10 * FRAME, FRAME), 10 * FRAME + FRAME / 2, FRAME / 2, 10);
  check_place (show (&fixture, 11 * FRAME, FRAME), 11 * FRAME, FRAME, 11);
  check_place (show (&fixture, 20 * FRAME, FRAME), 20 * FRAME, FRAME / 4, 20);
  /* As decoders cut it. */
  segment.stop = 30 * FRAME + FRAME / 4;
  set_segment (&fixture, &segment);
  check_place (show (&fixture, 30 * FRAME, FRAME / 4), 30 * FRAME, FRAME / 4, 30);
  /* Nobody knows how long it lasts. */
  flush (&fixture);
  segment.start = segment.time = 40 * FRAME + FRAME / 2;
  segment.stop = GST_CLOCK_TIME_NONE;
  set_segment (&fixture, &segment);
  check_place (show (&fixture, 40 * FRAME, GST_CLOCK_TIME_NONE), 40 * FRAME + FRAME / 2, 0, 40);
  tear_down (&fixture);
}

/* Without a time there is no place; without a rate there is no number; without a duration there is the rest. */
static void
test_unknown (void)
{
  Fixture fixture;

  set_up (&fixture, FALSE);
  g_assert_null (show (&fixture, GST_CLOCK_TIME_NONE, FRAME));
  check_place (show (&fixture, 3 * FRAME, GST_CLOCK_TIME_NONE), 3 * FRAME, 0, 3);
  set_caps (&fixture, WIDTH, HEIGHT, 0);
  check_place (show (&fixture, 5 * FRAME, FRAME), 5 * FRAME, FRAME, -1);
  g_assert_cmpint (sl_frame_stamper_get_frame_duration (fixture.stamper), >, 0);
  tear_down (&fixture);
}

/* An exact seek is sent a little late, and what comes is said to be where it was sent for. */
static void
test_nudge (void)
{
  GstSegment   segment = make_segment ();
  const gint64 target = 7 * FRAME + FRAME / 3;
  Fixture      fixture;

  set_up (&fixture, FALSE);
  sl_frame_stamper_expect (fixture.stamper, 1, target);
  /* What still comes of the old place is where it is. */
  check_place (show (&fixture, (GstClockTime)target + 1000, FRAME), target + 1000, FRAME, 7);
  flush (&fixture);
  segment.start = segment.time = (guint64)target + SL_FRAME_STAMPER_NUDGE;
  set_segment (&fixture, &segment);
  check_place (show (&fixture, segment.start, 8 * FRAME - segment.start), target, 8 * (gint64)FRAME - target, 7);
  check_place (show (&fixture, 8 * FRAME, FRAME), 8 * FRAME, FRAME, 8);
  tear_down (&fixture);
}

/* On a clock that is moved by hand */

static gpointer
push_cb (gpointer data)
{
  Fixture *fixture = data;

  for (guint i = 0; i < 4; i++)
    gst_harness_push (fixture->harness, make_buffer (WIDTH, HEIGHT, i, 10 * GST_SECOND + i * FRAME, FRAME));
  gst_harness_push_event (fixture->harness, gst_event_new_gap (10 * GST_SECOND + 4 * FRAME, 4 * FRAME));
  gst_harness_push (fixture->harness, make_buffer (WIDTH, HEIGHT, 8, 10 * GST_SECOND + 8 * FRAME, FRAME));
  gst_harness_push_event (fixture->harness, gst_event_new_eos ());
  return NULL;
}

/* Waits until somebody waits for @time, and lets it come. */
static void
let_come (Fixture *self, GstClockTime time)
{
  GstTestClock *clock = gst_harness_get_testclock (self->harness);
  GstClockID    id;

  gst_test_clock_wait_for_next_pending_id (clock, &id);
  g_assert_cmpuint (gst_clock_id_get_time (id), ==, time);
  gst_clock_id_unref (id);
  gst_test_clock_set_time (clock, time);
  gst_clock_id_unref (gst_test_clock_process_next_clock_id (clock));
  gst_object_unref (clock);
}

static SlFrame *
wait_for_frame (Fixture *self)
{
  SlFrame *frame;

  while ((frame = sl_mailbox_take_frame (self->mailbox)) == NULL)
    g_thread_yield ();
  return frame;
}

/* At twice the speed a picture comes at half its time; a gap is waited for; the end comes after the last. */
static void
test_times (void)
{
  GstSegment segment = make_segment ();
  Fixture    fixture;
  GThread   *thread;
  GstBus    *bus = gst_bus_new ();
  g_autoptr (GstMessage) message = NULL;

  set_up (&fixture, TRUE);
  gst_element_set_bus (fixture.sink, bus);
  gst_harness_use_testclock (fixture.harness);
  segment.start = 10 * GST_SECOND;
  segment.time = 3 * GST_SECOND;
  segment.rate = 2.0;
  set_segment (&fixture, &segment);
  thread = g_thread_new ("push", push_cb, &fixture);
  for (guint i = 0; i < 4; i++)
    {
      let_come (&fixture, i * FRAME / 2);
      check_place (wait_for_frame (&fixture), 3 * (gint64)GST_SECOND + i * (gint64)FRAME, FRAME, 75 + i);
    }
  let_come (&fixture, 4 * FRAME / 2);
  g_assert_null (sl_mailbox_take_frame (fixture.mailbox));
  let_come (&fixture, 8 * FRAME / 2);
  check_place (wait_for_frame (&fixture), 3 * (gint64)GST_SECOND + 8 * (gint64)FRAME, FRAME, 83);
  g_assert_null (gst_bus_pop_filtered (bus, GST_MESSAGE_EOS));
  let_come (&fixture, 9 * FRAME / 2);
  message = gst_bus_timed_pop_filtered (bus, GST_CLOCK_TIME_NONE, GST_MESSAGE_EOS);
  g_assert_nonnull (message);
  g_thread_join (thread);
  /* A message holds who sent it. */
  g_clear_pointer (&message, gst_message_unref);
  gst_bus_set_flushing (bus, TRUE);
  gst_element_set_bus (fixture.sink, NULL);
  gst_object_unref (bus);
  tear_down (&fixture);
}

static gpointer
push_one_cb (gpointer data)
{
  Fixture *fixture = data;

  gst_harness_push (fixture->harness, make_buffer (WIDTH, HEIGHT, 1, GST_SECOND, FRAME));
  return NULL;
}

/* The first picture is shown while paused, and not once more when playing begins. */
static void
test_preroll (void)
{
  Fixture  fixture;
  GThread *thread;

  set_up (&fixture, FALSE);
  gst_element_set_state (fixture.sink, GST_STATE_PAUSED);
  thread = g_thread_new ("push", push_one_cb, &fixture);
  check_place (wait_for_frame (&fixture), GST_SECOND, FRAME, 25);
  gst_element_set_state (fixture.sink, GST_STATE_PLAYING);
  g_thread_join (thread);
  g_assert_null (sl_mailbox_take_frame (fixture.mailbox));
  g_assert_cmpuint (sl_frame_stamper_get_n_shown (fixture.stamper), ==, 1);
  tear_down (&fixture);
}

/* Which picture is waited for: of one that was too late, and left out, its time tells that it is none. */
static void
test_next (void)
{
  Fixture fixture;
  g_autoptr (GstPad) pad = NULL;
  g_autoptr (GstBuffer) late = make_buffer (WIDTH, HEIGHT, 1, 5 * FRAME, FRAME);
  g_autoptr (GstBuffer) unknown = make_buffer (WIDTH, HEIGHT, 1, GST_CLOCK_TIME_NONE, FRAME);

  set_up (&fixture, FALSE);
  pad = gst_element_get_static_pad (fixture.sink, "sink");
  g_assert_cmpint (sl_frame_stamper_get_next (fixture.stamper), ==, -1);
  check_place (show (&fixture, 4 * FRAME, FRAME), 4 * FRAME, FRAME, 4);
  g_assert_cmpint (sl_frame_stamper_get_next (fixture.stamper), ==, -1);
  g_assert_false (sl_frame_stamper_is_bare (fixture.stamper));
  sl_frame_stamper_take_arrival (fixture.stamper, pad, late);
  g_assert_cmpint (sl_frame_stamper_get_next (fixture.stamper), ==, 5 * FRAME);
  sl_frame_stamper_take_arrival (fixture.stamper, pad, unknown);
  g_assert_cmpint (sl_frame_stamper_get_next (fixture.stamper), ==, -1);
  check_place (show (&fixture, 6 * FRAME, FRAME), 6 * FRAME, FRAME, 6);
  g_assert_cmpint (sl_frame_stamper_get_next (fixture.stamper), ==, -1);
  flush (&fixture);
  g_assert_true (sl_frame_stamper_is_bare (fixture.stamper));
  gst_harness_push_event (fixture.harness, gst_event_new_eos ());
  g_assert_cmpint (sl_frame_stamper_get_next (fixture.stamper), ==, G_MAXINT64);
  tear_down (&fixture);
}

typedef struct
{
  gint   done;
  gint64 longest;
} Idle;

/* What the machine itself is late: a thread that only sleeps. */
static gpointer
idle_cb (gpointer data)
{
  Idle  *idle = data;
  gint64 last = g_get_monotonic_time ();

  while (!g_atomic_int_get (&idle->done))
    {
      gint64 now;

      g_usleep (2000);
      now = g_get_monotonic_time ();
      idle->longest = MAX (idle->longest, now - last);
      last = now;
    }
  return NULL;
}

/* No main loop runs, nobody takes a frame, and the sink waits: for its time, or to be played. It goes at once. */
static void
check_teardown (gboolean paused)
{
  Idle     idle = {0};
  GThread *sleeper = g_thread_new ("idle", idle_cb, &idle);
  gint64   longest = 0;

  for (guint round = 0; round < 20; round++)
    {
      GstTestClock *clock;
      GThread      *thread;
      Fixture       fixture;
      gint64        begun;

      set_up (&fixture, !paused);
      gst_harness_use_testclock (fixture.harness);
      if (paused)
        gst_element_set_state (fixture.sink, GST_STATE_PAUSED);
      thread = g_thread_new ("push", push_one_cb, &fixture);
      clock = gst_harness_get_testclock (fixture.harness);
      if (paused)
        sl_frame_unref (wait_for_frame (&fixture));
      else
        gst_test_clock_wait_for_next_pending_id (clock, NULL);
      gst_object_unref (clock);
      begun = g_get_monotonic_time ();
      g_assert_cmpint (gst_element_set_state (fixture.sink, GST_STATE_NULL), ==, GST_STATE_CHANGE_SUCCESS);
      g_thread_join (thread);
      tear_down (&fixture);
      longest = MAX (longest, g_get_monotonic_time () - begun);
    }
  g_atomic_int_set (&idle.done, TRUE);
  g_thread_join (sleeper);
  g_assert_cmpint (longest, <, 100 * G_TIME_SPAN_MILLISECOND + 3 * idle.longest);
}

static void
test_teardown (void)
{
  check_teardown (FALSE);
  check_teardown (TRUE);
}

/* What the sink asks for is memory that another process finds the same pixels in, as long as the frame is kept. */
static void
test_shared (void)
{
  const gsize   size = WIDTH * HEIGHT * 4;
  GstAllocator *allocator = NULL;
  Fixture       fixture;
  GstBuffer    *buffer;
  GstQuery     *query;
  guint8        pixels[WIDTH * HEIGHT * 4];
  gsize         offset;
  int           file;
  g_autoptr (GstCaps) caps = NULL;
  g_autoptr (GstPad) pad = NULL;
  g_autoptr (SlFrame) frame = NULL;

  set_up (&fixture, FALSE);
  pad = gst_element_get_static_pad (fixture.sink, "sink");
  caps = gst_pad_get_current_caps (pad);
  query = gst_query_new_allocation (caps, FALSE);
  g_assert_true (gst_pad_query (pad, query));
  g_assert_cmpuint (gst_query_get_n_allocation_params (query), ==, 1);
  gst_query_parse_nth_allocation_param (query, 0, &allocator, NULL);
  buffer = gst_buffer_new_allocate (allocator, size, NULL);
  gst_buffer_memset (buffer, 0, 77, size);
  gst_buffer_memset (buffer, size - 1, 78, 1);
  GST_BUFFER_PTS (buffer) = 0;
  g_assert_cmpint (gst_harness_push (fixture.harness, buffer), ==, GST_FLOW_OK);
  frame = sl_mailbox_take_frame (fixture.mailbox);
  g_assert_true (sl_frame_get_shared (frame, &file, &offset));
  g_assert_cmpint (pread (file, pixels, size, (off_t)offset), ==, (gssize)size);
  g_assert_cmpmem (pixels, size, sl_frame_get_pixels (frame), size);
  g_assert_cmpuint (pixels[0], ==, 77);
  g_assert_cmpuint (pixels[size - 1], ==, 78);
  gst_query_unref (query);
  gst_object_unref (allocator);
  tear_down (&fixture);
  g_clear_pointer (&frame, sl_frame_unref);
}

/* Memory of another kind is shown all the same. */
static void
test_not_shared (void)
{
  Fixture fixture;
  gsize   offset;
  int     file;
  g_autoptr (SlFrame) frame = NULL;

  set_up (&fixture, FALSE);
  frame = show (&fixture, 0, FRAME);
  g_assert_false (sl_frame_get_shared (frame, &file, &offset));
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  gst_init (NULL, NULL);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/frame-sink/no-copy", test_no_copy);
  g_test_add_func ("/frame-sink/shared", test_shared);
  g_test_add_func ("/frame-sink/not-shared", test_not_shared);
  g_test_add_func ("/frame-sink/caps-change", test_caps_change);
  g_test_add_func ("/frame-sink/serials", test_serials);
  g_test_add_func ("/frame-sink/segments", test_segments);
  g_test_add_func ("/frame-sink/cut", test_cut);
  g_test_add_func ("/frame-sink/unknown", test_unknown);
  g_test_add_func ("/frame-sink/nudge", test_nudge);
  g_test_add_func ("/frame-sink/times", test_times);
  g_test_add_func ("/frame-sink/preroll", test_preroll);
  g_test_add_func ("/frame-sink/next", test_next);
  g_test_add_func ("/frame-sink/teardown", test_teardown);

  return g_test_run ();
}
