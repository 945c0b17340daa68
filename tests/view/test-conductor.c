/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The shipped explainer, played by the real player under a virtual clock: each cue is entered and left with
 * the first frame at or after its time, whatever is sought and however fast it runs. No display is needed.
 */
#include "clip-maker.h"
#include "note.h"
#include "view-world.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <gst/gst.h>
#include <sys/stat.h>
#include <unistd.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

typedef struct
{
  guint  n_entered;
  guint  n_left;
  gint64 entered; /* stream time of the frame */
  gint64 left;
} Record;

typedef struct
{
  VirtualTime *time;
  SlSession   *session;
  SlConductor *conductor;
  GHashTable  *records; /* of Record, by SlCue */
  GPtrArray   *cues;    /* every cue of the clip */
  GArray      *shown;   /* of gint64: stream times of the frames */
  gint64       last_number;
  gint64       wanted;
  gboolean     check_state;
} Fixture;

static Record *
record_of (Fixture *fixture, SlCue *cue)
{
  Record *record = g_hash_table_lookup (fixture->records, cue);

  g_assert_nonnull (record);
  return record;
}

static void
entered_cb (Fixture *fixture, SlCue *cue)
{
  Record *record = record_of (fixture, cue);

  record->n_entered++;
  record->entered = sl_session_get_time (fixture->session);
}

static void
left_cb (Fixture *fixture, SlCue *cue)
{
  Record *record = record_of (fixture, cue);

  record->n_left++;
  record->left = sl_session_get_time (fixture->session);
}

/* What is on is what covers the moment, by looking at each cue. */
static void
check_state (Fixture *fixture)
{
  const gint64 time = sl_session_get_time (fixture->session);

  for (guint i = 0; i < fixture->cues->len; i++)
    {
      SlCue       *cue = g_ptr_array_index (fixture->cues, i);
      Record      *record = record_of (fixture, cue);
      const gint64 on = record->n_entered - record->n_left;

      g_assert_cmpint (on, ==, sl_span_contains (sl_cue_get_span (cue), time));
    }
}

static void
frame_cb (Fixture *fixture, SlFrame *frame)
{
  const gint64 time = sl_frame_get_time (frame);

  g_assert_cmpint (time, ==, sl_session_get_time (fixture->session));
  g_array_append_val (fixture->shown, time);
  fixture->last_number = sl_frame_get_number (frame);
  check_state (fixture);
}

static void
add_cues (Fixture *fixture, GListModel *cues)
{
  for (guint i = 0; i < g_list_model_get_n_items (cues); i++)
    {
      SlCue *cue = g_list_model_get_item (cues, i);

      g_ptr_array_add (fixture->cues, cue);
      g_hash_table_insert (fixture->records, cue, g_new0 (Record, 1));
    }
}

/* Titles and captions have no list of all of them, so each is looked up by what the clip says. */
static void
add_by_id (Fixture *fixture, SlCueKind kind, const char *id)
{
  SlCue *cue = sl_session_lookup_cue (fixture->session, kind, id);

  g_assert_nonnull (cue);
  if (g_hash_table_contains (fixture->records, cue))
    return;
  g_ptr_array_add (fixture->cues, g_object_ref (cue));
  g_hash_table_insert (fixture->records, cue, g_new0 (Record, 1));
}

static void
collect_cues (Fixture *fixture, SlClip *clip)
{
  GListModel *notes = sl_clip_get_notes (clip);
  g_autoptr (SlCaptionTrack) track = g_list_model_get_item (sl_clip_get_captions (clip), 0);
  GListModel *captions = sl_caption_track_get_captions (track);

  add_cues (fixture, sl_session_get_chapters (fixture->session));
  add_cues (fixture, sl_session_get_notes (fixture->session));
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (SlNote) note = g_list_model_get_item (notes, i);

      add_by_id (fixture, SL_CUE_NOTE, sl_note_get_id (note));
    }
  for (guint i = 0; i < g_list_model_get_n_items (captions); i++)
    {
      g_autoptr (SlCaption) caption = g_list_model_get_item (captions, i);

      add_by_id (fixture, SL_CUE_CAPTION, sl_caption_get_id (caption));
    }
}

static void
set_up_clip (Fixture *fixture, SlCasebook *casebook, const char *id)
{
  SlClip *clip = sl_casebook_lookup_clip (casebook, id);

  g_assert_nonnull (clip);
  fixture->time = virtual_time_new ();
  fixture->conductor = view_world_make_conductor (casebook, fixture->time);
  fixture->session = g_object_ref (sl_conductor_get_session (fixture->conductor));
  fixture->records = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  fixture->cues = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  sl_session_set_clip (fixture->session, clip);
  g_signal_connect_swapped (fixture->session, "cue-entered", G_CALLBACK (entered_cb), fixture);
  g_signal_connect_swapped (fixture->session, "cue-left", G_CALLBACK (left_cb), fixture);
  g_signal_connect_swapped (fixture->conductor, "frame", G_CALLBACK (frame_cb), fixture);
}

