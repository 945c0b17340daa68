/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Descriptions are spoken when the film comes to them, and it waits for those that it has to: the real player under a
 * virtual clock, and a stand-in for the voice, which ends when the test wants it to. No display is needed. */
#include "clip-maker.h"
#include "describer.h"
#include "view-world.h"
#include "voice.h"

#include <gst/gst.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

static const ClipShape shape = {160, 90, 30, 1, 300, TRUE, .container = CLIP_MATROSKA};

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\":1,\"id\":\"small\",\"version\":\"2026-11-22\",\"title\":\"Small\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"clips\":[\"own\",\"other\",\"plain\"]}]"},
  {"clips/own.json",
   "{\"id\":\"own\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Own\",\"duration\":\"00:10.000\",\"media\":[{\"file\":\"film.mkv\"}],"
   "\"descriptions\":[{\"language\":\"de\",\"file\":\"clips/de.vtt\"},{\"language\":\"en\",\"file\":\"clips/en.vtt\"}]}"},
  {"clips/other.json",
   "{\"id\":\"other\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Other\",\"duration\":\"00:10.000\",\"media\":[{\"file\":\"film.mkv\"}]}"},
  {"clips/plain.json",
   "{\"id\":\"plain\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Plain\",\"duration\":\"00:10.000\",\"media\":[{\"file\":\"film.mkv\"}],"
   "\"descriptions\":[{\"language\":\"en\",\"file\":\"clips/plain.vtt\"}]}"},
  {"clips/plain.vtt", "WEBVTT\n\nshe\n00:00.000 --> 00:02.000\nShe reads.\n\nhe\n00:04.000 --> 00:06.000\nHe writes.\n"},
  {"locale/uk.po",
   "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
   "msgctxt \"clip/plain/description/she\"\nmsgid \"She reads.\"\nmsgstr \"Вона читає.\"\n"},
  {"clips/de.vtt", "WEBVTT\n\n00:00.000 --> 00:10.000\nDeutsch\n"},
  {"clips/en.vtt",
   "WEBVTT\n\n00:00.000 --> 00:00.001\nAt once\n\n"
   "00:02.000 --> 00:04.000\nTwo\n\n"
   "00:04.000 --> 00:05.000\nFour\n\n"
   "00:06.000 --> 00:08.000\n<c.extended>Six\n\n"
   "00:09.000 --> 00:10.000\nNine\n"},
  {NULL, NULL},
};

typedef struct
{
  char        *folder;
  Voice       *voice;
  VirtualTime *time;
  SlConductor *conductor;
  SlSession   *session;
  SlDescriber *describer;
  gint64       wanted;
  const char  *words; /* (nullable): that are to be said */
  guint        n_failed;
} World;

static void
failed_cb (World *world)
{
  world->n_failed++;
}

static void
set_up (World *world, gconstpointer data)
{
  g_autofree char *film = NULL;
  g_autoptr (SlCasebook) casebook = NULL;

  world->voice = voice_new ();
  world->folder = view_world_make_folder (files);
  film = g_build_filename (world->folder, "film.mkv", NULL);
  clip_maker_make (film, &shape);
  casebook = view_world_read (world->folder);
  world->time = virtual_time_new ();
  world->conductor = view_world_make_conductor (casebook, world->time);
  world->session = sl_conductor_get_session (world->conductor);
  world->describer = sl_describer_new (world->conductor);
  sl_describer_set_patience (world->describer, G_MAXINT / 2);
  g_signal_connect_swapped (world->describer, "failed", G_CALLBACK (failed_cb), world);
  g_object_set (world->describer, "on", TRUE, NULL);
  sl_session_set_clip (world->session, sl_casebook_lookup_clip (casebook, "own"));
}

static void
tear_down (World *world, gconstpointer data)
{
  g_assert_finalize_object (world->describer);
  g_assert_finalize_object (world->conductor);
  virtual_time_free (world->time);
  voice_free (world->voice);
  view_world_remove_folder (world->folder);
}

static void
look (gpointer data)
{
  sl_conductor_tick (((World *)data)->conductor);
}

static gboolean
is_there (gpointer data)
{
  World *world = data;

  return sl_conductor_get_target (world->conductor) == sl_session_get_time (world->session) && sl_session_get_time (world->session) >= world->wanted;
}

static gboolean
is_saying (gpointer data)
{
  World *world = data;

  return g_strcmp0 (voice_get_text (world->voice), world->words) == 0;
}

static gboolean
is_held (gpointer data)
{
  World *world = data;

  return sl_conductor_get_state (world->conductor) == SL_PLAYER_PAUSED && sl_conductor_get_playing (world->conductor);
}

static gboolean
plays (gpointer data)
{
  return sl_conductor_get_state (((World *)data)->conductor) == SL_PLAYER_PLAYING;
}

/* The film goes on until it is there. */
static void
play_to (World *world, gint64 time)
{
  world->wanted = time;
  virtual_time_run (world->time, look, is_there, world);
}

/* The clock stands still meanwhile. */
static void
wait_for (World *world, gboolean (*holds) (gpointer data))
{
  virtual_time_wait (world->time, look, holds, world);
}

