/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a viewer can do, by the actions, keys and menus of the real window with the real player, on a film with two
 * sound tracks and two text tracks that is made for it. Needs a display.
 */
#include "caption-look.h"
#include "captions-opener.h"
#include "chapters-pane.h"
#include "clip-maker.h"
#include "more-button.h"
#include "notes-pane.h"
#include "picture-saver.h"
#include "remark.h"
#include "resume.h"
#include "settings.h"
#include "stage.h"
#include "taps.h"
#include "time-entry.h"
#include "tracks.h"
#include "view-world.h"
#include "volume-button.h"
#include "watch-keys.h"
#include "watch-page.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define FPS 30
#define N_FRAMES 300

static const char english[] = "1\n00:00:01,000 --> 00:00:08,000\nWords\n\n";
static const char german[] = "1\n00:00:01,000 --> 00:00:08,000\nWorte\n\n";

static const ClipTrack sounds[] = {{"en", "Original", NULL}, {"de", "Commentary", NULL}, {NULL, NULL, NULL}};
static const ClipTrack texts[] = {{"de", "Worte", german}, {"en", "Words", english}, {NULL, NULL, NULL}};
static const ClipShape shape = {320, 180, FPS, 1, N_FRAMES, TRUE, .container = CLIP_MATROSKA, .sounds = sounds, .texts = texts};

typedef struct
{
  char        *folder;
  SlWindow    *window;
  SlConductor *conductor;
  SlSession   *session;
  SlCaptions  *captions;
} Viewer;

/* Clips of one film: one with captions of its own, one without, and one with a sign language that is broken. */
static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\":1,\"id\":\"small\",\"version\":\"2026-11-22\",\"title\":\"Small\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"clips\":[\"own\",\"bare\",\"signed\"]}]"},
  {"clips/own.en.vtt", "WEBVTT\n\n00:01.000 --> 00:08.000\nMine\n"},
  {"clips/own.fr.vtt", "WEBVTT\n\n00:01.000 --> 00:08.000\nMiens\n"},
  {"clips/own.json",
   "{\"id\":\"own\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Own\",\"duration\":\"00:10.000\","
   "\"media\":[{\"file\":\"film.mkv\"}],\"captions\":[{\"language\":\"en\",\"file\":\"clips/own.en.vtt\",\"kind\":\"captions\"},"
   "{\"language\":\"fr\",\"file\":\"clips/own.fr.vtt\",\"kind\":\"subtitles\"}],"
   "\"chapters\":[{\"id\":\"a\",\"title\":\"A\",\"from\":\"00:00\"},{\"id\":\"b\",\"title\":\"B\",\"from\":\"00:05\"}],"
   "\"notes\":[{\"id\":\"n\",\"from\":\"00:02\",\"to\":\"00:03\",\"kind\":\"context\",\"title\":\"N\"}]}"},
  {"clips/bare.json",
   "{\"id\":\"bare\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Bare\",\"duration\":\"00:10.000\","
   "\"media\":[{\"file\":\"film.mkv\"}]}"},
  {"signs.webm", "no film"},
  {"clips/signed.json",
   "{\"id\":\"signed\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Signed\",\"duration\":\"00:10.000\","
   "\"media\":[{\"file\":\"film.mkv\"}],\"sign_language\":[{\"language\":\"bfi\",\"file\":\"signs.webm\"}]}"},
  {NULL, NULL},
};

static char *
make_casebook (void)
{
  char            *folder = view_world_make_folder (files);
  g_autofree char *film = g_build_filename (folder, "film.mkv", NULL);

  clip_maker_make (film, &shape);
  return folder;
}

static void
set_up_clip (Viewer *viewer, const char *clip, const char *store)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *text = g_strdup_printf ("sidelight:small/%s", clip);
  g_autoptr (SlLink) link = sl_link_parse (text, NULL);

  if (viewer->folder == NULL)
    viewer->folder = make_casebook ();
  folder = g_file_new_for_path (viewer->folder);
  viewer->window = view_world_make_window ();
  viewer->conductor = sl_window_get_conductor (viewer->window);
  viewer->session = sl_conductor_get_session (viewer->conductor);
  viewer->captions = sl_session_get_captions (viewer->session);
  sl_window_remember (viewer->window, store);
  gtk_window_present (GTK_WINDOW (viewer->window));
  sl_window_open (viewer->window, folder, link);
  wait_until (sl_conductor_get_state (viewer->conductor) == SL_PLAYER_PLAYING);
  wait_until (sl_tracks_count_sounds (viewer->conductor) == 2);
}

static void
remove_file (Viewer *viewer, const char *name)
{
  g_autofree char *path = g_build_filename (viewer->folder, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
tear_down (Viewer *viewer, gconstpointer data)
{
  view_world_close (viewer->window);
  view_world_remove_folder (viewer->folder);
}

static void
set_up (Viewer *viewer, gconstpointer clip)
{
  set_up_clip (viewer, clip, NULL);
}

/* @detailed: as in a menu */
static void
act (Viewer *viewer, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed, &name, &target, NULL));
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (viewer->window), name, target));
}

