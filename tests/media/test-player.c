/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The player under a virtual clock, with pictures that tell their own number. */
#include "clip-maker.h"
#include "player.h"
#include "virtual-time.h"

#include <gst/gst.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_FRAMES 300

typedef struct
{
  VirtualTime *time;
  SlPlayer    *player;
  char        *uri;
  GArray      *numbers; /* of guint: what was shown, by the pictures themselves */
  SlFrame     *frame;   /* the last one */
  guint        fps_n;
  guint        fps_d;
  guint        wanted_serial;
} Fixture;

static char *
clip_path (const char *name)
{
  return g_build_filename (g_getenv ("SL_TEST_BUILD"), name, NULL);
}

static void
set_up (Fixture *fixture, const ClipShape *shape, const char *name)
{
  g_autofree char *path = clip_path (name);

  clip_maker_make (path, shape);
  fixture->uri = g_filename_to_uri (path, NULL, NULL);
  fixture->time = virtual_time_new ();
  fixture->player = sl_player_new (&(SlPlayerWorld){.clock = virtual_time_get_clock (fixture->time), .audio_sink = virtual_time_make_audio_sink (fixture->time)});
  sl_player_set_patience (fixture->player, G_MAXINT);
  fixture->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  fixture->fps_n = shape->fps_n;
  fixture->fps_d = shape->fps_d;
}

static void
tear_down (Fixture *fixture)
{
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  g_assert_finalize_object (fixture->player);
  virtual_time_free (fixture->time);
  g_array_unref (fixture->numbers);
  g_free (fixture->uri);
}

/* Every picture that is handed out is the one whose number it says, at that number's time. */
static void
look (gpointer data)
{
  Fixture *fixture = data;
  SlFrame *frame = sl_player_take_frame (fixture->player);
  gint64   begins, ends;
  guint    number;

  if (frame == NULL)
    return;
  number = clip_maker_read_number (frame);
  begins = (gint64)gst_util_uint64_scale (number, fixture->fps_d * SECOND, fixture->fps_n);
  ends = (gint64)gst_util_uint64_scale (number + 1, fixture->fps_d * SECOND, fixture->fps_n);
  g_assert_cmpint (sl_frame_get_number (frame), ==, number);
  /* WebM keeps whole milliseconds. */
  g_assert_cmpint (sl_frame_get_time (frame), >=, begins - SECOND / 1000);
  g_assert_cmpint (sl_frame_get_time (frame), <, ends + SECOND / 1000);
  g_array_append_val (fixture->numbers, number);
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  fixture->frame = frame;
}

static void
check_no_fault (SlPlayer *player)
{
  SlFault *fault = sl_player_get_fault (player);

  if (fault)
    g_error ("%s: %s", sl_fault_get_title (fault), sl_fault_get_details (fault));
}

static gboolean
has_ended (gpointer data)
{
  check_no_fault (((Fixture *)data)->player);
  return sl_player_get_state (((Fixture *)data)->player) == SL_PLAYER_ENDED;
}

static gboolean
has_answered (gpointer data)
{
  Fixture *fixture = data;

  check_no_fault (fixture->player);
  return fixture->frame && sl_frame_get_serial (fixture->frame) == fixture->wanted_serial;
}

static void
check_play_through (const ClipShape *shape, const char *name, double rate)
{
  Fixture fixture = {0};

  set_up (&fixture, shape, name);
  if (rate != 1.0)
    sl_player_set_rate (fixture.player, rate, 0);
  sl_player_load (fixture.player, fixture.uri, 0, TRUE);
  virtual_time_run (fixture.time, look, has_ended, &fixture);
  look (&fixture);
  g_assert_cmpuint (fixture.numbers->len, ==, shape->n_frames);
  for (guint i = 0; i < fixture.numbers->len; i++)
    g_assert_cmpuint (g_array_index (fixture.numbers, guint, i), ==, i);
  g_assert_cmpuint (sl_player_get_missed (fixture.player), ==, 0);
  tear_down (&fixture);
}

static void
test_play_through (void)
{
  check_play_through (&(ClipShape){320, 180, 30, 1, N_FRAMES, TRUE}, "play.webm", 1.0);
}

static void
test_silent (void)
{
  check_play_through (&(ClipShape){320, 180, 30, 1, 90, FALSE}, "silent.webm", 1.0);
}

static void
test_rates (void)
{
  check_play_through (&(ClipShape){320, 180, 30, 1, 120, TRUE}, "rate-2.webm", 2.0);
  check_play_through (&(ClipShape){320, 180, 30, 1, 60, TRUE}, "rate-half.webm", 0.5);
}

static void
test_frame_rates (void)
{
  check_play_through (&(ClipShape){320, 180, 24000, 1001, 120, TRUE}, "film.webm", 1.0);
  check_play_through (&(ClipShape){320, 180, 30000, 1001, 120, TRUE}, "ntsc.webm", 1.0);
  check_play_through (&(ClipShape){320, 180, 50, 1, 120, TRUE}, "fifty.webm", 1.0);
}