static void
hear (World *world, const char *words)
{
  g_test_message ("to hear: %s", words ? words : "nothing");
  world->words = words;
  wait_for (world, is_saying);
}

/* What has time enough is spoken while the film plays. What has not holds it, until it was said. */
static void
test_pace (World *world, gconstpointer data)
{
  g_assert_true (sl_describer_get_available (world->describer));
  g_assert_true (sl_conductor_open (world->conductor, 0, TRUE));
  play_to (world, SECOND / 30);
  hear (world, "At once"); /* which had a thousandth of a second */
  g_assert_cmpstr (voice_get_language (world->voice), ==, "en");
  wait_for (world, is_held);
  g_assert_cmpint (sl_session_get_time (world->session), <, SECOND);
  voice_end (world->voice);
  wait_for (world, plays);
  play_to (world, 2 * SECOND + SECOND / 10);
  hear (world, "Two");
  g_assert_true (plays (world));
  voice_end (world->voice);
  play_to (world, 4 * SECOND + SECOND / 10);
  hear (world, "Four");
  play_to (world, 5 * SECOND);
  wait_for (world, is_held);
  g_assert_cmpint (sl_session_get_time (world->session), <, 6 * SECOND);
  voice_end (world->voice);
  wait_for (world, plays);
  play_to (world, 6 * SECOND);
  hear (world, "Six"); /* which its author has marked */
  wait_for (world, is_held);
  g_assert_cmpint (sl_session_get_time (world->session), <, 7 * SECOND);
  voice_end (world->voice);
  wait_for (world, plays);
  play_to (world, 9 * SECOND);
  hear (world, "Nine");
  g_assert_cmpuint (voice_count_said (world->voice), ==, 5);
}

/* One that comes while another is being said waits for it, and the film for both. */
static void
test_one_after_the_other (World *world, gconstpointer data)
{
  g_assert_true (sl_conductor_open (world->conductor, SECOND, TRUE));
  play_to (world, 2 * SECOND);
  hear (world, "Two");
  play_to (world, 4 * SECOND);
  wait_for (world, is_held);
  hear (world, "Two");
  voice_end (world->voice);
  hear (world, "Four");
  wait_for (world, plays);
}

/* Who pauses while the film is held finds it paused when it would go on, and hears it again with the film. */
static void
test_pause (World *world, gconstpointer data)
{
  g_assert_true (sl_conductor_open (world->conductor, 5 * SECOND, TRUE));
  play_to (world, 6 * SECOND);
  hear (world, "Six");
  wait_for (world, is_held);
  sl_conductor_set_playing (world->conductor, FALSE);
  hear (world, NULL);
  g_assert_cmpint (sl_conductor_get_state (world->conductor), ==, SL_PLAYER_PAUSED);
  g_assert_false (sl_conductor_get_playing (world->conductor));
  sl_conductor_set_playing (world->conductor, TRUE);
  hear (world, "Six");
  wait_for (world, is_held);
  voice_end (world->voice);
  wait_for (world, plays);
  play_to (world, 7 * SECOND);
  g_assert_cmpuint (voice_count_said (world->voice), ==, 2);
}

/* Who goes elsewhere has heard enough of it. What has begun long before is not told from there. */
static void
test_seek (World *world, gconstpointer data)
{
  g_assert_true (sl_conductor_open (world->conductor, SECOND, TRUE));
  play_to (world, 2 * SECOND);
  hear (world, "Two");
  play_to (world, 4 * SECOND);
  wait_for (world, is_held);
  sl_conductor_seek (world->conductor, 7 * SECOND + SECOND / 2, SL_SEEK_EXACT);
  hear (world, NULL);
  wait_for (world, plays);
  play_to (world, 8 * SECOND);
  hear (world, NULL);
  sl_conductor_seek (world->conductor, 2 * SECOND + SECOND / 2, SL_SEEK_EXACT);
  play_to (world, 2 * SECOND + SECOND / 2);
  hear (world, "Two");
  sl_conductor_seek (world->conductor, 2 * SECOND, SL_SEEK_EXACT); /* once more, please */
  hear (world, NULL);
  play_to (world, 2 * SECOND);
  hear (world, "Two");
  g_assert_cmpuint (voice_count_said (world->voice), ==, 3);
  /* Another pace is no other place. What comes then is said at that pace, from the voice's own of 10. */
  g_free (voice_take_log (world->voice));
  sl_conductor_set_rate (world->conductor, 2.0);
  hear (world, "Two");
  play_to (world, 2 * SECOND + SECOND / 5);
  g_assert_cmpuint (voice_count_said (world->voice), ==, 3);
  voice_end (world->voice);
  play_to (world, 4 * SECOND);
  hear (world, "Four");
  {
    g_autofree char *log = voice_take_log (world->voice);

    g_assert_nonnull (strstr (log, "SET SELF RATE 70\n"));
  }
}