static GVariant *
get_state (Viewer *viewer, const char *action)
{
  return g_action_group_get_action_state (G_ACTION_GROUP (viewer->window), action);
}

static int
get_int (Viewer *viewer, const char *action)
{
  g_autoptr (GVariant) state = get_state (viewer, action);

  return g_variant_get_int32 (state);
}

static void
assert_word (Viewer *viewer, const char *action, const char *word)
{
  g_autoptr (GVariant) state = get_state (viewer, action);

  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, word);
}

static GtkWidget *
find (Viewer *viewer, GType type)
{
  return view_world_find (GTK_WIDGET (viewer->window), type);
}

static void
press (Viewer *viewer, guint key)
{
  GtkWidget *page = find (viewer, SL_TYPE_WATCH_PAGE);

  g_assert_true (sl_watch_keys_press (page, key, 0, 0));
}

static void
assert_said (Viewer *viewer, const char *text)
{
  GtkWidget *remark = find (viewer, SL_TYPE_REMARK);

  g_assert_true (gtk_widget_get_visible (remark));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_first_child (remark))), ==, text);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (remark), GTK_ACCESSIBLE_ROLE_STATUS);
}

/* Until the picture that is wanted is shown, in a film that stands. */
static void
wait_for_number (Viewer *viewer, gint64 number)
{
  wait_until (sl_session_get_number (viewer->session) == number);
}

static void
pause_at (Viewer *viewer, gint64 time)
{
  sl_conductor_set_playing (viewer->conductor, FALSE);
  sl_conductor_seek (viewer->conductor, time, SL_SEEK_EXACT);
  wait_for_number (viewer, time * FPS / SECOND);
}

/* A note that is chosen is led up to, in its chapter; a chapter is gone to. */
static void
test_run_up (Viewer *viewer, gconstpointer data)
{
  g_autoptr (GSettings) settings = sl_settings_new ();
  GtkWidget *notes = view_world_find (find (viewer, SL_TYPE_NOTES_PANE), GTK_TYPE_LIST_VIEW);
  GtkWidget *chapters = view_world_find (find (viewer, SL_TYPE_CHAPTERS_PANE), GTK_TYPE_LIST_VIEW);

  pause_at (viewer, 6 * SECOND);
  g_settings_set_int (settings, "run-up", 0);
  g_signal_emit_by_name (notes, "activate", 0);
  g_assert_cmpint (sl_conductor_get_target (viewer->conductor), ==, 2 * SECOND);
  g_settings_set_int (settings, "run-up", 1);
  g_signal_emit_by_name (notes, "activate", 0);
  g_assert_cmpint (sl_conductor_get_target (viewer->conductor), ==, 1 * SECOND);
  g_settings_set_int (settings, "run-up", 5);
  g_signal_emit_by_name (notes, "activate", 0);
  g_assert_cmpint (sl_conductor_get_target (viewer->conductor), ==, 0);
  g_signal_emit_by_name (chapters, "activate", 1);
  g_assert_cmpint (sl_conductor_get_target (viewer->conductor), ==, 5 * SECOND);
  act (viewer, "win.seek-moment(int64 6000000000)");
  g_assert_cmpint (sl_conductor_get_target (viewer->conductor), ==, 5 * SECOND);
  g_settings_reset (settings, "run-up");
}

static void
test_steps (Viewer *viewer, gconstpointer data)
{
  press (viewer, GDK_KEY_period);
  wait_until (sl_conductor_get_state (viewer->conductor) == SL_PLAYER_PAUSED);
  pause_at (viewer, 2 * SECOND);
  press (viewer, GDK_KEY_period);
  press (viewer, GDK_KEY_period);
  wait_for_number (viewer, 62);
  press (viewer, GDK_KEY_comma);
  wait_for_number (viewer, 61);
  act (viewer, "win.step(int64 -11)");
  wait_for_number (viewer, 50);
}

static void
test_volume (Viewer *viewer, gconstpointer data)
{
  GtkWidget *button = find (viewer, SL_TYPE_VOLUME_BUTTON);
  GtkWidget *scale = view_world_find (button, GTK_TYPE_SCALE);
  /* GTK's test of properties prints what it is given as a format. */
  const char *const ninety = "90 %";

  press (viewer, GDK_KEY_Down);
  press (viewer, GDK_KEY_Down);
  g_assert_cmpfloat_with_epsilon (sl_conductor_get_volume (viewer->conductor), 0.9, 1e-9);
  assert_said (viewer, "Volume 90 %");
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (GTK_RANGE (scale)), 90, 1e-9);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, ninety);
  press (viewer, GDK_KEY_m);
  g_assert_true (sl_conductor_get_muted (viewer->conductor));
  assert_said (viewer, "Sound off");
  press (viewer, GDK_KEY_Up);
  g_assert_false (sl_conductor_get_muted (viewer->conductor));
  g_assert_cmpfloat_with_epsilon (sl_conductor_get_volume (viewer->conductor), 0.95, 1e-9);
  gtk_range_set_value (GTK_RANGE (scale), 40);
  g_assert_cmpfloat_with_epsilon (sl_conductor_get_volume (viewer->conductor), 0.4, 1e-9);
  for (guint i = 0; i < 12; i++)
    press (viewer, GDK_KEY_Down);
  g_assert_cmpfloat (sl_conductor_get_volume (viewer->conductor), ==, 0);
  act (viewer, "win.volume(1.0)");
  g_assert_cmpfloat (sl_conductor_get_volume (viewer->conductor), ==, 1);
}