/* Paused and playing, each exact seek shows just the picture of its target. */
static void
check_seeks (gboolean play)
{
  const ClipShape shape = {320, 180, 30, 1, N_FRAMES, TRUE};
  Fixture         fixture = {0};

  set_up (&fixture, &shape, play ? "seek-playing.webm" : "seek-paused.webm");
  fixture.wanted_serial = sl_player_load (fixture.player, fixture.uri, 0, play);
  virtual_time_wait (fixture.time, look, has_answered, &fixture);
  for (guint i = 0; i < 50; i++)
    {
      const guint  number = (guint)g_test_rand_int_range (0, N_FRAMES);
      const gint64 target = (gint64)number * SECOND / 30 + g_test_rand_int_range (0, 31) * SECOND / 1000;

      fixture.wanted_serial = sl_player_seek (fixture.player, target, SL_SEEK_EXACT);
      virtual_time_wait (fixture.time, look, has_answered, &fixture);
      g_assert_cmpuint (clip_maker_read_number (fixture.frame), ==, number);
    }
  tear_down (&fixture);
}

static void
test_seeks (void)
{
  check_seeks (FALSE);
  check_seeks (TRUE);
}

/* A drag of thirty positions: the last one is where it ends, and old pictures never come after it. */
static void
test_drag (void)
{
  const ClipShape shape = {320, 180, 30, 1, N_FRAMES, TRUE};
  Fixture         fixture = {0};

  set_up (&fixture, &shape, "drag.webm");
  fixture.wanted_serial = sl_player_load (fixture.player, fixture.uri, 0, FALSE);
  virtual_time_wait (fixture.time, look, has_answered, &fixture);
  for (guint i = 0; i < 30; i++)
    {
      sl_player_seek (fixture.player, i * SECOND / 4, SL_SEEK_KEYFRAME);
      g_main_context_iteration (NULL, FALSE);
    }
  fixture.wanted_serial = sl_player_seek (fixture.player, 5 * SECOND, SL_SEEK_EXACT);
  virtual_time_wait (fixture.time, look, has_answered, &fixture);
  g_assert_cmpuint (clip_maker_read_number (fixture.frame), ==, 150);
  g_assert_cmpint (sl_frame_get_time (fixture.frame), ==, 5 * SECOND);
  tear_down (&fixture);
}

static void
test_start_in_the_middle (void)
{
  const ClipShape shape = {320, 180, 30, 1, N_FRAMES, TRUE};
  Fixture         fixture = {0};

  set_up (&fixture, &shape, "start.webm");
  fixture.wanted_serial = sl_player_load (fixture.player, fixture.uri, 7 * SECOND, FALSE);
  virtual_time_wait (fixture.time, look, has_answered, &fixture);
  g_assert_cmpuint (fixture.numbers->len, ==, 1);
  g_assert_cmpuint (g_array_index (fixture.numbers, guint, 0), ==, 210);
  tear_down (&fixture);
}

/* Pictures are made in the size that is asked for, in the film's shape, also after it changes. */
static void
test_output_size (void)
{
  const ClipShape shape = {320, 180, 30, 1, N_FRAMES, FALSE};
  Fixture         fixture = {0};

  set_up (&fixture, &shape, "size.webm");
  sl_player_set_output_size (fixture.player, 640, 640);
  fixture.wanted_serial = sl_player_load (fixture.player, fixture.uri, 0, FALSE);
  virtual_time_wait (fixture.time, look, has_answered, &fixture);
  g_assert_cmpuint (sl_frame_get_width (fixture.frame), ==, 640);
  g_assert_cmpuint (sl_frame_get_height (fixture.frame), ==, 360);
  sl_player_set_output_size (fixture.player, 1000, 90);
  /* More than one interval of resizing, in which the still picture is fetched again. */
  for (gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND; sl_frame_get_height (fixture.frame) != 90;)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      look (&fixture);
    }
  g_assert_cmpuint (sl_frame_get_width (fixture.frame), ==, 160);
  tear_down (&fixture);
}

/* A frame is the decoder's memory or the converter's, never a copy of it, and it lives as long as it is held. */
static void
test_frame_outlives_player (void)
{
  const ClipShape shape = {320, 180, 30, 1, 30, FALSE};
  Fixture         fixture = {0};

  set_up (&fixture, &shape, "outlives.webm");
  fixture.wanted_serial = sl_player_load (fixture.player, fixture.uri, SECOND / 2, FALSE);
  virtual_time_wait (fixture.time, look, has_answered, &fixture);
  g_assert_finalize_object (g_steal_pointer (&fixture.player));
  g_assert_cmpuint (clip_maker_read_number (fixture.frame), ==, 15);
  g_clear_pointer (&fixture.frame, sl_frame_unref);
  virtual_time_free (fixture.time);
  g_array_unref (fixture.numbers);
  g_free (fixture.uri);
}

int
main (int argc, char **argv)
{
  gst_init (NULL, NULL);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/player/play-through", test_play_through);
  g_test_add_func ("/player/silent", test_silent);
  g_test_add_func ("/player/rates", test_rates);
  g_test_add_func ("/player/frame-rates", test_frame_rates);
  g_test_add_func ("/player/seeks", test_seeks);
  g_test_add_func ("/player/drag", test_drag);
  g_test_add_func ("/player/start-in-the-middle", test_start_in_the_middle);
  g_test_add_func ("/player/output-size", test_output_size);
  g_test_add_func ("/player/frame-outlives-player", test_frame_outlives_player);

  return g_test_run ();
}
