/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The player over and over: ended at any moment, given another film, sought to and fro. Afterwards there are as many
 * threads and descriptors as after the warm-up, and no more memory. SL_SOAK multiplies what is done.
 */
#include "clip-maker.h"
#include "player.h"

#include <glib/gstdio.h>
#include <gst/gst.h>
#include <stdlib.h>
#include <unistd.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define LENGTH 3 /* seconds of each film */
#define LONGEST_END (2 * G_TIME_SPAN_SECOND)
#define MEMORY_SLACK 16 /* MiB: what an allocator may keep and give back */

static const ClipShape shapes[] = {
  {320, 180, 30, 1, LENGTH * 30, TRUE},
  {640, 360, 25, 1, LENGTH * 25, TRUE, .container = CLIP_MP4, .b_frames = 2},
  {320, 240, 24, 1, LENGTH * 24, FALSE, .container = CLIP_MATROSKA},
};

static guint
get_factor (void)
{
  const char *factor = g_getenv ("SL_SOAK");

  return factor ? (guint)MAX (atoi (factor), 1) : 1;
}

static char *
get_uri (guint number)
{
  g_autofree char *name = g_strdup_printf ("soak-%u", number);
  g_autofree char *path = g_build_filename (g_getenv ("SL_TEST_BUILD"), name, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    clip_maker_make (path, &shapes[number]);
  return g_filename_to_uri (path, NULL, NULL);
}

static SlPlayer *
make_player (void)
{
  GstElement *sound = gst_element_factory_make ("fakesink", NULL);

  g_object_set (sound, "sync", TRUE, NULL);
  return sl_player_new (&(SlPlayerWorld){.audio_sink = sound});
}

/* What the process holds */

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

/* Threads of GLib's pool stay for a while; those of the player do not. */
static guint
count_threads (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/task", 0, NULL);
  const char *name;
  guint       n = 0;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename ("/proc/self/task", name, "comm", NULL);
      g_autofree char *comm = NULL;

      if (g_file_get_contents (path, &comm, NULL, NULL))
        n += !g_str_has_prefix (comm, "pool-");
    }
  return n;
}

static double
get_memory (void)
{
  g_autofree char *text = NULL;
  gulong           pages = 0;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_assert_cmpint (sscanf (text, "%*u %lu", &pages), ==, 1);
  return (double)pages * (double)sysconf (_SC_PAGESIZE) / (1024 * 1024);
}

/* GStreamer's task pool lets its threads go a moment later. */
static void
wait_for_threads (guint most)
{
  for (guint i = 0; i < 3000 && count_threads () > most; i++)
    g_usleep (10000);
  g_assert_cmpuint (count_threads (), <=, most);
}

/* What is done */

static void
iterate (SlPlayer *player, guint milliseconds)
{
  const gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
      g_clear_pointer (&(SlFrame *){sl_player_take_frame (player)}, sl_frame_unref);
    }
}

static gint64
any_time (void)
{
  return g_test_rand_int_range (0, LENGTH * 1000) * SECOND / 1000;
}

static void
do_something (SlPlayer *player)
{
  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      sl_player_set_playing (player, g_test_rand_bit ());
      break;
    case 1:
      sl_player_seek (player, any_time (), SL_SEEK_KEYFRAME);
      break;
    case 2:
      sl_player_set_rate (player, g_test_rand_bit () ? 2.0 : 1.0, any_time ());
      break;
    case 3:
      sl_player_set_output_size (player, (guint)g_test_rand_int_range (100, 800), (guint)g_test_rand_int_range (100, 600));
      break;
    case 4:
      sl_player_step (player, g_test_rand_bit () ? 1 : -1);
      break;
    case 5:
      sl_player_set_loop (player, 0, SECOND, 0);
      break;
    default:
      sl_player_seek (player, any_time (), SL_SEEK_EXACT);
      break;
    }
}

static void
end_at_any_moment (const char *uri)
{
  SlPlayer *player = make_player ();
  gint64    begin;

  sl_player_load (player, uri, g_test_rand_bit () ? any_time () : 0, g_test_rand_bit ());
  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    {
      iterate (player, (guint)g_test_rand_int_range (0, 60));
      do_something (player);
    }
  iterate (player, (guint)g_test_rand_int_range (0, 40));
  begin = g_get_monotonic_time ();
  g_assert_finalize_object (player);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, LONGEST_END);
}

static void
test_quits (void)
{
  const guint n = 30 * get_factor ();
  guint       threads = 0, files = 0;
  double      memory = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *uri = get_uri (i % G_N_ELEMENTS (shapes));

      end_at_any_moment (uri);
      if (i == n / 3)
        {
          g_usleep (G_USEC_PER_SEC);
          threads = count_threads ();
          files = count_entries ("/proc/self/fd");
          memory = get_memory ();
        }
    }
  wait_for_threads (threads);
  g_assert_cmpuint (count_entries ("/proc/self/fd"), <=, files);
  g_assert_cmpfloat (get_memory (), <, memory + MEMORY_SLACK);
}

static gboolean
late_cb (gpointer data)
{
  g_error ("the film did not answer in five minutes");
  return G_SOURCE_REMOVE;
}

/* Until a picture of @serial has come. */
static void
wait_for_picture (SlPlayer *player, guint serial)
{
  const guint late = g_timeout_add_seconds (300, late_cb, NULL);
  guint       shown = 0;

  while (shown != serial)
    {
      g_autoptr (SlFrame) frame = NULL;

      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (sl_player_get_state (player), !=, SL_PLAYER_FAULT);
      frame = sl_player_take_frame (player);
      if (frame)
        shown = sl_frame_get_serial (frame);
    }
  g_source_remove (late);
}

static void
test_switches_and_seeks (void)
{
  const guint n_switches = 50 * get_factor (), n_seeks = 200 * get_factor ();
  SlPlayer   *player = make_player ();
  guint       threads = 0, files = 0;
  double      memory = 0;

  for (guint i = 0; i < n_switches + n_seeks; i++)
    {
      if (i % ((n_switches + n_seeks) / n_switches) == 0)
        {
          g_autofree char *uri = get_uri (i / 5 % G_N_ELEMENTS (shapes));

          wait_for_picture (player, sl_player_load (player, uri, 0, g_test_rand_bit ()));
        }
      else
        {
          wait_for_picture (player, sl_player_seek (player, any_time (), SL_SEEK_EXACT));
        }
      if (i == (n_switches + n_seeks) / 3)
        {
          threads = count_threads ();
          files = count_entries ("/proc/self/fd");
          memory = get_memory ();
        }
    }
  /* Films differ by a few threads in what decodes them. */
  wait_for_threads (threads + 8);
  g_assert_cmpuint (count_entries ("/proc/self/fd"), <=, files + 4);
  g_assert_cmpfloat (get_memory (), <, memory + MEMORY_SLACK);
  g_assert_finalize_object (player);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/soak/quits", test_quits);
  g_test_add_func ("/soak/switches-and-seeks", test_switches_and_seeks);
  return g_test_run ();
}
