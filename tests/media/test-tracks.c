/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sound and text tracks of a film's own file: which there are, which is heard, and what the words say. */
#include "clip-maker.h"
#include "pad-tags.h"
#include "player.h"
#include "text-tap.h"
#include "virtual-time.h"

#include <glib/gstdio.h>
#include <gst/gst.h>
#include <gst/video/video.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_FRAMES 450

typedef struct
{
  VirtualTime *time;
  SlPlayer    *player;
  SlFrame     *frame;
  char        *uri;
  GPtrArray   *words; /* of char*: "start end text", in milliseconds */
  guint        wanted;
  int          text; /* the track that is chosen */
  GMutex       lock;
  guint        n_samples; /* of what was heard since the last reset, under the lock as the next */
  guint        n_crossings;
  double       energy;
  float        last;
} Fixture;

static const char english[] =
  "1\n00:00:01,000 --> 00:00:02,000\nOne &amp; <i>only</i>\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo\nlines\n\n";
static const char german[] = "1\n00:00:01,000 --> 00:00:02,000\nEins\n\n2\n00:00:03,000 --> 00:00:04,000\nZwei\n\n";

static const ClipTrack sounds[] = {{"en", "Original", NULL}, {"de", "Commentary", NULL}, {NULL, NULL, NULL}};
static const ClipTrack texts[] = {{"en", "Words", english}, {"de", "Worte", german}, {NULL, NULL, NULL}};

static const ClipShape whole = {320, 180, 30, 1, N_FRAMES, TRUE, .container = CLIP_MATROSKA, .sounds = sounds, .texts = texts};
static const ClipShape sound_alone = {320, 180, 30, 1, N_FRAMES, TRUE, .container = CLIP_MATROSKA, .no_picture = TRUE, .sounds = sounds, .texts = texts};
static const ClipShape long_sound = {320, 180, 30, 1, 60, TRUE, .container = CLIP_MATROSKA, .sound_length = 10000, .sounds = sounds};

/* The pitch, by how often the wave goes up through zero. */
static void
heard_cb (GstElement *sink, GstBuffer *buffer, GstPad *pad, Fixture *fixture)
{
  g_autoptr (GstCaps) caps = gst_pad_get_current_caps (pad);
  int        channels = 1;
  GstMapInfo map;

  gst_structure_get_int (gst_caps_get_structure (caps, 0), "channels", &channels);
  gst_buffer_map (buffer, &map, GST_MAP_READ);
  g_mutex_lock (&fixture->lock);
  for (gsize i = 0; i < map.size / sizeof (gint16); i += (gsize)channels)
    {
      const float now = ((const gint16 *)(gconstpointer)map.data)[i];

      fixture->n_samples++;
      fixture->n_crossings += fixture->last <= 0 && now > 0;
      fixture->energy += (double)now * (double)now;
      fixture->last = now;
    }
  g_mutex_unlock (&fixture->lock);
  gst_buffer_unmap (buffer, &map);
}

static void
words_cb (Fixture *fixture, GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      const SlTextCue *cue = g_ptr_array_index (words, i);
      char            *word = g_strdup_printf ("%d %d %s", (int)(cue->start / 1000000), (int)(cue->end / 1000000), cue->text);

      if (g_ptr_array_find_with_equal_func (fixture->words, word, g_str_equal, NULL))
        g_free (word);
      else
        g_ptr_array_add (fixture->words, word);
    }
}

/* Sixteen bits a sample, whatever the decoder would rather hand on. */
static GstElement *
make_ear (Fixture *fixture)
{
  GstElement *bin = gst_parse_bin_from_description (
    "audioconvert ! audioresample ! audio/x-raw, format=S16LE, rate=48000 ! fakesink name=ear sync=true signal-handoffs=true", TRUE, NULL);
  g_autoptr (GstElement) ear = gst_bin_get_by_name (GST_BIN (bin), "ear");

  g_signal_connect (ear, "handoff", G_CALLBACK (heard_cb), fixture);
  return bin;
}