static void
set_up (Fixture *fixture)
{
  g_autoptr (SlCasebook) casebook = view_world_read_shipped ();

  set_up_clip (fixture, casebook, "explainer");
  sl_conductor_set_output_size (fixture->conductor, 160, 90);
  collect_cues (fixture, sl_session_get_clip (fixture->session));
  g_assert_cmpuint (fixture->cues->len, >, 50);
}

static void
tear_down (Fixture *fixture)
{
  g_assert_finalize_object (fixture->conductor);
  g_assert_finalize_object (fixture->session);
  g_hash_table_unref (fixture->records);
  g_ptr_array_unref (fixture->cues);
  g_array_unref (fixture->shown);
  virtual_time_free (fixture->time);
}

static void
look (gpointer data)
{
  sl_conductor_tick (((Fixture *)data)->conductor);
}

static gboolean
has_ended (gpointer data)
{
  return sl_conductor_get_state (((Fixture *)data)->conductor) == SL_PLAYER_ENDED;
}

static gboolean
has_arrived (gpointer data)
{
  Fixture *fixture = data;

  return sl_conductor_get_target (fixture->conductor) == sl_session_get_time (fixture->session) && fixture->shown->len > 0 &&
         g_array_index (fixture->shown, gint64, fixture->shown->len - 1) >= fixture->wanted;
}

/* The first frame at or after @time, or the end of the film behind the last. */
static gint64
first_shown (Fixture *fixture, gint64 time)
{
  for (guint i = 0; i < fixture->shown->len; i++)
    if (g_array_index (fixture->shown, gint64, i) >= time)
      return g_array_index (fixture->shown, gint64, i);
  return sl_session_get_time (fixture->session);
}

static void
check_play_through (double rate)
{
  Fixture fixture = {0};

  set_up (&fixture);
  if (rate != 1.0)
    sl_conductor_set_rate (fixture.conductor, rate);
  g_assert_true (sl_conductor_open (fixture.conductor, 0, TRUE));
  virtual_time_run (fixture.time, look, has_ended, &fixture);
  g_assert_cmpuint (fixture.shown->len, ==, 3600);
  g_assert_cmpint (fixture.last_number, ==, 3599);
  for (guint i = 0; i < fixture.cues->len; i++)
    {
      SlCue  *cue = g_ptr_array_index (fixture.cues, i);
      Record *record = record_of (&fixture, cue);

      g_test_message ("%s %s", sl_cue_kind_to_word (sl_cue_get_kind (cue)), sl_cue_get_id (cue));
      g_assert_cmpuint (record->n_entered, ==, 1);
      g_assert_cmpuint (record->n_left, ==, 1);
      g_assert_cmpint (record->entered, ==, first_shown (&fixture, sl_cue_get_start (cue)));
      g_assert_cmpint (record->left, ==, first_shown (&fixture, sl_cue_get_end (cue)));
    }
  tear_down (&fixture);
}

static void
test_play_through (void)
{
  check_play_through (1.0);
}

static void
test_double_rate (void)
{
  check_play_through (2.0);
}

/* After every frame, all along, what is on is a function of its time. */
static void
test_random_seeks (void)
{
  Fixture fixture = {0};

  set_up (&fixture);
  g_assert_true (sl_conductor_open (fixture.conductor, 0, TRUE));
  virtual_time_run (fixture.time, look, has_arrived, &fixture);
  for (guint i = 0; i < 50; i++)
    {
      const gint64 target = g_test_rand_int_range (0, 119000) * (SECOND / 1000);

      fixture.wanted = target;
      sl_conductor_seek (fixture.conductor, target, SL_SEEK_EXACT);
      g_assert_cmpint (sl_conductor_get_target (fixture.conductor), ==, target);
      virtual_time_run (fixture.time, look, has_arrived, &fixture);
      /* And on from there for a while. */
      fixture.wanted = target + g_test_rand_int_range (0, 800) * (SECOND / 1000);
      virtual_time_run (fixture.time, look, has_arrived, &fixture);
    }
  tear_down (&fixture);
}

