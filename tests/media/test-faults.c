/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are missing, stuck, broken or not films: each is told as what it is, and nobody waits. */
#include "bus-reading.h"
#include "clip-maker.h"
#include "missing.h"
#include "player.h"
#include "trouble.h"

#include <glib/gstdio.h>
#include <gst/gst.h>
#include <gst/pbutils/missing-plugins.h>
#include <sys/stat.h>

typedef struct
{
  SlPlayer *player;
  char     *path;
  gint64    longest; /* microseconds between two looks of the main loop */
  gint64    last;
  gint64    idle_longest; /* the same of a thread that only sleeps: what the machine itself is late */
  gint      done;         /* tells that thread so; atomic */
} Fixture;

static gboolean
beat_cb (gpointer data)
{
  Fixture     *fixture = data;
  const gint64 now = g_get_monotonic_time ();

  fixture->longest = MAX (fixture->longest, now - fixture->last);
  fixture->last = now;
  return G_SOURCE_CONTINUE;
}

static gpointer
sleep_cb (gpointer data)
{
  Fixture *fixture = data;
  gint64   last = g_get_monotonic_time ();

  while (!g_atomic_int_get (&fixture->done))
    {
      gint64 now;

      g_usleep (5000);
      now = g_get_monotonic_time ();
      fixture->idle_longest = MAX (fixture->idle_longest, now - last);
      last = now;
    }
  return NULL;
}

static void
set_up (Fixture *fixture, const char *name)
{
  fixture->player = sl_player_new (&(SlPlayerWorld){.audio_sink = gst_element_factory_make ("fakesink", NULL)});
  sl_player_set_patience (fixture->player, G_MAXINT);
  fixture->path = g_build_filename (g_getenv ("SL_TEST_BUILD"), name, NULL);
  g_remove (fixture->path);
}

static void
tear_down (Fixture *fixture)
{
  g_assert_finalize_object (fixture->player);
  g_remove (fixture->path);
  g_free (fixture->path);
}

static void
load (Fixture *fixture)
{
  g_autofree char *uri = g_filename_to_uri (fixture->path, NULL, NULL);

  sl_player_load (fixture->player, uri, 0, TRUE);
}

static void
wait_for_state (Fixture *fixture, SlPlayerState state)
{
  const gint64 end = g_get_monotonic_time () + 300 * G_TIME_SPAN_SECOND;
  guint        beat = g_timeout_add (5, beat_cb, fixture);
  GThread     *idle = g_thread_new ("idle", sleep_cb, fixture);

  fixture->last = g_get_monotonic_time ();
  while (sl_player_get_state (fixture->player) != state)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&(SlFrame *){sl_player_take_frame (fixture->player)}, sl_frame_unref);
    }
  g_source_remove (beat);
  g_atomic_int_set (&fixture->done, TRUE);
  g_thread_join (idle);
  fixture->done = FALSE;
}

static void
check_fault (Fixture *fixture, SlFaultCode code)
{
  g_autofree char *advice = NULL;

  load (fixture);
  wait_for_state (fixture, SL_PLAYER_FAULT);
  g_assert_cmpint (sl_fault_get_code (sl_player_get_fault (fixture->player)), ==, code);
  advice = sl_fault_get_advice (sl_player_get_fault (fixture->player));
  g_assert_cmpstr (sl_fault_get_title (sl_player_get_fault (fixture->player)), !=, "");
  g_assert_cmpstr (advice, !=, "");
}

static void
test_missing (void)
{
  Fixture fixture = {0};

  set_up (&fixture, "missing.webm");
  check_fault (&fixture, SL_FAULT_FILE_MISSING);
  tear_down (&fixture);
}

static void
test_empty (void)
{
  Fixture fixture = {0};

  set_up (&fixture, "empty.webm");
  g_assert_true (g_file_set_contents (fixture.path, "", 0, NULL));
  check_fault (&fixture, SL_FAULT_EMPTY);
  tear_down (&fixture);
}

static void
test_text (void)
{
  Fixture          fixture = {0};
  g_autofree char *text = g_strnfill (4096, 'x');

  set_up (&fixture, "text.webm");
  g_assert_true (g_file_set_contents (fixture.path, text, -1, NULL));
  check_fault (&fixture, SL_FAULT_NOT_A_FILM);
  tear_down (&fixture);
}