static void
set_up (Fixture *fixture, gconstpointer shape)
{
  g_autofree char *path = g_build_filename (g_getenv ("SL_TEST_BUILD"), "tracks.mkv", NULL);
  const char      *playbin = g_getenv ("SL_TEST_PLAYBIN");

  clip_maker_make (path, shape);
  fixture->uri = g_filename_to_uri (path, NULL, NULL);
  g_mutex_init (&fixture->lock);
  fixture->words = g_ptr_array_new_with_free_func (g_free);
  fixture->time = virtual_time_new ();
  fixture->player = sl_player_new (&(SlPlayerWorld){
    .clock = virtual_time_get_clock (fixture->time),
    .audio_sink = make_ear (fixture),
    .loan_patience = 200 * G_TIME_SPAN_SECOND, /* a slow machine takes its time to end a film */
    .playbin = playbin ? atoi (playbin) : 0,
  });
  g_signal_connect_swapped (fixture->player, "words", G_CALLBACK (words_cb), fixture);
  sl_player_set_patience (fixture->player, 120000);
  fixture->wanted = sl_player_load (fixture->player, fixture->uri, 0, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  g_assert_finalize_object (fixture->player);
  virtual_time_free (fixture->time);
  g_ptr_array_unref (fixture->words);
  g_free (fixture->uri);
  g_mutex_clear (&fixture->lock);
}

static void
look (gpointer data)
{
  Fixture *fixture = data;
  SlFrame *frame = sl_player_take_frame (fixture->player);

  if (frame == NULL)
    return;
  g_clear_pointer (&fixture->frame, sl_frame_unref);
  fixture->frame = frame;
}

static gboolean
is_paused (gpointer data)
{
  Fixture *fixture = data;

  g_assert_null (sl_player_get_fault (fixture->player));
  return fixture->frame && sl_frame_get_serial (fixture->frame) == fixture->wanted &&
         sl_player_get_state (fixture->player) == SL_PLAYER_PAUSED;
}

static gboolean
has_ended (gpointer data)
{
  return sl_player_get_state (((Fixture *)data)->player) == SL_PLAYER_ENDED;
}

static guint
get_n_samples (Fixture *fixture)
{
  guint n_samples;

  g_mutex_lock (&fixture->lock);
  n_samples = fixture->n_samples;
  g_mutex_unlock (&fixture->lock);
  return n_samples;
}

static gboolean
has_heard_enough (gpointer data)
{
  return get_n_samples (data) >= 48000;
}

static gboolean
plays_audio_1 (gpointer data)
{
  return sl_player_get_snapshot (((Fixture *)data)->player)->audio == 1;
}

/* The second in which a track is switched belongs to nobody. */
static double
listen (Fixture *fixture)
{
  double pitch = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_mutex_lock (&fixture->lock);
      fixture->n_samples = fixture->n_crossings = 0;
      fixture->energy = 0;
      g_mutex_unlock (&fixture->lock);
      virtual_time_run (fixture->time, look, has_heard_enough, fixture);
      g_mutex_lock (&fixture->lock);
      pitch = fixture->n_crossings * 48000.0 / fixture->n_samples;
      g_mutex_unlock (&fixture->lock);
    }
  return pitch;
}

/* The power of a second: the square of how high its waves are, on the average. */
static double
measure (Fixture *fixture)
{
  double power;

  listen (fixture);
  g_mutex_lock (&fixture->lock);
  power = fixture->energy / fixture->n_samples;
  g_mutex_unlock (&fixture->lock);
  return power;
}

static void
check_track (GPtrArray *tracks, SlTrackKind kind, int index, const char *language, const char *title)
{
  const SlTrack *track = sl_track_find (tracks, kind, index);

  g_assert_nonnull (track);
  g_assert_cmpstr (track->language, ==, language);
  g_assert_cmpstr (track->title, ==, title);
}