/* The last instant has the last frame; there is none behind it. */
static void
test_seek_to_end (void)
{
  Fixture fixture = {0};

  set_up (&fixture);
  g_assert_true (sl_conductor_open (fixture.conductor, 0, FALSE));
  virtual_time_wait (fixture.time, look, has_arrived, &fixture);
  fixture.wanted = 119 * SECOND;
  sl_conductor_seek (fixture.conductor, 120 * SECOND, SL_SEEK_EXACT);
  while (sl_session_get_time (fixture.session) < fixture.wanted)
    {
      g_main_context_iteration (NULL, FALSE);
      look (&fixture);
    }
  g_assert_cmpint (fixture.last_number, ==, 3599);
  g_assert_cmpint (sl_session_get_time (fixture.session), <, 120 * SECOND);
  tear_down (&fixture);
}

/* Five presses of ten seconds go fifty, whether or not the first has arrived. */
static void
test_steps_add_up (void)
{
  Fixture fixture = {0};

  set_up (&fixture);
  g_assert_true (sl_conductor_open (fixture.conductor, 5 * SECOND, FALSE));
  fixture.wanted = 5 * SECOND;
  virtual_time_wait (fixture.time, look, has_arrived, &fixture);
  for (guint i = 0; i < 5; i++)
    sl_conductor_seek_by (fixture.conductor, 10 * SECOND);
  fixture.wanted = 55 * SECOND;
  virtual_time_wait (fixture.time, look, has_arrived, &fixture);
  g_assert_cmpint (sl_session_get_time (fixture.session), ==, 55 * SECOND);
  g_assert_cmpint (fixture.last_number, ==, 55 * 30);
  tear_down (&fixture);
}

/* The end, and from the start again. */
static void
test_again (void)
{
  Fixture fixture = {0};

  set_up (&fixture);
  g_assert_true (sl_conductor_open (fixture.conductor, 119 * SECOND, TRUE));
  virtual_time_run (fixture.time, look, has_ended, &fixture);
  g_assert_cmpint (sl_session_get_time (fixture.session), >=, 120 * SECOND);
  g_assert_false (sl_conductor_get_playing (fixture.conductor));
  check_state (&fixture);
  fixture.wanted = 0;
  sl_conductor_set_playing (fixture.conductor, TRUE);
  virtual_time_run (fixture.time, look, has_arrived, &fixture);
  g_assert_cmpint (sl_session_get_time (fixture.session), <, SECOND);
  g_assert_true (sl_conductor_get_playing (fixture.conductor));
  tear_down (&fixture);
}

static gboolean
is_paused (gpointer data)
{
  return sl_conductor_get_state (((Fixture *)data)->conductor) == SL_PLAYER_PAUSED;
}

static void
hold (Fixture *fixture, gint64 time)
{
  fixture->wanted = time;
  virtual_time_run (fixture->time, look, has_arrived, fixture);
  sl_conductor_hold (fixture->conductor, TRUE);
  virtual_time_wait (fixture->time, look, is_paused, fixture);
  g_assert_true (sl_conductor_get_playing (fixture->conductor));
}

/* A film that is held goes on by itself where nobody paused it meanwhile, and stays where somebody did. */
static void
test_hold (void)
{
  Fixture fixture = {0};

  set_up (&fixture);
  g_assert_true (sl_conductor_open (fixture.conductor, 0, TRUE));
  hold (&fixture, SECOND);
  sl_conductor_hold (fixture.conductor, FALSE);
  hold (&fixture, 2 * SECOND);
  sl_conductor_set_playing (fixture.conductor, FALSE);
  g_assert_false (sl_conductor_get_playing (fixture.conductor));
  sl_conductor_hold (fixture.conductor, FALSE);
  g_assert_cmpint (sl_conductor_get_state (fixture.conductor), ==, SL_PLAYER_PAUSED);
  g_assert_false (sl_conductor_get_playing (fixture.conductor));
  sl_conductor_set_playing (fixture.conductor, TRUE);
  hold (&fixture, 3 * SECOND);
  /* A step pauses as ever, and there is nothing left to go on by itself. */
  sl_conductor_step (fixture.conductor, 1);
  g_assert_false (sl_conductor_get_playing (fixture.conductor));
  sl_conductor_hold (fixture.conductor, FALSE);
  g_assert_false (sl_conductor_get_playing (fixture.conductor));
  /* Another film knows nothing of it. */
  sl_conductor_hold (fixture.conductor, TRUE);
  g_assert_true (sl_conductor_open (fixture.conductor, 0, TRUE));
  hold (&fixture, SECOND / 2);
  tear_down (&fixture);
}