static void
test_folder (void)
{
  Fixture fixture = {0};

  set_up (&fixture, "folder.webm");
  g_assert_cmpint (g_mkdir (fixture.path, 0700), ==, 0);
  check_fault (&fixture, SL_FAULT_NOT_A_FILM);
  g_rmdir (fixture.path);
  tear_down (&fixture);
}

static void
cut (const char *path, gsize keep)
{
  g_autofree char *bytes = NULL;
  gsize            size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize)MIN (keep, size), NULL));
}

/* decodebin of GStreamer 1.22 can lose a demuxer's error while it is still connecting it; the film then never
 * answers. Either way it is a fault, in words. */
static void
test_head_only (void)
{
  Fixture     fixture = {0};
  SlFaultCode code;

  set_up (&fixture, "head.webm");
  sl_player_set_patience (fixture.player, 3000);
  clip_maker_make (fixture.path, &(ClipShape){320, 180, 30, 1, 60, FALSE});
  cut (fixture.path, 200);
  load (&fixture);
  wait_for_state (&fixture, SL_PLAYER_FAULT);
  code = sl_fault_get_code (sl_player_get_fault (fixture.player));
  g_assert_true (code == SL_FAULT_DAMAGED || code == SL_FAULT_NO_ANSWER);
  tear_down (&fixture);
}

/* A film that was cut off plays as far as it goes, and ends. */
static void
test_truncated (void)
{
  Fixture fixture = {0};

  set_up (&fixture, "truncated.webm");
  clip_maker_make (fixture.path, &(ClipShape){320, 180, 30, 1, 60, FALSE});
  cut (fixture.path, 20000);
  load (&fixture);
  wait_for_state (&fixture, SL_PLAYER_ENDED);
  g_assert_null (sl_player_get_fault (fixture.player));
  tear_down (&fixture);
}

/* Nobody writes into the pipe: opening it never comes back. The main loop goes on, the fault is told, the
 * next film plays, and taking the player down does not wait for the stuck one. */
static void
test_stuck (void)
{
  Fixture fixture = {0};

  set_up (&fixture, "stuck.webm");
  g_assert_cmpint (mkfifo (fixture.path, 0600), ==, 0);
  sl_player_set_patience (fixture.player, 400);
  check_fault (&fixture, SL_FAULT_NO_ANSWER);
  /* A call that waits for the file would take seconds. */
  g_assert_cmpint (fixture.longest, <, 100 * G_TIME_SPAN_MILLISECOND + 3 * fixture.idle_longest);

  g_remove (fixture.path);
  clip_maker_make (fixture.path, &(ClipShape){320, 180, 30, 1, 30, FALSE});
  sl_player_set_patience (fixture.player, G_MAXINT);
  load (&fixture);
  wait_for_state (&fixture, SL_PLAYER_ENDED);
  tear_down (&fixture);
}

/* Whoever goes on to another film does not wait for the stuck one, whatever the rate was. */
static void
test_next_after_stuck (void)
{
  Fixture          fixture = {0};
  g_autofree char *other = NULL;
  g_autofree char *uri = NULL;

  set_up (&fixture, "stuck-next.webm");
  g_assert_cmpint (mkfifo (fixture.path, 0600), ==, 0);
  other = g_build_filename (g_getenv ("SL_TEST_BUILD"), "next.webm", NULL);
  uri = g_filename_to_uri (other, NULL, NULL);
  clip_maker_make (other, &(ClipShape){320, 180, 30, 1, 30, FALSE});
  sl_player_set_rate (fixture.player, 2.0, 0);
  load (&fixture);
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (10000);
      g_main_context_iteration (NULL, FALSE);
    }
  sl_player_unload (fixture.player);
  sl_player_load (fixture.player, uri, 0, TRUE);
  wait_for_state (&fixture, SL_PLAYER_ENDED);
  g_assert_null (sl_player_get_fault (fixture.player));
  tear_down (&fixture);
}

