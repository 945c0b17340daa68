/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A film that hangs, or whose decoder or sound device fails, while it plays: it goes on where it was, or says why not.
 * Real time and real threads; nothing here asks how long anything took.
 */
#include "clip-maker.h"
#include "loan.h"
#include "player.h"
#include "stall-watch.h"
#include "trouble.h"

#include <glib/gstdio.h>
#include <gst/gst.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_FRAMES 60
#define N_LONG 360
#define PATIENCE 8000 /* milliseconds: a slow machine opens a film within a quarter of it */

typedef struct
{
  SlPlayer *player;
  char     *path;
  GArray   *numbers; /* of gint: by the frames' own word */
  SlFrame  *frame;
  guint     wanted; /* serial */
} Fixture;

static const ClipShape shape = {160, 90, 30, 1, N_FRAMES, TRUE, .keyframe_distance = 15};
/* So long that its end has not been read ahead when it begins. */
static const ClipShape long_shape = {480, 270, 30, 1, N_LONG, FALSE, .keyframe_distance = 5};

static void
set_up (Fixture *fixture, const char *name, const ClipShape *clip, GstElement *sound)
{
  const char *playbin = g_getenv ("SL_TEST_PLAYBIN");

  fixture->path = g_build_filename (g_getenv ("SL_TEST_BUILD"), name, NULL);
  clip_maker_make (fixture->path, clip);
  fixture->player = sl_player_new (&(SlPlayerWorld){
    .audio_sink = sound ? sound : gst_element_factory_make ("fakesink", NULL),
    .playbin = playbin ? atoi (playbin) : 0,
  });
  if (sound == NULL)
    sl_player_set_patience (fixture->player, PATIENCE);
  fixture->numbers = g_array_new (FALSE, FALSE, sizeof (int));
}

static void
tear_down (Fixture *fixture)
{
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  g_assert_finalize_object (fixture->player);
  g_remove (fixture->path);
  g_free (fixture->path);
  g_array_unref (fixture->numbers);
}

static void
take (Fixture *fixture)
{
  SlFrame *frame = sl_player_take_frame (fixture->player);
  int      number;

  if (frame == NULL)
    return;
  number = (int)sl_frame_get_number (frame);
  g_array_append_val (fixture->numbers, number);
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  fixture->frame = frame;
}

static gboolean
late_cb (gpointer data)
{
  g_error ("nothing came of it in five minutes");
  return G_SOURCE_REMOVE;
}

static void
run_until (Fixture *fixture, gboolean (*done) (Fixture *fixture))
{
  const guint late = g_timeout_add_seconds (300, late_cb, NULL);

  while (!done (fixture))
    {
      g_main_context_iteration (NULL, TRUE);
      take (fixture);
    }
  g_source_remove (late);
}

static gboolean
is_over (Fixture *fixture)
{
  return sl_player_get_state (fixture->player) >= SL_PLAYER_ENDED;
}

static gboolean
is_paused (Fixture *fixture)
{
  return sl_player_get_state (fixture->player) == SL_PLAYER_PAUSED && fixture->frame;
}

static gboolean
has_frame_20 (Fixture *fixture)
{
  return is_over (fixture) || (fixture->frame && sl_frame_get_number (fixture->frame) >= 20);
}

static void
check_no_fault (Fixture *fixture)
{
  SlFault *fault = sl_player_get_fault (fixture->player);

  if (fault)
    g_error ("%s: %s", sl_fault_get_title (fault), sl_fault_get_details (fault));
}

/* It went on to its end, and the last picture that was shown is what it says it is; a machine that is too slow may have
 * left out some before and after. */
static void
check_played_to_end (Fixture *fixture)
{
  g_assert_cmpint (sl_player_get_state (fixture->player), ==, SL_PLAYER_ENDED);
  g_assert_cmpint (sl_player_get_end (fixture->player), >=, sl_player_get_duration (fixture->player) - SECOND / 10);
  g_assert_cmpint (sl_frame_get_number (fixture->frame), ==, clip_maker_read_number (fixture->frame));
  for (guint i = 1; i < fixture->numbers->len; i++)
    g_assert_cmpint (g_array_index (fixture->numbers, int, i), >=, g_array_index (fixture->numbers, int, i - 1));
}