static void
test_sound (Fixture *fixture, gconstpointer data)
{
  const SlSnapshot *snapshot;

  virtual_time_wait (fixture->time, look, is_paused, fixture);
  snapshot = sl_player_get_snapshot (fixture->player);
  g_assert_cmpint (snapshot->audio, ==, 0);
  g_assert_cmpint (snapshot->text, ==, -1);
  check_track (snapshot->tracks, SL_TRACK_AUDIO, 0, "en", "Original");
  check_track (snapshot->tracks, SL_TRACK_AUDIO, 1, "de", "Commentary");
  check_track (snapshot->tracks, SL_TRACK_TEXT, 0, "en", "Words");
  check_track (snapshot->tracks, SL_TRACK_TEXT, 1, "de", "Worte");
  g_assert_null (sl_track_find (snapshot->tracks, SL_TRACK_TEXT, 2));
  sl_player_set_playing (fixture->player, TRUE);
  g_assert_cmpfloat_with_epsilon (listen (fixture), 300, 10);
  sl_player_select (fixture->player, SL_TRACK_AUDIO, 1);
  virtual_time_wait (fixture->time, look, plays_audio_1, fixture);
  g_assert_cmpfloat_with_epsilon (listen (fixture), 600, 20);
}

/* Half as loud to an ear is an eighth of the wave, which is squared here; that goes for the next track, too. */
static void
test_loudness (Fixture *fixture, gconstpointer data)
{
  double whole_power;

  virtual_time_wait (fixture->time, look, is_paused, fixture);
  sl_player_set_playing (fixture->player, TRUE);
  whole_power = measure (fixture);
  g_assert_cmpfloat (whole_power, >, 1000 * 1000);
  sl_player_set_volume (fixture->player, 0.5, FALSE);
  g_assert_cmpfloat_with_epsilon (measure (fixture) / whole_power, 0.125 * 0.125, 0.0005);
  sl_player_set_volume (fixture->player, 0.5, TRUE);
  g_assert_cmpfloat_with_epsilon (measure (fixture), 0, 1);
  sl_player_set_volume (fixture->player, 0.5, FALSE);
  sl_player_select (fixture->player, SL_TRACK_AUDIO, 1);
  virtual_time_wait (fixture->time, look, plays_audio_1, fixture);
  g_assert_cmpfloat_with_epsilon (measure (fixture) / whole_power, 0.125 * 0.125, 0.0005);
  sl_player_set_volume (fixture->player, 0, FALSE);
  g_assert_cmpfloat_with_epsilon (measure (fixture), 0, 1);
}

/* Chosen before the file has answered, it is heard from the start. */
static void
test_sound_early (Fixture *fixture, gconstpointer data)
{
  sl_player_select (fixture->player, SL_TRACK_AUDIO, 1);
  sl_player_set_playing (fixture->player, TRUE);
  g_assert_cmpfloat_with_epsilon (listen (fixture), 600, 20);
  g_assert_cmpint (sl_player_get_snapshot (fixture->player)->audio, ==, 1);
}

/* In any order: those of this moment may be asked for once more, when others have come already. */
static void
check_words (Fixture *fixture, const char *const *expected)
{
  for (guint i = 0; expected[i]; i++)
    g_assert_true (g_ptr_array_find_with_equal_func (fixture->words, expected[i], g_str_equal, NULL));
  g_assert_cmpuint (fixture->words->len, ==, g_strv_length ((char **)expected));
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  virtual_time_wait (fixture->time, look, is_paused, fixture);
  g_assert_cmpuint (fixture->words->len, ==, 0);
  sl_player_select (fixture->player, SL_TRACK_TEXT, 0);
  sl_player_set_playing (fixture->player, TRUE);
  virtual_time_run (fixture->time, look, has_ended, fixture);
  check_words (fixture, (const char *[]){"1000 2000 One & only", "3000 4000 Two\nlines", NULL});
}

static void
test_words_switched (Fixture *fixture, gconstpointer data)
{
  virtual_time_wait (fixture->time, look, is_paused, fixture);
  sl_player_select (fixture->player, SL_TRACK_TEXT, 1);
  sl_player_set_playing (fixture->player, TRUE);
  virtual_time_run (fixture->time, look, has_ended, fixture);
  check_words (fixture, (const char *[]){"1000 2000 Eins", "3000 4000 Zwei", NULL});
}

