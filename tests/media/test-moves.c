/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loops without a gap and steps by one picture, under a virtual clock. */
#include "clip-maker.h"
#include "frame-step.h"
#include "player.h"
#include "seam.h"
#include "virtual-time.h"

#include <gst/gst.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_FRAMES 150

typedef struct
{
  VirtualTime *time;
  SlPlayer    *player;
  GArray      *numbers; /* of guint: what was shown, by the pictures themselves */
  GArray      *times;   /* of gint64: when */
  SlFrame     *frame;   /* the last one */
  guint        wanted;  /* of frames, or a serial */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer sound)
{
  const gboolean   late = g_strcmp0 (sound, "late") == 0;
  g_autofree char *name = g_strdup_printf ("moves-%s.webm", sound ? (const char *)sound : "silent");
  g_autofree char *path = g_build_filename (g_getenv ("SL_TEST_BUILD"), name, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  const char      *playbin = g_getenv ("SL_TEST_PLAYBIN");

  clip_maker_make (path, &(ClipShape){320, 180, 30, 1, N_FRAMES, sound != NULL && !late, .late = late ? 7 : 0});
  fixture->time = virtual_time_new ();
  fixture->player = sl_player_new (&(SlPlayerWorld){
    .clock = virtual_time_get_clock (fixture->time),
    .audio_sink = virtual_time_make_audio_sink (fixture->time),
    .playbin = playbin ? atoi (playbin) : 0,
  });
  sl_player_set_patience (fixture->player, 120000);
  fixture->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  fixture->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  fixture->wanted = sl_player_load (fixture->player, uri, 0, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer sound)
{
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  g_assert_finalize_object (fixture->player);
  virtual_time_free (fixture->time);
  g_array_unref (fixture->numbers);
  g_array_unref (fixture->times);
}

static void
look (gpointer data)
{
  Fixture     *fixture = data;
  SlFrame     *frame = sl_player_take_frame (fixture->player);
  guint        number;
  const gint64 now = (gint64)gst_clock_get_time (virtual_time_get_clock (fixture->time));

  if (frame == NULL)
    return;
  number = clip_maker_read_number (frame);
  g_assert_cmpint (sl_frame_get_number (frame), ==, number);
  g_array_append_val (fixture->numbers, number);
  g_array_append_val (fixture->times, now);
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  fixture->frame = frame;
}

static gboolean
has_answered (gpointer data)
{
  Fixture *fixture = data;

  g_assert_null (sl_player_get_fault (fixture->player));
  return fixture->frame && sl_frame_get_serial (fixture->frame) == fixture->wanted;
}

static gboolean
has_shown (gpointer data)
{
  Fixture *fixture = data;

  g_assert_null (sl_player_get_fault (fixture->player));
  return fixture->numbers->len >= fixture->wanted;
}

static void
forget_shown (Fixture *fixture)
{
  g_array_set_size (fixture->numbers, 0);
  g_array_set_size (fixture->times, 0);
}

static gint64
time_of (Fixture *fixture, guint i)
{
  return g_array_index (fixture->times, gint64, i);
}

/* @n_laps rounds of pictures @first to @last. Without sound, which moves the virtual clock while pictures are still
 * being decoded, each picture comes when its time has come, also over the seam. */
static void
check_rounds (Fixture *fixture, guint first, guint last, guint n_laps, gboolean sound)
{
  const guint  length = last - first + 1;
  const gint64 slack = 3 * SECOND / 1000;

  forget_shown (fixture);
  sl_player_set_playing (fixture->player, TRUE);
  fixture->wanted = length * n_laps - 1; /* the first is on the screen already */
  virtual_time_run (fixture->time, look, has_shown, fixture);
  for (guint i = 0; i < fixture->wanted; i++)
    {
      g_assert_cmpuint (g_array_index (fixture->numbers, guint, i), ==, first + (i + 1) % length);
      if (i > 0 && !sound)
        g_assert_cmpint (ABS (time_of (fixture, i) - time_of (fixture, i - 1) - SECOND / 30), <, slack);
    }
  g_assert_cmpuint (sl_frame_get_lap (fixture->frame), ==, n_laps - 1);
}

static void
test_loop_section (Fixture *fixture, gconstpointer sound)
{
  virtual_time_wait (fixture->time, look, has_answered, fixture);
  fixture->wanted = sl_player_set_loop (fixture->player, SECOND, 2 * SECOND, SECOND);
  virtual_time_wait (fixture->time, look, has_answered, fixture);
  check_rounds (fixture, 30, 59, 4, sound != NULL);
}

static void
test_loop_all (Fixture *fixture, gconstpointer sound)
{
  virtual_time_wait (fixture->time, look, has_answered, fixture);
  fixture->wanted = sl_player_set_loop (fixture->player, 0, -1, 0);
  virtual_time_wait (fixture->time, look, has_answered, fixture);
  check_rounds (fixture, 0, N_FRAMES - 1, 3, sound != NULL);
}

/* Before the file has answered, a loop is where the film begins. */
static void
test_loop_early (Fixture *fixture, gconstpointer sound)
{
  fixture->wanted = sl_player_set_loop (fixture->player, SECOND, SECOND + SECOND / 2, 0);
  virtual_time_wait (fixture->time, look, has_answered, fixture);
  g_assert_cmpuint (clip_maker_read_number (fixture->frame), ==, 30);
  check_rounds (fixture, 30, 44, 3, sound != NULL);
}

static gboolean
has_ended (gpointer data)
{
  return sl_player_get_state (((Fixture *)data)->player) == SL_PLAYER_ENDED;
}

/* A loop that is given up leads on to the end; seeking out of it does too. */
static void
test_loop_left (Fixture *fixture, gconstpointer sound)
{
  virtual_time_wait (fixture->time, look, has_answered, fixture);
  fixture->wanted = sl_player_set_loop (fixture->player, SECOND, 2 * SECOND, SECOND);
  virtual_time_wait (fixture->time, look, has_answered, fixture);
  check_rounds (fixture, 30, 59, 2, sound != NULL);
  fixture->wanted = sl_player_set_loop (fixture->player, -1, -1, SECOND);
  virtual_time_run (fixture->time, look, has_answered, fixture);
  forget_shown (fixture);
  virtual_time_run (fixture->time, look, has_ended, fixture);
  look (fixture);
  g_assert_cmpuint (g_array_index (fixture->numbers, guint, fixture->numbers->len - 1), ==, N_FRAMES - 1);
}

static void
test_seek_in_loop (Fixture *fixture, gconstpointer sound)
{
  virtual_time_wait (fixture->time, look, has_answered, fixture);
  fixture->wanted = sl_player_set_loop (fixture->player, SECOND, 2 * SECOND, SECOND);
  virtual_time_wait (fixture->time, look, has_answered, fixture);
  fixture->wanted = sl_player_seek (fixture->player, 50 * SECOND / 30 + SECOND / 90, SL_SEEK_EXACT);
  virtual_time_wait (fixture->time, look, has_answered, fixture);
  g_assert_cmpuint (clip_maker_read_number (fixture->frame), ==, 50);
  forget_shown (fixture);
  sl_player_set_playing (fixture->player, TRUE);
  fixture->wanted = 12;
  virtual_time_run (fixture->time, look, has_shown, fixture);
  for (guint i = 0; i < 9; i++)
    g_assert_cmpuint (g_array_index (fixture->numbers, guint, i), ==, 51 + i);
  for (guint i = 9; i < 12; i++)
    g_assert_cmpuint (g_array_index (fixture->numbers, guint, i), ==, 30 + i - 9);
}

static gboolean
has_gone_round (gpointer data)
{
  return has_answered (data) && sl_frame_get_lap (((Fixture *)data)->frame) >= 3;
}

/* A section ends where the film is when it is marked, notes may be over at once, and a clip may be longer than its file. */
static void
test_loop_edges (Fixture *fixture, gconstpointer sound)
{
  static const struct
  {
    gint64 start, end, now;
    guint  first;
  } edges[] = {{SECOND, SECOND + 1, SECOND, 30},
               {SECOND, SECOND + SECOND / 1000, SECOND, 30},
               {10 * SECOND, 12 * SECOND, 10 * SECOND, N_FRAMES - 1},
               {SECOND, 2 * SECOND, 2 * SECOND - 1, 30}};

  virtual_time_wait (fixture->time, look, has_answered, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      fixture->wanted = sl_player_set_loop (fixture->player, edges[i].start, edges[i].end, edges[i].now);
      virtual_time_wait (fixture->time, look, has_answered, fixture);
      g_assert_cmpuint (clip_maker_read_number (fixture->frame), ==, edges[i].first);
      sl_player_set_playing (fixture->player, TRUE);
      virtual_time_run (fixture->time, look, has_gone_round, fixture);
      sl_player_set_playing (fixture->player, FALSE);
    }
}

static gboolean
is_paused (gpointer data)
{
  return has_answered (data) && sl_player_get_state (((Fixture *)data)->player) == SL_PLAYER_PAUSED;
}

static void
step (Fixture *fixture, int n, guint expected)
{
  fixture->wanted = sl_player_step (fixture->player, n);
  virtual_time_wait (fixture->time, look, has_answered, fixture);
  g_assert_cmpuint (clip_maker_read_number (fixture->frame), ==, expected);
}

/* One by one in both directions, several at once, and not beyond either end. */
static void
test_steps (Fixture *fixture, gconstpointer sound)
{
  virtual_time_wait (fixture->time, look, is_paused, fixture);
  step (fixture, -1, 0);
  for (guint i = 1; i <= 20; i++)
    step (fixture, 1, i);
  for (guint i = 20; i > 12; i--)
    step (fixture, -1, i - 1);
  step (fixture, 5, 17);
  fixture->wanted = sl_player_seek (fixture->player, 4 * SECOND + 19 * SECOND / 1000, SL_SEEK_EXACT);
  virtual_time_wait (fixture->time, look, has_answered, fixture);
  step (fixture, -1, 119);
  step (fixture, 1, 120);
  step (fixture, 1000, N_FRAMES - 1);
  step (fixture, 1, N_FRAMES - 1);
}

/* Presses that come faster than pictures add up. */
static void
test_steps_in_a_row (Fixture *fixture, gconstpointer sound)
{
  virtual_time_wait (fixture->time, look, is_paused, fixture);
  for (guint i = 0; i < 30; i++)
    fixture->wanted = sl_player_step (fixture->player, 1);
  virtual_time_wait (fixture->time, look, has_answered, fixture);
  while (clip_maker_read_number (fixture->frame) != 30)
    {
      g_main_context_iteration (NULL, TRUE);
      look (fixture);
    }
  /* And playing on from there misses none. */
  forget_shown (fixture);
  sl_player_set_playing (fixture->player, TRUE);
  fixture->wanted = 5;
  virtual_time_run (fixture->time, look, has_shown, fixture);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (g_array_index (fixture->numbers, guint, i), ==, 31 + i);
}

/* A round counts at its full length, whatever the demuxer made of it; other segments are left alone. */
static void
test_seam (void)
{
  GstSegment last, next;

  gst_segment_init (&last, GST_FORMAT_TIME);
  last.flags = GST_SEGMENT_FLAG_SEGMENT;
  last.rate = 2.0;
  last.start = last.time = SECOND;
  last.stop = 3 * SECOND;
  last.base = 5 * SECOND;
  next = last;
  next.base = 6 * SECOND - SECOND / 60;
  g_assert_true (sl_seam_fit (&last, &next));
  g_assert_cmpuint (next.base, ==, 6 * SECOND);
  g_assert_false (sl_seam_fit (&last, &next));
  next.base = 0;
  next.start = 3 * SECOND;
  g_assert_false (sl_seam_fit (&last, &next));
  next.start = SECOND;
  next.flags = 0;
  g_assert_false (sl_seam_fit (&last, &next));
}

/* The rules alone, over films whose pictures last as they please: a brute-force twin knows them all. */
static void
test_rules (void)
{
  for (guint round = 0; round < 300; round++)
    {
      const guint n = (guint)g_test_rand_int_range (1, 30);
      gint64      starts[31] = {0};
      guint       now = (guint)g_test_rand_int_range (0, (int)n);
      g_autoptr (SlFrameStamper) stamper = sl_frame_stamper_new ();

      for (guint i = 0; i < n; i++)
        starts[i + 1] = starts[i] + g_test_rand_int_range (4, 3000) * SECOND / 1000;
      for (guint i = 0; i < 10; i++)
        {
          const int    direction = g_test_rand_bit () ? 1 : -1;
          const guint  wanted = (guint)CLAMP ((int)now + direction, 0, (int)n - 1);
          const gint64 cut = g_test_rand_int_range (0, 3) * (starts[now + 1] - starts[now]) / 4;
          SlFrameStep  steps = {0};
          SlFrameStamp shown = {starts[now] + cut, starts[now + 1] - starts[now] - cut, -1, 1, 0};
          gint64       target;
          guint        serial = 0, seeks = 0;

          sl_frame_step_add (&steps, direction, 7);
          while (sl_frame_step_next (&steps, stamper, &shown, &target, &serial))
            {
              g_assert_cmpuint (++seeks, <, 100);
              target = CLAMP (target, 0, starts[n] - 1);
              for (now = 0; starts[now + 1] <= target; now++)
                ;
              shown = (SlFrameStamp){target, starts[now + 1] - target, -1, serial, 0};
            }
          g_assert_cmpuint (serial, ==, 7);
          g_assert_cmpuint (now, ==, wanted);
        }
    }
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *with = g_strconcat ("/moves/", name, NULL);
  g_autofree char *without = g_strconcat ("/moves/silent-", name, NULL);

  g_test_add (with, Fixture, "sound", set_up, test, tear_down);
  g_test_add (without, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  add ("loop-section", test_loop_section);
  add ("loop-all", test_loop_all);
  add ("loop-early", test_loop_early);
  add ("loop-left", test_loop_left);
  add ("loop-edges", test_loop_edges);
  add ("seek-in-loop", test_seek_in_loop);
  add ("steps", test_steps);
  add ("steps-in-a-row", test_steps_in_a_row);
  g_test_add ("/moves/steps-off-grid", Fixture, "late", set_up, test_steps, tear_down);
  g_test_add_func ("/moves/seam", test_seam);
  g_test_add_func ("/moves/rules", test_rules);
  return g_test_run ();
}