static void
load (Fixture *fixture, const char *scheme, gboolean playing)
{
  g_autofree char *uri = g_strconcat (scheme, fixture->path, NULL);

  sl_player_load (fixture->player, uri, 0, playing);
}

static void
play (Fixture *fixture, const char *scheme)
{
  load (fixture, scheme, TRUE);
}

static guint64
size_of (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return (guint64)status.st_size;
}

/* The disk hangs once, at @part of the film: it is begun anew at the moment that was shown, and none is shown twice. */
static void
check_hangs_once (const char *name, double part)
{
  Fixture fixture = {0};

  set_up (&fixture, name, &long_shape, NULL);
  trouble_disk_set ((guint64)((double)size_of (fixture.path) * part), 1);
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "the film stands still at *");
  sl_player_set_rate (fixture.player, 4.0, 0);
  play (&fixture, "stall://");
  run_until (&fixture, is_over);
  g_test_assert_expected_messages ();
  check_no_fault (&fixture);
  g_assert_cmpuint (sl_player_get_rebuilds (fixture.player), >=, 1); /* more, where the machine is too slow for the patience */
  g_assert_cmpuint (trouble_disk_get_n_hanging (), ==, 1);
  check_played_to_end (&fixture);
  trouble_disk_release ();
  tear_down (&fixture);
}

static void
test_never_begins (void)
{
  check_hangs_once ("never-begins.webm", 0);
}

static void
count_cb (GstElement *sink, GstBuffer *buffer, GstPad *pad, gint *n)
{
  g_atomic_int_inc (n);
}

/* A pipeline that hangs keeps its sound device. The next film plays with another; when it is there again, it is used. */
static void
test_given_back (void)
{
  GstElement *sink = gst_element_factory_make ("fakesink", NULL);
  Fixture     fixture = {0};
  gint        n = 0;

  g_object_set (sink, "sync", TRUE, "signal-handoffs", TRUE, NULL);
  g_signal_connect (sink, "handoff", G_CALLBACK (count_cb), &n);
  set_up (&fixture, "given-back.webm", &shape, sink);
  trouble_disk_set (0, 1);
  load (&fixture, "stall://", FALSE);
  while (trouble_disk_get_n_hanging () == 0)
    g_usleep (1000);
  play (&fixture, "file://");
  run_until (&fixture, is_over);
  check_played_to_end (&fixture);
  g_assert_cmpint (g_atomic_int_get (&n), ==, 0);
  trouble_disk_release ();
  while (!sl_loan_is_free (sink))
    g_usleep (1000);
  g_array_set_size (fixture.numbers, 0);
  play (&fixture, "file://");
  run_until (&fixture, is_over);
  check_played_to_end (&fixture);
  g_assert_cmpint (g_atomic_int_get (&n), >, 0);
  tear_down (&fixture);
}

static void
test_hangs_once (void)
{
  check_hangs_once ("hangs-once.webm", 0.5);
}

/* A disk that never comes back is told. */
static void
test_hangs_for_ever (void)
{
  Fixture fixture = {0};

  set_up (&fixture, "hangs.webm", &long_shape, NULL);
  trouble_disk_set (size_of (fixture.path) / 2, 100);
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "the film stands still at *");
  sl_player_set_rate (fixture.player, 4.0, 0);
  play (&fixture, "stall://");
  run_until (&fixture, is_over);
  g_test_assert_expected_messages ();
  g_assert_cmpint (sl_player_get_state (fixture.player), ==, SL_PLAYER_FAULT);
  g_assert_cmpint (sl_fault_get_code (sl_player_get_fault (fixture.player)), ==, SL_FAULT_NO_ANSWER);
  trouble_disk_release ();
  tear_down (&fixture);
}

