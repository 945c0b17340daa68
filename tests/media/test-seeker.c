/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the seeker makes of what a pipeline says too late. The pipeline is a stand-in that only counts what it is sent. */
#include "seeker.h"

#define SECOND G_GINT64_CONSTANT (1000000000)

typedef struct
{
  GstElement parent_instance;
  guint      n_seeks;
  guint32    seqnum; /* of the last */
  gboolean   refuses;
} Film;

typedef GstElementClass FilmClass;

GType film_get_type (void);

G_DEFINE_TYPE (Film, film, GST_TYPE_ELEMENT)

static gboolean
film_send_event (GstElement *element, GstEvent *event)
{
  Film *self = (Film *)element;

  self->n_seeks++;
  if (!self->refuses)
    self->seqnum = gst_event_get_seqnum (event);
  gst_event_unref (event);
  return !self->refuses;
}

static void
film_class_init (FilmClass *klass)
{
  klass->send_event = film_send_event;
}

static void
film_init (Film *self)
{
}

typedef struct
{
  Film           *film;
  SlFrameStamper *stamper;
  SlSeeker       *seeker;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->film = gst_object_ref_sink (g_object_new (film_get_type (), NULL));
  fixture->stamper = sl_frame_stamper_new ();
  fixture->seeker = sl_seeker_new (GST_ELEMENT (fixture->film), fixture->stamper);
  sl_seeker_reset (fixture->seeker, 1);
  sl_seeker_open (fixture->seeker, 10 * SECOND);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sl_seeker_free (fixture->seeker);
  sl_frame_stamper_unref (fixture->stamper);
  gst_object_unref (fixture->film);
}

static GstMessage *
make_end (Fixture *fixture, guint32 seqnum)
{
  GstMessage *end = gst_message_new_eos (GST_OBJECT (fixture->film));

  gst_message_set_seqnum (end, seqnum);
  return end;
}

/* An end of before the seek is no end; one that comes after it is, whatever number it bears. */
static void
test_old_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GstMessage) old = make_end (fixture, gst_util_seqnum_next ());
  g_autoptr (GstMessage) fresh = NULL;

  sl_seeker_seek (fixture->seeker, SECOND, SL_SEEK_EXACT, 2);
  g_assert_true (sl_seeker_take_end (fixture->seeker, old));
  g_assert_true (sl_seeker_is_seeking (fixture->seeker));
  g_assert_cmpuint (fixture->film->n_seeks, ==, 1);
  sl_seeker_take_done (fixture->seeker);
  g_assert_false (sl_seeker_take_end (fixture->seeker, old));

  sl_seeker_seek (fixture->seeker, 2 * SECOND, SL_SEEK_EXACT, 3);
  fresh = make_end (fixture, fixture->film->seqnum);
  g_assert_false (sl_seeker_take_end (fixture->seeker, fresh));
}

/* A film that was never sent anywhere ends by whatever number its file has made up, and so does one whose demuxer
 * forgets the number. */
static void
test_any_number (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GstMessage) first = make_end (fixture, gst_util_seqnum_next ());
  g_autoptr (GstMessage) second = NULL;

  g_assert_false (sl_seeker_take_end (fixture->seeker, first));
  sl_seeker_seek (fixture->seeker, SECOND, SL_SEEK_EXACT, 2);
  second = make_end (fixture, gst_util_seqnum_next ());
  g_assert_false (sl_seeker_take_end (fixture->seeker, second));
  g_assert_false (sl_seeker_is_seeking (fixture->seeker));
}

/* After a seek that was refused the film goes on to the end that it was on its way to. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GstMessage) end = make_end (fixture, gst_util_seqnum_next ());

  fixture->film->refuses = TRUE;
  sl_seeker_seek (fixture->seeker, SECOND, SL_SEEK_EXACT, 2);
  g_assert_cmpuint (fixture->film->n_seeks, ==, 1);
  g_assert_false (sl_seeker_is_seeking (fixture->seeker));
  g_assert_false (sl_seeker_take_end (fixture->seeker, end));
}

/* At the end, what waited leads away from there. */
static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GstMessage) end = NULL;

  sl_seeker_seek (fixture->seeker, 9 * SECOND, SL_SEEK_EXACT, 2);
  sl_seeker_seek (fixture->seeker, SECOND, SL_SEEK_EXACT, 3);
  end = make_end (fixture, fixture->film->seqnum);
  g_assert_true (sl_seeker_take_end (fixture->seeker, end));
  g_assert_cmpuint (fixture->film->n_seeks, ==, 2);
  g_assert_cmpuint (sl_seeker_get_serial (fixture->seeker), ==, 3);
}