static void
test_loops (Viewer *viewer, gconstpointer data)
{
  pause_at (viewer, 6 * SECOND);
  press (viewer, GDK_KEY_r);
  assert_word (viewer, "loop", "clip");
  press (viewer, GDK_KEY_r);
  assert_word (viewer, "loop", "chapter");
  assert_said (viewer, "The chapter goes round");
  press (viewer, GDK_KEY_r);
  assert_word (viewer, "loop", "none");
  act (viewer, "win.loop::note"); /* there is none here */
  assert_word (viewer, "loop", "none");
  pause_at (viewer, 5 * SECOND / 2);
  act (viewer, "win.loop::note");
  assert_word (viewer, "loop", "note");
  act (viewer, "win.loop::nonsense");
  act (viewer, "win.loop::section");
  assert_word (viewer, "loop", "note");
  act (viewer, "win.loop::none");
  assert_word (viewer, "loop", "none");
}

static void
test_section (Viewer *viewer, gconstpointer data)
{
  pause_at (viewer, 4 * SECOND);
  press (viewer, GDK_KEY_b);
  assert_said (viewer, "Loop from 0:04; b ends it");
  pause_at (viewer, 3 * SECOND);
  press (viewer, GDK_KEY_b);
  assert_word (viewer, "loop", "section");
  /* It goes round from the earlier one, whichever was said first. */
  sl_conductor_set_playing (viewer->conductor, TRUE);
  wait_until (sl_session_get_time (viewer->session) > 7 * SECOND / 2);
  wait_until (sl_session_get_time (viewer->session) < 7 * SECOND / 2);
  g_assert_cmpint (sl_session_get_time (viewer->session), >=, 3 * SECOND);
  press (viewer, GDK_KEY_b);
  assert_word (viewer, "loop", "none");
  /* A point of another clip is forgotten. */
  press (viewer, GDK_KEY_b);
  act (viewer, "win.watch::bare");
  wait_until (sl_conductor_get_state (viewer->conductor) == SL_PLAYER_PLAYING);
  press (viewer, GDK_KEY_b);
  assert_word (viewer, "loop", "none");
}

/* Read again while it goes round, the casebook has its new words, and the film goes round where it did. */
static void
test_section_reload (Viewer *viewer, gconstpointer data)
{
  static const char changed[] =
    "{\"id\":\"own\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Changed\",\"duration\":\"00:10.000\","
    "\"media\":[{\"file\":\"film.mkv\"}],\"chapters\":[{\"id\":\"a\",\"title\":\"A\",\"from\":\"00:00\"}]}";

  pause_at (viewer, 4 * SECOND);
  press (viewer, GDK_KEY_b);
  pause_at (viewer, 3 * SECOND);
  press (viewer, GDK_KEY_b);
  sl_conductor_set_playing (viewer->conductor, TRUE);
  view_world_write (viewer->folder, "clips/own.json", changed);
  wait_until (g_str_equal (sl_clip_get_title (sl_session_get_clip (viewer->session)), "Changed"));
  assert_word (viewer, "loop", "section");
  for (guint i = 0; i < 2; i++)
    {
      wait_until (sl_session_get_time (viewer->session) > 7 * SECOND / 2);
      wait_until (sl_session_get_time (viewer->session) < 7 * SECOND / 2);
      g_assert_cmpint (sl_session_get_time (viewer->session), >=, 3 * SECOND);
    }
  assert_word (viewer, "loop", "section");
  /* And the next point ends it. */
  press (viewer, GDK_KEY_b);
  assert_word (viewer, "loop", "none");
  wait_until (sl_session_get_time (viewer->session) > 5 * SECOND);
}

static GListModel *
get_now (Viewer *viewer)
{
  return sl_captions_get_now (viewer->captions);
}

static const char *
get_caption (Viewer *viewer)
{
  g_autoptr (SlCue) cue = g_list_model_get_item (get_now (viewer), 0);

  return cue ? sl_caption_get_text (SL_CAPTION (sl_cue_get_record (cue))) : NULL;
}