static gboolean
is_at_seek (Fixture *fixture)
{
  return is_over (fixture) || (fixture->frame && sl_frame_get_number (fixture->frame) == 345);
}

/* While the disk hangs a seek blocks the engine's thread: another takes over, and goes to where the seek led. */
static void
test_seek_while_hanging (void)
{
  Fixture fixture = {0};

  set_up (&fixture, "hangs-seek.webm", &long_shape, NULL);
  trouble_disk_set (size_of (fixture.path) / 2, 1);
  sl_player_set_rate (fixture.player, 4.0, 0);
  play (&fixture, "stall://");
  run_until (&fixture, has_frame_20);
  sl_player_set_playing (fixture.player, FALSE);
  sl_player_seek (fixture.player, 345 * SECOND / 30, SL_SEEK_EXACT);
  run_until (&fixture, is_at_seek);
  g_assert_cmpint (sl_player_get_state (fixture.player), ==, SL_PLAYER_PAUSED);
  g_assert_cmpint (sl_frame_get_number (fixture.frame), ==, 345);
  sl_player_set_playing (fixture.player, TRUE);
  run_until (&fixture, is_over);
  g_assert_cmpint (sl_player_get_state (fixture.player), ==, SL_PLAYER_ENDED);
  trouble_disk_release ();
  tear_down (&fixture);
}

/* Slides that each stay for longer than the patience lasts do not hang. */
static void
test_slides (void)
{
  static const guint durations[] = {PATIENCE * 3 / 4, PATIENCE * 3 / 4, 100};
  const ClipShape    slides = {160, 90, 30, 1, 3, FALSE, .durations = durations, .keyframe_distance = 1};
  Fixture            fixture = {0};

  set_up (&fixture, "slides.webm", &slides, NULL);
  play (&fixture, "file://");
  run_until (&fixture, is_over);
  g_assert_cmpint (sl_player_get_state (fixture.player), ==, SL_PLAYER_ENDED);
  g_assert_cmpuint (sl_player_get_rebuilds (fixture.player), ==, 0);
  g_assert_cmpuint (fixture.numbers->len, ==, 3);
  tear_down (&fixture);
}

/* A decoder in hardware that fails at once, or in the middle, is not asked again; the film goes on in software. */
static void
check_hardware (guint fails_at)
{
  Fixture fixture = {0};

  set_up (&fixture, "hardware.webm", &shape, NULL);
  sl_player_set_patience (fixture.player, 60000);
  trouble_decoder_register (fails_at);
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "troubledecoder is not used any more");
  play (&fixture, "file://");
  run_until (&fixture, is_over);
  g_test_assert_expected_messages ();
  check_no_fault (&fixture);
  g_assert_cmpuint (trouble_decoder_get_rank (), ==, GST_RANK_NONE);
  check_played_to_end (&fixture);
  tear_down (&fixture);
}

static void
test_hardware (void)
{
  check_hardware (0);
  check_hardware (25);
}

static gboolean
has_answered (Fixture *fixture)
{
  return is_over (fixture) || (fixture->frame && sl_frame_get_serial (fixture->frame) == fixture->wanted);
}

/* It fails while a seek is under way, with another one or a step behind it: who asked gets the picture. */
static void
check_hardware_seek (guint n_seeks, gboolean step)
{
  const guint number = 29; /* far behind a keyframe, so it is on the way there that the decoder fails */
  Fixture     fixture = {0};

  set_up (&fixture, "hardware-seek.webm", &shape, NULL);
  sl_player_set_patience (fixture.player, 60000);
  trouble_decoder_register (13);
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "troubledecoder is not used any more");
  load (&fixture, "file://", FALSE);
  run_until (&fixture, is_paused);
  for (guint i = 0; i < n_seeks; i++)
    fixture.wanted = sl_player_seek (fixture.player, (number + i) * SECOND / 30, SL_SEEK_EXACT);
  if (step)
    fixture.wanted = sl_player_step (fixture.player, 1);
  run_until (&fixture, has_answered);
  g_test_assert_expected_messages ();
  check_no_fault (&fixture);
  g_assert_cmpint (sl_frame_get_number (fixture.frame), >=, number + n_seeks - 1);
  g_assert_cmpint (sl_frame_get_number (fixture.frame), <=, number + n_seeks - 1 + (guint)step);
  g_assert_cmpint (sl_frame_get_number (fixture.frame), ==, clip_maker_read_number (fixture.frame));
  tear_down (&fixture);
}