static const ViewWorldFile pipe_files[] = {
  {"casebook.json", "{\"format\": 1, \"id\": \"made\", \"version\": \"2026-01-01\", \"title\": \"Made\", \"language\": \"en\", \"licence\": \"CC0-1.0\"}"},
  {"films.json", "[{\"id\": \"film\", \"title\": \"Film\", \"year\": 2026, \"clips\": [\"clip\"]}]"},
  {"clips/clip.json",
   "{\"id\": \"clip\", \"film\": \"film\", \"kind\": \"explainer\", \"title\": \"Clip\", \"duration\": \"0:08\", \"media\": [{\"file\": \"film.webm\"}],"
   " \"notes\": [{\"id\": \"n\", \"from\": \"00:00.500\", \"to\": \"00:00.800\", \"kind\": \"context\", \"title\": \"N\"}]}"},
  {"film.webm", "to be replaced"},
  {"whole.webm", ""},
  {NULL, NULL},
};

static void
set_up_pipe (Fixture *fixture, const char *folder)
{
  g_autofree char *film = g_build_filename (folder, "film.webm", NULL);
  g_autofree char *whole = g_build_filename (folder, "whole.webm", NULL);
  g_autoptr (SlCasebook) casebook = view_world_read (folder);

  clip_maker_make (whole, &(ClipShape){640, 360, 30, 1, 240, FALSE});
  g_remove (film);
  g_assert_cmpint (mkfifo (film, 0600), ==, 0);
  set_up_clip (fixture, casebook, "clip");
  add_cues (fixture, sl_session_get_notes (fixture->session));
}

/* Whoever opens the pipe twice finds it whole: it is filled from one that is open for both, and closed once it has all
 * been written, which takes a reader as the film is longer than a pipe. */
static gpointer
feed (gpointer data)
{
  g_autofree char *film = g_build_filename (data, "film.webm", NULL);
  g_autofree char *whole = g_build_filename (data, "whole.webm", NULL);
  g_autofree char *bytes = NULL;
  const int        fd = open (film, O_RDWR);
  gsize            length = 0;

  g_assert_cmpint (fd, >=, 0);
  g_assert_true (g_file_get_contents (whole, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 65536);
  for (gsize written = 0; written < length;)
    {
      const gssize n = write (fd, bytes + written, length - written);

      g_assert_cmpint (n, >, 0);
      written += (gsize)n;
    }
  close (fd);
  return NULL;
}

static gboolean
knows_where_it_is (gpointer data)
{
  Fixture *fixture = data;

  return sl_conductor_get_target (fixture->conductor) == sl_session_get_time (fixture->session);
}

/* A film that comes through a pipe cannot be sought. It is where it was then, and from there it is sought on, and goes
 * on without a jump. */
static void
test_refused (void)
{
  Fixture  fixture = {0};
  char    *folder = view_world_make_folder (pipe_files);
  GThread *feeder;
  gint64   here;

  set_up_pipe (&fixture, folder);
  feeder = g_thread_new ("feeder", feed, folder);
  g_assert_true (sl_conductor_open (fixture.conductor, 0, TRUE));
  fixture.wanted = 2 * SECOND;
  virtual_time_run (fixture.time, look, has_arrived, &fixture);
  sl_conductor_set_playing (fixture.conductor, FALSE);
  virtual_time_wait (fixture.time, look, is_paused, &fixture);
  for (guint i = 0; i < 3; i++)
    {
      here = sl_session_get_time (fixture.session); /* the last picture may come after the film has paused */
      sl_conductor_seek_by (fixture.conductor, SECOND);
      g_assert_cmpint (sl_conductor_get_target (fixture.conductor), ==, here + SECOND);
      virtual_time_wait (fixture.time, look, knows_where_it_is, &fixture);
      g_assert_cmpint (sl_session_get_time (fixture.session), <, here + SECOND / 2);
    }
  sl_conductor_seek (fixture.conductor, 0, SL_SEEK_EXACT);
  virtual_time_wait (fixture.time, look, knows_where_it_is, &fixture);
  sl_conductor_set_playing (fixture.conductor, TRUE);
  virtual_time_run (fixture.time, look, has_ended, &fixture);
  g_assert_cmpuint (fixture.shown->len, >=, 240 - 1);
  g_assert_cmpuint (record_of (&fixture, g_ptr_array_index (fixture.cues, 0))->n_entered, ==, 1);
  g_thread_join (feeder);
  tear_down (&fixture);
  view_world_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  gst_init (NULL, NULL);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/conductor/play-through", test_play_through);
  g_test_add_func ("/conductor/double-rate", test_double_rate);
  g_test_add_func ("/conductor/random-seeks", test_random_seeks);
  g_test_add_func ("/conductor/seek-to-end", test_seek_to_end);
  g_test_add_func ("/conductor/steps-add-up", test_steps_add_up);
  g_test_add_func ("/conductor/again", test_again);
  g_test_add_func ("/conductor/hold", test_hold);
  g_test_add_func ("/conductor/refused", test_refused);

  return g_test_run ();
}