static void
test_tracks (Viewer *viewer, gconstpointer data)
{
  g_autofree char *sound = sl_tracks_name_sound (viewer->conductor, 1);
  g_autofree char *own = sl_tracks_name_captions (viewer->conductor, 1);
  g_autofree char *of_file = sl_tracks_name_captions (viewer->conductor, 2);

  g_assert_cmpstr (sound, ==, "German – Commentary");
  g_assert_cmpstr (own, ==, "French");
  g_assert_cmpstr (of_file, ==, "German – Worte");
  g_assert_cmpuint (sl_tracks_count_captions (viewer->conductor), ==, 4);
  wait_until (get_int (viewer, "audio-track") == 0);
  act (viewer, "win.audio-track(1)");
  wait_until (get_int (viewer, "audio-track") == 1);
  act (viewer, "win.audio-track(7)");

  g_assert_cmpint (get_int (viewer, "captions-track"), ==, 0);
  act (viewer, "win.seek(int64 2000000000)");
  wait_until (g_strcmp0 (get_caption (viewer), "Mine") == 0);
  act (viewer, "win.captions-track(1)");
  g_assert_cmpstr (get_caption (viewer), ==, "Miens");
  act (viewer, "win.captions-track(3)");
  act (viewer, "win.seek(int64 500000000)");
  wait_until (g_strcmp0 (get_caption (viewer), "Words") == 0);
  wait_until (get_int (viewer, "captions-track") == 3);
  press (viewer, GDK_KEY_c);
  g_assert_cmpint (get_int (viewer, "captions-track"), ==, -1);
  press (viewer, GDK_KEY_c);
  g_assert_cmpint (get_int (viewer, "captions-track"), ==, 3);
  act (viewer, "win.captions-track(-1)");
  g_assert_cmpint (get_int (viewer, "captions-track"), ==, -1);
  act (viewer, "win.captions-track(0)");
  g_assert_cmpint (get_int (viewer, "captions-track"), ==, 0);
}

/* A clip without captions of its own has those of its file, in the reader's language if there are any. */
static void
test_captions_of_file (Viewer *viewer, gconstpointer data)
{
  wait_until (get_int (viewer, "captions-track") == 1);
  act (viewer, "win.seek(int64 500000000)");
  wait_until (g_strcmp0 (get_caption (viewer), "Words") == 0);
}

/* The casebook's own captions: in the reader's language, too, and in the first where there are none. */
static void
test_captions_language (void)
{
  static const struct
  {
    const char *language;
    int         track;
  } readers[] = {{"fr_CA", 1}, {"sr:fr", 1}, {"sr", 0}};

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));
      Viewer           viewer = {0};

      g_setenv ("LANGUAGE", readers[i].language, TRUE);
      set_up_clip (&viewer, "own", NULL);
      g_assert_cmpint (get_int (&viewer, "captions-track"), ==, readers[i].track);
      act (&viewer, "win.captions-track(-1)");
      press (&viewer, GDK_KEY_c);
      g_assert_cmpint (get_int (&viewer, "captions-track"), ==, readers[i].track);
      tear_down (&viewer, NULL);
      if (before)
        g_setenv ("LANGUAGE", before, TRUE);
      else
        g_unsetenv ("LANGUAGE");
    }
}

static void
test_delay (Viewer *viewer, gconstpointer data)
{
  pause_at (viewer, SECOND);
  g_assert_cmpstr (get_caption (viewer), ==, "Mine");
  press (viewer, GDK_KEY_x);
  g_assert_cmpint (sl_captions_get_delay (viewer->captions), ==, SECOND / 10);
  assert_said (viewer, "Captions 0.1 s later");
  g_assert_null (get_caption (viewer));
  press (viewer, GDK_KEY_z);
  assert_said (viewer, "Captions in time");
  press (viewer, GDK_KEY_z);
  assert_said (viewer, "Captions 0.1 s earlier");
  g_assert_cmpstr (get_caption (viewer), ==, "Mine");
  act (viewer, "win.captions-delay(int64 0)");
  g_assert_cmpint (sl_captions_get_delay (viewer->captions), ==, 0);
}

static double
get_shape (Viewer *viewer)
{
  SlStage *stage = SL_STAGE (find (viewer, SL_TYPE_STAGE));
  g_autoptr (GdkTexture) picture = sl_stage_take_picture (stage);

  return picture ? (double)gdk_texture_get_width (picture) / gdk_texture_get_height (picture) : 0;
}

static void
test_turn (Viewer *viewer, gconstpointer data)
{
  pause_at (viewer, SECOND);
  g_assert_cmpfloat (get_shape (viewer), >, 1);
  act (viewer, "win.turn");
  wait_until (get_shape (viewer) < 1);
  act (viewer, "win.turn");
  wait_until (get_shape (viewer) > 1);
  act (viewer, "win.turn");
  act (viewer, "win.turn");
  g_assert_cmpuint (sl_conductor_get_turn (viewer->conductor), ==, 0);
  act (viewer, "win.turn");
  act (viewer, "win.watch::bare");
  g_assert_cmpuint (sl_conductor_get_turn (viewer->conductor), ==, 0);
}

static void
type (Viewer *viewer, const char *text)
{
  GtkWidget *asked = find (viewer, SL_TYPE_TIME_ENTRY);
  GtkWidget *entry = view_world_find (asked, GTK_TYPE_ENTRY);

  g_assert_true (gtk_widget_activate_action (find (viewer, SL_TYPE_WATCH_PAGE), "win.go-to-time", NULL));
  g_assert_true (gtk_widget_get_visible (asked));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
assert_kept (Viewer *viewer, const char *text)
{
  GtkWidget *asked = find (viewer, SL_TYPE_TIME_ENTRY);
  GtkWidget *entry = view_world_find (asked, GTK_TYPE_ENTRY);

  g_assert_true (gtk_widget_get_visible (asked));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, text);
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
}