static void
test_hardware_seek (void)
{
  check_hardware_seek (1, FALSE);
  check_hardware_seek (2, FALSE);
  check_hardware_seek (1, TRUE);
}

/* A sound device that is pulled out takes the sound along, and nothing else; the viewer is told. */
static void
test_sound_device (void)
{
  Fixture fixture = {0};

  set_up (&fixture, "device.webm", &shape, trouble_make_sound_device (40));
  play (&fixture, "file://");
  run_until (&fixture, is_over);
  g_assert_cmpint (sl_player_get_state (fixture.player), ==, SL_PLAYER_ENDED);
  g_assert_cmpint (sl_fault_get_code (sl_player_get_fault (fixture.player)), ==, SL_FAULT_NO_SOUND);
  check_played_to_end (&fixture);
  tear_down (&fixture);
}

static gboolean
is_silent (Fixture *fixture)
{
  return is_over (fixture) || (sl_player_get_fault (fixture->player) && sl_player_get_state (fixture->player) == SL_PLAYER_PLAYING);
}

static gboolean
plays_audio_1 (Fixture *fixture)
{
  return is_over (fixture) ||
         (sl_player_get_snapshot (fixture->player)->audio == 1 && sl_player_get_state (fixture->player) == SL_PLAYER_PLAYING);
}

/* That there is no sound goes on to be said when another track of it is chosen. */
static void
test_sound_device_tracks (void)
{
  static const ClipTrack sounds[] = {{"en", NULL, NULL}, {"de", NULL, NULL}, {NULL, NULL, NULL}};
  const ClipShape        two = {160, 90, 30, 1, 300, TRUE, .container = CLIP_MATROSKA, .sounds = sounds};
  Fixture                fixture = {0};

  set_up (&fixture, "device-tracks.mkv", &two, trouble_make_sound_device (40));
  play (&fixture, "file://");
  run_until (&fixture, is_silent);
  sl_player_select (fixture.player, SL_TRACK_AUDIO, 1);
  run_until (&fixture, plays_audio_1);
  g_assert_cmpint (sl_player_get_state (fixture.player), ==, SL_PLAYER_PLAYING);
  g_assert_cmpint (sl_fault_get_code (sl_player_get_fault (fixture.player)), ==, SL_FAULT_NO_SOUND);
  tear_down (&fixture);
}

/* A file that is deleted while it plays is played to its end, and missing after that. */
static void
test_deleted (void)
{
  Fixture fixture = {0};

  set_up (&fixture, "deleted.webm", &shape, NULL);
  play (&fixture, "file://");
  run_until (&fixture, has_frame_20);
  g_remove (fixture.path);
  run_until (&fixture, is_over);
  g_assert_cmpint (sl_player_get_state (fixture.player), ==, SL_PLAYER_ENDED);
  check_played_to_end (&fixture);
  play (&fixture, "file://");
  run_until (&fixture, is_over);
  g_assert_cmpint (sl_fault_get_code (sl_player_get_fault (fixture.player)), ==, SL_FAULT_FILE_MISSING);
  tear_down (&fixture);
}

static gboolean
is_answered (Fixture *fixture)
{
  return is_over (fixture) || (fixture->frame && sl_frame_get_number (fixture->frame) == 45);
}

