/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told to screen readers as a film goes on: the real session and conductor, moved by hand. Needs a display. */
#include "announcer.h"
#include "settings.h"
#include "view-world.h"

#define SECOND G_GINT64_CONSTANT (1000000000)

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\":1,\"id\":\"small\",\"version\":\"2026-11-22\",\"title\":\"Small\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"clips\":[\"own\"]}]"},
  {"clips/own.json",
   "{\"id\":\"own\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Own\",\"duration\":\"01:00\","
   "\"media\":[{\"file\":\"film.webm\"}],"
   "\"chapters\":[{\"id\":\"a\",\"title\":\"First\",\"from\":\"00:00\"},{\"id\":\"b\",\"title\":\"Second\",\"from\":\"00:20\"},"
   "{\"id\":\"c\",\"title\":\"Third\",\"from\":\"00:50\"}],"
   "\"notes\":[{\"id\":\"n\",\"from\":\"00:20\",\"to\":\"00:25\",\"kind\":\"context\",\"title\":\"N\"},"
   "{\"id\":\"o\",\"from\":\"00:30\",\"to\":\"00:31\",\"kind\":\"context\",\"title\":\"O\"},"
   "{\"id\":\"p\",\"from\":\"00:33\",\"to\":\"00:40\",\"kind\":\"context\",\"text\":\"P has no title\"}]}"},
  {NULL, NULL},
};

typedef struct
{
  char        *folder;
  SlCasebook  *casebook;
  SlSession   *session;
  SlPlayer    *player;
  SlConductor *conductor;
  GtkWidget   *window;
  SlAnnouncer *announcer;
  GSettings   *settings;
} Ear;

static void
set_up (Ear *ear, gconstpointer data)
{
  ear->settings = sl_settings_new ();
  ear->folder = view_world_make_folder (files);
  ear->casebook = view_world_read (ear->folder);
  ear->session = sl_session_new ();
  ear->player = sl_player_new (NULL);
  ear->conductor = sl_conductor_new (ear->session, ear->player);
  ear->announcer = g_object_new (SL_TYPE_ANNOUNCER, "conductor", ear->conductor, NULL);
  ear->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (ear->window), GTK_WIDGET (ear->announcer));
  gtk_window_present (GTK_WINDOW (ear->window)); /* what is not shown does not speak */
  sl_session_set_casebook (ear->session, ear->casebook);
  sl_session_set_clip (ear->session, sl_casebook_lookup_clip (ear->casebook, "own"));
}

static void
tear_down (Ear *ear, gconstpointer data)
{
  g_settings_reset (ear->settings, "announce");
  g_settings_reset (ear->settings, "quiet");
  g_object_unref (ear->settings);
  g_object_ref (ear->announcer);
  gtk_window_destroy (GTK_WINDOW (ear->window));
  g_assert_finalize_object (ear->announcer);
  g_assert_finalize_object (ear->conductor);
  g_object_unref (ear->player);
  g_assert_finalize_object (ear->session);
  g_object_unref (ear->casebook);
  view_world_remove_folder (ear->folder);
}

static void
advance (Ear *ear, gint64 seconds)
{
  sl_session_advance (ear->session, seconds * SECOND, seconds * 30);
}

static void
assert_said (Ear *ear, const char *text)
{
  g_assert_cmpstr (sl_announcer_get_said (ear->announcer), ==, text);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ear->announcer), GTK_ACCESSIBLE_PROPERTY_LABEL, text);
}

static void
test_turns (Ear *ear, gconstpointer data)
{
  gint64 before;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ear->announcer), GTK_ACCESSIBLE_ROLE_ALERT);
  assert_said (ear, "");
  advance (ear, 0);
  assert_said (ear, "Chapter: First");
  before = g_get_monotonic_time ();
  advance (ear, 20);
  assert_said (ear, "Chapter: First");
  advance (ear, 30); /* the note of before is over, and is not said any more */
  advance (ear, 33);
  assert_said (ear, "Chapter: First");
  wait_until (g_strcmp0 (sl_announcer_get_said (ear->announcer), "Chapter: First") != 0);
  assert_said (ear, "Note: P has no title");
  g_assert_cmpint (g_get_monotonic_time () - before, >=, 5 * G_USEC_PER_SEC);
}

static void
test_together (Ear *ear, gconstpointer data)
{
  sl_session_jump (ear->session, 20 * SECOND, 600);
  assert_said (ear, "Chapter: Second. Note: N");
}

/* Nobody who does not want it is told, and nobody while it is quiet; but what goes wrong is told. */
static void
test_off (Ear *ear, gconstpointer data)
{
  g_settings_set_boolean (ear->settings, "announce", FALSE);
  advance (ear, 20);
  assert_said (ear, "");
  g_settings_set_boolean (ear->settings, "announce", TRUE);
  g_settings_set_boolean (ear->settings, "quiet", TRUE);
  advance (ear, 30);
  assert_said (ear, "");
  sl_conductor_open (ear->conductor, 0, FALSE); /* there is no such film */
  wait_until (sl_conductor_get_fault (ear->conductor) != NULL);
  wait_until (*sl_announcer_get_said (ear->announcer) != '\0');
  assert_said (ear, sl_fault_get_title (sl_conductor_get_fault (ear->conductor)));
}

/* What waited to be said of a film is not said of another. */
static void
test_leave (Ear *ear, gconstpointer data)
{
  gint64 before;

  advance (ear, 0);
  before = g_get_monotonic_time ();
  advance (ear, 20);
  sl_session_set_clip (ear->session, NULL);
  sl_session_set_clip (ear->session, sl_casebook_lookup_clip (ear->casebook, "own"));
  assert_said (ear, "Chapter: First");
  advance (ear, 50);
  wait_until (g_strcmp0 (sl_announcer_get_said (ear->announcer), "Chapter: First") != 0);
  assert_said (ear, "Chapter: Third");
  g_assert_cmpint (g_get_monotonic_time () - before, >=, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);
  g_test_add ("/announcer/turns", Ear, NULL, set_up, test_turns, tear_down);
  g_test_add ("/announcer/together", Ear, NULL, set_up, test_together, tear_down);
  g_test_add ("/announcer/off", Ear, NULL, set_up, test_off, tear_down);
  g_test_add ("/announcer/leave", Ear, NULL, set_up, test_leave, tear_down);
  return g_test_run ();
}