static void
choice_cb (Fixture *fixture, GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      const SlTextCue *cue = g_ptr_array_index (words, i);
      const gboolean   is_german = g_str_equal (cue->text, "Eins") || g_str_equal (cue->text, "Zwei");

      g_assert_cmpint (fixture->text, >=, 0);
      g_assert_cmpint (is_german, ==, fixture->text == 1);
    }
}

/* Switched again and again in no rhythm, with the words of the one before still on their way: none of them comes in. */
static void
test_words_hurried (Fixture *fixture, gconstpointer data)
{
  fixture->text = -1;
  g_signal_connect_swapped (fixture->player, "words", G_CALLBACK (choice_cb), fixture);
  virtual_time_wait (fixture->time, look, is_paused, fixture);
  fixture->wanted = sl_player_seek (fixture->player, SECOND / 2, SL_SEEK_EXACT);
  virtual_time_wait (fixture->time, look, is_paused, fixture);
  for (guint i = 0; i < 100; i++)
    {
      fixture->text = g_test_rand_int_range (-1, 2);
      sl_player_select (fixture->player, SL_TRACK_TEXT, fixture->text);
      g_usleep ((gulong)g_test_rand_int_range (0, 20000)); /* time to read words that nobody wants any more then */
      for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
        g_main_context_iteration (NULL, FALSE);
      if (g_test_rand_int_range (0, 8) == 0)
        virtual_time_wait (fixture->time, look, is_paused, fixture);
    }
}

static void
wait_for_words (Fixture *fixture, const char *words)
{
  while (!g_ptr_array_find_with_equal_func (fixture->words, words, g_str_equal, NULL))
    {
      g_main_context_iteration (NULL, TRUE);
      look (fixture);
    }
}

/* Chosen once more, its words of this moment come once more: whoever chooses has forgotten them. */
static void
test_words_again (Fixture *fixture, gconstpointer data)
{
  virtual_time_wait (fixture->time, look, is_paused, fixture);
  for (guint i = 0; i < 3; i++)
    {
      fixture->wanted = sl_player_seek (fixture->player, SECOND / 2, SL_SEEK_EXACT);
      virtual_time_wait (fixture->time, look, is_paused, fixture);
      g_ptr_array_set_size (fixture->words, 0);
      sl_player_select (fixture->player, SL_TRACK_TEXT, 1);
      wait_for_words (fixture, "1000 2000 Eins");
    }
}

static gboolean
is_beyond_5 (gpointer data)
{
  Fixture          *fixture = data;
  const SlSnapshot *snapshot = sl_player_get_snapshot (fixture->player);

  return snapshot->state == SL_PLAYER_PAUSED && snapshot->audio == fixture->text && snapshot->position >= 5 * SECOND - SECOND / 10;
}

static gboolean
is_open (gpointer data)
{
  return sl_player_get_state (((Fixture *)data)->player) == SL_PLAYER_PAUSED;
}

static gboolean
is_beyond_6 (gpointer data)
{
  Fixture     *fixture = data;
  const gint64 position = sl_player_get_position (fixture->player);
  const gint64 played = (gint64)gst_clock_get_time (virtual_time_get_clock (fixture->time));

  g_assert_cmpint (position, >=, 5 * SECOND - SECOND / 10);
  g_assert_cmpint (position, <=, 5 * SECOND + played + SECOND / 10);
  return position >= 6 * SECOND;
}

/* Without a picture the place is kept, too, though nothing shows it. */
static void
test_sound_alone (Fixture *fixture, gconstpointer data)
{
  virtual_time_wait (fixture->time, look, is_open, fixture);
  sl_player_seek (fixture->player, 5 * SECOND, SL_SEEK_EXACT);
  fixture->text = 0;
  virtual_time_wait (fixture->time, look, is_beyond_5, fixture);
  for (guint i = 0; i < 3; i++)
    {
      fixture->text = 1 - fixture->text;
      sl_player_select (fixture->player, SL_TRACK_AUDIO, fixture->text);
      virtual_time_wait (fixture->time, look, is_beyond_5, fixture);
    }
  sl_player_set_playing (fixture->player, TRUE);
  virtual_time_run (fixture->time, look, is_beyond_6, fixture);
}

