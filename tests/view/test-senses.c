/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spoken descriptions as a viewer has them: switched in the window, heard from a stand-in for the voice, and missed where
 * there is none. Needs a display. */
#include "clip-maker.h"
#include "keys.h"
#include "settings.h"
#include "view-world.h"
#include "voice.h"

static const ClipShape shape = {160, 90, 30, 1, 300, TRUE, .container = CLIP_MATROSKA};

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\":1,\"id\":\"small\",\"version\":\"2026-11-22\",\"title\":\"Small\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"clips\":[\"own\",\"mute\"]}]"},
  {"clips/own.json",
   "{\"id\":\"own\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Own\",\"duration\":\"00:10.000\",\"media\":[{\"file\":\"film.mkv\"}],"
   "\"descriptions\":[{\"language\":\"en\",\"file\":\"clips/en.vtt\"}]}"},
  {"clips/mute.json",
   "{\"id\":\"mute\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Mute\",\"duration\":\"00:10.000\",\"media\":[{\"file\":\"film.mkv\"}]}"},
  {"clips/en.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nA door\n"},
  {NULL, NULL},
};

typedef struct
{
  GSettings   *settings;
  char        *folder;
  Voice       *voice;
  SlWindow    *window;
  SlConductor *conductor;
} World;

static void
set_up (World *world, gconstpointer clip)
{
  g_autofree char *film = NULL;
  g_autofree char *text = g_strconcat ("sidelight:small/", clip, NULL);
  g_autoptr (GFile) folder = NULL;
  g_autoptr (SlLink) link = sl_link_parse (text, NULL);

  world->settings = sl_settings_new ();
  world->voice = voice_new ();
  world->folder = view_world_make_folder (files);
  film = g_build_filename (world->folder, "film.mkv", NULL);
  clip_maker_make (film, &shape);
  folder = g_file_new_for_path (world->folder);
  world->window = view_world_make_window ();
  world->conductor = sl_window_get_conductor (world->window);
  gtk_window_present (GTK_WINDOW (world->window));
  sl_window_open (world->window, folder, link);
  view_world_wait_for_page (world->window, "watch");
}

static void
tear_down (World *world, gconstpointer clip)
{
  g_settings_reset (world->settings, "descriptions");
  view_world_close (world->window);
  voice_free (world->voice);
  view_world_remove_folder (world->folder);
  g_object_unref (world->settings);
}

static void
act (World *world, const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (world->window), name, NULL));
}

static gboolean
is_on (World *world)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (world->window), "descriptions");

  return g_variant_get_boolean (state);
}

/* Off until it is asked for; what it stands at is spoken then, and the film waits and goes on by itself. */
static void
test_switch (World *world, gconstpointer clip)
{
  g_assert_cmpstr (sl_keys_find (GDK_KEY_d), ==, "win.descriptions");
  g_assert_false (is_on (world));
  wait_until (sl_conductor_get_state (world->conductor) == SL_PLAYER_PLAYING);
  act (world, sl_keys_find (GDK_KEY_d));
  g_assert_true (is_on (world));
  wait_until (view_world_says (GTK_WIDGET (world->window), "Descriptions on"));
  g_assert_true (g_settings_get_boolean (world->settings, "descriptions"));
  sl_conductor_seek (world->conductor, 0, SL_SEEK_EXACT); /* however far it is */
  wait_until (g_strcmp0 (voice_get_text (world->voice), "A door") == 0);
  wait_until (sl_conductor_get_state (world->conductor) == SL_PLAYER_PAUSED && sl_conductor_get_playing (world->conductor));
  voice_end (world->voice);
  wait_until (sl_conductor_get_state (world->conductor) == SL_PLAYER_PLAYING);
  g_settings_set_boolean (world->settings, "descriptions", FALSE);
  g_assert_false (is_on (world));
}

/* Where a clip has none there is nothing to switch. */
static void
test_none (World *world, gconstpointer clip)
{
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (world->window), "descriptions"));
}

/* Returns: (transfer none) (nullable): what says @text */
static GtkWidget *
find_words (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_words (child, text);

      if (found)
        return found;
    }
  return NULL;
}

/* It is said in plain words, with one thing to do, which looks for the voice once more; the film plays on. */
static void
test_silence (World *world, gconstpointer clip)
{
  static const char words[] = "This computer has no voice that speaks the descriptions. The film goes on without them.";
  GtkWidget        *window = GTK_WIDGET (world->window);
  g_autofree char  *path = g_strdup (g_getenv ("PATH"));

  voice_break (world->voice);
  g_setenv ("PATH", "/nowhere", TRUE);
  act (world, "win.descriptions");
  wait_until (find_words (window, words));
  wait_until (sl_conductor_get_state (world->conductor) == SL_PLAYER_PLAYING);
  voice_free (world->voice);
  world->voice = voice_new ();
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_words (window, "Try Again"), GTK_TYPE_BUTTON), "clicked");
  wait_until (!find_words (window, words));
  sl_conductor_seek (world->conductor, 0, SL_SEEK_EXACT);
  wait_until (g_strcmp0 (voice_get_text (world->voice), "A door") == 0);
  g_setenv ("PATH", path, TRUE);
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);

  g_test_add ("/senses/switch", World, "own", set_up, test_switch, tear_down);
  g_test_add ("/senses/none", World, "mute", set_up, test_none, tear_down);
  g_test_add ("/senses/silence", World, "own", set_up, test_silence, tear_down);

  return g_test_run ();
}
