/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Casebooks made up at random, with a film made for each: after every frame, whatever was sought and however fast it
 * runs, what is on is what a look at each of its chapters, notes and captions says, and each picture is its own.
 */
#include "clip-maker.h"
#include "view-world.h"

#include <gst/gst.h>
#include <stdlib.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define MS G_GINT64_CONSTANT (1000000)
#define LENGTH 6000 /* milliseconds */

/* What the casebook says, in milliseconds: the twin. */
typedef struct
{
  guint start;
  guint end;
  guint depth; /* of a chapter */
} Part;

typedef struct
{
  VirtualTime *time;
  SlSession   *session;
  SlConductor *conductor;
  char        *folder;
  GArray      *chapters; /* of Part, parents before children */
  GArray      *notes;
  GArray      *captions;
  guint        n_frames;
  guint        last_number; /* as the picture itself says */
  gint64       wanted;
  SlCue       *watched; /* (nullable): how often it came and went */
  guint        n_entered;
  guint        n_left;
} Fixture;

/* Making */

static const ClipShape shapes[] = {
  {320, 180, 30, 1, 180, TRUE},
  {320, 180, 24000, 1001, 144, FALSE},
  {320, 180, 30000, 1001, 180, TRUE, .container = CLIP_MP4, .b_frames = 3},
};

static guint
any (guint from, guint to)
{
  return (guint)g_test_rand_int_range ((gint32)from, (gint32)to + 1);
}

static void
put_time (GString *json, const char *name, guint milliseconds)
{
  g_autofree char *time = sl_time_format (milliseconds * MS);

  g_string_append_printf (json, ", \"%s\": \"%s\"", name, time);
}

/* Chapters in [start, end), some of which hold others; those that do not say their end go on to the next. */
static void
make_chapters (Fixture *self, GString *json, guint start, guint end, guint depth)
{
  guint from = start + (depth > 0 ? any (0, 100) : 0);

  for (gboolean first = TRUE; from + 50 < end; first = FALSE)
    {
      const guint    next = from + any (50, (end - start));
      const gboolean says = g_test_rand_bit ();
      const Part     part = {from, says ? any (from + 1, MIN (next, end)) : MIN (next, end), depth};
      const gboolean is_last = next + 50 >= end;

      /* The last one that says nothing goes on to the end of what it is in. */
      g_array_append_val (self->chapters, part);
      if (is_last && !says)
        g_array_index (self->chapters, Part, self->chapters->len - 1).end = end;
      g_string_append_printf (json, "%s{\"id\": \"c%u\", \"title\": \"C\"", first ? "" : ", ", self->chapters->len);
      put_time (json, "from", from);
      if (says)
        put_time (json, "to", part.end);
      if (depth < 2 && g_test_rand_bit ())
        {
          g_string_append (json, ", \"chapters\": [");
          make_chapters (self, json, from, g_array_index (self->chapters, Part, self->chapters->len - 1).end, depth + 1);
          g_string_append (json, "]");
        }
      g_string_append (json, "}");
      from = next;
    }
}

static void
make_notes (Fixture *self, GString *json)
{
  for (guint i = 0; i < 25; i++)
    {
      const guint start = any (0, LENGTH - 50);
      const guint end = start + any (1, 1500);
      const Part  part = {start, i % 5 == 0 ? start + 1 : MIN (end, LENGTH), 0};

      g_array_append_val (self->notes, part);
      g_string_append_printf (json, "%s{\"id\": \"n%u\", \"kind\": \"production\", \"text\": \"Words\"", i ? ", " : "", i);
      put_time (json, "from", part.start);
      put_time (json, "to", part.end);
      g_string_append (json, "}");
    }
}

static void
make_captions (Fixture *self, GString *vtt)
{
  g_string_append (vtt, "WEBVTT\n\n");
  for (guint i = 0; i < 20; i++)
    {
      const guint start = any (0, LENGTH - 50);
      const guint end = start + any (1, 900);
      const Part  part = {start, MIN (end, LENGTH), 0};

      g_array_append_val (self->captions, part);
      g_string_append_printf (vtt, "k%u\n00:00:%02u.%03u --> 00:00:%02u.%03u\nSpoken\n\n", i,
                              part.start / 1000, part.start % 1000, part.end / 1000, part.end % 1000);
    }
}