static gboolean
has_heard_7_seconds (gpointer data)
{
  return get_n_samples (data) >= 7 * 48000;
}

/* The last picture stands, and the sound is far ahead of it: nobody is thrown back. */
static void
test_sound_goes_on (Fixture *fixture, gconstpointer data)
{
  virtual_time_wait (fixture->time, look, is_paused, fixture);
  sl_player_set_playing (fixture->player, TRUE);
  virtual_time_run (fixture->time, look, has_heard_7_seconds, fixture);
  sl_player_select (fixture->player, SL_TRACK_AUDIO, 1);
  virtual_time_wait (fixture->time, look, plays_audio_1, fixture);
  virtual_time_run (fixture->time, look, has_ended, fixture);
  g_assert_cmpuint (get_n_samples (fixture), >, 9 * 48000);
  g_assert_cmpuint (get_n_samples (fixture), <, 12 * 48000);
}

static gboolean
is_told_behind (gpointer data)
{
  SlPlayer *player = ((Fixture *)data)->player;

  g_assert_null (sl_player_get_fault (player));
  return sl_player_get_state (player) == SL_PLAYER_PAUSED && sl_player_get_position (player) >= 5 * SECOND;
}

static void
look_slowly (gpointer data)
{
  look (data);
  g_usleep (5000); /* positions are told by the time of the world */
}

static gboolean
is_told_at_7_seconds (gpointer data)
{
  Fixture     *fixture = data;
  const gint64 position = sl_player_get_position (fixture->player);

  g_assert_cmpint (sl_player_get_state (fixture->player), !=, SL_PLAYER_ENDED);
  g_assert_true (position < 0 || position >= 2 * SECOND);
  return position >= 7 * SECOND;
}

/* Begun behind the last picture it plays, though no picture comes; where none is due the time is told. */
static void
test_sound_behind (Fixture *fixture, gconstpointer data)
{
  virtual_time_wait (fixture->time, look, is_paused, fixture);
  sl_player_set_playing (fixture->player, TRUE);
  virtual_time_run (fixture->time, look_slowly, is_told_at_7_seconds, fixture);
  g_assert_cmpint (sl_frame_get_number (fixture->frame), ==, 59);
  virtual_time_run (fixture->time, look, has_ended, fixture);
  fixture->wanted = sl_player_load (fixture->player, fixture->uri, 5 * SECOND, FALSE);
  virtual_time_wait (fixture->time, look, is_told_behind, fixture);
  g_assert_cmpint (sl_player_get_position (fixture->player), <, 5 * SECOND + SECOND / 10);
  g_mutex_lock (&fixture->lock);
  fixture->n_samples = 0;
  g_mutex_unlock (&fixture->lock);
  sl_player_set_playing (fixture->player, TRUE);
  virtual_time_run (fixture->time, look, has_ended, fixture);
  g_assert_cmpuint (get_n_samples (fixture), >, 4 * 48000);
  g_assert_cmpuint (get_n_samples (fixture), <, 6 * 48000);
}

/* Of a film that is over, too, it is said what is chosen; it is heard from the next start on. */
static void
test_at_end (Fixture *fixture, gconstpointer data)
{
  virtual_time_wait (fixture->time, look, is_paused, fixture);
  sl_player_set_playing (fixture->player, TRUE);
  virtual_time_run (fixture->time, look, has_ended, fixture);
  sl_player_select (fixture->player, SL_TRACK_AUDIO, 1);
  virtual_time_wait (fixture->time, look, plays_audio_1, fixture);
  g_assert_cmpint (sl_player_get_state (fixture->player), ==, SL_PLAYER_ENDED);
  sl_player_seek (fixture->player, 0, SL_SEEK_EXACT);
  sl_player_set_playing (fixture->player, TRUE);
  g_assert_cmpfloat_with_epsilon (listen (fixture), 600, 20);
}

static void
no_fault_cb (SlPlayer *player)
{
  g_assert_cmpint (sl_player_get_state (player), !=, SL_PLAYER_FAULT);
}

