/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a player does beside playing through and seeking, which test-playback.c has. */
#include "player-world.h"

#include <gst/gst.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

static const ClipShape film = {320, 180, 30, 1, 300, TRUE};
static const ClipShape silent_film = {320, 180, 30, 1, 300, FALSE};

static void
test_start_in_the_middle (void)
{
  PlayerWorld world = {0};

  player_world_set_up (&world, &film, "start.webm");
  player_world_load (&world, 7 * SECOND, FALSE);
  g_assert_cmpuint (world.numbers->len, ==, 1);
  g_assert_cmpuint (g_array_index (world.numbers, guint, 0), ==, 210);
  player_world_tear_down (&world);
}

/* In a drag the newest place wins; the last, exact one is where it ends, to the nanosecond. */
static void
test_drag (void)
{
  PlayerWorld world = {0};

  player_world_set_up (&world, &film, "drag.webm");
  player_world_load (&world, 0, FALSE);
  for (guint i = 0; i < 30; i++)
    {
      sl_player_seek (world.player, i * SECOND / 4, SL_SEEK_KEYFRAME);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (player_world_seek (&world, 5 * SECOND), ==, 150);
  g_assert_cmpint (sl_frame_get_time (world.frame), ==, 5 * SECOND);
  player_world_tear_down (&world);
}

/* Pictures are made in the size that is asked for, in the film's shape, also after it changes. */
static void
test_output_size (void)
{
  PlayerWorld world = {0};

  player_world_set_up (&world, &silent_film, "size.webm");
  sl_player_set_output_size (world.player, 640, 640);
  player_world_load (&world, 0, FALSE);
  g_assert_cmpuint (sl_frame_get_width (world.frame), ==, 640);
  g_assert_cmpuint (sl_frame_get_height (world.frame), ==, 360);
  sl_player_set_output_size (world.player, 1000, 90);
  /* More than one interval of resizing, in which the still picture is fetched again. */
  for (gint64 end = g_get_monotonic_time () + 300 * G_TIME_SPAN_SECOND; sl_frame_get_height (world.frame) != 90;)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      player_world_look (&world);
    }
  g_assert_cmpuint (sl_frame_get_width (world.frame), ==, 160);
  player_world_tear_down (&world);
}

/* A film that was taken on its side stands upright, and its frames say so by their size. */
static void
test_orientation (void)
{
  const ClipShape  turned = {320, 192, 25, 1, 50, FALSE, .container = CLIP_MP4, .orientation = "rotate-90"};
  g_autofree char *path = g_build_filename (g_getenv ("SL_TEST_BUILD"), "turned.mp4", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  PlayerWorld      world = {0};
  SlFrame         *frame = NULL;

  player_world_set_up (&world, &turned, "turned.mp4");
  sl_player_load (world.player, uri, 0, FALSE);
  while ((frame = sl_player_take_frame (world.player)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (sl_frame_get_width (frame), ==, 192);
  g_assert_cmpuint (sl_frame_get_height (frame), ==, 320);
  /* The band with the number, black in picture 0, was on top and is on the right. */
  g_assert_cmpuint (sl_frame_get_pixels (frame)[160 * sl_frame_get_stride (frame) + 185 * 4], <, 40);
  g_assert_cmpuint (sl_frame_get_pixels (frame)[160 * sl_frame_get_stride (frame) + 5 * 4], >, 60);
  sl_frame_unref (frame);
  player_world_tear_down (&world);
}

/* Turned in the moment in which a seek is on its way, the picture of that seek is turned, and is the right one. */
static void
test_turned_on_the_way (void)
{
  PlayerWorld world = {0};

  player_world_set_up (&world, &silent_film, "turned-on-the-way.webm");
  player_world_load (&world, 0, FALSE);
  for (guint i = 0; i < 60; i++)
    {
      const gint64   number = g_test_rand_int_range (0, 300), end = g_get_monotonic_time () + 300 * G_TIME_SPAN_SECOND;
      const gboolean sideways = i % 2 == 0;
      gboolean       is_right = FALSE;

      sl_player_seek (world.player, number * SECOND / 30, SL_SEEK_EXACT);
      g_usleep ((gulong)g_test_rand_int_range (0, 8000));
      sl_player_set_turn (world.player, sideways ? 90 : 0);
      while (!is_right)
        {
          SlFrame *frame;

          g_assert_cmpint (g_get_monotonic_time (), <, end);
          g_main_context_iteration (NULL, FALSE);
          frame = sl_player_take_frame (world.player);
          if (frame == NULL)
            continue;
          is_right = (sl_frame_get_width (frame) < sl_frame_get_height (frame)) == sideways;
          g_assert_cmpint (sl_frame_get_number (frame), ==, number);
          sl_frame_unref (frame);
        }
    }
  player_world_tear_down (&world);
}

/* A frame is the decoder's memory or the converter's, never a copy of it, and it lives as long as it is held. */
static void
test_frame_outlives_player (void)
{
  PlayerWorld world = {0};
  SlFrame    *frame;

  player_world_set_up (&world, &film, "outlives.webm");
  player_world_load (&world, SECOND / 2, FALSE);
  frame = g_steal_pointer (&world.frame);
  player_world_tear_down (&world);
  g_assert_cmpuint (clip_maker_read_number (frame), ==, 15);
  sl_frame_unref (frame);
}

int
main (int argc, char **argv)
{
  gst_init (NULL, NULL);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/player/start-in-the-middle", test_start_in_the_middle);
  g_test_add_func ("/player/drag", test_drag);
  g_test_add_func ("/player/output-size", test_output_size);
  g_test_add_func ("/player/orientation", test_orientation);
  g_test_add_func ("/player/turned-on-the-way", test_turned_on_the_way);
  g_test_add_func ("/player/frame-outlives-player", test_frame_outlives_player);

  return g_test_run ();
}