static void
make_casebook (Fixture *self, const ClipShape *shape)
{
  const char      *file = shape->container == CLIP_MP4 ? "media/film.mp4" : "media/film.webm";
  g_autofree char *path = g_build_filename (self->folder, file, NULL);
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GString) vtt = g_string_new (NULL);

  g_string_append_printf (json, "{\"id\": \"film\", \"film\": \"story\", \"kind\": \"explainer\", \"title\": \"Film\", "
                                "\"language\": \"en\", \"duration\": \"0:06.000\", \"media\": [{\"file\": \"%s\"}], "
                                "\"captions\": [{\"language\": \"en\", \"file\": \"clips/film.vtt\", \"kind\": \"captions\"}], "
                                "\"chapters\": [",
                          file);
  make_chapters (self, json, 0, LENGTH, 0);
  g_string_append (json, "], \"notes\": [");
  make_notes (self, json);
  g_string_append (json, "]}");
  make_captions (self, vtt);
  view_world_write (self->folder, "casebook.json", "{\"format\": 1, \"id\": \"random\", \"version\": \"2026-11-22\", \"title\": \"Any\", \"language\": \"en\", \"licence\": \"CC0-1.0\"}");
  view_world_write (self->folder, "films.json", "[{\"id\": \"story\", \"title\": \"Story\", \"clips\": [\"film\"]}]");
  view_world_write (self->folder, "clips/film.json", json->str);
  view_world_write (self->folder, "clips/film.vtt", vtt->str);
  view_world_write (self->folder, file, "");
  clip_maker_make (path, shape);
}

/* Looking */

static guint
count (GArray *parts, gint64 time)
{
  guint n = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      n += part->start * MS <= time && time < part->end * MS;
    }
  return n;
}

/* Each that is shown is one of the twin's that covers @time, and there are as many. */
static void
check_parts (GListModel *shown, GArray *parts, gint64 time)
{
  if (g_list_model_get_n_items (shown) != count (parts, time))
    g_error ("at %" G_GINT64_FORMAT " ns %u are on, not %u", time, g_list_model_get_n_items (shown), count (parts, time));
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (shown, i);
      const Part *part = &g_array_index (parts, Part, atoi (sl_cue_get_id (cue) + 1));

      if (sl_cue_get_kind (cue) == SL_CUE_NOTE)
        g_assert_cmpint (part->start * MS, ==, sl_cue_get_start (cue));
      g_assert_cmpint (sl_cue_get_start (cue), <=, time);
      g_assert_cmpint (sl_cue_get_end (cue), >, time);
    }
}

/* The innermost chapter, which is the last that covers the moment of those at the greatest depth. */
static void
check_chapter (Fixture *self, gint64 time)
{
  SlCue      *shown = sl_session_get_chapter (self->session);
  const Part *wanted = NULL;

  for (guint i = 0; i < self->chapters->len; i++)
    {
      const Part *part = &g_array_index (self->chapters, Part, i);

      if (part->start * MS <= time && time < part->end * MS && (wanted == NULL || part->depth > wanted->depth))
        wanted = part;
    }
  g_assert_cmpint (shown != NULL, ==, wanted != NULL);
  if (wanted)
    {
      g_assert_cmpint (sl_cue_get_start (shown), ==, wanted->start * MS);
      g_assert_cmpint (sl_cue_get_end (shown), ==, wanted->end * MS);
    }
}

static void
check_moment (Fixture *self)
{
  const gint64 time = sl_session_get_time (self->session);

  check_parts (sl_session_get_notes_now (self->session), self->notes, time);
  check_parts (sl_captions_get_now (sl_session_get_captions (self->session)), self->captions, time);
  check_chapter (self, time);
}

static void
frame_cb (Fixture *self, SlFrame *frame)
{
  self->last_number = clip_maker_read_number (frame);
  self->n_frames++;
  g_assert_cmpint (sl_frame_get_time (frame), ==, sl_session_get_time (self->session));
  g_assert_cmpint (sl_frame_get_number (frame), ==, self->last_number);
  g_assert_cmpint (sl_session_get_number (self->session), ==, self->last_number);
  check_moment (self);
}

static void
entered_cb (Fixture *self, SlCue *cue)
{
  self->n_entered += cue == self->watched;
}

static void
left_cb (Fixture *self, SlCue *cue)
{
  self->n_left += cue == self->watched;
}