/* While the film is paused nothing is said, and then what it stands at. */
static void
test_paused (World *world, gconstpointer data)
{
  g_assert_true (sl_conductor_open (world->conductor, 2 * SECOND, FALSE));
  world->wanted = 2 * SECOND;
  wait_for (world, is_there);
  g_assert_cmpuint (voice_count_said (world->voice), ==, 0);
  sl_conductor_set_playing (world->conductor, TRUE);
  hear (world, "Two");
}

/* What only a catalogue has in the reader's language is spoken in that; what it has not, as it was written. */
static void
test_catalogue (World *world, gconstpointer data)
{
  SlCasebook      *casebook = sl_session_get_casebook (world->session);
  g_autofree char *source = g_build_filename (world->folder, "locale", "uk.po", NULL), *target = g_build_filename (world->folder, "locale", "uk.mo", NULL);
  const char      *arguments[] = {"msgfmt", "-o", target, source, NULL};
  int              status;

  g_assert_true (g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_setenv ("LANGUAGE", "uk", TRUE);
  sl_session_set_clip (world->session, sl_casebook_lookup_clip (casebook, "plain"));
  g_setenv ("LANGUAGE", "en", TRUE);
  g_assert_true (sl_conductor_open (world->conductor, 0, TRUE));
  hear (world, "Вона читає.");
  g_assert_cmpstr (voice_get_language (world->voice), ==, "uk");
  voice_end (world->voice);
  play_to (world, 4 * SECOND + SECOND / 10);
  hear (world, "He writes.");
  g_assert_cmpstr (voice_get_language (world->voice), ==, "en");
}

/* Switched off in the middle of one, while the film is held for it, and left. */
static void
test_off (World *world, gconstpointer data)
{
  g_assert_true (sl_conductor_open (world->conductor, 5 * SECOND, TRUE));
  play_to (world, 6 * SECOND);
  hear (world, "Six");
  wait_for (world, is_held);
  g_object_set (world->describer, "on", FALSE, NULL);
  hear (world, NULL);
  wait_for (world, plays);
  play_to (world, 9 * SECOND + SECOND / 10);
  g_assert_cmpuint (voice_count_said (world->voice), ==, 1);
  g_object_set (world->describer, "on", TRUE, NULL);
  hear (world, "Nine");
  sl_session_set_clip (world->session, NULL);
  hear (world, NULL);
  g_assert_false (sl_describer_get_available (world->describer));
  sl_session_set_clip (world->session, sl_casebook_lookup_clip (sl_session_get_casebook (world->session), "other"));
  g_assert_false (sl_describer_get_available (world->describer));
  g_assert_cmpuint (world->n_failed, ==, 0);
}

/* The voice goes away while the film is held for it: that is told once, and the film goes on. When asked to, it looks for
 * another. */
static void
test_silence (World *world, gconstpointer data)
{
  g_autofree char *path = g_strdup (g_getenv ("PATH"));

  g_assert_true (sl_conductor_open (world->conductor, 5 * SECOND, TRUE));
  play_to (world, 6 * SECOND);
  hear (world, "Six");
  wait_for (world, is_held);
  g_setenv ("PATH", "/nowhere", TRUE); /* where nobody starts it again */
  voice_break (world->voice);
  wait_for (world, plays);
  g_assert_cmpuint (world->n_failed, ==, 1);
  play_to (world, 9 * SECOND + SECOND / 2);
  g_assert_cmpuint (world->n_failed, ==, 1);
  voice_free (world->voice);
  world->voice = voice_new ();
  sl_describer_try_again (world->describer);
  sl_conductor_seek (world->conductor, 2 * SECOND, SL_SEEK_EXACT);
  play_to (world, 2 * SECOND);
  hear (world, "Two");
  g_assert_cmpuint (world->n_failed, ==, 1);
  g_setenv ("PATH", path, TRUE);
}

static gboolean
has_failed (gpointer data)
{
  return ((World *)data)->n_failed > 0;
}

/* A voice that never comes to an end does not hold the film for ever. */
static void
test_endless (World *world, gconstpointer data)
{
  sl_describer_set_patience (world->describer, 0);
  g_assert_true (sl_conductor_open (world->conductor, 5 * SECOND, TRUE));
  play_to (world, 6 * SECOND);
  wait_for (world, has_failed);
  wait_for (world, plays);
  g_assert_cmpuint (world->n_failed, ==, 1);
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  gst_init (NULL, NULL);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/describer/pace", World, NULL, set_up, test_pace, tear_down);
  g_test_add ("/describer/one-after-the-other", World, NULL, set_up, test_one_after_the_other, tear_down);
  g_test_add ("/describer/pause", World, NULL, set_up, test_pause, tear_down);
  g_test_add ("/describer/seek", World, NULL, set_up, test_seek, tear_down);
  g_test_add ("/describer/paused", World, NULL, set_up, test_paused, tear_down);
  g_test_add ("/describer/catalogue", World, NULL, set_up, test_catalogue, tear_down);
  g_test_add ("/describer/off", World, NULL, set_up, test_off, tear_down);
  g_test_add ("/describer/silence", World, NULL, set_up, test_silence, tear_down);
  g_test_add ("/describer/endless", World, NULL, set_up, test_endless, tear_down);

  return g_test_run ();
}