static void
test_typed_time (Viewer *viewer, gconstpointer data)
{
  GtkWidget *entry = view_world_find (find (viewer, SL_TYPE_TIME_ENTRY), GTK_TYPE_ENTRY);

  pause_at (viewer, 2 * SECOND);
  type (viewer, "0:04.5");
  wait_for_number (viewer, 135);
  type (viewer, "+2");
  wait_for_number (viewer, 195);
  type (viewer, "−1");
  wait_for_number (viewer, 165);
  type (viewer, "#77");
  wait_for_number (viewer, 77);
  type (viewer, "#0");
  wait_for_number (viewer, 0);
  type (viewer, "tomorrow");
  assert_kept (viewer, "tomorrow");
  gtk_editable_set_text (GTK_EDITABLE (entry), "3");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  type (viewer, "5:00");
  assert_kept (viewer, "5:00");
  g_signal_emit_by_name (entry, "activate");
  assert_kept (viewer, "5:00");
  type (viewer, "3");
  wait_for_number (viewer, 90);
  type (viewer, "#9000");
  assert_kept (viewer, "#9000");
  gtk_popover_popdown (GTK_POPOVER (find (viewer, SL_TYPE_TIME_ENTRY)));
  g_assert_cmpint (sl_session_get_number (viewer->session), ==, 90);
}

static int
measure_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* The popover is as large as what is wrong with a time needs at once, not as it will need when its style is known. */
static void
test_typed_words (Viewer *viewer, gconstpointer data)
{
  GtkWidget *asked = find (viewer, SL_TYPE_TIME_ENTRY);
  GtkWidget *label = gtk_widget_get_next_sibling (gtk_widget_get_parent (view_world_find (asked, GTK_TYPE_ENTRY)));
  int        at_once;

  view_world_use_style ();
  pause_at (viewer, 2 * SECOND);
  g_assert_true (gtk_widget_activate_action (find (viewer, SL_TYPE_WATCH_PAGE), "win.go-to-time", NULL));
  view_world_wait_for_paint (asked);
  type (viewer, "5:00");
  assert_kept (viewer, "5:00");
  at_once = measure_width (label);
  view_world_wait_for_paint (asked);
  g_assert_cmpint (measure_width (label), ==, at_once);
  gtk_popover_popdown (GTK_POPOVER (asked)); /* GTK would still ask where the pointer is in it */
  view_world_wait_for_paint (GTK_WIDGET (viewer->window));
}