/* It has gone when it is opened once more for another track, and that is said only now, after another film was loaded:
 * nothing of it is said of that one. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_filename_from_uri (fixture->uri, NULL, NULL);
  g_autofree char *elsewhere = g_strconcat (path, ".gone", NULL);

  g_signal_connect (fixture->player, "notify::state", G_CALLBACK (no_fault_cb), NULL);
  for (guint i = 0; i < 10; i++)
    {
      virtual_time_wait (fixture->time, look, is_paused, fixture);
      fixture->wanted = sl_player_seek (fixture->player, 5 * SECOND, SL_SEEK_EXACT);
      virtual_time_wait (fixture->time, look, is_paused, fixture);
      g_assert_cmpint (g_rename (path, elsewhere), ==, 0);
      sl_player_select (fixture->player, SL_TRACK_AUDIO, 1);
      g_usleep ((gulong)g_test_rand_int_range (0, 50000)); /* time to fail, and to say so to nobody */
      g_assert_cmpint (g_rename (elsewhere, path), ==, 0);
      g_clear_pointer (&fixture->frame, sl_frame_unref);
      fixture->wanted = sl_player_load (fixture->player, fixture->uri, 0, FALSE);
    }
}

/* The engine of the first load is left behind at once, and what it does as it ends does not touch the sound of the next. */
static void
test_left_at_once (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 8; i++)
    {
      g_usleep ((gulong)g_test_rand_int_range (0, 5000));
      sl_player_load (fixture->player, fixture->uri, 0, TRUE);
      g_assert_cmpfloat_with_epsilon (listen (fixture), 300, 10);
      sl_player_load (fixture->player, fixture->uri, 0, FALSE);
    }
  g_assert_cmpuint (sl_player_get_rebuilds (fixture->player), ==, 0);
}

/* Words ahead on a track that is not chosen hold nobody back until their time, which never comes. */
static void
test_left (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      virtual_time_wait (fixture->time, look, is_paused, fixture);
      sl_player_select (fixture->player, SL_TRACK_AUDIO, 1);
      sl_player_set_playing (fixture->player, TRUE);
      for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
        {
          g_usleep (5000);
          g_main_context_iteration (NULL, FALSE);
        }
      g_clear_pointer (&fixture->frame, sl_frame_unref);
      fixture->wanted = sl_player_load (fixture->player, fixture->uri, 0, FALSE);
    }
}

/* A queue in a bin has passed nothing on: what is said of the stream is found before it. */
static void
test_tags_ahead (void)
{
  g_autoptr (GstElement) bin = gst_object_ref_sink (gst_bin_new (NULL));
  g_autoptr (GstElement) sink = gst_object_ref_sink (gst_element_factory_make ("fakesink", NULL));
  g_autoptr (GstPad) reader = gst_object_ref_sink (gst_pad_new ("src", GST_PAD_SRC));
  g_autoptr (GstPad) end = gst_element_get_static_pad (sink, "sink");
  GstElement *queue = gst_element_factory_make ("queue", NULL);
  g_autoptr (GstPad) queue_in = gst_element_get_static_pad (queue, "sink");
  g_autoptr (GstPad) queue_out = gst_element_get_static_pad (queue, "src");
  GstPad *in, *out;
  g_autoptr (GstTagList) found = NULL;
  g_autofree char *language = NULL;

  gst_bin_add (GST_BIN (bin), queue);
  in = gst_ghost_pad_new ("sink", queue_in);
  out = gst_ghost_pad_new ("src", queue_out);
  gst_element_add_pad (bin, in);
  gst_element_add_pad (bin, out);
  g_assert_cmpint (gst_pad_link (reader, in), ==, GST_PAD_LINK_OK);
  g_assert_cmpint (gst_pad_link (out, end), ==, GST_PAD_LINK_OK);
  gst_pad_set_active (reader, TRUE);
  g_assert_null (sl_pad_tags_find (end));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GstEvent) event =
        gst_event_new_tag (gst_tag_list_new (i == 0 ? GST_TAG_TITLE : GST_TAG_LANGUAGE_CODE, i == 0 ? "Words" : "de", NULL));

      gst_pad_store_sticky_event (reader, event);
    }
  found = sl_pad_tags_find (end);
  g_assert_nonnull (found);
  g_assert_true (gst_tag_list_get_string (found, GST_TAG_LANGUAGE_CODE, &language));
  g_assert_cmpstr (language, ==, "de");
  gst_pad_unlink (reader, in);
  gst_pad_unlink (out, end);
}