/* To the very end and behind it, at any rate: it is over, and it never hangs. */
static void
test_seek_to_end (void)
{
  Fixture fixture = {0};

  set_up (&fixture, "end.webm");
  clip_maker_make (fixture.path, &(ClipShape){320, 180, 30, 1, 30, TRUE});
  load (&fixture);
  wait_for_state (&fixture, SL_PLAYER_PLAYING);
  for (guint i = 0; i < 4; i++)
    {
      sl_player_seek (fixture.player, (gint64)(i + 1) * G_GINT64_CONSTANT (500000000), SL_SEEK_EXACT);
      wait_for_state (&fixture, SL_PLAYER_ENDED);
      sl_player_set_rate (fixture.player, i % 2 ? 1.0 : 1.5, G_GINT64_CONSTANT (1000000000));
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (sl_player_get_state (fixture.player), ==, SL_PLAYER_ENDED);
      sl_player_seek (fixture.player, 0, SL_SEEK_EXACT);
      wait_for_state (&fixture, SL_PLAYER_PLAYING);
    }
  tear_down (&fixture);
}

static void
test_quit_while_stuck (void)
{
  Fixture fixture = {0};
  gint64  begun;

  set_up (&fixture, "stuck-quit.webm");
  g_assert_cmpint (mkfifo (fixture.path, 0600), ==, 0);
  load (&fixture);
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (10000);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpint (sl_player_get_state (fixture.player), ==, SL_PLAYER_LOADING);
  begun = g_get_monotonic_time ();
  tear_down (&fixture);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 2 * G_TIME_SPAN_SECOND);
}

/* Loads, seeks and goodbyes in any order, whatever the engine is doing just then. */
static void
test_any_moment (void)
{
  for (guint round = 0; round < 30; round++)
    {
      Fixture fixture = {0};

      set_up (&fixture, "any.webm");
      clip_maker_make (fixture.path, &(ClipShape){160, 96, 30, 1, 30, TRUE});
      load (&fixture);
      for (gint32 i = g_test_rand_int_range (0, 40); i > 0; i--)
        {
          switch (g_test_rand_int_range (0, 6))
            {
            case 0:
              sl_player_seek (fixture.player, g_test_rand_int_range (0, 1000) * G_GINT64_CONSTANT (1000000), SL_SEEK_EXACT);
              break;
            case 1:
              sl_player_set_playing (fixture.player, g_test_rand_bit ());
              break;
            case 2:
              load (&fixture);
              break;
            case 3:
              sl_player_set_rate (fixture.player, 1.0 + g_test_rand_bit (), 0);
              break;
            default:
              g_main_context_iteration (NULL, FALSE);
              g_usleep ((gulong)g_test_rand_int_range (0, 3000));
            }
        }
      tear_down (&fixture);
    }
}

static void
check_words (SlFault *fault, SlFaultCode code, const char *title, const char *advice, const char *details)
{
  g_autofree char *told = sl_fault_get_advice (fault);

  g_assert_cmpint (sl_fault_get_code (fault), ==, code);
  g_assert_cmpstr (sl_fault_get_title (fault), ==, title);
  g_assert_cmpstr (told, ==, advice);
  g_assert_nonnull (strstr (sl_fault_get_details (fault), details));
}

/* What plays is not said to be what cannot be decoded; what is missing is named; and once it is there it plays. */
static void
test_decoders (void)
{
  Fixture fixture = {0};
  g_autoptr (GPtrArray) hidden = g_ptr_array_new_with_free_func (gst_object_unref);

  set_up (&fixture, "decoders.webm");
  clip_maker_make (fixture.path, &(ClipShape){320, 180, 30, 1, 30, TRUE});

  trouble_hide_decoders (hidden, "audio/x-opus");
  load (&fixture);
  wait_for_state (&fixture, SL_PLAYER_ENDED);
  check_words (sl_player_get_fault (fixture.player), SL_FAULT_NO_SOUND_DECODER, "The sound cannot be decoded",
               "Missing: Opus decoder. The film goes on without sound. Install it, then try again.", "decoder-audio/x-opus");
  g_assert_true (sl_player_get_snapshot (fixture.player)->has_video);
  g_assert_false (sl_player_get_snapshot (fixture.player)->has_audio);

  trouble_show_decoders (hidden);
  trouble_hide_decoders (hidden, "video/x-vp8");
  load (&fixture);
  wait_for_state (&fixture, SL_PLAYER_ENDED);
  check_words (sl_player_get_fault (fixture.player), SL_FAULT_NO_PICTURE_DECODER, "The picture cannot be decoded",
               "Missing: VP8 decoder. Only the sound plays. Install it, then try again.", "decoder-video/x-vp8");
  g_assert_false (sl_player_get_snapshot (fixture.player)->has_video);
  g_assert_true (sl_player_get_snapshot (fixture.player)->has_audio);

  trouble_hide_decoders (hidden, "audio/x-opus");
  load (&fixture);
  wait_for_state (&fixture, SL_PLAYER_FAULT);
  g_assert_cmpint (sl_fault_get_code (sl_player_get_fault (fixture.player)), ==, SL_FAULT_NO_DECODER);
  g_assert_nonnull (strstr (sl_fault_get_details (sl_player_get_fault (fixture.player)), "decoder-video/x-vp8"));
  g_assert_nonnull (strstr (sl_fault_get_details (sl_player_get_fault (fixture.player)), "decoder-audio/x-opus"));

  trouble_show_decoders (hidden);
  load (&fixture);
  wait_for_state (&fixture, SL_PLAYER_ENDED);
  g_assert_null (sl_player_get_fault (fixture.player));
  tear_down (&fixture);
}