/* The newest that was asked for, in any order of seeks, steps and answers. */
static void
test_unanswered (Fixture *fixture, gconstpointer data)
{
  gint64 target = -5;
  guint  serial = 77;

  g_assert_false (sl_seeker_find_unanswered (fixture->seeker, &target, &serial));
  g_assert_cmpint (target, ==, -5);
  g_assert_cmpuint (serial, ==, 77);
  sl_seeker_seek (fixture->seeker, SECOND, SL_SEEK_EXACT, 2);
  g_assert_true (sl_seeker_find_unanswered (fixture->seeker, &target, &serial));
  g_assert_cmpint (target, ==, SECOND);
  g_assert_cmpuint (serial, ==, 2);
  sl_seeker_seek (fixture->seeker, 2 * SECOND, SL_SEEK_EXACT, 3);
  g_assert_true (sl_seeker_find_unanswered (fixture->seeker, &target, &serial));
  g_assert_cmpint (target, ==, 2 * SECOND);
  g_assert_cmpuint (serial, ==, 3);
  sl_seeker_step (fixture->seeker, G_MAXINT, 4);
  sl_seeker_step (fixture->seeker, G_MAXINT, 5);
  g_assert_true (sl_seeker_find_unanswered (fixture->seeker, &target, &serial));
  g_assert_cmpint (target, ==, 2 * SECOND);
  g_assert_cmpuint (serial, ==, 5);
  sl_seeker_reset (fixture->seeker, 6);
  g_assert_false (sl_seeker_find_unanswered (fixture->seeker, &target, &serial));
}

static void
show (Fixture *fixture, gint64 time)
{
  g_autoptr (GstBuffer) buffer = gst_buffer_new ();
  GstSegment   segment;
  SlFrameStamp stamp;

  gst_segment_init (&segment, GST_FORMAT_TIME);
  GST_BUFFER_PTS (buffer) = (GstClockTime)time;
  GST_BUFFER_DURATION (buffer) = SECOND / 25;
  g_assert_true (sl_frame_stamper_stamp (fixture->stamper, &segment, buffer, &stamp));
}

/* While a seek is on its way, the film is where that leads, whatever was shown last. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GstEvent) flush = gst_event_new_flush_stop (TRUE);

  sl_frame_stamper_start (fixture->stamper);
  show (fixture, 0);
  show (fixture, SECOND);
  g_assert_cmpint (sl_frame_stamper_get_place (fixture->stamper), ==, SECOND);
  sl_seeker_seek (fixture->seeker, 5 * SECOND, SL_SEEK_EXACT, 2);
  g_assert_cmpint (sl_frame_stamper_get_place (fixture->stamper), ==, 5 * SECOND);
  sl_frame_stamper_take_event (fixture->stamper, flush);
  g_assert_cmpint (sl_frame_stamper_get_place (fixture->stamper), ==, 5 * SECOND);
  sl_seeker_take_done (fixture->seeker); /* said too early, as a pipeline may */
  g_assert_cmpint (sl_frame_stamper_get_place (fixture->stamper), ==, 5 * SECOND);
  show (fixture, 5 * SECOND);
  show (fixture, 6 * SECOND);
  g_assert_cmpint (sl_frame_stamper_get_place (fixture->stamper), ==, 6 * SECOND);
}

/* A round has no flush: in a film that rests it would wait for ever, so it waits for the film. */
static void
test_round_at_rest (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GstMessage) done = gst_message_new_segment_done (GST_OBJECT (fixture->film), GST_FORMAT_TIME, 2 * SECOND);
  guint n_seeks;

  gst_element_set_state (GST_ELEMENT (fixture->film), GST_STATE_PAUSED);
  sl_seeker_set_loop (fixture->seeker, SECOND, 2 * SECOND, SECOND);
  sl_seeker_seek (fixture->seeker, SECOND, SL_SEEK_EXACT, 2);
  sl_seeker_take_done (fixture->seeker);
  n_seeks = fixture->film->n_seeks;
  gst_message_set_seqnum (done, fixture->film->seqnum);
  sl_seeker_take_segment_done (fixture->seeker, done);
  sl_seeker_take_state (fixture->seeker);
  g_assert_cmpuint (fixture->film->n_seeks, ==, n_seeks);
  gst_element_set_state (GST_ELEMENT (fixture->film), GST_STATE_PLAYING);
  sl_seeker_take_state (fixture->seeker);
  g_assert_cmpuint (fixture->film->n_seeks, ==, n_seeks + 1);
  sl_seeker_take_state (fixture->seeker);
  g_assert_cmpuint (fixture->film->n_seeks, ==, n_seeks + 1);
  gst_element_set_state (GST_ELEMENT (fixture->film), GST_STATE_NULL);
}

int
main (int argc, char **argv)
{
  gst_init (NULL, NULL);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/seeker/old-end", Fixture, NULL, set_up, test_old_end, tear_down);
  g_test_add ("/seeker/any-number", Fixture, NULL, set_up, test_any_number, tear_down);
  g_test_add ("/seeker/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/seeker/round-at-rest", Fixture, NULL, set_up, test_round_at_rest, tear_down);
  g_test_add ("/seeker/waiting", Fixture, NULL, set_up, test_waiting, tear_down);
  g_test_add ("/seeker/place", Fixture, NULL, set_up, test_place, tear_down);
  g_test_add ("/seeker/unanswered", Fixture, NULL, set_up, test_unanswered, tear_down);

  return g_test_run ();
}
