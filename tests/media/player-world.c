/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files keep their times in units of their own, whole milliseconds at worst: so much a picture may be beside its own. */
#include "player-world.h"

#include <gst/gst.h>
#include <stdlib.h>

#define ROUNDED ((gint64)GST_MSECOND)
/* Where the rate varies, decoders make a duration up and cut by it what a seek begins in. */
#define GUESSED (41 * (gint64)GST_MSECOND)

void
player_world_set_up (PlayerWorld *self, const ClipShape *shape, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("SL_TEST_BUILD"), name, NULL);
  const char      *playbin = g_getenv ("SL_TEST_PLAYBIN");

  clip_maker_make (path, shape);
  self->shape = shape;
  self->uri = g_filename_to_uri (path, NULL, NULL);
  self->time = virtual_time_new ();
  self->player = sl_player_new (&(SlPlayerWorld){
    .clock = virtual_time_get_clock (self->time),
    .audio_sink = virtual_time_make_audio_sink (self->time),
    .playbin = playbin ? atoi (playbin) : 0,
  });
  sl_player_set_patience (self->player, 120000);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
player_world_tear_down (PlayerWorld *self)
{
  g_clear_pointer (&self->frame, sl_frame_unref);
  g_assert_finalize_object (self->player);
  virtual_time_free (self->time);
  g_array_unref (self->numbers);
  g_free (self->uri);
}

void
player_world_look (gpointer data)
{
  PlayerWorld *self = data;
  SlFrame     *frame = sl_player_take_frame (self->player);
  guint        number;

  if (frame == NULL)
    return;
  number = clip_maker_read_number (frame);
  if (self->shape->durations == NULL)
    g_assert_cmpint (sl_frame_get_number (frame), ==, number);
  g_assert_cmpint (sl_frame_get_time (frame), >=, clip_maker_get_time (self->shape, number) - ROUNDED);
  g_assert_cmpint (sl_frame_get_time (frame), <, clip_maker_get_time (self->shape, number + 1) + (self->shape->durations ? GUESSED : ROUNDED));
  g_array_append_val (self->numbers, number);
  g_clear_pointer (&self->frame, sl_frame_unref);
  self->frame = frame;
}

static void
check_no_fault (PlayerWorld *self)
{
  SlFault *fault = sl_player_get_fault (self->player);

  if (fault)
    g_error ("%s: %s", sl_fault_get_title (fault), sl_fault_get_details (fault));
}

gboolean
player_world_has_ended (gpointer data)
{
  PlayerWorld *self = data;

  check_no_fault (self);
  return sl_player_get_state (self->player) == SL_PLAYER_ENDED;
}

gboolean
player_world_has_answered (gpointer data)
{
  PlayerWorld *self = data;

  check_no_fault (self);
  return self->frame && sl_frame_get_serial (self->frame) == self->wanted_serial;
}

void
player_world_load (PlayerWorld *self, gint64 start, gboolean play)
{
  self->wanted_serial = sl_player_load (self->player, self->uri, start, play);
  virtual_time_wait (self->time, player_world_look, player_world_has_answered, self);
}

guint
player_world_seek (PlayerWorld *self, gint64 target)
{
  self->wanted_serial = sl_player_seek (self->player, target, SL_SEEK_EXACT);
  virtual_time_wait (self->time, player_world_look, player_world_has_answered, self);
  return clip_maker_read_number (self->frame);
}

guint
player_world_find_number (PlayerWorld *self, gint64 time)
{
  guint number = 0;

  while (number + 1 < self->shape->n_frames && clip_maker_get_time (self->shape, number + 1) <= time)
    number++;
  return number;
}