static void
miss (SlMissing *missing, const char *type)
{
  g_autoptr (GstElement) element = gst_bin_new (NULL);
  g_autoptr (GstCaps) caps = gst_caps_new_empty_simple (type);
  g_autoptr (GstMessage) message = gst_missing_decoder_message_new (gst_object_ref_sink (element), caps);

  sl_missing_take_message (missing, message);
}

/* Of two sound tracks one can be decoded: the film is not silent. */
static void
test_missing_part (void)
{
  g_autoptr (SlMissing) missing = sl_missing_new ();
  g_autoptr (SlFault) part = NULL;
  g_autoptr (SlFault) sound = NULL;

  miss (missing, "video/x-gst-fourcc");
  miss (missing, "application/x-subtitle-unknown");
  g_assert_null (sl_missing_make_notice (missing, TRUE, TRUE));
  miss (missing, "audio/x-opus");
  miss (missing, "audio/x-opus");
  part = sl_missing_make_notice (missing, TRUE, TRUE);
  check_words (part, SL_FAULT_NO_PART_DECODER, "A part of the film cannot be decoded",
               "Missing: Opus decoder. The film goes on without it. Install it, then try again.", "decoder-audio/x-opus");
  g_assert_true (sl_fault_can_be_mended (part));
  sound = sl_missing_make_notice (missing, TRUE, FALSE);
  g_assert_cmpint (sl_fault_get_code (sound), ==, SL_FAULT_NO_SOUND_DECODER);
  sl_missing_forget (missing);
  g_assert_false (sl_missing_is_any (missing));
}

/* What a slow machine leaves out was there: only the last of three is about a part of the film. */
static void
test_dropped (void)
{
  g_autoptr (GstMessage) unknown = gst_message_new_qos (NULL, FALSE, 0, GST_CLOCK_TIME_NONE, 0, 5);
  g_autoptr (GstMessage) point = gst_message_new_qos (NULL, FALSE, 0, 7 * GST_SECOND, 0, GST_CLOCK_TIME_NONE);
  g_autoptr (GstMessage) picture = gst_message_new_qos (NULL, FALSE, 0, 7 * GST_SECOND, 0, GST_SECOND);

  g_assert_cmpint (sl_bus_reading_get_dropped_end (unknown), ==, 0);
  g_assert_cmpint (sl_bus_reading_get_dropped_end (point), ==, 7 * GST_SECOND);
  g_assert_cmpint (sl_bus_reading_get_dropped_end (picture), ==, 8 * GST_SECOND);
}

int
main (int argc, char **argv)
{
  gst_init (NULL, NULL);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/faults/missing", test_missing);
  g_test_add_func ("/faults/empty", test_empty);
  g_test_add_func ("/faults/text", test_text);
  g_test_add_func ("/faults/folder", test_folder);
  g_test_add_func ("/faults/head-only", test_head_only);
  g_test_add_func ("/faults/truncated", test_truncated);
  g_test_add_func ("/faults/stuck", test_stuck);
  g_test_add_func ("/faults/next-after-stuck", test_next_after_stuck);
  g_test_add_func ("/faults/seek-to-end", test_seek_to_end);
  g_test_add_func ("/faults/quit-while-stuck", test_quit_while_stuck);
  g_test_add_func ("/faults/any-moment", test_any_moment);
  g_test_add_func ("/faults/decoders", test_decoders);
  g_test_add_func ("/faults/missing-part", test_missing_part);
  g_test_add_func ("/faults/dropped", test_dropped);

  return g_test_run ();
}