static void
set_up (Fixture *self, guint round)
{
  const char *playbin = g_getenv ("SL_TEST_PLAYBIN");
  g_autoptr (SlCasebook) casebook = NULL;
  g_autoptr (SlPlayer) player = NULL;

  self->folder = view_world_make_folder (&(ViewWorldFile){NULL, NULL});
  self->chapters = g_array_new (FALSE, FALSE, sizeof (Part));
  self->notes = g_array_new (FALSE, FALSE, sizeof (Part));
  self->captions = g_array_new (FALSE, FALSE, sizeof (Part));
  make_casebook (self, &shapes[round % G_N_ELEMENTS (shapes)]);
  casebook = view_world_read (self->folder);
  self->time = virtual_time_new ();
  player = sl_player_new (&(SlPlayerWorld){
    .clock = virtual_time_get_clock (self->time),
    .audio_sink = virtual_time_make_audio_sink (self->time),
    .playbin = playbin ? atoi (playbin) : 0,
  });
  sl_player_set_patience (player, 120000);
  self->session = sl_session_new ();
  self->conductor = sl_conductor_new (self->session, player);
  sl_session_set_casebook (self->session, casebook);
  sl_session_set_clip (self->session, sl_casebook_lookup_clip (casebook, "film"));
  g_assert_cmpuint (g_list_model_get_n_items (sl_session_get_chapters (self->session)), ==, self->chapters->len);
  g_assert_cmpuint (g_list_model_get_n_items (sl_session_get_notes (self->session)), ==, self->notes->len);
  g_signal_connect_swapped (self->conductor, "frame", G_CALLBACK (frame_cb), self);
  g_signal_connect_swapped (self->session, "cue-entered", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (self->session, "cue-left", G_CALLBACK (left_cb), self);
}

static void
tear_down (Fixture *self)
{
  g_assert_finalize_object (self->conductor);
  g_assert_finalize_object (self->session);
  virtual_time_free (self->time);
  g_array_unref (self->chapters);
  g_array_unref (self->notes);
  g_array_unref (self->captions);
  view_world_remove_folder (self->folder);
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
  Fixture *self = data;

  g_assert_null (sl_conductor_get_fault (self->conductor));
  return self->n_frames > 0 && sl_conductor_get_target (self->conductor) == sl_session_get_time (self->session) &&
         sl_session_get_time (self->session) >= self->wanted;
}

static gboolean
is_playing (gpointer data)
{
  return sl_conductor_get_state (((Fixture *)data)->conductor) == SL_PLAYER_PLAYING;
}

static gboolean
is_paused (gpointer data)
{
  return sl_conductor_get_state (((Fixture *)data)->conductor) == SL_PLAYER_PAUSED;
}

static void
go (Fixture *self, gint64 target)
{
  self->wanted = target;
  self->n_frames = 0;
  sl_conductor_seek (self->conductor, target, SL_SEEK_EXACT);
  virtual_time_wait (self->time, look, has_arrived, self);
}

static void
test_through (void)
{
  static const double rates[] = {1.0, 0.5, 1.5, 2.0};

  for (guint round = 0; round < 9; round++)
    {
      Fixture fixture = {0};

      set_up (&fixture, round);
      sl_conductor_set_rate (fixture.conductor, rates[round % G_N_ELEMENTS (rates)]);
      g_assert_true (sl_conductor_open (fixture.conductor, 0, TRUE));
      virtual_time_run (fixture.time, look, has_ended, &fixture);
      g_assert_cmpuint (fixture.last_number + 1, ==, shapes[round % G_N_ELEMENTS (shapes)].n_frames);
      check_moment (&fixture);
      tear_down (&fixture);
    }
}

static void
test_seeks (void)
{
  for (guint round = 0; round < 6; round++)
    {
      Fixture fixture = {0};

      set_up (&fixture, round);
      g_assert_true (sl_conductor_open (fixture.conductor, 0, round % 2 == 0));
      virtual_time_wait (fixture.time, look, has_arrived, &fixture);
      for (guint i = 0; i < 50; i++)
        {
          const gint64 target = any (0, LENGTH - 200) * MS;

          go (&fixture, target);
          /* Where a picture ends just there, a file's own times are not sure to the millisecond: then it is the next. */
          g_assert_cmpint (sl_session_get_time (fixture.session), >=, target);
          g_assert_cmpint (sl_session_get_time (fixture.session), <=, target + 2 * MS);
          check_moment (&fixture);
        }
      tear_down (&fixture);
    }
}

/* Held just before a note begins, and just as it has: it comes once, goes once, and stays as long as the hold. */
static void
test_pause_at_edges (void)
{
  Fixture fixture = {0};

  set_up (&fixture, 0);
  g_assert_true (sl_conductor_open (fixture.conductor, 0, FALSE));
  virtual_time_wait (fixture.time, look, has_arrived, &fixture);
  for (guint i = 0; i < fixture.notes->len; i++)
    {
      const Part      *note = &g_array_index (fixture.notes, Part, i);
      g_autofree char *id = g_strdup_printf ("n%u", i);

      if (note->start < 100 || note->end + 200 > LENGTH)
        continue;
      go (&fixture, (note->start - 60) * MS);
      fixture.watched = sl_session_lookup_cue (fixture.session, SL_CUE_NOTE, id);
      fixture.n_entered = fixture.n_left = 0;
      /* Stopped on every frame around its edges. */
      for (fixture.wanted = (note->start - 40) * MS; fixture.wanted < (note->end + 40) * MS; fixture.wanted += 35 * MS)
        {
          sl_conductor_set_playing (fixture.conductor, TRUE);
          virtual_time_wait (fixture.time, look, is_playing, &fixture);
          virtual_time_run (fixture.time, look, has_arrived, &fixture);
          sl_conductor_set_playing (fixture.conductor, FALSE);
          virtual_time_wait (fixture.time, look, is_paused, &fixture);
          check_moment (&fixture);
          g_assert_cmpuint (fixture.n_entered, ==, sl_session_get_time (fixture.session) >= note->start * MS);
          g_assert_cmpuint (fixture.n_left, ==, sl_session_get_time (fixture.session) >= note->end * MS);
        }
      fixture.watched = NULL;
    }
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  gst_init (NULL, NULL);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cues/through", test_through);
  g_test_add_func ("/cues/seeks", test_seeks);
  g_test_add_func ("/cues/pause-at-edges", test_pause_at_edges);

  return g_test_run ();
}