/* Returns: the toast that says what @text (with * and ?) matches, if there is one */
static GtkWidget *
find_toast (GtkWidget *widget, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_toast (child, text);

      if (found)
        return found;
    }
  if (!GTK_IS_LABEL (widget) || !g_pattern_match_simple (text, gtk_label_get_label (GTK_LABEL (widget))))
    return NULL;
  while (widget && !g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget"))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

static guint
count_captions (Viewer *viewer)
{
  return sl_tracks_count_captions (viewer->conductor);
}

/* The viewer's own file stands behind all others, is chosen at once, even if captions were off, and goes with the clip. */
static void
test_captions_brought (Viewer *viewer, gconstpointer data)
{
  SlCaptions      *captions = sl_session_get_captions (viewer->session);
  GtkWindow       *window = GTK_WINDOW (viewer->window);
  g_autofree char *path = g_build_filename (viewer->folder, "own.srt", NULL);
  g_autofree char *wrong_path = g_build_filename (viewer->folder, "film.mkv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) wrong = g_file_new_for_path (wrong_path);
  guint known;

  wait_until (get_int (viewer, "captions-track") >= 0 && count_captions (viewer) > 1);
  known = count_captions (viewer);
  view_world_write (viewer->folder, "own.srt", "1\n00:00:00,000 --> 00:00:59,000\nBrought\n");
  act (viewer, "win.captions-track(-1)");
  sl_captions_opener_read (window, captions, file);
  wait_until (get_int (viewer, "captions-track") == (int)known);
  g_assert_cmpuint (count_captions (viewer), ==, known + 1);
  wait_until (g_strcmp0 (get_caption (viewer), "Brought") == 0);
  act (viewer, "win.captions-track(0)");
  wait_until (get_int (viewer, "captions-track") == 0 && g_strcmp0 (get_caption (viewer), "Brought") != 0);
  sl_captions_opener_read (window, captions, wrong);
  wait_until (find_toast (GTK_WIDGET (window), "No captions can be shown from “film.mkv”: *.") != NULL);
  g_assert_cmpint (get_int (viewer, "captions-track"), ==, 0);
  sl_tracks_choose_captions (viewer->conductor, (int)known);
  wait_until (g_strcmp0 (get_caption (viewer), "Brought") == 0);
  act (viewer, "win.watch::bare");
  g_assert_null (sl_captions_get_brought (captions));
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* What had the focus in a submenu is not there any more when the menu is closed, and keys must go somewhere. */
static void
test_menu_focus (Viewer *viewer, gconstpointer data)
{
  GtkWidget  *button = view_world_find (find (viewer, SL_TYPE_MORE_BUTTON), GTK_TYPE_MENU_BUTTON);
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  GtkWindow  *window = GTK_WINDOW (viewer->window);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  view_world_wait_for_paint (GTK_WIDGET (popover));
  g_object_set (popover, "visible-submenu", "_Loop", NULL);
  view_world_wait_for_paint (GTK_WIDGET (popover));
  gtk_popover_popdown (popover);
  view_world_wait_for_paint (GTK_WIDGET (window));
  g_assert_nonnull (gtk_window_get_focus (window));
  g_assert_true (gtk_widget_get_mapped (gtk_window_get_focus (window)));
}

/* Menus hold what there is to choose from. */
static void
test_menus (Viewer *viewer, gconstpointer data)
{
  GtkWidget  *button = view_world_find (find (viewer, SL_TYPE_MORE_BUTTON), GTK_TYPE_MENU_BUTTON);
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  g_autoptr (GMenuModel) tracks = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  g_autoptr (GMenuModel) heard = g_menu_model_get_item_link (tracks, 0, G_MENU_LINK_SUBMENU);
  g_autoptr (GMenuModel) captions = g_menu_model_get_item_link (tracks, 1, G_MENU_LINK_SUBMENU);
  g_autoptr (GMenuModel) choice = g_menu_model_get_item_link (captions, 0, G_MENU_LINK_SECTION);

  g_assert_cmpint (g_menu_model_get_n_items (tracks), ==, 3);
  g_assert_cmpint (g_menu_model_get_n_items (heard), ==, 2);
  g_assert_cmpint (g_menu_model_get_n_items (choice), ==, 5);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  act (viewer, "win.back");
  wait_until (g_menu_model_get_n_items (tracks) == 0);
}

static void
test_settings (Viewer *viewer, gconstpointer data)
{
  g_autoptr (GSettings) settings = sl_settings_new ();

  g_assert_nonnull (settings);
  g_assert_cmpint (get_int (viewer, "caption-size"), ==, 100);
  act (viewer, "win.caption-size(150)");
  act (viewer, "win.caption-look::outline");
  act (viewer, "win.caption-place::top");
  g_assert_cmpint (g_settings_get_int (settings, "caption-size"), ==, 150);
  g_assert_cmpint (g_settings_get_enum (settings, "caption-look"), ==, SL_CAPTION_LOOK_OUTLINE);
  g_assert_cmpint (g_settings_get_enum (settings, "caption-place"), ==, SL_CAPTION_PLACE_TOP);
  for (guint i = 0; i < 3; i++)
    g_settings_reset (settings, ((const char *[]){"caption-size", "caption-look", "caption-place"})[i]);
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* A sign language that is not there, or never answers, is told, and the film goes on. */
static void
test_sign_fails (Viewer *viewer, gconstpointer data)
{
  static const char missing[] = "The file with the sign language is missing. The film goes on without it.";
  static const char silent[] = "The sign language cannot be shown. The film goes on without it.";
  g_autofree char  *path = g_build_filename (viewer->folder, "signs.webm", NULL);
  g_autofree char  *copied = NULL;
  GtkWidget        *window = GTK_WIDGET (viewer->window);

  remove_file (viewer, "signs.webm");
  act (viewer, "win.sign");
  wait_until (find_toast (window, missing) != NULL);
  g_signal_emit_by_name (view_world_find (find_toast (window, missing), GTK_TYPE_BUTTON), "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (window), NULL, text_cb, &copied);
  wait_until (copied != NULL);
  g_assert_nonnull (strstr (copied, "gst-resource-error"));
  g_assert_cmpint (sl_conductor_get_state (viewer->conductor), !=, SL_PLAYER_FAULT);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0); /* nobody writes to it, and who opens it waits */
  act (viewer, "win.sign");
  act (viewer, "win.sign");
  wait_until (find_toast (window, silent) != NULL);
  g_assert_cmpint (sl_conductor_get_state (viewer->conductor), !=, SL_PLAYER_FAULT);
}

static char *said_of_picture;

static void
said_cb (GtkWindow *window, const char *text)
{
  said_of_picture = g_strdup (text);
}

static void
check_saving (Viewer *viewer, GdkTexture *picture, const char *path, const char *expected)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  sl_picture_saver_save (GTK_WINDOW (viewer->window), picture, file, said_cb);
  wait_until (said_of_picture != NULL);
  g_assert_cmpstr (said_of_picture, ==, expected);
  g_clear_pointer (&said_of_picture, g_free);
}

/* What cannot be saved is told in words that say what to do, and what was there before is still there. */
static void
test_saving (Viewer *viewer, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (viewer->folder, "pictures", NULL);
  g_autofree char *path = g_build_filename (folder, "a.png", NULL);
  g_autoptr (GdkTexture) picture = NULL;
  g_autoptr (GdkTexture) saved = NULL;

  pause_at (viewer, 2 * SECOND);
  picture = sl_stage_take_picture (SL_STAGE (find (viewer, SL_TYPE_STAGE)));
  view_world_write (viewer->folder, "pictures/a.png", "no picture");
  check_saving (viewer, picture, path, "Saved as “a.png”");
  saved = gdk_texture_new_from_filename (path, NULL);
  g_assert_cmpint (gdk_texture_get_width (saved), ==, gdk_texture_get_width (picture));
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  if (g_access (folder, W_OK) != 0)
    check_saving (viewer, picture, path, "The picture could not be saved: you may not write there. Choose another folder.");
  else if (g_file_test ("/sys/kernel", G_FILE_TEST_IS_DIR)) /* where not even root may */
    check_saving (viewer, picture, "/sys/kernel/a.png", "The picture could not be saved: you may not write there. Choose another folder.");
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_clear_object (&saved);
  saved = gdk_texture_new_from_filename (path, NULL);
  g_assert_nonnull (saved);
}

static void
check_explained (GQuark domain, int code, const char *pattern)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, "Reason");
  g_autofree char *text = sl_picture_saver_explain (error);

  g_assert_true (g_pattern_match_simple (pattern, text));
}

static void
test_reasons (void)
{
  check_explained (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "*the disk is full.*choose*");
  check_explained (G_FILE_ERROR, G_FILE_ERROR_NOSPC, "*the disk is full.*choose*");
  check_explained (G_IO_ERROR, G_IO_ERROR_READ_ONLY, "*you may not write there.*Choose*");
  check_explained (G_FILE_ERROR, G_FILE_ERROR_ROFS, "*you may not write there.*Choose*");
  check_explained (G_FILE_ERROR, G_FILE_ERROR_ACCES, "*you may not write there.*Choose*");
  check_explained (G_FILE_ERROR, G_FILE_ERROR_IO, "*: Reason");
}

/* Where nothing can be written the film plays, and what that means is said. */
static void
test_not_kept (void)
{
  Viewer viewer = {0};
  char  *folder = view_world_make_folder (&(ViewWorldFile){NULL, NULL}); /* in the place of the store's file */

  set_up_clip (&viewer, "own", folder);
  act (&viewer, "win.seek(int64 6000000000)");
  wait_until (sl_session_get_time (viewer.session) >= 6 * SECOND);
  act (&viewer, "win.pause");
  wait_until (find_toast (GTK_WIDGET (viewer.window), "Where you stop watching cannot be remembered. *") != NULL);
  tear_down (&viewer, NULL);
  view_world_remove_folder (folder);
}

/* Left and opened again, in this program and in another one, a clip has the sound and the words that it had. */
static void
test_resume (void)
{
  Viewer           viewer = {0};
  char            *store_folder = view_world_make_folder (&(ViewWorldFile){NULL, NULL});
  g_autofree char *store = g_build_filename (store_folder, "store.sqlite", NULL);

  set_up_clip (&viewer, "own", store);
  act (&viewer, "win.seek(int64 6000000000)"); /* what is hardly begun is not remembered */
  wait_until (sl_session_get_time (viewer.session) >= 6 * SECOND);
  act (&viewer, "win.audio-track(1)");
  wait_until (get_int (&viewer, "audio-track") == 1);
  act (&viewer, "win.captions-track(2)");
  wait_until (get_int (&viewer, "captions-track") == 2 && get_int (&viewer, "audio-track") == 1);
  act (&viewer, "win.captions-delay(int64 -300000000)");
  act (&viewer, "win.watch::bare");
  g_assert_cmpint (sl_captions_get_delay (viewer.captions), ==, 0);
  wait_until (get_int (&viewer, "captions-track") == 1);
  act (&viewer, "win.seek(int64 6000000000)"); /* what is hardly begun is not remembered */
  wait_until (sl_session_get_time (viewer.session) >= 6 * SECOND);
  act (&viewer, "win.captions-track(0)");
  wait_until (get_int (&viewer, "captions-track") == 0);
  act (&viewer, "win.watch::own");
  g_assert_cmpint (sl_captions_get_delay (viewer.captions), ==, -3 * SECOND / 10);
  wait_until (get_int (&viewer, "captions-track") == 2 && get_int (&viewer, "audio-track") == 1);
  act (&viewer, "win.captions-track(1)");
  view_world_close (viewer.window);
  set_up_clip (&viewer, "own", store);
  g_assert_cmpint (sl_captions_get_delay (viewer.captions), ==, -3 * SECOND / 10);
  wait_until (get_int (&viewer, "captions-track") == 1 && get_int (&viewer, "audio-track") == 1);
  act (&viewer, "win.watch::bare");
  wait_until (get_int (&viewer, "captions-track") == 0);
  tear_down (&viewer, NULL);
  view_world_remove_folder (store_folder);
}

/* Pure things */

static void
test_looks (void)
{
  for (int look = SL_CAPTION_LOOK_PLATE; look <= SL_CAPTION_LOOK_OUTLINE; look++)
    for (guint i = 0; i < 17 * 17 * 17; i++)
      {
        const GdkRGBA *ground = sl_caption_look_get_ground ((SlCaptionLook)look);
        const double   red = i % 17 / 16.0, green = i / 17 % 17 / 16.0, blue = i / 289 / 16.0;
        const float    rest = 1 - ground->alpha;
        const GdkRGBA  seen = {
           ground->red * ground->alpha + (float)red * rest,
           ground->green * ground->alpha + (float)green * rest,
           ground->blue * ground->alpha + (float)blue * rest,
           1,
        };

        g_assert_cmpfloat (view_world_get_contrast (sl_caption_look_get_text ((SlCaptionLook)look), &seen), >=, 7);
      }
}

static void
assert_name (const char *title, gint64 time, const char *expected)
{
  g_autofree char *name = sl_picture_saver_build_name (title, time);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_names (void)
{
  g_autofree char *endless = g_strnfill (4000, 'x');
  g_autofree char *name = sl_picture_saver_build_name (endless, 0);

  assert_name ("Title", 83 * SECOND + 456789012, "Title 1-23.456.png");
  assert_name ("Title", 3723 * SECOND, "Title 1-02-03.000.png");
  assert_name ("../a/b: c?", 0, "-a-b- c- 0-00.000.png");
  assert_name (".. ", 0, "Sidelight 0-00.000.png");
  assert_name ("Дело", SECOND, "Дело 0-01.000.png");
  g_assert_cmpuint (strlen (name), <, 160);
}

static void
test_taps (void)
{
  SlTaps       taps = {0};
  const gint64 patience = 400000;

  g_assert_cmpint (sl_taps_take (&taps, 1000000, 0.1, patience), ==, SL_TAP_WAIT);
  g_assert_cmpint (sl_taps_take (&taps, 1300000, 0.2, patience), ==, SL_TAP_SIDE);
  g_assert_cmpint (sl_taps_get_seconds (&taps), ==, -10);
  g_assert_cmpint (sl_taps_take (&taps, 1600000, 0.2, patience), ==, SL_TAP_SIDE);
  g_assert_cmpint (sl_taps_get_seconds (&taps), ==, -20);
  g_assert_cmpint (sl_taps_take (&taps, 1700000, 0.9, patience), ==, SL_TAP_WAIT); /* the other side */
  g_assert_cmpint (sl_taps_take (&taps, 1800000, 0.9, patience), ==, SL_TAP_SIDE);
  g_assert_cmpint (sl_taps_get_seconds (&taps), ==, 10);
  g_assert_cmpint (sl_taps_take (&taps, 2300000, 0.9, patience), ==, SL_TAP_WAIT); /* too late */
  g_assert_cmpint (sl_taps_take (&taps, 5000000, 0.5, patience), ==, SL_TAP_WAIT);
  g_assert_cmpint (sl_taps_take (&taps, 5100000, 0.5, patience), ==, SL_TAP_MIDDLE);
  g_assert_cmpint (sl_taps_take (&taps, 5200000, 0.5, patience), ==, SL_TAP_WAIT);
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);

  g_test_add_func ("/actions/looks", test_looks);
  g_test_add_func ("/actions/names", test_names);
  g_test_add_func ("/actions/taps", test_taps);
  g_test_add ("/actions/run-up", Viewer, "own", set_up, test_run_up, tear_down);
  g_test_add ("/actions/steps", Viewer, "own", set_up, test_steps, tear_down);
  g_test_add ("/actions/volume", Viewer, "own", set_up, test_volume, tear_down);
  g_test_add ("/actions/loops", Viewer, "own", set_up, test_loops, tear_down);
  g_test_add ("/actions/section", Viewer, "own", set_up, test_section, tear_down);
  g_test_add ("/actions/section-reload", Viewer, "own", set_up, test_section_reload, tear_down);
  g_test_add ("/actions/tracks", Viewer, "own", set_up, test_tracks, tear_down);
  g_test_add ("/actions/captions-of-file", Viewer, "bare", set_up, test_captions_of_file, tear_down);
  g_test_add ("/actions/delay", Viewer, "own", set_up, test_delay, tear_down);
  g_test_add ("/actions/turn", Viewer, "own", set_up, test_turn, tear_down);
  g_test_add ("/actions/typed-time", Viewer, "own", set_up, test_typed_time, tear_down);
  g_test_add ("/actions/typed-words", Viewer, "own", set_up, test_typed_words, tear_down);
  g_test_add ("/actions/captions-brought", Viewer, "own", set_up, test_captions_brought, tear_down);
  g_test_add ("/actions/menus", Viewer, "own", set_up, test_menus, tear_down);
  g_test_add ("/actions/menu-focus", Viewer, "own", set_up, test_menu_focus, tear_down);
  g_test_add ("/actions/settings", Viewer, "own", set_up, test_settings, tear_down);
  g_test_add ("/actions/sign-fails", Viewer, "signed", set_up, test_sign_fails, tear_down);
  g_test_add ("/actions/saving", Viewer, "own", set_up, test_saving, tear_down);
  g_test_add_func ("/actions/captions-language", test_captions_language);
  g_test_add_func ("/actions/reasons", test_reasons);
  g_test_add_func ("/actions/not-kept", test_not_kept);
  g_test_add_func ("/actions/resume", test_resume);

  return g_test_run ();
}