/* Where the file says its keyframes are is nonsense: a seek finds the picture all the same, or the film says that it
 * is damaged. It never shows another picture for it. */
static void
test_corrupt_index (void)
{
  static const guint8 cues[] = {0x1c, 0x53, 0xbb, 0x6b};
  Fixture             fixture = {0};
  g_autofree char    *bytes = NULL;
  gsize               size;

  set_up (&fixture, "index.webm", &shape, NULL);
  g_assert_true (g_file_get_contents (fixture.path, &bytes, &size, NULL));
  /* Found from the end, where the muxer writes it. */
  for (gsize i = size - sizeof cues; i > 0; i--)
    if (memcmp (bytes + i, cues, sizeof cues) == 0)
      {
        for (gsize j = i + 12; j < size; j++)
          bytes[j] = (char)(bytes[j] ^ 0x5a);
        break;
      }
  g_assert_true (g_file_set_contents (fixture.path, bytes, (gssize)size, NULL));
  play (&fixture, "file://");
  run_until (&fixture, has_frame_20);
  if (!is_over (&fixture))
    sl_player_seek (fixture.player, 45 * SECOND / 30, SL_SEEK_EXACT);
  run_until (&fixture, is_answered);
  if (sl_player_get_state (fixture.player) == SL_PLAYER_FAULT)
    g_assert_cmpint (sl_fault_get_code (sl_player_get_fault (fixture.player)), ==, SL_FAULT_DAMAGED);
  else
    g_assert_cmpuint (clip_maker_read_number (fixture.frame), ==, 45);
  tear_down (&fixture);
}

/* The rule by itself: patience counts from the last time that anything moved. */
static void
test_rule (void)
{
  SlStallWatch watch = {0};

  g_assert_false (sl_stall_watch_look (&watch, 10, 1, FALSE, 1, 5));
  g_assert_false (sl_stall_watch_look (&watch, 14, 1, FALSE, 2, 5));
  g_assert_true (sl_stall_watch_look (&watch, 15, 1, FALSE, 3, 5));
  g_assert_false (sl_stall_watch_look (&watch, 16, 2, FALSE, 4, 5)); /* a picture came */
  g_assert_false (sl_stall_watch_look (&watch, 90, 2, TRUE, 5, 5));  /* one waits, and time goes on */
  g_assert_true (sl_stall_watch_look (&watch, 95, 2, TRUE, 5, 5));   /* one waits, and time stands */
  sl_stall_watch_rest (&watch);
  g_assert_false (sl_stall_watch_look (&watch, 200, 2, FALSE, 5, 5));
}

int
main (int argc, char *argv[])
{
  guint major, minor, micro, nano;

  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  trouble_disk_register ();
  g_test_add_func ("/stalls/rule", test_rule);
  g_test_add_func ("/stalls/never-begins", test_never_begins);
  g_test_add_func ("/stalls/given-back", test_given_back);
  g_test_add_func ("/stalls/hangs-once", test_hangs_once);
  g_test_add_func ("/stalls/hangs-for-ever", test_hangs_for_ever);
  g_test_add_func ("/stalls/seek-while-hanging", test_seek_while_hanging);
  g_test_add_func ("/stalls/slides", test_slides);
  g_test_add_func ("/stalls/sound-device", test_sound_device);
  g_test_add_func ("/stalls/sound-device-tracks", test_sound_device_tracks);
  g_test_add_func ("/stalls/deleted", test_deleted);
  g_test_add_func ("/stalls/corrupt-index", test_corrupt_index);
  gst_version (&major, &minor, &micro, &nano);
  /* playbin3 of GStreamer 1.22 stops the program when it is begun again after an error; it is not used there. */
  if (g_strcmp0 (g_getenv ("SL_TEST_PLAYBIN"), "3") != 0 || minor >= 24)
    g_test_add_func ("/stalls/hardware", test_hardware);
  g_test_add_func ("/stalls/hardware-seek", test_hardware_seek);
  return g_test_run ();
}