/* Not to be trusted: only words come out, and nothing makes it stumble. */
static void
test_plain (void)
{
  static const struct
  {
    const char *bytes;
    gboolean    markup;
    const char *plain;
  } cases[] = {
    {"Hello", FALSE, "Hello"},
    {"a < b & c", FALSE, "a < b & c"},
    {"<b>bold</b> &lt;3", TRUE, "bold <3"},
    {"a < b & c", TRUE, "a < b & c"},
    {"<b>open", TRUE, "<b>open"},
    {"<span foreground='x' onclick='y'>z</span>", TRUE, "z"},
    {" \r\n ", FALSE, NULL},
    {"", TRUE, NULL},
    {"one\r\ntwo", FALSE, "one\n\ntwo"},
  };
  const char       broken[] = "caf\xe9 \xff\xfe";
  g_autofree char *valid = sl_text_tap_to_plain (broken, sizeof broken - 1, FALSE);
  g_autofree char *flood = g_strnfill (100000, 'x');
  g_autofree char *kept = sl_text_tap_to_plain (flood, 100000, TRUE);

  g_assert_true (g_utf8_validate (valid, -1, NULL));
  g_assert_cmpuint (strlen (kept), <=, 4096);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = sl_text_tap_to_plain (cases[i].bytes, strlen (cases[i].bytes), cases[i].markup);

      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
  for (guint i = 0; i < 3000; i++)
    {
      static const char *const parts[] = {"<", ">", "&", "lt;", "b", "</", "i>", "\xc3", "\xa4", "\n", "\"", "=", " ", "x"};
      g_autoptr (GString) soup = g_string_new (NULL);
      g_autofree char *plain = NULL;

      for (int j = g_test_rand_int_range (0, 20); j > 0; j--)
        g_string_append (soup, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      plain = sl_text_tap_to_plain (soup->str, soup->len, g_test_rand_bit ());
      g_assert_true (plain == NULL || g_utf8_validate (plain, -1, NULL));
    }
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tracks/plain", test_plain);
  g_test_add_func ("/tracks/tags-ahead", test_tags_ahead);
  g_test_add ("/tracks/sound", Fixture, &whole, set_up, test_sound, tear_down);
  g_test_add ("/tracks/loudness", Fixture, &whole, set_up, test_loudness, tear_down);
  g_test_add ("/tracks/sound-early", Fixture, &whole, set_up, test_sound_early, tear_down);
  g_test_add ("/tracks/words", Fixture, &whole, set_up, test_words, tear_down);
  g_test_add ("/tracks/words-switched", Fixture, &whole, set_up, test_words_switched, tear_down);
  g_test_add ("/tracks/sound-alone", Fixture, &sound_alone, set_up, test_sound_alone, tear_down);
  g_test_add ("/tracks/sound-goes-on", Fixture, &long_sound, set_up, test_sound_goes_on, tear_down);
  g_test_add ("/tracks/sound-behind", Fixture, &long_sound, set_up, test_sound_behind, tear_down);
  g_test_add ("/tracks/at-end", Fixture, &whole, set_up, test_at_end, tear_down);
  g_test_add ("/tracks/gone", Fixture, &whole, set_up, test_gone, tear_down);
  g_test_add ("/tracks/left-at-once", Fixture, &whole, set_up, test_left_at_once, tear_down);
  g_test_add ("/tracks/left", Fixture, &whole, set_up, test_left, tear_down);
  g_test_add ("/tracks/words-hurried", Fixture, &whole, set_up, test_words_hurried, tear_down);
  g_test_add ("/tracks/words-again", Fixture, &whole, set_up, test_words_again, tear_down);
  return g_test_run ();
}
